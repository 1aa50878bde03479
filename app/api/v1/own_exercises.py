"""A tenant's own exercises: what the catalogue does not hold."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader, CatalogueWriter
from app.api.paging import Paging, slug
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import without_defaults
from app.api.v1.exercises import ExerciseOut
from app.api.v1.fields import ExerciseId, Id, Input, Name, Output, Slug
from app.api.v1.told_facts import FactsBody
from app.engine.records import LoadMode
from app.usecases import own_exercises as usecase
from app.usecases.told_facts import fault_of

router = APIRouter(tags=["catalogue"])

EquipmentId = Annotated[
    Slug | None, Field(description="Says which loads can be made; see `/v1/equipment`.")
]
Mode = Annotated[LoadMode, Field(description="What a logged load means.")]
OwnExerciseId = Annotated[
    str,
    Path(
        min_length=1,
        max_length=64,
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$",
        description="Id of an exercise of your own.",
        examples=[examples.OWN_EXERCISE_ID],
    ),
]


class NewExercise(FactsBody):
    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    name: Name
    equipment_id: EquipmentId = None
    load_mode: Mode = LoadMode.EXTERNAL

    @model_validator(mode="after")
    def _holds_together(self) -> "NewExercise":
        fault = fault_of(self.load_mode, self.stored())
        if fault is not None:
            raise PydanticCustomError("facts_contradict", "{detail}", {"detail": fault[1]})
        return self

    def new(self) -> usecase.NewExercise:
        return usecase.NewExercise(
            self.name, self.equipment_id, self.load_mode, self.stored(), self.id
        )


class ExerciseChange(FactsBody):
    """Facts to change; those that are absent stay, null makes one unknown."""

    model_config = {**Input.model_config, "json_schema_extra": without_defaults}

    equipment_id: EquipmentId = None
    load_mode: Mode = LoadMode.EXTERNAL

    def fields(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_unset=True)


class Merge(Input):
    into: Annotated[ExerciseId, Field(description="The exercise that it is the same as.")]


class MergedOut(Output):
    """How much went to the other exercise; all zero where it was merged before."""

    exercise_id: str
    into: str
    sets: int
    programme_exercises: int
    preferences: int
    decisions: int

    @classmethod
    def of(cls, merged: usecase.Merged) -> "MergedOut":
        moved = {name: getattr(merged.moved, name) for name in merged.moved.__slots__}
        return cls(exercise_id=merged.exercise.id, into=merged.into, **moved)


class ExerciseList(Output):
    items: list[ExerciseOut]
    next_cursor: str | None


@router.get("/own-exercises")
async def read_own_exercises(
    principal: AdviceReader, session: Reading, response: Response, paging: Paging
) -> ExerciseList:
    """List your own exercises

    Those that you made, or that an import made for names that the catalogue does not know.
    """
    after = paging.after(slug)
    page = await usecase.page_of_own(session, principal.tenant_id, after=after, limit=paging.limit)
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

    For what the catalogue does not hold. Tell its muscles and it counts in volume and recovery.
    The same name again answers 200 with the one stored; a name of the catalogue is a conflict
    that names its id.
    """
    row, created = await usecase.create_exercise(session, principal.tenant_id, body.new())
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return ExerciseOut.of_own(row)


@router.patch("/own-exercises/{exercise_id}")
async def change_own_exercise(
    principal: CatalogueWriter,
    session: Writing,
    exercise_id: OwnExerciseId,
    body: Annotated[ExerciseChange, Body(examples=[examples.OWN_EXERCISE_CHANGE])],
) -> ExerciseOut:
    """Change an exercise of your own

    Tell what an import could not know: its muscles, its equipment, what its load means. All advice
    follows at once, because nothing derived is stored.
    """
    row = await usecase.change_exercise(session, principal.tenant_id, exercise_id, body.fields())
    return ExerciseOut.of_own(row)


@router.post("/own-exercises/{exercise_id}/merge")
async def merge_own_exercise(
    principal: CatalogueWriter,
    session: Writing,
    exercise_id: OwnExerciseId,
    body: Annotated[Merge, Body(examples=[examples.MERGE])],
) -> MergedOut:
    """Merge an exercise of your own into another

    For one that is the same under another name. All its sets, programme entries, preferences and
    decisions, of all your athletes, go to the other one, and so does what is logged or imported
    under its id or name later. This cannot be taken back. The same merge again changes nothing.
    """
    merged = await usecase.merge_exercise(session, principal.tenant_id, exercise_id, body.into)
    return MergedOut.of(merged)
