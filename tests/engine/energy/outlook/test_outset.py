"""What a forecast needs to begin, and who is not forecast."""

from dataclasses import replace

import pytest

from app.engine.answer import Estimate, Part, Status, insufficient, ok, passed_on
from app.engine.energy import missing
from app.engine.energy.interval import normal_estimate
from app.engine.energy.outlook.outset import Outset, eaten_lately, outset
from app.engine.records import Athlete, Reproduction, Sex
from tests.engine.energy.outlook.people import KNOWN_FAT, MAN, WOMAN, begun, mass, spent, start


@pytest.mark.parametrize(
    ("athlete", "body_mass", "expenditure", "codes"),
    [
        (Athlete(), mass(), spent(), ["sex", "age_years", "height_cm"]),
        (replace(MAN, sex=None), mass(), spent(), ["sex"]),
        (replace(MAN, age_years=None), mass(), spent(), ["age_years"]),
        (replace(MAN, height_cm=None), mass(), spent(), ["height_cm"]),
        (replace(KNOWN_FAT, sex=None), mass(), spent(), ["sex"]),
        (replace(MAN, age_years=150.0), mass(), spent(), ["age_years"]),
        (replace(MAN, height_cm=18.0), mass(), spent(), ["height_or_body_mass", "height_cm"]),
        (replace(MAN, height_cm=235.0), mass(), spent(), ["height_cm"]),
        (MAN, mass(None), spent(), ["weighing"]),
        (MAN, mass(), spent(None), ["expenditure", "activity_factor"]),
        (Athlete(), mass(None), spent(None), ["sex", "age_years", "height_cm", "weighing"]),
    ],
)
def test_what_is_missing_is_named(
    athlete: Athlete, body_mass: Part[Estimate], expenditure: Part[object], codes: list[str]
) -> None:
    part = outset(athlete, body_mass, expenditure)  # type: ignore[arg-type]
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing][: len(codes)] == codes


@pytest.mark.parametrize("eaten", [100.0, 6000.0, -1.0, float("nan")])
def test_an_intake_that_nobody_lives_on_is_not_believed(eaten: float) -> None:
    part = begun(eaten=eaten)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == ["consistent_log"]


@pytest.mark.parametrize(
    ("athlete", "body_mass_kg", "code"),
    [
        (replace(MAN, age_years=17.9), 90.0, "forecast_under_18"),
        (replace(WOMAN, reproduction=Reproduction.PREGNANT), 70.0, "forecast_reproduction"),
        (replace(WOMAN, reproduction=Reproduction.LACTATING), 70.0, "forecast_reproduction"),
        (MAN, 47.0, "forecast_below_bmi_15"),
    ],
)
def test_who_is_not_forecast(athlete: Athlete, body_mass_kg: float, code: str) -> None:
    part = begun(athlete, body_mass_kg=body_mass_kg)
    assert part.status is Status.REFUSED
    assert [reason.code for reason in part.because] == [code]
    assert part.instead


def test_a_start() -> None:
    part = begun()
    assert part.status is Status.OK
    assert [reason.code for reason in part.because] == ["forecast_start", "forecast_eaten_lately"]
    assert [one.code for one in part.missing] == ["body_fat_percent"]
    value = start()
    assert value.resting_kcal_per_day == pytest.approx(1832.3, abs=1e-3)
    assert value.body.fat_mass_kg == pytest.approx(23.1185, abs=1e-4)


def test_a_start_with_nothing_to_add() -> None:
    assert begun(KNOWN_FAT).missing == ()


def test_without_recent_intake_it_is_said_what_is_assumed() -> None:
    part = begun(KNOWN_FAT, intake_known=False)
    assert [reason.code for reason in part.because][1] == "forecast_as_if_in_balance"
    assert [one.code for one in part.missing] == ["intake_days"]


@pytest.mark.parametrize("spends", [0.0, -50.0, float("nan"), float("inf")])
def test_an_expenditure_that_is_none_is_not_believed(spends: float) -> None:
    part = begun(spends=spends, intake_known=False)
    assert [one.code for one in part.missing] == ["consistent_log"]


def test_recent_intake_from_an_energy_answer() -> None:
    balance = ok(normal_estimate(-300.0, 80.0))
    assert eaten_lately(spent(2700.0), balance) == pytest.approx(2400.0)
    assert eaten_lately(spent(None), balance) is None
    assert eaten_lately(spent(2700.0), insufficient((missing.INTAKE,))) is None


def test_a_part_without_value_is_carried_on() -> None:
    without: Part[Outset] = outset(Athlete(sex=Sex.MALE), mass(), spent())
    onward: Part[int] = passed_on(without)
    assert (onward.status, onward.missing, onward.value) == (
        Status.INSUFFICIENT,
        without.missing,
        None,
    )
