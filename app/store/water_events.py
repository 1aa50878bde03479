"""What moves water, and with it weight, without moving fat, as the athlete tells it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Index, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page

MOST_READ = 200
"""Of one athlete for one answer, the latest; half a year has fewer."""


class WaterEventRow(SQLModel, table=True):
    __tablename__ = "water_events"
    __table_args__ = (Index(None, "athlete_id", "started_on", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=40)
    started_on: date
    """The athlete's own calendar day."""
    ended_on: date | None = None
    note: str | None = None


async def water_events_around(
    session: AsyncSession, athlete_id: UUID, first: date, last: date
) -> Sequence[WaterEventRow]:
    """Those that began by the last day, and after the first one or ended after it."""
    begun = col(WaterEventRow.started_on)
    statement = (
        select(WaterEventRow)
        .where(
            col(WaterEventRow.athlete_id) == athlete_id,
            begun <= last,
            or_(begun >= first, col(WaterEventRow.ended_on) >= first),
        )
        .order_by(begun.desc(), col(WaterEventRow.id).desc())
        .limit(MOST_READ)
    )
    return (await session.scalars(statement)).all()


async def known_water_events(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, WaterEventRow]:
    statement = select(WaterEventRow).where(
        col(WaterEventRow.athlete_id) == athlete_id, col(WaterEventRow.id).in_(ids)
    )
    return {row.id: row for row in (await session.scalars(statement)).all()}


async def list_water_events(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[WaterEventRow]:
    """Newest first."""
    statement = select(WaterEventRow).where(col(WaterEventRow.athlete_id) == athlete_id)
    key = [col(WaterEventRow.started_on), col(WaterEventRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_water_event(session: AsyncSession, athlete_id: UUID, water_event_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(WaterEventRow)
        .where(col(WaterEventRow.athlete_id) == athlete_id, col(WaterEventRow.id) == water_event_id)
        .returning(col(WaterEventRow.id))
    )
    return removed is not None
