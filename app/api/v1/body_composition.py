"""What a body is made of: one shape by both doors."""

import asyncio
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.athletes import AthleteBody, AthleteId
from app.api.v1.composition_answer import BodyCompositionOut
from app.api.v1.energy_log import measurement_records, weighing_records
from app.api.v1.fields import WHOLE, Day, Input
from app.api.v1.measurements import MeasurementBody
from app.api.v1.weighings import WeighingBody
from app.usecases.athletes import require_time_zone
from app.usecases.body_composition import (
    DEFAULT_DAYS,
    MOST_DAYS,
    CompositionQuestion,
    composition,
    stored_composition,
)

router = APIRouter()

DAYS = Field(ge=1, le=MOST_DAYS, description="How far back the course goes [days].")
CONVERSION = Field(description="From density to fat, for skinfolds: by Siri or by Brožek.")
Conversion = Literal["siri", "brozek"]


class BodyCompositionBody(Input):
    """Measurements and weighings in any order; those of the last 60 days speak for the day."""

    athlete: AthleteBody = AthleteBody()
    on: Annotated[Day, Field(description="The athlete's calendar day; later records are left out.")]
    measurements: Annotated[list[MeasurementBody], Field(max_length=2_000)] = []
    weighings: Annotated[list[WeighingBody], Field(max_length=5_000)] = []
    days: Annotated[int, DAYS, WHOLE] = DEFAULT_DAYS
    conversion: Annotated[Conversion, CONVERSION] = "siri"


@router.get("/athletes/{athlete_id:uuid}/progress/body-composition", tags=["progress"])
async def read_body_composition(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
    days: Annotated[int, DAYS, Query()] = DEFAULT_DAYS,
    conversion: Annotated[Conversion, CONVERSION, Query()] = "siri",
) -> BodyCompositionOut:
    """Read body composition

    Body fat by every method that the measurements and weighings of the last 60 days allow, with
    what the others lack; lean mass for height; the classes of body mass index, waist and body fat;
    and the course of each method over time. Only the same method tells a change.
    """
    question = CompositionQuestion(on, days, conversion)
    answer = await stored_composition(session, principal.tenant_id, athlete_id, question)
    return await asyncio.to_thread(BodyCompositionOut.of, answer)


@router.post("/compute/body-composition", tags=["compute"])
async def compute_body_composition(
    _principal: AdviceReader,
    body: Annotated[BodyCompositionBody, Body(examples=[examples.COMPUTE_BODY_COMPOSITION])],
) -> BodyCompositionOut:
    """Compute body composition

    The same answer as the stored one, from measurements and weighings in the body; nothing is
    stored.
    """
    require_time_zone(body.athlete.time_zone, "#/athlete/time_zone")
    return await asyncio.to_thread(_compute, body)


def _compute(body: BodyCompositionBody) -> BodyCompositionOut:
    zone = ZoneInfo(body.athlete.time_zone)
    weighings = weighing_records(body.weighings, zone)
    measurements = measurement_records(body.measurements, zone)
    question = CompositionQuestion(body.on, body.days, body.conversion)
    person = body.athlete.record(body.on)
    return BodyCompositionOut.of(composition(person, measurements, weighings, body.on, question))
