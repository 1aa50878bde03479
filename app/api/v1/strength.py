"""How strength goes in one exercise or many: one shape by both doors."""

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Day, ExerciseId, Input, Instant, Name, Number, TimeZone, Unit
from app.api.v1.histories import History, history_records
from app.api.v1.strength_answer import StrengthOut
from app.api.v1.told_facts import FactsBody, ToldOfIt
from app.engine.records import LoadMode
from app.engine.strength.course.expectation import TrainingAge
from app.usecases.athletes import require_time_zone
from app.usecases.exercises import Label, labelled_facts
from app.usecases.strength import (
    Asked,
    ExerciseLog,
    StrengthQuestion,
    stored_question,
    strength,
)

router = APIRouter()

EXERCISES_AT_MOST = 10
"""Each may have a long log; ask again for more."""

TRAINING_AGE = Field(
    description="Regular training of this exercise or its like; says which rise to expect."
)
EXPECTED = Field(
    gt=0,
    lt=100,
    allow_inf_nan=False,
    description="Rise to expect [% a week], instead of the usual one for the training age.",
)
DEFICIT_SINCE = "First day of an energy deficit that goes on; no plateau is called in one."
WEEKS = Field(
    ge=1,
    le=520,
    allow_inf_nan=False,
    description="Weeks that the trend looks back; absent is by the training age, or 12.",
)


class StrengthExerciseBody(Input):
    exercise_id: Annotated[
        Name | None,
        Field(description="A slug or name of the catalogue, or any label of yours."),
    ] = None
    load_mode: Annotated[
        LoadMode | None, Field(description="What the load means, where it is your own exercise.")
    ] = None
    facts: ToldOfIt = FactsBody()
    history: History

    def log(self, pointer: str, time_zone: str) -> ExerciseLog:
        self.facts.require_known(f"{pointer}/facts")
        facts = labelled_facts(
            Label(self.exercise_id, load_mode=self.load_mode, told=self.facts.record())
        )
        sessions = partial(history_records, self.history, f"{pointer}/history", time_zone)
        return ExerciseLog(self.exercise_id, facts, sessions)


class StrengthBody(Input):
    exercises: Annotated[
        list[StrengthExerciseBody], Field(min_length=1, max_length=EXERCISES_AT_MOST)
    ]
    at: Annotated[Instant, Field(description="Only sets before it count.")]
    mass_unit: Annotated[Unit, Field(description="The unit that the person reads.")] = "kg"
    time_zone: TimeZone = "UTC"
    body_mass_kg: Annotated[
        Annotated[Number, Field(ge=20, le=400)] | None,
        Field(description="Body-weight exercises need it: its part is lifted too."),
    ] = None
    training_age: Annotated[TrainingAge | None, TRAINING_AGE] = None
    expected_percent_per_week: Annotated[Number, EXPECTED] | None = None
    deficit_since: Annotated[Day | None, Field(description=DEFICIT_SINCE)] = None
    weeks: Annotated[Number, WEEKS] | None = None

    def question(self) -> StrengthQuestion:
        return StrengthQuestion(
            tuple(
                exercise.log(f"#/exercises/{number}", self.time_zone)
                for number, exercise in enumerate(self.exercises)
            ),
            Asked(
                self.at,
                self.training_age,
                self.expected_percent_per_week,
                self.deficit_since,
                self.weeks,
            ),
            ZoneInfo(self.time_zone),
            self.mass_unit,
            self.body_mass_kg,
        )


@router.get("/athletes/{athlete_id:uuid}/progress/strength", tags=["progress"])
async def read_strength(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    exercise_id: Annotated[
        list[ExerciseId],
        Query(
            min_length=1,
            max_length=EXERCISES_AT_MOST,
            description="Repeat it to ask about many exercises.",
            examples=[[examples.EXERCISE_ID]],
        ),
    ],
    at: Annotated[
        Instant | None, Query(description="Only sets before it count; absent is now.")
    ] = None,
    training_age: Annotated[TrainingAge | None, TRAINING_AGE, Query()] = None,
    expected_percent_per_week: Annotated[Annotated[float, EXPECTED] | None, Query()] = None,
    deficit_since: Annotated[
        Day | None, Query(description=f"{DEFICIT_SINCE} Absent is by the logged intake.")
    ] = None,
    weeks: Annotated[Annotated[float, WEEKS] | None, Query()] = None,
) -> StrengthOut:
    """Read how strength goes

    For each exercise the one-repetition maximum now, the trend with its points, whether it is a
    plateau and what to do about one, where strength may be in twelve weeks, and the personal
    records, from the athlete's own log. Of a long log the newest sets
    are read (5,000 in 1,000 sessions); a part that looks further back says so.
    """
    when = at or datetime.now(UTC)
    asked = Asked(when, training_age, expected_percent_per_week, deficit_since, weeks)
    question = await stored_question(session, principal.tenant_id, athlete_id, exercise_id, asked)
    return await asyncio.to_thread(_answered, question)


@router.post("/compute/strength", tags=["compute"])
async def compute_strength(
    _principal: AdviceReader,
    body: Annotated[StrengthBody, Body(examples=[examples.COMPUTE_STRENGTH])],
) -> StrengthOut:
    """Compute how strength goes

    The same answer as from the store, from histories in the body; nothing is stored.
    """
    require_time_zone(body.time_zone)
    return await asyncio.to_thread(_answered, body.question())


def _answered(question: StrengthQuestion) -> StrengthOut:
    """Long logs take their time: on a worker thread, light requests stay quick beside them."""
    return StrengthOut.of(strength(question))
