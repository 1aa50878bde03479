"""How much each muscle is trained and what that brings: one shape by both doors."""

import asyncio
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import WHOLE, Day, Input, Number, Slug, TimeZone
from app.api.v1.trained_exercises import TrainedExercises, training
from app.api.v1.volume_answer import VolumeOut
from app.engine.load.volume import WEEKS, Landmarks
from app.usecases.athletes import require_time_zone
from app.usecases.muscles import require_groups
from app.usecases.volume import (
    VolumeAsked,
    VolumeQuestion,
    stored_volume_question,
    volume_advice,
)

router = APIRouter()

WEEKS_ASKED = Field(ge=1, le=52, description="Calendar weeks, Monday to Sunday, the current last.")
FOCUS = Field(
    max_length=30,
    description="Groups of muscles that are to grow first; how often they are trained is judged.",
    examples=[["adductors"]],
)
LANDMARK = Field(
    pattern=r"^[a-z0-9][a-z0-9_-]{0,63}:[0-9]{0,3}\.\.[0-9]{0,3}$",
)
MOST_LANDMARKS = 30


class LandmarkBody(Input):
    """Weekly sets of a group that somebody set. None are built in: no trial gives them."""

    group: Slug
    least: Annotated[Number, Field(ge=0, le=1_000)] | None = None
    most: Annotated[Number, Field(ge=0, le=1_000)] | None = None

    @classmethod
    def parse(cls, text: str) -> "LandmarkBody":
        """`adductors:6..12`; either end may be left out."""
        group, _, ends = text.partition(":")
        least, _, most = ends.partition("..")
        return cls(
            group=group,
            least=float(least) if least else None,
            most=float(most) if most else None,
        )


class VolumeBody(Input):
    exercises: TrainedExercises
    on: Annotated[Day, Field(description="The athlete's calendar day; later sets are left out.")]
    time_zone: TimeZone = "UTC"
    weeks: Annotated[int, WEEKS_ASKED, WHOLE] = WEEKS
    focus: Annotated[list[Slug], FOCUS] = []
    landmarks: Annotated[list[LandmarkBody], Field(max_length=MOST_LANDMARKS)] = []


@router.get("/athletes/{athlete_id:uuid}/advice/volume", tags=["advice"])
async def advise_volume(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
    weeks: Annotated[int, WEEKS_ASKED, Query()] = WEEKS,
    focus: Annotated[Annotated[list[Slug], FOCUS] | None, Query()] = None,
    landmark: Annotated[
        Annotated[list[Annotated[str, LANDMARK]], Field(max_length=MOST_LANDMARKS)] | None,
        Query(
            description="Weekly sets that somebody set for a group, `least..most`.",
            examples=[["adductors:6..12"]],
        ),
    ] = None,
) -> VolumeOut:
    """Advise training volume

    Hard sets of every muscle and group by week and over the last seven days, what they bring and
    what one more would, how often each is trained, and one side against the other.
    """
    marks = [LandmarkBody.parse(one) for one in landmark or ()]
    _require(focus or [], "query/focus/{}", marks, "query/landmark/{}")
    asked = VolumeAsked(on, weeks, tuple(focus or ()), _by_group(marks))
    question = await stored_volume_question(session, principal.tenant_id, athlete_id, asked)
    return await asyncio.to_thread(_answer, question)


@router.post("/compute/volume", tags=["compute"])
async def compute_volume(
    _principal: AdviceReader,
    body: Annotated[VolumeBody, Body(examples=[examples.COMPUTE_VOLUME])],
) -> VolumeOut:
    """Compute training volume

    The same answer as the stored advice, from a history in the body; nothing is stored. Exercises
    of your own count where you say which muscles they train.
    """
    require_time_zone(body.time_zone)
    return await asyncio.to_thread(_compute, body)


def _compute(body: VolumeBody) -> VolumeOut:
    _require(body.focus, "#/focus/{}", body.landmarks, "#/landmarks/{}/group")
    asked = VolumeAsked(body.on, body.weeks, tuple(body.focus), _by_group(body.landmarks))
    zone = ZoneInfo(body.time_zone)
    return _answer(VolumeQuestion(asked, body.on, zone, training(body.exercises)))


def _answer(question: VolumeQuestion) -> VolumeOut:
    return VolumeOut.of(volume_advice(question))


def _require(focus: list[str], focus_at: str, marks: list[LandmarkBody], mark_at: str) -> None:
    """UnknownReferences where the catalogue has no such group; the pointers take a place."""
    groups = [(focus_at.format(place), group) for place, group in enumerate(focus)]
    require_groups(
        [*groups, *((mark_at.format(place), one.group) for place, one in enumerate(marks))]
    )


def _by_group(marks: list[LandmarkBody]) -> dict[str, Landmarks]:
    return {one.group: Landmarks(one.least, one.most) for one in marks}
