"""Which of the loads that can be made is meant, whatever makes them. Kilograms go in and out.

Rounding is done in the unit of the equipment: on a bar with pound plates 60 kg is 130 or 135 lb,
and 135 lb is 135 lb, not 61.2 kg.
"""

from dataclasses import dataclass

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.load_list import LoadList

Loads = LoadGrid | LoadList
"""Loads in equal steps, as usual, or each by itself, as told. Both are counted in rungs."""

TIE_KG = 1e-6
"""Distances that differ by less are a tie, which goes to the lighter load."""


@dataclass(frozen=True, slots=True)
class Loadable:
    """A load that can be loaded, and what the rounding added to the load that was wanted."""

    load_kg: float
    rounding_kg: float


def step_kg(loads: Loads, load_kg: float) -> float:
    """The gap from a load to the next one up [kg]; beyond the heaviest the last gap.

    0 where there is only one load.
    """
    return loads.gap_above_kg(load_kg)


def lightest_kg(loads: Loads) -> float:
    """The empty bar, the first dumbbell, the most assistance [kg]."""
    return loads.lightest_kg


def heaviest_kg(loads: Loads) -> float | None:
    """The end of the stack [kg]; None where no end is known."""
    return None if loads.last_rung is None else loads.rung_kg(loads.last_rung)


def nearest(loads: Loads, load_kg: float) -> Loadable | None:
    """The loadable load nearest to the one wanted; a tie goes to the lighter.

    None where the wanted load lies more than half a gap outside what can be loaded.
    """
    below, above = floor(loads, load_kg), ceiling(loads, load_kg)
    if below is None:
        return _within(above, loads.gap_above_kg(load_kg) / 2)
    if above is None:
        return _within(below, loads.gap_below_kg(load_kg) / 2)
    return above if above.rounding_kg < -below.rounding_kg - TIE_KG else below


def floor(loads: Loads, load_kg: float) -> Loadable | None:
    """The heaviest loadable load that is not above the one wanted; None where there is none."""
    return _loadable(loads, load_kg, loads.rung_at_or_below(load_kg))


def ceiling(loads: Loads, load_kg: float) -> Loadable | None:
    """The lightest loadable load that is not below the one wanted; None where there is none."""
    return _loadable(loads, load_kg, loads.rung_at_or_above(load_kg))


def next_above(loads: Loads, load_kg: float) -> Loadable | None:
    """The lightest loadable load strictly above; None at the top of the stack."""
    return _loadable(loads, load_kg, loads.rung_at_or_below(load_kg) + 1)


def next_below(loads: Loads, load_kg: float) -> Loadable | None:
    """The heaviest loadable load strictly below; None at the empty bar."""
    return _loadable(loads, load_kg, loads.rung_at_or_above(load_kg) - 1)


def _within(end: Loadable | None, half_gap_kg: float) -> Loadable | None:
    near = end is not None and abs(end.rounding_kg) <= half_gap_kg + TIE_KG
    return end if near else None


def _loadable(loads: Loads, wanted_kg: float, rung: int) -> Loadable | None:
    load_kg = loads.rung_kg(rung)
    return None if load_kg is None else Loadable(load_kg, load_kg - wanted_kg)
