"""The log of every exercise, as questions on the load of training carry it in their body."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from app.api.v1.fields import Input, Name, Number, Output, Slug
from app.api.v1.histories import History, history_records
from app.engine.records import LoadMode
from app.usecases.muscles import require_muscles
from app.usecases.training_log import TrainedExercise, Training, labelled_exercise


class MuscleShareBody(Input):
    muscle_id: Annotated[Slug, Field(description="See `/v1/muscles`.")]
    share: Annotated[
        Number, Field(gt=0, le=1, description="Part of a set that counts: 1 direct, 0.5 indirect.")
    ]


class TrainedExerciseBody(Input):
    """One exercise with all that was done of it."""

    exercise_id: Annotated[
        Name, Field(description="A slug or name of the catalogue, or any label of yours.")
    ]
    name: Annotated[Name | None, Field(description="What answers call it.")] = None
    load_mode: Annotated[
        LoadMode | None, Field(description="What the load means, where it is your own exercise.")
    ] = None
    muscles: Annotated[
        list[MuscleShareBody],
        Field(
            max_length=100,
            description="What it trains, where it is your own exercise; instead of the "
            "catalogue's shares, where it is not.",
        ),
    ] = []
    history: History

    def trained(self, pointer: str) -> TrainedExercise:
        shares: dict[str, float] = {}
        for one in self.muscles:
            shares[one.muscle_id] = max(one.share, shares.get(one.muscle_id, 0.0))
        return labelled_exercise(
            self.exercise_id,
            history_records(self.history, f"{pointer}/history"),
            name=self.name,
            load_mode=self.load_mode,
            muscles=shares,
        )


TrainedExercises = Annotated[
    list[TrainedExerciseBody], Field(max_length=300, description="Every exercise that is trained.")
]


def training(exercises: Sequence[TrainedExerciseBody]) -> Training:
    """UnknownReferences where shares name a muscle that the catalogue does not have."""
    require_muscles(
        (f"#/exercises/{number}/muscles/{place}/muscle_id", share.muscle_id)
        for number, one in enumerate(exercises)
        for place, share in enumerate(one.muscles)
    )
    return Training(
        tuple(one.trained(f"#/exercises/{number}") for number, one in enumerate(exercises))
    )


class ExerciseLeftOut(Output):
    """An exercise that was trained and counts for nothing here."""

    exercise_id: str
    exercise_name: str | None
    code: Annotated[str, Field(description="Stable name of why; `muscles_unknown`.")]
    text: Annotated[str, Field(description="What to do about it.")]
