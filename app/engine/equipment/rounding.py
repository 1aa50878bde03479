"""Rounding as a choice of the caller's, and loads that cannot be made: said, never bent."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.engine.equipment.loads import Loadable, Loads, ceiling, floor, nearest


class RoundingPolicy(StrEnum):
    NEAREST = "nearest"
    """A tie goes to the lighter load."""
    FLOOR = "floor"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class CannotBeLoaded:
    """A load that the equipment does not make, with its neighbours that it does; None at an end."""

    wanted_kg: float
    below_kg: float | None
    above_kg: float | None


Rounding = Callable[[Loads, float], Loadable | None]

ROUNDINGS: Mapping[RoundingPolicy, Rounding] = MappingProxyType(
    {
        RoundingPolicy.NEAREST: nearest,
        RoundingPolicy.FLOOR: floor,
        RoundingPolicy.CEILING: ceiling,
    }
)


def loadable(
    loads: Loads, wanted_kg: float, policy: RoundingPolicy = RoundingPolicy.NEAREST
) -> Loadable | CannotBeLoaded:
    """The load that a policy takes for the one wanted.

    It cannot be loaded where the policy finds none on its side, or `nearest` only one that is
    further off than half the gap there. ValueError where the load is no finite number.
    """
    require_finite(wanted_kg)
    return ROUNDINGS[policy](loads, wanted_kg) or neighbours(loads, wanted_kg)


def neighbours(loads: Loads, wanted_kg: float) -> CannotBeLoaded:
    """The loadable loads around one that is not."""
    below_kg = loads.rung_kg(loads.rung_at_or_below(wanted_kg))
    above_kg = loads.rung_kg(loads.rung_at_or_above(wanted_kg))
    return CannotBeLoaded(wanted_kg, below_kg, above_kg)


def require_finite(load_kg: float) -> None:
    """ValueError where a load is no number."""
    if not math.isfinite(load_kg):
        raise ValueError(f"load_kg: {load_kg} is no finite number")
