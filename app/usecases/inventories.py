"""Equipment as athletes describe it: keep it, and choose what a prescription goes by."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.answer import Basis, Missing, Reason, ReasonKind
from app.engine.equipment.inventory import Inventory
from app.engine.equipment.rounding import RoundingPolicy
from app.store.ids import new_id
from app.store.inventories import (
    InventoryRow,
    count_inventories,
    delete_inventory,
    find_inventory,
    inventories_of,
    list_inventories,
)
from app.store.paging import Key, Page
from app.usecases.athletes import require_athlete
from app.usecases.errors import Conflict, NotFound
from app.usecases.exercises import require_equipment
from app.usecases.inventory_records import LoadRange, inventory_record

INVENTORIES_AT_MOST = 100
"""Of one athlete; more than anybody trains with, and each costs time when they are listed."""

EQUIPMENT_DESCRIBED = ReasonKind(
    "equipment_described", "Loads are those that {label} makes, as described.", Basis.EVIDENCE
)
EQUIPMENT_ELSEWHERE = ReasonKind(
    "equipment_elsewhere",
    "No {equipment_id} is described for {gym}: loads are those that {label} makes.",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class NewInventory:
    """What an athlete says of one piece of equipment."""

    equipment_id: str
    gym: str | None
    name: str | None
    rounding: RoundingPolicy
    described: dict[str, Any]
    loads: LoadRange | None
    """What it makes, known before any transaction begins."""
    id: UUID | None = None

    def columns(self) -> dict[str, Any]:
        return {
            "equipment_id": self.equipment_id,
            "gym": self.gym,
            "name": self.name,
            "rounding": self.rounding.value,
            "described": self.described,
        }


@dataclass(frozen=True, slots=True)
class StoredInventory:
    """What a prescription goes by."""

    id: UUID
    inventory: Inventory
    rounding: RoundingPolicy
    because: Reason
    """Which equipment it is, and that it stands elsewhere where it does."""


async def create_inventory(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, new: NewInventory
) -> tuple[InventoryRow, bool]:
    """The row and whether it is new. One that is there already (same id) is the same creation;
    Conflict where it says something else."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    require_equipment(new.equipment_id, "#/equipment_id")
    stored = await find_inventory(session, athlete_id, new.id) if new.id else None
    if stored is not None:
        if not _is_same(stored, new):
            detail = f"Equipment {stored.id} is described otherwise; replace it, or make another."
            raise Conflict("id_taken", detail, "#/id")
        return stored, False
    await _require_room(session, athlete_id)
    now = datetime.now(UTC)
    row = InventoryRow(
        athlete_id=athlete_id,
        id=new.id or new_id(),
        created_at=now,
        updated_at=now,
        **new.columns(),
    )
    session.add(row)
    await session.flush()
    return row, True


async def page_of_inventories(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[InventoryRow]:
    """In the order of their ids: of ours, oldest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_inventories(session, athlete_id, after=after, limit=limit)


async def require_inventory(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    inventory_id: UUID,
    *,
    writing: bool = False,
) -> InventoryRow:
    await require_athlete(session, tenant_id, athlete_id, writing=writing)
    row = await find_inventory(session, athlete_id, inventory_id)
    if row is None:
        raise NotFound("equipment", str(inventory_id))
    return row


async def replace_inventory(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, inventory_id: UUID, new: NewInventory
) -> InventoryRow:
    """Put a description in the place of the one with its id; advice follows by itself."""
    row = await require_inventory(session, tenant_id, athlete_id, inventory_id, writing=True)
    require_equipment(new.equipment_id, "#/equipment_id")
    for name, value in new.columns().items():
        setattr(row, name, value)
    row.updated_at = datetime.now(UTC)
    await session.flush()
    return row


async def remove_inventory(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, inventory_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_inventory(session, athlete_id, inventory_id):
        raise NotFound("equipment", str(inventory_id))


async def inventory_for(
    session: AsyncSession, athlete_id: UUID, equipment_id: str, gym: str | None = None
) -> StoredInventory | Missing | None:
    """What an exercise with this equipment goes by; see `inventories_for`."""
    return (await inventories_for(session, athlete_id, [equipment_id], gym))[equipment_id]


async def inventories_for(
    session: AsyncSession, athlete_id: UUID, equipment_ids: Sequence[str], gym: str | None = None
) -> dict[str, StoredInventory | Missing | None]:
    """By kind of equipment what its exercises go by, in one query.

    That of the gym asked; else the one without a gym, which is anywhere; else the only one there
    is. Missing, which names them, where several fit equally well; None where none is described.
    The athlete has to be the tenant's: nobody is asked here.
    """
    rows = await inventories_of(session, athlete_id, equipment_ids)
    chosen = {
        kind: _chosen([row for row in rows if row.equipment_id == kind], gym)
        for kind in equipment_ids
    }
    # Many kinds of plates take their time: light requests stay quick beside them.
    return await asyncio.to_thread(
        lambda: {
            kind: _stored(one, gym) if isinstance(one, InventoryRow) else one
            for kind, one in chosen.items()
        }
    )


def _chosen(rows: Sequence[InventoryRow], gym: str | None) -> InventoryRow | Missing | None:
    fitting = next((fit for fit in _fits(rows, gym) if fit), ())
    if len(fitting) > 1:
        named = ", ".join(map(_label, fitting))
        text = f"Name the gym, or keep one of these for each: {named}."
        return Missing("equipment_ambiguous", f"Several of the equipment described fit. {text}")
    return next(iter(fitting), None)


def _fits(rows: Sequence[InventoryRow], gym: str | None) -> Iterator[Sequence[InventoryRow]]:
    """Best first."""
    if gym is not None:
        yield [row for row in rows if _is_at(row, gym)]
    yield [row for row in rows if row.gym is None]
    yield rows


def _is_at(row: InventoryRow, gym: str) -> bool:
    """People write one name in more than one way: case and spaces make no difference."""
    return row.gym is not None and row.gym.casefold().split() == gym.casefold().split()


def _label(row: InventoryRow) -> str:
    named = f"{row.equipment_id} {row.name!r}" if row.name else row.equipment_id
    return f"{named} at {row.gym}" if row.gym else named


def _stored(row: InventoryRow, gym: str | None) -> StoredInventory:
    inventory, rounding = inventory_record(row.described), RoundingPolicy(row.rounding)
    return StoredInventory(row.id, inventory, rounding, _because(row, gym))


def _because(row: InventoryRow, gym: str | None) -> Reason:
    told: dict[str, str] = {"label": _label(row), "inventory_id": str(row.id)}
    if gym is None or row.gym is None or _is_at(row, gym):
        return EQUIPMENT_DESCRIBED(**told)
    return EQUIPMENT_ELSEWHERE(equipment_id=row.equipment_id, gym=gym, **told)


def _is_same(row: InventoryRow, new: NewInventory) -> bool:
    return all(getattr(row, name) == value for name, value in new.columns().items())


async def _require_room(session: AsyncSession, athlete_id: UUID) -> None:
    if await count_inventories(session, athlete_id) >= INVENTORIES_AT_MOST:
        detail = f"An athlete has at most {INVENTORIES_AT_MOST}; delete one that is not in use."
        raise Conflict("too_many", detail)
