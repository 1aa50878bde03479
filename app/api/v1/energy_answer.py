"""The answer on energy, part by part."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.api.v1.answers import EstimateOut, MassEstimateOut, PartOut, in_unit, part_fields
from app.api.v1.fields import MassOut, Output
from app.engine.answer import Part
from app.engine.energy.goals.goal import GoalKind, Place
from app.engine.energy.goals.spot_reduction import SpotReduction
from app.engine.units import MassUnit
from app.usecases.energy import EnergyAdvice


class RestingValue(Output):
    estimate: Annotated[EstimateOut, Field(description="[kcal a day]")]
    equation: Annotated[str, Field(description="Name of the equation.")]


class ExpenditureValue(Output):
    estimate: Annotated[EstimateOut, Field(description="[kcal a day], on the logged scale")]
    method: Annotated[str, Field(description="`filter`, `activity_product` or `balance_identity`.")]
    span_days: int
    weighing_days: int
    intake_days: int


class GramsOut(Output):
    """A daily amount [g] with its sensible range."""

    low: float
    value: float
    high: float


class DayTargetOut(Output):
    """What to eat on a day."""

    intake: Annotated[EstimateOut, Field(description="[kcal a day]")]
    protein_g: GramsOut
    fat_g: GramsOut
    carbohydrate_g: GramsOut
    fibre_g: Annotated[float, Field(description="At least; part of the carbohydrate.")]


class TargetValue(DayTargetOut):
    rate_percent_per_week: float
    change_kg_per_week: float


class WeekValue(Output):
    training_days_per_week: int
    training_day: DayTargetOut
    rest_day: DayTargetOut


class CheckInValue(Output):
    """A proposal for the week to come [kcal a day]."""

    planned_kcal_per_day: Annotated[
        float, Field(description="Of the week that ends: as you said, or as the goal asked then.")
    ]
    asked_kcal_per_day: Annotated[float, Field(description="What the log asks for, not smoothed.")]
    proposed_kcal_per_day: float
    change_kcal_per_day: Annotated[float, Field(description="Proposed less planned.")]
    eaten_kcal_per_day: Annotated[
        float | None, Field(description="Mean of the last week; null where little is logged.")
    ]
    next_on: date


class TrendOut(Output):
    exercise_id: str
    percent_per_week: EstimateOut


class CourseValue(Output):
    rate_percent_per_week: Annotated[
        EstimateOut, Field(description="Of the last two weeks, losing negative.")
    ]
    eaten_kcal_per_day: Annotated[
        float | None, Field(description="Mean of the last four weeks; null where little is logged.")
    ]
    strength: Annotated[
        list[TrendOut], Field(description="Where body mass falls: what is trained most.")
    ]


class AfterDietValue(Output):
    """What holds the body once the diet ends [kcal a day]."""

    deficit_seen: Annotated[bool, Field(description="Where false, what is spent holds it.")]
    intake: EstimateOut
    spent_now_kcal_per_day: float
    eaten_kcal_per_day: float
    adaptation: Annotated[
        EstimateOut, Field(description="Spent less by adaptation now; its size is disputed.")
    ]


class DefinitionOut(Output):
    """Body fat at which coaches say that muscles begin to show: a convention."""

    low_percent: float
    high_percent: float
    now_percent: float | None
    body_mass_kg: Annotated[
        float | None, Field(description="About, at the upper end; null where that is not below.")
    ]
    body_mass: MassOut | None


class SpotReductionValue(Output):
    place: Place
    waist_cm_per_kg_fat: float
    visceral_exponent: Annotated[
        float, Field(description="Visceral fat changes as fat in all to this power.")
    ]
    definition: DefinitionOut | None


class BodyMassPart(PartOut):
    """Body mass now, freed of water and scale noise."""

    value: Annotated[EstimateOut | None, Field(description="[kg]")]
    body_mass: Annotated[
        MassEstimateOut | None, Field(description="The same in the athlete's unit.")
    ]


class RestingPart(PartOut):
    """Resting energy expenditure."""

    value: RestingValue | None


class ExpenditurePart(PartOut):
    """Total energy expenditure."""

    value: ExpenditureValue | None


class BalancePart(PartOut):
    """Intake less expenditure [kcal a day], negative in a deficit."""

    value: EstimateOut | None


class TargetPart(PartOut):
    """What to eat for the goal that is followed."""

    value: TargetValue | None


class WeekPart(PartOut):
    """The target laid out over days of training and of rest."""

    value: WeekValue | None


class CheckInPart(PartOut):
    """Once a week: whether the intake is to change, by how much, and why."""

    value: CheckInValue | None


class CoursePart(PartOut):
    """How it goes; `warnings` tell of loss that is too fast, of weeks below resting energy, and
    of lean mass at risk."""

    value: CourseValue | None


class AfterDietPart(PartOut):
    """What holds the body: after a diet more than is spent on it."""

    value: AfterDietValue | None


class AvailabilityPart(PartOut):
    """Energy availability: what was eaten in the last four weeks less what training costs, for each
    kilogram of fat-free mass."""

    value: Annotated[EstimateOut | None, Field(description="[kcal for each kg a day]")]


class SpotReductionPart(PartOut):
    """What is known for and against losing fat at one place; the plan itself is the target."""

    value: SpotReductionValue | None


class EnergyOut(Output):
    """Each part stands for itself; a refused or missing one hides no other."""

    on: date
    goal_id: Annotated[UUID | None, Field(description="Of the goal that is followed, if it has.")]
    goal_kind: GoalKind
    body_mass: BodyMassPart
    resting: RestingPart
    expenditure: ExpenditurePart
    balance: BalancePart
    target: TargetPart
    week: WeekPart
    check_in: CheckInPart
    course: CoursePart
    after_diet: AfterDietPart
    availability: AvailabilityPart
    spot_reduction: Annotated[
        SpotReductionPart | None, Field(description="Null where the goal names no place.")
    ]
    engine_version: str

    @classmethod
    def of(cls, advice: EnergyAdvice) -> "EnergyOut":
        found = advice.guidance
        answer = found.answer
        parts: dict[str, Part[object]] = {
            "body_mass": answer.body_mass,
            "resting": answer.resting,
            "expenditure": answer.expenditure,
            "balance": answer.balance,
            "target": answer.target,
            "week": found.week,
            "check_in": found.check_in,
            "course": found.course,
            "after_diet": found.after_diet,
            "availability": found.availability,
        }
        fields = {name: {**part_fields(p), "value": p.value} for name, p in parts.items()}
        shown = MassEstimateOut.of(answer.body_mass.value, advice.mass_unit)
        fields["body_mass"]["body_mass"] = shown
        about = {
            "on": advice.on,
            "goal_id": advice.goal_id,
            "goal_kind": found.goal.kind,
            "engine_version": advice.engine_version,
        }
        spot = _spot_reduction(found.spot_reduction, advice.mass_unit)
        return cls.model_validate({**about, **fields, "spot_reduction": spot})


def _spot_reduction(part: Part[SpotReduction] | None, unit: MassUnit) -> dict[str, object] | None:
    if part is None:
        return None
    return {**part_fields(part), "value": in_unit(part.value, unit)}
