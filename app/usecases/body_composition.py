"""Body composition: measurements and weighings from the store or from the caller, one engine."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.energy.body.fat_course import (
    WEIGHED_WITHIN_DAYS,
    BodyFatCourse,
    body_fat_courses,
)
from app.engine.energy.body.measurements import Measurement
from app.engine.energy.body.on_day import HOLDS_DAYS, body_on_day
from app.engine.energy.body.parts import BodyComposition, body_composition
from app.engine.records import Athlete, Weighing
from app.store.measurements import measurements_between
from app.store.weighings import weighings_between
from app.usecases.athletes import athlete_record, local_day, require_athlete
from app.usecases.calendar_days import days_before, instants_around
from app.usecases.measurements import stored_measurement
from app.usecases.weighings import weighing_record

DEFAULT_DAYS = 365
MOST_DAYS = 1_100


@dataclass(frozen=True, slots=True)
class CompositionQuestion:
    """What a caller may say beside the log."""

    on: date | None = None
    """The athlete's calendar day; None is today."""
    days: int = DEFAULT_DAYS
    """How far back the course goes."""
    conversion: str = "siri"


@dataclass(frozen=True, slots=True)
class CompositionAnswer:
    on: date
    athlete: Athlete
    composition: BodyComposition
    courses: tuple[BodyFatCourse, ...]
    engine_version: str = ENGINE_VERSION


async def stored_composition(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, question: CompositionQuestion
) -> CompositionAnswer:
    athlete = await require_athlete(session, tenant_id, athlete_id)
    on = question.on or local_day(athlete, datetime.now(UTC))
    read = max(question.days, HOLDS_DAYS) + WEIGHED_WITHIN_DAYS
    first, last = instants_around(days_before(on, read), on)
    measured = await measurements_between(session, athlete_id, first, last)
    weighed = await weighings_between(session, athlete_id, first, last)
    zone = ZoneInfo(athlete.time_zone)
    measurements = [stored_measurement(row, zone) for row in measured]
    weighings = [weighing_record(athlete, row) for row in weighed]
    person = athlete_record(athlete, on)
    return await asyncio.to_thread(composition, person, measurements, weighings, on, question)


def composition(
    athlete: Athlete,
    measurements: Sequence[Measurement],
    weighings: Sequence[Weighing],
    on: date,
    question: CompositionQuestion,
) -> CompositionAnswer:
    """Both doors meet here."""
    known = [one for one in weighings if one.weighed_on <= on]
    conversion = question.conversion
    body = body_on_day(measurements, known, on)
    found = body_composition(athlete, body, conversion=conversion)
    courses = body_fat_courses(
        athlete, measurements, known, on=on, days=question.days, conversion=conversion
    )
    return CompositionAnswer(on, athlete, found, courses)
