"""The intake that reaches a body mass by a day, and the one that then holds it."""

import asyncio
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import EstimateOut, PartOut, in_unit, part_fields
from app.api.v1.energy_log import EnergyLogBody
from app.api.v1.fields import Day, Flag, MassOut, Number, Output
from app.api.v1.goal_bodies import BodyMassKg, BreaksBody
from app.api.v1.scenario_bodies import PROTEIN
from app.api.v1.weighings import BodyMass
from app.engine.energy.outlook.scenario import Scenario
from app.engine.units import to_kg
from app.usecases.outlook import GoalIntakeAdvice, goal_intake_advice

router = APIRouter()

GOAL_MASS_RULES: dict[str, Any] = {
    "not": {"properties": {name: {"type": "null"} for name in ("goal_mass_kg", "goal_mass")}}
}


class GoalIntakeBody(EnergyLogBody):
    """A body mass by a day, with `goal_mass_kg` or `goal_mass`."""

    model_config = {**EnergyLogBody.model_config, "json_schema_extra": GOAL_MASS_RULES}

    goal_mass_kg: BodyMassKg = None
    goal_mass: Annotated[
        BodyMass | None, Field(description="In the unit of the scale; counts before kg.")
    ] = None
    by: Annotated[Day, Field(description="The day on which it is wanted.")]
    breaks: BreaksBody | None = None
    activity_kcal_per_day: Annotated[
        Annotated[Number, Field(ge=-5_000, le=5_000)],
        Field(description="More than now, net of rest; negative is less."),
    ] = 0.0
    resistance_training: Flag = False
    protein_g_per_kg: Annotated[Number, PROTEIN] | None = None

    @model_validator(mode="after")
    def _has_mass(self) -> "GoalIntakeBody":
        if self.goal_mass_kg is None and self.goal_mass is None:
            raise PydanticCustomError("mass_missing", "send goal_mass_kg or goal_mass")
        return self

    def goal_kg(self) -> float:
        mass = self.goal_mass
        goal_kg = to_kg(mass.value, mass.unit) if mass else self.goal_mass_kg
        assert goal_kg is not None
        return goal_kg

    def beside(self) -> Scenario:
        return Scenario(
            "goal",
            0.0,
            activity_kcal_per_day=self.activity_kcal_per_day,
            breaks=self.breaks.record() if self.breaks else None,
            resistance_training=self.resistance_training,
            protein_g_per_kg=self.protein_g_per_kg,
        )


class GoalIntakeValue(Output):
    """What to eat for the goal, if it is kept to [kcal a day]."""

    goal_kg: float
    goal: MassOut
    days: int
    reach: EstimateOut
    hold: Annotated[EstimateOut, Field(description="Once there.")]
    hold_now: Annotated[EstimateOut, Field(description="What would hold the mass of now.")]
    change_percent_per_week: Annotated[float, Field(description="In the mean of the way.")]


class GoalIntakePart(PartOut):
    """Refused, with the earliest day, where no advised intake gets there by the day."""

    value: GoalIntakeValue | None


class GoalIntakeOut(Output):
    on: date
    intake: GoalIntakePart
    engine_version: str

    @classmethod
    def of(cls, advice: GoalIntakeAdvice) -> "GoalIntakeOut":
        part = advice.intake
        value = in_unit(part.value, advice.mass_unit)
        return cls.model_validate(
            {
                "on": advice.on,
                "intake": {**part_fields(part), "value": value},
                "engine_version": advice.engine_version,
            }
        )


@router.post("/compute/goal-intake", tags=["compute"])
async def compute_goal_intake(
    _principal: AdviceReader,
    body: Annotated[GoalIntakeBody, Body(examples=[examples.COMPUTE_GOAL_INTAKE])],
) -> GoalIntakeOut:
    """Compute the intake for a goal

    The intake that brings a body to a mass by a day, and the one that then holds it, by the
    model of the NIH Body Weight Planner. Where that would be less than is advised there is no
    number, but the earliest day that can be had. Nothing is stored.
    """
    body.require_known()
    return await asyncio.to_thread(_compute, body)


def _compute(body: GoalIntakeBody) -> GoalIntakeOut:
    return GoalIntakeOut.of(goal_intake_advice(body.log(), body.goal_kg(), body.by, body.beside()))
