"""The next set of a session that has begun: what is predicted, and what the simple ways say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.engine.records import ExerciseSession, PerformedSet
from benchmarks.logs import Log
from benchmarks.targets import FEWEST_SESSIONS, FIRST_TARGET, known_capacity, load_of, series

ROWS_OF_EQUAL_SETS = "own_lb_rpe.csv"
"""A row of this file stands for several equal sets, so its later sets are copies: not pooled."""
MOST_CAPACITY = 18
SAME_LOAD = 0.005


@dataclass(frozen=True, slots=True)
class NextSet:
    """One set, with the sets of its session before it."""

    lifter: str
    earlier: tuple[ExerciseSession, ...]
    at: datetime
    done_today: tuple[PerformedSet, ...]
    coming: PerformedSet

    @property
    def load_kg(self) -> float:
        return load_of(self.coming)

    @property
    def load_changed(self) -> bool:
        return abs(self.load_kg / load_of(self.done_today[-1]) - 1.0) > SAME_LOAD


def next_sets(lifter: str, log_of: Log) -> Iterator[NextSet]:
    """From the sixth session and the second set on."""
    for sessions in log_of.values():
        kept = series(sessions, FEWEST_SESSIONS)
        for n in range(FIRST_TARGET, len(kept)):
            sets = kept[n].sets
            for m in range(1, len(sets)):
                yield NextSet(lifter, kept[:n], kept[n].performed_at, sets[:m], sets[m])


def next_known(lifter: str, log_of: Log) -> Iterator[NextSet]:
    """Those whose capacity is known."""
    for target in next_sets(lifter, log_of):
        capacity = known_capacity(target.coming)
        if capacity is not None and capacity <= MOST_CAPACITY:
            yield target


def set_before(target: NextSet) -> float:
    """The same repetitions as the set before."""
    return float(target.done_today[-1].repetitions or 0)


def capacity_before(target: NextSet) -> float:
    """The capacity of the set before, or its repetitions where that is not known."""
    known = known_capacity(target.done_today[-1])
    return known if known is not None else set_before(target)
