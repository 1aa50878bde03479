"""What to do next session: one shape by both doors."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Path, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import MissingOut
from app.api.v1.athletes import AthleteId
from app.api.v1.days import DayBody
from app.api.v1.decisions import ExerciseDecision
from app.api.v1.fields import WHOLE, ExerciseId, Input, Instant, Name, Output, Slug, Unit
from app.api.v1.histories import History, history_records
from app.api.v1.inventories import InventoryBody
from app.api.v1.mesocycles import BegunMesocycle
from app.api.v1.prescriptions import NextSessionOut
from app.api.v1.scheme_bodies import SchemeName
from app.api.v1.sets import TempoBody
from app.api.v1.targets import (
    CHANCE,
    EQUIPMENT_UNIT,
    ONE_REPETITION,
    PAIN,
    REPETITION_RANGE,
    RESERVE,
    REST_S,
    SETS,
    STEP,
    TEMPO,
    TargetsBody,
    Wanted,
)
from app.api.v1.told_facts import FactsBody, ToldOfIt
from app.catalogue.alternatives import Kinship
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.overload.decisions import Decision
from app.engine.overload.question import Targets
from app.engine.records import LoadMode
from app.usecases.athlete_day import AthleteDay
from app.usecases.athletes import day_in
from app.usecases.due_session import DueExercise, DueSession, advised_exercise, due_session
from app.usecases.exercises import Label, require_equipment
from app.usecases.next_session import Asked, by_default, stateless_next_session
from app.usecases.preferences import ExcludedExercise

router = APIRouter()

ROUNDING = Field(description="Which of the loads that can be made: the nearest, or one side of it.")
GYM = Field(description="Where the session is; see the athlete's equipment.")


class RelatedBody(Input):
    """The log of an exercise that moves alike: it gives a first load where none is logged."""

    name: Name
    history: History


class ExerciseBody(Wanted):
    """One exercise: what was done, with what it can be loaded, and what is wanted."""

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
    facts: ToldOfIt = FactsBody()
    history: History
    related: Annotated[
        list[RelatedBody],
        Field(max_length=10, description="Logs of exercises that move alike, the closest first."),
    ] = []
    equipment_unit: Annotated[Unit | None, EQUIPMENT_UNIT] = None
    inventory: Annotated[
        InventoryBody | None,
        Field(description="What it can be loaded with; instead of what is usual."),
    ] = None
    rounding: Annotated[RoundingPolicy, ROUNDING] = RoundingPolicy.NEAREST
    pain_0_to_10: Annotated[int, PAIN, WHOLE] | None = None
    decision: Annotated[
        ExerciseDecision | None,
        Field(description="What the athlete made of the advice last; earlier ones do not count."),
    ] = None

    def label(self) -> Label:
        return Label(self.exercise_id, self.equipment_id, self.load_mode, self.facts.record())

    def decided(self, time_zone: str) -> Decision | None:
        """On the clock of the person."""
        return None if self.decision is None else self.decision.record(ZoneInfo(time_zone))

    def require_known(self, pointer: str) -> None:
        """UnknownReferences where it names equipment or muscles that there are not."""
        require_equipment(self.equipment_id, f"{pointer}/equipment_id")
        self.facts.require_known(f"{pointer}/facts")

    def asked_with(
        self, pointer: str, time_zone: str, on: date, mesocycle: BegunMesocycle | None
    ) -> Asked:
        """All that is asked of the exercise on a day; `pointer` is its place in the body."""
        return self.asked(
            pain_0_to_10=self.pain_0_to_10,
            equipment_unit=self.equipment_unit,
            inventory=self.inventory.record(f"{pointer}/inventory") if self.inventory else None,
            rounding=self.rounding,
            decision=self.decided(time_zone),
            week=mesocycle.week_on(on) if mesocycle else None,
            deload_days=mesocycle.deload_days() if mesocycle else None,
            related={
                one.name: history_records(
                    one.history, f"{pointer}/related/{number}/history", time_zone
                )
                for number, one in enumerate(self.related)
            },
        )


class NextSessionBody(DayBody):
    exercises: Annotated[list[ExerciseBody], Field(min_length=1, max_length=30)]

    def day_of_session(self) -> AthleteDay:
        """The day, once what the body names has been looked up."""
        day = self.day()
        for number, exercise in enumerate(self.exercises):
            exercise.require_known(f"#/exercises/{number}")
        return day


class NextSessionItems(Output):
    items: Annotated[list[NextSessionOut], Field(description="One for each exercise, in order.")]


class DueExerciseOut(NextSessionOut):
    superset: Annotated[str | None, Field(description="Exercises with the same letter alternate.")]

    @classmethod
    def due(cls, one: DueExercise) -> "DueExerciseOut":
        return cls(**NextSessionOut.of(one.next).model_dump(), superset=one.superset)


class AlternativeOut(Output):
    exercise_id: str
    name: str
    kinship: Annotated[Kinship, Field(description="Why it can stand in.")]
    text: Annotated[str, Field(description="The same as a sentence.")]
    overlap: Annotated[
        float, Field(description="Of the muscles that both train by their shares, 0 to 1.")
    ]


class ExcludedOut(Output):
    """An exercise that would have been due; the athlete leaves it out."""

    exercise_id: str
    exercise_name: str
    since: datetime
    reason: Annotated[str | None, Field(description="In the athlete's words.")]
    alternatives: Annotated[
        list[AlternativeOut], Field(description="What to do instead, best first.")
    ]

    @classmethod
    def of(cls, one: ExcludedExercise) -> "ExcludedOut":
        fields = {name: getattr(one, name) for name in cls.model_fields}
        instead = [
            AlternativeOut(
                exercise_id=each.exercise.id,
                name=each.exercise.name,
                kinship=each.kinship,
                text=INSTEAD[each.kinship].format(name=each.exercise.name, other=one.exercise_name),
                overlap=each.overlap,
            )
            for each in one.alternatives
        ]
        return cls.model_validate({**fields, "alternatives": instead})


INSTEAD: Mapping[Kinship, str] = MappingProxyType(
    {
        Kinship.EASIER: "{name} is the next easier rung below {other}.",
        Kinship.SAME_MOVEMENT: "{name} is the same movement with other equipment.",
        Kinship.SAME_MUSCLES: "{name} trains the same muscles.",
        Kinship.HARDER: "{name} is the next harder rung above {other}.",
    }
)


class DueSessionOut(Output):
    """The whole next session."""

    at: datetime
    programme_id: Annotated[UUID | None, Field(description="Null where exercises were named.")]
    day: Annotated[int | None, Field(description="Place of the day in the programme, from 0.")]
    day_name: str | None
    missing: Annotated[list[MissingOut], Field(description="What to send where nothing is due.")]
    items: Annotated[list[DueExerciseOut], Field(description="One for each exercise, in order.")]
    excluded: Annotated[
        list[ExcludedOut],
        Field(description="Left out because the athlete excluded it, with what to do instead."),
    ]

    @classmethod
    def of(cls, session: DueSession) -> "DueSessionOut":
        return cls(
            at=session.at,
            programme_id=session.programme_id,
            day=session.day,
            day_name=session.day_name,
            missing=[] if session.exercises or session.excluded else [NOTHING_DUE],
            items=[DueExerciseOut.due(one) for one in session.exercises],
            excluded=[ExcludedOut.of(one) for one in session.excluded],
        )


NOTHING_DUE = MissingOut(
    code="programme",
    text="No programme goes on on this day: create one, or name exercises with `exercise_id`.",
)


@router.get("/athletes/{athlete_id:uuid}/advice/next-session", tags=["advice"])
async def advise_next_session(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    at: Annotated[
        Instant | None, Query(description="When the session will be; absent is now.")
    ] = None,
    exercise_id: Annotated[
        list[ExerciseId] | None,
        Query(max_length=30, description="These exercises instead of the programme's day."),
    ] = None,
    rounding: Annotated[RoundingPolicy | None, ROUNDING, Query()] = None,
    gym: Annotated[Name | None, GYM, Query()] = None,
) -> DueSessionOut:
    """Advise the next session

    The day of the programme that comes next: days follow one another as they are trained,
    whatever the calendar says. Each exercise as its own advice has it; what the athlete excluded
    is left out, with what to do instead.
    """
    return DueSessionOut.of(
        await due_session(
            session,
            principal.tenant_id,
            athlete_id,
            at or datetime.now(UTC),
            exercise_id or [],
            Asked(Targets(), rounding=rounding, gym=gym),
        )
    )


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
    chance: Annotated[Annotated[float, CHANCE] | None, Query()] = None,
    scheme: Annotated[
        SchemeName | None,
        Query(description="Progress by this scheme's defaults; see `/v1/schemes`."),
    ] = None,
    since: Annotated[
        Instant | None, Query(description="When the targets were set; absent is always.")
    ] = None,
    equipment_unit: Annotated[Unit | None, EQUIPMENT_UNIT, Query()] = None,
    rounding: Annotated[RoundingPolicy | None, ROUNDING, Query()] = None,
    gym: Annotated[Name | None, GYM, Query()] = None,
    pain_0_to_10: Annotated[Annotated[int, PAIN] | None, Query()] = None,
) -> NextSessionOut:
    """Advise the next session of an exercise

    As the athlete's programme has it; without one from what was last done and the catalogue's
    conventions. Every parameter overrides one of them. `because` says why, `evidence` which sets
    it rests on.
    """
    targets = TargetsBody(
        repetition_range=repetition_range,
        sets=sets,
        step=step,
        rest_s=rest_s,
        repetitions_in_reserve=repetitions_in_reserve,
        tempo=TempoBody.parse(tempo) if tempo else None,
        chance=chance,
        since=since,
    ).record()
    asked = Asked(
        targets,
        pain_0_to_10=pain_0_to_10,
        equipment_unit=equipment_unit,
        rounding=rounding,
        gym=gym,
        **by_default(scheme),
    )
    answer = await advised_exercise(
        session, principal.tenant_id, athlete_id, exercise_id, at or datetime.now(UTC), asked
    )
    return NextSessionOut.of(answer)


@router.post("/compute/next-session", tags=["compute"])
async def compute_next_session(
    _principal: AdviceReader,
    body: Annotated[NextSessionBody, Body(examples=[examples.COMPUTE_NEXT_SESSION])],
) -> NextSessionItems:
    """Compute the next session

    The same answer as the stored advice, from a history in the body; nothing is stored.
    """
    day = body.day_of_session()
    # Many exercises with long histories take their time: light requests stay quick beside them.
    return await asyncio.to_thread(_compute, body, day)


def _compute(body: NextSessionBody, day: AthleteDay) -> NextSessionItems:
    items, on = [], day_in(day.zone, day.at)
    for number, exercise in enumerate(body.exercises):
        place = f"#/exercises/{number}"
        answer = stateless_next_session(
            exercise.label(),
            history_records(exercise.history, f"{place}/history", body.time_zone),
            exercise.asked_with(place, body.time_zone, on, body.mesocycle),
            day,
        )
        items.append(NextSessionOut.of(answer))
    return NextSessionItems(items=items)
