"""The people who train, each owned by one tenant."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class AthleteRow(SQLModel, table=True):
    __tablename__ = "athletes"
    __table_args__ = (UniqueConstraint("tenant_id", "external_id"),)

    id: UUID = Field(primary_key=True)
    tenant_id: UUID = Field(foreign_key="tenants.id", ondelete="CASCADE", index=True)
    external_id: str | None = Field(default=None, max_length=200)
    sex: str | None = Field(default=None, max_length=10)
    born_on: date | None = None
    height_cm: float | None = None
    body_fat_percent: float | None = None
    reproduction: str | None = Field(default=None, max_length=10)
    health_flags: list[str] = Field(default_factory=list, sa_type=JSON)
    cleared_for_maximal_effort: bool | None = None
    """By a clinician; None where nobody said."""
    activity_factor: float | None = None
    mass_unit: str = Field(default="kg", max_length=2)
    time_zone: str = Field(default="UTC", max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


async def find_athlete(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, lock: bool = False
) -> AthleteRow | None:
    """The athlete, if this tenant owns them; every query of an athlete's data passes here first.

    With `lock` the athlete is ours until the transaction ends; readers do not wait for it.
    """
    statement = select(AthleteRow).where(
        col(AthleteRow.id) == athlete_id, col(AthleteRow.tenant_id) == tenant_id
    )
    if lock:
        statement = statement.with_for_update(key_share=True)
    return await session.scalar(statement)


async def find_by_external_id(
    session: AsyncSession, tenant_id: UUID, external_id: str
) -> AthleteRow | None:
    statement = select(AthleteRow).where(
        col(AthleteRow.tenant_id) == tenant_id, col(AthleteRow.external_id) == external_id
    )
    return await session.scalar(statement)


async def list_athletes(
    session: AsyncSession,
    tenant_id: UUID,
    *,
    external_id: str | None,
    after: Key | None,
    limit: int,
) -> Page[AthleteRow]:
    statement = select(AthleteRow).where(col(AthleteRow.tenant_id) == tenant_id)
    if external_id is not None:
        statement = statement.where(col(AthleteRow.external_id) == external_id)
    return await fetch_page(session, statement, [col(AthleteRow.id)], after=after, limit=limit)


async def erase_athlete(session: AsyncSession, athlete_id: UUID) -> None:
    """Remove the athlete; the database removes everything they logged with them."""
    await session.execute(delete(AthleteRow).where(col(AthleteRow.id) == athlete_id))
