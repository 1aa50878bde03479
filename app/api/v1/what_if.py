"""Plans side by side: what each comes to, and by how much they differ."""

import asyncio
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Body, Query
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import EstimateOut, MassEstimateOut, PartOut, in_unit, part_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.energy_log import EnergyLogBody
from app.api.v1.fields import WHOLE, Day, Input, MassOut, Output
from app.api.v1.forecast import DAYS, SEED, GoalDateOut
from app.api.v1.goal_bodies import BodyMassKg
from app.api.v1.scenario_bodies import ScenarioBody
from app.engine.answer import Part
from app.engine.energy.outlook.what_if import AT_DAYS, Outcome
from app.engine.units import MassUnit
from app.usecases.outlook import WhatIfAdvice, WhatIfQuestion, stored_outlook, what_if_advice

router = APIRouter()


class PlansBody(Input):
    """Plans to be held against each other; the first is what the others are compared with."""

    scenarios: Annotated[
        list[ScenarioBody],
        Field(min_length=1, max_length=6, description="Each with a name of its own."),
    ]
    at_days: Annotated[
        list[Annotated[int, DAYS, WHOLE]],
        Field(min_length=1, max_length=20, description="Days to look at."),
    ] = list(AT_DAYS)
    goal_mass_kg: Annotated[
        BodyMassKg, Field(description="When it is reached is said of each plan.")
    ] = None
    seed: Annotated[int, SEED, WHOLE] = 1

    @model_validator(mode="after")
    def _names_differ(self) -> "PlansBody":
        names = [one.name for one in self.scenarios]
        if len(set(names)) < len(names):
            raise PydanticCustomError("name_repeated", "give each scenario a name of its own")
        return self

    def question(self) -> WhatIfQuestion:
        scenarios = tuple(one.planned() for one in self.scenarios)
        return WhatIfQuestion(scenarios, tuple(self.at_days), self.goal_mass_kg, self.seed)


class WhatIfBody(EnergyLogBody, PlansBody):
    pass


class MassesOut(Output):
    body_mass_kg: EstimateOut
    body_mass: MassEstimateOut
    fat_mass_kg: EstimateOut
    fat_mass: MassEstimateOut
    lean_mass_kg: EstimateOut
    lean_mass: MassEstimateOut


class DifferenceOut(MassesOut):
    """What a plan comes to less what the first one does, draw by draw."""


class SnapshotOut(MassesOut):
    """One day of a plan, medians with 80 % intervals."""

    day: int
    body_fat_percent: EstimateOut
    expenditure_kcal_per_day: EstimateOut
    body_mass_as_planned_kg: float
    body_mass_as_planned: MassOut
    against_first: Annotated[
        DifferenceOut | None, Field(description="Null for the first plan, and without one.")
    ]


class OutcomeValue(Output):
    snapshots: list[SnapshotOut]
    goal: GoalDateOut | None


class OutcomeOut(PartOut):
    """What one plan comes to; a refused one hides no other."""

    scenario: str
    value: OutcomeValue | None

    @classmethod
    def of(cls, scenario: str, part: Part[Outcome], unit: MassUnit) -> "OutcomeOut":
        value = in_unit(part.value, unit)
        return cls.model_validate({**part_fields(part), "scenario": scenario, "value": value})


class WhatIfOut(PartOut):
    """`items` is empty where not enough is known to begin."""

    on: date
    items: list[OutcomeOut]
    engine_version: str

    @classmethod
    def of(cls, advice: WhatIfAdvice) -> "WhatIfOut":
        part, unit = advice.comparison, advice.mass_unit
        outcomes = part.value.outcomes if part.value else ()
        return cls.model_validate(
            {
                **part_fields(part),
                "on": advice.on,
                "items": [OutcomeOut.of(one.scenario, one.outcome, unit) for one in outcomes],
                "engine_version": advice.engine_version,
            }
        )


@router.post("/athletes/{athlete_id:uuid}/advice/what-if", tags=["advice"])
async def advise_what_if(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    body: Annotated[PlansBody, Body(examples=[examples.PLANS])],
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
) -> WhatIfOut:
    """Advise what if

    Plans side by side, begun from what is stored: intake, activity, diet breaks, training and
    protein. Each is gone through by the same draws, so a difference is surer than either side.
    A plan that is unsafe is refused by name and hides no other. Nothing is stored.
    """
    stored = await stored_outlook(session, principal.tenant_id, athlete_id, on)
    advice = await asyncio.to_thread(what_if_advice, stored.log, body.question())
    return WhatIfOut.of(advice)


@router.post("/compute/what-if", tags=["compute"])
async def compute_what_if(
    _principal: AdviceReader,
    body: Annotated[WhatIfBody, Body(examples=[examples.COMPUTE_WHAT_IF])],
) -> WhatIfOut:
    """Compute what if

    The same answer as the stored advice, from a log in the body; nothing is stored.
    """
    body.require_known()
    return await asyncio.to_thread(
        lambda: WhatIfOut.of(what_if_advice(body.log(), body.question()))
    )
