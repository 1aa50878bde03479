"""The next set of a session under way, quick enough for a watch: one shape by both doors."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import PartOut, part_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.days import DayBody
from app.api.v1.fields import ExerciseId, Instant, Name
from app.api.v1.histories import history_records
from app.api.v1.next_session import GYM, ExerciseBody
from app.api.v1.prescriptions import PrescribedSetOut, WarmUpSetOut
from app.api.v1.sets import SetBody
from app.api.v1.targets import PAIN
from app.engine.overload.question import Targets
from app.engine.overload.set_question import SetAction
from app.usecases.athlete_day import AthleteDay
from app.usecases.athletes import day_in
from app.usecases.exercises import labelled_facts
from app.usecases.next_session import Asked, ReadExercise
from app.usecases.next_set import SetAdvice, set_advice, stored_next_set

router = APIRouter()


class NextSetBody(DayBody):
    """A session that began at `at`."""

    exercise: Annotated[
        ExerciseBody, Field(description="The exercise with its log before this session.")
    ]
    done: Annotated[
        list[SetBody],
        Field(max_length=100, description="Its sets in this session so far, in order."),
    ] = []


class NextSetOut(PartOut):
    """The next set, with its reasons."""

    exercise_id: Annotated[str | None, Field(description="As it was asked.")]
    exercise_name: Annotated[str | None, Field(description="As the catalogue or you call it.")]
    began_at: Annotated[datetime, Field(description="When the session under way began.")]
    action: Annotated[
        SetAction | None, Field(description="What it is; null unless `status` is `ok`.")
    ]
    number: Annotated[int | None, Field(description="Of the planned sets, from 1.")]
    planned: Annotated[int | None, Field(description="How many sets are planned.")]
    per_side: Annotated[bool, Field(description="Repetitions and seconds count one side.")]
    set: Annotated[PrescribedSetOut | None, Field(description="Null for a warm-up and at the end.")]
    warm_up: Annotated[WarmUpSetOut | None, Field(description="A lighter set before, if due.")]
    engine_version: str

    @classmethod
    def of(cls, advice: SetAdvice) -> "NextSetOut":
        found, unit = advice.next_set.value, advice.mass_unit
        prescribed = found.prescribed if found else None
        warm_up = found.warm_up if found else None
        return cls.model_validate(
            {
                **part_fields(advice.next_set),
                "exercise_id": advice.exercise_id,
                "exercise_name": advice.exercise_name,
                "began_at": advice.began_at,
                "action": found.action if found else None,
                "number": found.number if found else None,
                "planned": found.planned if found else None,
                "per_side": advice.per_side,
                "set": PrescribedSetOut.of(prescribed, unit) if prescribed else None,
                "warm_up": WarmUpSetOut.of(warm_up, unit) if warm_up else None,
                "engine_version": advice.engine_version,
            }
        )


@router.get("/athletes/{athlete_id:uuid}/advice/next-set", tags=["advice"])
async def advise_next_set(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    exercise_id: Annotated[
        ExerciseId, Query(examples=[examples.EXERCISE_ID], description="The exercise under way.")
    ],
    at: Annotated[Instant | None, Query(description="Now, where absent.")] = None,
    gym: Annotated[Name | None, GYM, Query()] = None,
    pain_0_to_10: Annotated[Annotated[int, PAIN] | None, Query()] = None,
) -> NextSetOut:
    """Advise the next set

    Of the session that began in the last six hours, after the sets logged in it: the plan of its
    beginning, lighter where today's sets leave the least repetitions little chance.
    """
    asked = Asked(Targets(), gym=gym, pain_0_to_10=pain_0_to_10)
    instant = at or datetime.now(UTC)
    return NextSetOut.of(
        await stored_next_set(session, principal.tenant_id, athlete_id, exercise_id, instant, asked)
    )


@router.post("/compute/next-set", tags=["compute"])
async def compute_next_set(
    _principal: AdviceReader,
    body: Annotated[NextSetBody, Body(examples=[examples.COMPUTE_NEXT_SET])],
) -> NextSetOut:
    """Compute the next set

    The same answer as the stored advice, from a history and today's sets in the body; nothing is
    stored.
    """
    day = body.day()
    body.exercise.require_known("#/exercise")
    return await asyncio.to_thread(_compute, body, day)


def _compute(body: NextSetBody, day: AthleteDay) -> NextSetOut:
    exercise = body.exercise
    history = history_records(exercise.history, "#/exercise/history", body.time_zone)
    asked = exercise.asked_with(
        "#/exercise", body.time_zone, day_in(day.zone, day.at), body.mesocycle
    )
    done = tuple(one.record(f"#/done/{place}") for place, one in enumerate(body.done))
    read = ReadExercise(labelled_facts(exercise.label()), history, asked)
    return NextSetOut.of(set_advice(read, done, day))
