"""Weighings and days of intake."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, delete, select
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


class IntakeDayRow(SQLModel, table=True):
    __tablename__ = "intake_days"
    __table_args__ = (UniqueConstraint("athlete_id", "eaten_on"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    eaten_on: date
    energy_kcal: float
    protein_g: float | None = None
    fat_g: float | None = None
    carbohydrate_g: float | None = None
    complete: bool = True


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


async def intake_between(
    session: AsyncSession, athlete_id: UUID, first: date, last: date
) -> Sequence[IntakeDayRow]:
    statement = (
        select(IntakeDayRow)
        .where(
            col(IntakeDayRow.athlete_id) == athlete_id,
            col(IntakeDayRow.eaten_on) >= first,
            col(IntakeDayRow.eaten_on) <= last,
        )
        .order_by(col(IntakeDayRow.eaten_on))
    )
    return (await session.scalars(statement)).all()


async def known_weighings(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, WeighingRow]:
    statement = select(WeighingRow).where(
        col(WeighingRow.athlete_id) == athlete_id, col(WeighingRow.id).in_(ids)
    )
    return {row.id: row for row in (await session.scalars(statement)).all()}


async def known_intake(
    session: AsyncSession, athlete_id: UUID, days: Sequence[date]
) -> dict[date, IntakeDayRow]:
    statement = select(IntakeDayRow).where(
        col(IntakeDayRow.athlete_id) == athlete_id, col(IntakeDayRow.eaten_on).in_(days)
    )
    return {row.eaten_on: row for row in (await session.scalars(statement)).all()}


async def intake_days_by_id(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, date]:
    statement = select(col(IntakeDayRow.id), col(IntakeDayRow.eaten_on)).where(
        col(IntakeDayRow.athlete_id) == athlete_id, col(IntakeDayRow.id).in_(ids)
    )
    return {row[0]: row[1] for row in (await session.execute(statement)).all()}


async def list_weighings(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[WeighingRow]:
    """Newest first."""
    statement = select(WeighingRow).where(col(WeighingRow.athlete_id) == athlete_id)
    key = [col(WeighingRow.measured_at), col(WeighingRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def list_intake(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[IntakeDayRow]:
    """Newest first."""
    statement = select(IntakeDayRow).where(col(IntakeDayRow.athlete_id) == athlete_id)
    key = [col(IntakeDayRow.eaten_on), col(IntakeDayRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_weighing(session: AsyncSession, athlete_id: UUID, weighing_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(WeighingRow)
        .where(col(WeighingRow.athlete_id) == athlete_id, col(WeighingRow.id) == weighing_id)
        .returning(col(WeighingRow.id))
    )
    return removed is not None


async def delete_intake_day(session: AsyncSession, athlete_id: UUID, intake_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(IntakeDayRow)
        .where(col(IntakeDayRow.athlete_id) == athlete_id, col(IntakeDayRow.id) == intake_id)
        .returning(col(IntakeDayRow.id))
    )
    return removed is not None


async def last_weighing(
    session: AsyncSession, athlete_id: UUID, until: datetime
) -> WeighingRow | None:
    statement = (
        select(WeighingRow)
        .where(col(WeighingRow.athlete_id) == athlete_id, col(WeighingRow.measured_at) <= until)
        .order_by(col(WeighingRow.measured_at).desc(), col(WeighingRow.id).desc())
        .limit(1)
    )
    return await session.scalar(statement)
