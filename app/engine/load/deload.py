"""When to back off, and how. It is a suggestion, never done by itself.

A deload is custom among those who compete; the trials of it found no gain. What cannot be assessed
is said so: a log without check-ins does not say that no deload is due.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.engine.answer import Evidence, Missing, Part, Reason, ReasonKind, insufficient, ok
from app.engine.load.check_ins import SORENESS_LIMIT, STALE, CheckIns, read_check_ins
from app.engine.load.deload_reasons import (
    ALWAYS_SORE,
    CHECK_INS,
    FEELS_LOW,
    FEELS_READY,
    FEELS_TIRED,
    HOW,
    LIFTS,
    LIFTS_AFTER_DELOAD,
    LIFTS_MOVE,
    LIFTS_STALLED,
    NO_GAIN_SHOWN,
    NOTHING_ASKS,
    PLAN_DUE,
    PLAN_NOT_DUE,
    PLAN_UNUSUAL,
    PLANNED_AHEAD,
    UNDER_WAY,
    WEEKS,
)
from app.engine.load.mesocycle import DeloadDays
from app.engine.records import RecoveryNote

STALLED_LIFTS = 2
"""So many lifts without progress speak of fatigue rather than of one lift."""
LEAST_CHECK_INS = 3
MOST_CHECK_INS = 5
"""The newest of so many are averaged."""
NEWEST_WITHIN = timedelta(hours=72)
"""Three bad days a week and a half ago are no reason to back off now."""
LOW_READINESS = 2.0
TIRED_READINESS = 3.0
"""Mean of 1 to 5: at most the first is reason enough; below the second, with a stalled lift."""
PLAN_WEEKS = (4, 8)
STALL_COUNTS_AFTER = timedelta(weeks=PLAN_WEEKS[0])
"""Since a deload, before lifts that stand still ask for another: a trend takes weeks to show what
it did. A convention."""

SETS_FACTOR = 0.5
LOAD_FACTORS = (0.9, 1.0)
RESERVE_ADDED = (2.0, 3.0)
DAYS = (5, 7)


class DeloadAdvice(StrEnum):
    SUGGESTED = "suggested"
    NOT_SUGGESTED = "not_suggested"
    """Everything was assessed, and nothing asks for one."""
    UNDER_WAY = "under_way"
    """The one that was planned goes on: the sessions are lighter already."""


@dataclass(frozen=True, slots=True)
class DeloadPlan:
    """How to back off, from and to."""

    days: tuple[int, int] = DAYS
    sets_factor: float = SETS_FACTOR
    load_factor: tuple[float, float] = LOAD_FACTORS
    """Of all that is lifted, the body's part included."""
    reserve_added: tuple[float, float] = RESERVE_ADDED
    """Repetitions in reserve more than usual."""


@dataclass(frozen=True, slots=True)
class Deload:
    advice: DeloadAdvice
    how: DeloadPlan | None
    """None where none is suggested."""


@dataclass(frozen=True, slots=True)
class Lift:
    """One lift and whether it has stalled; None where its trend cannot be told."""

    exercise_id: str
    stalled: bool | None
    name: str | None = None
    """As a person calls it; None: its id."""


@dataclass(frozen=True, slots=True)
class DeloadQuestion:
    at: datetime
    lifts: tuple[Lift, ...] = ()
    notes: tuple[RecoveryNote, ...] = ()
    every_weeks: float | None = None
    """A planned deload; None is none: it is never planned by itself."""
    weeks_without_rest: float | None = None
    """As `rest.weeks_without_rest` reads them off the log."""
    planned: DeloadDays | None = None
    """Of the mesocycle that goes on."""
    last_deload_on: date | None = None
    """The last day of the last deload, planned or told; a later day than that of `at` is none."""

    def __post_init__(self) -> None:
        if self.every_weeks is not None and not 1.0 <= self.every_weeks <= 52.0:
            raise ValueError(f"every_weeks must be 1 to 52, not {self.every_weeks}")

    @property
    def on(self) -> date:
        return self.at.date()

    @property
    def is_fresh(self) -> bool:
        """So lately deloaded that a lift had no time to move since."""
        last = self.last_deload_on
        return last is not None and timedelta(0) <= self.on - last < STALL_COUNTS_AFTER


@dataclass(frozen=True, slots=True)
class _Feeling:
    """Readiness of the newest check-ins, where there are enough of them."""

    mean: float
    notes: tuple[RecoveryNote, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What could be assessed; None where it could not."""

    plan_due: bool | None
    stalled: tuple[str, ...]
    assessed: int
    feeling: _Feeling | None
    fresh: bool
    """From a deload, so that stalled lifts alone ask for nothing."""

    @property
    def suggests(self) -> bool:
        return bool(self.plan_due) or self.many_stalled or self.feels_low or self.tired_too

    @property
    def many_stalled(self) -> bool:
        return len(self.stalled) >= STALLED_LIFTS and not self.fresh

    @property
    def feels_low(self) -> bool:
        return self.feeling is not None and self.feeling.mean <= LOW_READINESS

    @property
    def tired_too(self) -> bool:
        """One stalled lift is enough where readiness is below the middle."""
        tired = self.feeling is not None and self.feeling.mean < TIRED_READINESS
        return tired and bool(self.stalled)

    def missing(self) -> Iterator[Missing]:
        if self.plan_due is None:
            yield WEEKS
        if self.assessed < STALLED_LIFTS:
            yield LIFTS
        if self.feeling is None:
            yield CHECK_INS


def deload(question: DeloadQuestion) -> Part[Deload]:
    """Whether to back off now, from a plan, from stalled lifts and from how one feels.

    Suggested where any of them asks for it; not suggested only where all could be assessed.
    """
    check_ins = read_check_ins(question.notes, question.at)
    if question.planned is not None and question.on in question.planned:
        under_way = UNDER_WAY(last_on=question.planned.last_on.isoformat())
        return ok(Deload(DeloadAdvice.UNDER_WAY, None), (under_way,))
    seen = _seen(question, check_ins)
    because, missing = tuple(_because(question, seen)), tuple(seen.missing())
    warnings = tuple(_warnings(question, seen))
    evidence = _evidence(check_ins, seen)
    if seen.suggests:
        return ok(
            Deload(DeloadAdvice.SUGGESTED, DeloadPlan()),
            (*because, _how(), NO_GAIN_SHOWN()),
            missing=missing,
            warnings=warnings,
            evidence=evidence,
        )
    if missing:
        return insufficient(missing, because, warnings=warnings, evidence=evidence)
    return ok(
        Deload(DeloadAdvice.NOT_SUGGESTED, None),
        (*because, NOTHING_ASKS()),
        warnings=warnings,
        evidence=evidence,
    )


def _seen(question: DeloadQuestion, check_ins: CheckIns) -> _Seen:
    assessed = {lift.exercise_id: lift for lift in question.lifts if lift.stalled is not None}
    return _Seen(
        _plan_due(question),
        tuple(lift.name or exercise for exercise, lift in assessed.items() if lift.stalled),
        len(assessed),
        _feeling(question.at, check_ins),
        question.is_fresh,
    )


def _plan_due(question: DeloadQuestion) -> bool | None:
    if question.every_weeks is None:
        return False
    trained = question.weeks_without_rest
    return None if trained is None else trained >= question.every_weeks


def _feeling(at: datetime, check_ins: CheckIns) -> _Feeling | None:
    told = [note for note in check_ins.lasting if note.readiness_1_to_5 is not None]
    days = {note.noted_at.date() for note in told}
    if len(days) < LEAST_CHECK_INS or at - told[-1].noted_at > NEWEST_WITHIN:
        return None
    newest = tuple(told[-MOST_CHECK_INS:])
    return _Feeling(sum(note.readiness_1_to_5 or 0 for note in newest) / len(newest), newest)


def _because(question: DeloadQuestion, seen: _Seen) -> Iterator[Reason]:
    trained, every = question.weeks_without_rest, question.every_weeks
    if every is not None and trained is not None:
        yield (PLAN_DUE if seen.plan_due else PLAN_NOT_DUE)(weeks=trained, every=every)
    if seen.stalled:
        yield LIFTS_STALLED(
            stalled=len(seen.stalled), assessed=seen.assessed, names=", ".join(seen.stalled)
        )
    if seen.fresh and len(seen.stalled) >= STALLED_LIFTS and question.last_deload_on is not None:
        yield LIFTS_AFTER_DELOAD(last_on=question.last_deload_on.isoformat(), weeks=PLAN_WEEKS[0])
    if seen.assessed >= STALLED_LIFTS > len(seen.stalled):
        yield LIFTS_MOVE(stalled=len(seen.stalled), assessed=seen.assessed, least=STALLED_LIFTS)
    if seen.feeling is not None:
        yield _felt(seen)(check_ins=len(seen.feeling.notes), mean=seen.feeling.mean)
    planned = question.planned
    if planned is not None and question.on < planned.first_on:
        first_on, last_on = planned.first_on.isoformat(), planned.last_on.isoformat()
        yield PLANNED_AHEAD(first_on=first_on, last_on=last_on)


def _felt(seen: _Seen) -> ReasonKind:
    if seen.feels_low:
        return FEELS_LOW
    return FEELS_TIRED if seen.tired_too else FEELS_READY


def _how() -> Reason:
    return HOW(
        days_low=DAYS[0],
        days_high=DAYS[1],
        reserve_low=RESERVE_ADDED[0],
        reserve_high=RESERVE_ADDED[1],
    )


def _warnings(question: DeloadQuestion, seen: _Seen) -> Iterator[Reason]:
    low, high = PLAN_WEEKS
    if question.every_weeks is not None and not low <= question.every_weeks <= high:
        yield PLAN_UNUSUAL(every=question.every_weeks, low=low, high=high)
    if seen.feeling is not None and all(_is_sore(note) for note in seen.feeling.notes):
        yield ALWAYS_SORE(limit=SORENESS_LIMIT, check_ins=len(seen.feeling.notes))


def _is_sore(note: RecoveryNote) -> bool:
    return max(note.soreness_0_to_10.values(), default=0.0) > SORENESS_LIMIT


def _evidence(check_ins: CheckIns, seen: _Seen) -> Evidence:
    """Check-ins of the last 14 days are not stale here: it is what lasts that counts."""
    lasting = {note.id for note in check_ins.lasting}
    used = () if seen.feeling is None else tuple(note.id for note in seen.feeling.notes)
    left_out = (
        each for each in check_ins.excluded if each.reason != STALE or each.id not in lasting
    )
    return Evidence(used, tuple(left_out))
