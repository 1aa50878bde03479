"""Energy from the heart rate [kcal/min]."""

from dataclasses import replace

import pytest

from app.engine.answer import Status
from app.engine.energy.activity.heart_rate import heart_rate_energy, keytel, keytel_fitness
from app.engine.records import Athlete, Sex
from tests.engine.energy.logs import MAN, WOMAN

MALE, FEMALE = Sex.MALE, Sex.FEMALE


def test_without_fitness() -> None:
    assert keytel(MALE, 30, 80, 140) == pytest.approx(13.189, abs=5e-4)
    assert keytel(FEMALE, 35, 65, 140) == pytest.approx(8.744, abs=5e-4)
    assert keytel(MALE, 50, 90, 120) == pytest.approx(11.613, abs=5e-4)


def test_with_fitness() -> None:
    assert keytel_fitness(MALE, 30, 80, 140, 45) == pytest.approx(12.145, abs=5e-4)
    assert keytel_fitness(FEMALE, 35, 65, 140, 38) == pytest.approx(8.205, abs=5e-4)


def test_an_answer_with_a_wide_interval() -> None:
    part = heart_rate_energy(MAN, 80.0, 140.0, steady=True)
    assert part.value is not None
    assert part.value.value == pytest.approx(13.189, abs=5e-4)
    assert part.value.high / part.value.value == pytest.approx(1.0 + 0.2 * 1.28155, abs=1e-5)
    assert "fitness unknown" in part.because[0].text
    assert part.warnings == ()


def test_fitness_narrows_it() -> None:
    part = heart_rate_energy(MAN, 80.0, 140.0, steady=True, vo2max=45.0)
    assert part.value is not None
    assert part.value.high / part.value.value == pytest.approx(1.0 + 0.16 * 1.28155, abs=1e-5)
    assert "fitness known" in part.because[0].text


OUTSIDE = [
    (replace(MAN, age_years=46.0), 80.0, 140.0, None),
    (replace(MAN, age_years=16.0), 80.0, 140.0, None),
    (MAN, 130.0, 140.0, None),
    (MAN, 80.0, 170.0, None),
    (MAN, 80.0, 140.0, 85.0),
]


@pytest.mark.parametrize(("athlete", "body_mass_kg", "heart_rate", "vo2max"), OUTSIDE)
def test_outside_the_study_it_warns(
    athlete: Athlete, body_mass_kg: float, heart_rate: float, vo2max: float | None
) -> None:
    part = heart_rate_energy(athlete, body_mass_kg, heart_rate, steady=True, vo2max=vo2max)
    assert [one.code for one in part.warnings] == ["heart_rate_outside_study"]


REFUSED = [
    (MAN, 80.0, 140.0, False, "heart_rate_not_steady"),
    (MAN, 80.0, 89.0, True, "heart_rate_out_of_range"),
    (MAN, 80.0, 221.0, True, "heart_rate_out_of_range"),
    (MAN, 80.0, float("nan"), True, "heart_rate_out_of_range"),
    (WOMAN, 180.0, 92.0, True, "heart_rate_no_sense"),
]


@pytest.mark.parametrize(("athlete", "body_mass_kg", "heart_rate", "steady", "code"), REFUSED)
def test_refused(
    athlete: Athlete, body_mass_kg: float, heart_rate: float, steady: bool, code: str
) -> None:
    part = heart_rate_energy(athlete, body_mass_kg, heart_rate, steady=steady)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == [code]
    assert part.instead


LACKING = [
    (Athlete(), 80.0, ["sex", "age_years"]),
    (Athlete(sex=MALE), 80.0, ["age_years"]),
    (MAN, 0.0, ["height_or_body_mass"]),
    (MAN, float("inf"), ["height_or_body_mass"]),
]


@pytest.mark.parametrize(("athlete", "body_mass_kg", "codes"), LACKING)
def test_lacking(athlete: Athlete, body_mass_kg: float, codes: list[str]) -> None:
    part = heart_rate_energy(athlete, body_mass_kg, 140.0, steady=True)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == codes
