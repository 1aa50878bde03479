"""Sessions ahead under stated assumptions, for one policy or for two side by side."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.overload.assumptions import Assumptions
from app.engine.overload.simulate import Simulation, simulate
from app.engine.units import MassUnit
from app.usecases.athlete_day import AthleteDay
from app.usecases.due_session import read_advised
from app.usecases.next_session import Asked, ReadExercise, question_of


@dataclass(frozen=True, slots=True)
class SimulatedPolicy:
    """What would come of one scheme."""

    scheme: str
    simulation: Part[Simulation]


@dataclass(frozen=True, slots=True)
class Simulated:
    exercise_id: str | None
    mass_unit: MassUnit
    assumptions: Assumptions
    policies: tuple[SimulatedPolicy, ...]
    engine_version: str = ENGINE_VERSION


async def stored_simulation(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    exercise_id: str,
    at: datetime,
    policies: tuple[Asked, ...],
    assumptions: Assumptions,
) -> Simulated:
    """From the stored log, by each policy; one that names no scheme follows the programme."""
    reads = []
    for asked in policies:
        read, day = await read_advised(session, tenant_id, athlete_id, exercise_id, at, asked)
        reads.append(read)
    return await simulated(exercise_id, tuple(reads), day, assumptions)


async def simulated(
    exercise_id: str | None,
    reads: tuple[ReadExercise, ...],
    day: AthleteDay,
    assumptions: Assumptions,
) -> Simulated:
    """Both doors meet here. It takes its time: light requests stay quick beside it."""
    policies = await asyncio.to_thread(
        lambda: tuple(
            SimulatedPolicy(one.asked.scheme, simulate(question_of(one, day), assumptions))
            for one in reads
        )
    )
    return Simulated(exercise_id, day.mass_unit, assumptions, policies)
