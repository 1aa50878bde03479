import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.energy.body.composition import forbes_energy_density, forbes_lean_share
from app.engine.energy.dynamics.forbes import tissue_change


@pytest.mark.parametrize(
    ("fat_kg", "change_kg", "fat_then_kg", "lean_share"),
    [
        (25.0, -10.0, 18.2646, 0.3265),
        (40.0, -20.0, 24.9210, 0.2460),
        (10.0, -5.0, 7.7077, 0.5415),
        (20.0, 5.0, 23.3773, 0.3245),
    ],
)
def test_finite_changes(
    fat_kg: float, change_kg: float, fat_then_kg: float, lean_share: float
) -> None:
    change = tissue_change(fat_kg, change_kg)
    assert fat_kg + change.fat_kg == pytest.approx(fat_then_kg, abs=5e-5)
    assert change.lean_kg / change_kg == pytest.approx(lean_share, abs=5e-5)


def test_a_small_change_follows_the_curve() -> None:
    change = tissue_change(20.0, -1e-4)
    assert change.lean_kg / -1e-4 == pytest.approx(forbes_lean_share(20.0), abs=1e-5)
    assert change.energy_kcal / -1e-4 == pytest.approx(forbes_energy_density(20.0), rel=1e-5)
    assert forbes_energy_density(20.0) == pytest.approx(6828.7, abs=0.05)


def test_no_change_is_none() -> None:
    change = tissue_change([5.0, 20.0], 0.0)
    assert change.fat_kg == pytest.approx([0.0, 0.0], abs=1e-12)
    assert change.lean_kg == pytest.approx([0.0, 0.0], abs=1e-12)


@given(fat_kg=st.floats(0.01, 200.0), change_kg=st.floats(-80.0, 200.0), own=st.floats(2.0, 30.0))
def test_the_equation_is_solved(fat_kg: float, change_kg: float, own: float) -> None:
    change = tissue_change(fat_kg, change_kg, own)
    then = fat_kg + float(change.fat_kg)
    assert then >= 0.0
    assert float(change.fat_kg + change.lean_kg) == pytest.approx(change_kg, abs=1e-9)
    if then > 1e-3:
        solved = then + own * math.log(then)
        assert solved == pytest.approx(fat_kg + own * math.log(fat_kg) + change_kg, abs=1e-6)


@given(fat_kg=st.floats(1.0, 100.0), small=st.floats(0.1, 20.0), more=st.floats(0.1, 20.0))
def test_more_change_is_more_of_both(fat_kg: float, small: float, more: float) -> None:
    less, greater = tissue_change(fat_kg, -small), tissue_change(fat_kg, -small - more)
    assert greater.fat_kg < less.fat_kg
    assert greater.lean_kg < less.lean_kg


def test_there_is_no_curve_without_fat() -> None:
    with pytest.raises(ValueError, match="above 0"):
        tissue_change(0.0, -1.0)
