"""Resting energy expenditure from published equations, chosen by what is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
from app.engine.energy.believed import doubts, is_height_measured
from app.engine.energy.composition import ADULT_AGE_YEARS, reported_body_fat_percent
from app.engine.energy.interval import normal_estimate
from app.engine.records import Athlete, Sex

MIFFLIN_CHOSEN = ReasonKind(
    "resting_mifflin",
    "Body fat is unknown, so Mifflin-St Jeor is used: {energy_kcal_per_day:.0f} kcal a day for "
    "{body_mass_kg:.1f} kg. It comes within 10 % for about four people in five.",
    Basis.EVIDENCE,
    "mifflin_1990",
)
KATCH_CHOSEN = ReasonKind(
    "resting_katch_mcardle",
    "Body fat is known, so Katch-McArdle is used: 370 + 21.6 x {fat_free_mass_kg:.1f} kg of "
    "fat-free mass = {energy_kcal_per_day:.0f} kcal a day.",
    Basis.EVIDENCE,
    "cunningham_1991",
)
OUTSIDE_AGES = ReasonKind(
    "resting_outside_ages",
    "The equation was measured at {low_years:.0f} to {high_years:.0f} years; at "
    "{age_years:.1f} it is less sure than the interval says.",
    Basis.EVIDENCE,
    "mifflin_1990",
)
BODY_FAT_NOT_BELIEVED = ReasonKind(
    "body_fat_not_believed",
    "A body fat of {body_fat_percent:.1f} % is outside 3 to 65 %: it is not believed and not used.",
    Basis.CONVENTION,
)
UNDER_18 = ReasonKind(
    "resting_under_18",
    "The equations were measured on adults; at {age_years:.1f} years none is given.",
    Basis.EVIDENCE,
    "mifflin_1990",
)


@dataclass(frozen=True, slots=True)
class RestingEnergy:
    """Resting energy [kcal/d] and the name of its equation."""

    estimate: Estimate
    equation: str


def mifflin(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """Resting energy [kcal/d], rounded coefficients; 19 to 78 years, normal weight to obese.

    Mifflin et al. (1990) Am J Clin Nutr 51:241, n = 498.
    """
    constant = 5.0 if sex is Sex.MALE else -161.0
    return max(10.0 * body_mass_kg + 6.25 * height_cm - 5.0 * age_years + constant, 0.0)


def katch_mcardle(fat_free_mass_kg: float) -> float:
    """Resting energy [kcal/d] from fat-free mass; adults.

    The textbook's Katch-McArdle is Cunningham (1991) Am J Clin Nutr 54:963.
    """
    return 370.0 + 21.6 * fat_free_mass_kg


def _mifflin_of(athlete: Athlete, body_mass_kg: float) -> tuple[float, Reason] | None:
    sex, age, height = athlete.sex, athlete.age_years, athlete.height_cm
    if sex is None or age is None or height is None or not is_height_measured(height):
        return None
    energy = mifflin(sex, age, height, body_mass_kg)
    return energy, MIFFLIN_CHOSEN(energy_kcal_per_day=energy, body_mass_kg=body_mass_kg)


def _katch_of(athlete: Athlete, body_mass_kg: float) -> tuple[float, Reason] | None:
    body_fat_percent = reported_body_fat_percent(athlete)
    if body_fat_percent is None:
        return None
    fat_free_mass_kg = body_mass_kg * (1.0 - body_fat_percent / 100.0)
    energy = katch_mcardle(fat_free_mass_kg)
    return energy, KATCH_CHOSEN(fat_free_mass_kg=fat_free_mass_kg, energy_kcal_per_day=energy)


@dataclass(frozen=True, slots=True)
class RestingEquation:
    """An equation with what it needs and how far it misses."""

    calculate: Callable[[Athlete, float], tuple[float, Reason] | None]
    """Energy [kcal/d] and its reason from athlete and body mass [kg]; None where unknown."""
    relative_sd: float
    """Standard deviation of measured over predicted in adults."""
    ages_years: tuple[float, float] | None
    """Ages on which it was measured, where the paper gives them."""


RESTING_EQUATIONS: Mapping[str, RestingEquation] = {
    "katch_mcardle": RestingEquation(_katch_of, 0.08, None),
    "mifflin": RestingEquation(_mifflin_of, 0.08, (19.0, 79.0)),
}
"""In order of preference. 0.08: Mifflin is within 10 % in 79 % of adults (`resting-energy.md`)."""

_NEEDED: tuple[tuple[str, Missing], ...] = (
    ("sex", missing.SEX),
    ("age_years", missing.AGE),
    ("height_cm", missing.HEIGHT),
)


def resting_energy(athlete: Athlete, body_mass: Part[Estimate]) -> Part[RestingEnergy]:
    """Resting energy at a body mass by the best equation that what is known allows.

    Refused below 18 years; insufficient, naming each missing thing, where none can be used, or
    where age, height or body mass cannot be.
    """
    if athlete.age_years is not None and athlete.age_years < ADULT_AGE_YEARS:
        reason = UNDER_18(age_years=athlete.age_years)
        return refused((reason,), "Ask a physician or a dietitian who knows growing people.")
    body_mass_kg = None if body_mass.value is None else body_mass.value.value
    lacking = doubts(athlete, body_mass_kg)
    if body_mass_kg is None:
        return insufficient(body_mass.missing + lacking + _unknown(athlete))
    if lacking:
        return insufficient(lacking, warnings=_warnings(athlete))
    return _by_best_equation(athlete, body_mass_kg)


def _by_best_equation(athlete: Athlete, body_mass_kg: float) -> Part[RestingEnergy]:
    warnings = _warnings(athlete)
    for name, equation in RESTING_EQUATIONS.items():
        if (result := equation.calculate(athlete, body_mass_kg)) is not None:
            energy, because = result
            estimate = normal_estimate(energy, equation.relative_sd * energy)
            warnings += _age_warning(athlete, equation)
            better = (missing.BODY_FAT,) if athlete.body_fat_percent is None else ()
            resting = RestingEnergy(estimate, name)
            return ok(resting, (because,), warnings=warnings, missing=better)
    return insufficient(_unknown(athlete), warnings=warnings)


def _unknown(athlete: Athlete) -> tuple[Missing, ...]:
    """What Mifflin needs and is not known; nothing where body fat serves instead."""
    if reported_body_fat_percent(athlete) is not None:
        return ()
    lacking = tuple(what for field, what in _NEEDED if getattr(athlete, field) is None)
    if athlete.height_cm is not None and not is_height_measured(athlete.height_cm):
        lacking += (missing.HEIGHT_RANGE,)
    return lacking


def _warnings(athlete: Athlete) -> tuple[Reason, ...]:
    if athlete.body_fat_percent is None or reported_body_fat_percent(athlete) is not None:
        return ()
    return (BODY_FAT_NOT_BELIEVED(body_fat_percent=athlete.body_fat_percent),)


def _age_warning(athlete: Athlete, equation: RestingEquation) -> tuple[Reason, ...]:
    if equation.ages_years is None or athlete.age_years is None:
        return ()
    low, high = equation.ages_years
    if low <= athlete.age_years < high:
        return ()
    return (OUTSIDE_AGES(low_years=low, high_years=high - 1.0, age_years=athlete.age_years),)
