"""Body mass and fat on the way to a goal, and the day of it as a range."""

from dataclasses import dataclass, replace

from app.engine.answer import Basis, Part, Reason, ReasonKind, insufficient, ok, passed_on, refused
from app.engine.energy.goals.approach import Approach, approach
from app.engine.energy.goals.follow import goal_target
from app.engine.energy.goals.goal import Goal
from app.engine.energy.goals.plan_limits import plan_cautions, plan_limits
from app.engine.energy.goals.schedule import Pace, Schedule, weekly_schedule
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.fan import HORIZON_DAYS
from app.engine.energy.outlook.forecast import Forecast, forecast
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.target.target import EnergyTarget

WEEKLY = ReasonKind(
    "forecast_weekly_target",
    "The intake follows the target of each week, from {first_kcal:.0f} to {last_kcal:.0f} kcal a "
    "day: it changes as expenditure and mass do.",
    Basis.EVIDENCE,
    "hall_2011",
)
FLOOR = ReasonKind(
    "forecast_floor",
    "From day {day} on the rate would ask for less than is advised; the loss is slower from there.",
    Basis.CONVENTION,
)
NOT_REACHED = ReasonKind(
    "goal_not_reached_safely",
    "{goal_kg:.1f} kg is not reached within {days} days at an intake that is advised: on the last "
    "of them it is {body_mass_kg:.1f} kg.",
    Basis.EVIDENCE,
    "hall_2011",
)
THEN_HELD = ReasonKind(
    "forecast_then_held",
    "Kept to the letter the goal is reached on day {day}; from there on it is held.",
    Basis.EVIDENCE,
    "hall_2011",
)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a plan is, and how it is looked at."""

    days: int
    seed: int
    every_days: int
    beside: Scenario
    """All else that is done; its intake is not read."""


@dataclass(frozen=True, slots=True)
class GoalForecast:
    fan: Forecast
    intake_kcal_per_day: tuple[float, ...]
    """Planned, on the days shown."""


def goal_forecast(goal: Goal, standing: Standing, look: Outlook) -> Part[GoalForecast]:
    """The fan of the plan that follows a goal, its intake asked for anew each week.

    Where the goal gets no target, neither is there a fan, for the same reasons.
    """
    target, found, start = goal_target(goal, standing), approach(goal, standing), standing.start
    if target.value is None or not isinstance(found, Approach):
        return _without_value(target)
    if start.value is None:
        return passed_on(start)
    trains = look.beside.resistance_training or goal.assumes_training
    breaks = goal.breaks or look.beside.breaks
    beside = replace(look.beside, name=goal.kind.value, breaks=breaks, resistance_training=trains)
    days = min(look.days, HORIZON_DAYS)
    goal_kg = None if found.is_there else found.aim.body_mass_kg
    pace = _pace(goal, found, target.value, standing)
    plan = weekly_schedule(start.value, pace, days, beside)
    scenario = replace(beside, intake_kcal_per_day=plan.on_the_way)
    fan = forecast(
        start,
        scenario,
        on=standing.on,
        days=look.days,
        seed=look.seed,
        goal_kg=goal_kg,
        every_days=look.every_days,
        hold_goal=True,
    )
    if fan.value is None:
        return _without_value(fan)
    on_the_way = tuple(one for one in _because(plan, found) if one not in fan.because)
    because = (*fan.because, *on_the_way)
    warnings = (*fan.warnings, *_warnings(plan, fan.value, goal_kg))
    eaten = plan.intake_kcal_per_day
    shown = tuple(eaten[min(day, len(eaten) - 1)] for day in fan.value.days)
    value = GoalForecast(fan.value, shown)
    return replace(_with(fan, value), because=because, warnings=warnings)


def plan_forecast(
    scenario: Scenario, standing: Standing, look: Outlook, goal_kg: float | None
) -> Part[GoalForecast]:
    """The fan of a plan that the caller makes, held to every limit of a target."""
    fan = forecast(
        standing.start,
        scenario,
        on=standing.on,
        days=look.days,
        seed=look.seed,
        goal_kg=goal_kg,
        every_days=look.every_days,
        limits=plan_limits(standing, goal_kg),
    )
    if fan.value is None:
        return _without_value(fan)
    eaten = scenario.intake_by_day(max(fan.value.days[-1], 1)).tolist()
    shown = tuple(eaten[min(day, len(eaten) - 1)] for day in fan.value.days)
    found = _with(fan, GoalForecast(fan.value, shown))
    warnings = plan_cautions(standing, fan.value.extremes, goal_kg)
    return replace(found, warnings=(*found.warnings, *warnings))


def _pace(goal: Goal, found: Approach, target: EnergyTarget, standing: Standing) -> Pace:
    rate, kcal_per_kg = found.rate_percent_per_week, standing.answer.kcal_per_kg
    goal_kg = None if found.is_there else found.aim.body_mass_kg
    if goal.by is None or found.is_there:
        return Pace(rate, goal_kg, kcal_per_kg=kcal_per_kg)
    return Pace(rate, goal_kg, target.intake.value, (goal.by - standing.on).days)


def _because(plan: Schedule, found: Approach) -> tuple[Reason, ...]:
    eaten = plan.intake_kcal_per_day
    weekly = WEEKLY(first_kcal=eaten[0], last_kcal=eaten[-1])
    then = () if plan.goal_day is None else (THEN_HELD(day=plan.goal_day),)
    return (*found.because, weekly, *then)


def _warnings(plan: Schedule, fan: Forecast, goal_kg: float | None) -> tuple[Reason, ...]:
    warnings: tuple[Reason, ...] = ()
    if plan.floor_day is not None:
        warnings += (FLOOR(day=plan.floor_day), plan.floor.because)
    last_kg = fan.as_planned.body_mass_kg[-1]
    if goal_kg is not None and plan.goal_day is None and fan.goal is not None:
        never = NOT_REACHED(goal_kg=goal_kg, days=fan.days[-1], body_mass_kg=last_kg)
        return (*warnings, never)
    return warnings


def _without_value(part: Part[object]) -> Part[GoalForecast]:
    if part.instead is not None:
        return refused(part.because, part.instead, evidence=part.evidence)
    return insufficient(part.missing, warnings=part.warnings, evidence=part.evidence)


def _with(fan: Part[Forecast], value: GoalForecast) -> Part[GoalForecast]:
    return ok(value, fan.because, missing=fan.missing, warnings=fan.warnings, evidence=fan.evidence)
