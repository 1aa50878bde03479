"""Plans as they are answered."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from app.api.v1.answers import EstimateOut, PartOut, ReasonOut, part_fields
from app.api.v1.energy_answer import TargetPart, WeekPart
from app.api.v1.fields import MassOut, Output
from app.api.v1.plan_programmes import AdoptableProgramme, programmes_of, scheme_out
from app.api.v1.scheme_bodies import AnyScheme
from app.api.v1.sets import TempoOut
from app.api.v1.weekdays import day_names
from app.catalogue.load import catalogue
from app.catalogue.plan_goals import EnergyAim, PlanGoal
from app.catalogue.records import Mechanics, Plane
from app.engine.load.mesocycle import mesocycle_weeks
from app.engine.plan.plan import (
    Block,
    Conflict,
    ExerciseRole,
    GroupVolume,
    PlanConstraint,
    PlannedExercise,
    PlannedSession,
    WeekPlan,
)
from app.engine.plan.question import PlanObjective
from app.engine.plan.weekdays import NAMES
from app.engine.records import Measure
from app.engine.units import MassUnit
from app.usecases.plans import Cardio, PlanAnswer


class PlannedExerciseOut(Output):
    exercise_id: str
    name: str
    role: Annotated[
        ExerciseRole,
        Field(description="`preparation` comes first and is light; `focus`; `balance`."),
    ]
    equipment_id: str
    mechanics: Mechanics
    plane: Plane
    per_side: Annotated[bool, Field(description="Repetitions and seconds count one side.")]
    sets: int
    measured_in: Measure
    range: Annotated[list[int], Field(description="Repetitions, or seconds where it is held.")]
    repetitions_in_reserve: Annotated[
        float, Field(description="In the first week; `weeks` says how it goes on.")
    ]
    tempo: TempoOut | None
    rest_s: float
    duration_s: Annotated[
        float, Field(description="All sets with their rests, at the top of the range.")
    ]
    scheme: Annotated[AnyScheme, Field(description="How it progresses; see `/v1/schemes`.")]
    start_load_kg: Annotated[
        float | None,
        Field(description="From the history; null: the first session finds the load."),
    ]
    start_load: Annotated[MassOut | None, Field(description="The same in the unit asked for.")]
    because: list[ReasonOut]

    @classmethod
    def of(cls, one: PlannedExercise, unit: MassUnit) -> "PlannedExerciseOut":
        known = catalogue().exercises[one.exercise_id]
        shared = {name: getattr(one, name, None) for name in cls.model_fields}
        return cls.model_validate(
            {
                **shared,
                "equipment_id": known.equipment_id,
                "mechanics": known.mechanics,
                "plane": known.plane,
                "per_side": known.laterality.value == "unilateral",
                "range": [one.range_low, one.range_high],
                "scheme": scheme_out(one),
                "start_load": MassOut.of(one.start_load_kg, unit),
            }
        )


class PlannedSessionOut(Output):
    weekday: str
    name: str
    minutes: Annotated[float, Field(description="With warm-up and rests.")]
    warm_up_minutes: float
    exercises: list[PlannedExerciseOut]

    @classmethod
    def of(cls, one: PlannedSession, unit: MassUnit) -> "PlannedSessionOut":
        return cls(
            weekday=NAMES[one.weekday],
            name=one.name,
            minutes=one.duration_s / 60.0,
            warm_up_minutes=one.warm_up_s / 60.0,
            exercises=[PlannedExerciseOut.of(each, unit) for each in one.exercises],
        )


class MuscleVolumeOut(Output):
    muscle_id: Annotated[str, Field(validation_alias="muscle")]
    direct_sets: float
    sets: float


class GroupVolumeOut(Output):
    """Weekly sets; a set counts 1 where the group limits it and its share where it helps."""

    group: str
    focus: bool
    weekdays: Annotated[list[str], Field(description="On which it is trained directly.")]
    direct_sets: float
    sets: float
    growth_percent: Annotated[
        EstimateOut | None,
        Field(description="Over some ten weeks, as groups in trials gained on average [%]."),
    ]
    muscles: list[MuscleVolumeOut]

    @classmethod
    def of(cls, one: GroupVolume) -> "GroupVolumeOut":
        shared = {name: getattr(one, name) for name in cls.model_fields}
        return cls.model_validate({**shared, "weekdays": day_names(one.weekdays)})


class PlanWeekOut(Output):
    number: Annotated[int, Field(description="Of the plan, from 1.")]
    is_deload: bool
    repetitions_in_reserve: float | None
    sets_factor: Annotated[float, Field(description="Of the sets that the sessions say.")]


class PlanConflictOut(Output):
    """Constraints that cannot all hold, and the one that the plan lets go."""

    constraints: list[PlanConstraint]
    gave_way: PlanConstraint
    because: ReasonOut

    @classmethod
    def of(cls, one: Conflict) -> "PlanConflictOut":
        return cls.model_validate(one)


class WeekPlanOut(Output):
    """The same sessions every week; `weeks` says what changes."""

    sessions: list[PlannedSessionOut]
    volume: Annotated[list[GroupVolumeOut], Field(description="The focus first.")]
    weeks: list[PlanWeekOut]
    conflicts: Annotated[
        list[PlanConflictOut], Field(description="Empty where everything asked for holds.")
    ]

    @classmethod
    def of(cls, plan: WeekPlan, unit: MassUnit) -> "WeekPlanOut":
        return cls(
            sessions=[PlannedSessionOut.of(one, unit) for one in plan.sessions],
            volume=[GroupVolumeOut.of(one) for one in plan.volume],
            weeks=[week for block in plan.blocks for week in _weeks(block)],
            conflicts=[PlanConflictOut.of(one) for one in plan.conflicts],
        )


class PlanPart(PartOut):
    value: WeekPlanOut | None


class PlanCardioOut(Output):
    """One way of spending more; the ways are alternatives."""

    activity_id: str
    name: str
    met: float
    minutes: float
    times_per_week: int
    net_kcal_per_kg: Annotated[
        float, Field(description="Above rest, of one session, for each kg of body mass.")
    ]
    net_kcal: Annotated[
        EstimateOut | None, Field(description="Above rest; null where no body mass was said.")
    ]
    gross_kcal: Annotated[EstimateOut | None, Field(description="With what rest would cost.")]

    @classmethod
    def of(cls, one: Cardio) -> "PlanCardioOut":
        energy = one.energy.value if one.energy else None
        return cls(
            activity_id=one.activity.id,
            name=one.activity.name,
            met=one.activity.met,
            minutes=one.minutes,
            times_per_week=one.times_per_week,
            net_kcal_per_kg=one.net_kcal_per_kg,
            net_kcal=EstimateOut.model_validate(energy.net) if energy else None,
            gross_kcal=EstimateOut.model_validate(energy.gross) if energy else None,
        )


class PlanNutritionOut(Output):
    """The other half of the goal: what is eaten and spent."""

    aim: EnergyAim | None
    because: list[ReasonOut]
    target: Annotated[TargetPart, Field(description="From `energy_log`, for the aim.")]
    week: WeekPart
    cardio: list[PlanCardioOut]
    cardio_weekdays: Annotated[list[str], Field(description="Days without a session first.")]


class NamedGoalOut(Output):
    id: str
    name: str
    summary: str
    objective: PlanObjective
    focus: Annotated[list[str], Field(description="Groups or muscles; empty: the whole body.")]
    days_per_week: int
    weeks: int
    energy: EnergyAim
    training: list[ReasonOut]
    nutrition: list[ReasonOut]
    habits: list[ReasonOut]

    @classmethod
    def of(cls, goal: PlanGoal) -> "NamedGoalOut":
        shared = {name: getattr(goal, name) for name in cls.model_fields}
        said = {
            name: [ReasonOut.model_validate(one.reason()) for one in getattr(goal, name)]
            for name in ("training", "nutrition", "habits")
        }
        return cls.model_validate({**shared, **said})


class NamedGoalItems(Output):
    items: list[NamedGoalOut]


class PlanOut(Output):
    goal: NamedGoalOut | None
    plan: PlanPart
    training: Annotated[list[ReasonOut], Field(description="What the goal says of training.")]
    nutrition: PlanNutritionOut
    habits: Annotated[list[ReasonOut], Field(description="Sleep, rest, protein.")]
    programmes: Annotated[
        list[AdoptableProgramme],
        Field(
            description="To adopt the plan: one body for each block of weeks, in order. Without "
            "`starts_on` each is sent when its block begins."
        ),
    ]
    engine_version: str

    @classmethod
    def of(cls, answer: PlanAnswer) -> "PlanOut":
        plan = answer.part.value
        value = None if plan is None else WeekPlanOut.of(plan, answer.mass_unit)
        return cls(
            goal=NamedGoalOut.of(answer.goal) if answer.goal else None,
            plan=PlanPart.model_validate({**part_fields(answer.part), "value": value}),
            training=[ReasonOut.model_validate(one) for one in answer.words.training],
            nutrition=PlanNutritionOut(
                aim=answer.words.energy,
                because=[ReasonOut.model_validate(one) for one in answer.words.nutrition],
                target=TargetPart.model_validate(answer.intake.target),
                week=WeekPart.model_validate(answer.intake.week),
                cardio=[PlanCardioOut.of(one) for one in answer.cardio],
                cardio_weekdays=day_names(answer.cardio_weekdays),
            ),
            habits=[ReasonOut.model_validate(one) for one in answer.words.habits],
            programmes=list(programmes_of(answer, plan)) if plan else [],
            engine_version=answer.engine_version,
        )


def _weeks(block: Block) -> Iterator[PlanWeekOut]:
    if block.mesocycle is None:
        yield PlanWeekOut(
            number=block.first_week, is_deload=False, repetitions_in_reserve=None, sets_factor=1.0
        )
        return
    for week in mesocycle_weeks(block.mesocycle):
        yield PlanWeekOut(
            number=block.first_week + week.number - 1,
            is_deload=week.is_deload,
            repetitions_in_reserve=week.repetitions_in_reserve,
            sets_factor=week.sets_factor,
        )
