"""What to put on for a load, and for the lighter sets before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine import ENGINE_VERSION
from app.engine.answer import Missing, Part
from app.engine.equipment.inventory import (
    Inventory,
    Loading,
    Unweighed,
    Weighed,
    loads_of,
    put_together,
)
from app.engine.equipment.load_list import LoadList
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.equipment.wanted_loads import WantedLoad, wanted_loads
from app.engine.overload.warm_up import WarmUpSet, warm_up, warm_up_reason
from app.engine.units import MassUnit, mass_text
from app.usecases.inventory_records import LoadRange, load_range

BODY_UNKNOWN = Missing(
    "body_mass",
    "A ramp towards assistance is a share of the body's mass: ask for the next session, which "
    "knows it.",
)


@dataclass(frozen=True, slots=True)
class RampAsked:
    """A warm-up before working sets of so many repetitions."""

    repetitions: int
    isolation: bool = False


@dataclass(frozen=True, slots=True)
class WarmUpLoading:
    """One set of a ramp and how its load is put together."""

    warm_up: WarmUpSet
    loading: Loading


@dataclass(frozen=True, slots=True)
class LoadedLoad:
    """What becomes of one load that is wanted."""

    wanted: WantedLoad
    warm_up: tuple[WarmUpLoading, ...] = ()

    @property
    def part(self) -> Part[Loading]:
        return self.wanted.loading


@dataclass(frozen=True, slots=True)
class LoadedLoads:
    items: tuple[LoadedLoad, ...]
    """One for each load that is wanted, in order."""
    mass_unit: MassUnit
    loads: LoadRange | None
    engine_version: str = ENGINE_VERSION


def loaded_loads(
    inventory: Inventory,
    wanted_kg: Sequence[float],
    rounding: RoundingPolicy,
    unit: MassUnit,
    ramp: RampAsked | None,
) -> LoadedLoads:
    """`unit` is the one that the person reads."""
    found = wanted_loads(inventory, wanted_kg, unit, rounding)
    loads = loads_of(inventory)
    if ramp is None or loads is None or isinstance(inventory, Unweighed):
        items = tuple(map(LoadedLoad, found))
    else:
        items = tuple(_with_ramp(inventory, loads, one, ramp, unit) for one in found)
    return LoadedLoads(items, unit, load_range(inventory))


def _with_ramp(
    inventory: Weighed, loads: LoadList, wanted: WantedLoad, asked: RampAsked, unit: MassUnit
) -> LoadedLoad:
    made = wanted.loading.value
    if made is None:
        return LoadedLoad(wanted)
    if made.load_kg < 0:
        part = replace(wanted.loading, missing=(BODY_UNKNOWN,))
        return LoadedLoad(replace(wanted, loading=part))
    sets = warm_up(made.load_kg, asked.repetitions, loads, isolation=asked.isolation)
    reason = warm_up_reason(sets, made.load_kg, lambda load_kg: mass_text(load_kg, unit))
    part = wanted.loading
    if reason is not None:
        part = replace(part, because=(*part.because, reason))
    ramp = tuple(
        WarmUpLoading(one, put_together(inventory, one.load_kg, one.load_kg)) for one in sets
    )
    return LoadedLoad(replace(wanted, loading=part), ramp)
