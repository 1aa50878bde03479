"""What to do next session: one shape by both doors."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Path, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import EstimateOut, PartOut, part_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import (
    WHOLE,
    ExerciseId,
    Input,
    Instant,
    MassOut,
    Name,
    Number,
    Output,
    Slug,
    TimeZone,
    Unit,
)
from app.api.v1.sets import SetBody, TempoBody, TempoOut
from app.engine.overload.prescription import PrescribedSet
from app.engine.overload.question import Targets
from app.engine.progression.action import Action
from app.engine.records import ExerciseSession, LoadMode, Tempo
from app.engine.units import MassUnit
from app.usecases.athletes import on_clock, require_time_zone
from app.usecases.exercises import Label, require_equipment
from app.usecases.next_session import (
    Asked,
    NextSession,
    stateless_next_session,
    stored_next_session,
)

router = APIRouter()

ONE_REPETITION = Field(ge=1, le=100)
TEMPO = Field(pattern=r"^[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}$", examples=["3-0-1-0"])
REPETITION_RANGE = Field(
    min_length=2,
    max_length=2,
    description="The two ends of the range, in any order.",
    examples=[[8, 12]],
)
SETS = Field(ge=1, le=20, description="How many sets.")
STEP = Field(
    gt=0,
    le=100,
    allow_inf_nan=False,
    description="Smallest rise of the load, in the equipment's unit.",
)
REST_S = Field(ge=0, le=3_600, allow_inf_nan=False, description="Rest between sets [s].")
RESERVE = Field(ge=0, le=10, allow_inf_nan=False, description="Repetitions to leave undone.")
PAIN = Field(ge=0, le=10, description="Pain in the area trained now; above 3 is refused.")
EQUIPMENT_UNIT = Field(
    description="What the plates or the stack are marked in; absent is as logged."
)
"""Bounds that bodies (strict numbers) and query parameters (text) share."""


class TargetsBody(Input):
    """What a programme asks for. Only a range given here can be failed; a history without
    targets is never judged."""

    repetition_range: (
        Annotated[list[Annotated[int, ONE_REPETITION, WHOLE]], REPETITION_RANGE] | None
    ) = None
    sets: Annotated[int, SETS, WHOLE] | None = None
    step: Annotated[Number, STEP] | None = None
    rest_s: Annotated[Number, REST_S] | None = None
    tempo: TempoBody | None = None
    repetitions_in_reserve: Annotated[Number, RESERVE] | None = None
    since: Annotated[
        Instant | None,
        Field(description="When this was set; nothing before it can have failed it."),
    ] = None

    def record(self) -> Targets:
        low, high = sorted(self.repetition_range or (None, None), key=lambda end: end or 0)
        return Targets(
            repetitions_low=low,
            repetitions_high=high,
            sets=self.sets,
            step=self.step,
            rest_s=self.rest_s,
            tempo=Tempo(**self.tempo.model_dump()) if self.tempo else None,
            repetitions_in_reserve=self.repetitions_in_reserve,
            since=self.since,
        )


class SessionBody(Input):
    """The sets of one exercise in one session, in the order in which they were done."""

    performed_at: Instant
    sets: Annotated[list[SetBody], Field(min_length=1, max_length=100)]


History = Annotated[
    list[SessionBody],
    Field(max_length=3_000, description="Sessions of this exercise, in any order."),
]


def history_records(
    history: Sequence[SessionBody], pointer: str, time_zone: str = "UTC"
) -> tuple[ExerciseSession, ...]:
    """Sets without an id of the caller's are named by their place in the body."""
    zone = ZoneInfo(time_zone)
    return tuple(
        ExerciseSession(
            on_clock(zone, session.performed_at),
            tuple(
                one.record(f"{pointer}/{number}/sets/{place}")
                for place, one in enumerate(session.sets)
            ),
        )
        for number, session in enumerate(history)
    )


class ExerciseBody(Input):
    exercise_id: Annotated[
        Name | None,
        Field(description="A slug or name of the catalogue, or any label of yours."),
    ] = None
    equipment_id: Annotated[
        Slug | None, Field(description="Says which loads can be made; see `/v1/equipment`.")
    ] = None
    load_mode: Annotated[
        LoadMode | None, Field(description="What the load means, where it is your own exercise.")
    ] = None
    history: History
    targets: TargetsBody = TargetsBody()
    equipment_unit: Annotated[Unit | None, EQUIPMENT_UNIT] = None
    pain_0_to_10: Annotated[int, PAIN, WHOLE] | None = None


class NextSessionBody(Input):
    exercises: Annotated[list[ExerciseBody], Field(min_length=1, max_length=30)]
    at: Annotated[Instant, Field(description="When the session will be.")]
    mass_unit: Annotated[Unit, Field(description="The unit that the person reads.")] = "kg"
    time_zone: TimeZone = "UTC"
    body_mass_kg: Annotated[
        Annotated[Number, Field(ge=20, le=400)] | None,
        Field(description="Sharpens body-weight exercises."),
    ] = None


class PrescribedSetOut(Output):
    load_kg: Annotated[
        float | None, Field(description="What can be loaded; null where there is no load.")
    ]
    load: Annotated[MassOut | None, Field(description="The same in the athlete's unit.")]
    unrounded_load_kg: Annotated[
        float | None, Field(description="What the rule says before the equipment rounds it.")
    ]
    rounding_kg: Annotated[float | None, Field(description="load_kg minus unrounded_load_kg.")]
    repetitions_low: int
    repetitions_high: Annotated[
        int, Field(description="The demand rises once every set reaches this.")
    ]
    repetitions_target: Annotated[int, Field(description="What to aim at this time.")]
    prediction: Annotated[
        EstimateOut | None, Field(description="Repetitions that you will likely do when fresh.")
    ]
    capacity: Annotated[
        EstimateOut | None, Field(description="Repetitions that you could do, to failure, fresh.")
    ]
    chance: Annotated[float | None, Field(description="P(capacity >= repetitions_target).")]
    rest_s: float
    tempo: TempoOut | None
    repetitions_in_reserve: Annotated[float, Field(description="Repetitions to leave undone.")]

    @classmethod
    def of(cls, prescribed: PrescribedSet, unit: MassUnit) -> "PrescribedSetOut":
        fields = {name: getattr(prescribed, name) for name in cls.model_fields if name != "load"}
        return cls.model_validate({**fields, "load": MassOut.of(prescribed.load_kg, unit)})


class NextSessionOut(PartOut):
    """The next session of one exercise, with its reasons."""

    exercise_id: Annotated[str | None, Field(description="As it was asked.")]
    exercise_name: Annotated[str | None, Field(description="As the catalogue or you call it.")]
    at: datetime
    action: Annotated[
        Action | None, Field(description="What changes; null unless `status` is `ok`.")
    ]
    sets: Annotated[list[PrescribedSetOut], Field(description="Empty unless `status` is `ok`.")]
    engine_version: str

    @classmethod
    def of(cls, answer: NextSession) -> "NextSessionOut":
        prescription = answer.prescription.value
        sets = prescription.sets if prescription else ()
        return cls.model_validate(
            {
                **part_fields(answer.prescription),
                "exercise_id": answer.exercise_id,
                "exercise_name": answer.exercise_name,
                "at": answer.at,
                "action": prescription.action if prescription else None,
                "sets": [PrescribedSetOut.of(one, answer.mass_unit) for one in sets],
                "engine_version": answer.engine_version,
            }
        )


class NextSessionItems(Output):
    items: Annotated[list[NextSessionOut], Field(description="One for each exercise, in order.")]


@router.get("/athletes/{athlete_id:uuid}/advice/exercises/{exercise_id}", tags=["advice"])
async def advise_exercise(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    exercise_id: Annotated[ExerciseId, Path()],
    at: Annotated[
        Instant | None, Query(description="When the session will be; absent is now.")
    ] = None,
    repetition_range: Annotated[
        Annotated[list[Annotated[int, ONE_REPETITION]], REPETITION_RANGE] | None, Query()
    ] = None,
    sets: Annotated[Annotated[int, SETS] | None, Query()] = None,
    step: Annotated[Annotated[float, STEP] | None, Query()] = None,
    rest_s: Annotated[Annotated[float, REST_S] | None, Query()] = None,
    repetitions_in_reserve: Annotated[Annotated[float, RESERVE] | None, Query()] = None,
    tempo: Annotated[
        Annotated[str, TEMPO] | None,
        Query(description="Seconds to lower, pause, lift and hold: `3-0-1-0`."),
    ] = None,
    since: Annotated[
        Instant | None, Query(description="When the targets were set; absent is always.")
    ] = None,
    equipment_unit: Annotated[Unit | None, EQUIPMENT_UNIT, Query()] = None,
    pain_0_to_10: Annotated[Annotated[int, PAIN] | None, Query()] = None,
) -> NextSessionOut:
    """Advise the next session of an exercise

    Starts from what was last done and from the catalogue's conventions; every parameter
    overrides one of them. `because` says why, `evidence` which sets it rests on.
    """
    targets = TargetsBody(
        repetition_range=repetition_range,
        sets=sets,
        step=step,
        rest_s=rest_s,
        repetitions_in_reserve=repetitions_in_reserve,
        tempo=TempoBody.parse(tempo) if tempo else None,
        since=since,
    ).record()
    asked = Asked(at or datetime.now(UTC), targets, pain_0_to_10, equipment_unit)
    return NextSessionOut.of(
        await stored_next_session(session, principal.tenant_id, athlete_id, exercise_id, asked)
    )


@router.post("/compute/next-session", tags=["compute"])
async def compute_next_session(
    _principal: AdviceReader,
    body: Annotated[NextSessionBody, Body(examples=[examples.COMPUTE_NEXT_SESSION])],
) -> NextSessionItems:
    """Compute the next session

    The same answer as the stored advice, from a history in the body; nothing is stored.
    """
    require_time_zone(body.time_zone)
    for number, exercise in enumerate(body.exercises):
        require_equipment(exercise.equipment_id, f"#/exercises/{number}/equipment_id")
    # Many exercises with long histories take their time: light requests stay quick beside them.
    return await asyncio.to_thread(_compute, body)


def _compute(body: NextSessionBody) -> NextSessionItems:
    items = []
    for number, exercise in enumerate(body.exercises):
        answer = stateless_next_session(
            Label(exercise.exercise_id, exercise.equipment_id, exercise.load_mode),
            history_records(exercise.history, f"#/exercises/{number}/history", body.time_zone),
            Asked(
                body.at, exercise.targets.record(), exercise.pain_0_to_10, exercise.equipment_unit
            ),
            mass_unit=body.mass_unit,
            body_mass_kg=body.body_mass_kg,
        )
        items.append(NextSessionOut.of(answer))
    return NextSessionItems(items=items)
