"""The effort of a deload: fewer repetitions, then a little less load, until its reserve is left."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil, floor

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.demand import Demand, DemandedSet, Load, load_kg
from app.engine.progression.setting import Setting

LIGHTER_SHARE = 0.10
"""Of all that is lifted: how much less a deload takes, where its reserve asks for it."""
LIGHTER_MOST = 0.15
"""Where the equipment's next load is farther below, the load stays. A convention."""
LEAST_RESERVE = 1.0
NEAR_ENOUGH = 1.0
"""Repetitions by which the reserve may be missed before load is taken off: none tells it finer."""

DELOAD_EASIER = ReasonKind(
    "deload_easier",
    "With that reserve: {target} at {load} instead of {target_before} at {load_before}.",
    Basis.CONVENTION,
    "deload_convention",
)


Possible = Callable[[DemandedSet], float | None]
"""Repetitions that the lifter could do at the load of a set; None where too little is known."""


def leaving(demand: Demand, reserve: float, setting: Setting, possible: Possible) -> Demand:
    """The sets of a deload so that its reserve is left, as far as range and loads let it."""
    sets = tuple(_easier(one, reserve, setting, possible) for one in demand.sets)
    after = replace(demand, sets=sets)
    before, now = demand.top, after.top
    if (now.load, now.repetitions_target) == (before.load, before.repetitions_target):
        return after
    why = DELOAD_EASIER(
        target=now.repetitions_target or 0,
        load=setting.text(load_kg(now)),
        target_before=before.repetitions_target or 0,
        load_before=setting.text(load_kg(before)),
    )
    return replace(after, because=(*after.because, why))


def _easier(one: DemandedSet, reserve: float, setting: Setting, possible: Possible) -> DemandedSet:
    """Fewer repetitions within the range, then a little less load; the reserve that this leaves."""
    target = one.repetitions_target
    if target is None:
        return one
    most = possible(one)
    if one.load is None or most is None:
        return replace(one, repetitions_in_reserve=reserve)
    least = max(min(target, one.repetitions_low or target), ceil(target / 2))
    if most - reserve < least - NEAR_ENOUGH:
        one = replace(one, load=_a_little_lighter(one.load, setting))
        most = possible(one) or most
    target = max(least, min(target, floor(most - reserve)))
    left = max(LEAST_RESERVE, min(reserve, floor(most - target)))
    return replace(one, repetitions_target=target, repetitions_in_reserve=left)


def _a_little_lighter(load: Load, setting: Setting) -> Load:
    """As near to a tenth less as can be loaded; the same where that is no less, or far less."""
    before = setting.lifted_kg(load.load_kg) or 0.0
    lighter = setting.load(load.load_kg - LIGHTER_SHARE * before)
    after = setting.lifted_kg(lighter.load_kg) or 0.0
    return lighter if (1 - LIGHTER_MOST) * before <= after < before else load
