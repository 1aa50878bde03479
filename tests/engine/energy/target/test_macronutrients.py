import pytest

from app.engine.energy.target.macronutrients import Grams, macronutrients


def energy(protein_g: float, fat_g: float, carbohydrate_g: float) -> float:
    return 4.0 * protein_g + 9.0 * fat_g + 4.0 * carbohydrate_g


def test_losing() -> None:
    food = macronutrients(2300.0, 80.0, 180.0, losing=True)
    assert food.protein_g == Grams(128.0, 160.0, 192.0)
    assert food.fat_g.low == pytest.approx(51.1, abs=0.1)
    assert food.fat_g.high == pytest.approx(89.4, abs=0.1)
    middle = (food.protein_g.value, food.fat_g.value, food.carbohydrate_g.value)
    assert energy(*middle) == pytest.approx(2300.0)
    assert [r.code for r in food.because] == [
        "protein_in_deficit",
        "fat_share",
        "carbohydrate_rest",
        "fibre_adequate",
    ]
    assert food.fibre_g == pytest.approx(32.2)


def test_maintaining_needs_less_protein() -> None:
    food = macronutrients(2300.0, 80.0, None, losing=False)
    assert food.protein_g == Grams(112.0, 128.0, 160.0)
    assert food.because[0].code == "protein_at_maintenance"


def test_heavy_people_are_reckoned_at_a_body_mass_index_of_30() -> None:
    assert macronutrients(2300.0, 150.0, 180.0, losing=True).protein_g.value == pytest.approx(194.4)


@pytest.mark.parametrize("intake_kcal_per_day", [0.0, 400.0, 800.0, 3000.0, 8000.0])
@pytest.mark.parametrize("body_mass_kg", [20.0, 80.0, 400.0])
def test_ranges_are_ranges(intake_kcal_per_day: float, body_mass_kg: float) -> None:
    food = macronutrients(intake_kcal_per_day, body_mass_kg, None, losing=True)
    for grams in (food.protein_g, food.fat_g, food.carbohydrate_g):
        assert 0.0 <= grams.low <= grams.value <= grams.high
