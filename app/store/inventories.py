"""Equipment as an athlete told it: what a rack, a stack or a dumbbell run can make, by gym."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class InventoryRow(SQLModel, table=True):
    __tablename__ = "inventories"
    __table_args__ = (Index(None, "athlete_id", "equipment_id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    equipment_id: str = Field(max_length=64)
    """A kind of the catalogue: `barbell`, `dumbbell`, `cable` …"""
    gym: str | None = Field(default=None, max_length=200)
    """Where it stands; None is anywhere."""
    name: str | None = Field(default=None, max_length=200)
    rounding: str = Field(default="nearest", max_length=10)
    described: dict[str, Any] = Field(sa_type=JSON)
    """The inventory as it was sent, with its `kind`."""
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


async def inventories_of(
    session: AsyncSession, athlete_id: UUID, equipment_ids: Sequence[str]
) -> Sequence[InventoryRow]:
    """Those of these kinds, in the order in which they were made."""
    statement = (
        select(InventoryRow)
        .where(
            col(InventoryRow.athlete_id) == athlete_id,
            col(InventoryRow.equipment_id).in_(equipment_ids),
        )
        .order_by(col(InventoryRow.created_at), col(InventoryRow.id))
    )
    return (await session.scalars(statement)).all()


async def find_inventory(
    session: AsyncSession, athlete_id: UUID, inventory_id: UUID
) -> InventoryRow | None:
    return await session.get(InventoryRow, (athlete_id, inventory_id))


async def count_inventories(session: AsyncSession, athlete_id: UUID) -> int:
    statement = select(func.count()).where(col(InventoryRow.athlete_id) == athlete_id)
    return (await session.execute(statement)).scalar_one()


async def list_inventories(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[InventoryRow]:
    """In the order of their ids."""
    statement = select(InventoryRow).where(col(InventoryRow.athlete_id) == athlete_id)
    return await fetch_page(session, statement, [col(InventoryRow.id)], after=after, limit=limit)


async def delete_inventory(session: AsyncSession, athlete_id: UUID, inventory_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(InventoryRow)
        .where(col(InventoryRow.athlete_id) == athlete_id, col(InventoryRow.id) == inventory_id)
        .returning(col(InventoryRow.id))
    )
    return removed is not None
