"""Which equation is chosen or asked for, and what all of them say side by side."""

from dataclasses import replace

import pytest

from app.engine.answer import Estimate, Part, Status, ok
from app.engine.energy.resting.resting_energy import (
    RESTING_EQUATIONS,
    RestingEnergy,
    default_equation,
    resting_comparison,
    resting_energy,
)
from app.engine.records import Athlete, Sex
from tests.engine.energy.logs import MAN

MALE, FEMALE = Sex.MALE, Sex.FEMALE


def weighed(body_mass_kg: float) -> Part[Estimate]:
    return ok(Estimate(body_mass_kg, body_mass_kg, body_mass_kg))


def codes(part: Part[RestingEnergy]) -> tuple[list[str], list[str]]:
    return [one.code for one in part.because], [one.code for one in part.warnings]


CHOSEN = [
    (MAN, False, "mifflin"),
    (MAN, True, "ten_haaf_weight"),
    (replace(MAN, age_years=35.9), True, "ten_haaf_weight"),
    (replace(MAN, age_years=36.0), True, "mifflin"),
    (replace(MAN, age_years=None), True, "mifflin"),
    (replace(MAN, body_fat_percent=15.0), False, "katch_mcardle"),
    (replace(MAN, body_fat_percent=15.0), True, "cunningham_1980"),
    (replace(MAN, body_fat_percent=15.0, age_years=60.0), True, "cunningham_1980"),
    (replace(MAN, body_fat_percent=1.0), False, "mifflin"),
]


@pytest.mark.parametrize(("athlete", "trained", "equation"), CHOSEN)
def test_what_is_known_chooses(athlete: Athlete, trained: bool, equation: str) -> None:
    assert default_equation(athlete, trained=trained) == equation


WHY = [
    (MAN, True, 1987.875, 0.08, "resting_ten_haaf", []),
    (
        replace(MAN, age_years=40.0),
        True,
        1730.0,
        0.15,
        "resting_mifflin",
        ["resting_trained_by_size"],
    ),
    (replace(MAN, body_fat_percent=25.0), True, 1820.0, 0.08, "resting_cunningham_1980", []),
    (replace(MAN, body_fat_percent=25.0), False, 1666.0, 0.08, "resting_katch_mcardle", []),
]


@pytest.mark.parametrize(
    ("athlete", "trained", "kcal_per_day", "relative_sd", "because", "warnings"), WHY
)
def test_and_the_answer_says_why(
    athlete: Athlete,
    trained: bool,
    kcal_per_day: float,
    relative_sd: float,
    because: str,
    warnings: list[str],
) -> None:
    part = resting_energy(athlete, weighed(80.0), trained=trained)
    assert part.value is not None
    estimate = part.value.estimate
    assert estimate.value == pytest.approx(kcal_per_day, abs=1e-3)
    assert estimate.high / estimate.value == pytest.approx(1.0 + 1.28155 * relative_sd, abs=1e-4)
    assert codes(part) == ([because], warnings)


ASKED = [
    ("henry_height", MAN, False, 1748.80, []),
    ("nelson_1992", replace(MAN, body_fat_percent=25.0), False, 1625.717, []),
    ("ten_haaf_weight", MAN, False, 1987.875, ["resting_of_athletes"]),
    ("ten_haaf_ffm", replace(MAN, body_fat_percent=25.0), True, 1849.261, []),
    ("henry_height", MAN, True, 1748.80, ["resting_trained_by_size"]),
    ("mifflin_full", replace(MAN, age_years=18.0), False, 1840.64, ["resting_outside_ages"]),
    (
        "tinsley_weight",
        replace(MAN, body_fat_percent=1.0),
        True,
        1994.0,
        ["body_fat_not_believed"],
    ),
]


@pytest.mark.parametrize(("name", "athlete", "trained", "kcal_per_day", "warnings"), ASKED)
def test_an_equation_can_be_asked_for(
    name: str, athlete: Athlete, trained: bool, kcal_per_day: float, warnings: list[str]
) -> None:
    part = resting_energy(athlete, weighed(80.0), trained=trained, equation=name)
    assert part.value is not None
    assert part.value.equation == name
    assert part.value.estimate.value == pytest.approx(kcal_per_day, abs=2e-3)
    assert codes(part) == (["resting_equation"], warnings)
    assert part.because[0].source == RESTING_EQUATIONS[name].source


LACKING = [
    ("mueller_2004_ffm", Athlete(), ["sex", "age_years", "body_fat_percent"]),
    ("henry_weight", Athlete(sex=MALE), ["age_years"]),
    ("owen_athletic_women", Athlete(), ["sex"]),
    ("mifflin", replace(MAN, height_cm=119.0), ["height_cm"]),
]


@pytest.mark.parametrize(("name", "athlete", "what"), LACKING)
def test_and_names_what_it_lacks(name: str, athlete: Athlete, what: list[str]) -> None:
    part = resting_energy(athlete, weighed(40.0), equation=name)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == what


def test_a_height_that_cannot_be_used_is_to_be_checked_not_given() -> None:
    part = resting_energy(replace(MAN, height_cm=119.0), weighed(40.0), equation="korth_2007")
    assert "Check the height" in part.missing[0].text


REFUSED = [
    ("owen_athletic_women", MAN, 80.0, "resting_other_sex"),
    (
        "mueller_2004_bmi",
        Athlete(FEMALE, 110.0, 120.0),
        14.5,
        "resting_not_physical",
    ),
]


@pytest.mark.parametrize(("name", "athlete", "body_mass_kg", "code"), REFUSED)
def test_where_it_does_not_hold_it_is_refused(
    name: str, athlete: Athlete, body_mass_kg: float, code: str
) -> None:
    part = resting_energy(athlete, weighed(body_mass_kg), equation=name)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == [code]
    assert part.instead


def test_an_unknown_equation_is_an_error() -> None:
    with pytest.raises(ValueError, match="no resting equation is called 'bro'"):
        resting_energy(MAN, weighed(80.0), equation="bro")


@pytest.mark.parametrize("body_mass_kg", [0.0, -80.0, float("inf"), float("nan")])
def test_a_body_mass_that_cannot_be(body_mass_kg: float) -> None:
    part = resting_energy(Athlete(body_fat_percent=20.0), weighed(body_mass_kg))
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == ["height_or_body_mass"]


def test_side_by_side() -> None:
    found = resting_comparison(replace(MAN, body_fat_percent=25.0), weighed(80.0))
    assert found.chosen.value is not None
    assert found.chosen.value.equation == "katch_mcardle"
    assert set(found.by_equation) == set(RESTING_EQUATIONS)
    refused = [name for name, one in found.by_equation.items() if one.status is not Status.OK]
    assert refused == ["owen_athletic_women"]
    assert found.lowest_kcal_per_day == pytest.approx(1579.0)
    assert found.highest_kcal_per_day == pytest.approx(2013.193, abs=1e-3)
    assert [one.code for one in found.chosen.because] == ["resting_katch_mcardle"]


def test_equations_of_athletes_count_for_who_trains() -> None:
    person = Athlete(FEMALE, 35.0, 165.0)
    highest = [
        resting_comparison(person, weighed(70.0), trained=trained).highest_kcal_per_day
        for trained in (False, True)
    ]
    assert highest == pytest.approx([6280.3 / 4.184, 1746.0])


def test_side_by_side_without_body_fat() -> None:
    found = resting_comparison(MAN, weighed(80.0))
    assert found.by_equation["cunningham_1980"].status is Status.INSUFFICIENT
    assert [one.code for one in found.chosen.missing] == ["body_fat_percent"]


def test_who_tells_nothing_still_has_a_body_mass() -> None:
    found = resting_comparison(Athlete(), weighed(80.0))
    assert [one.code for one in found.chosen.missing] == ["sex", "age_years", "height_cm"]
    answered = [name for name, one in found.by_equation.items() if one.status is Status.OK]
    assert answered == ["tinsley_weight", "mifflin_weight"]
    lowest, highest = found.lowest_kcal_per_day, found.highest_kcal_per_day
    assert lowest == highest == pytest.approx(1579.0), "equations of athletes do not count"


def test_nothing_to_compare() -> None:
    found = resting_comparison(Athlete(age_years=12.0), weighed(80.0))
    assert found.chosen.status is Status.REFUSED
    assert {one.status for one in found.by_equation.values()} == {Status.REFUSED}
    assert set(found.by_equation) == set(RESTING_EQUATIONS)
    assert found.lowest_kcal_per_day is None
    assert found.highest_kcal_per_day is None
