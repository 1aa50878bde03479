"""A goal that is held once it is there: each life stays where it reached it."""

from dataclasses import fields, replace

import numpy as np
import numpy.typing as npt

from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.goal import first_day
from app.engine.energy.dynamics.trajectory import Trajectory
from app.engine.energy.outlook.run import Run


def held_at_goal(made: Run, goal_kg: float) -> Run:
    """The run with every path standing still from the first day at the goal on.

    A plan is asked for anew each week, so who is there later goes on until then, and who is there
    stops; the water of the day comes and goes as before.
    """
    losing = float(made.planned.body_mass_kg[0, 0]) > goal_kg
    path = _held(made.path, goal_kg, losing=losing)
    water = made.weighed_kg - made.path.body_mass_kg
    planned = _held(made.planned, goal_kg, losing=losing)
    return replace(made, path=path, weighed_kg=path.body_mass_kg + water, planned=planned)


def _held(path: Trajectory, goal_kg: float, *, losing: bool) -> Trajectory:
    there = first_day(path.body_mass_kg, goal_kg, losing=losing)
    days = np.arange(path.body_mass_kg.shape[1])
    column = np.minimum(days, np.where(np.isinf(there), days[-1], there)[:, None]).astype(np.intp)
    arrays = {one.name: getattr(path, one.name) for one in fields(path)}
    return replace(
        path, **{name: _taken(array, column) for name, array in arrays.items() if array.ndim == 2}
    )


def _taken(array: Array, column: npt.NDArray[np.intp]) -> Array:
    return np.asarray(np.take_along_axis(array, column[:, : array.shape[1]], axis=1))
