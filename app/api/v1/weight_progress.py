"""How body mass goes: one shape by both doors."""

import asyncio
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import EstimateOut, MassEstimateOut, PartOut, part_fields
from app.api.v1.athletes import ACTIVITY_FACTOR, AthleteId
from app.api.v1.energy_answer import BalancePart, BodyMassPart, ExpenditurePart
from app.api.v1.energy_log import EnergyLogBody
from app.api.v1.fields import WHOLE, Day, Output
from app.api.v1.resting_equations import RESTING_EQUATION, RestingEquationName
from app.engine.answer import Part
from app.engine.energy.expenditure.body_mass_ahead import MassAhead
from app.engine.energy.expenditure.trend import Rate, TrendDay
from app.engine.units import MassUnit
from app.usecases.weight_progress import (
    DEFAULT_DAYS,
    DEFAULT_WEEKS_AHEAD,
    MOST_DAYS,
    MOST_WEEKS_AHEAD,
    WeightProgress,
    WeightQuestion,
    stored_weight_log,
    weight_progress,
)

router = APIRouter()

DAYS = Field(ge=1, le=MOST_DAYS, description="How far back the course goes [days].")
WEEKS_AHEAD = Field(ge=1, le=MOST_WEEKS_AHEAD, description="How far the forecast goes [weeks].")
IN_UNIT = "The same in the athlete's unit."


class WeightProgressBody(EnergyLogBody):
    days: Annotated[int, DAYS, WHOLE] = DEFAULT_DAYS
    weeks_ahead: Annotated[int, WEEKS_AHEAD, WHOLE] = DEFAULT_WEEKS_AHEAD

    def question(self) -> WeightQuestion:
        return WeightQuestion(self.on, self.days, self.weeks_ahead)


class TrendDayOut(Output):
    on: date
    body_mass_kg: EstimateOut
    body_mass: Annotated[MassEstimateOut, Field(description=IN_UNIT)]


class BodyMassTrendValue(Output):
    days: Annotated[
        list[TrendDayOut], Field(description="From the first weighing that is read to the day.")
    ]


class BodyMassTrendPart(PartOut):
    """Body mass of every day, judged by what came before and after it, freed of water and scale
    noise; `because` names the water events that were taken into account."""

    value: BodyMassTrendValue | None


class RateValue(Output):
    """How fast body mass moves, losing negative, moved water left out."""

    kg_per_week: EstimateOut
    per_week: Annotated[MassEstimateOut, Field(description=IN_UNIT)]
    percent_per_week: Annotated[EstimateOut, Field(description="Of the body mass now.")]
    days: Annotated[int, Field(description="The last days over which it is taken.")]


class RatePart(PartOut):
    value: RateValue | None


class AheadOut(Output):
    on: date
    body_mass_kg: EstimateOut
    body_mass: Annotated[MassEstimateOut, Field(description=IN_UNIT)]
    weighing_kg: Annotated[EstimateOut, Field(description="What a scale will show that morning.")]
    weighing: Annotated[MassEstimateOut, Field(description=IN_UNIT)]


class AheadValue(Output):
    days: Annotated[list[AheadOut], Field(description="One a week.")]


class AheadPart(PartOut):
    """Body mass to come if the athlete goes on eating as in the days logged."""

    value: AheadValue | None


class WeightProgressOut(Output):
    """Each part stands for itself; `evidence` names what was left out of each, and why."""

    on: date
    body_mass: BodyMassPart
    trend: BodyMassTrendPart
    rate: RatePart
    expenditure: ExpenditurePart
    balance_identity: Annotated[
        ExpenditurePart,
        Field(description="Mean intake less 7,700 kcal/kg times the slope, to compare."),
    ]
    balance: BalancePart
    ahead: AheadPart
    engine_version: str

    @classmethod
    def of(cls, found: WeightProgress) -> "WeightProgressOut":
        unit, answer = found.mass_unit, found.answer
        parts: dict[str, Part[object]] = {
            "expenditure": answer.expenditure,
            "balance_identity": found.balance_identity,
            "balance": answer.balance,
        }
        mass = answer.body_mass
        shown = MassEstimateOut.of(mass.value, unit)
        return cls.model_validate(
            {
                "on": found.on,
                "body_mass": {**part_fields(mass), "value": mass.value, "body_mass": shown},
                "trend": _listed(found.progress.trend, unit),
                "rate": {
                    **part_fields(found.progress.rate),
                    "value": _rate(found.progress.rate.value, unit),
                },
                **{name: {**part_fields(p), "value": p.value} for name, p in parts.items()},
                "ahead": _listed(found.ahead, unit),
                "engine_version": found.engine_version,
            }
        )


def _listed(
    part: Part[tuple[TrendDay, ...]] | Part[tuple[MassAhead, ...]], unit: MassUnit
) -> dict[str, object]:
    days = part.value
    value = None if days is None else {"days": [_day(one, unit) for one in days]}
    return {**part_fields(part), "value": value}


def _day(one: TrendDay | MassAhead, unit: MassUnit) -> dict[str, object]:
    """Its masses in kilograms and in the athlete's unit."""
    masses = {"body_mass": one.body_mass}
    if isinstance(one, MassAhead):
        masses["weighing"] = one.weighing
    in_kg = {f"{name}_kg": mass for name, mass in masses.items()}
    in_theirs = {name: MassEstimateOut.of(mass, unit) for name, mass in masses.items()}
    return {"on": one.day, **in_kg, **in_theirs}


def _rate(rate: Rate | None, unit: MassUnit) -> dict[str, object] | None:
    if rate is None:
        return None
    return {
        "kg_per_week": rate.kg_per_week,
        "per_week": MassEstimateOut.of(rate.kg_per_week, unit),
        "percent_per_week": rate.percent_per_week,
        "days": rate.days,
    }


@router.get("/athletes/{athlete_id:uuid}/progress/weight", tags=["progress"])
async def read_weight(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
    days: Annotated[int, DAYS, Query()] = DEFAULT_DAYS,
    weeks_ahead: Annotated[int, WEEKS_AHEAD, Query()] = DEFAULT_WEEKS_AHEAD,
    activity_factor: Annotated[
        Annotated[float, ACTIVITY_FACTOR] | None, Query(description="Overrides the athlete's own.")
    ] = None,
    resting_equation: Annotated[
        Annotated[RestingEquationName, RESTING_EQUATION] | None, Query()
    ] = None,
) -> WeightProgressOut:
    """Read weight

    The body mass of every day behind the weighings, how fast it moves, what is spent in a day,
    and where it goes if the athlete eats on as lately, each with its interval. Water that the
    athlete has told of is not taken for fat; what was left out is named, and why.
    """
    question = WeightQuestion(on, days, weeks_ahead, activity_factor, resting_equation)
    log = await stored_weight_log(session, principal.tenant_id, athlete_id, question)
    return await asyncio.to_thread(lambda: WeightProgressOut.of(weight_progress(log, question)))


@router.post("/compute/weight", tags=["compute"])
async def compute_weight(
    _principal: AdviceReader,
    body: Annotated[WeightProgressBody, Body(examples=[examples.COMPUTE_WEIGHT])],
) -> WeightProgressOut:
    """Compute weight

    The same answer as the stored one, from weighings and intake in the body; nothing is stored.
    """
    body.require_known()
    return await asyncio.to_thread(
        lambda: WeightProgressOut.of(weight_progress(body.log(), body.question()))
    )
