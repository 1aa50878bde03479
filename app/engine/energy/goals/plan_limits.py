"""The limits of a target held to a plan for months: what a forecast or a what-if may not show."""

from app.engine.answer import Estimate, Reason
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.limits import Extremes, Limits
from app.engine.energy.target.cautions import cautions
from app.engine.energy.target.plan import Aim, Plan
from app.engine.energy.target.refusals import (
    FASTEST_GAIN_PERCENT_PER_WEEK,
    FASTEST_LOSS_PERCENT_PER_WEEK,
    Refusal,
    refusals,
)

STEADY_PERCENT_PER_WEEK = 0.02
"""Tissue that comes or goes more slowly is no loss and no gain; a choice of ours."""
MEASURED_BY_MODEL = 0.05
"""By how much the model's fastest week may pass a limit that is set by a rate at the start."""


def plan_limits(standing: Standing, goal_kg: float | None = None) -> Limits:
    """Every limit of a target, for a plan as its extremes tell it."""

    def broken(extremes: Extremes) -> tuple[Refusal, ...]:
        return refusals(_at_its_hardest(standing, extremes, goal_kg))

    return broken


def plan_cautions(
    standing: Standing, extremes: Extremes, goal_kg: float | None
) -> tuple[Reason, ...]:
    """Every warning that a target like the plan at its hardest deserves."""
    return cautions(_at_its_hardest(standing, extremes, goal_kg))


def _at_its_hardest(standing: Standing, extremes: Extremes, goal_kg: float | None) -> Plan:
    least = extremes.lowest_intake_kcal_per_day
    aim = Aim(
        body_mass_kg=goal_kg,
        intake=Estimate(least, least, least),
        exercise_kcal_per_day=extremes.more_activity_kcal_per_day,
    )
    return standing.plan(_rate(extremes), aim)


def _rate(extremes: Extremes) -> float:
    """The fastest loss of a plan that loses, else its fastest gain [% a week]."""
    loss = extremes.fastest_loss_percent_per_week
    gain = extremes.fastest_gain_percent_per_week
    if loss > STEADY_PERCENT_PER_WEEK:
        return -_within(loss, -FASTEST_LOSS_PERCENT_PER_WEEK)
    if gain > STEADY_PERCENT_PER_WEEK:
        return _within(gain, FASTEST_GAIN_PERCENT_PER_WEEK)
    return 0.0


def _within(percent: float, limit: float) -> float:
    """What the model passes a limit by is not told from it, so the same plan is not refused here
    and given there."""
    return min(percent, limit) if percent <= limit + MEASURED_BY_MODEL else percent
