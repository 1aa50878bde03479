"""Exercises: searched for in the catalogue, one of them read."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.fields import ExerciseId, Name, Output, Slug
from app.api.v1.sets import TempoOut
from app.api.v1.told_facts import stored_fields
from app.catalogue.load import catalogue
from app.catalogue.names import Candidate
from app.catalogue.records import (
    CatalogueExercise,
    Contraindication,
    Laterality,
    Mechanics,
    Pattern,
    Plane,
)
from app.catalogue.search import Found
from app.engine.records import LoadMode, Measure
from app.store.exercises import ExerciseRow
from app.usecases.exercise_search import Asked, search
from app.usecases.exercises import require_exercise

router = APIRouter(prefix="/exercises", tags=["catalogue"])


class MuscleShareOut(Output):
    muscle_id: str
    share: Annotated[float, Field(description="1 direct, 0.5 indirect.")]


class ExerciseOut(Output):
    """An exercise. What only the catalogue knows is null (or empty) on one of your own."""

    id: str
    own: Annotated[bool, Field(description="Whether it is one of yours.")]
    name: str
    aliases: list[str]
    local_names: Annotated[
        dict[str, list[str]], Field(description="Names by language (ISO 639-1), the best first.")
    ]
    movement_id: Annotated[
        str | None, Field(description="Shared by those that differ in their equipment only.")
    ]
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
    regressions: Annotated[list[str], Field(description="Ids of the next easier ones.")]
    progressions: Annotated[list[str], Field(description="Ids of the next harder ones.")]
    contraindications: Annotated[
        list[Contraindication],
        Field(description="What speaks against it; see `/v1/contraindications`."),
    ]
    source_ids: list[str]
    merged_into: Annotated[
        str | None, Field(description="The exercise that its log went to, where it was merged.")
    ]
    created_at: datetime | None

    @classmethod
    def of_catalogue(cls, exercise: CatalogueExercise) -> "ExerciseOut":
        return cls.model_validate(catalogue_fields(exercise))

    @classmethod
    def of_own(cls, row: ExerciseRow) -> "ExerciseOut":
        fields: dict[str, object] = dict.fromkeys(cls.model_fields)
        lists = ("aliases", "cues", "regressions", "progressions", "contraindications")
        fields |= dict.fromkeys((*lists, "source_ids"), ())
        fields |= {**row.model_dump(), **stored_fields(row.facts)}
        return cls.model_validate({**fields, "local_names": {}, "own": True})


def catalogue_fields(exercise: CatalogueExercise) -> dict[str, object]:
    ours = {"own": False, "created_at": None, "merged_into": None}
    names = ExerciseOut.model_fields.keys() - ours.keys()
    return {**{name: getattr(exercise, name) for name in names}, **ours}


class FoundExerciseOut(ExerciseOut):
    score: Annotated[
        float, Field(description="How much of its best name `q` asked for; 1 without words.")
    ]
    share: Annotated[
        float | None, Field(description="Its share of the muscle or group that was asked for.")
    ]

    @classmethod
    def of(cls, found: Found) -> "FoundExerciseOut":
        fields = catalogue_fields(found.exercise)
        return cls.model_validate({**fields, "score": found.score, "share": found.share})


class CandidateOut(Output):
    """An exercise that may have been meant."""

    exercise_id: str
    name: Annotated[str, Field(description="The name that it was guessed by.")]
    score: Annotated[float, Field(description="How alike the two are, 0 to 1.")]

    @classmethod
    def of(cls, one: Candidate) -> "CandidateOut":
        return cls(exercise_id=one.exercise.id, name=one.name, score=one.score)


class FoundExercises(Output):
    items: Annotated[list[FoundExerciseOut], Field(description="All that fit, best first.")]
    candidates: Annotated[
        list[CandidateOut],
        Field(description="What the words may have meant, likeliest first, where nothing fits."),
    ]


@router.get("")
async def read_exercises(
    _principal: AdviceReader,
    q: Annotated[
        Name | None,
        Query(description="Words of a name in any language; the last ones may be unfinished."),
    ] = None,
    muscle_id: Annotated[Slug | None, Query(description="Only those that train it.")] = None,
    group: Annotated[
        Slug | None, Query(description="Only those that train a muscle of this group.")
    ] = None,
    equipment_id: Annotated[Slug | None, Query(description="Only those with it.")] = None,
    plane: Annotated[Plane | None, Query(description="Only those in this plane.")] = None,
    pattern: Annotated[Pattern | None, Query(description="Only those of this movement.")] = None,
    mechanics: Annotated[
        Mechanics | None, Query(description="Only those that move one joint, or several.")
    ] = None,
    measured_in: Annotated[
        Measure | None, Query(description="Only those whose sets are counted so.")
    ] = None,
) -> FoundExercises:
    """Search the catalogue's exercises

    All that fit everything asked. Those that train a muscle directly come first where one is
    asked, then those whose name is nearest to the words.
    """
    hits = search(Asked(q, muscle_id, group, equipment_id, plane, pattern, mechanics, measured_in))
    return FoundExercises(
        items=[FoundExerciseOut.of(one) for one in hits.found],
        candidates=[CandidateOut.of(one) for one in hits.candidates],
    )


@router.get("/{exercise_id}")
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
