"""Starts of forecasts, for the tests."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.engine.answer import Estimate, Part, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.interval import normal_estimate
from app.engine.energy.outlook.outset import Outset, outset
from app.engine.records import Athlete, Sex

ON = date(2025, 6, 30)
MAN = Athlete(sex=Sex.MALE, age_years=40.0, height_cm=180.0)
WOMAN = Athlete(sex=Sex.FEMALE, age_years=35.0, height_cm=165.0)
SPENT = 2748.45
"""Of person A: 1,832.3 kcal at rest times 1.5 [kcal/d]."""


def mass(value_kg: float | None = 90.0) -> Part[Estimate]:
    return (
        insufficient((missing.WEIGHING,))
        if value_kg is None
        else ok(normal_estimate(value_kg, 0.3))
    )


def spent(
    value: float | None = SPENT, *, sd: float = 100.0, method: str = "filter"
) -> Part[Expenditure]:
    if value is None:
        return insufficient((missing.ACTIVITY_FACTOR,))
    return ok(Expenditure(normal_estimate(value, sd), method, 28, 28, 28))


def begun(
    athlete: Athlete = MAN,
    *,
    body_mass_kg: float = 90.0,
    spends: float = SPENT,
    sd: float = 100.0,
    method: str = "filter",
    eaten: float | None = None,
    intake_known: bool = True,
) -> Part[Outset]:
    """A start of which everything is known: mass has been steady, unless told otherwise."""
    lately = spends if eaten is None else eaten
    return outset(
        athlete,
        mass(body_mass_kg),
        spent(spends, sd=sd, method=method),
        eaten_kcal_per_day=lately if intake_known else None,
    )


def start(athlete: Athlete = MAN, **others: Any) -> Outset:
    value = begun(athlete, **others).value
    assert value is not None
    return value


KNOWN_FAT = replace(MAN, body_fat_percent=15.0)
