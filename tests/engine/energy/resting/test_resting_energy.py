from dataclasses import replace

import pytest

from app.engine.answer import Estimate, Part, Status, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.body.believed import believed
from app.engine.energy.resting.resting_energy import katch_mcardle, mifflin, resting_energy
from app.engine.records import Athlete, Sex
from tests.engine.energy.logs import MAN

MALE, FEMALE = Sex.MALE, Sex.FEMALE


def weighed(body_mass_kg: float) -> Part[Estimate]:
    return ok(Estimate(body_mass_kg, body_mass_kg, body_mass_kg))


@pytest.mark.parametrize(
    ("sex", "age_years", "height_cm", "body_mass_kg", "kcal_per_day"),
    [
        (MALE, 30, 180, 80, 1780.00),
        (FEMALE, 35, 165, 70, 1395.25),
        (MALE, 65, 175, 90, 1673.75),
        (FEMALE, 24, 170, 58, 1361.50),
    ],
)
def test_mifflin(
    sex: Sex, age_years: float, height_cm: float, body_mass_kg: float, kcal_per_day: float
) -> None:
    assert mifflin(sex, age_years, height_cm, body_mass_kg) == pytest.approx(kcal_per_day)


def test_mifflin_is_never_negative() -> None:
    assert mifflin(FEMALE, 110, 50, 20) == 0.0


@pytest.mark.parametrize(
    ("fat_free_mass_kg", "kcal_per_day"), [(40, 1234), (50, 1450), (60, 1666), (70, 1882)]
)
def test_katch_mcardle(fat_free_mass_kg: float, kcal_per_day: float) -> None:
    assert katch_mcardle(fat_free_mass_kg) == pytest.approx(kcal_per_day)


def test_without_body_fat_mifflin_is_chosen_and_said() -> None:
    part = resting_energy(MAN, weighed(80.0))
    assert part.status is Status.OK
    assert part.value is not None
    assert part.value.equation == "mifflin"
    assert part.value.estimate.value == pytest.approx(1780.0)
    assert part.value.estimate.low == pytest.approx(1597.5, abs=1.0)
    assert part.value.estimate.high == pytest.approx(1962.5, abs=1.0)
    assert [reason.code for reason in part.because] == ["resting_mifflin"]
    assert [what.code for what in part.missing] == ["body_fat_percent"]
    assert part.warnings == ()


def test_with_body_fat_katch_mcardle_is_chosen_even_of_an_unknown_sex() -> None:
    part = resting_energy(Athlete(body_fat_percent=25.0), weighed(80.0))
    assert part.value is not None
    assert part.value.equation == "katch_mcardle"
    assert part.value.estimate.value == pytest.approx(1666.0)
    assert [reason.code for reason in part.because] == ["resting_katch_mcardle"]
    assert part.missing == ()


@pytest.mark.parametrize(
    ("athlete", "codes"),
    [
        (Athlete(), ["sex", "age_years", "height_cm"]),
        (Athlete(sex=MALE, height_cm=180.0), ["age_years"]),
        (Athlete(sex=MALE, age_years=30.0), ["height_cm"]),
        (Athlete(age_years=30.0, height_cm=180.0), ["sex"]),
    ],
)
def test_each_missing_thing_is_named(athlete: Athlete, codes: list[str]) -> None:
    part = resting_energy(athlete, weighed(80.0))
    assert part.status is Status.INSUFFICIENT
    assert [what.code for what in part.missing] == codes


def test_below_18_nothing_is_given() -> None:
    part = resting_energy(Athlete(MALE, 17.9, 180.0), weighed(70.0))
    assert part.status is Status.REFUSED
    assert part.instead
    assert [reason.code for reason in part.because] == ["resting_under_18"]


@pytest.mark.parametrize("age_years", [18.5, 79.0, 90.0])
def test_outside_the_ages_of_the_study_it_warns(age_years: float) -> None:
    part = resting_energy(Athlete(MALE, age_years, 180.0), weighed(80.0))
    assert [reason.code for reason in part.warnings] == ["resting_outside_ages"]


@pytest.mark.parametrize("body_fat_percent", [0.0, 2.9, 65.1, 100.0])
def test_an_impossible_body_fat_is_not_used(body_fat_percent: float) -> None:
    athlete = Athlete(FEMALE, 35.0, 165.0, body_fat_percent)
    part = resting_energy(athlete, weighed(70.0))
    assert part.value is not None
    assert part.value.equation == "mifflin"
    assert [reason.code for reason in part.warnings] == ["body_fat_not_believed"]
    assert f"A body fat of {body_fat_percent:.1f} % is outside 3 to 65 %" in part.warnings[0].text
    assert part.missing == ()


def test_katch_mcardle_asks_no_age() -> None:
    part = resting_energy(Athlete(age_years=85.0, body_fat_percent=30.0), weighed(80.0))
    assert part.warnings == ()


def test_without_a_body_mass_everything_missing_is_named() -> None:
    unweighed: Part[Estimate] = insufficient((missing.WEIGHING,))
    codes = [what.code for what in resting_energy(Athlete(sex=MALE), unweighed).missing]
    assert codes == ["weighing", "age_years", "height_cm"]
    lean = resting_energy(Athlete(body_fat_percent=15.0), unweighed)
    assert [what.code for what in lean.missing] == ["weighing"]


CANNOT_BE = [
    (replace(MAN, age_years=2025.0), 80.0, ["age_years"]),
    (replace(MAN, age_years=110.1, body_fat_percent=20.0), 80.0, ["age_years"]),
    (replace(MAN, height_cm=18.0), 80.0, ["height_or_body_mass"]),
    (replace(MAN, height_cm=0.0), 80.0, ["height_or_body_mass"]),
    (replace(MAN, body_fat_percent=20.0), 8.0, ["height_or_body_mass"]),
    (MAN, 400.0, ["height_or_body_mass"]),
    (replace(MAN, age_years=2025.0), 8.0, ["age_years", "height_or_body_mass"]),
    (replace(MAN, height_cm=119.0), 40.0, ["height_cm"]),
    (replace(MAN, height_cm=231.0), 140.0, ["height_cm"]),
]


@pytest.mark.parametrize(("athlete", "body_mass_kg", "codes"), CANNOT_BE)
def test_what_cannot_be_is_to_be_checked(
    athlete: Athlete, body_mass_kg: float, codes: list[str]
) -> None:
    part = resting_energy(athlete, weighed(body_mass_kg))
    assert part.status is Status.INSUFFICIENT
    assert [what.code for what in part.missing] == codes


@pytest.mark.parametrize(
    ("athlete", "body_mass_kg"),
    [
        (replace(MAN, age_years=110.0), 80.0),
        (replace(MAN, height_cm=120.0), 14.5),
        (replace(MAN, height_cm=230.0), 500.0),
        (replace(MAN, height_cm=105.0, body_fat_percent=25.0), 40.0),
    ],
)
def test_at_the_edges_resting_energy_is_positive(athlete: Athlete, body_mass_kg: float) -> None:
    value = resting_energy(athlete, weighed(body_mass_kg)).value
    assert value is not None
    assert value.estimate.low > 0.0


def test_what_is_not_believed_counts_as_unknown() -> None:
    odd = replace(MAN, age_years=2025.0, height_cm=18.0)
    assert believed(odd, 80.0) == replace(MAN, age_years=None, height_cm=None)
    assert believed(odd, None) == replace(odd, age_years=None)
    child = Athlete(age_years=3.0, height_cm=95.0)
    assert believed(child, 140.0) == child
    assert believed(MAN, 80.0) == MAN
