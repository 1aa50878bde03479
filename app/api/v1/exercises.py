"""Exercises: the catalogue's, and a tenant's own."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader, CatalogueWriter
from app.api.paging import Paging, slug
from app.api.transactions import Reading, Writing
from app.api.v1.fields import ExerciseId, Input, Name, Output, Slug
from app.api.v1.sets import TempoOut
from app.catalogue.load import catalogue
from app.catalogue.names import normalise
from app.catalogue.records import CatalogueExercise, Laterality, Mechanics, Pattern, Plane
from app.engine.records import LoadMode, Measure
from app.store.exercises import ExerciseRow
from app.usecases.exercises import create_exercise, page_of_own, require_exercise

router = APIRouter(tags=["catalogue"])


class MuscleShareOut(Output):
    muscle_id: str
    share: Annotated[float, Field(description="1 direct, 0.5 indirect.")]


class ExerciseOut(Output):
    """An exercise. What only the catalogue knows is null (or empty) on one of your own."""

    id: str
    own: Annotated[bool, Field(description="Whether it is one of yours.")]
    name: str
    aliases: list[str]
    equipment_id: str | None
    load_mode: LoadMode
    body_mass_share: float | None
    pattern: Pattern | None
    plane: Plane | None
    mechanics: Mechanics | None
    laterality: Laterality | None
    muscles: list[MuscleShareOut]
    measured_in: Measure | None
    range_low: int | None
    range_high: int | None
    rest_s: float | None
    tempo: TempoOut | None
    cues: list[str]
    source_ids: list[str]
    created_at: datetime | None

    @classmethod
    def of_catalogue(cls, exercise: CatalogueExercise) -> "ExerciseOut":
        names = set(cls.model_fields) - {"own", "created_at"}
        fields = {name: getattr(exercise, name) for name in names}
        return cls.model_validate({**fields, "own": False, "created_at": None})

    @classmethod
    def of_own(cls, row: ExerciseRow) -> "ExerciseOut":
        nothing: dict[str, object] = dict.fromkeys(cls.model_fields)
        lists: dict[str, object] = dict.fromkeys(("aliases", "muscles", "cues", "source_ids"), ())
        return cls.model_validate({**nothing, **lists, **row.model_dump(), "own": True})


class NewExercise(Input):
    name: Name
    equipment_id: Annotated[
        Slug | None, Field(description="Says which loads can be made; see `/v1/equipment`.")
    ] = None
    load_mode: LoadMode = LoadMode.EXTERNAL


class ExerciseItems(Output):
    items: list[ExerciseOut]


class ExerciseList(ExerciseItems):
    next_cursor: str | None


@router.get("/exercises")
async def read_exercises(
    _principal: AdviceReader,
    muscle_id: Annotated[Slug | None, Query(description="Only those that train it.")] = None,
    equipment_id: Annotated[Slug | None, Query(description="Only those with it.")] = None,
    q: Annotated[Name | None, Query(description="Words of the name or an alias.")] = None,
) -> ExerciseItems:
    """List the catalogue's exercises

    All that fit; those that train a muscle directly come first where one is asked.
    """
    found = [
        exercise
        for exercise in catalogue().exercises.values()
        if (muscle_id is None or _share(exercise, muscle_id) > 0)
        and (equipment_id is None or exercise.equipment_id == equipment_id)
        and (q is None or _mentions(exercise, q))
    ]
    if muscle_id is not None:
        found.sort(key=lambda exercise: -_share(exercise, muscle_id))
    return ExerciseItems(items=[ExerciseOut.of_catalogue(exercise) for exercise in found])


def _share(exercise: CatalogueExercise, muscle_id: str) -> float:
    return next((one.share for one in exercise.muscles if one.muscle_id == muscle_id), 0.0)


def _mentions(exercise: CatalogueExercise, words: str) -> bool:
    names = " ".join(normalise(name) for name in (exercise.name, *exercise.aliases))
    return all(word in names for word in normalise(words).split())


@router.get("/own-exercises")
async def read_own_exercises(
    principal: AdviceReader, session: Reading, response: Response, paging: Paging
) -> ExerciseList:
    """List your own exercises

    Those that you made, or that an import made for names that the catalogue does not know.
    """
    after = paging.after(slug)
    page = await page_of_own(session, principal.tenant_id, after=after, limit=paging.limit)
    items = [ExerciseOut.of_own(row) for row in page.items]
    return ExerciseList(items=items, next_cursor=paging.link(response, page.next_key))


@router.post(
    "/exercises", status_code=status.HTTP_201_CREATED, responses={200: {"model": ExerciseOut}}
)
async def create_own_exercise(
    principal: CatalogueWriter,
    session: Writing,
    response: Response,
    body: Annotated[NewExercise, Body(examples=[examples.OWN_EXERCISE])],
) -> ExerciseOut:
    """Create an exercise of your own

    For what the catalogue does not hold. The same name again answers 200 with the one stored; a
    name of the catalogue is a conflict that names its id.
    """
    row, created = await create_exercise(
        session, principal.tenant_id, body.name, body.equipment_id, body.load_mode
    )
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return ExerciseOut.of_own(row)


@router.get("/exercises/{exercise_id}")
async def read_exercise(
    principal: AdviceReader, session: Reading, exercise_id: Annotated[ExerciseId, Path()]
) -> ExerciseOut:
    """Read an exercise

    One of the catalogue or one of yours.
    """
    known = catalogue().exercises.get(exercise_id)
    if known is not None:
        return ExerciseOut.of_catalogue(known)
    return ExerciseOut.of_own(await require_exercise(session, principal.tenant_id, exercise_id))
