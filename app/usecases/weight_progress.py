"""How body mass goes: the course behind the weighings, its rate, what is spent, what comes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.energy.advice import EnergyAnswer
from app.engine.energy.expenditure.balance_identity import balance_identity
from app.engine.energy.expenditure.body_mass_ahead import MassAhead, body_masses_ahead
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.expenditure.log import (
    LONGEST_AHEAD_DAYS,
    WINDOW_DAYS,
    read_intake,
    read_weighings,
)
from app.engine.energy.expenditure.trend import LONGEST_TREND_DAYS, Progress, body_mass_progress
from app.engine.units import MassUnit
from app.usecases.athletes import local_day, require_athlete
from app.usecases.energy import EnergyLog, stored_log

DEFAULT_DAYS = WINDOW_DAYS
MOST_DAYS = LONGEST_TREND_DAYS
DAYS_PER_WEEK = 7
DEFAULT_WEEKS_AHEAD = 4
MOST_WEEKS_AHEAD = LONGEST_AHEAD_DAYS // DAYS_PER_WEEK
IDENTITY_DAYS = 28
"""A plain slope over less is water, over more it is history."""


@dataclass(frozen=True, slots=True)
class WeightQuestion:
    """What a caller may say beside the log."""

    on: date | None = None
    """The athlete's calendar day; None is today."""
    days: int = DEFAULT_DAYS
    """How far back the course goes."""
    weeks_ahead: int = DEFAULT_WEEKS_AHEAD
    activity_factor: float | None = None
    resting_equation: str | None = None


@dataclass(frozen=True, slots=True)
class WeightProgress:
    on: date
    mass_unit: MassUnit
    answer: EnergyAnswer
    progress: Progress
    ahead: Part[tuple[MassAhead, ...]]
    balance_identity: Part[Expenditure]
    """Beside the filter's expenditure, from the last four weeks."""
    engine_version: str = ENGINE_VERSION


async def stored_weight_log(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, question: WeightQuestion
) -> EnergyLog:
    athlete = await require_athlete(session, tenant_id, athlete_id)
    on = question.on or local_day(athlete, datetime.now(UTC))
    return await stored_log(
        session, athlete, on, question.activity_factor, question.resting_equation
    )


def weight_progress(log: EnergyLog, question: WeightQuestion) -> WeightProgress:
    """Both doors meet here; the forecast goes on eating as lately."""
    weeks = range(1, question.weeks_ahead + 1)
    return WeightProgress(
        log.on,
        log.athlete.mass_unit,
        log.answer_on(log.on),
        body_mass_progress(
            log.athlete,
            log.weighings,
            log.intake,
            on=log.on,
            days=question.days,
            activity_factor=log.activity_factor,
            resting_equation=log.resting_equation,
            events=log.events,
        ),
        body_masses_ahead(
            log.athlete,
            log.weighings,
            log.intake,
            on=log.on,
            days_ahead=[DAYS_PER_WEEK * week for week in weeks],
            activity_factor=log.activity_factor,
            resting_equation=log.resting_equation,
            events=log.events,
        ),
        balance_identity(
            read_weighings(log.weighings, log.on, IDENTITY_DAYS),
            read_intake(log.intake, log.on, IDENTITY_DAYS),
        ),
    )
