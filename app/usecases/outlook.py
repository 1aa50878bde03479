"""Months ahead: a forecast, the intake for a goal, plans side by side; one engine by both doors."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Part, passed_on
from app.engine.energy.goals.dated import way_by_day
from app.engine.energy.goals.goal_forecast import (
    GoalForecast,
    Outlook,
    goal_forecast,
    plan_forecast,
)
from app.engine.energy.goals.plans import plans
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.goal_reach import GoalIntake
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.outlook.what_if import Comparison
from app.engine.units import MassUnit
from app.usecases.athletes import local_day, require_athlete
from app.usecases.energy import (
    EnergyLog,
    EnergyQuestion,
    GoalAsked,
    stored_goal,
    stored_log,
)


@dataclass(frozen=True, slots=True)
class PlannedEating:
    """What is eaten: so much, or so much more or less than is spent now; else as lately."""

    kcal_per_day: float | None = None
    change_kcal_per_day: float | None = None

    def kcal(self, start: Outset) -> float:
        if self.kcal_per_day is not None:
            return self.kcal_per_day
        if self.change_kcal_per_day is not None:
            return max(start.expenditure.value + self.change_kcal_per_day, 0.0)
        lately = start.eaten_kcal_per_day
        return start.expenditure.value if lately is None else lately


@dataclass(frozen=True, slots=True)
class PlannedScenario:
    eating: PlannedEating
    beside: Scenario
    """All else that is done; its intake is not read."""

    def scenario(self, start: Outset) -> Scenario:
        return replace(self.beside, intake_kcal_per_day=self.eating.kcal(start))


@dataclass(frozen=True, slots=True)
class ForecastQuestion:
    look: Outlook
    rate_percent_per_week: float | None = None
    eating: PlannedEating | None = None
    """None follows the goal."""
    activity_factor: float | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ForecastAdvice:
    on: date
    mass_unit: MassUnit
    goal_id: UUID | None
    forecast: Part[GoalForecast]
    engine_version: str = ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class GoalIntakeAdvice:
    on: date
    mass_unit: MassUnit
    intake: Part[GoalIntake]
    engine_version: str = ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class WhatIfQuestion:
    scenarios: tuple[PlannedScenario, ...]
    at_days: tuple[int, ...]
    goal_kg: float | None
    seed: int


@dataclass(frozen=True, slots=True)
class WhatIfAdvice:
    on: date
    mass_unit: MassUnit
    comparison: Part[Comparison]
    engine_version: str = ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class StoredOutlook:
    """All that is read before anything is computed."""

    log: EnergyLog
    asked: GoalAsked | None


async def stored_outlook(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    on: date | None,
    activity_factor: float | None = None,
    resting_equation: str | None = None,
) -> StoredOutlook:
    athlete = await require_athlete(session, tenant_id, athlete_id)
    day = on or local_day(athlete, datetime.now(UTC))
    log = await stored_log(session, athlete, day, activity_factor, resting_equation)
    return StoredOutlook(log, await stored_goal(session, athlete_id, day))


def forecast_advice(
    log: EnergyLog, asked: GoalAsked | None, question: ForecastQuestion
) -> ForecastAdvice:
    """Both doors meet here. A plan of the caller's is looked at instead of the goal's."""
    standing = log.standing()
    wish, goal_id = EnergyQuestion(question.rate_percent_per_week).wish(asked)
    if question.eating is None:
        found = goal_forecast(wish.goal, standing, question.look)
    else:
        found = _planned(standing, question.look, question.eating, wish.goal.body_mass_kg)
    return ForecastAdvice(log.on, log.athlete.mass_unit, goal_id, found)


def _planned(
    standing: Standing, look: Outlook, eating: PlannedEating, goal_kg: float | None
) -> Part[GoalForecast]:
    start = standing.start
    if start.value is None:
        return passed_on(start)
    scenario = PlannedScenario(eating, look.beside).scenario(start.value)
    return plan_forecast(scenario, standing, look, goal_kg)


def goal_intake_advice(
    log: EnergyLog, goal_kg: float, by: date, beside: Scenario
) -> GoalIntakeAdvice:
    found = way_by_day(goal_kg, by, log.standing(), beside)
    return GoalIntakeAdvice(log.on, log.athlete.mass_unit, found)


def what_if_advice(log: EnergyLog, question: WhatIfQuestion) -> WhatIfAdvice:
    """Both doors meet here."""
    standing = log.standing()
    found = _compared(standing, question)
    return WhatIfAdvice(log.on, log.athlete.mass_unit, found)


def _compared(standing: Standing, question: WhatIfQuestion) -> Part[Comparison]:
    start = standing.start
    if start.value is None:
        return passed_on(start)
    began = start.value
    return plans(
        standing,
        [one.scenario(began) for one in question.scenarios],
        seed=question.seed,
        at_days=question.at_days,
        goal_kg=question.goal_kg,
    )
