"""What somebody means to eat and do from a day on, as it is sent."""

from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.v1.fields import WHOLE, Flag, Input, Name, Number
from app.engine.energy.dynamics.conditions import MOST_INTAKE_KCAL
from app.engine.energy.outlook.scenario import (
    COMPENSATION,
    MOST_PROTEIN_G_PER_KG,
    DietBreaks,
    Scenario,
)
from app.usecases.outlook import PlannedEating, PlannedScenario

Intake = Annotated[Number, Field(ge=0, le=MOST_INTAKE_KCAL)]
EITHER = ("intake_kcal_per_day", "change_kcal_per_day")
EITHER_RULES: dict[str, Any] = {
    "not": {
        "properties": {name: {"type": "number"} for name in EITHER},
        "required": list(EITHER),
    }
}
PROTEIN = Field(
    allow_inf_nan=False,
    ge=0,
    le=MOST_PROTEIN_G_PER_KG,
    description="[g for each kg of body mass a day]",
)


class ScenarioBreaks(Input):
    """Days off, again and again: a refeed of a day or two, a break of a week or two."""

    every_days: Annotated[int, Field(ge=1, le=365), WHOLE]
    for_days: Annotated[int, Field(ge=1, le=60), WHOLE]
    intake_kcal_per_day: Annotated[
        Intake | None, Field(description="Eaten in a break; absent is what then holds the body.")
    ] = None

    def record(self) -> DietBreaks:
        return DietBreaks(self.every_days, self.for_days, self.intake_kcal_per_day)


class BesideBody(Input):
    """All that is done beside eating so much."""

    activity_kcal_per_day: Annotated[
        Annotated[Number, Field(ge=-5_000, le=5_000)],
        Field(description="More than now, net of rest; negative is less."),
    ] = 0.0
    activity_change_percent: Annotated[
        Annotated[Number, Field(ge=-100, le=300)],
        Field(description="Of what moving about costs now."),
    ] = 0.0
    compensation: Annotated[
        Annotated[Number, Field(ge=0, le=1)],
        Field(description="Share of more activity that is saved elsewhere; contested."),
    ] = COMPENSATION
    breaks: ScenarioBreaks | None = None
    resistance_training: Annotated[
        Flag, Field(description="Takes less of a loss to be lean: an assumption, said as such.")
    ] = False
    protein_g_per_kg: Annotated[Number, PROTEIN] | None = None
    kept_to: Annotated[
        Flag, Field(description="Kept to the letter; else draws drift off it, as people did.")
    ] = False

    def beside(self, name: str) -> Scenario:
        told = {field: getattr(self, field) for field in BesideBody.model_fields}
        breaks: ScenarioBreaks | None = told.pop("breaks")
        return Scenario(name, 0.0, breaks=breaks.record() if breaks else None, **told)


class ScenarioBody(BesideBody):
    """A plan: an intake, or a change from what is spent now; without either, as lately."""

    model_config = {**Input.model_config, "json_schema_extra": EITHER_RULES}

    name: Name
    intake_kcal_per_day: Intake | None = None
    change_kcal_per_day: Annotated[
        Annotated[Number, Field(ge=-5_000, le=5_000)] | None,
        Field(description="More or less than is spent now; negative is a deficit."),
    ] = None

    @model_validator(mode="after")
    def _is_one_intake(self) -> "ScenarioBody":
        if self.intake_kcal_per_day is not None and self.change_kcal_per_day is not None:
            detail = "send intake_kcal_per_day or change_kcal_per_day, not both"
            raise PydanticCustomError("intake_and_change", detail)
        return self

    def planned(self) -> PlannedScenario:
        eating = PlannedEating(self.intake_kcal_per_day, self.change_kcal_per_day)
        return PlannedScenario(eating, self.beside(self.name))
