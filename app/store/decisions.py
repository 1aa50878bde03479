"""What an athlete made of advice: accepted, changed or refused it, and why."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime

PREFERENCES_MOST = 1_000
"""More exercises than anybody has an opinion on."""


class DecisionRow(SQLModel, table=True):
    __tablename__ = "decisions"
    __table_args__ = (
        Index(None, "athlete_id", "decided_at", "id"),
        Index(None, "athlete_id", "advice", "exercise_id"),
    )

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    decided_at: datetime = Field(sa_type=UtcDateTime)
    advice: str = Field(max_length=40)
    """Which advice: `next_session`, `energy`, `deload`, `plan`."""
    exercise_id: str | None = Field(default=None, max_length=64)
    verdict: str = Field(max_length=10)
    """`accepted`, `changed` or `refused`."""
    reason: str | None = None
    change: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """What holds instead."""
    holds_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """None: until another decision on the same advice."""


class ExercisePreferenceRow(SQLModel, table=True):
    __tablename__ = "exercise_preferences"

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: str = Field(primary_key=True, max_length=64)
    """Of the exercise."""
    preference: str = Field(max_length=10)
    """`excluded` or `preferred`."""
    reason: str | None = None
    since: datetime = Field(sa_type=UtcDateTime)


async def find_decision(
    session: AsyncSession, athlete_id: UUID, decision_id: UUID
) -> DecisionRow | None:
    return await session.get(DecisionRow, (athlete_id, decision_id))


async def last_decision(
    session: AsyncSession, athlete_id: UUID, advice: str, exercise_id: str | None, at: datetime
) -> DecisionRow | None:
    """The newest up to an instant on one advice, of an exercise where it is of one."""
    statement = (
        select(DecisionRow)
        .where(
            col(DecisionRow.athlete_id) == athlete_id,
            col(DecisionRow.advice) == advice,
            col(DecisionRow.exercise_id) == exercise_id
            if exercise_id is not None
            else col(DecisionRow.exercise_id).is_(None),
            col(DecisionRow.decided_at) <= at,
        )
        .order_by(col(DecisionRow.decided_at).desc(), col(DecisionRow.id).desc())
        .limit(1)
    )
    return await session.scalar(statement)


async def list_decisions(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[DecisionRow]:
    """Newest first."""
    statement = select(DecisionRow).where(col(DecisionRow.athlete_id) == athlete_id)
    key = [col(DecisionRow.decided_at), col(DecisionRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def find_preference(
    session: AsyncSession, athlete_id: UUID, exercise_id: str
) -> ExercisePreferenceRow | None:
    return await session.get(ExercisePreferenceRow, (athlete_id, exercise_id))


async def preferences(session: AsyncSession, athlete_id: UUID) -> list[ExercisePreferenceRow]:
    """All of an athlete, those that were said last first."""
    statement = (
        select(ExercisePreferenceRow)
        .where(col(ExercisePreferenceRow.athlete_id) == athlete_id)
        .order_by(col(ExercisePreferenceRow.since).desc(), col(ExercisePreferenceRow.id))
        .limit(PREFERENCES_MOST)
    )
    return list((await session.scalars(statement)).all())


async def list_preferences(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[ExercisePreferenceRow]:
    """In the order of the exercises' ids."""
    table = ExercisePreferenceRow
    statement = select(table).where(col(table.athlete_id) == athlete_id)
    return await fetch_page(session, statement, [col(table.id)], after=after, limit=limit)
