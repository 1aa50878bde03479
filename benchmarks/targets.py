"""What is predicted, and what the simple ways would have said.

Habit: the first set at a session's highest load. Capacity: the heaviest set of a session whose
capacity is known. Both from the sixth session on, from earlier sessions and the coming load alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log

from app.engine.records import ExerciseSession, PerformedSet, SetKind
from benchmarks.logs import Log

FEWEST_SESSIONS = 8
FIRST_TARGET = 5
SAME_LOAD = 0.005
NEAREST_AMONG = 40
"""Sessions among which the nearest load is sought."""
LOWEST_BASELINE, HIGHEST_BASELINE = 1.0, 25.0


@dataclass(frozen=True, slots=True)
class TopSet:
    load_kg: float
    repetitions: float


@dataclass(frozen=True, slots=True)
class Target:
    """One set to be predicted, with what the baselines need to know."""

    lifter: str
    exercise: str
    earlier: tuple[ExerciseSession, ...]
    at: datetime
    load_kg: float
    repetitions: float
    tops: tuple[TopSet, ...]
    """Of the earlier sessions, oldest first."""

    @property
    def load_changed(self) -> bool:
        return abs(self.load_kg / self.tops[-1].load_kg - 1.0) > SAME_LOAD

    @property
    def never_lifted(self) -> bool:
        return all(abs(log(top.load_kg / self.load_kg)) > SAME_LOAD for top in self.tops)

    @property
    def gap_days(self) -> float:
        return (self.at - self.earlier[-1].performed_at).total_seconds() / 86_400.0


def counts(performed: PerformedSet) -> bool:
    return (
        performed.kind is not SetKind.WARM_UP
        and (performed.load_kg or 0.0) > 0.0
        and 1 <= (performed.repetitions or 0) <= 20
    )


def series(sessions: Sequence[ExerciseSession], fewest: int) -> tuple[ExerciseSession, ...]:
    """Sessions with the sets that count; none where there are fewer than `fewest`."""
    kept = [
        ExerciseSession(one.performed_at, sets)
        for one in sessions
        if (sets := tuple(filter(counts, one.sets)))
    ]
    return tuple(kept) if len(kept) >= fewest else ()


def load_of(performed: PerformedSet) -> float:
    return performed.load_kg or 0.0


def known_capacity(performed: PerformedSet) -> float | None:
    """Repetitions to failure, where the set was taken there or its reserve is 3 or less."""
    if performed.kind is SetKind.FAILURE:
        return float(performed.repetitions or 0)
    reserve = performed.repetitions_in_reserve
    return (performed.repetitions or 0) + reserve if reserve is not None and reserve <= 3 else None


def top_set(session: ExerciseSession) -> TopSet:
    """The first set at the highest load: `max` keeps the first of equals."""
    top = max(session.sets, key=load_of)
    return TopSet(load_of(top), float(top.repetitions or 0))


def top_capacity(session: ExerciseSession) -> TopSet:
    """The same set, with its capacity where that is known."""
    top = max(session.sets, key=load_of)
    known = known_capacity(top)
    return TopSet(load_of(top), known if known is not None else float(top.repetitions or 0))


def habit_targets(lifter: str, log_of: Log) -> Iterator[Target]:
    for exercise, sessions in log_of.items():
        kept = series(sessions, FEWEST_SESSIONS)
        tops = tuple(map(top_set, kept))
        for n in range(FIRST_TARGET, len(kept)):
            load_kg, repetitions = tops[n].load_kg, tops[n].repetitions
            if repetitions <= 15:
                at = kept[n].performed_at
                yield Target(lifter, exercise, kept[:n], at, load_kg, repetitions, tops[:n])


def capacity_targets(lifter: str, log_of: Log) -> Iterator[Target]:
    for exercise, sessions in log_of.items():
        kept = series(sessions, FIRST_TARGET + 1)
        tops = tuple(map(top_capacity, kept))
        for n in range(FIRST_TARGET, len(kept)):
            known = [one for one in kept[n].sets if known_capacity(one) is not None]
            if not known:
                continue
            heaviest = max(known, key=load_of)
            capacity = known_capacity(heaviest) or 0.0
            if capacity <= 18:
                at = kept[n].performed_at
                yield Target(lifter, exercise, kept[:n], at, load_of(heaviest), capacity, tops[:n])


@dataclass(frozen=True, slots=True)
class Occasion:
    """Every set of one session, to be held against the upper bound of capacity."""

    lifter: str
    earlier: tuple[ExerciseSession, ...]
    at: datetime
    sets: tuple[TopSet, ...]


def occasions(lifter: str, log_of: Log) -> Iterator[Occasion]:
    for sessions in log_of.values():
        kept = series(sessions, FEWEST_SESSIONS)
        for n in range(FIRST_TARGET, len(kept)):
            sets = tuple(TopSet(load_of(one), float(one.repetitions or 0)) for one in kept[n].sets)
            yield Occasion(lifter, kept[:n], kept[n].performed_at, sets)


def along_epley(top: TopSet, load_kg: float) -> float:
    moved = 30.0 * (top.load_kg * (1.0 + top.repetitions / 30.0) / load_kg - 1.0)
    return min(max(moved, LOWEST_BASELINE), HIGHEST_BASELINE)


def same_as_last(target: Target) -> float:
    return target.tops[-1].repetitions


def nearest_load(target: Target) -> float:
    """The latest of the nearest loads, moved along Epley."""
    nearest = min(
        reversed(target.tops[-NEAREST_AMONG:]),
        key=lambda top: round(abs(log(top.load_kg / target.load_kg)), 9),
    )
    return along_epley(nearest, target.load_kg)


def last_session(target: Target) -> float:
    return along_epley(target.tops[-1], target.load_kg)


BASELINES = {
    "same as last": same_as_last,
    "nearest + Epley": nearest_load,
    "last + Epley": last_session,
}
