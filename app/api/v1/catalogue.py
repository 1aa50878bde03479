"""Facts: muscles, equipment and sources."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from app.api.auth import AdviceReader
from app.api.v1.fields import Output
from app.catalogue.load import catalogue
from app.engine.units import MassUnit

router = APIRouter(tags=["catalogue"])


class SourceOut(Output):
    id: str
    citation: str
    doi: str | None
    note: str | None


class MuscleOut(Output):
    id: str
    name: str
    group: str
    function: str
    nerve: str | None
    source_ids: list[str]


class LoadGridOut(Output):
    """Loads that can be made: minimum, minimum + step, … in `unit`."""

    unit: MassUnit
    minimum: float
    step: float
    maximum: float | None


class EquipmentOut(Output):
    id: str
    name: str
    load: Annotated[str, Field(description="What a logged load means with it.")]
    grids: list[LoadGridOut]
    source_ids: list[str]
    note: str | None


class SourceItems(Output):
    items: list[SourceOut]


class MuscleItems(Output):
    items: list[MuscleOut]


class EquipmentItems(Output):
    items: list[EquipmentOut]


@router.get("/muscles")
async def read_muscles(_principal: AdviceReader) -> MuscleItems:
    """List muscles

    Every muscle that is trained or neglected, with heads, function and nerve.
    """
    items = [MuscleOut.model_validate(muscle) for muscle in catalogue().muscles.values()]
    return MuscleItems(items=items)


@router.get("/equipment")
async def read_equipment(_principal: AdviceReader) -> EquipmentItems:
    """List equipment

    With the loads that it usually makes, in kilograms and in pounds.
    """
    items = []
    for one in catalogue().equipment.values():
        fields = {name: getattr(one, name) for name in EquipmentOut.model_fields}
        items.append(EquipmentOut.model_validate({**fields, "grids": list(one.grids.values())}))
    return EquipmentItems(items=items)


@router.get("/sources")
async def read_sources(_principal: AdviceReader) -> SourceItems:
    """List sources

    What reasons, equations and the catalogue rest on; `source` of a reason is an id here.
    """
    items = [SourceOut.model_validate(source) for source in catalogue().sources.values()]
    return SourceItems(items=items)
