"""Recovery: the log and the check-ins from the store or from the caller, one engine for both."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.decision import PlainDecision, remarked
from app.engine.load.check_ins import LASTING
from app.engine.load.deload import Deload, DeloadQuestion, Lift, deload
from app.engine.load.mesocycle import DeloadDays
from app.engine.load.readiness import ReadinessEffect, readiness
from app.engine.load.recovery import LOG_WINDOW, Recovery, recovery
from app.engine.load.rest import weeks_without_rest
from app.engine.load.training_log import LoggedExercise, TrainingLog
from app.engine.load.volume import muscles_missing
from app.engine.records import LoadMode, RecoveryNote
from app.engine.strength.course.expectation import EXPECTATIONS, TrainingAge
from app.engine.strength.course.plateau import PlateauQuestion, Verdict, plateau
from app.engine.strength.course.strength_points import LAYOFF
from app.engine.strength.course.trend import WEEKS, strength_trend
from app.store.recovery_notes import notes_between
from app.usecases.athletes import require_athlete
from app.usecases.check_ins import at_offset, stored_note
from app.usecases.decisions import Advice, plain_decision
from app.usecases.muscles import with_neighbours
from app.usecases.planned_deloads import planned_deloads
from app.usecases.training_log import (
    LeftOut,
    Training,
    left_out,
    span_around,
    stored_training,
    training_log,
)


@dataclass(frozen=True, slots=True)
class RecoveryAsked:
    """What a caller may say beside the log."""

    at: datetime
    trains: tuple[str, ...] = ()
    """Groups and muscles that the session will train."""
    training_age: TrainingAge | None = None
    deload_every_weeks: float | None = None
    last_deload_on: date | None = None
    planned_deload: DeloadDays | None = None
    """Of the mesocycle that goes on; from the programme where the log is stored."""

    @property
    def trend_weeks(self) -> float:
        return EXPECTATIONS[self.training_age].weeks if self.training_age else WEEKS

    @property
    def back(self) -> timedelta:
        """A week more than the plan: a rest at its beginning is seen."""
        return timedelta(weeks=max(self.trend_weeks, (self.deload_every_weeks or 0.0) + 1.0))


@dataclass(frozen=True, slots=True)
class RecoveryQuestion:
    asked: RecoveryAsked
    zone: ZoneInfo
    training: Training
    notes: tuple[RecoveryNote, ...]
    decision: PlainDecision | None = None
    """What the athlete made of a deload that was advised."""


@dataclass(frozen=True, slots=True)
class RecoveryAdvice:
    at: datetime
    recovery: Part[Recovery]
    deload: Part[Deload]
    readiness: Part[ReadinessEffect]
    left_out: tuple[LeftOut, ...]
    engine_version: str = ENGINE_VERSION


async def stored_recovery_question(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, asked: RecoveryAsked
) -> RecoveryQuestion:
    athlete = await require_athlete(session, tenant_id, athlete_id)
    zone = ZoneInfo(athlete.time_zone)
    training = await stored_training(session, tenant_id, athlete_id, asked.at, asked.back)
    rows = await notes_between(session, athlete_id, *span_around(asked.at, LASTING))
    notes = tuple(stored_note(row, zone) for row in rows)
    decision = await plain_decision(session, athlete_id, Advice.DELOAD, asked.at, zone)
    planned = await planned_deloads(session, athlete_id, at_offset(zone, asked.at).date())
    ended_on = max(filter(None, (asked.last_deload_on, planned.last_on)), default=None)
    asked = replace(asked, planned_deload=planned.of_now, last_deload_on=ended_on)
    return RecoveryQuestion(asked, zone, training, notes, decision)


def recovery_advice(question: RecoveryQuestion) -> RecoveryAdvice:
    """Both doors meet here."""
    asked = question.asked
    log = training_log(question.training, asked.at, asked.back, question.zone)
    first, last = span_around(asked.at, LASTING)
    notes = tuple(note for note in question.notes if first <= note.noted_at <= last)
    unknown = left_out(question.training, asked.at, LOG_WINDOW)
    return RecoveryAdvice(
        asked.at,
        _saying_what_it_misses(recovery(log, notes), unknown),
        remarked(deload(_of_deload(question, log, notes)), question.decision, asked.at),
        readiness(notes, asked.at, with_neighbours(asked.trains)),
        unknown,
    )


def _saying_what_it_misses(part: Part[Recovery], unknown: tuple[LeftOut, ...]) -> Part[Recovery]:
    """What an exercise trained that nobody told the muscles of may be less ready than it seems."""
    if not unknown:
        return part
    names = (one.exercise_name or one.exercise_id for one in unknown)
    return replace(part, missing=(*part.missing, muscles_missing(names)))


def _of_deload(
    question: RecoveryQuestion, log: TrainingLog, notes: tuple[RecoveryNote, ...]
) -> DeloadQuestion:
    asked, clock = question.asked, at_offset(question.zone, question.asked.at)
    rested_on = _last_deload_on(asked, clock.date())
    return DeloadQuestion(
        clock,
        tuple(_lifts(log, asked)),
        notes,
        asked.deload_every_weeks,
        weeks_without_rest(log.performed(), clock, rested_on),
        asked.planned_deload,
        rested_on,
    )


def _last_deload_on(asked: RecoveryAsked, on: date) -> date | None:
    """As told, or as the mesocycle planned it, whichever was later."""
    planned = asked.planned_deload
    over = planned.last_on if planned is not None and planned.last_on < on else None
    return max(filter(None, (asked.last_deload_on, over)), default=None)


def _lifts(log: TrainingLog, asked: RecoveryAsked) -> Iterator[Lift]:
    """Lifts of a load outside the body, done in the last four weeks: others tell nothing here."""
    for exercise in log.exercises:
        recent = any(timedelta(0) < log.at - one.performed_at < LAYOFF for one in exercise.sessions)
        if recent and exercise.load_mode is LoadMode.EXTERNAL:
            stalled = _stalled(exercise, asked)
            yield Lift(exercise.exercise_id, stalled, exercise.name)


def _stalled(exercise: LoggedExercise, asked: RecoveryAsked) -> bool | None:
    """Whether strength stands still or falls; None where the log cannot tell."""
    trend = strength_trend(exercise.sessions, asked.at, weeks=asked.trend_weeks)
    verdict = plateau(trend, PlateauQuestion(asked.at, asked.training_age)).value
    return None if verdict is None else verdict.verdict is not Verdict.PROGRESSING
