"""What of a long log is read, so that an answer costs the same after ten years by either door."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import TypeVar

from app.engine.answer import Basis, Part, ReasonKind
from app.engine.records import ExerciseSession
from app.engine.strength.strength_log import in_time

SETS_READ = 5_000
SESSIONS_READ = 1_000
"""Of one exercise, before the instant asked: about ten years of twice a week. All slopes between
more points than that would cost seconds."""
LATER_NAMED = 100
"""Sets from that instant on that are named as left out; of later ones nothing is said."""

OLDER_SETS = ReasonKind(
    "older_sets_not_read",
    "Of this exercise the newest sets were read (here {sets}), back to {since}; older ones were "
    "not.",
    Basis.CONVENTION,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadLog:
    sessions: tuple[ExerciseSession, ...]
    """Oldest first."""
    at: datetime
    sets: int
    """Before `at`."""
    since: datetime
    """The oldest that was read; `at` where none was."""
    whole: bool
    """Nothing is older."""


def newest_sets(sessions: Iterable[ExerciseSession], at: datetime) -> ReadLog:
    """The newest sets before `at`, up to SETS_READ in SESSIONS_READ, and the first ones after.

    What began at one instant is read together or not at all, so that it does not matter in which
    order it was sent.
    """
    in_order = sorted(sessions, key=in_time)
    past = [one for one in in_order if one.performed_at < at]
    read = _nearest(past[::-1], SETS_READ)[::-1]
    return ReadLog(
        (*read, *_nearest(in_order[len(past) :], LATER_NAMED)),
        at,
        sum(len(one.sets) for one in read),
        read[0].performed_at if read else at,
        len(read) == len(past),
    )


def _nearest(sessions: Sequence[ExerciseSession], most_sets: int) -> list[ExerciseSession]:
    """The first ones, at most so many sets."""
    kept: list[ExerciseSession] = []
    sets = 0
    for number, (_, same) in enumerate(groupby(sessions, in_time)):
        here = list(same)
        sets += sum(len(one.sets) for one in here)
        if sets > most_sets or number == SESSIONS_READ:
            break
        kept += here
    return kept


def noted(part: Part[T], read: ReadLog, window: timedelta) -> Part[T]:
    """The part, with a warning where its window reaches further back than what was read."""
    if read.whole or read.at - read.since >= window:
        return part
    warning = OLDER_SETS(sets=read.sets, since=read.since.date().isoformat())
    return replace(part, warnings=(*part.warnings, warning))
