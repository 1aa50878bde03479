"""Goals as they are sent: one model for each kind, told apart by `kind`."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.v1.fields import WHOLE, Day, Id, Input, Number, Text
from app.api.v1.weighings import BODY_MASS_RULES, BodyMass
from app.engine.energy.goals.goal import Goal, GoalKind, Place
from app.engine.energy.outlook.scenario import DietBreaks
from app.engine.units import to_kg
from app.usecases.goal_records import GoalWanted
from app.usecases.goals import NewGoal

RateOfLoss = Annotated[
    Annotated[Number, Field(ge=-5, lt=0)] | None,
    Field(description="Wanted change of body mass [% a week], losing negative; absent is -0.5."),
]
Rate = Annotated[Number, Field(ge=-5, le=5)]
By = Annotated[Day | None, Field(description="The day on which it is wanted; instead of a rate.")]
BodyMassKg = Annotated[Number, Field(ge=20, le=400)] | None
EITHER_RULES: dict[str, Any] = {
    "not": {
        "properties": {"by": {"type": "string"}, "rate_percent_per_week": {"type": "number"}},
        "required": ["by", "rate_percent_per_week"],
    }
}


class BreaksBody(Input):
    """Days off the diet that hold the body: for comfort, nothing more is claimed of them."""

    every_days: Annotated[
        Annotated[int, Field(ge=1, le=365), WHOLE], Field(description="Of diet before each break.")
    ]
    for_days: Annotated[
        Annotated[int, Field(ge=1, le=60), WHOLE],
        Field(description="1 or 2 are a refeed, 7 or 14 a diet break."),
    ]

    def record(self) -> DietBreaks:
        return DietBreaks(self.every_days, self.for_days)


class GoalFields(Input):
    """What every kind of goal may say."""

    id: Annotated[
        Id | None, Field(description="Made by you (UUID, version 7 is best), or by us.")
    ] = None
    starts_on: Annotated[Day | None, Field(description="Its first day; absent is today.")] = None
    ends_on: Annotated[Day | None, Field(description="Its last day; absent is open.")] = None
    training_days_per_week: Annotated[
        Annotated[int, Field(ge=0, le=7), WHOLE] | None,
        Field(description="Lays the week's intake out over days of training and of rest."),
    ] = None
    exercise_kcal_per_session: Annotated[
        Annotated[Number, Field(ge=0, le=5_000)] | None,
        Field(description="What a session costs, net of rest [kcal]; energy availability pays it."),
    ] = None
    note: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "GoalFields":
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValueError("ends_on lies before starts_on")
        return self

    def wanted(self) -> GoalWanted:
        """The engine's goal."""
        return GoalWanted(self.goal())

    def goal(self) -> Goal:
        told = {
            name: getattr(self, name, None)
            for name in (
                "rate_percent_per_week",
                "body_fat_percent",
                "by",
                "place",
                "training_days_per_week",
                "exercise_kcal_per_session",
                "starts_on",
            )
        }
        breaks: BreaksBody | None = getattr(self, "breaks", None)
        return Goal(
            GoalKind(self.model_dump(include={"kind"})["kind"]),
            body_mass_kg=self.goal_kg(),
            breaks=breaks.record() if breaks else None,
            **told,
        )

    def goal_kg(self) -> float | None:
        return None

    def new(self, goal_id: UUID | None = None) -> NewGoal:
        id_ = goal_id or self.id
        return NewGoal(id_, self.wanted(), self.starts_on, self.ends_on, self.note)


class RateGoal(GoalFields):
    """A change of so many percent a week: losing below 0, gaining above, 0 holds."""

    kind: Literal["rate"]
    rate_percent_per_week: Annotated[
        Rate, Field(description="Of body mass [% a week]; -1 to 0.5 are answered.")
    ]
    breaks: BreaksBody | None = None


class BodyMassGoal(GoalFields):
    """A body mass, by a day or at a rate; held once it is there."""

    model_config = {
        **Input.model_config,
        "json_schema_extra": {"allOf": [BODY_MASS_RULES, EITHER_RULES]},
    }

    kind: Literal["body_mass"]
    body_mass_kg: BodyMassKg = None
    body_mass: Annotated[
        BodyMass | None, Field(description="In its own unit, which is kept; counts before kg.")
    ] = None
    by: By = None
    rate_percent_per_week: Annotated[
        Rate | None,
        Field(description="[% a week]; absent is -0.5 on the way down, 0.25 on the way up."),
    ] = None
    breaks: BreaksBody | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> "BodyMassGoal":
        if self.body_mass_kg is None and self.body_mass is None:
            raise PydanticCustomError("mass_missing", "send body_mass_kg or body_mass")
        _require_either(self.by, self.rate_percent_per_week)
        return self

    def goal_kg(self) -> float | None:
        mass = self.body_mass
        return to_kg(mass.value, mass.unit) if mass else self.body_mass_kg

    def wanted(self) -> GoalWanted:
        return GoalWanted(self.goal(), self.body_mass.unit if self.body_mass else "kg")


class BodyFatGoal(GoalFields):
    """A share of fat, by a day or at a rate; held once it is there."""

    model_config = {**Input.model_config, "json_schema_extra": EITHER_RULES}

    kind: Literal["body_fat"]
    body_fat_percent: Annotated[Number, Field(ge=2, le=75)]
    by: By = None
    rate_percent_per_week: RateOfLoss = None
    breaks: BreaksBody | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> "BodyFatGoal":
        _require_either(self.by, self.rate_percent_per_week)
        return self


class MaintenanceGoal(GoalFields):
    """To stay as one is, also after a diet."""

    kind: Literal["maintenance"]


class LeanGainGoal(GoalFields):
    """To gain, as little of it fat as can be."""

    kind: Literal["lean_gain"]
    rate_percent_per_week: Annotated[
        Annotated[Number, Field(gt=0, le=5)] | None,
        Field(description="[% a week]; absent is 0.25, above 0.5 is refused."),
    ] = None


class RecompositionGoal(GoalFields):
    """To gain lean mass while fat is lost, at a body mass that holds or falls slowly."""

    kind: Literal["recomposition"]
    rate_percent_per_week: Annotated[
        Annotated[Number, Field(ge=-0.5, le=0)] | None,
        Field(description="[% a week]; absent is 0."),
    ] = None


class SpotReductionGoal(GoalFields):
    """To lose fat at one place. Stored as asked; answered with what is known of that, and with
    the plan that loses fat all over."""

    kind: Literal["spot_reduction"]
    place: Place
    rate_percent_per_week: RateOfLoss = None
    breaks: BreaksBody | None = None


AnyGoal = Annotated[
    RateGoal
    | BodyMassGoal
    | BodyFatGoal
    | MaintenanceGoal
    | LeanGainGoal
    | RecompositionGoal
    | SpotReductionGoal,
    Field(discriminator="kind", description="What is wanted of the body."),
]


def _require_either(by: object, rate: object) -> None:
    if by is not None and rate is not None:
        raise PydanticCustomError("by_and_rate", "send by or rate_percent_per_week, not both")
