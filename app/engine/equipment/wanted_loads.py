"""Loads that are wanted, as the equipment makes them: the pieces, or why not and what is near."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.answer import Basis, Part, ReasonKind, ok, refused
from app.engine.equipment.bands import Bands
from app.engine.equipment.inventory import Inventory, Loading, Unweighed, Weighed, put_together
from app.engine.equipment.load_list import LoadList
from app.engine.equipment.rounding import (
    CannotBeLoaded,
    RoundingPolicy,
    loadable,
    neighbours,
    require_finite,
)
from app.engine.equipment.same_load import same_load
from app.engine.units import MassUnit, mass_text

ROUNDED = ReasonKind(
    "rounded",
    "{wanted} cannot be made of these pieces; {load} is {which}.",
    Basis.CONVENTION,
)
BELOW_LIGHTEST = ReasonKind(
    "below_lightest",
    "{wanted} is less than {load}, the lightest load of this equipment.",
    Basis.EVIDENCE,
)
ABOVE_HEAVIEST = ReasonKind(
    "above_heaviest",
    "{wanted} is more than {load}, the heaviest load of this equipment.",
    Basis.EVIDENCE,
)
NO_KILOGRAMS = ReasonKind(
    "no_kilograms",
    "A band has no kilograms: its pull grows with the stretch.",
    Basis.EVIDENCE,
    "band_force",
)
NOTHING_TO_LOAD = ReasonKind(
    "nothing_to_load",
    "There is nothing here that could be loaded.",
    Basis.EVIDENCE,
)

WHICH: Mapping[RoundingPolicy, str] = MappingProxyType(
    {
        RoundingPolicy.NEAREST: "the nearest load that can",
        RoundingPolicy.FLOOR: "the next load down that can",
        RoundingPolicy.CEILING: "the next load up that can",
    }
)


@dataclass(frozen=True, slots=True)
class WantedLoad:
    """What becomes of one load."""

    wanted_kg: float
    below_kg: float | None
    """The heaviest load that can be made and is not above the one wanted; None where none is."""
    above_kg: float | None
    """The lightest that is not below."""
    loading: Part[Loading]


def wanted_loads(
    inventory: Inventory,
    wanted_kg: Sequence[float],
    unit: MassUnit,
    policy: RoundingPolicy = RoundingPolicy.NEAREST,
) -> tuple[WantedLoad, ...]:
    """Each load as a policy takes it, with its pieces, in order. `unit` is what the person reads.

    Refused where the policy finds no load: beyond an end, or where none is told in kilograms.
    ValueError where a load is no finite number.
    """
    for each in wanted_kg:
        require_finite(each)
    if isinstance(inventory, Unweighed):
        return tuple(WantedLoad(each, None, None, _unweighed(inventory)) for each in wanted_kg)
    loads = inventory.makes()
    return tuple(_wanted(inventory, loads, each, unit, policy) for each in wanted_kg)


def _unweighed(inventory: Unweighed) -> Part[Loading]:
    if isinstance(inventory, Bands):
        return refused((NO_KILOGRAMS(),), "Choose a band by its name.")
    return refused((NOTHING_TO_LOAD(),), "Describe the equipment that there is.")


def _wanted(
    inventory: Weighed, loads: LoadList, wanted_kg: float, unit: MassUnit, policy: RoundingPolicy
) -> WantedLoad:
    around = neighbours(loads, wanted_kg)
    made = loadable(loads, wanted_kg, policy)
    if isinstance(made, CannotBeLoaded):
        part = _beyond(around, unit)
    else:
        part = _made(put_together(inventory, made.load_kg, wanted_kg), unit, policy)
    return WantedLoad(wanted_kg, around.below_kg, around.above_kg, part)


def _made(loading: Loading, unit: MassUnit, policy: RoundingPolicy) -> Part[Loading]:
    wanted_kg = loading.load_kg + loading.remainder_kg
    if same_load(wanted_kg, loading.load_kg):
        return ok(loading)
    reason = ROUNDED(
        wanted=mass_text(wanted_kg, unit),
        load=mass_text(loading.load_kg, unit),
        which=WHICH[policy],
        wanted_kg=wanted_kg,
        load_kg=loading.load_kg,
    )
    return ok(loading, (reason,))


def _beyond(around: CannotBeLoaded, unit: MassUnit) -> Part[Loading]:
    """Loads of a list have no gap in which a policy finds nothing: only the ends are left."""
    kind, end_kg = (
        (BELOW_LIGHTEST, around.above_kg)
        if around.below_kg is None
        else (ABOVE_HEAVIEST, around.below_kg)
    )
    assert end_kg is not None
    load = mass_text(end_kg, unit)
    wanted = mass_text(around.wanted_kg, unit)
    reason = kind(wanted=wanted, load=load, wanted_kg=around.wanted_kg, load_kg=end_kg)
    return refused((reason,), f"Take {load}, or other equipment.")
