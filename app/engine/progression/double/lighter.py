"""The load after a step back."""

from app.engine.equipment.loads import Loads, floor, lightest_kg, next_below
from app.engine.progression.double.state import Parameters

STEP_BACK_SHARE = 0.10
"""Of all that is lifted. A convention, as old as the five-by-five programmes."""


def lighter(load_kg: float, parameters: Parameters) -> tuple[float, float | None]:
    """A tenth and at least one step less, un-rounded and loadable [kg]; None where there is none.

    The tenth is of all that is lifted: on the body's own weight a step back is more assistance.
    """
    lifted_kg = parameters.lifted_kg(load_kg) or abs(load_kg)
    wanted_kg = load_kg - STEP_BACK_SHARE * lifted_kg
    below = None if parameters.loads is None else next_below(parameters.loads, load_kg)
    if parameters.loads is None or below is None:
        return wanted_kg, None
    next_kg = _at_most(parameters.loads, min(wanted_kg, below.load_kg))
    return wanted_kg, next_kg if parameters.leaves_something(next_kg) else None


def _at_most(loads: Loads, wanted_kg: float) -> float:
    """Rounded down, so that no step back rounds to the load it came from; else the lightest."""
    loadable = floor(loads, wanted_kg)
    return lightest_kg(loads) if loadable is None else loadable.load_kg
