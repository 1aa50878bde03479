"""Facts: muscles, equipment, contraindications and sources."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from app.api.auth import AdviceReader
from app.api.v1.fields import Output
from app.catalogue.load import catalogue
from app.catalogue.records import Contraindication
from app.engine.units import MassUnit

router = APIRouter(tags=["catalogue"])


class SourceOut(Output):
    id: str
    citation: str
    doi: str | None
    note: str | None


class MusclePartOut(Output):
    """A part that differs in what it does and is not counted apart."""

    name: str
    function: str


class MuscleOut(Output):
    """A muscle, a head of one, or a part of one that is trained apart."""

    id: str
    name: str
    aliases: Annotated[list[str], Field(description="What people call it.")]
    group: Annotated[str, Field(description="What its heads are counted together as.")]
    parts: list[MusclePartOut]
    function: str
    posture_gait: Annotated[str, Field(description="What it does while we stand, sit or walk.")]
    nerve: str | None
    programmed: Annotated[bool, Field(description="False for what is named but given no sets.")]
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
    words: Annotated[list[str], Field(description="What stands for it in a name.")]
    load: Annotated[str, Field(description="What a logged load means with it.")]
    grids: list[LoadGridOut]
    source_ids: list[str]
    note: str | None


class ContraindicationOut(Output):
    """What may speak against an exercise, and what it means for training; never a diagnosis."""

    id: Contraindication
    name: str
    text: str
    source_ids: list[str]


class ContraindicationItems(Output):
    items: list[ContraindicationOut]


class SourceItems(Output):
    items: list[SourceOut]


class MuscleItems(Output):
    items: list[MuscleOut]


class EquipmentItems(Output):
    items: list[EquipmentOut]


@router.get("/muscles")
async def read_muscles(_principal: AdviceReader) -> MuscleItems:
    """List muscles

    Every muscle that is trained or neglected: its heads, what it does, also while we stand and
    walk, and its nerve.
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


@router.get("/contraindications")
async def read_contraindications(_principal: AdviceReader) -> ContraindicationItems:
    """List contraindications

    What may speak against an exercise, and what to do about it.
    """
    notes = catalogue().contraindications.values()
    return ContraindicationItems(items=[ContraindicationOut.model_validate(one) for one in notes])


@router.get("/sources")
async def read_sources(_principal: AdviceReader) -> SourceItems:
    """List sources

    What reasons, equations and the catalogue rest on; `source` of a reason is an id here.
    """
    items = [SourceOut.model_validate(source) for source in catalogue().sources.values()]
    return SourceItems(items=items)
