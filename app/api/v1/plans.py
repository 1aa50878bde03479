"""Plans: weeks of training for a goal. Nothing is read or stored."""

import asyncio
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.check_ins import ByArea
from app.api.v1.energy_log import EnergyLogBody
from app.api.v1.fields import (
    WHOLE,
    Day,
    ExerciseId,
    Input,
    Name,
    Number,
    Slug,
    Unit,
)
from app.api.v1.histories import History, history_records
from app.api.v1.plan_answer import NamedGoalItems, NamedGoalOut, PlanOut
from app.api.v1.weekdays import Weekdays, day_numbers
from app.catalogue.plan_goals import plan_facts
from app.catalogue.records import Contraindication
from app.engine.plan.question import PlanObjective, TrainingLevel
from app.engine.records import HealthFlag
from app.usecases import plans as usecase
from app.usecases.energy import EnergyLog
from app.usecases.plans import PlanAsked, TrainedBefore

router = APIRouter(tags=["plans"])

AIM_RULES: dict[str, Any] = {
    "not": {
        "properties": {
            "goal": {"type": "null"},
            "focus": {"maxItems": 0},
            "objective": {"type": "null"},
        }
    }
}
"""One of them must be there, said in a way that generators of clients can leave aside."""


class DoneBefore(Input):
    """One exercise with what was done of it."""

    exercise_id: Annotated[
        Name, Field(description="A slug or name of the catalogue; others are left aside.")
    ]
    history: History


class PlanBody(Input):
    """What the plan is for, and what it has to fit. Say a goal, a focus or an objective."""

    model_config = {**Input.model_config, "json_schema_extra": AIM_RULES}

    goal: Annotated[Slug | None, Field(description="A named goal; see `/v1/goals`.")] = None
    focus: Annotated[
        list[Slug],
        Field(
            max_length=10,
            description="Groups or muscles that are to grow first; with a goal, beside its own.",
            examples=[["adductors"]],
        ),
    ] = []
    objective: Annotated[
        PlanObjective | None,
        Field(description="What the sets are to bring; absent is the goal's, or size."),
    ] = None
    days_per_week: Annotated[int, Field(ge=1, le=7), WHOLE] | None = None
    weekdays: Annotated[
        Weekdays, Field(description="Days that can be trained; absent leaves them to us.")
    ] = []
    minutes: Annotated[
        Annotated[Number, Field(ge=10, le=240)] | None,
        Field(description="Of a session, warm-up and rests included; absent is 45."),
    ] = None
    equipment: Annotated[
        list[Slug],
        Field(max_length=50, description="Ids of `/v1/equipment`; none is body weight only."),
    ] = []
    level: Annotated[
        TrainingLevel | None, Field(description="Absent is novice, which is safe for everybody.")
    ] = None
    weeks: Annotated[int, Field(ge=1, le=52), WHOLE] | None = None
    starts_on: Annotated[
        Day | None, Field(description="First day of the programmes; absent is left open.")
    ] = None
    pain_0_to_10: Annotated[
        ByArea,
        Field(
            description="Pain by group or muscle, or by `groin`, `hip`, `knee`, `ankle`, "
            "`shoulder`, `elbow`, `wrist`. Above 3 nothing loads it; up to 3 easier rungs do.",
            examples=[{"knee": 2}],
        ),
    ] = {}
    contraindications: Annotated[
        list[Contraindication],
        Field(max_length=30, description="What else speaks against exercises; they are left out."),
    ] = []
    health_flags: Annotated[list[HealthFlag], Field(max_length=20)] = []
    excluded_exercises: Annotated[list[ExerciseId], Field(max_length=700)] = []
    preferred_exercises: Annotated[list[ExerciseId], Field(max_length=30)] = []
    history: Annotated[
        list[DoneBefore],
        Field(
            max_length=100,
            description="What was done before: exercises that are known, and loads to start with.",
        ),
    ] = []
    mass_unit: Annotated[Unit, Field(description="Of the loads to start with.")] = "kg"
    body_mass_kg: Annotated[
        Annotated[Number, Field(gt=0, le=600)] | None,
        Field(description="For the energy of walking, running and cycling; else of `energy_log`."),
    ] = None
    energy_log: Annotated[
        EnergyLogBody | None,
        Field(description="The person with weights and intake, to be told what to eat as well."),
    ] = None

    @model_validator(mode="after")
    def _has_an_aim(self) -> "PlanBody":
        if not (self.goal or self.focus or self.objective):
            raise PydanticCustomError(
                "aim_needed", "say what the plan is for: a goal, a focus or an objective"
            )
        return self

    def known_energy(self) -> EnergyLog | None:
        """The log with what was said of health outside of it; UnknownReferences where it names
        what there is not."""
        if self.energy_log is None:
            return None
        self.energy_log.require_known("#/energy_log")
        log = self.energy_log.log("#/energy_log")
        flags = log.athlete.health_flags | frozenset(self.health_flags)
        return replace(log, athlete=replace(log.athlete, health_flags=flags))

    def asked(self) -> PlanAsked:
        log = self.known_energy()
        history = (
            TrainedBefore(
                one.exercise_id, history_records(one.history, f"#/history/{place}/history")
            )
            for place, one in enumerate(self.history)
        )
        return PlanAsked(
            goal=self.goal,
            focus=tuple(self.focus),
            objective=self.objective,
            days_per_week=self.days_per_week,
            weekdays=day_numbers(self.weekdays),
            minutes=self.minutes,
            equipment=tuple(self.equipment),
            level=self.level,
            weeks=self.weeks,
            starts_on=self.starts_on,
            pain_0_to_10=self.pain_0_to_10,
            contraindications=frozenset(one.value for one in self.contraindications),
            health_flags=log.athlete.health_flags if log else frozenset(self.health_flags),
            excluded=tuple(self.excluded_exercises),
            preferred=tuple(self.preferred_exercises),
            history=tuple(history),
            mass_unit=self.mass_unit,
            body_mass_kg=self.body_mass_kg,
            energy_log=log,
        )


@router.post("/plans")
async def make_plan(
    _principal: AdviceReader, body: Annotated[PlanBody, Body(examples=[examples.PLAN])]
) -> PlanOut:
    """Make a plan

    Weeks of training for a goal, a focus or an objective: sessions on days, exercises with sets,
    range, effort, tempo, rest and scheme, and what all of it rests on. Recovery, minutes,
    equipment, pain and exclusions always hold; what cannot hold beside them is named in
    `conflicts`, and the nearest plan is offered. To adopt it, send each of `programmes` to
    `POST /v1/athletes/{athlete_id}/programmes` as it stands.
    """
    return await asyncio.to_thread(_answer, body)


def _answer(body: PlanBody) -> PlanOut:
    return PlanOut.of(usecase.make_plan(body.asked()))


@router.get("/goals")
async def read_plan_goals(_principal: AdviceReader) -> NamedGoalItems:
    """List named goals

    What a plan can be asked for by name, with what each trains, says and rests on. The goals that
    an athlete has set are elsewhere.
    """
    return NamedGoalItems(items=[NamedGoalOut.of(goal) for goal in plan_facts().goals.values()])
