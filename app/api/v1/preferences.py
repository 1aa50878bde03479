"""Exercises that an athlete leaves out or likes."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging, slug
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.decisions import Why
from app.api.v1.fields import ExerciseId, Input, Output
from app.store.decisions import ExercisePreferenceRow
from app.usecases import preferences as usecase
from app.usecases.preferences import Preference

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/exercise-preferences", tags=["decisions"])


class PreferenceBody(Input):
    preference: Annotated[
        Preference,
        Field(
            description="`excluded` is left out of every next session, `preferred` is named first "
            "where something else is to be done."
        ),
    ]
    reason: Why | None = None


class PreferenceOut(Output):
    exercise_id: str
    preference: Preference
    reason: str | None
    since: datetime

    @classmethod
    def of(cls, row: ExercisePreferenceRow) -> "PreferenceOut":
        return cls.model_validate({**row.model_dump(), "exercise_id": row.id})


class PreferenceList(Output):
    items: list[PreferenceOut]
    next_cursor: str | None


@router.get("")
async def read_exercise_preferences(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> PreferenceList:
    """List exercise preferences

    In the order of the exercises' ids.
    """
    page = await usecase.page_of_preferences(
        session, principal.tenant_id, athlete_id, after=paging.after(slug), limit=paging.limit
    )
    items = [PreferenceOut.of(row) for row in page.items]
    return PreferenceList(items=items, next_cursor=paging.link(response, page.next_key))


@router.put("/{exercise_id}")
async def set_exercise_preference(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    exercise_id: Annotated[ExerciseId, Path()],
    body: Annotated[PreferenceBody, Body(examples=[examples.PREFERENCE])],
) -> PreferenceOut:
    """Exclude or prefer an exercise

    The next session leaves an excluded one out and names what to do instead. Saying it twice is
    saying it once.
    """
    row = await usecase.prefer(
        session, principal.tenant_id, athlete_id, exercise_id, body.preference, body.reason
    )
    return PreferenceOut.of(row)


@router.get("/{exercise_id}")
async def read_exercise_preference(
    principal: AthletesReader,
    session: Reading,
    athlete_id: AthleteId,
    exercise_id: Annotated[ExerciseId, Path()],
) -> PreferenceOut:
    """Read an exercise preference

    Not found where nothing was said of the exercise.
    """
    return PreferenceOut.of(
        await usecase.require_preference(session, principal.tenant_id, athlete_id, exercise_id)
    )


@router.delete("/{exercise_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_exercise_preference(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    exercise_id: Annotated[ExerciseId, Path()],
) -> None:
    """Forget an exercise preference

    The exercise is then due again where a programme has it.
    """
    await usecase.forget_preference(session, principal.tenant_id, athlete_id, exercise_id)
