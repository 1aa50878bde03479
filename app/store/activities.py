"""What an athlete did beside lifting: walks, runs, rides, games."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class ActivityRow(SQLModel, table=True):
    __tablename__ = "activities"
    __table_args__ = (Index(None, "athlete_id", "started_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    started_at: datetime = Field(sa_type=UtcDateTime)
    activity_id: str = Field(max_length=64)
    """Of the catalogue of activities."""
    duration_s: float
    distance_m: float | None = None
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    """Mean of the whole."""
    note: str | None = None


async def activities_between(
    session: AsyncSession, athlete_id: UUID, first: datetime, last: datetime
) -> Sequence[ActivityRow]:
    statement = (
        select(ActivityRow)
        .where(
            col(ActivityRow.athlete_id) == athlete_id,
            col(ActivityRow.started_at) >= first,
            col(ActivityRow.started_at) <= last,
        )
        .order_by(col(ActivityRow.started_at), col(ActivityRow.id))
    )
    return (await session.scalars(statement)).all()


async def known_activities(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, ActivityRow]:
    statement = select(ActivityRow).where(
        col(ActivityRow.athlete_id) == athlete_id, col(ActivityRow.id).in_(ids)
    )
    return {row.id: row for row in (await session.scalars(statement)).all()}


async def list_activities(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[ActivityRow]:
    """Newest first."""
    statement = select(ActivityRow).where(col(ActivityRow.athlete_id) == athlete_id)
    key = [col(ActivityRow.started_at), col(ActivityRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_activity(session: AsyncSession, athlete_id: UUID, activity_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(ActivityRow)
        .where(col(ActivityRow.athlete_id) == athlete_id, col(ActivityRow.id) == activity_id)
        .returning(col(ActivityRow.id))
    )
    return removed is not None
