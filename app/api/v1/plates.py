"""What to put on the bar for a load: plates on each side, the pin, the dumbbell to take."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import PartOut, part_fields
from app.api.v1.equipment import LoadRangeOut
from app.api.v1.fields import WHOLE, Flag, Input, LoadKg, Mass, MassOut, Output, Unit, mass_kg
from app.api.v1.inventories import BandsBody, BodyOnlyBody, InventoryBody
from app.api.v1.loadings import LoadingOut, LoadOut
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.units import KG, MassUnit
from app.usecases.plates import LoadedLoad, LoadedLoads, RampAsked, WarmUpLoading, loaded_loads

router = APIRouter(prefix="/compute/plates", tags=["compute"])

LOAD_RULES: dict[str, Any] = {
    "not": {"properties": {name: {"type": "null"} for name in ("load_kg", "load")}}
}
RAMP_RULES: dict[str, Any] = {
    "if": {"properties": {"warm_up": {"const": True}}, "required": ["warm_up"]},
    "then": {"properties": {"repetitions": {"type": "integer"}}, "required": ["repetitions"]},
}


class WantedLoadBody(Input):
    """A load as `load_kg` or as `load`; where both are there, `load` counts."""

    model_config = {**Input.model_config, "json_schema_extra": LOAD_RULES}

    load_kg: LoadKg | None = None
    load: Mass | None = None

    @model_validator(mode="after")
    def _has_load(self) -> "WantedLoadBody":
        if self.load_kg is None and self.load is None:
            raise PydanticCustomError("load_missing", "send load_kg or load")
        return self

    @property
    def wanted_kg(self) -> float:
        return mass_kg(self.load) if self.load else self.load_kg or 0.0


class PlatesQuestion(Input):
    model_config = {**Input.model_config, "json_schema_extra": RAMP_RULES}

    inventory: InventoryBody
    loads: Annotated[
        list[WantedLoadBody],
        Field(min_length=1, max_length=100, description="Loads to put together."),
    ]
    rounding: Annotated[
        RoundingPolicy, Field(description="Which load to take for one that cannot be made.")
    ] = RoundingPolicy.NEAREST
    mass_unit: Annotated[
        Unit | None, Field(description="What the person reads; null is that of the inventory.")
    ] = None
    warm_up: Annotated[
        Flag, Field(description="Also lighter sets before each load; needs `repetitions`.")
    ] = False
    repetitions: Annotated[
        Annotated[int, Field(ge=1, le=100), WHOLE] | None,
        Field(description="Of the working sets, for the warm-up."),
    ] = None
    isolation: Annotated[
        Flag, Field(description="One joint moves: a shorter warm-up is enough.")
    ] = False

    @model_validator(mode="after")
    def _says_what_to_warm_up_for(self) -> "PlatesQuestion":
        if self.warm_up and self.repetitions is None:
            fault = "a warm_up needs repetitions: those of the working sets"
            raise PydanticCustomError("repetitions_missing", fault)
        return self

    @property
    def unit(self) -> MassUnit:
        told = self.inventory
        own = KG if isinstance(told, BandsBody | BodyOnlyBody) else told.unit
        return self.mass_unit or own

    @property
    def ramp(self) -> RampAsked | None:
        if not self.warm_up or self.repetitions is None:
            return None
        return RampAsked(self.repetitions, self.isolation)


class RampSetOut(Output):
    """A lighter set before the working sets."""

    repetitions: int
    share: Annotated[float, Field(description="Of the working load.")]
    loading: LoadingOut

    @classmethod
    def of(cls, one: WarmUpLoading, unit: MassUnit) -> "RampSetOut":
        return cls(
            repetitions=one.warm_up.repetitions,
            share=one.warm_up.share,
            loading=LoadingOut.of(one.loading, unit),
        )


class LoadedOut(PartOut):
    """What becomes of one load. Refused where the equipment has none to take for it."""

    wanted_kg: float
    wanted: Annotated[MassOut, Field(description="In the unit that the person reads.")]
    loading: Annotated[LoadingOut | None, Field(description="Null unless `status` is `ok`.")]
    below: Annotated[
        LoadOut | None, Field(description="The heaviest that can be made and is not above.")
    ]
    above: Annotated[
        LoadOut | None, Field(description="The lightest that can be made and is not below.")
    ]
    warm_up: Annotated[
        list[RampSetOut],
        Field(description="Lightest first; empty where none was asked for or is of use."),
    ]

    @classmethod
    def of(cls, one: LoadedLoad, unit: MassUnit) -> "LoadedOut":
        wanted, made = one.wanted, one.part.value
        return cls.model_validate(
            {
                **part_fields(one.part),
                "wanted_kg": wanted.wanted_kg,
                "wanted": MassOut.of(wanted.wanted_kg, unit),
                "loading": LoadingOut.of(made, unit) if made else None,
                "below": LoadOut.at(wanted.below_kg, unit),
                "above": LoadOut.at(wanted.above_kg, unit),
                "warm_up": [RampSetOut.of(each, unit) for each in one.warm_up],
            }
        )


class LoadedItems(Output):
    items: Annotated[list[LoadedOut], Field(description="One for each load, in order.")]
    loads: Annotated[
        LoadRangeOut | None, Field(description="What the inventory makes; null without kilograms.")
    ]
    engine_version: str

    @classmethod
    def of(cls, found: LoadedLoads) -> "LoadedItems":
        return cls(
            items=[LoadedOut.of(one, found.mass_unit) for one in found.items],
            loads=LoadRangeOut.of(found.loads),
            engine_version=found.engine_version,
        )


@router.post("")
async def compute_plates(
    _principal: AdviceReader,
    body: Annotated[PlatesQuestion, Body(examples=[examples.COMPUTE_PLATES])],
) -> LoadedItems:
    """Compute plates

    For each load what to put on: plates on each side, the pin with its add-ons, the dumbbell to
    take. A load that cannot be made is rounded as asked, with what remains; beyond the lightest
    or the heaviest it is refused, with the nearest that can be made.
    """
    # Many kinds of plates take their time: light requests stay quick beside them.
    return await asyncio.to_thread(_compute, body)


def _compute(body: PlatesQuestion) -> LoadedItems:
    wanted_kg = [one.wanted_kg for one in body.loads]
    inventory = body.inventory.record()
    return LoadedItems.of(loaded_loads(inventory, wanted_kg, body.rounding, body.unit, body.ramp))
