"""How much to eat: one shape by both doors."""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import EstimateOut, MassEstimateOut, PartOut, part_fields
from app.api.v1.athletes import ACTIVITY_FACTOR, ActivityFactor, AthleteBody, AthleteId
from app.api.v1.fields import Day, Input, Number, Output
from app.api.v1.intake import IntakeDayBody
from app.api.v1.weighings import WeighingBody
from app.engine.answer import Part
from app.engine.energy.target import DEFAULT_RATE_PERCENT_PER_WEEK
from app.engine.records import IntakeDay, Weighing
from app.usecases.athletes import day_in, require_time_zone
from app.usecases.energy import EnergyAdvice, EnergyQuestion, energy, stored_energy

router = APIRouter()

RATE = Field(
    ge=-5,
    le=5,
    allow_inf_nan=False,
    description="Wanted change of body mass [% a week], losing negative; 0 maintains.",
    examples=[DEFAULT_RATE_PERCENT_PER_WEEK],
)


class EnergyBody(Input):
    athlete: AthleteBody
    on: Annotated[Day, Field(description="The athlete's calendar day; later records are left out.")]
    weighings: Annotated[list[WeighingBody], Field(max_length=5_000)] = []
    intake: Annotated[list[IntakeDayBody], Field(max_length=5_000)] = []
    rate_percent_per_week: Annotated[Number, RATE] = DEFAULT_RATE_PERCENT_PER_WEEK
    activity_factor: ActivityFactor = None


class RestingValue(Output):
    estimate: Annotated[EstimateOut, Field(description="[kcal a day]")]
    equation: Annotated[str, Field(description="Name of the equation.")]


class ExpenditureValue(Output):
    estimate: Annotated[EstimateOut, Field(description="[kcal a day], on the logged scale")]
    method: Annotated[str, Field(description="`filter`, `activity_product` or `balance_identity`.")]
    span_days: int
    weighing_days: int
    intake_days: int


class GramsOut(Output):
    """A daily amount [g] with its sensible range."""

    low: float
    value: float
    high: float


class TargetValue(Output):
    rate_percent_per_week: float
    change_kg_per_week: float
    intake: Annotated[EstimateOut, Field(description="[kcal a day]")]
    protein_g: GramsOut
    fat_g: GramsOut
    carbohydrate_g: GramsOut


class BodyMassPart(PartOut):
    """Body mass now, freed of water and scale noise."""

    value: Annotated[EstimateOut | None, Field(description="[kg]")]
    body_mass: Annotated[
        MassEstimateOut | None, Field(description="The same in the athlete's unit.")
    ]


class RestingPart(PartOut):
    """Resting energy expenditure."""

    value: RestingValue | None


class ExpenditurePart(PartOut):
    """Total energy expenditure."""

    value: ExpenditureValue | None


class BalancePart(PartOut):
    """Intake less expenditure [kcal a day], negative in a deficit."""

    value: EstimateOut | None


class TargetPart(PartOut):
    """What to eat for the wanted rate."""

    value: TargetValue | None


class EnergyOut(Output):
    """Each part stands for itself; a refused or missing one hides no other."""

    on: date
    body_mass: BodyMassPart
    resting: RestingPart
    expenditure: ExpenditurePart
    balance: BalancePart
    target: TargetPart
    engine_version: str

    @classmethod
    def of(cls, advice: EnergyAdvice) -> "EnergyOut":
        answer = advice.answer
        parts: dict[str, Part[object]] = {
            "body_mass": answer.body_mass,
            "resting": answer.resting,
            "expenditure": answer.expenditure,
            "balance": answer.balance,
            "target": answer.target,
        }
        fields = {name: {**part_fields(p), "value": p.value} for name, p in parts.items()}
        shown = MassEstimateOut.of(answer.body_mass.value, advice.mass_unit)
        fields["body_mass"]["body_mass"] = shown
        return cls.model_validate(
            {"on": advice.on, "engine_version": advice.engine_version, **fields}
        )


@router.get("/athletes/{athlete_id:uuid}/advice/energy", tags=["advice"])
async def advise_energy(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
    rate_percent_per_week: Annotated[float, RATE, Query()] = DEFAULT_RATE_PERCENT_PER_WEEK,
    activity_factor: Annotated[
        Annotated[float, ACTIVITY_FACTOR] | None, Query(description="Overrides the athlete's own.")
    ] = None,
) -> EnergyOut:
    """Advise energy

    Resting and total expenditure, the deficit being run, and the intake for a wanted rate, from
    the athlete's own weighings and intake. Where a deficit would be unsafe its target is refused
    with the reason and what to do instead.
    """
    question = EnergyQuestion(rate_percent_per_week, activity_factor, on)
    return EnergyOut.of(await stored_energy(session, principal.tenant_id, athlete_id, question))


@router.post("/compute/energy", tags=["compute"])
async def compute_energy(
    _principal: AdviceReader,
    body: Annotated[EnergyBody, Body(examples=[examples.COMPUTE_ENERGY])],
) -> EnergyOut:
    """Compute energy

    The same answer as the stored advice, from a log in the body; nothing is stored.
    """
    require_time_zone(body.athlete.time_zone, "#/athlete/time_zone")
    return await asyncio.to_thread(_compute, body)


def _compute(body: EnergyBody) -> EnergyOut:
    advice = energy(
        body.athlete.record(body.on),
        weighing_records(body.weighings, ZoneInfo(body.athlete.time_zone)),
        _intake(body.intake),
        body.on,
        body.rate_percent_per_week,
        body.activity_factor,
    )
    return EnergyOut.of(advice)


def weighing_records(items: Sequence[WeighingBody], zone: ZoneInfo) -> tuple[Weighing, ...]:
    """Those without an id of the caller's are named by their place in the body."""
    records = []
    for place, item in enumerate(items):
        new = item.new()
        records.append(
            Weighing(
                id=str(item.id or f"#/weighings/{place}"),
                measured_at=new.measured_at,
                body_mass_kg=new.body_mass_kg,
                weighed_on=day_in(zone, new.measured_at),
            )
        )
    return tuple(records)


def _intake(items: Sequence[IntakeDayBody]) -> tuple[IntakeDay, ...]:
    return tuple(
        IntakeDay(
            id=str(item.id or f"#/intake/{place}"),
            eaten_on=item.eaten_on,
            energy_kcal=item.energy_kcal,
            protein_g=item.protein_g,
            complete=item.complete,
        )
        for place, item in enumerate(items)
    )
