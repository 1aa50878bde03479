"""A plan as programmes that can be sent as they stand."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import Field

from app.api.v1.fields import MassOut, Output
from app.api.v1.programmes import MesocycleOut
from app.api.v1.scheme_bodies import ADAPTER, AnyScheme
from app.api.v1.sets import TempoOut
from app.api.v1.weekdays import day_names
from app.engine.plan.plan import PlannedExercise, WeekPlan
from app.engine.plan.weekdays import NAMES
from app.engine.progression.parameter import as_lists
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.records import Measure
from app.engine.units import MassUnit
from app.usecases.plans import PlanAnswer

DAYS = 7


class AdoptableTargets(Output):
    repetition_range: list[int] | None
    sets: int | None
    rest_s: float
    tempo: TempoOut | None
    repetitions_in_reserve: float | None
    start_load: MassOut | None


class AdoptableExercise(Output):
    exercise_id: str
    scheme: Annotated[
        AnyScheme | None, Field(description="Null is double progression by the targets.")
    ]
    targets: AdoptableTargets

    @classmethod
    def of(cls, one: PlannedExercise, unit: MassUnit) -> "AdoptableExercise":
        double = one.scheme == DOUBLE_PROGRESSION
        held = one.measured_in is Measure.DURATION
        targets = AdoptableTargets(
            repetition_range=[one.range_low, one.range_high] if double else None,
            sets=one.sets if double else None,
            rest_s=one.rest_s,
            tempo=None if one.tempo is None else TempoOut.model_validate(one.tempo),
            repetitions_in_reserve=None if held else one.repetitions_in_reserve,
            start_load=MassOut.of(one.start_load_kg, unit),
        )
        scheme = None if double else scheme_out(one)
        return cls(exercise_id=one.exercise_id, scheme=scheme, targets=targets)


class AdoptableDay(Output):
    name: str
    exercises: list[AdoptableExercise]


class AdoptableProgramme(Output):
    """One block of the plan, as `POST /v1/athletes/{athlete_id}/programmes` takes it."""

    name: str
    starts_on: Annotated[date | None, Field(description="Null is the day on which it is sent.")]
    ends_on: date | None
    weekdays: list[str]
    mesocycle: MesocycleOut | None
    days: list[AdoptableDay]


def scheme_out(one: PlannedExercise) -> Any:
    """The scheme as a body has it."""
    told = {name: as_lists(value) for name, value in one.parameters.items()}
    return ADAPTER.validate_python({"name": one.scheme, **told})


def programmes_of(answer: PlanAnswer, plan: WeekPlan) -> Iterator[AdoptableProgramme]:
    """One for each block of weeks."""
    name = answer.goal.name if answer.goal else "Plan"
    days = [
        AdoptableDay(
            name=f"{NAMES[one.weekday].capitalize()}: {one.name}",
            exercises=[AdoptableExercise.of(each, answer.mass_unit) for each in one.exercises],
        )
        for one in plan.sessions
    ]
    for number, block in enumerate(plan.blocks, 1):
        starts_on = _week_begins(answer.starts_on, block.first_week)
        ends_on = _week_begins(answer.starts_on, block.first_week + block.weeks)
        yield AdoptableProgramme(
            name=name if len(plan.blocks) == 1 else f"{name}, part {number}",
            starts_on=starts_on,
            weekdays=day_names(one.weekday for one in plan.sessions),
            ends_on=None if ends_on is None else ends_on - timedelta(days=1),
            mesocycle=None
            if block.mesocycle is None
            else MesocycleOut.model_validate(block.mesocycle),
            days=days,
        )


def _week_begins(starts_on: date | None, week: int) -> date | None:
    """The first day of a week of the plan, from 1; where the calendar ends, its last."""
    if starts_on is None:
        return None
    days = min(DAYS * (week - 1), (date.max - starts_on).days)
    return starts_on + timedelta(days=days)
