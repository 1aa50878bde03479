import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.energy.body.composition import Composition
from app.engine.energy.goals.body_fat_goal import mass_at_body_fat


@pytest.mark.parametrize(
    ("fat_kg", "lost_kg", "left_kg"), [(25.0, 10.0, 18.2646), (40.0, 20.0, 24.9210)]
)
def test_along_the_forbes_curve(fat_kg: float, lost_kg: float, left_kg: float) -> None:
    """Finite changes of Hall (2007)."""
    body = Composition(fat_kg, 100.0 - fat_kg, "reported")
    goal_kg = 100.0 - lost_kg
    found = mass_at_body_fat(body, 100.0 * left_kg / goal_kg, 1.0)
    assert found == pytest.approx(goal_kg, abs=0.001)


@given(
    now=st.floats(6.0, 50.0),
    share=st.floats(0.2, 0.99),
    mass_kg=st.floats(70.0, 200.0),
)
def test_less_fat_is_less_mass(now: float, share: float, mass_kg: float) -> None:
    body = Composition(mass_kg * now / 100.0, mass_kg * (1.0 - now / 100.0), "reported")
    goal_kg = mass_at_body_fat(body, now * share)
    assert 0.0 < goal_kg < mass_kg
    assert mass_at_body_fat(body, now * share * 0.9) < goal_kg


def test_who_trains_is_there_at_a_higher_mass() -> None:
    body = Composition(25.0, 75.0, "reported")
    assert mass_at_body_fat(body, 18.0, 1.0) + 2.0 < mass_at_body_fat(body, 18.0) < 100.0


def test_where_the_curve_never_gets_there_the_mass_is_none_that_anybody_has() -> None:
    assert mass_at_body_fat(Composition(21.15, 23.85, "reported"), 9.0) < 1.0
