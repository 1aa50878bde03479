"""Resting energy by every published equation."""

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import EstimateOut, PartOut, part_fields
from app.api.v1.asked_bodies import AskedBody
from app.api.v1.energy_answer import RestingPart
from app.api.v1.fields import Flag, MassOut, Output
from app.engine.answer import Part
from app.engine.energy.resting.resting_energy import RESTING_EQUATIONS, RestingEnergy
from app.engine.records import Sex
from app.usecases.resting_energy import RestingAnswer, resting_answer

router = APIRouter(prefix="/compute/resting-energy", tags=["compute"])


class RestingEnergyBody(AskedBody):
    trained: Annotated[
        Flag, Field(description="They train hard several times a week, for years or in sport.")
    ] = False


class AgeRangeOut(Output):
    """Ages [years], from `low` to below `high`."""

    low: float
    high: float


class EquationEnergyPart(PartOut):
    """Resting energy by one equation, refused or insufficient by itself."""

    equation: Annotated[str, Field(description="Name of the equation.")]
    label: str
    needs: Annotated[list[str], Field(description="What it is reckoned from.")]
    population: Annotated[str, Field(description="Whom it was measured on.")]
    ages_years: Annotated[
        AgeRangeOut | None, Field(description="Of that population; null where not known to us.")
    ]
    sex: Annotated[Sex | None, Field(description="Where it holds for one sex only.")]
    of_athletes: Annotated[bool, Field(description="Measured on people who train hard.")]
    error_percent: Annotated[
        float, Field(description="Standard deviation of measured over predicted [%].")
    ]
    source: Annotated[str, Field(description="Id in `/v1/sources`.")]
    value: Annotated[EstimateOut | None, Field(description="[kcal a day]")]

    @classmethod
    def of(cls, name: str, part: Part[RestingEnergy]) -> "EquationEnergyPart":
        equation = RESTING_EQUATIONS[name]
        ages = equation.ages_years
        return cls.model_validate(
            {
                **part_fields(part),
                "equation": name,
                "label": equation.label,
                "needs": equation.needs,
                "population": equation.population,
                "ages_years": ages and AgeRangeOut(low=ages[0], high=ages[1]),
                "sex": equation.sex,
                "of_athletes": equation.of_athletes,
                "error_percent": 100.0 * equation.relative_sd,
                "source": equation.source,
                "value": part.value and part.value.estimate,
            }
        )


class RestingEnergyOut(Output):
    """Resting energy by the equation that is chosen, and by each other."""

    body_mass_kg: float | None
    body_mass: Annotated[MassOut | None, Field(description="The same in the athlete's unit.")]
    chosen: RestingPart
    lowest_kcal_per_day: Annotated[
        float | None, Field(description="Of the equations for people like this.")
    ]
    highest_kcal_per_day: float | None
    equations: Annotated[list[EquationEnergyPart], Field(description="All of them.")]
    engine_version: str

    @classmethod
    def of(cls, body: RestingEnergyBody, answer: RestingAnswer) -> "RestingEnergyOut":
        found = answer.comparison
        return cls.model_validate(
            {
                **body.shown_mass(),
                "chosen": {**part_fields(found.chosen), "value": found.chosen.value},
                "lowest_kcal_per_day": found.lowest_kcal_per_day,
                "highest_kcal_per_day": found.highest_kcal_per_day,
                "equations": [
                    EquationEnergyPart.of(name, part) for name, part in found.by_equation.items()
                ],
                "engine_version": answer.engine_version,
            }
        )


@router.post("")
async def compute_resting_energy(
    _principal: AdviceReader,
    body: Annotated[RestingEnergyBody, Body(examples=[examples.COMPUTE_RESTING_ENERGY])],
) -> RestingEnergyOut:
    """Compute resting energy

    By every published equation side by side, each with its interval, whom it was measured on and
    how far it misses; and by the one that what is known leads to, with why. Where an equation lacks
    something or does not hold for this person, it says so and hides no other.
    """
    answer = resting_answer(body.person(), body.mass_kg(), trained=body.trained)
    return RestingEnergyOut.of(body, answer)
