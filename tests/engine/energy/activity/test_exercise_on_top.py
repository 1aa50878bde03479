"""Exercise is counted once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Estimate, Status
from app.engine.energy.activity.exercise_on_top import RULES, TotalKind, exercise_on_top

TOTAL = Estimate(2500.0, 2200.0, 2800.0)
NET = Estimate(300.0, 200.0, 400.0)
HELD = (TotalKind.OWN_LOG, TotalKind.ACTIVITY_LEVEL, TotalKind.MULTIPLIER, TotalKind.REQUIREMENT)


@pytest.mark.parametrize("kind", HELD)
def test_what_holds_it_already_refuses_it(kind: TotalKind) -> None:
    part = exercise_on_top(kind, TOTAL, NET)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == ["exercise_counted_already"]
    assert part.instead


@pytest.mark.parametrize("kind", HELD)
def test_what_is_beyond_habit_is_added_net(kind: TotalKind) -> None:
    part = exercise_on_top(kind, TOTAL, NET, beyond_habit=True, compensation_share=0.0)
    assert part.value is not None
    assert part.value.value == pytest.approx(2800.0)
    assert [one.code for one in part.because] == ["exercise_beyond_habit", "compensation_given"]


def test_a_total_without_exercise_takes_the_net() -> None:
    part = exercise_on_top(TotalKind.WITHOUT_EXERCISE, TOTAL, NET, compensation_share=0.28)
    assert part.value is not None
    assert part.value.value == pytest.approx(2500.0 + 216.0)
    assert part.value.low == pytest.approx(2716.0 - (300.0**2 + 72.0**2) ** 0.5)
    assert part.value.high == pytest.approx(2716.0 + (300.0**2 + 72.0**2) ** 0.5)
    assert part.because[0].code == "exercise_netted"
    assert "not the gross" in part.because[0].text


@pytest.mark.parametrize("beyond_habit", [False, True])
def test_resting_energy_is_no_total(beyond_habit: bool) -> None:
    part = exercise_on_top(TotalKind.RESTING, TOTAL, NET, beyond_habit=beyond_habit)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == ["exercise_on_resting"]


def test_a_share_out_of_range_is_refused() -> None:
    part = exercise_on_top(TotalKind.WITHOUT_EXERCISE, TOTAL, NET, compensation_share=0.5)
    assert [one.code for one in part.because] == ["compensation_out_of_range"]


def test_every_kind_has_its_rule() -> None:
    assert set(RULES) == set(TotalKind)


@given(st.sampled_from(list(TotalKind)), st.floats(0, 2000), st.booleans())
def test_never_more_than_total_and_net(kind: TotalKind, net: float, beyond_habit: bool) -> None:
    exercise = Estimate(net, 0.7 * net, 1.3 * net)
    part = exercise_on_top(kind, TOTAL, exercise, beyond_habit=beyond_habit)
    if part.value is not None:
        assert part.value.value <= TOTAL.value + net
        assert part.value.low <= part.value.value <= part.value.high
