"""The next set of a session under way: what was done today, from the store or from the caller."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.overload.in_session import next_set
from app.engine.overload.set_question import NextSet, SetQuestion
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.units import MassUnit
from app.usecases.athlete_day import AthleteDay
from app.usecases.due_session import read_advised
from app.usecases.next_session import Asked, ReadExercise, of_equipment, question_of

SESSION_LASTS = timedelta(hours=6)
"""So long after it began a workout is still under way."""


@dataclass(frozen=True, slots=True)
class SetAdvice:
    exercise_id: str | None
    exercise_name: str | None
    began_at: datetime
    """Of the session; the instant asked where none is under way."""
    mass_unit: MassUnit
    per_side: bool
    next_set: Part[NextSet]
    engine_version: str = ENGINE_VERSION


async def stored_next_set(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    exercise_id: str,
    at: datetime,
    told: Asked,
) -> SetAdvice:
    """For the newest session that began no more than six hours before `at`."""
    read, day = await read_advised(session, tenant_id, athlete_id, exercise_id, at, told)
    today = under_way(read.sessions, at)
    if today is None:
        return set_advice(read, (), day)
    earlier = tuple(one for one in read.sessions if one is not today)
    began = replace(day, at=today.performed_at)
    return set_advice(replace(read, sessions=earlier), today.sets, began)


def set_advice(read: ReadExercise, done: tuple[PerformedSet, ...], day: AthleteDay) -> SetAdvice:
    """Both doors meet here; the log of `read` ends where the session began."""
    found = of_equipment(read, next_set(SetQuestion(question_of(read, day), done)))
    return SetAdvice(
        read.facts.id, read.facts.name, day.at, day.mass_unit, read.facts.per_side, found
    )


def under_way(sessions: tuple[ExerciseSession, ...], at: datetime) -> ExerciseSession | None:
    recent = [one for one in sessions if timedelta(0) <= at - one.performed_at <= SESSION_LASTS]
    return max(recent, key=lambda one: one.performed_at, default=None)
