"""Sets that move with the heaviest one."""

from dataclasses import replace

from app.engine.progression.demand import Demand, DemandedSet, Load
from app.engine.progression.setting import Setting


def moved_sets(demand: Demand, top: Load, load: Load, setting: Setting) -> tuple[DemandedSet, ...]:
    """With `load` in the place of `top`; lighter sets stay as far below it as they were."""
    return tuple(_moved(one, top, load, setting) for one in demand.sets)


def _moved(one: DemandedSet, top: Load, load: Load, setting: Setting) -> DemandedSet:
    if one.load is None or one.load.load_kg >= top.load_kg:
        return replace(one, load=one.load and load)
    return replace(one, load=setting.load(load.load_kg - top.load_kg + one.load.load_kg))
