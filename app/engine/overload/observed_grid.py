"""The loads that can be made, as the log shows them: gyms differ from what is usual."""

from dataclasses import replace
from math import ceil

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.loads import Loads, nearest
from app.engine.records import LoadMode
from app.engine.training_log.judged import Log
from app.engine.units import from_kg

SHARE_ON_GRID = 0.8
"""Share of sessions whose load must lie on a grid for it to be the log's; the rest are slips."""

EXACT_KG = 0.01
"""61.2 kg is 135 lb, not a load between 60 and 62.5 kg that small plates make."""


def usable_loads(loads: Loads | None, log: Log) -> Loads | None:
    """The loads to work with; None where nothing is loaded.

    What the athlete told is not corrected by the log; what is only usual is. A log of nothing but
    zeros says that no load is used, and an empty bar is no small step from there. On the body's own
    weight nothing is a load.
    """
    unloaded = log.load_mode is LoadMode.EXTERNAL and log.heaviest_kg == 0.0
    if loads is None or unloaded or log.load_mode is LoadMode.NONE:
        return None
    return _told(loads, log) if isinstance(loads, LoadList) else observed_grid(loads, log)


def _told(loads: LoadList, log: Log) -> LoadList:
    """To hang nothing on the body needs no equipment."""
    if log.load_mode is LoadMode.EXTERNAL:
        return loads
    return load_list(loads.unit, (*loads.loads, 0.0))


def observed_grid(usual: LoadGrid, log: Log) -> LoadGrid:
    """The usual grid, corrected by what was lifted."""
    grid = _with_finer_steps(_without_end(usual, log), log)
    return grid if log.load_mode is LoadMode.EXTERNAL else _with_assistance(grid, log)


def _without_end(grid: LoadGrid, log: Log) -> LoadGrid:
    """A load beyond the usual end says that the grid goes on."""
    beyond = grid.maximum is not None and from_kg(log.heaviest_kg, grid.unit) > grid.maximum
    return replace(grid, maximum=None) if beyond else grid


def _with_finer_steps(grid: LoadGrid, log: Log) -> LoadGrid:
    """Half the usual step where the log needs it: add-on pins, small plates, dumbbells in ones."""
    halved = replace(grid, step=grid.step / 2)
    needed = _share_on(grid, log) < SHARE_ON_GRID <= _share_on(halved, log)
    return halved if needed else grid


def _share_on(grid: LoadGrid, log: Log) -> float:
    return sum(_is_on(grid, one.load_kg) for one in log.judged) / len(log.judged)


def _is_on(grid: LoadGrid, load_kg: float) -> bool:
    made = nearest(grid, load_kg)
    return made is not None and abs(made.load_kg - load_kg) <= EXACT_KG


def _with_assistance(grid: LoadGrid, log: Log) -> LoadGrid:
    """Assistance that was used says that the grid goes further down, in its steps."""
    lowest = from_kg(min(one.load_kg for one in log.judged), grid.unit)
    steps = ceil((grid.minimum - min(0.0, 2 * lowest)) / grid.step)
    return replace(grid, minimum=grid.minimum - max(steps, 0) * grid.step)
