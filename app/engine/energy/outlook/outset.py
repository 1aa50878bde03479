"""What a forecast starts from: a person of whom enough is known for the model."""

import math
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from app.engine.answer import (
    Basis,
    Estimate,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy import missing
from app.engine.energy.activity.level import POSSIBLE_LEVELS
from app.engine.energy.body.believed import doubts, is_height_measured
from app.engine.energy.body.composition import (
    ADULT_AGE_YEARS,
    Composition,
    body_mass_index,
    composition,
    reported_body_fat_percent,
)
from app.engine.energy.dynamics.bodies import Array, planner_resting
from app.engine.energy.dynamics.trajectory import LEAST_BMI
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.records import Athlete, Reproduction, Sex

EATEN_LEVELS = (0.3, 2.0)
"""Recent intake over expenditure; nobody eats beyond these for weeks, so the log errs."""

STARTS_FROM = ReasonKind(
    "forecast_start",
    "Starts from {body_mass_kg:.1f} kg, of it about {fat_mass_kg:.0f} kg fat ({fat_method}), and "
    "an expenditure of {energy_kcal_per_day:.0f} kcal a day ({low_kcal_per_day:.0f} to "
    "{high_kcal_per_day:.0f}, {method}).",
    Basis.EVIDENCE,
    "hall_2011",
)
EATEN_LATELY = ReasonKind(
    "forecast_eaten_lately",
    "Lately {eaten_kcal_per_day:.0f} kcal a day were eaten, so glycogen, water and adaptation "
    "start as that intake leaves them.",
    Basis.EVIDENCE,
    "hall_2011",
)
AS_IF_IN_BALANCE = ReasonKind(
    "forecast_as_if_in_balance",
    "Recent intake is unknown, so the body starts as if its mass had been steady. Who already "
    "diets has lost the water of the first week and will not lose it again.",
    Basis.CONVENTION,
)
UNDER_18 = ReasonKind(
    "forecast_under_18",
    "Below 18 years the body still grows; the model was made for adults.",
    Basis.EVIDENCE,
    "hall_2011",
)
WITH_CHILD = ReasonKind(
    "forecast_reproduction",
    "The model knows neither a child that grows nor the milk that feeds it.",
    Basis.EVIDENCE,
    "hall_2011",
)
TOO_LIGHT = ReasonKind(
    "forecast_below_bmi_15",
    "At a body mass index of {bmi_kg_per_m2:.1f} the model no longer holds.",
    Basis.CONVENTION,
)
HEIGHT_MEASURED = Missing(
    "height_cm", "Check the height: the resting equation of the model holds for 120 to 230 cm."
)
ASK_PARENT = "Ask a physician or a dietitian who knows growing people."
ASK_MIDWIFE = "Ask a midwife, a physician or a dietitian."
ASK_PHYSICIAN = "See a physician; gain comes first."

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outset:
    """A person from whom the model can start."""

    sex: Sex
    age_years: float
    height_cm: float
    body_mass: Estimate
    """[kg]"""
    expenditure: Estimate
    """Total, now, at what is eaten now [kcal/d]."""
    method: str
    """How expenditure was found."""
    body: Composition
    eaten_kcal_per_day: float | None
    """Mean of the last weeks on the scale of the log; None where unknown."""

    @property
    def resting_kcal_per_day(self) -> float:
        """As the planner takes it, from sex, age, height and mass."""
        return planner_resting(self.sex, self.age_years, self.height_cm, self.body_mass.value)

    @property
    def from_log(self) -> bool:
        """Whether expenditure, and so intake, is on the scale of the athlete's own log."""
        return self.method == "filter"

    def possible(self, spent_kcal: npt.ArrayLike) -> Array:
        """Expenditures, those that no body lives with moved to the edge of what one can."""
        low, high = (level * self.resting_kcal_per_day for level in POSSIBLE_LEVELS)
        value = self.expenditure.value
        return np.asarray(np.clip(spent_kcal, min(low, value), max(high, value)))

    def eaten_at(self, spent_kcal: Array) -> Array | None:
        """What was eaten lately, within what each expenditure lets anybody eat for weeks."""
        if self.eaten_kcal_per_day is None:
            return None
        low, high = EATEN_LEVELS
        return np.asarray(np.clip(self.eaten_kcal_per_day, low * spent_kcal, high * spent_kcal))


def eaten_lately(expenditure: Part[Expenditure], balance: Part[Estimate]) -> float | None:
    """Mean recent intake, from the parts of an energy answer [kcal/d]; None where one lacks."""
    if expenditure.value is None or balance.value is None:
        return None
    return expenditure.value.estimate.value + balance.value.value


def outset(
    athlete: Athlete,
    body_mass: Part[Estimate],
    expenditure: Part[Expenditure],
    *,
    eaten_kcal_per_day: float | None = None,
) -> Part[Outset]:
    """What a forecast starts from.

    Refused below 18 years, in pregnancy, while nursing and below a body mass index of 15: the
    model does not hold. Insufficient, naming each missing thing, where sex, age, height, mass or
    expenditure are unknown or cannot be.
    """
    mass_kg = None if body_mass.value is None else body_mass.value.value
    evidence = (body_mass if expenditure.value is None else expenditure).evidence
    if (outside := _outside_model(athlete, mass_kg)) is not None:
        return refused((outside[0],), outside[1], evidence=evidence)
    lacking = _lacking(athlete, body_mass, expenditure, eaten_kcal_per_day)
    sex, age, height = athlete.sex, athlete.age_years, athlete.height_cm
    body = None if mass_kg is None else composition(athlete, mass_kg)
    if (
        lacking
        or (sex is None or age is None or height is None)
        or (body_mass.value is None or expenditure.value is None or body is None)
    ):
        return insufficient(lacking, evidence=evidence)
    spent = expenditure.value
    start = Outset(
        sex, age, height, body_mass.value, spent.estimate, spent.method, body, eaten_kcal_per_day
    )
    return ok(
        start,
        _reasons(start),
        missing=_better(start, athlete),
        warnings=expenditure.warnings,
        evidence=evidence,
    )


def _outside_model(athlete: Athlete, mass_kg: float | None) -> tuple[Reason, str] | None:
    """Why the model does not hold for a person, and what to do instead."""
    age, height = athlete.age_years, athlete.height_cm
    if age is not None and age < ADULT_AGE_YEARS:
        return UNDER_18(age_years=age), ASK_PARENT
    if athlete.reproduction in (Reproduction.PREGNANT, Reproduction.LACTATING):
        return WITH_CHILD(), ASK_MIDWIFE
    if mass_kg is None or height is None or doubts(athlete, mass_kg):
        return None
    bmi = body_mass_index(mass_kg, height)
    return (TOO_LIGHT(bmi_kg_per_m2=bmi), ASK_PHYSICIAN) if bmi < LEAST_BMI else None


def _lacking(
    athlete: Athlete,
    body_mass: Part[Estimate],
    expenditure: Part[Expenditure],
    eaten_kcal_per_day: float | None,
) -> tuple[Missing, ...]:
    """Each missing thing once, in the order in which a person would give them."""
    asked = ((athlete.sex, missing.SEX), (athlete.age_years, missing.AGE))
    lacking = [
        what for value, what in (*asked, (athlete.height_cm, missing.HEIGHT)) if value is None
    ]
    mass_kg = None if body_mass.value is None else body_mass.value.value
    lacking += doubts(athlete, mass_kg)
    if athlete.height_cm is not None and not is_height_measured(athlete.height_cm):
        lacking.append(HEIGHT_MEASURED)
    if body_mass.value is None:
        lacking += body_mass.missing
    if expenditure.value is None:
        lacking += (missing.EXPENDITURE, *expenditure.missing)
    elif not _is_consistent(expenditure.value.estimate.value, eaten_kcal_per_day):
        lacking.append(missing.CONSISTENT_LOG)
    return tuple(dict.fromkeys(lacking))


def _is_consistent(spent_kcal: float, eaten_kcal: float | None) -> bool:
    """Whether anything is spent at all, and what was eaten fits it."""
    low, high = EATEN_LEVELS
    eaten = spent_kcal if eaten_kcal is None else eaten_kcal
    return 0.0 < spent_kcal < math.inf and low * spent_kcal <= eaten <= high * spent_kcal


def _reasons(start: Outset) -> tuple[Reason, ...]:
    starts = STARTS_FROM(
        body_mass_kg=start.body_mass.value,
        fat_mass_kg=start.body.fat_mass_kg,
        fat_method=start.body.method,
        energy_kcal_per_day=start.expenditure.value,
        low_kcal_per_day=start.expenditure.low,
        high_kcal_per_day=start.expenditure.high,
        method=start.method,
    )
    if start.eaten_kcal_per_day is None:
        return starts, AS_IF_IN_BALANCE()
    return starts, EATEN_LATELY(eaten_kcal_per_day=start.eaten_kcal_per_day)


def _better(start: Outset, athlete: Athlete) -> tuple[Missing, ...]:
    """What would make the forecast closer."""
    better: tuple[Missing, ...] = ()
    if reported_body_fat_percent(athlete) is None:
        better += (missing.BODY_FAT,)
    if start.eaten_kcal_per_day is None:
        better += (missing.INTAKE,)
    return better
