"""The physics of capacity, whatever the log says."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.repetitions.capacity import Capacity, capacity_at, curve_of
from app.engine.strength.repetitions.history import read_history
from tests.engine.strength.written import NOW, written


def capacity(sessions: list[ExerciseSession], loads_kg: object) -> Capacity:
    return capacity_at(read_history(sessions, NOW), np.log(np.asarray(loads_kg, dtype=float)))


performed = st.builds(
    PerformedSet,
    id=st.just("s"),
    load_kg=st.floats(0.001, 1000),
    repetitions=st.integers(1, 100),
    repetitions_in_reserve=st.none() | st.floats(0, 30),
)
sessions = st.lists(
    st.builds(
        ExerciseSession,
        performed_at=st.floats(0, 4000).map(lambda days: NOW - timedelta(days=1 + days)),
        sets=st.lists(performed, min_size=1, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=30,
)


@given(log=sessions, loads_kg=st.lists(st.floats(0.001, 1000), min_size=2, max_size=30))
def test_chance_never_rises_with_load_nor_with_repetitions(
    log: list[ExerciseSession], loads_kg: list[float]
) -> None:
    said = capacity(log, sorted(loads_kg))
    assert np.all(np.isfinite(said.chance))
    assert np.all((said.chance >= 0.0) & (said.chance <= 1.0))
    assert np.all(np.diff(said.chance, axis=0) <= 1e-9)
    assert np.all(np.diff(said.chance, axis=1) <= 1e-9)


@given(log=sessions, loads_kg=st.lists(st.floats(0.001, 1000), min_size=2, max_size=30))
def test_interval_holds_its_median_and_falls_with_load(
    log: list[ExerciseSession], loads_kg: list[float]
) -> None:
    said = capacity(log, sorted(loads_kg))
    assert np.all((said.low >= 0.0) & (said.low <= said.value) & (said.value <= said.high))
    assert np.all(np.isfinite(said.high))
    for row in (said.value, said.low, said.high):
        assert np.all(np.diff(row) <= 1e-9)


@given(log=sessions)
def test_nothing_is_possible_far_above_and_everything_far_below(
    log: list[ExerciseSession],
) -> None:
    lifted = [one.load_kg or 0.0 for session in log for one in session.sets]
    said = capacity(log, [min(lifted) / 1000, max(lifted) * 1000])
    assert said.chance[0].min() > 0.99
    assert said.chance[1].max() < 0.01
    assert said.value[1] == 0.0


@given(log=sessions, load_kg=st.floats(0.01, 900))
def test_chance_is_continuous_between_loads(log: list[ExerciseSession], load_kg: float) -> None:
    said = capacity(log, [load_kg, load_kg * (1 + 1e-7)])
    assert said.chance[0] == pytest.approx(said.chance[1], abs=1e-3)


@given(log=sessions, loads_kg=st.lists(st.floats(0.001, 1000), min_size=2, max_size=5))
def test_what_else_is_asked_changes_nothing(
    log: list[ExerciseSession], loads_kg: list[float]
) -> None:
    together = capacity(log, loads_kg).chance
    alone = [capacity(log, [load_kg]).chance[0] for load_kg in loads_kg]
    assert np.abs(together - np.array(alone)).max() < 1e-6


# Somebody who has only ever done 100 kg x 5: asked load -> chance of k repetitions between
ONLY_100 = [
    (20, 20, 0.95, 1.0),
    (60, 10, 0.9, 1.0),
    (100, 4, 0.8, 1.0),
    (100, 12, 0.0, 0.02),
    (130, 8, 0.0, 0.05),
    (150, 3, 0.0, 0.1),
    (200, 1, 0.0, 0.1),
    (300, 1, 0.0, 0.01),
]


@pytest.mark.parametrize(("load_kg", "repetitions", "least", "most"), ONLY_100)
def test_only_100_kg_for_5(load_kg: float, repetitions: int, least: float, most: float) -> None:
    log = written(" / ".join(["100x5"] * 10))
    chance = capacity(log, [load_kg]).chance[0, repetitions - 1]
    assert least <= chance <= most


CURVES = [(200, 30.0), (100, 30.0), (50, 25.148), (20, 18.734), (5, 9.030), (1, 8.0)]


@pytest.mark.parametrize(("heaviest_kg", "repetitions"), CURVES)
def test_lighter_exercises_have_a_shorter_curve(heaviest_kg: float, repetitions: float) -> None:
    loads = np.log(np.array([heaviest_kg / 2, heaviest_kg]))
    assert curve_of(loads)[0] == pytest.approx(repetitions, abs=5e-4)


def test_far_from_the_data_the_curve_still_bends() -> None:
    log = written(" / ".join(["100x5"] * 10))
    value = capacity(log, [15, 30, 45, 60]).value
    assert np.all(np.diff(value) < -5)


def test_a_set_to_failure_says_more_than_one_of_unknown_effort() -> None:
    failure = capacity(written("60x10f / 60x10f / 60x10f"), [60])
    unknown = capacity(written("60x10 / 60x10 / 60x10"), [60])
    reserve = capacity(written("60x10r3 / 60x10r3 / 60x10r3"), [60])
    assert failure.value[0] == pytest.approx(10, abs=0.5)
    assert failure.value[0] < unknown.value[0] < reserve.value[0]
    assert reserve.value[0] == pytest.approx(13, abs=0.7)
    assert (failure.high - failure.low)[0] < (unknown.high - unknown.low)[0]


def test_falling_short_later_says_that_not_much_was_left() -> None:
    fell = capacity(written(" / ".join(["60x10 60x8"] * 5)), [60]).value[0]
    held = capacity(written(" / ".join(["60x10 60x10"] * 5)), [60]).value[0]
    assert fell < held


def test_a_long_gap_widens() -> None:
    near = capacity(written("60x10f / 60x9f / 60x10f", every=3), [60])
    far = capacity(written("60x10f / 60x9f / 60x10f", every=400), [60])
    assert (near.high - near.low)[0] < (far.high - far.low)[0]


at_60 = st.builds(
    "60x{}{}".format,
    st.integers(1, 40),
    st.sampled_from(["", "f"]) | st.floats(0, 30).map(lambda r: f"r{r:.2f}"),
)


@given(
    earlier=st.lists(at_60, max_size=6),
    later=st.lists(at_60, max_size=3),
    repetitions=st.integers(1, 40),
    reserves=st.tuples(st.floats(0, 30), st.floats(0, 30)).map(sorted),
)
def test_more_in_reserve_is_never_less_capacity(
    earlier: list[str], later: list[str], repetitions: int, reserves: list[float]
) -> None:
    less, more = (
        capacity(written(" / ".join([*earlier, f"60x{repetitions}r{r:.3f}", *later])), [60])
        for r in reserves
    )
    assert less.value[0] <= more.value[0] + 1e-6
    assert less.low[0] <= more.low[0] + 1e-6
    assert np.all(less.chance <= more.chance + 1e-6)


def test_more_in_reserve_than_people_can_tell_widens_upwards() -> None:
    three = capacity(written("60x8r3"), [60])
    thirty = capacity(written("60x8r30"), [60])
    assert three.value[0] == pytest.approx(11.0)
    assert thirty.value[0] == pytest.approx(12.0)
    below, above = thirty.value - thirty.low, thirty.high - thirty.value
    assert above[0] > 3 * below[0]
    assert below[0] == pytest.approx((three.value - three.low)[0], abs=0.1)


@pytest.mark.parametrize("effort", ["", "f", "r1", "r3"])
def test_no_cliff_at_thirty_repetitions(effort: str) -> None:
    logs = [written(f"20x{n}{effort}") for n in range(25, 101)]
    values = [capacity(log, [20]).value[0] for log in logs]
    steps = np.diff(values)
    assert np.all((steps >= -1e-9) & (steps < 1.2))
