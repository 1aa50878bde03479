"""The dietary references' total of the day [kcal/d]."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Estimate, Part, Status, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.activity.requirement import (
    CATEGORIES,
    EDGES_2005,
    ActivityCategory,
    activity_category,
    requirement,
    requirement_2005,
    requirement_2023,
)
from app.engine.records import Athlete, Reproduction, Sex
from tests.engine.energy.logs import MAN, WOMAN

MALE, FEMALE = Sex.MALE, Sex.FEMALE
INACTIVE, LOW_ACTIVE, ACTIVE, VERY_ACTIVE = CATEGORIES


def weighed(body_mass_kg: float) -> Part[Estimate]:
    return ok(Estimate(body_mass_kg, body_mass_kg, body_mass_kg))


BY_CATEGORY = [
    ((MALE, 30, 180, 80), (2726.17, 2945.77, 3126.32, 3495.82)),
    ((FEMALE, 35, 165, 70), (2103.05, 2269.22, 2407.80, 2642.23)),
    ((MALE, 65, 175, 90), (2455.62, 2674.62, 2873.77, 3229.82)),
    ((FEMALE, 24, 170, 58), (2068.24, 2233.65, 2369.53, 2613.97)),
]


@pytest.mark.parametrize(("person", "kcal_per_day"), BY_CATEGORY)
def test_2023(person: tuple[Sex, float, float, float], kcal_per_day: tuple[float, ...]) -> None:
    values = [requirement_2023(*person, category) for category in CATEGORIES]
    assert values == pytest.approx(kcal_per_day, abs=0.005)


def test_2023_published_example() -> None:
    assert round(requirement_2023(FEMALE, 22, 165, 63, LOW_ACTIVE)) == 2275


def test_2023_as_others_test_it() -> None:
    assert requirement_2023(MALE, 30, 170, 70, INACTIVE) == pytest.approx(2520.17, abs=0.005)
    assert requirement_2023(FEMALE, 30, 170, 70, ACTIVE) == pytest.approx(2475.55, abs=0.005)


TABLE_2005 = [
    # The table of 30-year-olds in the report: height, mass, men and women by category.
    (150, 56.2, (2080, 2267, 2506, 2898), (1762, 1956, 2198, 2489)),
    (165, 68.0, (2349, 2566, 2842, 3296), (1982, 2202, 2477, 2807)),
    (180, 59.9, (2301, 2513, 2782, 3225), (2015, 2239, 2519, 2855)),
    (180, 81.0, (2635, 2884, 3200, 3720), (2211, 2459, 2769, 3141)),
]


@pytest.mark.parametrize(("height_cm", "body_mass_kg", "men", "women"), TABLE_2005)
def test_2005_meets_its_own_table(
    height_cm: float, body_mass_kg: float, men: tuple[int, ...], women: tuple[int, ...]
) -> None:
    for sex, printed in ((MALE, men), (FEMALE, women)):
        values = [requirement_2005(sex, 30, height_cm, body_mass_kg, one) for one in CATEGORIES]
        assert values == pytest.approx(printed, abs=2.0)


LEVELS = [
    (0.99, None, None),
    (1.0, INACTIVE, INACTIVE),
    (1.4, INACTIVE, LOW_ACTIVE),
    (1.5299, INACTIVE, LOW_ACTIVE),
    (1.53, LOW_ACTIVE, LOW_ACTIVE),
    (1.68, ACTIVE, ACTIVE),
    (1.85, VERY_ACTIVE, ACTIVE),
    (1.9, VERY_ACTIVE, VERY_ACTIVE),
    (2.4999, VERY_ACTIVE, VERY_ACTIVE),
    (2.5, None, None),
    (float("nan"), None, None),
]


@pytest.mark.parametrize(("level", "of_2023", "of_2005"), LEVELS)
def test_categories(
    level: float, of_2023: ActivityCategory | None, of_2005: ActivityCategory | None
) -> None:
    assert activity_category(level) is of_2023
    assert activity_category(level, EDGES_2005) is of_2005


def test_an_answer_with_its_error_and_the_edition_before() -> None:
    part = requirement(MAN, weighed(80.0), LOW_ACTIVE)
    assert part.value is not None
    assert part.value.category is LOW_ACTIVE
    assert part.value.estimate.value == pytest.approx(2945.77)
    assert part.value.estimate.high - part.value.estimate.value == pytest.approx(434.4, abs=0.1)
    assert part.value.superseded_2005_kcal_per_day == pytest.approx(2867.0, abs=0.1)
    assert [one.code for one in part.because] == ["requirement_2023"]
    assert part.warnings == ()


EDGES = [
    (1.45, INACTIVE, []),
    (1.50, INACTIVE, ["low active"]),
    (1.53, LOW_ACTIVE, ["inactive"]),
    (1.66, LOW_ACTIVE, ["active"]),
    (1.75, ACTIVE, []),
    (1.82, ACTIVE, ["very active"]),
    (2.2, VERY_ACTIVE, []),
]


@pytest.mark.parametrize(("level", "category", "near"), EDGES)
def test_near_an_edge_the_other_category_is_told(
    level: float, category: ActivityCategory, near: list[str]
) -> None:
    part = requirement(WOMAN, weighed(70.0), level)
    assert part.value is not None
    assert part.value.category is category
    assert [one.values["category"] for one in part.warnings] == near


REFUSED = [
    (replace(MAN, age_years=18.9), 1.6, "requirement_under_19"),
    (replace(WOMAN, reproduction=Reproduction.PREGNANT), 1.6, "requirement_child_bearing"),
    (replace(WOMAN, reproduction=Reproduction.LACTATING), 1.6, "requirement_child_bearing"),
    (MAN, 0.99, "requirement_level_out_of_range"),
    (MAN, 2.5, "requirement_level_out_of_range"),
]


@pytest.mark.parametrize(("athlete", "level", "code"), REFUSED)
def test_refused(athlete: Athlete, level: float, code: str) -> None:
    part = requirement(athlete, weighed(70.0), level)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == [code]
    assert part.instead


LACKING = [
    (Athlete(), weighed(80.0), ["sex", "age_years", "height_cm"]),
    (MAN, insufficient((missing.WEIGHING,)), ["weighing"]),
    (replace(MAN, height_cm=18.0), weighed(80.0), ["height_or_body_mass"]),
    (replace(MAN, age_years=200.0), weighed(80.0), ["age_years"]),
]


@pytest.mark.parametrize(("athlete", "body_mass", "codes"), LACKING)
def test_lacking(athlete: Athlete, body_mass: Part[Estimate], codes: list[str]) -> None:
    part = requirement(athlete, body_mass, 1.6)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == codes


@given(st.sampled_from([MALE, FEMALE]), st.floats(19, 80), st.floats(150, 200), st.floats(45, 150))
def test_more_active_is_more(
    sex: Sex, age_years: float, height_cm: float, body_mass_kg: float
) -> None:
    values = [requirement_2023(sex, age_years, height_cm, body_mass_kg, one) for one in CATEGORIES]
    assert values[0] < values[1] < values[3]
    assert values[0] < values[2]
