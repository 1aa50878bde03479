import math
from datetime import timedelta

import numpy as np
import pytest

from app.engine.records import ExerciseSession, PerformedSet, SetKind
from app.engine.strength.repetitions.history import MOST_SETS, SESSIONS, read_history
from tests.engine.strength.written import NOW, written


def reasons(sessions: list[ExerciseSession]) -> dict[str, str]:
    return {one.id: one.reason for one in read_history(sessions, NOW).excluded}


def test_reads_sets_in_order_and_names_the_top_set() -> None:
    history = read_history(written("40x10w 60x8 70x5r2 70x4f / 65x6"), NOW)
    assert np.exp(history.log_load).tolist() == pytest.approx([60, 70, 70, 65])
    assert history.repetitions.tolist() == [8, 5, 4, 6]
    assert history.reserve.tolist() == pytest.approx([math.nan, 2, 0, math.nan], nan_ok=True)
    assert history.session.tolist() == [0, 0, 0, 1]
    assert history.top.tolist() == [1, 3]
    assert history.days_ago.tolist() == [6, 3]
    assert history.used == ("0.1", "0.2", "0.3", "1.0")
    assert [(one.id, one.reason) for one in history.excluded] == [("0.0", "warm_up")]


EXCLUDED = [
    (PerformedSet("s", 60.0, 8, kind=SetKind.WARM_UP), "warm_up"),
    (PerformedSet("s", None, 8), "no_load"),
    (PerformedSet("s", 0.0, 8), "no_load"),
    (PerformedSet("s", -20.0, 8), "no_load"),
    (PerformedSet("s", math.inf, 8), "no_load"),
    (PerformedSet("s", math.nan, 8), "no_load"),
    (PerformedSet("s", 60.0, None), "no_repetitions"),
    (PerformedSet("s", 60.0, 0), "no_repetitions"),
    (PerformedSet("s", 60.0, 101), "too_many_repetitions"),
]


@pytest.mark.parametrize(("performed", "reason"), EXCLUDED)
def test_names_what_it_leaves_out(performed: PerformedSet, reason: str) -> None:
    sessions = [ExerciseSession(NOW - timedelta(days=1), (performed,))]
    assert reasons(sessions) == {"s": reason}
    assert read_history(sessions, NOW).used == ()


@pytest.mark.parametrize("reserve", [math.nan, math.inf, -1.0, None])
def test_a_reserve_that_is_none_is_unknown(reserve: float | None) -> None:
    one = PerformedSet("s", 60.0, 8, repetitions_in_reserve=reserve)
    history = read_history([ExerciseSession(NOW - timedelta(days=1), (one,))], NOW)
    assert np.isnan(history.reserve).all()


LONG = [
    (PerformedSet("s", 20.0, 30), math.nan),
    (PerformedSet("s", 20.0, 31), math.nan),
    (PerformedSet("s", 20.0, 100), math.nan),
    (PerformedSet("s", 20.0, 31, kind=SetKind.FAILURE), 1.0),
    (PerformedSet("s", 20.0, 31, repetitions_in_reserve=2.0), 3.0),
    (PerformedSet("s", 20.0, 100, repetitions_in_reserve=0.0), 70.0),
]


@pytest.mark.parametrize(("performed", "reserve"), LONG)
def test_a_long_set_is_read_as_thirty_and_what_was_left(
    performed: PerformedSet, reserve: float
) -> None:
    history = read_history([ExerciseSession(NOW - timedelta(days=1), (performed,))], NOW)
    assert history.repetitions.tolist() == [30.0]
    assert history.reserve.tolist() == pytest.approx([reserve], nan_ok=True)


def test_only_earlier_sessions_count() -> None:
    one = PerformedSet("now", 60.0, 8)
    sessions = [ExerciseSession(NOW, (one,)), *written("50x8")]
    assert read_history(sessions, NOW).used == ("0.0",)
    assert reasons(sessions) == {"now": "not_before_the_instant_asked"}


def test_order_of_sessions_does_not_matter() -> None:
    sessions = written("60x8 / 62.5x8 / 65x7")
    assert read_history(sessions[::-1], NOW).used == read_history(sessions, NOW).used


def test_sessions_at_one_instant_are_one() -> None:
    first, second = written("60x8 / 70x5")
    both = [first, ExerciseSession(first.performed_at, second.sets)]
    history = read_history(both, NOW)
    assert history.used == ("0.0", "1.0")
    assert history.days_ago.tolist() == [6]
    assert history.top.tolist() == [1]


def test_the_window_is_bounded_and_the_rest_is_counted() -> None:
    history = read_history(written(" / ".join(["60x8"] * 300)), NOW)
    assert len(history.days_ago) == SESSIONS
    assert history.older_sessions == 300 - SESSIONS
    assert history.excluded == ()


def test_sessions_without_a_usable_set_take_no_room() -> None:
    history = read_history(written(" / ".join(["60x8", "40x8w"] * SESSIONS)), NOW)
    assert len(history.days_ago) == SESSIONS
    assert len(history.excluded) == SESSIONS


def test_a_session_without_end_is_bounded() -> None:
    sessions = written(" ".join(["60x8"] * (MOST_SETS + 2)))
    assert len(read_history(sessions, NOW).used) == MOST_SETS
    assert set(reasons(sessions).values()) == {"too_many_sets"}


TYPING_ERRORS = [
    ("80x8 / 860x8 / 82.5x8", {"1.0"}),
    ("80x8 / 80x8 860x8 / 82.5x8", {"1.1"}),
    ("80x8 / 80x8 / 820x8", {"2.0"}),
    ("800x8 / 80x8 / 82.5x8", {"0.0"}),
    ("20x8 / 80x8 / 82.5x8", set()),
    ("80x8 / 20x8 / 82.5x8", set()),
    ("10x8 / 60x8 / 60x8", set()),
    ("80x8 / 860x8", set()),
]


@pytest.mark.parametrize(("log", "left_out"), TYPING_ERRORS)
def test_typing_errors(log: str, left_out: set[str]) -> None:
    found = reasons(written(log))
    assert found == dict.fromkeys(left_out, "load_out_of_line")


def test_nothing_logged() -> None:
    history = read_history([], NOW)
    assert history.used == ()
    assert history.top.tolist() == []
