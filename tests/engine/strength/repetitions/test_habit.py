import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.strength.repetitions.habit import (
    COUNTS,
    Habit,
    distribution,
    habit_at,
    quantiles,
    steadiness,
)
from app.engine.strength.repetitions.history import read_history
from tests.engine.strength.written import NOW, written


def habit(log: str, *loads_kg: float, every: float = 3.0) -> Habit:
    return habit_at(read_history(written(log, every), NOW), np.log(np.array(loads_kg)))


SAID = [
    ("the same again", "60x8 / 60x8 / 60x8 / 60x8", 60, 8, 0.3),
    ("one set is enough", "60x8", 60, 8, 1.0),
    ("the heavy day", "80x5 / 60x12 / 80x5 / 60x12 / 80x5 / 60x12", 80, 5, 0.6),
    ("the light day", "60x12 / 80x5 / 60x12 / 80x5 / 60x12 / 80x5", 60, 12, 0.6),
    ("a small step keeps the number", "60x8 / 62.5x8 / 65x8 / 67.5x8", 70, 8, 0.6),
]


@pytest.mark.parametrize(("what", "log", "load_kg", "said", "within"), SAID)
def test_says_what_people_do(
    what: str, log: str, load_kg: float, said: float, within: float
) -> None:
    assert habit(log, load_kg).value[0] == pytest.approx(said, abs=within), what


def test_a_steady_lifter_has_a_narrow_interval() -> None:
    steady = habit(" / ".join(["60x8"] * 12), 60)
    unsteady = habit(" / ".join(["60x8 / 60x11 / 60x6 / 60x9"] * 3), 60)
    assert (steady.high - steady.low)[0] < (unsteady.high - unsteady.low)[0]


def test_the_interval_widens_with_time_away() -> None:
    unsteady = " / ".join(["60x8 / 60x11 / 60x6 / 60x9"] * 3)
    near, away = habit(unsteady, 60), habit(unsteady, 60, every=90)
    assert (near.high - near.low)[0] < (away.high - away.low)[0]


def test_a_lifter_has_numbers_of_their_own() -> None:
    """Seven is nobody's number but this lifter's."""
    sevens = habit(" / ".join(["60x7 / 62.5x6 / 65x7 / 67.5x7"] * 5), 66)
    assert sevens.value[0] == pytest.approx(7, abs=0.2)


def test_a_strange_session_moves_little() -> None:
    usual = habit(" / ".join(["60x8"] * 12), 60).value[0]
    strange = habit(" / ".join([*["60x8"] * 10, "60x25", "60x8"]), 60).value[0]
    assert strange == pytest.approx(usual, abs=0.5)


days = st.floats(0, 5000)
offsets = st.floats(-14, 14)
earlier = st.lists(st.tuples(days, offsets, st.integers(1, 30)), min_size=1, max_size=25)


@given(earlier=earlier)
def test_a_distribution_whatever_the_log(earlier: list[tuple[float, float, int]]) -> None:
    days_ago, offset, repetitions = np.array(earlier, dtype=float).T
    masses = distribution(days_ago, offset[None, :], repetitions)
    assert masses.shape == (1, len(COUNTS))
    assert np.all(masses >= 0.0)
    assert masses.sum() == pytest.approx(1.0)
    said = quantiles(masses, steadiness(repetitions), days_ago[-1:])
    assert 0.0 <= said.low[0] <= said.value[0] <= said.high[0] <= COUNTS[-1] + 0.5


@pytest.mark.parametrize(
    ("repetitions", "steady"),
    [([8.0], 0.0), ([8.0] * 5, 0.275), ([8.0, 9.0, 8.0, 9.0, 8.0], -0.225)],
)
def test_steadiness(repetitions: list[float], steady: float) -> None:
    assert steadiness(np.array(repetitions)) == pytest.approx(steady)


def test_many_loads_at_once_are_each_alone() -> None:
    log = "60x8 / 62.5x8 / 70x5 / 65x7"
    together = habit(log, 40.0, 60.0, 66.0, 90.0)
    alone = [habit(log, load_kg).value[0] for load_kg in (40.0, 60.0, 66.0, 90.0)]
    assert together.value.tolist() == pytest.approx(alone)


QUANTILES = [
    # All on one number: the number, and nothing to either side.
    ({8: 1.0}, 8.0, 8.0, 8.0),
    # Spread evenly over 6 ... 10.
    ({6: 0.2, 7: 0.2, 8: 0.2, 9: 0.2, 10: 0.2}, 8.0, 6.825, 9.175),
]


@pytest.mark.parametrize(("masses", "value", "low", "high"), QUANTILES)
def test_quantiles_of_whole_numbers(
    masses: dict[int, float], value: float, low: float, high: float
) -> None:
    row = np.zeros((1, len(COUNTS)))
    for count, mass in masses.items():
        row[0, count - 1] = mass
    said = quantiles(row, np.zeros(1), np.zeros(1))
    found = [said.value[0], said.low[0], said.high[0]]
    assert found == pytest.approx([value, low, high], abs=1e-9)
