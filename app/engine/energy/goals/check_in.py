"""Once a week: whether the intake is to change, by how much, and why."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from app.engine.answer import (
    Basis,
    Estimate,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy.expenditure.log import IntakeLog
from app.engine.energy.goals.course import Course
from app.engine.energy.goals.standing import Standing
from app.engine.energy.target.plan import Aim
from app.engine.energy.target.refusals import refusals
from app.engine.energy.target.target import EnergyTarget

EVERY_DAYS = 7
SMOOTHED_SHARE = 0.5
"""Of the difference between what was planned and what is asked for now, taken in one week."""
LARGEST_STEP_KCAL = 150.0
WORTH_CHANGING_KCAL = 50.0
"""Smaller differences are below what anybody can measure on a plate. These are choices of ours."""
OFF_PLAN_KCAL = 100.0
FEWEST_DAYS = 4
"""Logged days of the week that its mean needs."""

KEEP = ReasonKind(
    "check_in_keep",
    "The log asks for {now_kcal:.0f} kcal a day, {planned_kcal:.0f} were planned: less than "
    f"{WORTH_CHANGING_KCAL:g} apart, so the plan stays.",
    Basis.CONVENTION,
)
CHANGE = ReasonKind(
    "check_in_change",
    "The log asks for {now_kcal:.0f} kcal a day, {planned_kcal:.0f} were planned. Half of the "
    f"difference is taken in a week, {LARGEST_STEP_KCAL:g} at most, so that water and a bad week "
    "move little: {change_kcal:+.0f}.",
    Basis.CONVENTION,
)
WHOLE_CHANGE = ReasonKind(
    "check_in_limit",
    "The plan until now would break a limit, so the change to {now_kcal:.0f} kcal is not smoothed.",
    Basis.CONVENTION,
)
EXPENDITURE_MOVED = ReasonKind(
    "check_in_expenditure",
    "Expenditure was taken as {before_kcal:.0f} kcal a day a week ago and is {now_kcal:.0f} now "
    "({change_kcal:+z.0f}).",
    Basis.EVIDENCE,
)
RATE_SEEN = ReasonKind(
    "check_in_rate",
    "Wanted were {wanted_percent_per_week:+z.2f} % a week, the last two weeks show "
    "{seen_percent_per_week:+z.2f} ({low_percent_per_week:+z.2f} to "
    "{high_percent_per_week:+z.2f}).",
    Basis.EVIDENCE,
)
OFF_PLAN = ReasonKind(
    "check_in_off_plan",
    "{eaten_kcal:.0f} kcal a day were logged on {days} days, {planned_kcal:.0f} were planned. "
    "What is off the plan needs no new plan: the expenditure above already reckons with what was "
    "eaten.",
    Basis.EVIDENCE,
)
ON_BREAK = ReasonKind(
    "check_in_on_break",
    "These are days off the diet: eat today's target, {today_kcal:.0f} kcal, which holds the body. "
    "What is proposed here is for the diet that goes on after them.",
    Basis.CONVENTION,
)
FIRST_WEEK = Missing("check_in_week", "Check in once the goal has been followed for a week.")


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A proposal for the week to come [kcal/d]."""

    planned_kcal_per_day: float
    asked_kcal_per_day: float
    """What the log asks for now, not smoothed."""
    proposed_kcal_per_day: float
    change_kcal_per_day: float
    """Proposed less planned."""
    eaten_kcal_per_day: float | None
    """Mean of the usable days of the last week; None where fewer than four are logged."""
    next_on: date


def check_in(
    now: tuple[Standing, Part[EnergyTarget]],
    before: tuple[Standing, Part[EnergyTarget]],
    intake: IntakeLog,
    *,
    seen: Part[Course],
    aim: Aim,
    planned_kcal_per_day: float | None = None,
) -> Part[CheckIn]:
    """What to eat in the coming week. `before` is where the athlete stood a week ago.

    `planned_kcal_per_day` is what was planned for the week that ends; None is what the same goal
    asked for a week ago. So nothing but the log has to be remembered, and the same log always
    gives the same proposal. Refused with the target; insufficient where either week has none.
    """
    (standing, part), (earlier, old) = now, before
    if part.instead is not None:
        return refused(part.because, part.instead)
    if part.value is None:
        return insufficient(part.missing)
    planned = planned_kcal_per_day
    if planned is None:
        if old.value is None:
            return insufficient(old.missing or (FIRST_WEEK,))
        planned = old.value.intake.value
    asked = part.value.intake.value
    proposed, reason = _proposal(planned, asked, standing, part.value, aim)
    eaten = _eaten(intake, standing.on)
    value = CheckIn(
        planned,
        asked,
        proposed,
        proposed - planned,
        None if eaten is None else eaten[0],
        standing.on + timedelta(days=EVERY_DAYS),
    )
    because = (
        reason,
        *_expenditure(standing, earlier),
        *_rate(part.value, seen),
        *_off_plan(eaten, planned),
    )
    return ok(value, because)


def _proposal(
    planned: float, asked: float, standing: Standing, target: EnergyTarget, aim: Aim
) -> tuple[float, Reason]:
    if abs(asked - planned) < WORTH_CHANGING_KCAL:
        proposed, reason = planned, KEEP(now_kcal=asked, planned_kcal=planned)
    else:
        step = SMOOTHED_SHARE * (asked - planned)
        step = min(max(step, -LARGEST_STEP_KCAL), LARGEST_STEP_KCAL)
        proposed = planned + step
        reason = CHANGE(now_kcal=asked, planned_kcal=planned, change_kcal=step)
    if _is_allowed(proposed, standing, target.rate_percent_per_week, aim):
        return proposed, reason
    return asked, WHOLE_CHANGE(now_kcal=asked)


def _is_allowed(intake_kcal: float, standing: Standing, rate: float, aim: Aim) -> bool:
    """Whether an intake keeps every limit that the target keeps."""
    point = Aim(
        body_mass_kg=aim.body_mass_kg,
        intake=Estimate(intake_kcal, intake_kcal, intake_kcal),
        exercise_kcal_per_day=aim.exercise_kcal_per_day,
    )
    return not refusals(standing.plan(rate, point))


def _eaten(intake: IntakeLog, on: date) -> tuple[float, int] | None:
    days = intake.last(EVERY_DAYS, on).energy_kcal.values()
    return (fmean(days), len(days)) if len(days) >= FEWEST_DAYS else None


def _expenditure(now: Standing, before: Standing) -> tuple[Reason, ...]:
    spent, earlier = now.answer.expenditure.value, before.answer.expenditure.value
    if spent is None or earlier is None:
        return ()
    values = spent.estimate.value, earlier.estimate.value
    moved = EXPENDITURE_MOVED(
        now_kcal=values[0], before_kcal=values[1], change_kcal=values[0] - values[1]
    )
    return (moved,)


def _rate(target: EnergyTarget, seen: Part[Course]) -> tuple[Reason, ...]:
    if seen.value is None:
        return ()
    rate = seen.value.rate_percent_per_week
    reason = RATE_SEEN(
        wanted_percent_per_week=target.rate_percent_per_week,
        seen_percent_per_week=rate.value,
        low_percent_per_week=rate.low,
        high_percent_per_week=rate.high,
    )
    return (reason,)


def _off_plan(eaten: tuple[float, int] | None, planned: float) -> tuple[Reason, ...]:
    if eaten is None or abs(eaten[0] - planned) < OFF_PLAN_KCAL:
        return ()
    return (OFF_PLAN(eaten_kcal=eaten[0], days=eaten[1], planned_kcal=planned),)
