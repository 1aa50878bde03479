"""What reaches a goal weight by a day and holds it, or why nothing that is advised does."""

from dataclasses import dataclass, replace

import numpy as np

from app.engine.answer import Estimate
from app.engine.energy.dynamics.bodies import Array, Bodies, bodies
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.goal import first_day, reaching_intake
from app.engine.energy.dynamics.hall import activity_kcal_per_kg, final_state, holding_intake
from app.engine.energy.outlook.draws import as_planned
from app.engine.energy.outlook.fan import HORIZON_DAYS
from app.engine.energy.outlook.lean_loss import lean_loss_share
from app.engine.energy.outlook.limits import Extremes, extremes
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.safe_intake import IntakeLimit
from app.engine.energy.outlook.scenario import Scenario
from app.engine.units import DAYS_PER_WEEK

_MOST_LEVEL = 3.0
"""Candidates of intake end at three times expenditure, far above what is advised."""
_VALUE = 1
"""Where the person as estimated stands, between the ends of the expenditure's interval."""


@dataclass(frozen=True, slots=True)
class GoalIntake:
    """What to eat for a goal, if it is kept to [kcal/d]."""

    goal_kg: float
    days: int
    reach: Estimate
    hold: Estimate
    """Once there, for as long as it is to stay."""
    hold_now: Estimate
    """What would hold the mass of now."""
    change_percent_per_week: float
    """Of body mass, in the mean of the way."""
    extremes: Extremes


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A goal that no advised intake reaches by the day."""

    goal_kg: float
    days: int
    limit: IntakeLimit
    """The intake at which it was tried, and why not beyond."""
    body_mass_then_kg: float
    """On the day of the goal, at that intake; NaN where it would be below BMI 15."""
    earliest_day: int | None
    """At that intake; None where not within two years."""


def reach(
    start: Outset, goal_kg: float, days: int, beside: Scenario, limit: IntakeLimit
) -> GoalIntake | Unreachable:
    """Intakes for a goal, unless they would lie beyond `limit`.

    `beside` is all else that is done; its own intake is not read. Intervals are those of the
    expenditure: its low and high ends are solved like its value.
    """
    people = _people(start, beside)
    conditions = beside.conditions(days)
    bounds = (0.0, _MOST_LEVEL * people.expenditure_kcal_per_day)
    intake = reaching_intake(people, goal_kg, days, bounds, conditions)
    losing = goal_kg < start.body_mass.value
    if not _is_advised(float(intake[_VALUE]), limit.kcal_per_day, losing=losing):
        return _unreachable(start, goal_kg, days, beside, limit)
    intake = np.nan_to_num(intake, nan=0.0)
    model = calibrated(people)
    eaten = replace(conditions, intake_kcal_per_day=intake[:, None])
    state = final_state(model, eaten, days)
    activity = activity_kcal_per_kg(
        model, conditions.activity_change, conditions.activity_kcal_per_day
    )
    plan = replace(beside, intake_kcal_per_day=float(intake[_VALUE]))
    change_percent = 100.0 * (goal_kg / start.body_mass.value - 1.0)
    return GoalIntake(
        goal_kg,
        days,
        _interval(intake),
        _interval(holding_intake(model, state, activity)),
        _interval(model.balance_kcal_per_day),
        change_percent / days * DAYS_PER_WEEK,
        extremes(start, plan, as_planned(start, plan, days), goal_kg),
    )


def _is_advised(intake_kcal: float, limit_kcal: float, *, losing: bool) -> bool:
    """False for an intake that does not exist."""
    return intake_kcal >= limit_kcal if losing else intake_kcal <= limit_kcal


def _people(start: Outset, beside: Scenario) -> Bodies:
    """The person with the low, the middle and the high expenditure of its interval."""
    estimate = start.expenditure
    spent = start.possible([estimate.low, estimate.value, estimate.high])
    return bodies(
        body_mass_kg=start.body_mass.value,
        fat_mass_kg=start.body.fat_mass_kg,
        height_cm=start.height_cm,
        resting_kcal_per_day=start.resting_kcal_per_day,
        expenditure_kcal_per_day=spent,
        eaten_kcal_per_day=start.eaten_at(spent),
        partition_losing=lean_loss_share(beside.resistance_training, beside.protein_g_per_kg),
    )


def _unreachable(
    start: Outset, goal_kg: float, days: int, beside: Scenario, limit: IntakeLimit
) -> Unreachable:
    plan = replace(beside, intake_kcal_per_day=limit.kcal_per_day)
    path = as_planned(start, plan, HORIZON_DAYS)
    losing = goal_kg < start.body_mass.value
    day = float(first_day(path.body_mass_kg, goal_kg, losing=losing)[0])
    earliest = None if np.isinf(day) else int(day)
    return Unreachable(goal_kg, days, limit, float(path.body_mass_kg[0, days]), earliest)


def _interval(values: Array) -> Estimate:
    low, value, high = values.tolist()
    return Estimate(value, low, high)
