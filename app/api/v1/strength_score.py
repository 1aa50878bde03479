"""Scores that compare lifters of different body mass."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import PartOut, part_fields
from app.api.v1.athletes import SexField
from app.api.v1.fields import Input, Mass, MassOut, Number, Output, Unit, mass_kg
from app.api.v1.weighings import BodyMass
from app.engine.answer import Part
from app.engine.strength.score.coefficients import Event
from app.engine.strength.score.score import StrengthScore
from app.engine.units import to_kg
from app.usecases.strength_score import AskedScore, Scores, scores

router = APIRouter(prefix="/compute/strength-score", tags=["compute"])

MASSES = (("body_mass_kg", "body_mass"), ("total_kg", "total"))
MASS_RULES: dict[str, Any] = {
    "not": {"anyOf": [{"properties": {n: {"type": "null"} for n in names}} for names in MASSES]}
}
"""Of each pair one must be there, said in a way that generators of clients can leave aside."""


class StrengthScoreBody(Input):
    """What was lifted. Masses are sent in kilograms or in their own unit; where both are there, the
    latter counts."""

    model_config = {**Input.model_config, "json_schema_extra": MASS_RULES}

    sex: SexField = None
    body_mass_kg: Annotated[Number, Field(ge=20, le=400)] | None = None
    body_mass: Annotated[BodyMass | None, Field(description="In its own unit.")] = None
    total_kg: Annotated[
        Annotated[Number, Field(ge=0, le=3_000)] | None,
        Field(description="Of the lifts of the event [kg]."),
    ] = None
    total: Annotated[Mass | None, Field(description="The total in its own unit.")] = None
    event: Annotated[Event, Field(description="Read by IPF GL only.")] = Event.CLASSIC_THREE_LIFTS
    mass_unit: Annotated[
        Unit | None, Field(description="The unit that the person reads; absent is that of `total`.")
    ] = None

    @model_validator(mode="after")
    def _hold_together(self) -> "StrengthScoreBody":
        for names in MASSES:
            if all(getattr(self, name) is None for name in names):
                values = {"either": names[0], "other": names[1]}
                raise PydanticCustomError("mass_missing", "send {either} or {other}", values)
        return self

    def asked(self) -> AskedScore:
        weighed, total = self.body_mass, self.total
        body_mass_kg = to_kg(weighed.value, weighed.unit) if weighed else self.body_mass_kg
        total_kg = mass_kg(total) if total else self.total_kg
        assert body_mass_kg is not None
        assert total_kg is not None
        unit = self.mass_unit or (total.unit if total else "kg")
        return AskedScore(self.sex, body_mass_kg, total_kg, self.event, unit)


class StrengthScoreValue(Output):
    score: float
    event: Annotated[Event | None, Field(description="Null where the formula knows none.")]
    coefficients_year: int | None
    valid_to: Annotated[
        date | None, Field(description="Last day for which the coefficients were declared.")
    ]


class StrengthScorePart(PartOut):
    """The score by one formula."""

    value: StrengthScoreValue | None

    @classmethod
    def of(cls, part: Part[StrengthScore]) -> "StrengthScorePart":
        found = part.value
        value = found and StrengthScoreValue(
            score=found.value,
            event=found.event,
            coefficients_year=found.coefficients_year,
            valid_to=found.valid_to,
        )
        return cls.model_validate({**part_fields(part), "value": value})


class StrengthScoreOut(Output):
    """Each score stands for itself; the four disagree."""

    body_mass_kg: float
    body_mass: Annotated[MassOut, Field(description="The same in the athlete's unit.")]
    total_kg: float
    total: Annotated[MassOut, Field(description="The same in the athlete's unit.")]
    dots: StrengthScorePart
    wilks: Annotated[StrengthScorePart, Field(description="The first one, of 1994.")]
    wilks_2: Annotated[StrengthScorePart, Field(description="Of 2020, out of 600.")]
    ipf_gl: StrengthScorePart
    engine_version: str

    @classmethod
    def of(cls, found: Scores) -> "StrengthScoreOut":
        asked = found.asked
        return cls.model_validate(
            {
                **{name: StrengthScorePart.of(part) for name, part in found.by_formula.items()},
                "body_mass_kg": asked.body_mass_kg,
                "body_mass": MassOut.of(asked.body_mass_kg, asked.mass_unit),
                "total_kg": asked.total_kg,
                "total": MassOut.of(asked.total_kg, asked.mass_unit),
                "engine_version": found.engine_version,
            }
        )


@router.post("")
async def compute_strength_score(
    _principal: AdviceReader,
    body: Annotated[StrengthScoreBody, Body(examples=[examples.COMPUTE_STRENGTH_SCORE])],
) -> StrengthScoreOut:
    """Compute strength scores

    What was lifted for one's size, by the four formulas of the federations. Each has a curve for
    either sex and none for neither: where `sex` is not sent, no score is guessed.
    """
    return StrengthScoreOut.of(scores(body.asked()))
