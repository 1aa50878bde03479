import numpy as np
import pytest

from app.engine.strength.repetitions.capacity_constants import CONSTANTS
from app.engine.strength.repetitions.effort import effort_of, read_reserve
from app.engine.strength.repetitions.history import read_history
from tests.engine.strength.written import NOW, written

# log -> repetitions and reserve of the set that speaks, is it known, did a later set fall short
SPEAKS = [
    ("60x8", 8, 0, 0, 0),
    ("60x8 60x8", 8, 0, 0, 0),
    ("60x8 60x6", 8, 0, 0, 1),
    ("60x8 50x6", 8, 0, 0, 0),
    ("60x8f", 8, 0, 1, 0),
    ("60x8r2", 8, 2, 1, 0),
    ("60x8r3.5", 8, 3.25, 0.75, 0),
    ("60x8r5", 8, 4, 0, 0),
    ("60x8r30", 8, 4, 0, 0),
    ("60x8r30 55x10f", 8, 4, 0, 0),
    ("60x1r6 55x12f", 12, 0, 1, 0),
    ("60x8 40x10r8", 8, 0, 0, 0),
    ("55x8 55x10f", 10, 0, 1, 0),
    ("57.5x5 55x10f 57.5x9r1 57.5x7f", 9, 1, 1, 0),
]


@pytest.mark.parametrize(("log", "repetitions", "reserve", "known", "fell"), SPEAKS)
def test_the_set_that_speaks(
    log: str, repetitions: int, reserve: float, known: float, fell: int
) -> None:
    effort = effort_of(read_history(written(f"{log} / {log}"), NOW))
    assert effort.repetitions.tolist() == [repetitions] * 2
    assert effort.reserve.tolist() == [reserve] * 2
    assert effort.known.tolist() == [known] * 2
    assert effort.fell_short.tolist() == [fell] * 2


def test_an_easier_set_to_failure_does_not_silence_the_top_set() -> None:
    effort = effort_of(read_history(written("100x5 60x12f / 100x5 60x12f"), NOW))
    assert np.exp(effort.log_load).round().tolist() == [100, 60, 100, 60]
    assert effort.repetitions.tolist() == [5, 12, 5, 12]
    assert effort.known.tolist() == [0, 1, 0, 1]
    assert effort.days_ago[0] == effort.days_ago[1] > effort.days_ago[2]


def test_a_set_of_unknown_effort_leaves_more_and_is_less_sure() -> None:
    effort = effort_of(read_history(written("60x8f / 60x8r2 / 60x8r3 / 60x8 60x7 / 60x8"), NOW))
    failure, two, three, fell, plain = effort.possible(CONSTANTS).tolist()
    assert failure == 8.0
    assert (two, three) == (10.0, 11.0)
    assert 8.0 < fell < plain
    noise = effort.noise(CONSTANTS).tolist()
    assert noise[0] == noise[1] == noise[2] < noise[3]
    assert effort.bias(CONSTANTS)[:3].tolist() == [0.0, 0.0, 0.0]
    assert 0.0 < effort.bias(CONSTANTS)[3] < effort.bias(CONSTANTS)[4]


def test_a_reserve_is_read_the_greater_the_more_is_called_up_to_four() -> None:
    called = np.array([0.0, 1.0, 3.0, 4.0, 5.0, 30.0])
    assert read_reserve(called).tolist() == [0.0, 1.0, 3.0, 3.5, 4.0, 4.0]


@pytest.mark.parametrize(
    ("log", "share"), [("60x8r3", 0.0), ("60x8r4", 0.5), ("60x8r9 / 60x8", 0.5), ("60x8", 0.0)]
)
def test_sessions_with_more_in_reserve_than_people_can_tell(log: str, share: float) -> None:
    assert effort_of(read_history(written(log), NOW)).beyond_called() == share
