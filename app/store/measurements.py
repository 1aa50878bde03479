"""Measurements of the body: girths, skinfolds, a share of fat that some device told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Index, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class MeasurementRow(SQLModel, table=True):
    __tablename__ = "measurements"
    __table_args__ = (Index(None, "athlete_id", "measured_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    measured_at: datetime = Field(sa_type=UtcDateTime)
    girths_cm: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    """By place: `waist`, `hip`, `neck`, `thigh`."""
    skinfolds_mm: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    body_fat_percent: float | None = None
    body_fat_method: str | None = Field(default=None, max_length=40)
    """How that share was measured: `dxa`, `bioimpedance`."""
    note: str | None = None


async def measurements_between(
    session: AsyncSession, athlete_id: UUID, first: datetime, last: datetime
) -> Sequence[MeasurementRow]:
    statement = (
        select(MeasurementRow)
        .where(
            col(MeasurementRow.athlete_id) == athlete_id,
            col(MeasurementRow.measured_at) >= first,
            col(MeasurementRow.measured_at) <= last,
        )
        .order_by(col(MeasurementRow.measured_at), col(MeasurementRow.id))
    )
    return (await session.scalars(statement)).all()


async def known_measurements(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, MeasurementRow]:
    statement = select(MeasurementRow).where(
        col(MeasurementRow.athlete_id) == athlete_id, col(MeasurementRow.id).in_(ids)
    )
    return {row.id: row for row in (await session.scalars(statement)).all()}


async def list_measurements(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[MeasurementRow]:
    """Newest first."""
    statement = select(MeasurementRow).where(col(MeasurementRow.athlete_id) == athlete_id)
    key = [col(MeasurementRow.measured_at), col(MeasurementRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_measurement(session: AsyncSession, athlete_id: UUID, measurement_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(MeasurementRow)
        .where(
            col(MeasurementRow.athlete_id) == athlete_id, col(MeasurementRow.id) == measurement_id
        )
        .returning(col(MeasurementRow.id))
    )
    return removed is not None
