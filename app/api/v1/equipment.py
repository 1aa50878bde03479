"""What an athlete trains with, by gym: what is told here is what advice can load."""

import asyncio
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Depends, Path, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Id, Input, MassOut, Name, Output, Slug
from app.api.v1.inventories import DescribedOut, InventoryBody
from app.engine.equipment.rounding import RoundingPolicy
from app.store.inventories import InventoryRow
from app.usecases import inventories as usecase
from app.usecases.inventories import NewInventory
from app.usecases.inventory_records import LoadRange, inventory_record, load_range

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/equipment", tags=["targets"])

InventoryId = Annotated[
    UUID, Path(description="Id of the equipment.", examples=[examples.INVENTORY_ID])
]


class EquipmentBody(Input):
    """A piece of equipment: one bar with its plates, one run of dumbbells, one stack."""

    equipment_id: Annotated[
        Slug, Field(description="What it is, of `/v1/equipment`: `barbell`, `dumbbell`, `cable`.")
    ]
    gym: Annotated[
        Name | None, Field(description="Where it stands; null is wherever the athlete trains.")
    ] = None
    name: Name | None = None
    rounding: Annotated[
        RoundingPolicy, Field(description="Which load to take for one that cannot be made.")
    ] = RoundingPolicy.NEAREST
    inventory: InventoryBody

    def new(self, inventory_id: UUID | None) -> NewInventory:
        """422 where there can be no such inventory. Works out every load: call it on a thread."""
        return NewInventory(
            equipment_id=self.equipment_id,
            gym=self.gym,
            name=self.name,
            rounding=self.rounding,
            described=self.inventory.model_dump(),
            loads=load_range(self.inventory.record()),
            id=inventory_id,
        )


class NewEquipment(EquipmentBody):
    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None


class LoadRangeOut(Output):
    """What the equipment makes."""

    count: Annotated[int, Field(description="How many different loads.")]
    lightest_kg: float
    lightest: Annotated[MassOut, Field(description="In the unit of the inventory.")]
    heaviest_kg: float
    heaviest: MassOut

    @classmethod
    def of(cls, loads: LoadRange | None) -> "LoadRangeOut | None":
        if loads is None:
            return None
        return cls(
            count=loads.count,
            lightest_kg=loads.lightest_kg,
            lightest=MassOut(value=loads.lightest, unit=loads.unit),
            heaviest_kg=loads.heaviest_kg,
            heaviest=MassOut(value=loads.heaviest, unit=loads.unit),
        )


class AthleteEquipmentOut(Output):
    id: UUID
    equipment_id: str
    gym: str | None
    name: str | None
    rounding: RoundingPolicy
    inventory: DescribedOut
    loads: Annotated[
        LoadRangeOut | None, Field(description="Null where no load is told in kilograms.")
    ]
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, row: InventoryRow, loads: LoadRange | None) -> "AthleteEquipmentOut":
        fields = row.model_dump(include=set(cls.model_fields))
        told = {"inventory": row.described, "loads": LoadRangeOut.of(loads)}
        return cls.model_validate({**fields, **told})

    @classmethod
    def read(cls, row: InventoryRow) -> "AthleteEquipmentOut":
        """Works out every load: call it on a thread."""
        return cls.of(row, load_range(inventory_record(row.described)))


class AthleteEquipmentList(Output):
    items: list[AthleteEquipmentOut]
    next_cursor: str | None


async def new_equipment(
    body: Annotated[NewEquipment, Body(examples=[examples.EQUIPMENT])],
) -> NewInventory:
    return await asyncio.to_thread(body.new, body.id)


async def replaced_equipment(
    body: Annotated[EquipmentBody, Body(examples=[examples.REPLACED_EQUIPMENT])],
) -> NewInventory:
    return await asyncio.to_thread(body.new, None)


Added = Annotated[NewInventory, Depends(new_equipment)]
Replacing = Annotated[NewInventory, Depends(replaced_equipment)]
"""Stand before the transaction: nobody waits for a writer that counts plates."""


@router.post(
    "", status_code=status.HTTP_201_CREATED, responses={200: {"model": AthleteEquipmentOut}}
)
async def create_athlete_equipment(
    principal: AthletesWriter,
    added: Added,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
) -> AthleteEquipmentOut:
    """Describe equipment

    Advice then prescribes what it can load, in its unit, and says how. Sending the same again with
    its `id` stores nothing and answers 200; something else under that `id` is a conflict.
    """
    row, created = await usecase.create_inventory(session, principal.tenant_id, athlete_id, added)
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return AthleteEquipmentOut.of(row, added.loads)


@router.get("")
async def read_athlete_equipment_list(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> AthleteEquipmentList:
    """List an athlete's equipment

    In the order of their ids. `loads` says what each of them makes.
    """
    after = paging.after(UUID)
    page = await usecase.page_of_inventories(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = await asyncio.to_thread(lambda: list(map(AthleteEquipmentOut.read, page.items)))
    return AthleteEquipmentList(items=items, next_cursor=paging.link(response, page.next_key))


@router.get("/{inventory_id:uuid}")
async def read_athlete_equipment(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId, inventory_id: InventoryId
) -> AthleteEquipmentOut:
    """Read equipment of an athlete

    As it was described, with what it makes.
    """
    tenant_id = principal.tenant_id
    row = await usecase.require_inventory(session, tenant_id, athlete_id, inventory_id)
    return await asyncio.to_thread(AthleteEquipmentOut.read, row)


@router.put("/{inventory_id:uuid}")
async def replace_athlete_equipment(
    principal: AthletesWriter,
    replacing: Replacing,
    session: Writing,
    athlete_id: AthleteId,
    inventory_id: InventoryId,
) -> AthleteEquipmentOut:
    """Replace equipment of an athlete

    The description sent takes the place of the one stored, and the advice follows.
    """
    row = await usecase.replace_inventory(
        session, principal.tenant_id, athlete_id, inventory_id, replacing
    )
    return AthleteEquipmentOut.of(row, replacing.loads)


@router.delete("/{inventory_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_athlete_equipment(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, inventory_id: InventoryId
) -> None:
    """Delete equipment of an athlete

    Advice goes back to the loads that such equipment usually makes.
    """
    await usecase.remove_inventory(session, principal.tenant_id, athlete_id, inventory_id)
