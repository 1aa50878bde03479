"""The next heavier load, and how many repetitions must be there before it is taken."""

import math
from dataclasses import dataclass, replace

from app.engine.equipment.loads import Loads, nearest, next_above, step_kg
from app.engine.equipment.same_load import same_load
from app.engine.progression.demand import Load
from app.engine.progression.double.state import Given, State
from app.engine.progression.setting import carried_load_kg
from app.engine.strength.lifted import STAND_IN_KG
from app.engine.strength.maximum.repmax import EPLEY_REPETITIONS

LARGEST_STEP = 0.10
"""The upper end of the 2 to 10 % by which a load is raised (ACSM 2009)."""

LEAST_ADVISED_STEP = 0.02
"""The lower end."""

LARGEST_GROWTH = 1_000.0
"""Beyond it no number of repetitions prepares for the step; from a crumb of a load upwards."""


@dataclass(frozen=True, slots=True)
class HeavierLoad:
    load_kg: float
    """At least the load lifted; equal to it while small steps add up."""
    unrounded_load_kg: float
    growth: float | None
    """By what share all that is lifted grows; None where the body's part is not known."""
    repetitions_needed: int
    """On every set, before the step is taken; 0 for a step of at most a tenth."""
    mastered: bool = False
    """Lifted lately through the whole range: no step is too large to come back to it."""
    asked_too_far: bool = False
    """A larger step was asked for than is taken."""


def repetitions_before(growth: float, repetitions_low: int) -> int:
    """Repetitions from which a load heavier by `growth` still leaves the bottom of the range.

    Epley: a set of r repetitions shows load * (1 + r / 30); 10 to 12 kg with 8 to 12 needs 16.
    0 for a step of at most a tenth: the trade takes it from the top of any range.
    """
    if growth <= LARGEST_STEP + 1e-9:
        return 0
    growth = min(growth, LARGEST_GROWTH)
    shown = (1 + growth) * (1 + repetitions_low / EPLEY_REPETITIONS)
    return math.ceil(EPLEY_REPETITIONS * (shown - 1) - 1e-9)


def heavier(state: State, given: Given) -> HeavierLoad | None:
    """The wanted step, or the smallest one where that is too far; None at the end of the loads."""
    wanted = _wanted_step(state, given)
    if wanted is None or wanted.repetitions_needed <= given.told.most_repetitions:
        return wanted
    return _instead(state.load_kg, given)


def extended_top(load_kg: float, given: Given) -> int:
    """How far the range may be extended at a load on the way to the next heavier one."""
    step = _smallest_step(load_kg, given)
    return min(step.repetitions_needed, given.told.most_repetitions) if step else 0


def _wanted_step(state: State, given: Given) -> HeavierLoad | None:
    loads = given.setting.loads
    if loads is None:
        return None
    from_kg = carried_load_kg(Load(state.unrounded_load_kg, state.load_kg), loads)
    unrounded_kg = from_kg + given.setting.step_on(loads, from_kg)
    loadable = nearest(loads, unrounded_kg)
    if loadable is not None and loadable.load_kg > state.load_kg:
        return _step(state.load_kg, loadable.load_kg, unrounded_kg, given)
    if next_above(loads, state.load_kg) is None:
        return None
    if loadable is not None and _adds_up(state.load_kg, loads, given):
        return _step(state.load_kg, state.load_kg, unrounded_kg, given)
    return _instead(state.load_kg, given)


def _adds_up(load_kg: float, loads: Loads, given: Given) -> bool:
    """A step that is asked for and smaller than the equipment's takes several sessions."""
    asked = given.setting.step is not None
    return asked and given.setting.step_on(loads, load_kg) < step_kg(loads, load_kg)


def _instead(load_kg: float, given: Given) -> HeavierLoad | None:
    """The smallest step, where the wanted one is too far or ends beyond what can be loaded."""
    step = _smallest_step(load_kg, given)
    if step is None or given.setting.loads is None or given.setting.step is None:
        return step
    rise_kg, asked_kg = step.load_kg - load_kg, given.setting.step_on(given.setting.loads, load_kg)
    too_far = rise_kg < asked_kg and not same_load(rise_kg, asked_kg)
    return replace(step, asked_too_far=too_far)


def _smallest_step(load_kg: float, given: Given) -> HeavierLoad | None:
    above = None if given.setting.loads is None else next_above(given.setting.loads, load_kg)
    if above is None:
        return None
    return _step(load_kg, above.load_kg, above.load_kg, given)


def _step(load_kg: float, next_kg: float, unrounded_kg: float, given: Given) -> HeavierLoad:
    before, after = given.setting.lifted_kg(load_kg), given.setting.lifted_kg(next_kg)
    mastered = next_kg <= given.mastered_kg or same_load(next_kg, given.mastered_kg)
    if before is None or after is None or same_load(load_kg, next_kg):
        needed = 0 if mastered else _unweighed(next_kg - load_kg, given)
        return HeavierLoad(next_kg, unrounded_kg, None, needed, mastered=mastered)
    growth = after / before - 1
    needed = 0 if mastered else repetitions_before(growth, given.told.repetitions_low)
    return HeavierLoad(next_kg, unrounded_kg, growth, needed, mastered=mastered)


def _unweighed(rise_kg: float, given: Given) -> int:
    """A body that is not known is taken for a light one: steps up to 5 kg are not waited for."""
    if given.setting.body_kg is not None:
        return 0
    return repetitions_before(rise_kg / STAND_IN_KG, given.told.repetitions_low)
