"""What adults of a size and an activity spend in a day: the equations of the dietary references.

Fitted to doubly labelled water. They give a total: exercise is in it already.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.engine.answer import Basis, Estimate, Missing, Part, ReasonKind, insufficient, ok, refused
from app.engine.energy import missing
from app.engine.energy.body.believed import doubts
from app.engine.energy.interval import normal_estimate
from app.engine.records import Athlete, Reproduction, Sex
from app.engine.units import CM_PER_M

ADULT_FROM_YEARS = 19.0
"""The adult set of both editions begins here."""
LEVEL_RANGE = (1.0, 2.5)
"""Half-open, as in the tables; nobody lives outside for weeks."""
NEAR_EDGE = 0.05
"""A level this close to another category is warned of; a choice of ours."""


class ActivityCategory(StrEnum):
    INACTIVE = "inactive"
    LOW_ACTIVE = "low_active"
    ACTIVE = "active"
    VERY_ACTIVE = "very_active"


CATEGORIES = tuple(ActivityCategory)
EDGES_2023 = (1.53, 1.68, 1.85)
EDGES_2005 = (1.4, 1.6, 1.9)
"""Physical activity levels at which the next category of an edition begins, from 19 years on."""

_COEFFICIENTS_2023: Mapping[Sex, Mapping[ActivityCategory, tuple[float, float, float]]] = {
    Sex.MALE: {
        ActivityCategory.INACTIVE: (753.07, 6.50, 14.10),
        ActivityCategory.LOW_ACTIVE: (581.47, 8.30, 14.94),
        ActivityCategory.ACTIVE: (1004.82, 6.52, 15.91),
        ActivityCategory.VERY_ACTIVE: (-517.88, 15.61, 19.11),
    },
    Sex.FEMALE: {
        ActivityCategory.INACTIVE: (584.90, 5.72, 11.71),
        ActivityCategory.LOW_ACTIVE: (575.77, 6.60, 12.14),
        ActivityCategory.ACTIVE: (710.25, 6.54, 12.34),
        ActivityCategory.VERY_ACTIVE: (511.83, 9.07, 12.56),
    },
}
"""Constant, per cm, per kg."""
_PER_YEAR_2023: Mapping[Sex, float] = {Sex.MALE: 10.83, Sex.FEMALE: 7.01}
ERROR_2023_KCAL: Mapping[Sex, float] = {Sex.MALE: 339.0, Sex.FEMALE: 246.0}
"""Root mean square error of the fit, the category being known."""
_ACTIVITY_2005: Mapping[Sex, Mapping[ActivityCategory, float]] = {
    Sex.MALE: dict(zip(CATEGORIES, (1.0, 1.11, 1.25, 1.48), strict=True)),
    Sex.FEMALE: dict(zip(CATEGORIES, (1.0, 1.12, 1.27, 1.45), strict=True)),
}

REQUIREMENT = ReasonKind(
    "requirement_2023",
    "People of your sex, age, height and body mass who are {category} spend about "
    "{energy_kcal_per_day:.0f} kcal a day, exercise and all; the fit misses by {error_kcal:.0f} "
    "(root mean square).",
    Basis.EVIDENCE,
    "dri_2023",
)
NEAR_ANOTHER = ReasonKind(
    "requirement_near_edge",
    "A level of {activity_level:.2f} is near the next category ({category}), which would give "
    "{energy_kcal_per_day:.0f} kcal: the equations jump between categories.",
    Basis.EVIDENCE,
    "dri_2023",
)
UNDER_19 = ReasonKind(
    "requirement_under_19",
    "The adult equations begin at 19 years; below, none is given.",
    Basis.EVIDENCE,
    "dri_2023",
)
CHILD_BEARING = ReasonKind(
    "requirement_child_bearing",
    "Pregnancy and nursing have equations of their own, which are not here.",
    Basis.EVIDENCE,
    "dri_2023",
)
LEVEL_OUT_OF_RANGE = ReasonKind(
    "requirement_level_out_of_range",
    "A physical activity level of {activity_level:.2f} is outside 1.0 to 2.5, where the tables "
    "end.",
    Basis.EVIDENCE,
    "dri_2023",
)

_NEEDED: tuple[tuple[str, Missing], ...] = (
    ("sex", missing.SEX),
    ("age_years", missing.AGE),
    ("height_cm", missing.HEIGHT),
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """Estimated energy requirement [kcal/d]: a total that keeps body mass."""

    estimate: Estimate
    category: ActivityCategory
    superseded_2005_kcal_per_day: float
    """What the edition before said, to compare; it is not in force."""


@dataclass(frozen=True, slots=True)
class _Adult:
    sex: Sex
    age_years: float
    height_cm: float
    body_mass_kg: float

    def of_2023(self, category: ActivityCategory) -> float:
        return requirement_2023(
            self.sex, self.age_years, self.height_cm, self.body_mass_kg, category
        )


def requirement_2023(
    sex: Sex,
    age_years: float,
    height_cm: float,
    body_mass_kg: float,
    category: ActivityCategory,
) -> float:
    """Total energy expenditure [kcal/d]; 19 years and over. NASEM (2023), doi:10.17226/26818."""
    constant, per_cm, per_kg = _COEFFICIENTS_2023[sex][category]
    aged = _PER_YEAR_2023[sex] * age_years
    return constant - aged + per_cm * height_cm + per_kg * body_mass_kg


def requirement_2005(
    sex: Sex,
    age_years: float,
    height_cm: float,
    body_mass_kg: float,
    category: ActivityCategory,
) -> float:
    """Total energy expenditure [kcal/d] of the edition before; superseded. IOM (2005)."""
    activity, height_m = _ACTIVITY_2005[sex][category], height_cm / CM_PER_M
    if sex is Sex.MALE:
        return 662.0 - 9.53 * age_years + activity * (15.91 * body_mass_kg + 539.6 * height_m)
    return 354.0 - 6.91 * age_years + activity * (9.36 * body_mass_kg + 726.0 * height_m)


def activity_category(
    activity_level: float, edges: tuple[float, ...] = EDGES_2023
) -> ActivityCategory | None:
    """The category of a physical activity level; None outside [1.0, 2.5)."""
    low, high = LEVEL_RANGE
    if not low <= activity_level < high:
        return None
    return CATEGORIES[sum(activity_level >= edge for edge in edges)]


def requirement(
    athlete: Athlete, body_mass: Part[Estimate], activity: float | ActivityCategory
) -> Part[Requirement]:
    """The estimated requirement of an adult at a physical activity level, or in a category.

    Refused below 19 years, in pregnancy and while nursing, and outside [1.0, 2.5).
    """
    if athlete.age_years is not None and athlete.age_years < ADULT_FROM_YEARS:
        reason = UNDER_19(age_years=athlete.age_years)
        return refused((reason,), "Ask a physician or a dietitian who knows growing people.")
    if athlete.reproduction in (Reproduction.PREGNANT, Reproduction.LACTATING):
        return refused((CHILD_BEARING(),), "Ask a midwife, a physician or a dietitian.")
    if isinstance(activity, ActivityCategory):
        return _of_category(athlete, body_mass, activity, activity)
    category = activity_category(activity)
    category_2005 = activity_category(activity, EDGES_2005)
    if category is None or category_2005 is None:
        reason = LEVEL_OUT_OF_RANGE(activity_level=activity)
        return refused((reason,), "Give a physical activity level from 1.0 to below 2.5.")
    return _of_category(athlete, body_mass, category, category_2005, activity)


def _of_category(
    athlete: Athlete,
    body_mass: Part[Estimate],
    category: ActivityCategory,
    category_2005: ActivityCategory,
    activity_level: float | None = None,
) -> Part[Requirement]:
    adult = _adult(athlete, body_mass)
    if isinstance(adult, tuple):
        return insufficient(adult)
    energy, error = adult.of_2023(category), ERROR_2023_KCAL[adult.sex]
    before = requirement_2005(
        adult.sex, adult.age_years, adult.height_cm, adult.body_mass_kg, category_2005
    )
    value = Requirement(normal_estimate(energy, error, at_least=0.0), category, before)
    because = REQUIREMENT(category=_words(category), energy_kcal_per_day=energy, error_kcal=error)
    warnings = tuple(
        NEAR_ANOTHER(
            activity_level=level, category=_words(other), energy_kcal_per_day=adult.of_2023(other)
        )
        for level, other in _neighbours(activity_level)
    )
    return ok(value, (because,), warnings=warnings)


def _adult(athlete: Athlete, body_mass: Part[Estimate]) -> _Adult | tuple[Missing, ...]:
    mass = body_mass.value
    lacking = tuple(what for field, what in _NEEDED if getattr(athlete, field) is None)
    lacking += doubts(athlete, None if mass is None else mass.value)
    sex, age, height = athlete.sex, athlete.age_years, athlete.height_cm
    if lacking or mass is None or sex is None or age is None or height is None:
        return body_mass.missing + lacking
    return _Adult(sex, age, height, mass.value)


def _neighbours(activity_level: float | None) -> tuple[tuple[float, ActivityCategory], ...]:
    """The categories that begin or end close to a level."""
    if activity_level is None:
        return ()
    found = []
    for index, edge in enumerate(EDGES_2023):
        if abs(activity_level - edge) <= NEAR_EDGE:
            other = CATEGORIES[index] if activity_level >= edge else CATEGORIES[index + 1]
            found.append((activity_level, other))
    return tuple(found)


def _words(category: ActivityCategory) -> str:
    return category.value.replace("_", " ")
