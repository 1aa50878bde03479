"""How strength goes in what is trained most: what energy advice asks of the training log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.energy.goals.course import ExerciseTrend
from app.engine.records import ExerciseSession, LoadMode
from app.engine.strength.course.trend import strength_trend
from app.usecases.training_log import stored_training
from app.usecases.volume import end_of

WEEKS = 8.0
"""Looked back: long enough for a trend, short enough for the diet of now."""
EXERCISES_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class TrainedStrength:
    exercise_id: str
    load_mode: LoadMode
    sessions: tuple[ExerciseSession, ...]


@dataclass(frozen=True, slots=True)
class StrengthLog:
    exercises: tuple[TrainedStrength, ...]
    at: datetime
    """The end of the day that is asked."""


async def stored_strength_log(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, on: date, zone: ZoneInfo
) -> StrengthLog:
    at = end_of(on, zone)
    training = await stored_training(session, tenant_id, athlete_id, at, timedelta(weeks=WEEKS))
    exercises = (TrainedStrength(one.id, one.load_mode, one.sessions) for one in training.exercises)
    return StrengthLog(tuple(exercises), at)


def strength_trends(log: StrengthLog) -> tuple[ExerciseTrend, ...]:
    """Of the exercises with the most sessions; only where an external load is lifted, because the
    body's own part falls with the body."""
    since = log.at - timedelta(weeks=WEEKS)
    trends = []
    for one in _most_trained(log.exercises, since, log.at):
        found = strength_trend(one.sessions, log.at, weeks=WEEKS).value
        if found is not None:
            trends.append(ExerciseTrend(one.exercise_id, found.tested_percent_per_week))
    return tuple(trends)


def _most_trained(
    exercises: Sequence[TrainedStrength], since: datetime, at: datetime
) -> list[TrainedStrength]:
    def sessions(one: TrainedStrength) -> int:
        return sum(since <= session.performed_at <= at for session in one.sessions)

    loaded = [one for one in exercises if one.load_mode is LoadMode.EXTERNAL]
    loaded.sort(key=lambda one: (-sessions(one), one.exercise_id))
    return loaded[:EXERCISES_AT_MOST]
