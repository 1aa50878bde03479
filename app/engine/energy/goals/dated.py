"""A mass by a day: the intake that the model finds, unless none that is advised gets there."""

from dataclasses import replace
from datetime import date

from app.engine.answer import Basis, Part, ReasonKind, insufficient, refused
from app.engine.energy.goal_intake import goal_intake
from app.engine.energy.goals.approach import Approach
from app.engine.energy.goals.goal import Goal
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.plan import DAYS_PER_WEEK
from app.engine.energy.refusals import refusals
from app.engine.energy.target import EnergyTarget

DATE_PASSED = ReasonKind(
    "goal_date_passed", "The day of the goal, {by}, is not in the future.", Basis.CONVENTION
)
LATER = "Set a later day, or none and a rate."
SLOWEST = 0.01
"""Percent a week; enough to tell a loss from a gain."""


def by_day(goal: Goal, by: date, found: Approach, standing: Standing) -> Part[EnergyTarget]:
    """The target of a mass that is wanted by a day.

    What forbids any loss comes first; then whether an advised intake gets there; then the intake
    is held to every limit like any other.
    """
    goal_kg, mass_kg = found.aim.body_mass_kg, standing.body_mass_kg
    days = (by - standing.on).days
    if days < 1:
        return refused((DATE_PASSED(by=by.isoformat()),), LATER)
    if goal_kg is None or mass_kg is None:
        return standing.target(found.rate_percent_per_week, found.aim)
    rate = 100.0 * (goal_kg / mass_kg - 1.0) / days * DAYS_PER_WEEK
    slow = max(rate, -SLOWEST) if rate < 0.0 else min(rate, SLOWEST)
    if broken := refusals(replace(standing.plan(slow, found.aim), energy=None)):
        return refused(tuple(one.because for one in broken), broken[0].instead)
    beside = Scenario("goal", 0.0, breaks=goal.breaks)
    reached = goal_intake(standing.start, goal_kg, by, on=standing.on, beside=beside)
    if reached.value is None:
        return _unreached(reached, rate, found, standing)
    aim = replace(found.aim, intake=reached.value.reach)
    part = standing.target(reached.value.change_percent_per_week, aim)
    if part.value is None:
        return part
    because = (*reached.because, *part.because)
    warnings = (*reached.warnings, *part.warnings)
    return replace(part, because=because, warnings=warnings, missing=reached.missing)


def _unreached(
    reached: Part[object], rate: float, found: Approach, standing: Standing
) -> Part[EnergyTarget]:
    """Where the model cannot start, the mean rate of the way is held to the limits."""
    if reached.instead is not None:
        return refused(reached.because, reached.instead, evidence=reached.evidence)
    plain = standing.target(rate, found.aim)
    return plain if plain.value is None else insufficient(reached.missing, warnings=plain.warnings)
