"""An inventory as a body describes it and the store keeps it, and the engine's record of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.engine.equipment.bands import Bands
from app.engine.equipment.fields import MOST_MASS
from app.engine.equipment.fixed_loads import FixedLoads
from app.engine.equipment.inventory import BodyOnly, Inventory, loads_of
from app.engine.equipment.plates import Plate, Plates
from app.engine.equipment.stack import AddOn, Stack, regular_pins
from app.engine.units import MassUnit, to_kg

Described = Mapping[str, Any]
"""The fields of a body, all of them, with `kind`."""


@dataclass(frozen=True, slots=True)
class LoadRange:
    """What an inventory makes, in short."""

    unit: MassUnit
    count: int
    lightest: float
    heaviest: float

    @property
    def lightest_kg(self) -> float:
        return to_kg(self.lightest, self.unit)

    @property
    def heaviest_kg(self) -> float:
        return to_kg(self.heaviest, self.unit)


def inventory_record(described: Described) -> Inventory:
    """ValueError, beginning with the field, where there can be no such equipment.

    Many kinds of plates take a third of a second: call it on a thread.
    """
    return RECORDS[described["kind"]](described)


def load_range(inventory: Inventory) -> LoadRange | None:
    """None where no load is told in kilograms."""
    loads = loads_of(inventory)
    if loads is None:
        return None
    return LoadRange(loads.unit, len(loads.loads), loads.loads[0], loads.loads[-1])


def _plates(described: Described) -> Plates:
    fields = {name: value for name, value in described.items() if name not in ("kind", "plates")}
    return Plates(plates=tuple(Plate(**plate) for plate in described["plates"]), **fields)


def _fixed_loads(described: Described) -> FixedLoads:
    return FixedLoads(described["unit"], tuple(described["loads"]))


def _stack(described: Described) -> Stack:
    add_ons = tuple(AddOn(**add_on) for add_on in described["add_ons"])
    return Stack(described["unit"], _pins(described), add_ons, described["assists"])


def _pins(described: Described) -> tuple[float, ...]:
    """Those in equal steps are checked here, where the field can still be named."""
    if described["pins"] is not None:
        return tuple(described["pins"])
    pins = regular_pins(**described["regular_pins"])
    if pins[-1] > MOST_MASS:
        raise ValueError(f"regular_pins: the last would say {pins[-1]:g}, above {MOST_MASS:g}")
    return pins


def _bands(described: Described) -> Bands:
    return Bands(tuple(described["rungs"]), described["assists"])


def _body_only(_described: Described) -> BodyOnly:
    return BodyOnly()


RECORDS: Mapping[str, Callable[[Described], Inventory]] = MappingProxyType(
    {
        "plates": _plates,
        "fixed_loads": _fixed_loads,
        "stack": _stack,
        "bands": _bands,
        "body_only": _body_only,
    }
)
