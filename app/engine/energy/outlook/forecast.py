"""Body weight over the coming months as a fan, and the day of a goal as a range."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from app.engine.answer import Estimate, Part, Reason, ok, passed_on, refused
from app.engine.energy.outlook.draws import drawn
from app.engine.energy.outlook.fan import (
    HORIZON_DAYS,
    Band,
    GoalDate,
    band,
    estimate,
    goal_date,
    shown_days,
)
from app.engine.energy.outlook.girth import (
    girth_reasons,
    visceral_change_percent,
    waist_change_cm,
)
from app.engine.energy.outlook.held import held_at_goal
from app.engine.energy.outlook.limits import Extremes, Limits, no_limits
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.remarks import GOAL_RANGE, ends, logging_reasons, underweight
from app.engine.energy.outlook.run import Barred, Run, run
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.outlook.visible import Seen, visible

DRAWS = 400
EVERY_DAYS = 7


@dataclass(frozen=True, slots=True)
class AsPlanned:
    """The plan kept to the letter by the person as estimated, on the days shown."""

    body_mass_kg: tuple[float, ...]
    fat_mass_kg: tuple[float, ...]
    expenditure_kcal_per_day: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A fan over the days shown, day 0 being `starts_on`."""

    scenario: str
    starts_on: date
    days: tuple[int, ...]
    body_mass_kg: Band
    """What a scale would show in the morning, the water of the day included."""
    fat_mass_kg: Band
    lean_mass_kg: Band
    """All that is not fat, without the water of the day."""
    body_fat_percent: Band
    as_planned: AsPlanned
    goal: GoalDate | None
    expenditure_then: Estimate
    """On the last day [kcal/d]."""
    waist_change_cm: Estimate
    visceral_change_percent: Estimate
    visible: tuple[Seen, ...]
    """What will be seen, the least first; empty where no fat is lost."""
    extremes: Extremes


def forecast(
    start: Part[Outset],
    scenario: Scenario,
    *,
    on: date,
    days: int,
    seed: int,
    goal_kg: float | None = None,
    every_days: int = EVERY_DAYS,
    limits: Limits = no_limits,
    hold_goal: bool = False,
) -> Part[Forecast]:
    """Body mass and composition from day 0 (`on`) to `days`, and the day of a goal.

    The same seed gives the same fan. It never goes beyond two years nor beyond a body mass index
    of 15, and says so. `limits` refuse a plan by its extremes. `hold_goal` lets each draw stay
    where it reached the goal. ValueError where days, a goal or a scenario are no numbers that
    could be meant.
    """
    if days < 1 or every_days < 1 or not (goal_kg is None or 0.0 < goal_kg < np.inf):
        raise ValueError("days and goal have to be above 0")
    if start.value is None:
        return passed_on(start)
    horizon = min(days, HORIZON_DAYS)
    lives = drawn(start.value, horizon, count=DRAWS, seed=seed)
    made = run(start.value, scenario, lives, horizon, goal_kg, limits)
    if isinstance(made, Barred):
        return refused(made.because, made.instead, evidence=start.evidence)
    if hold_goal and goal_kg is not None:
        made = held_at_goal(made, goal_kg)
    value = _forecast(made, start.value, on, goal_kg, shown_days(made.last_day, every_days))
    return ok(
        value,
        (*start.because, *made.because, *logging_reasons(start.value), *_reasons(made, value)),
        missing=start.missing,
        warnings=(
            *start.warnings,
            *underweight(start.value, made.planned, made.last_day),
            *ends(days, horizon, made.last_day),
        ),
        evidence=start.evidence,
    )


def _forecast(
    made: Run, start: Outset, on: date, goal_kg: float | None, shown: npt.NDArray[np.intp]
) -> Forecast:
    path, planned, last = made.path, made.planned, made.last_day
    return Forecast(
        scenario=made.scenario.name,
        starts_on=on,
        days=tuple(shown.tolist()),
        body_mass_kg=band(made.weighed_kg, shown),
        fat_mass_kg=band(path.fat_mass_kg, shown),
        lean_mass_kg=band(path.lean_mass_kg, shown),
        body_fat_percent=band(path.body_fat_percent, shown),
        as_planned=AsPlanned(
            tuple(planned.body_mass_kg[0, shown].tolist()),
            tuple(planned.fat_mass_kg[0, shown].tolist()),
            tuple(planned.expenditure_kcal_per_day[0, shown].tolist()),
        ),
        goal=None if goal_kg is None else goal_date(path, goal_kg, on, last),
        expenditure_then=estimate(path.expenditure_kcal_per_day[:, last]),
        waist_change_cm=waist_change_cm(fat_change(made)),
        visceral_change_percent=visceral_change_percent(fat_ratio(made)),
        visible=visible(path, start, on, last),
        extremes=made.extremes,
    )


def fat_change(made: Run) -> Estimate:
    """Fat mass on the last day less that of day 0 [kg]."""
    fat = made.path.fat_mass_kg
    return estimate(fat[:, made.last_day] - fat[:, 0])


def fat_ratio(made: Run) -> Estimate:
    """Fat mass on the last day over that of day 0."""
    fat = made.path.fat_mass_kg
    return estimate(fat[:, made.last_day] / fat[:, 0])


def _reasons(made: Run, value: Forecast) -> tuple[Reason, ...]:
    girth = girth_reasons(fat_change(made), fat_ratio(made))
    if value.goal is None:
        return girth
    reached = 100.0 * (1.0 - value.goal.share_never)
    days = value.goal.within_days
    goal = GOAL_RANGE(goal_kg=value.goal.body_mass_kg, within_days=days, reached_percent=reached)
    return goal, *girth
