"""Resting energy expenditure from published equations, chosen by what is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Never

from app.engine.answer import Estimate, Missing, Part, Reason, insufficient, ok, refused
from app.engine.energy import missing
from app.engine.energy.body.believed import doubts, is_height_measured
from app.engine.energy.body.composition import ADULT_AGE_YEARS, reported_body_fat_percent
from app.engine.energy.interval import normal_estimate
from app.engine.energy.resting import reasons as resting_reasons
from app.engine.energy.resting.by_lean_mass import katch_mcardle
from app.engine.energy.resting.by_size import mifflin
from app.engine.energy.resting.equations import LEAN_MASS, RESTING_EQUATIONS, RestingEquation
from app.engine.records import Athlete, Sex

__all__ = [
    "RESTING_EQUATIONS",
    "RestingComparison",
    "RestingEnergy",
    "default_equation",
    "katch_mcardle",
    "mifflin",
    "resting_comparison",
    "resting_energy",
]

TRAINED_BY_SIZE_SD = 0.15
"""Equations of body mass and height are within 10 % in fewer than half of athletes: for a normal
error that is a standard deviation of 15 % or more (ten Haaf & Weijs 2014)."""

ANOTHER = "Choose another equation, or none, and the best for what is known is taken."

_NEEDED: Mapping[str, Missing] = MappingProxyType(
    {
        "sex": missing.SEX,
        "age_years": missing.AGE,
        "height_cm": missing.HEIGHT,
        LEAN_MASS: missing.BODY_FAT,
        "fat_mass_kg": missing.BODY_FAT,
    }
)


@dataclass(frozen=True, slots=True)
class RestingEnergy:
    """Resting energy [kcal/d] and the name of its equation."""

    estimate: Estimate
    equation: str


@dataclass(frozen=True, slots=True)
class RestingComparison:
    """The equation that is chosen, and what all others say [kcal/d]."""

    chosen: Part[RestingEnergy]
    by_equation: Mapping[str, Part[RestingEnergy]]
    """Every equation, also those that lack something or do not hold."""
    lowest_kcal_per_day: float | None
    """Of those for people like this: equations of athletes count for who trains. None where no
    equation answers."""
    highest_kcal_per_day: float | None


@dataclass(frozen=True, slots=True)
class _Person:
    athlete: Athlete
    body_mass_kg: float
    trained: bool

    @property
    def known(self) -> Mapping[str, float | Sex]:
        """What the equations ask for, by name; what is unknown or not believed is not there."""
        height_cm, body_fat = self.athlete.height_cm, reported_body_fat_percent(self.athlete)
        if height_cm is not None and not is_height_measured(height_cm):
            height_cm = None
        fat_mass_kg = None if body_fat is None else self.body_mass_kg * body_fat / 100.0
        fat_free_kg = None if fat_mass_kg is None else self.body_mass_kg - fat_mass_kg
        quantities = {
            "sex": self.athlete.sex,
            "age_years": self.athlete.age_years,
            "height_cm": height_cm,
            "body_mass_kg": self.body_mass_kg,
            "fat_mass_kg": fat_mass_kg,
            LEAN_MASS: fat_free_kg,
        }
        return {name: value for name, value in quantities.items() if value is not None}


def resting_energy(
    athlete: Athlete,
    body_mass: Part[Estimate],
    *,
    trained: bool = False,
    equation: str | None = None,
) -> Part[RestingEnergy]:
    """Resting energy at a body mass, by `equation` or else by the best that is known allows.

    `trained` is said by the athlete: hard training several times a week, for years or in sport.
    Refused below 18 years; insufficient, naming each missing thing, where none can be used, or
    where age, height or body mass cannot be. ValueError where no equation has that name.
    """
    if equation is not None and equation not in RESTING_EQUATIONS:
        raise ValueError(f"no resting equation is called {equation!r}")
    person = _person(athlete, body_mass, trained)
    if isinstance(person, Part):
        return person
    if equation is not None:
        return _by_equation(equation, person)
    return _by_best_equation(person)


def resting_comparison(
    athlete: Athlete, body_mass: Part[Estimate], *, trained: bool = False
) -> RestingComparison:
    """The chosen resting energy beside that of every equation.

    An equation answers for itself: one that needs little may hold where none can be chosen.
    """
    person = _person(athlete, body_mass, trained)
    if isinstance(person, Part):
        nothing = MappingProxyType(dict.fromkeys(RESTING_EQUATIONS, person))
        return RestingComparison(person, nothing, None, None)
    parts = {name: _by_equation(name, person) for name in RESTING_EQUATIONS}
    energies = [
        part.value.estimate.value
        for name, part in parts.items()
        if part.value is not None and (trained or not RESTING_EQUATIONS[name].of_athletes)
    ]
    return RestingComparison(
        _by_best_equation(person),
        MappingProxyType(parts),
        min(energies, default=None),
        max(energies, default=None),
    )


def default_equation(athlete: Athlete, *, trained: bool = False) -> str:
    """The name of the equation that what is known of an adult leads to."""
    if reported_body_fat_percent(athlete) is not None:
        return "cunningham_1980" if trained else "katch_mcardle"
    if trained and _is_of_ages(RESTING_EQUATIONS["ten_haaf_weight"], athlete.age_years):
        return "ten_haaf_weight"
    return "mifflin"


def _person(athlete: Athlete, body_mass: Part[Estimate], trained: bool) -> _Person | Part[Never]:
    """Who is asked about; or what forbids every equation: a growing body, or a slip."""
    if athlete.age_years is not None and athlete.age_years < ADULT_AGE_YEARS:
        reason = resting_reasons.UNDER_18(age_years=athlete.age_years)
        return refused((reason,), "Ask a physician or a dietitian who knows growing people.")
    if body_mass.value is None:
        lacking = doubts(athlete, None)
        return insufficient(body_mass.missing + lacking + _unknown(athlete))
    body_mass_kg = body_mass.value.value
    lacking = doubts(athlete, body_mass_kg)
    if not 0.0 < body_mass_kg < inf:
        lacking = (missing.HEIGHT_OR_MASS,)
    if lacking:
        return insufficient(lacking, warnings=_warnings(athlete))
    return _Person(athlete, body_mass_kg, trained)


def _by_best_equation(person: _Person) -> Part[RestingEnergy]:
    name = default_equation(person.athlete, trained=person.trained)
    part = _by_equation(name, person)
    if part.value is None:
        return insufficient(_unknown(person.athlete), warnings=_warnings(person.athlete))
    better = (missing.BODY_FAT,) if person.athlete.body_fat_percent is None else ()
    because = (_why_chosen(part.value, person),)
    return ok(part.value, because, warnings=part.warnings, missing=better)


def _why_chosen(resting: RestingEnergy, person: _Person) -> Reason:
    kind = {
        "cunningham_1980": resting_reasons.CUNNINGHAM_CHOSEN,
        "katch_mcardle": resting_reasons.KATCH_CHOSEN,
        "ten_haaf_weight": resting_reasons.TEN_HAAF_CHOSEN,
        "mifflin": resting_reasons.MIFFLIN_FOR_TRAINED
        if person.trained
        else resting_reasons.MIFFLIN_CHOSEN,
    }[resting.equation]
    energy, known = resting.estimate.value, person.known
    if LEAN_MASS in RESTING_EQUATIONS[resting.equation].needs:
        return kind(fat_free_mass_kg=known[LEAN_MASS], energy_kcal_per_day=energy)
    return kind(energy_kcal_per_day=energy, body_mass_kg=person.body_mass_kg)


def _by_equation(name: str, person: _Person) -> Part[RestingEnergy]:
    equation, known = RESTING_EQUATIONS[name], person.known
    if lacking := _lacking(equation, known, person.athlete):
        return insufficient(lacking, warnings=_warnings(person.athlete))
    if equation.sex is not None and person.athlete.sex is not equation.sex:
        reason = resting_reasons.OTHER_SEX(equation=equation.label, population=equation.population)
        return refused((reason,), ANOTHER)
    energy = equation.calculate(**{need: known[need] for need in equation.needs})
    if energy <= 0.0:
        return refused(
            (resting_reasons.NOT_PHYSICAL(equation=equation.label, energy_kcal_per_day=energy),),
            ANOTHER,
        )
    estimate = normal_estimate(energy, _relative_sd(equation, person) * energy)
    because = resting_reasons.OF_EQUATION[name](
        equation=equation.label,
        energy_kcal_per_day=energy,
        body_mass_kg=person.body_mass_kg,
        population=equation.population,
    )
    warnings = _warnings(person.athlete) + _misfits(name, person)
    return ok(RestingEnergy(estimate, name), (because,), warnings=warnings)


def _lacking(
    equation: RestingEquation, known: Mapping[str, float | Sex], athlete: Athlete
) -> tuple[Missing, ...]:
    needs = equation.needs if equation.sex is None else ("sex", *equation.needs)
    lacking = {_NEEDED[need]: None for need in needs if need not in known}
    if missing.HEIGHT in lacking and athlete.height_cm is not None:
        return tuple(missing.HEIGHT_RANGE if what is missing.HEIGHT else what for what in lacking)
    return tuple(lacking)


def _relative_sd(equation: RestingEquation, person: _Person) -> float:
    if person.trained and not equation.holds_for_trained:
        return TRAINED_BY_SIZE_SD
    return equation.relative_sd


def _misfits(name: str, person: _Person) -> tuple[Reason, ...]:
    """Warnings where the person is not of the people that an equation was measured on."""
    equation, age = RESTING_EQUATIONS[name], person.athlete.age_years
    found: tuple[Reason, ...] = ()
    if equation.ages_years is not None and age is not None and not _is_of_ages(equation, age):
        low, high = equation.ages_years
        found += (
            resting_reasons.OUTSIDE_AGES[name](low_years=low, high_years=high - 1.0, age_years=age),
        )
    if equation.of_athletes and not person.trained:
        found += (
            resting_reasons.OF_ATHLETES(equation=equation.label, population=equation.population),
        )
    if person.trained and not equation.holds_for_trained:
        found += (resting_reasons.TRAINED_BY_SIZE(),)
    return found


def _is_of_ages(equation: RestingEquation, age_years: float | None) -> bool:
    if equation.ages_years is None or age_years is None:
        return False
    low, high = equation.ages_years
    return low <= age_years < high


def _unknown(athlete: Athlete) -> tuple[Missing, ...]:
    """What an equation of body mass and height needs; nothing where body fat serves instead."""
    if reported_body_fat_percent(athlete) is not None:
        return ()
    by_field = {"sex": missing.SEX, "age_years": missing.AGE, "height_cm": missing.HEIGHT}
    lacking = tuple(what for field, what in by_field.items() if getattr(athlete, field) is None)
    if athlete.height_cm is not None and not is_height_measured(athlete.height_cm):
        lacking += (missing.HEIGHT_RANGE,)
    return lacking


def _warnings(athlete: Athlete) -> tuple[Reason, ...]:
    if athlete.body_fat_percent is None or reported_body_fat_percent(athlete) is not None:
        return ()
    return (resting_reasons.BODY_FAT_NOT_BELIEVED(body_fat_percent=athlete.body_fat_percent),)
