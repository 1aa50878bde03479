from datetime import timedelta
from random import Random

import pytest

from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.newest_sets import (
    LATER_NAMED,
    SESSIONS_READ,
    SETS_READ,
    newest_sets,
)
from app.engine.strength.progress import ProgressQuestion, strength_progress
from app.engine.strength.strength_log import LATER
from tests.engine.strength.written import NOW


def daily(sessions: int, sets: int = 1, first_days_ago: float = 1.0) -> list[ExerciseSession]:
    """The newest first; negative days ago lie after the instant asked."""
    return [
        ExerciseSession(
            NOW - timedelta(days=first_days_ago + day),
            tuple(PerformedSet(f"{day}.{n}", 60.0, 5) for n in range(sets)),
        )
        for day in range(sessions)
    ]


WHAT_IS_READ = [
    (0, 1, 0, 0),
    (1, 1, 1, 1),
    (SESSIONS_READ, 1, 1_000, 1_000),
    (SESSIONS_READ + 1, 1, 1_000, 1_000),
    (1_000, 5, 1_000, 5_000),
    (1_000, 6, 833, 4_998),
    (3, SETS_READ, 1, 5_000),
    (1, SETS_READ + 1, 0, 0),
]


@pytest.mark.parametrize(("sessions", "sets", "sessions_read", "sets_read"), WHAT_IS_READ)
def test_the_newest_are_read(sessions: int, sets: int, sessions_read: int, sets_read: int) -> None:
    log = daily(sessions, sets)
    read = newest_sets(log, NOW)
    assert list(read.sessions) == log[:sessions_read][::-1]
    assert read.sets == sets_read
    assert read.whole == (sessions_read == sessions)
    assert read.since == (read.sessions[0].performed_at if read.sessions else NOW)


def test_what_began_at_one_instant_is_read_together() -> None:
    log = daily(999, 5)
    oldest = NOW - timedelta(days=2_000)
    twins = [ExerciseSession(oldest, (PerformedSet(f"{n}", 60.0, 5),) * 3) for n in range(2)]
    assert newest_sets([*log, twins[0]], NOW).whole
    assert len(newest_sets([*log, *twins], NOW).sessions) == 999


def test_the_first_of_the_later_ones_are_named() -> None:
    later = daily(200, first_days_ago=-200.0)
    log = [*daily(3), *later]
    read = newest_sets(log, NOW)
    assert read.whole
    assert len(read.sessions) == 3 + LATER_NAMED
    assert read.sessions[-1].performed_at == NOW + timedelta(days=LATER_NAMED)
    excluded = strength_progress(ProgressQuestion(log, NOW)).records.evidence.excluded
    assert [one.reason for one in excluded] == [LATER] * LATER_NAMED


def test_the_order_is_of_no_account() -> None:
    log = daily(1_100, 2)
    shuffled = Random(1).sample(log, len(log))
    assert newest_sets(shuffled, NOW) == newest_sets(log, NOW)


@pytest.mark.parametrize(
    ("sessions", "weeks", "warned"),
    [
        (1_000, 520.0, set()),
        (1_001, 12.0, {"records"}),
        (1_001, 520.0, {"trend", "plateau", "records"}),
    ],
)
def test_a_part_that_looks_further_back_says_so(
    sessions: int, weeks: float, warned: set[str]
) -> None:
    progress = strength_progress(ProgressQuestion(daily(sessions), NOW, weeks=weeks))
    parts = {name: getattr(progress, name) for name in ("maximum", "trend", "plateau", "records")}
    told = {
        name: one
        for name, part in parts.items()
        for one in part.warnings
        if one.code == "older_sets_not_read"
    }
    assert set(told) == warned
    for one in told.values():
        assert one.values == {"sets": 1_000, "since": "2023-06-05"}
