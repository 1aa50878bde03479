"""An inventory: what a rack, a run of dumbbells, a stack or a set of bands holds.

Every body that describes equipment takes an `InventoryBody`; the engine's record of it comes from
`record()`, which may take a third of a second: call it on a thread.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi.exceptions import RequestValidationError
from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from app.api.v1.fields import WHOLE, Flag, Input, Name, Number, Output, Unit
from app.api.v1.kinds import BY_KIND
from app.engine.equipment.bands import MOST_RUNGS
from app.engine.equipment.fields import LEAST_MASS, MOST_MASS
from app.engine.equipment.inventory import Inventory
from app.engine.equipment.plates import MOST_KINDS
from app.engine.equipment.sums import MOST_SUMS
from app.engine.units import MassUnit
from app.usecases.inventory_records import inventory_record

PieceMass = Annotated[Number, Field(ge=LEAST_MASS, le=MOST_MASS)]
WholeMass = Annotated[Number, Field(ge=0, le=MOST_MASS)]
Count = Annotated[int, Field(ge=0, le=1_000), WHOLE]

MAXIMUM_RULES: dict[str, Any] = {
    "if": {"properties": {"maximum": {"type": "null"}}},
    "then": {
        "properties": {
            "plates": {
                "items": {"required": ["count"], "properties": {"count": {"type": "integer"}}}
            }
        }
    },
}
"""Plenty of a plate needs a maximum."""

PINS_RULES: dict[str, Any] = {
    "not": {
        "anyOf": [
            {"properties": {"pins": {"type": "null"}, "regular_pins": {"type": "null"}}},
            {
                "required": ["pins", "regular_pins"],
                "properties": {"pins": {"type": "array"}, "regular_pins": {"type": "object"}},
            },
        ]
    }
}
"""One of the two."""

MENDS: Mapping[str, str] = {
    "plates": "List each plate once, with how many there are in all, and only what is used.",
    "maximum": "Send the most that is ever on it, the bar and its collars included.",
    "add_ons": "List fewer of them, or fewer pins.",
    "regular_pins": "Send fewer pins, or smaller steps.",
    "rungs": "Give each a name of its own.",
}
"""What to do about that which only the engine can see, by field."""


class InventoryInput(Input):
    """What all inventories can do."""

    def record(self, pointer: str = "#/inventory") -> Inventory:
        """The engine's record; 422, with a pointer to the field, where there can be no such thing.

        Slow where there are many kinds of plates: call it on a thread.
        """
        described = self.model_dump()
        try:
            return inventory_record(described)
        except ValueError as error:
            field, _, fault = str(error).partition(": ")
            if field not in described:
                raise
            detail = f"{fault}. {MENDS.get(field, '')}".strip()
            place = ("body", *pointer.split("/")[1:], field)
            invalid = {"type": f"impossible_{field}", "loc": place, "msg": detail}
            raise RequestValidationError([invalid]) from error


class PlateBody(Input):
    """Plates that are alike."""

    mass: PieceMass
    count: Annotated[
        Count | None, Field(description="Owned in all, not on a side; null is plenty.")
    ] = None
    unit: Annotated[
        Unit | None, Field(description="Written on them; null is that of the inventory.")
    ] = None


class PlatesBody(InventoryInput):
    """A bar and its plates, or the pegs of a machine: every loading that is alike on all sides."""

    model_config = {**Input.model_config, "json_schema_extra": MAXIMUM_RULES}

    kind: Literal["plates"]
    unit: Annotated[Unit, Field(description="Of all masses that have none of their own.")]
    plates: Annotated[list[PlateBody], Field(max_length=MOST_KINDS)]
    bar: Annotated[
        WholeMass, Field(description="The bar or the sled; 0 where only the plates are counted.")
    ]
    bar_unit: Annotated[
        Unit | None, Field(description="Of bar and collars; null is that of the inventory.")
    ] = None
    collars: Annotated[WholeMass, Field(description="All of them together, always on.")] = 0.0
    sides: Annotated[
        Literal[1, 2],
        WHOLE,
        Field(description="1: a landmine, a belt, a machine with one peg."),
    ] = 2
    maximum: Annotated[
        WholeMass | None,
        Field(
            validate_default=True,
            description="The most that is ever on it, the bar included; needed where there is "
            "plenty of a plate.",
        ),
    ] = None

    @field_validator("maximum")
    @classmethod
    def _is_known_where_plates_have_no_end(
        cls, maximum: float | None, info: ValidationInfo
    ) -> float | None:
        plates: list[PlateBody] = info.data.get("plates", [])
        if maximum is None and any(plate.count is None for plate in plates):
            fault = "needed where a plate has no count: send the most that is ever on it"
            raise PydanticCustomError("maximum_missing", fault)
        return maximum


class FixedLoadsBody(InventoryInput):
    """Pieces taken as they are: dumbbells, kettlebells, fixed bars, the dial of an adjustable."""

    kind: Literal["fixed_loads"]
    unit: Unit
    loads: Annotated[
        list[PieceMass],
        Field(min_length=1, max_length=MOST_SUMS, description="What is written on each."),
    ]


class AddOnBody(Input):
    """Small weights that are put on a stack and are alike."""

    mass: PieceMass
    count: Count = 1


class RegularPinsBody(Input):
    """first, first + step, first + 2 steps, …"""

    first: WholeMass
    step: PieceMass
    count: Annotated[int, Field(ge=1, le=MOST_SUMS), WHOLE]


class StackBody(InventoryInput):
    """A stack with a pin. The pins are sent as `pins` or, in equal steps, as `regular_pins`."""

    model_config = {**Input.model_config, "json_schema_extra": PINS_RULES}

    kind: Literal["stack"]
    unit: Unit
    pins: Annotated[
        Annotated[list[WholeMass], Field(min_length=1, max_length=MOST_SUMS)] | None,
        Field(description="What the pins say, in any order: 7, 12, 17, …"),
    ] = None
    regular_pins: RegularPinsBody | None = None
    add_ons: Annotated[list[AddOnBody], Field(max_length=MOST_KINDS)] = []
    assists: Annotated[
        Flag, Field(description="It takes weight off the body: its loads are below zero.")
    ] = False

    @model_validator(mode="after")
    def _has_pins(self) -> "StackBody":
        if (self.pins is None) == (self.regular_pins is None):
            raise PydanticCustomError("pins_needed", "send either pins or regular_pins")
        return self


class BandsBody(InventoryInput):
    """Elastic bands by name, or by name and stretch (`red, 150 %`): never in kilograms."""

    kind: Literal["bands"]
    rungs: Annotated[
        list[Name],
        Field(
            min_length=1,
            max_length=MOST_RUNGS,
            description="Weakest pull first, each once.",
            json_schema_extra={"uniqueItems": True},
        ),
    ]
    assists: Annotated[
        Flag, Field(description="They carry part of the body: a weaker one is harder.")
    ] = False


class BodyOnlyBody(InventoryInput):
    """Nothing to load."""

    kind: Literal["body_only"]


InventoryBody = Annotated[
    PlatesBody | FixedLoadsBody | StackBody | BandsBody | BodyOnlyBody,
    Field(discriminator="kind"),
    BY_KIND,
]


class PlateOut(Output):
    mass: float
    count: int | None
    unit: MassUnit | None


class PlatesOut(Output):
    kind: Literal["plates"]
    unit: MassUnit
    plates: list[PlateOut]
    bar: float
    bar_unit: MassUnit | None
    collars: float
    sides: int
    maximum: float | None


class FixedLoadsOut(Output):
    kind: Literal["fixed_loads"]
    unit: MassUnit
    loads: list[float]


class AddOnOut(Output):
    mass: float
    count: int


class RegularPinsOut(Output):
    first: float
    step: float
    count: int


class StackOut(Output):
    kind: Literal["stack"]
    unit: MassUnit
    pins: list[float] | None
    regular_pins: RegularPinsOut | None
    add_ons: list[AddOnOut]
    assists: bool


class BandsOut(Output):
    kind: Literal["bands"]
    rungs: list[str]
    assists: bool


class BodyOnlyOut(Output):
    kind: Literal["body_only"]


DescribedOut = Annotated[
    PlatesOut | FixedLoadsOut | StackOut | BandsOut | BodyOnlyOut, Field(discriminator="kind")
]
"""As it was sent, with every default that was used: what is read can be sent back."""
