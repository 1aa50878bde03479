"""Sessions ahead under stated assumptions: two policies side by side."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Query
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.transactions import Reading
from app.api.v1.answers import EstimateOut, PartOut, part_fields
from app.api.v1.athletes import AthleteId
from app.api.v1.days import DayBody
from app.api.v1.fields import WHOLE, ExerciseId, Input, Instant, Number, Output
from app.api.v1.histories import history_records
from app.api.v1.next_session import ExerciseBody
from app.api.v1.scheme_bodies import SchemeName
from app.api.v1.targets import Wanted
from app.engine.overload.assumptions import BOUNDS, MOST_SESSIONS, Assumptions
from app.engine.overload.question import Targets
from app.engine.progression.action import Action
from app.usecases.athlete_day import AthleteDay
from app.usecases.athletes import day_in
from app.usecases.exercises import labelled_facts
from app.usecases.next_session import Asked, ReadExercise, by_default
from app.usecases.simulation import Simulated, SimulatedPolicy, simulated, stored_simulation

router = APIRouter()

LIMITS = {name: (low, high) for name, low, high in BOUNDS}


def _bounds(name: str, text: str) -> Any:
    low, high = LIMITS[name]
    return Field(ge=low, le=high, description=text)


SESSIONS = _bounds("sessions", "How many sessions ahead.")
DAYS_BETWEEN = _bounds("days_between", "Days from one session to the next.")
ADHERENCE = _bounds("adherence", "Share of the sessions that are done.")
GAIN = _bounds("gain_percent_per_week", "Growth of strength [% a week].")
FORM = _bounds("form_percent", "How much strength differs from day to day: one deviation [%].")
LAYOFF_AFTER = Field(ge=1, le=MOST_SESSIONS, description="Session after which a pause follows.")
LAYOFF_DAYS = _bounds("layoff_days", "How long it lasts [days].")
LIVES = _bounds("lives", "How often the weeks are lived through.")
SEED = _bounds("seed", "The same seed gives the same answer.")


class AssumptionsBody(Input):
    """What is assumed of the weeks to come. Nothing of it is predicted."""

    sessions: Annotated[int, SESSIONS, WHOLE] = 24
    days_between: Annotated[Number, DAYS_BETWEEN] = 3.5
    adherence: Annotated[Number, ADHERENCE] = 1.0
    gain_percent_per_week: Annotated[Number, GAIN] = 0.5
    form_percent: Annotated[Number, FORM] = 3.0
    layoff_after: Annotated[int, LAYOFF_AFTER, WHOLE] | None = None
    layoff_days: Annotated[Number, LAYOFF_DAYS] = 0.0
    lives: Annotated[int, LIVES, WHOLE] = 20
    seed: Annotated[int, SEED, WHOLE] = 1

    def record(self) -> Assumptions:
        return Assumptions(**self.model_dump())


class AssumptionsOut(Output):
    sessions: int
    days_between: float
    adherence: float
    gain_percent_per_week: float
    form_percent: float
    layoff_after: int | None
    layoff_days: float
    lives: int
    seed: int


class SimulationBody(DayBody):
    exercise: Annotated[
        ExerciseBody, Field(description="The exercise with its log, by the first policy.")
    ]
    against: Annotated[
        Wanted | None, Field(description="A second policy for the same log, side by side.")
    ] = None
    assumptions: AssumptionsBody = AssumptionsBody()


class SimulatedSessionOut(Output):
    number: int
    at: datetime
    action: Annotated[Action, Field(description="The most frequent one.")]
    load_kg: EstimateOut
    repetitions: Annotated[EstimateOut, Field(description="Of all sets of the session.")]
    done_share: Annotated[
        float, Field(description="Share of the lives in which all that was asked for was done.")
    ]


class SimulatedPolicyOut(PartOut):
    """What would come of one policy, if the assumptions held."""

    scheme: str
    sessions: list[SimulatedSessionOut]
    maximum_kg: Annotated[
        EstimateOut | None, Field(description="One-repetition maximum at the end, as assumed.")
    ]
    top_load_kg: Annotated[
        EstimateOut | None, Field(description="Heaviest load of the last session.")
    ]

    @classmethod
    def of(cls, policy: SimulatedPolicy) -> "SimulatedPolicyOut":
        found = policy.simulation.value
        return cls.model_validate(
            {
                **part_fields(policy.simulation),
                "scheme": policy.scheme,
                "sessions": found.sessions if found else (),
                "maximum_kg": found.maximum_kg if found else None,
                "top_load_kg": found.top_load_kg if found else None,
            }
        )


class SimulationOut(Output):
    exercise_id: str | None
    assumptions: AssumptionsOut
    items: Annotated[list[SimulatedPolicyOut], Field(description="One for each policy.")]
    engine_version: str

    @classmethod
    def of(cls, found: Simulated) -> "SimulationOut":
        return cls(
            exercise_id=found.exercise_id,
            assumptions=AssumptionsOut.model_validate(found.assumptions),
            items=[SimulatedPolicyOut.of(one) for one in found.policies],
            engine_version=found.engine_version,
        )


@router.get(
    "/athletes/{athlete_id:uuid}/advice/exercises/{exercise_id}/simulation", tags=["advice"]
)
async def simulate_exercise(
    principal: AdviceReader,
    session: Reading,
    athlete_id: AthleteId,
    exercise_id: Annotated[ExerciseId, Path()],
    at: Annotated[
        Instant | None, Query(description="When the first session will be; absent is now.")
    ] = None,
    scheme: Annotated[
        SchemeName | None, Query(description="First policy; absent is as the programme has it.")
    ] = None,
    against: Annotated[
        SchemeName | None, Query(description="Second policy, side by side, by its defaults.")
    ] = None,
    sessions: Annotated[Annotated[int, SESSIONS], Query()] = 24,
    days_between: Annotated[Annotated[float, DAYS_BETWEEN], Query()] = 3.5,
    adherence: Annotated[Annotated[float, ADHERENCE], Query()] = 1.0,
    gain_percent_per_week: Annotated[Annotated[float, GAIN], Query()] = 0.5,
    form_percent: Annotated[Annotated[float, FORM], Query()] = 3.0,
    layoff_after: Annotated[Annotated[int, LAYOFF_AFTER] | None, Query()] = None,
    layoff_days: Annotated[Annotated[float, LAYOFF_DAYS], Query()] = 0.0,
    lives: Annotated[Annotated[int, LIVES], Query()] = 20,
    seed: Annotated[Annotated[int, SEED], Query()] = 1,
) -> SimulationOut:
    """Simulate sessions ahead

    What a scheme would ask for, and what would come of it, if strength grew and the person
    trained as assumed. Every number follows from the assumptions, which the answer repeats.
    """
    policies = [by_default(scheme), *([by_default(against)] if against else [])]
    assumptions = Assumptions(
        sessions,
        days_between,
        adherence,
        gain_percent_per_week,
        form_percent,
        layoff_after,
        layoff_days,
        lives,
        seed,
    )
    found = await stored_simulation(
        session,
        principal.tenant_id,
        athlete_id,
        exercise_id,
        at or datetime.now(UTC),
        tuple(Asked(Targets(), **policy) for policy in policies),
        assumptions,
    )
    return SimulationOut.of(found)


@router.post("/compute/simulation", tags=["compute"])
async def compute_simulation(
    _principal: AdviceReader,
    body: Annotated[SimulationBody, Body(examples=[examples.COMPUTE_SIMULATION])],
) -> SimulationOut:
    """Compute sessions ahead

    The same answer as the stored simulation, from a history in the body; nothing is stored.
    """
    day = body.day()
    body.exercise.require_known("#/exercise")
    reads = await asyncio.to_thread(_reads, body, day)
    found = await simulated(body.exercise.exercise_id, reads, day, body.assumptions.record())
    return SimulationOut.of(found)


def _reads(body: SimulationBody, day: AthleteDay) -> tuple[ReadExercise, ...]:
    """The exercise by each policy."""
    exercise = body.exercise
    history = history_records(exercise.history, "#/exercise/history", body.time_zone)
    first = exercise.asked_with(
        "#/exercise", body.time_zone, day_in(day.zone, day.at), body.mesocycle
    )
    policies = [first, *([_instead(first, body.against)] if body.against else [])]
    facts = labelled_facts(exercise.label())
    return tuple(ReadExercise(facts, history, asked) for asked in policies)


def _instead(first: Asked, against: Wanted) -> Asked:
    """The same exercise by another policy."""
    other = against.asked()
    return replace(
        first,
        targets=other.targets,
        scheme=other.scheme,
        scheme_parameters=other.scheme_parameters,
    )
