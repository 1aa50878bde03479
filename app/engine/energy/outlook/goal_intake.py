"""The intake that reaches a goal weight by a day, and the one that then holds it."""

import math
from datetime import date, timedelta

from app.engine.answer import Basis, Part, Reason, ReasonKind, ok, passed_on, refused
from app.engine.energy.body.composition import body_mass_index
from app.engine.energy.dynamics.trajectory import LEAST_BMI
from app.engine.energy.outlook.draws import central
from app.engine.energy.outlook.fan import HORIZON_DAYS
from app.engine.energy.outlook.goal_reach import GoalIntake, Unreachable, reach
from app.engine.energy.outlook.limits import Limits, no_limits
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.remarks import moving_kcal
from app.engine.energy.outlook.safe_intake import IntakeLimit, least_intake, most_intake
from app.engine.energy.outlook.scenario import Scenario, scenario_reasons

REACHES = ReasonKind(
    "goal_intake_reaches",
    "{intake_kcal_per_day:.0f} kcal a day lead from {body_mass_kg:.1f} to {goal_kg:.1f} kg in "
    "{days} days ({change_percent_per_week:+.2f} % a week) if kept to; as sure as the expenditure.",
    Basis.EVIDENCE,
    "hall_2011",
)
HOLDS = ReasonKind(
    "goal_intake_holds",
    "{intake_kcal_per_day:.0f} kcal a day then hold it, against {now_kcal_per_day:.0f} that hold "
    "the mass of now.",
    Basis.EVIDENCE,
    "hall_2011",
)
NOT_BY_THEN = ReasonKind(
    "goal_not_by_then",
    "{goal_kg:.1f} kg cannot be reached in {days} days at an intake that is advised: at "
    "{limit_kcal_per_day:.0f} kcal a day it is {body_mass_then_kg:.1f} kg then, and the goal on "
    "day {earliest_day}.",
    Basis.EVIDENCE,
    "hall_2011",
)
NOT_AT_ALL = ReasonKind(
    "goal_not_at_all",
    "{goal_kg:.1f} kg cannot be reached at an intake that is advised: at "
    "{limit_kcal_per_day:.0f} kcal a day it is {body_mass_then_kg:.1f} kg after {days} days, and "
    "the goal is not reached within two years.",
    Basis.EVIDENCE,
    "hall_2011",
)
GOAL_BELOW_MODEL = ReasonKind(
    "goal_below_bmi_15",
    "A goal at a body mass index of {bmi_kg_per_m2:.1f} lies where the model no longer holds.",
    Basis.CONVENTION,
)
BEYOND_HORIZON = ReasonKind(
    "goal_beyond_horizon",
    "{days} days are more than the two years that the model was held against.",
    Basis.CONVENTION,
    "guo_2018",
)
LATER_DAY = "Choose {day} or a later day."
NEARER_GOAL = "Choose a goal nearer to the mass of now."
WITHIN_TWO_YEARS = "Choose a day within two years."
SEE_PHYSICIAN = "Speak with a physician about this goal."


def goal_intake(
    start: Part[Outset],
    goal_kg: float,
    by: date,
    *,
    on: date,
    beside: Scenario | None = None,
    least: IntakeLimit | None = None,
    most: IntakeLimit | None = None,
    limits: Limits = no_limits,
) -> Part[GoalIntake]:
    """The intake from `on` that reaches `goal_kg` on the day `by`, and the one that holds it.

    Refused, with the earliest day that can be had, where the intake would be below `least` or
    above `most`: no number is moved to a limit. `beside` says what else is done; its intake is
    not read, and its breaks are days that hold the body. ValueError where goal, day or breaks
    are none that could be meant.
    """
    days, plan = (by - on).days, beside or Scenario("goal", 0.0)
    if days < 1 or not 0.0 < goal_kg < math.inf:
        raise ValueError("a goal is above 0 kg and on a day to come")
    if plan.breaks is not None and plan.breaks.intake_kcal_per_day is not None:
        raise ValueError("breaks on the way to a goal hold the body; they have no intake")
    if start.value is None:
        return passed_on(start)
    if (beyond := _beyond_model(start.value, goal_kg, days)) is not None:
        return refused((beyond[0],), beyond[1], evidence=start.evidence)
    losing = goal_kg < start.value.body_mass.value
    limit = (least or least_intake(start.value)) if losing else (most or most_intake(start.value))
    found = reach(start.value, goal_kg, days, plan, limit)
    if isinstance(found, Unreachable):
        because = (_why_not(found), limit.because)
        return refused(because, _instead(found, on), evidence=start.evidence)
    if broken := limits(found.extremes):
        reasons = tuple(one.because for one in broken)
        return refused(reasons, broken[0].instead, evidence=start.evidence)
    return ok(
        found,
        (*start.because, *_reasons(start.value, found, plan)),
        missing=start.missing,
        warnings=start.warnings,
        evidence=start.evidence,
    )


def _beyond_model(start: Outset, goal_kg: float, days: int) -> tuple[Reason, str] | None:
    bmi = body_mass_index(goal_kg, start.height_cm)
    if bmi < LEAST_BMI:
        return GOAL_BELOW_MODEL(bmi_kg_per_m2=bmi), SEE_PHYSICIAN
    return (BEYOND_HORIZON(days=days), WITHIN_TWO_YEARS) if days > HORIZON_DAYS else None


def _why_not(found: Unreachable) -> Reason:
    named = {
        "goal_kg": found.goal_kg,
        "days": found.days,
        "limit_kcal_per_day": found.limit.kcal_per_day,
        "body_mass_then_kg": found.body_mass_then_kg,
    }
    if found.earliest_day is None:
        return NOT_AT_ALL(**named)
    return NOT_BY_THEN(**named, earliest_day=found.earliest_day)


def _instead(found: Unreachable, on: date) -> str:
    if found.earliest_day is None:
        return NEARER_GOAL
    return LATER_DAY.format(day=(on + timedelta(days=found.earliest_day)).isoformat())


def _reasons(start: Outset, found: GoalIntake, plan: Scenario) -> tuple[Reason, ...]:
    reaches = REACHES(
        intake_kcal_per_day=found.reach.value,
        body_mass_kg=start.body_mass.value,
        goal_kg=found.goal_kg,
        days=found.days,
        change_percent_per_week=found.change_percent_per_week,
    )
    holds = HOLDS(intake_kcal_per_day=found.hold.value, now_kcal_per_day=found.hold_now.value)
    moving = moving_kcal(start, central(start, plan))
    return reaches, holds, *scenario_reasons(plan, moving)
