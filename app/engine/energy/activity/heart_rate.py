"""Energy of steady exercise from the heart rate (Keytel 2005)."""

from collections.abc import Mapping
from math import inf

from app.engine.answer import (
    Basis,
    Estimate,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy import missing
from app.engine.energy.activity.met import RESTING_MET, gross_kcal
from app.engine.energy.interval import normal_estimate
from app.engine.records import Athlete, Sex
from app.engine.units import KJ_PER_KCAL

HEART_RATE_RANGE = (90.0, 220.0)
"""Beats a minute. Below, the heart follows posture, coffee and nerves more than work."""
STUDY_HEART_RATE = 150.0
STUDY_AGES = (18.0, 46.0)
"""The oldest were 45; an age is counted in parts of years."""
STUDY_MASSES_KG = (47.0, 120.0)
STUDY_FITNESS = (27.0, 81.0)
RELATIVE_SD = 0.20
RELATIVE_SD_WITH_FITNESS = 0.16
"""Of one person around the fit; ours, wider than the fit itself (R² 0.73 and 0.83), because a
chest strap at home is no laboratory."""

HEART_RATE_COST = ReasonKind(
    "heart_rate_cost",
    "At {heart_rate:.0f} beats a minute, held steady, about {gross_kcal_per_min:.1f} kcal a minute "
    "gross ({model}).",
    Basis.EVIDENCE,
    "keytel_2005",
)
NOT_STEADY = ReasonKind(
    "heart_rate_not_steady",
    "The fit holds for steady exercise; with sets, sprints and pauses the heart runs on after the "
    "work has ended.",
    Basis.EVIDENCE,
    "keytel_2005",
)
OUT_OF_RANGE = ReasonKind(
    "heart_rate_out_of_range",
    "{heart_rate:.0f} beats a minute are outside "
    f"{HEART_RATE_RANGE[0]:g} to {HEART_RATE_RANGE[1]:g}.",
    Basis.EVIDENCE,
    "keytel_2005",
)
NO_SENSE = ReasonKind(
    "heart_rate_no_sense",
    "For this body and heart rate the fit gives less than the rest costs.",
    Basis.EVIDENCE,
    "keytel_2005",
)
OUTSIDE_STUDY = ReasonKind(
    "heart_rate_outside_study",
    f"The fit was made on people of {STUDY_AGES[0]:g} to {STUDY_AGES[1] - 1:g} years and "
    f"{STUDY_MASSES_KG[0]:g} to {STUDY_MASSES_KG[1]:g} kg at moderate rates; here it is less sure "
    "than the interval says.",
    Basis.EVIDENCE,
    "keytel_2005",
)

TABLE_INSTEAD = "Take the activity from the table of rates."

_WITHOUT_FITNESS: Mapping[Sex, tuple[float, float, float, float]] = {
    Sex.MALE: (-55.0969, 0.6309, 0.1988, 0.2017),
    Sex.FEMALE: (-20.4022, 0.4472, -0.1263, 0.074),
}
"""Constant, per beat, per kg, per year [kJ/min]."""
_WITH_FITNESS: Mapping[Sex, tuple[float, float, float, float, float]] = {
    Sex.MALE: (-95.7735, 0.634, 0.404, 0.394, 0.271),
    Sex.FEMALE: (-59.3954, 0.450, 0.380, 0.103, 0.274),
}
"""Constant, per beat, per ml/kg/min of maximal oxygen uptake, per kg, per year [kJ/min].
Another fit: a number of one set never goes with one of the other, though some programs mix them."""


def keytel(sex: Sex, age_years: float, body_mass_kg: float, heart_rate: float) -> float:
    """Gross energy [kcal/min] of steady exercise, fitness unknown.

    Keytel et al. (2005) J Sports Sci 23:289, n = 115, r 0.86.
    """
    constant, per_beat, per_kg, per_year = _WITHOUT_FITNESS[sex]
    energy_kj = constant + per_beat * heart_rate + per_kg * body_mass_kg + per_year * age_years
    return energy_kj / KJ_PER_KCAL


def keytel_fitness(
    sex: Sex, age_years: float, body_mass_kg: float, heart_rate: float, vo2max: float
) -> float:
    """Gross energy [kcal/min] of steady exercise; maximal oxygen uptake in ml/kg/min.

    Keytel et al. (2005) J Sports Sci 23:289, n = 115, r 0.91.
    """
    constant, per_beat, per_fitness, per_kg, per_year = _WITH_FITNESS[sex]
    energy_kj = constant + per_beat * heart_rate + per_fitness * vo2max
    return (energy_kj + per_kg * body_mass_kg + per_year * age_years) / KJ_PER_KCAL


def heart_rate_energy(
    athlete: Athlete,
    body_mass_kg: float,
    heart_rate: float,
    *,
    steady: bool,
    vo2max: float | None = None,
) -> Part[Estimate]:
    """Gross energy [kcal/min] of exercise at a mean heart rate.

    Refused where it was not steady, outside 90 to 220 beats a minute, and where the fit gives
    less than resting. Insufficient without sex and age.
    """
    if not 0.0 < body_mass_kg < inf:
        return insufficient((missing.HEIGHT_OR_MASS,))
    if not steady:
        return refused((NOT_STEADY(),), TABLE_INSTEAD)
    low, high = HEART_RATE_RANGE
    if not low <= heart_rate <= high:
        return refused((OUT_OF_RANGE(heart_rate=heart_rate),), TABLE_INSTEAD)
    sex, age = athlete.sex, athlete.age_years
    if sex is None or age is None:
        unknown = ((missing.SEX, sex), (missing.AGE, age))
        return insufficient(tuple(what for what, value in unknown if value is None))
    return _cost(sex, age, body_mass_kg, heart_rate, vo2max)


def _cost(
    sex: Sex, age_years: float, body_mass_kg: float, heart_rate: float, vo2max: float | None
) -> Part[Estimate]:
    if vo2max is None:
        energy, relative_sd = keytel(sex, age_years, body_mass_kg, heart_rate), RELATIVE_SD
    else:
        energy = keytel_fitness(sex, age_years, body_mass_kg, heart_rate, vo2max)
        relative_sd = RELATIVE_SD_WITH_FITNESS
    if energy <= gross_kcal(RESTING_MET, body_mass_kg, minutes=1.0):
        return refused((NO_SENSE(),), TABLE_INSTEAD)
    because = HEART_RATE_COST(
        heart_rate=heart_rate,
        gross_kcal_per_min=energy,
        model="fitness unknown" if vo2max is None else "fitness known",
    )
    warnings = _outside(age_years, body_mass_kg, heart_rate, vo2max)
    return ok(normal_estimate(energy, relative_sd * energy), (because,), warnings=warnings)


def _outside(
    age_years: float, body_mass_kg: float, heart_rate: float, vo2max: float | None
) -> tuple[Reason, ...]:
    (youngest, oldest), (lightest, heaviest) = STUDY_AGES, STUDY_MASSES_KG
    least, most = STUDY_FITNESS
    inside = (
        youngest <= age_years < oldest
        and lightest <= body_mass_kg <= heaviest
        and heart_rate <= STUDY_HEART_RATE
        and (vo2max is None or least <= vo2max <= most)
    )
    return () if inside else (OUTSIDE_STUDY(),)
