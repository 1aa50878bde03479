"""The day of an athlete in one answer: training, food, what to log, what has changed."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Missing, Part, refused
from app.engine.energy.goals.check_in import CheckIn
from app.engine.energy.goals.day_target import TargetOfDay, target_of_day
from app.engine.load.check_ins import FRESH
from app.engine.load.deload import Deload
from app.engine.load.recovery import MuscleRecovery
from app.engine.overload.safety import INSTEAD_OF_RED_FLAG, red_flags
from app.engine.today.day import (
    DayQuestion,
    DayVerdict,
    DueWork,
    LeftOver,
    TrainingDay,
    muscles_of,
)
from app.engine.today.left_over import with_left_over
from app.engine.today.session_change import SessionChange, session_change
from app.engine.today.to_log import Logged, to_log
from app.engine.today.training_day import LOOKED_BACK_DAYS, training_day
from app.store.athletes import AthleteRow
from app.store.intake import intake_between
from app.store.programmes import ProgrammeExerciseRow, StoredProgramme, current_programme
from app.store.recovery_notes import notes_between
from app.store.weighings import weighings_between
from app.store.workouts import trained_at
from app.usecases.athlete_day import person_of
from app.usecases.athletes import on_clock, require_athlete
from app.usecases.calendar_days import days_before, instants_around
from app.usecases.check_ins import stored_note
from app.usecases.due_session import DueSession, due_day, due_session
from app.usecases.energy import EnergyQuestion, stored_energy
from app.usecases.exercises import stored_facts
from app.usecases.intake import intake_record
from app.usecases.muscles import groups_by_muscle
from app.usecases.next_session import Asked, NextSession
from app.usecases.preferences import read_said
from app.usecases.recovery import RecoveryAsked, recovery_advice, stored_recovery_question
from app.usecases.screenings import screened_at
from app.usecases.training_log import span_around
from app.usecases.weighings import weighing_record


@dataclass(frozen=True, slots=True)
class ChangedExercise:
    exercise_id: str | None
    exercise_name: str | None
    change: SessionChange


@dataclass(frozen=True, slots=True)
class Today:
    at: datetime
    on: date
    training: Part[TrainingDay]
    session: DueSession | None
    """The session that is due, today or on a later day; None where none is."""
    changes: tuple[ChangedExercise, ...]
    intake: Part[TargetOfDay]
    check_in: Part[CheckIn]
    deload: Part[Deload]
    to_log: tuple[Missing, ...]
    engine_version: str = ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class _Programmed:
    """What the programme has on a day."""

    stored: StoredProgramme
    due: tuple[DueWork, ...]
    following: frozenset[str]
    trained_on: frozenset[date]
    left: tuple[LeftOver, ...]
    """What the session before had and was not done."""


async def today(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, at: datetime, told: Asked
) -> Today:
    """All that a home screen shows, for the athlete's day of an instant."""
    athlete = await require_athlete(session, tenant_id, athlete_id)
    clock = on_clock(ZoneInfo(athlete.time_zone), at)
    programmed = await _programmed(session, tenant_id, athlete, clock)
    asked = RecoveryAsked(at, tuple(sorted(muscles_of(programmed.due if programmed else ()))))
    question = await stored_recovery_question(session, tenant_id, athlete_id, asked)
    recovered = await asyncio.to_thread(recovery_advice, question)
    muscles = recovered.recovery.value.muscles if recovered.recovery.value else {}
    of_day = _day_question(clock, programmed, muscles)
    left = programmed.left if programmed else ()
    training = with_left_over(training_day(of_day), of_day, left)
    person = person_of(athlete, await screened_at(session, athlete.id, at))
    if stopped := tuple(red_flags(person)):
        training = refused(stopped, INSTEAD_OF_RED_FLAG)
    due = await _session(session, tenant_id, athlete_id, training, clock, told)
    wanted = EnergyQuestion(on=clock.date(), programme_days_per_week=_days_per_week(programmed))
    energy = (await stored_energy(session, tenant_id, athlete_id, wanted)).guidance
    verdict = training.value.verdict if training.value else DayVerdict.REST
    logged = await _logged(session, athlete, clock)
    return Today(
        at=at,
        on=clock.date(),
        training=training,
        session=due,
        changes=tuple(_changes(due)) if due else (),
        intake=target_of_day(energy, trains=verdict is not DayVerdict.REST),
        check_in=energy.check_in,
        deload=recovered.deload,
        to_log=to_log(logged, clock, trains=verdict is DayVerdict.TRAIN),
    )


def _days_per_week(programmed: _Programmed | None) -> int | None:
    weekdays = programmed.stored.programme.weekdays if programmed else None
    return None if weekdays is None else len(weekdays)


async def _programmed(
    session: AsyncSession, tenant_id: UUID, athlete: AthleteRow, clock: datetime
) -> _Programmed | None:
    stored = await current_programme(session, athlete.id, clock.date())
    if stored is None:
        return None
    said = await read_said(session, athlete.id)
    day = await due_day(session, athlete, stored, clock, said.excluded)
    due = await _works(session, tenant_id, day.rows, said.excluded)
    after = await _works(session, tenant_id, day.following, said.excluded)
    left = await _works(session, tenant_id, day.not_done, said.excluded)
    first, _ = instants_around(days_before(clock.date(), LOOKED_BACK_DAYS), clock.date())
    names = {row.exercise_id for row in stored.exercises}
    done = await trained_at(session, athlete.id, names, since=first, until=clock)
    zone = ZoneInfo(athlete.time_zone)
    return _Programmed(
        stored,
        due,
        muscles_of(after),
        frozenset(on_clock(zone, one).date() for one in done),
        tuple(LeftOver(one, day.before.began_on) for one in left if day.before),
    )


async def _works(
    session: AsyncSession,
    tenant_id: UUID,
    rows: Iterable[ProgrammeExerciseRow],
    excluded: Iterable[str],
) -> tuple[DueWork, ...]:
    left_out = frozenset(excluded)
    wanted = dict.fromkeys(row.exercise_id for row in rows if row.exercise_id not in left_out)
    facts = [await stored_facts(session, tenant_id, one) for one in wanted]
    muscles = groups_by_muscle().keys()
    return tuple(
        DueWork(one, known.name or one, frozenset(known.areas & muscles))
        for one, known in zip(wanted, facts, strict=True)
    )


def _day_question(
    clock: datetime,
    programmed: _Programmed | None,
    muscles: Mapping[str, Part[MuscleRecovery]],
) -> DayQuestion:
    if programmed is None:
        return DayQuestion(clock, (), frozenset(), {}, None, frozenset(), clock.date())
    row = programmed.stored.programme
    return DayQuestion(
        at=clock,
        due=programmed.due,
        following=programmed.following,
        muscles=muscles,
        weekdays=None if row.weekdays is None else frozenset(row.weekdays),
        trained_on=programmed.trained_on,
        begins_on=row.starts_on,
        ends_on=row.ends_on,
    )


async def _session(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    training: Part[TrainingDay],
    clock: datetime,
    told: Asked,
) -> DueSession | None:
    """The session of the day on which it is due, without the exercises that wait and with those
    that the one before left."""
    day = training.value
    if day is None or day.next_on is None:
        return None
    at = day.begins_at or clock
    if day.next_on != clock.date():
        at = datetime.combine(day.next_on, clock.time(), clock.tzinfo)
    left_over = [one.work.exercise_id for one in day.left_over]
    due = await due_session(session, tenant_id, athlete_id, at, (), told, left_over=left_over)
    kept = tuple(one for one in due.exercises if one.next.exercise_id not in day.left_out)
    return replace(due, exercises=kept)


def _changes(due: DueSession) -> Iterable[ChangedExercise]:
    for one in due.exercises:
        answer: NextSession = one.next
        change = session_change(answer.prescription, answer.mass_unit)
        if change is not None:
            yield ChangedExercise(answer.exercise_id, answer.exercise_name, change)


async def _logged(session: AsyncSession, athlete: AthleteRow, clock: datetime) -> Logged:
    """The records of yesterday and today."""
    on, zone = clock.date(), ZoneInfo(athlete.time_zone)
    first = days_before(on, 1)
    since, _ = instants_around(first, on)
    weighings = await weighings_between(session, athlete.id, since, clock)
    intake = await intake_between(session, athlete.id, first, on)
    notes = await notes_between(session, athlete.id, span_around(clock, FRESH)[0], clock)
    return Logged(
        tuple(weighing_record(athlete, row) for row in weighings),
        tuple(intake_record(row) for row in intake),
        tuple(stored_note(row, zone) for row in notes),
    )
