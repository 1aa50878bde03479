"""The ACSM equations, each within its domain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.energy.activity.oxygen_cost import (
    OXYGEN_EQUATIONS,
    arm_cycling,
    leg_cycling,
    oxygen_cost,
    running,
    stepping,
    walking,
)

PUBLISHED = [
    (walking(93.88, 0.0), 12.888),
    (walking(93.88, 0.05), 21.337),
    (running(160.93, 0.0), 35.686),
    (running(160.93, 0.02), 38.583),
    (leg_cycling(100.0, 70.0), 22.429),
    (leg_cycling(200.0, 75.0), 35.80),
    # Teaching texts: 3.5 mph at 10 % 29.76 (with 93.8 m/min for 3.5 mph); 75 W and 62 kg 20; a
    # bench of 12 inches 30 times a minute 31.4.
    (walking(93.8, 0.10), 29.76),
    (stepping(30.0, 0.3048), 31.4),
    # 18 x 50 / 75 + 3.5
    (arm_cycling(50.0, 75.0), 15.5),
]


@pytest.mark.parametrize(("oxygen", "published"), PUBLISHED)
def test_published(oxygen: float, published: float) -> None:
    digits = len(str(published).split(".")[1])
    assert oxygen == pytest.approx(published, abs=0.51 * 10**-digits)


def test_a_cost_in_kilocalories() -> None:
    part = oxygen_cost("walking", 70.0, speed_m_per_min=93.88, grade=0.0)
    assert part.value is not None
    assert part.value.met == pytest.approx(3.682, abs=5e-4)
    # 12.888 ml x 70 kg / 1000 x 5 kcal; net without 3.5 ml
    assert part.value.gross_kcal_per_min.value == pytest.approx(4.5108)
    assert part.value.net_kcal_per_min.value == pytest.approx(3.2858)
    assert part.value.gross_kcal_per_min.high == pytest.approx(4.5108 * 1.1281552, rel=1e-6)
    assert [one.code for one in part.because] == ["oxygen_cost"]


OUTSIDE: list[tuple[str, dict[str, float], str]] = [
    ("walking", {"speed_m_per_min": 100.1, "grade": 0.0}, "oxygen_between_walk_and_run"),
    ("running", {"speed_m_per_min": 120.0, "grade": 0.0}, "oxygen_between_walk_and_run"),
    ("running", {"speed_m_per_min": 133.9, "grade": 0.0}, "oxygen_between_walk_and_run"),
    ("walking", {"speed_m_per_min": 49.9, "grade": 0.0}, "oxygen_outside_domain"),
    ("walking", {"speed_m_per_min": 140.0, "grade": 0.0}, "oxygen_outside_domain"),
    ("running", {"speed_m_per_min": 100.0, "grade": 0.0}, "oxygen_outside_domain"),
    ("walking", {"speed_m_per_min": 80.0, "grade": -0.05}, "oxygen_outside_domain"),
    ("walking", {"speed_m_per_min": 80.0, "grade": 5.0}, "oxygen_outside_domain"),
    ("walking", {"speed_m_per_min": float("nan"), "grade": 0.0}, "oxygen_outside_domain"),
    ("leg_cycling", {"power_w": 49.0}, "oxygen_outside_domain"),
    ("leg_cycling", {"power_w": 250.0}, "oxygen_outside_domain"),
    ("arm_cycling", {"power_w": 130.0}, "oxygen_outside_domain"),
    ("stepping", {"steps_per_min": 40.0, "step_height_m": 0.2}, "oxygen_outside_domain"),
    ("stepping", {"steps_per_min": 20.0, "step_height_m": 20.0}, "oxygen_outside_domain"),
]


@pytest.mark.parametrize(("name", "quantities", "code"), OUTSIDE)
def test_outside_nothing_is_made_up(name: str, quantities: dict[str, float], code: str) -> None:
    part = oxygen_cost(name, 70.0, **quantities)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == [code]
    assert part.instead


@pytest.mark.parametrize("body_mass_kg", [0.0, float("nan")])
def test_a_body_mass_that_cannot_be(body_mass_kg: float) -> None:
    part = oxygen_cost("leg_cycling", body_mass_kg, power_w=100.0)
    assert [one.code for one in part.missing] == ["height_or_body_mass"]


def test_a_name_or_quantity_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        oxygen_cost("swimming", 70.0)
    with pytest.raises(KeyError):
        oxygen_cost("walking", 70.0, grade=0.0)


@given(st.data(), st.sampled_from(list(OXYGEN_EQUATIONS)), st.floats(40, 150))
def test_within_its_domain_it_answers(data: st.DataObject, name: str, mass_kg: float) -> None:
    domain = OXYGEN_EQUATIONS[name].domain
    quantities = {key: data.draw(st.floats(*bounds)) for key, bounds in domain.items()}
    part = oxygen_cost(name, mass_kg, **quantities)
    assert part.value is not None
    assert part.value.met > 1.0
    assert 0.0 <= part.value.net_kcal_per_min.value < part.value.gross_kcal_per_min.value
