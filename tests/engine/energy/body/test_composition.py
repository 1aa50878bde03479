import pytest

from app.engine.energy.body.composition import (
    composition,
    energy_density,
    forbes_energy_density,
    forbes_lean_share,
    jackson_2002,
)
from app.engine.records import Athlete, Sex
from tests.engine.energy.logs import MAN


@pytest.mark.parametrize(
    ("fat_mass_kg", "lean_share", "kcal_per_kg"),
    [
        (5, 0.6753246753246753, 4285.2467532467535),
        (10, 0.5098039215686275, 5548.666666666667),
        (15, 0.40944881889763785, 6314.677165354331),
        (20, 0.34210526315789475, 6828.710526315789),
        (25, 0.2937853107344633, 7197.536723163842),
        (30, 0.25742574257425743, 7475.069306930693),
        (40, 0.20634920634920637, 7864.936507936508),
        (50, 0.17218543046357618, 8125.7086092715235),
    ],
)
def test_forbes(fat_mass_kg: float, lean_share: float, kcal_per_kg: float) -> None:
    assert forbes_lean_share(fat_mass_kg) == pytest.approx(lean_share, rel=1e-12)
    assert forbes_energy_density(fat_mass_kg) == pytest.approx(kcal_per_kg, rel=1e-12)


@pytest.mark.parametrize(
    ("sex", "age_years", "bmi", "percent"),
    [
        (Sex.MALE, 40, 27.777777777777775, 25.687257865026083),
        (Sex.MALE, 30, 25, 20.356),
        (Sex.FEMALE, 30, 22, 25.708),
        (Sex.MALE, 45, 30, 29.259),
        (Sex.FEMALE, 50, 32, 43.481),
        (Sex.MALE, 20, 12, 3.0),
        (Sex.FEMALE, 90, 90, 65.0),
    ],
)
def test_jackson_2002(sex: Sex, age_years: float, bmi: float, percent: float) -> None:
    assert jackson_2002(sex, age_years, bmi) == pytest.approx(percent, abs=1e-3)


def test_a_reported_body_fat_comes_before_an_estimate() -> None:
    body = composition(Athlete(Sex.MALE, 30.0, 180.0, body_fat_percent=15.0), 80.0)
    assert body is not None
    assert (body.fat_mass_kg, body.fat_free_mass_kg, body.method) == (12.0, 68.0, "reported")


def test_else_it_is_estimated() -> None:
    body = composition(MAN, 80.0)
    assert body is not None
    assert body.method == "jackson_2002"
    assert body.fat_mass_kg + body.fat_free_mass_kg == pytest.approx(80.0)


@pytest.mark.parametrize(
    "athlete",
    [
        Athlete(),
        Athlete(sex=Sex.MALE, age_years=30.0),
        Athlete(sex=Sex.MALE, height_cm=180.0),
        Athlete(age_years=30.0, height_cm=180.0),
        Athlete(Sex.MALE, 17.0, 180.0),
    ],
)
def test_and_never_guessed(athlete: Athlete) -> None:
    assert composition(athlete, 80.0) is None


def test_the_energy_density_says_where_it_comes_from() -> None:
    forbes = energy_density(composition(Athlete(body_fat_percent=25.0), 80.0))
    assert forbes.kcal_per_kg == pytest.approx(6828.71, abs=0.01)
    assert forbes.because.code == "energy_density_forbes"
    convention = energy_density(None)
    assert convention.kcal_per_kg == 7700.0
    assert convention.because.code == "energy_density_convention"
