"""Bouts of activity as callers tell them: by the table, the heart rate, or speed and power."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.v1.fields import Flag, Id, Input, Name, Number, Slug
from app.api.v1.kinds import BY_KIND
from app.api.v1.logged_activities import DurationS
from app.engine.energy.activity.bout import MET_RANGE, ActivityBout
from app.engine.energy.activity.steady_bouts import HeartRateBout, SteadyBout
from app.engine.energy.activity.week import Bout
from app.engine.units import SECONDS_PER_MINUTE
from app.usecases.activities import require_activity
from app.usecases.activity_energy import bout_of

LOWEST_MET, HIGHEST_MET = MET_RANGE

TABLE_RULES: dict[str, Any] = {
    "oneOf": [
        {
            "required": ["activity_id"],
            "properties": {"activity_id": {"type": "string"}, "met": {"type": "null"}},
        },
        {
            "required": ["met"],
            "properties": {"met": {"type": "number"}, "activity_id": {"type": "null"}},
        },
    ]
}
"""One of the two."""


class TimedBody(Input):
    id: Annotated[Id | None, Field(description="Yours; names it in the answer.")] = None
    duration_s: DurationS
    times_per_week: Annotated[Number, Field(gt=0, le=200)] = 1

    @property
    def minutes(self) -> float:
        return self.duration_s / SECONDS_PER_MINUTE


class TableBody(TimedBody):
    """By the rate of an activity of `/v1/activities`, or by a rate of your own."""

    model_config = {**Input.model_config, "json_schema_extra": TABLE_RULES}

    kind: Literal["table"]
    activity_id: Annotated[Slug | None, Field(description="Of `/v1/activities`.")] = None
    met: Annotated[
        Annotated[Number, Field(ge=0, le=100)] | None,
        Field(
            description=f"A rate that is not in the table; {LOWEST_MET:g} to {HIGHEST_MET:g} are "
            "believed."
        ),
    ] = None
    name: Annotated[Name | None, Field(description="Of an activity with a rate of its own.")] = None

    @model_validator(mode="after")
    def _one_of_the_two(self) -> "TableBody":
        if (self.activity_id is None) == (self.met is None):
            raise PydanticCustomError("rate_needed", "send activity_id or met, and not both")
        return self

    def bout(self) -> Bout:
        if self.activity_id is not None:
            return bout_of(require_activity(self.activity_id), self.minutes, self.times_per_week)
        assert self.met is not None
        name = self.name or "The activity"
        return ActivityBout(name, self.met, self.minutes, self.times_per_week)


class HeartRateBody(TimedBody):
    """By the mean heart rate, where it was held steady."""

    kind: Literal["heart_rate"]
    heart_rate_bpm: Annotated[Number, Field(ge=20, le=260)]
    steady: Annotated[Flag, Field(description="Without sets, sprints and pauses.")]
    vo2max_ml_per_kg_per_min: Annotated[
        Annotated[Number, Field(gt=0, le=120)] | None,
        Field(description="Maximal oxygen uptake, if it was measured."),
    ] = None

    def bout(self) -> Bout:
        return HeartRateBout(
            self.heart_rate_bpm,
            self.steady,
            self.minutes,
            self.times_per_week,
            self.vo2max_ml_per_kg_per_min,
        )


class EquationBody(TimedBody):
    """By an equation of the ACSM for steady work, which holds within bounds of its own."""

    def bout(self) -> Bout:
        named = self.model_dump(exclude={*TimedBody.model_fields})
        equation = named.pop("kind")
        return SteadyBout(equation, named, self.minutes, self.times_per_week)


Speed = Annotated[Number, Field(ge=0, le=1_000, description="[m/min]; 1 km/h is 16.67.")]
Grade = Annotated[Number, Field(ge=-1, le=1, description="As a fraction, uphill.")]
PowerW = Annotated[Number, Field(ge=0, le=3_000, description="[W]")]


class WalkingBody(EquationBody):
    kind: Literal["walking"]
    speed_m_per_min: Speed
    grade: Grade = 0


class RunningBody(EquationBody):
    kind: Literal["running"]
    speed_m_per_min: Speed
    grade: Grade = 0


class LegCyclingBody(EquationBody):
    kind: Literal["leg_cycling"]
    power_w: PowerW


class ArmCyclingBody(EquationBody):
    kind: Literal["arm_cycling"]
    power_w: PowerW


class SteppingBody(EquationBody):
    kind: Literal["stepping"]
    steps_per_min: Annotated[Number, Field(ge=0, le=500, description="Up and down is one.")]
    step_height_m: Annotated[Number, Field(ge=0, le=3)]


BoutBody = Annotated[
    TableBody
    | HeartRateBody
    | WalkingBody
    | RunningBody
    | LegCyclingBody
    | ArmCyclingBody
    | SteppingBody,
    Field(discriminator="kind"),
    BY_KIND,
]
