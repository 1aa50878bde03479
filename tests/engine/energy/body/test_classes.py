"""Names of classes, water and lean mass for height."""

from dataclasses import replace

import pytest

from app.engine.answer import Basis, Status
from app.engine.energy.body.classes import (
    asian_action_point,
    bmi_class,
    body_fat_class,
    waist_to_height_class,
)
from app.engine.energy.body.lean_mass_index import (
    fat_free_mass_index,
    lean_mass_index,
    normalised_index,
)
from app.engine.energy.body.water import extracellular_water
from app.engine.records import Athlete, Reproduction, Sex
from tests.engine.energy.logs import MAN, WOMAN

MALE, FEMALE = Sex.MALE, Sex.FEMALE
ONE_METRE = replace(MAN, height_cm=100.0)
"""Whose body mass index is their body mass."""


@pytest.mark.parametrize(
    ("bmi", "name"),
    [
        (15.9, "severely_thin"),
        (16.0, "moderately_thin"),
        (17.0, "mildly_thin"),
        (18.5, "normal"),
        (24.99, "normal"),
        (25.0, "overweight"),
        (30.0, "obese_class_1"),
        (35.0, "obese_class_2"),
        (40.0, "obese_class_3"),
    ],
)
def test_body_mass_index(bmi: float, name: str) -> None:
    part = bmi_class(ONE_METRE, bmi)
    assert part.value is not None
    assert part.value.value == pytest.approx(bmi)
    assert part.value.name == name


@pytest.mark.parametrize(
    ("bmi", "point"), [(22.9, None), (23.0, 23.0), (27.5, 27.5), (36.0, 32.5), (50.0, 37.5)]
)
def test_asian_action_points(bmi: float, point: float | None) -> None:
    assert asian_action_point(bmi) == point
    codes = [one.code for one in bmi_class(ONE_METRE, bmi).because]
    assert ("bmi_asian_action_point" in codes) is (point is not None)


@pytest.mark.parametrize(
    ("waist_cm", "name"),
    [(71.0, "below"), (72.0, "healthy"), (89.9, "healthy"), (90.0, "increased"), (108.0, "high")],
)
def test_waist_to_height(waist_cm: float, name: str) -> None:
    part = waist_to_height_class(MAN, 80.0, waist_cm)
    assert part.value is not None
    assert part.value.name == name
    assert part.value.value == pytest.approx(waist_cm / 180.0)


def test_the_waist_is_not_used_from_a_body_mass_index_of_35() -> None:
    part = waist_to_height_class(MAN, 114.0, 120.0)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == ["waist_to_height_bmi_35"]


LACKING = [
    (MAN, 80.0, None, ["waist_cm"]),
    (MAN, 80.0, 8.5, ["waist_cm"]),
    (MAN, None, 85.0, ["body_mass_kg"]),
    (Athlete(), None, 85.0, ["height_cm", "body_mass_kg"]),
    (replace(MAN, height_cm=18.0), 80.0, 85.0, ["height_or_body_mass"]),
]


@pytest.mark.parametrize(("athlete", "body_mass_kg", "waist_cm", "codes"), LACKING)
def test_lacking(
    athlete: Athlete, body_mass_kg: float | None, waist_cm: float | None, codes: list[str]
) -> None:
    part = waist_to_height_class(athlete, body_mass_kg, waist_cm)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == codes


def test_body_mass_index_lacks_the_same() -> None:
    assert [one.code for one in bmi_class(Athlete(), 80.0).missing] == ["height_cm"]


@pytest.mark.parametrize(
    ("athlete", "code"),
    [
        (replace(MAN, age_years=15.0), "body_class_under_18"),
        (replace(WOMAN, reproduction=Reproduction.PREGNANT), "body_class_pregnant"),
    ],
)
def test_for_whom_the_classes_are_not(athlete: Athlete, code: str) -> None:
    for part in (bmi_class(athlete, 70.0), waist_to_height_class(athlete, 70.0, 80.0)):
        assert part.status is Status.REFUSED
        assert [one.code for one in part.because] == [code]


@pytest.mark.parametrize(
    ("sex", "percent", "name"),
    [
        (MALE, 1.9, "below"),
        (MALE, 5.9, "essential"),
        (MALE, 13.5, "athletes"),
        (MALE, 14.0, "fitness"),
        (MALE, 24.9, "average"),
        (MALE, 25.0, "obese"),
        (FEMALE, 9.0, "below"),
        (FEMALE, 13.0, "essential"),
        (FEMALE, 20.5, "athletes"),
        (FEMALE, 24.0, "fitness"),
        (FEMALE, 31.0, "average"),
        (FEMALE, 32.0, "obese"),
    ],
)
def test_body_fat_classes_are_a_convention_and_say_so(sex: Sex, percent: float, name: str) -> None:
    part = body_fat_class(sex, percent)
    assert part.value is not None
    assert part.value.name == name
    assert {one.basis for one in part.because} == {Basis.CONVENTION}
    assert part.because[-1].code == "definition_convention"
    assert "No study has measured it" in part.because[-1].text


def test_body_fat_class_of_an_unknown_sex() -> None:
    assert [one.code for one in body_fat_class(None, 20.0).missing] == ["sex"]


def test_fat_free_mass_index() -> None:
    index = fat_free_mass_index(85.0 * 0.88, 175.0)
    assert index == pytest.approx(24.424, abs=5e-4)
    assert normalised_index(index, 175.0) == pytest.approx(24.739, abs=5e-4)


def test_normalised_for_men_only() -> None:
    man, woman = lean_mass_index(MALE, 60.0, 180.0), lean_mass_index(FEMALE, 45.0, 165.0)
    assert man.value is not None
    assert woman.value is not None
    assert man.value.normalised == pytest.approx(man.value.index)
    assert woman.value.normalised is None
    assert [one.code for one in woman.because][-1] == "fat_free_mass_index_men_only"


def test_above_the_sample_it_speaks_of_a_sample() -> None:
    part = lean_mass_index(MALE, 85.0, 180.0)
    assert [one.code for one in part.warnings] == ["fat_free_mass_index_above_sample"]
    assert "no limit" in part.warnings[0].text


def test_a_height_that_cannot_be() -> None:
    assert [one.code for one in lean_mass_index(MALE, 60.0, 1.8).missing] == ["height_cm"]


def test_extracellular_water() -> None:
    # The planner's start of a man of 40 years, 180 cm, 90 kg is 23.016 kg.
    assert extracellular_water(MALE, 40, 180, 90) == pytest.approx(23.016)
    assert extracellular_water(FEMALE, 40, 165, 80) == pytest.approx(-4.0 + 9.867 + 13.36)
