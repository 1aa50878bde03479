"""One point a session for a strength trend: its best set, read the same way throughout.

What differs between persons stays the same within one, so a trend needs one equation, one reading
of effort and few repetitions; what was light on purpose, after a pause, is no point of it.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from app.engine.answer import Exclusion
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.maximum.repmax import one_repetition_maximum_kg
from app.engine.strength.spread import FAR_CALL
from app.engine.strength.strength_log import StrengthLog, reserve_of
from app.engine.training_log.faults import load_of

MOST_POSSIBLE = 15.0
"""Repetitions done and in reserve; a set of more is no point. The usual 8 to 12 with three left end
here: with 12 as the limit such programmes had no trend (docs/science/strength-trend.md)."""
SOUND_POSSIBLE = 10.0
"""Points of more are flagged."""

EFFORT_KNOWN_SHARE = 0.8
"""From this share of sessions on with a set of known effort, effort counts and others are left
out; below it no set's effort counts, so that a habit of logging is not read as strength."""

ONE_SESSION = timedelta(hours=12)
"""Sessions nearer than this are one."""

PAUSE = timedelta(days=14)
"""From here on the first session back is lighter on purpose (overload/reentry.py)."""
LAYOFF = timedelta(days=28)
"""From here on a series begins anew; strength is hardly lost before (Bosquet 2013)."""
UNUSUAL_GAP = 2.0
"""A gap is a pause only where it is so many times the usual one of this log."""


@dataclass(frozen=True, slots=True)
class StrengthPoint:
    performed_at: datetime
    maximum_kg: float
    set_id: str
    repetitions_possible: float
    """Done, and in reserve where effort counts."""
    beyond_ten: bool


@dataclass(frozen=True, slots=True)
class Series:
    points: tuple[StrengthPoint, ...]
    """Oldest first."""
    sessions: tuple[ExerciseSession, ...]
    """Since the last layoff, without the first session back."""
    effort_counts: bool
    back_since: datetime | None
    """First session after the last layoff of the window."""
    excluded: tuple[Exclusion, ...]

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(point.set_id for point in self.points)


def series_of(log: StrengthLog, equation: str) -> Series:
    sessions = _joined(log.sessions)
    since, paused = _pauses(sessions)
    effort_counts = _effort_counts(sessions)
    kept: list[ExerciseSession] = []
    points: list[StrengthPoint] = []
    excluded = list(log.excluded)
    for session in sessions:
        code = _paused(session.performed_at, since, paused)
        if code is not None:
            excluded += [Exclusion(one.id, code) for one in session.sets]
            continue
        kept.append(session)
        best, left_out = _best(session, equation, effort_counts=effort_counts)
        points += best
        excluded += left_out
    return Series(tuple(points), tuple(kept), effort_counts, since, tuple(excluded))


def _joined(sessions: tuple[ExerciseSession, ...]) -> tuple[ExerciseSession, ...]:
    """Those that start within a few hours of each other as one: they are one day's training."""
    joined: list[ExerciseSession] = []
    for session in sessions:
        if joined and session.performed_at - joined[-1].performed_at < ONE_SESSION:
            joined[-1] = replace(joined[-1], sets=joined[-1].sets + session.sets)
        else:
            joined.append(session)
    return tuple(joined)


def _pauses(sessions: tuple[ExerciseSession, ...]) -> tuple[datetime | None, frozenset[datetime]]:
    """When training was taken up after the last layoff, and the first sessions after any pause."""
    gaps = [
        (after.performed_at - before.performed_at, after.performed_at)
        for before, after in pairwise(sessions)
    ]
    usual_s = median([gap.total_seconds() for gap, _ in gaps] or [0.0])
    pauses = [
        (gap, back)
        for gap, back in gaps
        if gap >= PAUSE and gap.total_seconds() >= UNUSUAL_GAP * usual_s
    ]
    since = max((back for gap, back in pauses if gap >= LAYOFF), default=None)
    return since, frozenset(back for _, back in pauses)


def _paused(
    performed_at: datetime, since: datetime | None, paused: frozenset[datetime]
) -> str | None:
    if since is not None and performed_at < since:
        return "before_layoff"
    return "first_after_pause" if performed_at in paused else None


def _effort_counts(sessions: tuple[ExerciseSession, ...]) -> bool:
    known = [any(_is_measured(one) for one in session.sets) for session in sessions]
    return sum(known) >= EFFORT_KNOWN_SHARE * len(known)


def _is_measured(performed: PerformedSet) -> bool:
    reserve = reserve_of(performed)
    return reserve is not None and reserve <= FAR_CALL


def _best(
    session: ExerciseSession, equation: str, *, effort_counts: bool
) -> tuple[list[StrengthPoint], list[Exclusion]]:
    """The best point of a session, if any, and why each other set is none."""
    points, excluded = [], []
    for one in session.sets:
        code = _fault(one, effort_counts=effort_counts)
        if code is None:
            points.append(_point(session, one, equation, effort_counts=effort_counts))
        else:
            excluded.append(Exclusion(one.id, code))
    best = max(points, key=lambda point: point.maximum_kg, default=None)
    excluded += [
        Exclusion(point.set_id, "not_best_of_session") for point in points if point is not best
    ]
    return ([] if best is None else [best]), excluded


def _fault(performed: PerformedSet, *, effort_counts: bool) -> str | None:
    if effort_counts and not _is_measured(performed):
        return "effort_not_known"
    possible = _possible(performed, effort_counts=effort_counts)
    return "beyond_fifteen_repetitions" if possible > MOST_POSSIBLE else None


def _point(
    session: ExerciseSession, performed: PerformedSet, equation: str, *, effort_counts: bool
) -> StrengthPoint:
    possible = _possible(performed, effort_counts=effort_counts)
    repetitions = performed.repetitions or 0
    maximum_kg = one_repetition_maximum_kg(
        load_of(performed), repetitions, possible - repetitions, equation
    )
    return StrengthPoint(
        session.performed_at, maximum_kg, performed.id, possible, possible > SOUND_POSSIBLE
    )


def _possible(performed: PerformedSet, *, effort_counts: bool) -> float:
    reserve = reserve_of(performed) if effort_counts else None
    return (performed.repetitions or 0) + (reserve or 0.0)
