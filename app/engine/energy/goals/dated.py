"""A mass by a day: the intake that the model finds, unless none that is advised gets there."""

from dataclasses import replace
from datetime import date

from app.engine.answer import Basis, Part, ReasonKind, insufficient, passed_on, refused
from app.engine.energy.goals.approach import Approach
from app.engine.energy.goals.goal import Goal
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.goal_intake import goal_intake
from app.engine.energy.outlook.goal_reach import GoalIntake
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.target.cautions import cautions
from app.engine.energy.target.plan import Aim
from app.engine.energy.target.refusals import refusals
from app.engine.energy.target.target import EnergyTarget
from app.engine.units import DAYS_PER_WEEK

DATE_PASSED = ReasonKind(
    "goal_date_passed", "The day of the goal, {by}, is not in the future.", Basis.CONVENTION
)
LATER = "Set a later day, or none and a rate."
SLOWEST_PERCENT_PER_WEEK = 0.01
"""Enough to tell a loss from a gain."""


def way_by_day(goal_kg: float, by: date, standing: Standing, beside: Scenario) -> Part[GoalIntake]:
    """The intake that reaches a mass by a day, within every limit of a target.

    What forbids any change in that direction comes first; then whether an advised intake gets
    there; then the intake is held to the limits like any other. Without a body mass it is taken
    for a loss: unknown is not safe.
    """
    days, mass_kg = (by - standing.on).days, standing.body_mass_kg
    if days < 1:
        return refused((DATE_PASSED(by=by.isoformat()),), LATER)
    gains = mass_kg is not None and goal_kg > mass_kg
    slow = SLOWEST_PERCENT_PER_WEEK if gains else -SLOWEST_PERCENT_PER_WEEK
    anyone = replace(standing.plan(slow, Aim(body_mass_kg=goal_kg)), energy=None)
    if broken := refusals(anyone):
        return refused(tuple(one.because for one in broken), broken[0].instead)
    start = standing.start
    if start.value is None:
        return passed_on(start)
    found = goal_intake(start, goal_kg, by, on=standing.on, beside=beside)
    if found.value is None:
        return found
    aim = Aim(
        body_mass_kg=goal_kg,
        intake=found.value.reach,
        exercise_kcal_per_day=max(beside.activity_kcal_per_day, 0.0),
    )
    plan = standing.plan(found.value.change_percent_per_week, aim)
    if broken := refusals(plan):
        return refused(tuple(one.because for one in broken), broken[0].instead)
    return replace(found, warnings=(*found.warnings, *cautions(plan)))


def by_day(goal: Goal, by: date, found: Approach, standing: Standing) -> Part[EnergyTarget]:
    """The target of a mass that is wanted by a day."""
    goal_kg, mass_kg = found.aim.body_mass_kg, standing.body_mass_kg
    if goal_kg is None or mass_kg is None:
        return standing.target(found.rate_percent_per_week, found.aim)
    beside = Scenario("goal", 0.0, breaks=goal.breaks, resistance_training=goal.assumes_training)
    way = way_by_day(goal_kg, by, standing, beside)
    if way.instead is not None:
        return refused(way.because, way.instead, evidence=way.evidence)
    if way.value is None:
        return _without_model(way, goal_kg / mass_kg, (by - standing.on).days, found, standing)
    aim = replace(found.aim, intake=way.value.reach)
    part = standing.target(way.value.change_percent_per_week, aim)
    if part.value is None:
        return part
    return replace(
        part,
        because=(*way.because, *part.because),
        warnings=(*standing.start.warnings, *part.warnings),
        missing=way.missing,
    )


def _without_model(
    way: Part[GoalIntake], share: float, days: int, found: Approach, standing: Standing
) -> Part[EnergyTarget]:
    """Where the model cannot start, the mean rate of the way is held to the limits."""
    rate = 100.0 * (share - 1.0) / days * DAYS_PER_WEEK
    plain = standing.target(rate, found.aim)
    return plain if plain.value is None else insufficient(way.missing, warnings=plain.warnings)
