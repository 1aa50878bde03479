"""The load after a step back."""

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.loads import finest_step_kg, floor, lightest_kg
from app.engine.overload.state import Parameters

STEP_BACK_SHARE = 0.10
"""Of all that is lifted. A convention, as old as the five-by-five programmes."""


def lighter(load_kg: float, parameters: Parameters) -> tuple[float, float | None]:
    """A tenth and at least one step less, un-rounded and loadable [kg]; None where there is none.

    The tenth is of all that is lifted: on the body's own weight a step back is more assistance.
    """
    lifted_kg = parameters.lifted_kg(load_kg) or abs(load_kg)
    wanted_kg = load_kg - STEP_BACK_SHARE * lifted_kg
    if parameters.grid is None:
        return wanted_kg, None
    next_kg = _at_most(parameters.grid, min(wanted_kg, load_kg - finest_step_kg(parameters.grid)))
    is_lighter = next_kg < load_kg and parameters.leaves_something(next_kg)
    return wanted_kg, next_kg if is_lighter else None


def _at_most(grid: LoadGrid, wanted_kg: float) -> float:
    """Rounded down, so that no step back rounds to the load it came from; else the lightest."""
    loadable = floor(grid, wanted_kg)
    return lightest_kg(grid) if loadable is None else loadable.load_kg
