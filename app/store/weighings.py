"""Body mass, as often as an athlete steps on a scale."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Index, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class WeighingRow(SQLModel, table=True):
    __tablename__ = "weighings"
    __table_args__ = (Index(None, "athlete_id", "measured_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    measured_at: datetime = Field(sa_type=UtcDateTime)
    body_mass_kg: float
    mass_unit: str = Field(max_length=2)
    """The unit in which the mass was sent."""


async def weighings_between(
    session: AsyncSession, athlete_id: UUID, first: datetime, last: datetime
) -> Sequence[WeighingRow]:
    statement = (
        select(WeighingRow)
        .where(
            col(WeighingRow.athlete_id) == athlete_id,
            col(WeighingRow.measured_at) >= first,
            col(WeighingRow.measured_at) <= last,
        )
        .order_by(col(WeighingRow.measured_at), col(WeighingRow.id))
    )
    return (await session.scalars(statement)).all()


async def known_weighings(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, WeighingRow]:
    statement = select(WeighingRow).where(
        col(WeighingRow.athlete_id) == athlete_id, col(WeighingRow.id).in_(ids)
    )
    return {row.id: row for row in (await session.scalars(statement)).all()}


async def list_weighings(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[WeighingRow]:
    """Newest first."""
    statement = select(WeighingRow).where(col(WeighingRow.athlete_id) == athlete_id)
    key = [col(WeighingRow.measured_at), col(WeighingRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_weighing(session: AsyncSession, athlete_id: UUID, weighing_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(WeighingRow)
        .where(col(WeighingRow.athlete_id) == athlete_id, col(WeighingRow.id) == weighing_id)
        .returning(col(WeighingRow.id))
    )
    return removed is not None


async def last_weighing(
    session: AsyncSession, athlete_id: UUID, until: datetime, within: timedelta
) -> WeighingRow | None:
    """The newest up to an instant; None where there is none, or none within that time of it."""
    statement = (
        select(WeighingRow)
        .where(col(WeighingRow.athlete_id) == athlete_id, col(WeighingRow.measured_at) <= until)
        .order_by(col(WeighingRow.measured_at).desc(), col(WeighingRow.id).desc())
        .limit(1)
    )
    found = await session.scalar(statement)
    return found if found and until - found.measured_at <= within else None
