"""When each muscle is ready and whether to back off: one shape by both doors."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import PartOut, part_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.check_ins import CheckInBody
from app.api.v1.decisions import AnyDecision
from app.api.v1.fields import Day, Input, Instant, Number, Output, Slug, TimeZone
from app.api.v1.mesocycles import BegunMesocycle
from app.api.v1.trained_exercises import ExerciseLeftOut, TrainedExercises, training
from app.engine.answer import Part
from app.engine.decision import PlainDecision
from app.engine.load.deload import Deload, DeloadAdvice, DeloadPlan
from app.engine.load.readiness import Effect
from app.engine.load.recovery import MuscleRecovery, Recovery, RecoveryState, state_of
from app.engine.strength.course.expectation import TrainingAge
from app.usecases.athletes import on_clock, require_time_zone
from app.usecases.check_ins import note_record, require_named_areas
from app.usecases.muscles import groups_by_muscle, require_areas
from app.usecases.recovery import (
    RecoveryAdvice,
    RecoveryAsked,
    RecoveryQuestion,
    recovery_advice,
    stored_recovery_question,
)

router = APIRouter()

TRAINS = Field(
    max_length=100,
    description="Groups or muscles that the session will train; their soreness and pain count "
    "for `readiness`.",
    examples=[["adductors"]],
)
EVERY_WEEKS = Field(
    ge=1,
    le=26,
    allow_inf_nan=False,
    description="A deload planned every so many weeks; absent is none.",
)
LAST_DELOAD_ON = Field(
    description="The last day of the last deload, where no mesocycle planned it: the log does not "
    "show it."
)
TRAINING_AGE = Field(
    description="Regular training so far; without it a lift that stands still is not told apart."
)


class RecoveryBody(Input):
    exercises: TrainedExercises
    recovery: Annotated[
        list[CheckInBody], Field(max_length=3_000, description="Check-ins, in any order.")
    ] = []
    at: Annotated[Instant, Field(description="When the session will be.")]
    time_zone: TimeZone = "UTC"
    trains: Annotated[list[Slug], TRAINS] = []
    training_age: Annotated[TrainingAge | None, TRAINING_AGE] = None
    deload_every_weeks: Annotated[Number, EVERY_WEEKS] | None = None
    last_deload_on: Annotated[Day | None, LAST_DELOAD_ON] = None
    mesocycle: Annotated[
        BegunMesocycle | None,
        Field(description="The one that goes on: its deload counts, ahead, now or over."),
    ] = None
    decision: Annotated[
        AnyDecision | None,
        Field(description="What the athlete made of a deload that was advised."),
    ] = None

    def decided(self, zone: ZoneInfo) -> PlainDecision | None:
        told = self.decision
        return None if told is None or told.decided_at > self.at else told.record(zone)


class MuscleRecoveryPart(PartOut):
    """One muscle or group. Pain refuses it and hides no other."""

    id: Annotated[str, Field(description="Of the group, or of the muscle.")]
    group: str
    state: Annotated[
        RecoveryState,
        Field(description="`unknown`: nothing was logged, which is not the same as ready."),
    ]
    ready_at: Annotated[datetime | None, Field(description="Null where it is ready, or unknown.")]
    loaded_at: Annotated[
        datetime | None,
        Field(description="The session of the last seven days that keeps it longest."),
    ]

    @classmethod
    def of(cls, id_: str, part: Part[MuscleRecovery]) -> "MuscleRecoveryPart":
        found = part.value
        return cls.model_validate(
            {
                **part_fields(part),
                "id": id_,
                "group": groups_by_muscle().get(id_, id_),
                "state": state_of(part),
                "ready_at": _in_utc(found.ready_at) if found else None,
                "loaded_at": _in_utc(found.loaded_at) if found else None,
            }
        )


class RecoveryValue(Output):
    groups: list[MuscleRecoveryPart]
    muscles: list[MuscleRecoveryPart]

    @classmethod
    def of(cls, found: Recovery) -> "RecoveryValue":
        return cls(groups=_parts(found.groups), muscles=_parts(found.muscles))


class RecoveryPart(PartOut):
    """Which groups and muscles are ready, and when the others will be."""

    value: RecoveryValue | None


class DeloadPlanOut(Output):
    """How to back off, from and to."""

    days_low: int
    days_high: int
    sets_factor: float
    load_factor_low: Annotated[
        float, Field(description="Of all that is lifted, the body's part included.")
    ]
    load_factor_high: float
    reserve_added_low: Annotated[
        float, Field(description="Repetitions in reserve more than usual.")
    ]
    reserve_added_high: float

    @classmethod
    def of(cls, plan: DeloadPlan) -> "DeloadPlanOut":
        pairs = {
            "days": plan.days,
            "load_factor": plan.load_factor,
            "reserve_added": plan.reserve_added,
        }
        lows = {f"{name}_low": low for name, (low, _) in pairs.items()}
        highs = {f"{name}_high": high for name, (_, high) in pairs.items()}
        return cls.model_validate({"sets_factor": plan.sets_factor, **lows, **highs})


class DeloadValue(Output):
    advice: DeloadAdvice
    how: Annotated[DeloadPlanOut | None, Field(description="Null where none is suggested.")]

    @classmethod
    def of(cls, found: Deload) -> "DeloadValue":
        return cls(
            advice=found.advice, how=DeloadPlanOut.of(found.how) if found.how is not None else None
        )


class DeloadPart(PartOut):
    """Whether to back off now: a suggestion, never done by itself."""

    value: DeloadValue | None

    @classmethod
    def of(cls, part: Part[Deload]) -> "DeloadPart":
        value = DeloadValue.of(part.value) if part.value else None
        return cls.model_validate({**part_fields(part), "value": value})


class ReadinessValue(Output):
    effect: Annotated[
        Effect, Field(description="`hold`: nothing above last time; `lower`: less, this time only.")
    ]
    lower_percent: Annotated[
        float, Field(description="Of all that is lifted, the body's part included.")
    ]


class ReadinessPart(PartOut):
    """What the check-in does to the session; it never raises it."""

    value: ReadinessValue | None


class RecoveryOut(Output):
    """Each part stands for itself; a refused or missing one hides no other."""

    at: datetime
    recovery: RecoveryPart
    deload: DeloadPart
    readiness: ReadinessPart
    exercises_left_out: Annotated[
        list[ExerciseLeftOut],
        Field(description="Exercises of the last seven days whose muscles nobody said."),
    ]
    engine_version: str

    @classmethod
    def of(cls, advice: RecoveryAdvice) -> "RecoveryOut":
        ready = advice.recovery
        return cls.model_validate(
            {
                "at": advice.at,
                "recovery": {
                    **part_fields(ready),
                    "value": RecoveryValue.of(ready.value) if ready.value else None,
                },
                "deload": DeloadPart.of(advice.deload),
                "readiness": {**part_fields(advice.readiness), "value": advice.readiness.value},
                "exercises_left_out": advice.left_out,
                "engine_version": advice.engine_version,
            }
        )


def _in_utc(instant: datetime | None) -> datetime | None:
    return on_clock(ZoneInfo("UTC"), instant) if instant else None


def _parts(found: Mapping[str, Part[MuscleRecovery]]) -> list[MuscleRecoveryPart]:
    return [MuscleRecoveryPart.of(id_, part) for id_, part in found.items()]


@router.get("/athletes/{athlete_id:uuid}/advice/recovery", tags=["advice"])
async def advise_recovery(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    at: Annotated[
        Instant | None, Query(description="When the session will be; absent is now.")
    ] = None,
    trains: Annotated[Annotated[list[Slug], TRAINS] | None, Query()] = None,
    training_age: Annotated[TrainingAge | None, TRAINING_AGE, Query()] = None,
    deload_every_weeks: Annotated[Annotated[float, EVERY_WEEKS] | None, Query()] = None,
    last_deload_on: Annotated[Day | None, LAST_DELOAD_ON, Query()] = None,
) -> RecoveryOut:
    """Advise recovery

    Which muscles and groups are ready and when the others will be, from the hours since they were
    loaded and from check-ins; whether to back off for a week; and what today's check-in does to a
    session that `trains` these.
    """
    areas = _areas(trains or [], "query")
    at = at or datetime.now(UTC)
    asked = RecoveryAsked(at, areas, training_age, deload_every_weeks, last_deload_on)
    question = await stored_recovery_question(session, principal.tenant_id, athlete_id, asked)
    return await asyncio.to_thread(_answer, question)


@router.post("/compute/recovery", tags=["compute"])
async def compute_recovery(
    _principal: AdviceReader,
    body: Annotated[RecoveryBody, Body(examples=[examples.COMPUTE_RECOVERY])],
) -> RecoveryOut:
    """Compute recovery

    The same answer as the stored advice, from a history and check-ins in the body; nothing is
    stored.
    """
    require_time_zone(body.time_zone)
    return await asyncio.to_thread(_compute, body)


def _compute(body: RecoveryBody) -> RecoveryOut:
    check_ins = [one.new(f"#/recovery/{place}") for place, one in enumerate(body.recovery)]
    require_named_areas(check_ins)
    zone = ZoneInfo(body.time_zone)
    notes = tuple(note_record(str(one.id or one.pointer), one.said, zone) for one in check_ins)
    asked = RecoveryAsked(
        body.at,
        _areas(body.trains, "#"),
        body.training_age,
        body.deload_every_weeks,
        body.last_deload_on,
        body.mesocycle.deload_days() if body.mesocycle else None,
    )
    return _answer(
        RecoveryQuestion(asked, zone, training(body.exercises), notes, body.decided(zone))
    )


def _answer(question: RecoveryQuestion) -> RecoveryOut:
    return RecoveryOut.of(recovery_advice(question))


def _areas(trains: list[str], root: str) -> tuple[str, ...]:
    require_areas((f"{root}/trains/{place}", area) for place, area in enumerate(trains))
    return tuple(trains)
