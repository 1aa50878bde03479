"""Steps, food's own cost, life styles and energy availability."""

from itertools import pairwise

import pytest

from app.engine.answer import Estimate, Status
from app.engine.energy.activity.life_style import Leisure, Work, life_style_level
from app.engine.energy.activity.steps import step_energy
from app.engine.energy.activity.thermic_effect import EnergyRange, thermic_effect
from app.engine.energy.target.availability import availability, energy_availability


def test_steps_are_always_warned_of() -> None:
    part = step_energy(64.5, 1000.0)
    assert part.value is not None
    # 0.0285 kcal a step, as it was measured.
    assert part.value.value == pytest.approx(28.5, abs=0.15)
    assert [one.code for one in part.warnings] == ["steps_no_total"]
    assert "Never set a day's total from steps" in part.warnings[0].text


@pytest.mark.parametrize("steps", [-1.0, 100_001.0, float("nan")])
def test_steps_that_cannot_be(steps: float) -> None:
    assert step_energy(70.0, steps).status is Status.REFUSED


@pytest.mark.parametrize("body_mass_kg", [0.0, float("inf")])
def test_steps_of_nobody(body_mass_kg: float) -> None:
    assert step_energy(body_mass_kg, 5000.0).status is Status.INSUFFICIENT


def test_thermic_effect_by_nutrient() -> None:
    # 20 % protein, 45 % carbohydrate and 35 % fat of 2,000 kcal cost 9.25 %.
    grams = {"protein": 100.0, "carbohydrate": 225.0, "fat": 700.0 / 9.0}
    assert thermic_effect(grams).value == pytest.approx(100.0 + 67.5 + 17.5)
    alcohol = thermic_effect({"alcohol": 10.0})
    assert (alcohol.low, alcohol.value, alcohol.high) == pytest.approx((7.0, 14.0, 21.0))
    assert thermic_effect({}) == EnergyRange(0.0, 0.0, 0.0)
    with pytest.raises(KeyError):
        thermic_effect({"fibre": 30.0})


@pytest.mark.parametrize(
    ("leisure", "levels"),
    [
        (Leisure.VERY_LIGHT, [1.4, 1.5, 1.6, 1.7]),
        (Leisure.LIGHT, [1.5, 1.6, 1.7, 1.8]),
        (Leisure.MODERATE, [1.6, 1.7, 1.8, 1.9]),
        (Leisure.ACTIVE, [1.7, 1.8, 1.9, 2.1]),
        (Leisure.VERY_ACTIVE, [1.9, 2.0, 2.2, 2.3]),
    ],
)
def test_the_planners_grid(leisure: Leisure, levels: list[float]) -> None:
    assert [life_style_level(leisure, work) for work in Work] == levels


@pytest.mark.parametrize("work", Work)
def test_more_leisure_activity_is_more(work: Work) -> None:
    levels = [life_style_level(leisure, work) for leisure in Leisure]
    assert all(less < more for less, more in pairwise(levels))


def test_energy_availability() -> None:
    assert energy_availability(2000.0, 400.0, 50.0) == pytest.approx(32.0)
    assert energy_availability(1600.0, 500.0, 45.0) == pytest.approx(24.44, abs=5e-3)


AVAILABLE = [
    (2000.0, 400.0, 50.0, 32.0, []),
    (1900.0, 400.0, 50.0, 30.0, []),
    (1899.0, 400.0, 50.0, 29.98, ["energy_availability_low"]),
    (1650.0, 400.0, 50.0, 25.0, ["energy_availability_low"]),
    (1600.0, 500.0, 45.0, 24.444, ["energy_availability_too_low"]),
    (0.0, 500.0, 50.0, -10.0, ["energy_availability_too_low"]),
]


@pytest.mark.parametrize(("intake", "exercise", "lean_kg", "kcal_per_kg", "warnings"), AVAILABLE)
def test_availability_of_a_day(
    intake: float, exercise: float, lean_kg: float, kcal_per_kg: float, warnings: list[str]
) -> None:
    part = availability(intake, Estimate(exercise, exercise - 100.0, exercise + 100.0), lean_kg)
    assert part.value is not None
    assert part.value.value == pytest.approx(kcal_per_kg, abs=1e-3)
    assert part.value.high - part.value.low == pytest.approx(200.0 / lean_kg)
    assert [one.code for one in part.warnings] == warnings


def test_training_unknown_is_the_most_that_it_can_be() -> None:
    part = availability(2000.0, None, 50.0)
    assert part.value == Estimate(40.0, 40.0, 40.0)
    assert [one.code for one in part.warnings] == ["energy_availability_before_training"]


def test_without_lean_mass_there_is_none() -> None:
    assert [one.code for one in availability(2000.0, None, None).missing] == ["body_fat_percent"]


@pytest.mark.parametrize(
    ("intake", "exercise", "lean_kg"),
    [(-1.0, 0.0, 50.0), (2000.0, -1.0, 50.0), (2000.0, 0.0, 0.0), (float("nan"), 0.0, 50.0)],
)
def test_availability_that_cannot_be(intake: float, exercise: float, lean_kg: float) -> None:
    part = availability(intake, Estimate(exercise, exercise, exercise), lean_kg)
    assert part.status is Status.REFUSED
    assert part.instead
