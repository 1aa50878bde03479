"""The intake that brings a body to a mass by a day, and the day that an intake brings it there."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from app.engine.energy.dynamics.bodies import Array, Bodies
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.constants import NIH_PLANNER, Constants
from app.engine.energy.dynamics.hall import final_state
from app.engine.energy.dynamics.trajectory import masses

_CANDIDATES = 17
_ROUNDS = 2
"""Each round looks between two neighbours of the one before: 4,000 kcal, 250, 16, then a line."""
_THERE_KG = 0.001
"""A gram short of a goal is at the goal: no scale tells them apart."""


def reaching_intake(
    people: Bodies,
    goal_kg: npt.ArrayLike,
    days: int,
    between: tuple[npt.ArrayLike, npt.ArrayLike],
    conditions: Conditions,
    constants: Constants = NIH_PLANNER,
) -> Array:
    """Constant intake that brings each person to a mass on day `days` [kcal/d]; to 0.1 kcal.

    `conditions` say all but the intake. NaN where no intake within `between` does: mass rises
    with intake, so the goal is then below what the least gives or above what the most does.
    """
    goal = np.broadcast_to(np.asarray(goal_kg, dtype=np.float64), people.people)
    least, most = (
        np.broadcast_to(np.asarray(end, dtype=np.float64), goal.shape) for end in between
    )
    reached = np.ones(goal.shape, dtype=bool)
    for _ in range(_ROUNDS):
        share = np.linspace(0.0, 1.0, _CANDIDATES)
        intake = least[:, None] + (most - least)[:, None] * share
        mass = _masses_after(people, intake, days, conditions, constants)
        reached &= (mass[:, 0] <= goal) & (goal <= mass[:, -1])
        below = np.clip((mass < goal[:, None]).sum(axis=1) - 1, 0, _CANDIDATES - 2)
        row = np.arange(len(goal))
        least, most = intake[row, below], intake[row, below + 1]
        under, over = mass[row, below], mass[row, below + 1]
    between_them = least + (most - least) * (goal - under) / (over - under)
    return np.where(reached, between_them, np.nan)


def _masses_after(
    people: Bodies, intake: Array, days: int, conditions: Conditions, constants: Constants
) -> Array:
    """Body mass on the last day, people by candidates [kg]."""
    model = calibrated(people.repeated(intake.shape[1]), constants)
    eaten = replace(conditions, intake_kcal_per_day=intake.reshape(-1, 1))
    return masses(final_state(model, eaten, days), model).reshape(intake.shape)


def first_day(body_mass_kg: Array, goal_kg: npt.ArrayLike, *, losing: npt.ArrayLike) -> Array:
    """Of each row of masses by day, the first day at the goal or beyond; infinite where never.

    Beyond is below where `losing`, else above.
    """
    goal = np.asarray(goal_kg, dtype=np.float64)[..., None]
    losing = np.asarray(losing, dtype=bool)[..., None]
    there = np.where(losing, body_mass_kg <= goal + _THERE_KG, body_mass_kg >= goal - _THERE_KG)
    return np.where(there.any(axis=1), there.argmax(axis=1), np.inf)
