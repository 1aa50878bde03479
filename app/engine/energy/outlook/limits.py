"""What a plan comes to at its extremes, for those who say what is refused."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.engine.energy.body.composition import body_mass_index
from app.engine.energy.dynamics.trajectory import Trajectory
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.target.refusals import Refusal
from app.engine.units import DAYS_PER_WEEK

_WEEK = int(DAYS_PER_WEEK)


@dataclass(frozen=True, slots=True)
class Extremes:
    """A plan kept to the letter, where it is hardest."""

    lowest_intake_kcal_per_day: float
    """Of the days planned, those of a break aside where they hold the body."""
    lowest_bmi_kg_per_m2: float
    fastest_loss_percent_per_week: float
    """Of fat and lean tissue, without water and glycogen; 0 where none is lost."""
    fastest_gain_percent_per_week: float
    fat_free_mass_kg: float
    """Now."""
    goal_bmi_kg_per_m2: float | None
    more_activity_kcal_per_day: float = 0.0
    """Than now, net of rest; what energy availability has to pay for."""


Limits = Callable[[Extremes], tuple[Refusal, ...]]
"""Every limit that a plan breaks, the one to be named first at the front."""


def no_limits(_extremes: Extremes) -> tuple[Refusal, ...]:
    """For trying things out: nothing is refused but what the model cannot do."""
    return ()


def extremes(
    start: Outset, scenario: Scenario, path: Trajectory, goal_kg: float | None
) -> Extremes:
    """The extremes of a plan from its path kept to the letter."""
    tissue = path.fat_mass_kg[0] + path.lean_tissue_kg[0]
    tissue = tissue[np.isfinite(tissue)]
    apart = min(_WEEK, len(tissue) - 1)
    change = (tissue[apart:] - tissue[: len(tissue) - apart]) * _WEEK / max(apart, 1)
    percent = 100.0 * change / path.body_mass_kg[0, : len(change)]
    return Extremes(
        scenario.lowest_intake(path.body_mass_kg.shape[1] - 1),
        body_mass_index(float(np.nanmin(path.body_mass_kg[0])), start.height_cm),
        max(-float(percent.min()), 0.0),
        max(float(percent.max()), 0.0),
        start.body.fat_free_mass_kg,
        None if goal_kg is None else body_mass_index(goal_kg, start.height_cm),
        max(scenario.activity_kcal_per_day, 0.0),
    )
