"""What somebody like this spends in a day, before any log."""

from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import EstimateOut, PartOut, part_fields
from app.api.v1.asked_bodies import AskedBody
from app.api.v1.energy_answer import RestingPart
from app.api.v1.fields import Flag, Input, MassOut, Number, Output
from app.api.v1.resting_equations import RESTING_EQUATION, RestingEquationName
from app.engine.answer import Part
from app.engine.energy.activity.life_style import Leisure, Work, life_style_level
from app.engine.energy.activity.requirement import ActivityCategory
from app.usecases.energy_requirement import (
    AskedRequirement,
    RequirementAnswer,
    requirement_answer,
)

router = APIRouter(prefix="/compute/energy-requirement", tags=["compute"])

Grams = Annotated[Number, Field(ge=0, le=5_000)]
ACTIVITIES = ("activity_level", "category", "life_style")


def _two_of(one: str, other: str) -> dict[str, Any]:
    said = {"not": {"type": "null"}}
    return {"required": [one, other], "properties": {one: said, other: said}}


ACTIVITY_RULES: dict[str, Any] = {
    "not": {
        "anyOf": [
            _two_of(one, other)
            for place, one in enumerate(ACTIVITIES)
            for other in ACTIVITIES[place + 1 :]
        ]
    }
}
"""At most one of them."""


class LifeStyleBody(Input):
    leisure: Annotated[
        Leisure,
        Field(
            description="`very_light`: next to nothing. `light`: a walk now and then. `moderate`: "
            "something that raises the breath, weekly. `active`: hard activity several times a "
            "week. `very_active`: nearly every day."
        ),
    ]
    work: Annotated[
        Work,
        Field(
            description="`very_light`: sitting nearly all day. `light`: sitting, standing and "
            "walking by turns. `moderate`: on the feet, some lifting. `heavy`: lifting most of "
            "the day."
        ),
    ]


class DietBody(Input):
    """Grams of a day."""

    protein_g: Grams = 0
    carbohydrate_g: Grams = 0
    fat_g: Grams = 0
    alcohol_g: Grams = 0

    def grams(self) -> dict[str, float]:
        return {name.removesuffix("_g"): grams for name, grams in self.model_dump().items()}


class EnergyRequirementBody(AskedBody):
    """How active somebody is, is told in one way or not at all."""

    model_config = {**Input.model_config, "json_schema_extra": ACTIVITY_RULES}

    trained: Annotated[
        Flag, Field(description="They train hard several times a week, for years or in sport.")
    ] = False
    resting_equation: Annotated[RestingEquationName, RESTING_EQUATION] | None = None
    activity_level: Annotated[
        Annotated[Number, Field(ge=0, le=10)] | None,
        Field(description="Total over resting expenditure; 1.0 to below 2.5 are answered."),
    ] = None
    category: Annotated[
        ActivityCategory | None, Field(description="Of the dietary references.")
    ] = None
    life_style: Annotated[
        LifeStyleBody | None, Field(description="From which a level is taken.")
    ] = None
    diet: Annotated[DietBody | None, Field(description="What it costs to digest this.")] = None

    @model_validator(mode="after")
    def _told_once(self) -> "EnergyRequirementBody":
        if sum(getattr(self, name) is not None for name in ACTIVITIES) > 1:
            ways = ", ".join(ACTIVITIES)
            raise PydanticCustomError("activity_twice", "send one of {ways}", {"ways": ways})
        return self

    def asked(self) -> AskedRequirement:
        style = self.life_style
        level = (
            self.activity_level if style is None else life_style_level(style.leisure, style.work)
        )
        return AskedRequirement(
            athlete=self.person(),
            body_mass_kg=self.mass_kg(),
            trained=self.trained,
            resting_equation=self.resting_equation,
            activity=level if self.category is None else self.category,
            eaten_g=None if self.diet is None else self.diet.grams(),
        )


class TotalByLevelPart(PartOut):
    """Resting energy times the activity level [kcal a day]; exercise is in it."""

    value: EstimateOut | None


class RequirementValue(Output):
    estimate: Annotated[EstimateOut, Field(description="[kcal a day]; exercise is in it.")]
    category: ActivityCategory
    superseded_2005_kcal_per_day: Annotated[
        float, Field(description="By the edition before, to compare; it is not in force.")
    ]


class RequirementPart(PartOut):
    """The estimated energy requirement of the dietary references of 2023."""

    value: RequirementValue | None


class EnergyRangeOut(Output):
    """What studies find [kcal a day]; no interval of probability."""

    low: float
    value: float
    high: float


class EnergyRequirementOut(Output):
    """Each part stands for itself; a refused or missing one hides no other."""

    body_mass_kg: float | None
    body_mass: Annotated[MassOut | None, Field(description="The same in the athlete's unit.")]
    activity_level: Annotated[
        float | None, Field(description="As it was sent, or of the life style.")
    ]
    resting: RestingPart
    total: TotalByLevelPart
    requirement: RequirementPart
    thermic_effect: Annotated[
        EnergyRangeOut | None,
        Field(description="Of `diet`; it is in every total and never added to one."),
    ]
    engine_version: str

    @classmethod
    def of(cls, body: EnergyRequirementBody, answer: RequirementAnswer) -> "EnergyRequirementOut":
        parts: dict[str, Part[object]] = {
            "resting": answer.resting,
            "total": answer.total,
            "requirement": answer.requirement,
        }
        return cls.model_validate(
            {
                **body.shown_mass(),
                **{name: {**part_fields(p), "value": p.value} for name, p in parts.items()},
                "activity_level": answer.activity_level,
                "thermic_effect": answer.thermic_effect,
                "engine_version": answer.engine_version,
            }
        )


@router.post("")
async def compute_energy_requirement(
    _principal: AdviceReader,
    body: Annotated[EnergyRequirementBody, Body(examples=[examples.COMPUTE_ENERGY_REQUIREMENT])],
) -> EnergyRequirementOut:
    """Compute an energy requirement

    What people of this size and activity spend in a day, without a log: by the equations of the
    dietary references and as resting energy times an activity level. Where weights and intake are
    logged, compute energy: that is this person's own.
    """
    return EnergyRequirementOut.of(body, requirement_answer(body.asked()))
