"""Names that people and other apps give to exercises, many at once."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.exercises import CandidateOut
from app.api.v1.fields import Input, Name, Output
from app.usecases.exercise_names import NamedExercise, exercise_names

router = APIRouter(tags=["compute"])


class NamesBody(Input):
    names: Annotated[
        list[Name],
        Field(min_length=1, max_length=250, description="In any language, with equipment or not."),
    ]


class NamedExerciseOut(Output):
    name: Annotated[str, Field(description="As it was sent.")]
    exercise_id: Annotated[
        str | None, Field(description="The exercise that it surely names; null where in doubt.")
    ]
    match: Annotated[
        Literal["catalogue", "own"] | None,
        Field(description="Whose it is: the catalogue's, or one of yours from before."),
    ]
    equipment_id: Annotated[
        str | None, Field(description="Of the exercise, or as the name says; null where unknown.")
    ]
    candidates: Annotated[
        list[CandidateOut],
        Field(description="What it may mean, likeliest first, where it is not sure."),
    ]

    @classmethod
    def of(cls, one: NamedExercise) -> "NamedExerciseOut":
        fields = {name: getattr(one, name) for name in cls.model_fields if name != "candidates"}
        candidates = [CandidateOut.of(each) for each in one.candidates]
        return cls.model_validate({**fields, "candidates": candidates})


class NamedExercises(Output):
    items: Annotated[list[NamedExerciseOut], Field(description="One for each name, in order.")]


@router.post("/compute/exercise-names")
async def compute_exercise_names(
    principal: AdviceReader,
    session: Reading,
    body: Annotated[NamesBody, Body(examples=[examples.EXERCISE_NAMES])],
) -> NamedExercises:
    """Find exercises by their names

    As an import finds them: your own first, then the catalogue's in any language. A name that is
    not sure comes back with ranked candidates for a person to choose from. Stores nothing.
    """
    found = await exercise_names(session, principal.tenant_id, body.names)
    return NamedExercises(items=[NamedExerciseOut.of(one) for one in found])
