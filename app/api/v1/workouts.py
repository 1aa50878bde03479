"""Workouts, whole: exercises and sets nested."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging, instant
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import ExerciseId, Id, Input, Instant, Name, Number, Output, Text
from app.api.v1.sets import SetBody, SetOut
from app.store.workouts import StoredWorkout
from app.usecases import workouts as usecase
from app.usecases.workouts import LoggedSet, LoggedWorkout

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/workouts", tags=["log"])

WorkoutId = Annotated[UUID, Path(description="Id of the workout.", examples=[examples.WORKOUT_ID])]


class WorkoutExercise(Input):
    """One exercise of a workout with its sets, in the order in which they were done."""

    exercise_id: ExerciseId
    sets: Annotated[list[SetBody], Field(min_length=1, max_length=100)]


class NewSet(SetBody):
    """One set of a workout that is under way."""

    exercise_id: ExerciseId


class WorkoutBody(Input):
    performed_at: Annotated[Instant, Field(description="When it began, with an offset.")]
    name: Name | None = None
    note: Text | None = None
    duration_s: Annotated[Number, Field(ge=0, le=604_800)] | None = None
    exercises: Annotated[list[WorkoutExercise], Field(min_length=1, max_length=50)]

    def logged(self, workout_id: UUID | None, pointer: str) -> LoggedWorkout:
        return LoggedWorkout(
            id=workout_id,
            performed_at=self.performed_at,
            name=self.name,
            note=self.note,
            duration_s=self.duration_s,
            sets=tuple(self._logged_sets(pointer)),
        )

    def _logged_sets(self, pointer: str) -> Iterator[LoggedSet]:
        for number, exercise in enumerate(self.exercises):
            place = f"{pointer}/exercises/{number}/exercise_id"
            for one in exercise.sets:
                yield LoggedSet(exercise.exercise_id, one.id, one.record(""), one.note, place)


class NewWorkout(WorkoutBody):
    id: Annotated[
        Id | None,
        Field(description="Made by you (UUID, version 7 is best) or, where absent, by us."),
    ] = None


class NewWorkouts(Input):
    items: Annotated[list[NewWorkout], Field(min_length=1, max_length=200)]


class WorkoutOut(Output):
    id: UUID
    performed_at: datetime
    name: str | None
    note: str | None
    duration_s: float | None
    created_at: datetime
    corrected_at: Annotated[
        datetime | None, Field(description="When it was replaced; imports leave it alone then.")
    ]
    sets: Annotated[list[SetOut], Field(description="In the order in which they were done.")]

    @classmethod
    def of(cls, stored: StoredWorkout) -> "WorkoutOut":
        row = stored.workout
        fields = row.model_dump(include=set(cls.model_fields))
        return cls(**fields, sets=[SetOut.of(one) for one in stored.sets])


class WorkoutItems(Output):
    items: list[WorkoutOut]


class WorkoutList(WorkoutItems):
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": WorkoutOut}})
async def log_workout(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[NewWorkout, Body(examples=[examples.WORKOUT])],
) -> WorkoutOut:
    """Log a workout

    The whole workout in one request, all or nothing. Sending the same `id` again stores nothing
    and answers 200 with what is stored; to correct a workout, replace it.
    """
    workouts = [body.logged(body.id, "#")]
    logged = await usecase.log_workouts(session, principal.tenant_id, athlete_id, workouts)
    response.status_code = status.HTTP_201_CREATED if logged.created else status.HTTP_200_OK
    return WorkoutOut.of(logged.stored[0])


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def log_workouts(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[NewWorkouts, Body(examples=[examples.WORKOUTS])],
) -> WorkoutItems:
    """Log many workouts

    All or nothing; those whose `id` is stored already stay as they are.
    """
    workouts = [item.logged(item.id, f"#/items/{i}") for i, item in enumerate(body.items)]
    logged = await usecase.log_workouts(session, principal.tenant_id, athlete_id, workouts)
    return WorkoutItems(items=[WorkoutOut.of(stored) for stored in logged.stored])


@router.post(
    "/{workout_id:uuid}/sets",
    status_code=status.HTTP_201_CREATED,
    responses={200: {"model": SetOut}},
)
async def append_set(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    workout_id: WorkoutId,
    body: Annotated[NewSet, Body(examples=[examples.NEW_SET])],
) -> SetOut:
    """Log a set

    At the end of a workout that is under way; `advice/next-set` then says what follows. Sending
    the same `id` again stores nothing and answers 200.
    """
    logged = LoggedSet(body.exercise_id, body.id, body.record(""), body.note, "#/exercise_id")
    row, created = await usecase.append_set(
        session, principal.tenant_id, athlete_id, workout_id, logged
    )
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return SetOut.of(row)


@router.get("")
async def read_workouts(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> WorkoutList:
    """List workouts

    Newest first, each with its sets.
    """
    after = paging.after(instant, UUID)
    page = await usecase.page_of_workouts(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [WorkoutOut.of(stored) for stored in page.items]
    return WorkoutList(items=items, next_cursor=paging.link(response, page.next_key))


@router.get("/{workout_id:uuid}")
async def read_workout(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId, workout_id: WorkoutId
) -> WorkoutOut:
    """Read a workout

    With its sets, in the order in which they were done.
    """
    stored = await usecase.require_workout(session, principal.tenant_id, athlete_id, workout_id)
    return WorkoutOut.of(stored)


@router.put("/{workout_id:uuid}")
async def replace_workout(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    workout_id: WorkoutId,
    body: Annotated[WorkoutBody, Body(examples=[examples.REPLACED_WORKOUT])],
) -> WorkoutOut:
    """Replace a workout

    For corrections: the sets sent take the place of those stored, and the advice follows. A set
    without an `id` keeps that of the stored set in its place. A later import of the same file
    leaves a corrected workout as it is.
    """
    workout = body.logged(workout_id, "#")
    stored = await usecase.replace_workout(session, principal.tenant_id, athlete_id, workout)
    return WorkoutOut.of(stored)


@router.delete("/{workout_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_workout(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, workout_id: WorkoutId
) -> None:
    """Delete a workout

    With its sets.
    """
    await usecase.remove_workout(session, principal.tenant_id, athlete_id, workout_id)
