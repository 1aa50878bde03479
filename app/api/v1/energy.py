"""How much to eat: one shape by both doors."""

import asyncio
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.athletes import ACTIVITY_FACTOR, AthleteId
from app.api.v1.decisions import IntakeDecision
from app.api.v1.energy_answer import EnergyOut
from app.api.v1.energy_log import EnergyLogBody
from app.api.v1.fields import WHOLE, Day, Number
from app.api.v1.goal_bodies import AnyGoal
from app.api.v1.resting_equations import RESTING_EQUATION, RestingEquationName
from app.api.v1.strength import EXERCISES_AT_MOST, StrengthExerciseBody
from app.engine.decision import PlainDecision
from app.engine.energy.target.target import DEFAULT_RATE_PERCENT_PER_WEEK
from app.usecases.energy import (
    EnergyQuestion,
    GoalAsked,
    as_decided,
    energy,
    last_instant,
    stored_energy,
)
from app.usecases.strength_trends import StrengthLog, TrainedStrength
from app.usecases.volume import end_of

router = APIRouter()

RATE = Field(
    ge=-5,
    le=5,
    allow_inf_nan=False,
    description="Wanted change of body mass [% a week], losing negative; 0 maintains. Absent "
    f"follows the goal, or is {DEFAULT_RATE_PERCENT_PER_WEEK} where there is none.",
    examples=[DEFAULT_RATE_PERCENT_PER_WEEK],
)
PLANNED = Field(
    ge=0,
    le=20_000,
    allow_inf_nan=False,
    description="What was planned for the week that ends [kcal a day]; absent is what the goal "
    "asked a week ago. The check-in goes by it.",
)
TRAINING_DAYS = Field(ge=0, le=7, description="Days of training a week; instead of the goal's.")
SESSION_COST = Field(
    ge=0,
    le=5_000,
    allow_inf_nan=False,
    description="What a session costs, net of rest [kcal]; instead of the goal's.",
)


class EnergyBody(EnergyLogBody):
    goal: Annotated[AnyGoal | None, Field(description="What is followed.")] = None
    rate_percent_per_week: Annotated[Number, RATE] | None = None
    planned_kcal_per_day: Annotated[Number, PLANNED] | None = None
    training_days_per_week: Annotated[int, TRAINING_DAYS, WHOLE] | None = None
    exercise_kcal_per_session: Annotated[Number, SESSION_COST] | None = None
    exercises: Annotated[
        list[StrengthExerciseBody],
        Field(
            max_length=EXERCISES_AT_MOST,
            description="What is trained: strength that falls with body mass is warned of.",
        ),
    ] = []
    decision: Annotated[
        IntakeDecision | None,
        Field(description="What the athlete made of the advice last; earlier ones do not count."),
    ] = None

    def decided(self) -> PlainDecision | None:
        told = self.decision
        if told is None or told.decided_at > last_instant(self.on):
            return None
        return told.record(ZoneInfo(self.athlete.time_zone))

    def question(self) -> EnergyQuestion:
        return EnergyQuestion(
            self.rate_percent_per_week,
            planned_kcal_per_day=self.planned_kcal_per_day,
            training_days_per_week=self.training_days_per_week,
            exercise_kcal_per_session=self.exercise_kcal_per_session,
        )

    def strength(self) -> StrengthLog:
        zone_name = self.athlete.time_zone
        logs = [
            one.log(f"#/exercises/{place}", zone_name) for place, one in enumerate(self.exercises)
        ]
        trained = (
            TrainedStrength(log.exercise_id or "", log.facts.load_mode, log.sessions())
            for log in logs
        )
        return StrengthLog(tuple(trained), end_of(self.on, ZoneInfo(zone_name)))


@router.get("/athletes/{athlete_id:uuid}/advice/energy", tags=["advice"])
async def advise_energy(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    on: Annotated[Day | None, Query(description="The athlete's day; absent is today.")] = None,
    rate_percent_per_week: Annotated[Annotated[float, RATE] | None, Query()] = None,
    activity_factor: Annotated[
        Annotated[float, ACTIVITY_FACTOR] | None, Query(description="Overrides the athlete's own.")
    ] = None,
    resting_equation: Annotated[
        Annotated[RestingEquationName, RESTING_EQUATION] | None, Query()
    ] = None,
    planned_kcal_per_day: Annotated[Annotated[float, PLANNED] | None, Query()] = None,
    training_days_per_week: Annotated[Annotated[int, TRAINING_DAYS] | None, Query()] = None,
    exercise_kcal_per_session: Annotated[Annotated[float, SESSION_COST] | None, Query()] = None,
) -> EnergyOut:
    """Advise energy

    Resting and total expenditure, the deficit being run, and what to eat for the goal that goes
    on (or for a rate), on days of training and of rest; once a week what to change, and why. From
    the athlete's own weighings and intake. Where a deficit would be unsafe its target is refused
    with the reason and what to do instead.
    """
    question = EnergyQuestion(
        rate_percent_per_week,
        activity_factor,
        on,
        planned_kcal_per_day,
        training_days_per_week,
        exercise_kcal_per_session,
        resting_equation,
    )
    return EnergyOut.of(await stored_energy(session, principal.tenant_id, athlete_id, question))


@router.post("/compute/energy", tags=["compute"])
async def compute_energy(
    _principal: AdviceReader,
    body: Annotated[EnergyBody, Body(examples=[examples.COMPUTE_ENERGY])],
) -> EnergyOut:
    """Compute energy

    The same answer as the stored advice, from a log in the body; nothing is stored.
    """
    body.require_known()
    return await asyncio.to_thread(_compute, body)


def _compute(body: EnergyBody) -> EnergyOut:
    log = body.log()
    asked = GoalAsked(body.goal.goal(), body.goal.id) if body.goal else None
    advice = energy(log, log.days(), body.question(), asked, body.strength())
    return EnergyOut.of(as_decided(advice, body.decided()))
