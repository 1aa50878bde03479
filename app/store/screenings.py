"""Answers to the questionnaire before training."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class ScreeningRow(SQLModel, table=True):
    __tablename__ = "screenings"
    __table_args__ = (Index(None, "athlete_id", "answered_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    answered_at: datetime = Field(sa_type=UtcDateTime)
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """By question."""
    note: str | None = None


async def find_screening(
    session: AsyncSession, athlete_id: UUID, screening_id: UUID
) -> ScreeningRow | None:
    return await session.get(ScreeningRow, (athlete_id, screening_id))


async def last_screening(
    session: AsyncSession, athlete_id: UUID, at: datetime
) -> ScreeningRow | None:
    """The newest up to an instant."""
    statement = (
        select(ScreeningRow)
        .where(col(ScreeningRow.athlete_id) == athlete_id, col(ScreeningRow.answered_at) <= at)
        .order_by(col(ScreeningRow.answered_at).desc(), col(ScreeningRow.id).desc())
        .limit(1)
    )
    return await session.scalar(statement)


async def list_screenings(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[ScreeningRow]:
    """Newest first."""
    statement = select(ScreeningRow).where(col(ScreeningRow.athlete_id) == athlete_id)
    key = [col(ScreeningRow.answered_at), col(ScreeningRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)
