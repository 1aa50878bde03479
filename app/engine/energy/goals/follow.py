"""The target that follows a goal."""

from dataclasses import replace

from app.engine.answer import Basis, Part, Reason, ReasonKind
from app.engine.energy.goals.approach import Approach, approach
from app.engine.energy.goals.dated import by_day
from app.engine.energy.goals.goal import Goal
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.scenario import BREAKS_COMFORT, BREAKS_DISPUTED, BREAKS_WATER
from app.engine.energy.target.plan import Aim
from app.engine.energy.target.target import EnergyTarget

BREAK_NOW = ReasonKind(
    "diet_break_now",
    "This is a day off the diet: after every {every_days} days come {for_days} that hold the body.",
    Basis.CONVENTION,
)


def goal_target(goal: Goal, standing: Standing) -> Part[EnergyTarget]:
    """What to eat now for a goal, on a day of the diet."""
    found = approach(goal, standing)
    if not isinstance(found, Approach):
        return found
    part = _target(goal, found, standing)
    return replace(part, because=_said(part, found.because, goal))


def target_today(goal: Goal, standing: Standing, on_diet: Part[EnergyTarget]) -> Part[EnergyTarget]:
    """The target of a day of the diet, or what holds the body on a day off it."""
    if goal.breaks is None or not goal.is_break(standing.on) or on_diet.value is None:
        return on_diet
    aim = Aim(exercise_kcal_per_day=goal.exercise_kcal_per_day)
    part = standing.target(0.0, aim)
    now = BREAK_NOW(every_days=goal.breaks.every_days, for_days=goal.breaks.for_days)
    return replace(part, because=_said(part, (now,), goal))


def _target(goal: Goal, found: Approach, standing: Standing) -> Part[EnergyTarget]:
    if goal.by is not None and not found.is_there:
        return by_day(goal, goal.by, found, standing)
    return standing.target(found.rate_percent_per_week, found.aim)


def _said(part: Part[EnergyTarget], first: tuple[Reason, ...], goal: Goal) -> tuple[Reason, ...]:
    """Why this target; a refusal is said alone, so that what is broken stands first."""
    if part.instead is not None:
        return part.because
    said = (*first, *(one for one in part.because if one not in first))
    if goal.breaks is None or any(one.code == BREAKS_COMFORT.code for one in said):
        return said
    return (*said, BREAKS_COMFORT(), BREAKS_DISPUTED(), BREAKS_WATER())
