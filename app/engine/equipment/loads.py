"""What the rack, the stack or the dumbbell run can make. Loads go in and out in kilograms.

Rounding is done in the unit of the equipment: on a bar with pound plates 60 kg is 130 or 135 lb,
and 135 lb is 135 lb, not 61.2 kg.
"""

import math
from dataclasses import dataclass

from app.engine.units import MassUnit, from_kg, to_kg

SAME_LOAD_TOLERANCE_KG = 0.05
"""Two loads nearer than this are one load: 135 lb is logged as 61.235, 61.24 or 61.2 kg.

Half of the smallest disc that record attempts use on both sides (2 x 0.25 kg) is 0.25 kg.
"""


@dataclass(frozen=True, slots=True)
class LoadGrid:
    """The loads that the equipment can make: minimum, minimum + step, ..., maximum.

    All in `unit`: a bar with kilogram plates is ("kg", 2.5, 20), with pound plates ("lb", 5, 45).
    A negative minimum is assistance; `maximum` None is no limit worth naming.
    """

    unit: MassUnit
    step: float
    minimum: float
    maximum: float | None = None

    def __post_init__(self) -> None:
        if not self.step > 0 or not math.isfinite(self.minimum):
            raise ValueError("a load grid needs a positive step and a finite minimum")
        if self.maximum is not None and self.maximum < self.minimum:
            raise ValueError("a load grid's maximum is below its minimum")


@dataclass(frozen=True, slots=True)
class LoadableLoad:
    """A load that can be loaded, and what the rounding added to the load that was wanted."""

    load_kg: float
    rounding_kg: float


def same_load(one_kg: float, other_kg: float) -> bool:
    return abs(one_kg - other_kg) <= SAME_LOAD_TOLERANCE_KG


def step_kg(grid: LoadGrid) -> float:
    """The smallest change that the equipment can make [kg]."""
    return to_kg(grid.step, grid.unit)


def lightest_kg(grid: LoadGrid) -> float:
    """The empty bar, the first dumbbell, the most assistance [kg]."""
    return to_kg(grid.minimum, grid.unit)


def nearest(grid: LoadGrid, load_kg: float) -> LoadableLoad | None:
    """The loadable load nearest to the one wanted; a tie goes to the lighter.

    None where the wanted load lies more than half a step outside what can be loaded.
    """
    return _loadable(grid, load_kg, math.ceil(_steps(grid, load_kg) - 0.5 - 1e-6))


def floor(grid: LoadGrid, load_kg: float) -> LoadableLoad | None:
    """The heaviest loadable load that is not above the one wanted; None where there is none."""
    steps = math.floor(_steps(grid, load_kg) + _tolerance(grid))
    return _loadable(grid, load_kg, min(steps, _last(grid)))


def ceiling(grid: LoadGrid, load_kg: float) -> LoadableLoad | None:
    """The lightest loadable load that is not below the one wanted; None where there is none."""
    steps = math.ceil(_steps(grid, load_kg) - _tolerance(grid))
    return _loadable(grid, load_kg, max(steps, 0))


def next_above(grid: LoadGrid, load_kg: float) -> LoadableLoad | None:
    """The lightest loadable load strictly above; None at the top of the stack."""
    steps = math.floor(_steps(grid, load_kg) + _tolerance(grid)) + 1
    return _loadable(grid, load_kg, max(steps, 0))


def next_below(grid: LoadGrid, load_kg: float) -> LoadableLoad | None:
    """The heaviest loadable load strictly below; None at the empty bar."""
    steps = math.ceil(_steps(grid, load_kg) - _tolerance(grid)) - 1
    return _loadable(grid, load_kg, min(steps, _last(grid)))


def _steps(grid: LoadGrid, load_kg: float) -> float:
    return (from_kg(load_kg, grid.unit) - grid.minimum) / grid.step


def _tolerance(grid: LoadGrid) -> float:
    """The tolerance of one load, in steps, never so wide that two neighbours are one."""
    return min(SAME_LOAD_TOLERANCE_KG / step_kg(grid), 0.25)


def _last(grid: LoadGrid) -> float:
    if grid.maximum is None:
        return math.inf
    return math.floor((grid.maximum - grid.minimum) / grid.step + 1e-9)


def _loadable(grid: LoadGrid, wanted_kg: float, steps: float) -> LoadableLoad | None:
    if not 0 <= steps <= _last(grid):
        return None
    load_kg = to_kg(round(grid.minimum + steps * grid.step, 6), grid.unit)
    return LoadableLoad(load_kg, load_kg - wanted_kg)
