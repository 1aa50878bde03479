"""Body mass and fat over the months to come: one shape by both doors."""

import asyncio
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import EstimateOut, PartOut, ReasonOut, part_fields
from app.api.v1.athletes import ACTIVITY_FACTOR, AthleteId
from app.api.v1.energy_log import EnergyLogBody
from app.api.v1.fields import WHOLE, Day, MassOut, Number, Output
from app.api.v1.goal_bodies import AnyGoal
from app.api.v1.resting_equations import RESTING_EQUATION, RestingEquationName
from app.api.v1.scenario_bodies import PROTEIN, BesideBody
from app.engine.energy.dynamics.conditions import MOST_INTAKE_KCAL
from app.engine.energy.goals.goal_forecast import GoalForecast, Outlook
from app.engine.energy.outlook.fan import HORIZON_DAYS, Band, GoalDate
from app.engine.energy.outlook.scenario import Scenario
from app.engine.units import MassUnit, from_kg
from app.usecases.energy import GoalAsked
from app.usecases.outlook import (
    ForecastAdvice,
    ForecastQuestion,
    PlannedEating,
    forecast_advice,
    stored_outlook,
)

router = APIRouter()

DAYS = Field(ge=1, le=HORIZON_DAYS, description="How far ahead; two years are the most.")
EVERY_DAYS = Field(ge=1, le=HORIZON_DAYS, description="Days from one that is shown to the next.")
SEED = Field(ge=0, le=2**31 - 1, description="The same seed gives the same fan.")
INTAKE = Field(
    ge=0,
    le=MOST_INTAKE_KCAL,
    allow_inf_nan=False,
    description="A plan of your own [kcal a day]; absent follows the goal's target, asked for anew "
    "each week.",
)
RATE = Field(
    ge=-5,
    le=5,
    allow_inf_nan=False,
    description="A rate instead of the goal [% a week], losing negative.",
)


class ForecastBody(EnergyLogBody, BesideBody):
    goal: Annotated[AnyGoal | None, Field(description="What is followed.")] = None
    rate_percent_per_week: Annotated[Number, RATE] | None = None
    intake_kcal_per_day: Annotated[Number, INTAKE] | None = None
    days: Annotated[int, DAYS, WHOLE] = 182
    every_days: Annotated[int, EVERY_DAYS, WHOLE] = 7
    seed: Annotated[int, SEED, WHOLE] = 1

    def question(self) -> ForecastQuestion:
        look = Outlook(self.days, self.seed, self.every_days, self.beside("plan"))
        return ForecastQuestion(look, self.rate_percent_per_week, _eating(self.intake_kcal_per_day))


class BandOut(Output):
    """Quantiles of the draws, one entry a day shown: 10, 25, 50, 75 and 90 in 100 are below."""

    p10: list[float]
    p25: list[float]
    p50: list[float]
    p75: list[float]
    p90: list[float]


class PlannedOut(Output):
    """The plan kept to the letter by the person as estimated, on the days shown."""

    body_mass_kg: list[float]
    fat_mass_kg: list[float]
    expenditure_kcal_per_day: list[float]
    intake_kcal_per_day: list[float]


class GoalDateOut(Output):
    """When the goal is reached, as a range; null where not within the days looked at."""

    body_mass_kg: float
    body_mass: MassOut
    earliest_on: Annotated[date | None, Field(description="One draw in ten is there by then.")]
    median_on: date | None
    latest_on: Annotated[date | None, Field(description="Nine draws in ten are there by then.")]
    share_never: Annotated[float, Field(description="Of draws not there by the last day.")]
    within_days: int


class SeenOut(Output):
    """One thing that will be seen, and when, as a range; null where not within the days."""

    what: Annotated[str, Field(description="`waist`, `face`, `muscles`.")]
    earliest_on: Annotated[date | None, Field(description="One draw in ten is there by then.")]
    median_on: date | None
    latest_on: Annotated[date | None, Field(description="Nine draws in ten are there by then.")]
    share_never: Annotated[float, Field(description="Of draws not there by the last day.")]
    because: Annotated[
        ReasonOut, Field(description="What has to change for it, and how well that is known.")
    ]


class ForecastValue(Output):
    scenario: str
    starts_on: date
    days: Annotated[list[int], Field(description="Shown; day 0 is `starts_on`.")]
    body_mass_kg: Annotated[BandOut, Field(description="What a scale would show.")]
    body_mass: Annotated[BandOut, Field(description="The same in `mass_unit`.")]
    mass_unit: MassUnit
    fat_mass_kg: BandOut
    lean_mass_kg: BandOut
    body_fat_percent: BandOut
    as_planned: PlannedOut
    goal: GoalDateOut | None
    expenditure_then: Annotated[EstimateOut, Field(description="On the last day [kcal a day].")]
    waist_change_cm: EstimateOut
    visceral_change_percent: EstimateOut
    visible: Annotated[
        list[SeenOut],
        Field(description="What a loss lets be seen, the least first; empty without one."),
    ]


class ForecastPart(PartOut):
    value: ForecastValue | None


class ForecastOut(Output):
    on: date
    goal_id: Annotated[UUID | None, Field(description="Of the goal that is followed, if it has.")]
    forecast: ForecastPart
    engine_version: str

    @classmethod
    def of(cls, advice: ForecastAdvice) -> "ForecastOut":
        part = advice.forecast
        value = None if part.value is None else _value(part.value, advice.mass_unit)
        return cls.model_validate(
            {
                "on": advice.on,
                "goal_id": advice.goal_id,
                "forecast": {**part_fields(part), "value": value},
                "engine_version": advice.engine_version,
            }
        )


def _value(found: GoalForecast, unit: MassUnit) -> ForecastValue:
    fan = found.fan
    shared = {name: getattr(fan, name, None) for name in ForecastValue.model_fields}
    planned = {name: getattr(fan.as_planned, name, None) for name in PlannedOut.model_fields}
    return ForecastValue.model_validate(
        {
            **shared,
            "body_mass": _in_unit(fan.body_mass_kg, unit),
            "mass_unit": unit,
            "as_planned": {**planned, "intake_kcal_per_day": found.intake_kcal_per_day},
            "goal": None if fan.goal is None else _goal(fan.goal, unit),
        }
    )


def _in_unit(band: Band, unit: MassUnit) -> dict[str, list[float]]:
    return {
        name: [from_kg(one, unit) for one in getattr(band, name)] for name in BandOut.model_fields
    }


def _goal(goal: GoalDate, unit: MassUnit) -> dict[str, object]:
    told = {name: getattr(goal, name, None) for name in GoalDateOut.model_fields}
    return {**told, "body_mass": MassOut.of(goal.body_mass_kg, unit)}


def _eating(intake_kcal_per_day: float | None) -> PlannedEating | None:
    return None if intake_kcal_per_day is None else PlannedEating(intake_kcal_per_day)


@router.get("/athletes/{athlete_id:uuid}/advice/forecast", tags=["advice"])
async def advise_forecast(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
    days: Annotated[Annotated[int, DAYS], Query()] = 182,
    every_days: Annotated[Annotated[int, EVERY_DAYS], Query()] = 7,
    rate_percent_per_week: Annotated[Annotated[float, RATE] | None, Query()] = None,
    intake_kcal_per_day: Annotated[Annotated[float, INTAKE] | None, Query()] = None,
    activity_factor: Annotated[
        Annotated[float, ACTIVITY_FACTOR] | None, Query(description="Overrides the athlete's own.")
    ] = None,
    resting_equation: Annotated[
        Annotated[RestingEquationName, RESTING_EQUATION] | None, Query()
    ] = None,
    resistance_training: Annotated[
        bool, Query(description="Takes less of a loss to be lean: an assumption.")
    ] = False,
    protein_g_per_kg: Annotated[Annotated[float, PROTEIN] | None, Query()] = None,
    kept_to: Annotated[bool, Query(description="Kept to the letter, without drift.")] = False,
    seed: Annotated[Annotated[int, SEED], Query()] = 1,
) -> ForecastOut:
    """Advise a forecast

    Body mass and fat over the months to come as a fan, if the goal's target is asked for anew
    each week (or a plan of yours is kept), and the day of the goal as a range. A plan that is
    unsafe has no fan, and says what to do instead.
    """
    beside = Scenario(
        "plan",
        0.0,
        resistance_training=resistance_training,
        protein_g_per_kg=protein_g_per_kg,
        kept_to=kept_to,
    )
    look = Outlook(days, seed, every_days, beside)
    question = ForecastQuestion(look, rate_percent_per_week, _eating(intake_kcal_per_day))
    stored = await stored_outlook(
        session, principal.tenant_id, athlete_id, on, activity_factor, resting_equation
    )
    advice = await asyncio.to_thread(forecast_advice, stored.log, stored.asked, question)
    return ForecastOut.of(advice)


@router.post("/compute/forecast", tags=["compute"])
async def compute_forecast(
    _principal: AdviceReader,
    body: Annotated[ForecastBody, Body(examples=[examples.COMPUTE_FORECAST])],
) -> ForecastOut:
    """Compute a forecast

    The same answer as the stored advice, from a log in the body; nothing is stored.
    """
    body.require_known()
    return await asyncio.to_thread(_compute, body)


def _compute(body: ForecastBody) -> ForecastOut:
    asked = GoalAsked(body.goal.goal(), body.goal.id) if body.goal else None
    return ForecastOut.of(forecast_advice(body.log(), asked, body.question()))
