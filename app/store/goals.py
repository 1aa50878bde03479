"""What an athlete wants of their body, and since when."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class GoalRow(SQLModel, table=True):
    __tablename__ = "goals"
    __table_args__ = (Index(None, "athlete_id", "starts_on", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=40)
    wanted: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """What it is told beside its kind: a body mass, a rate, a date."""
    starts_on: date
    ends_on: date | None = None
    """The last day; None while it goes on."""
    note: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


async def find_goal(session: AsyncSession, athlete_id: UUID, goal_id: UUID) -> GoalRow | None:
    return await session.get(GoalRow, (athlete_id, goal_id))


async def current_goal(session: AsyncSession, athlete_id: UUID, on: date) -> GoalRow | None:
    """The one that began last of those that go on on a day."""
    statement = (
        select(GoalRow)
        .where(
            col(GoalRow.athlete_id) == athlete_id,
            col(GoalRow.starts_on) <= on,
            or_(col(GoalRow.ends_on).is_(None), col(GoalRow.ends_on) >= on),
        )
        .order_by(
            col(GoalRow.starts_on).desc(), col(GoalRow.created_at).desc(), col(GoalRow.id).desc()
        )
        .limit(1)
    )
    return (await session.scalars(statement)).first()


async def list_goals(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[GoalRow]:
    """Newest first."""
    statement = select(GoalRow).where(col(GoalRow.athlete_id) == athlete_id)
    key = [col(GoalRow.starts_on), col(GoalRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_goal(session: AsyncSession, athlete_id: UUID, goal_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(GoalRow)
        .where(col(GoalRow.athlete_id) == athlete_id, col(GoalRow.id) == goal_id)
        .returning(col(GoalRow.id))
    )
    return removed is not None
