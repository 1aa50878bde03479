"""How much to eat: weighings and intake from the store or from the caller, one engine for both."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.energy.advice import EnergyAnswer, energy_advice
from app.engine.records import Athlete, IntakeDay, Weighing
from app.engine.units import MassUnit
from app.store.athletes import AthleteRow
from app.store.intake import intake_between
from app.store.weighings import weighings_between
from app.usecases.athletes import athlete_record, local_day, require_athlete
from app.usecases.calendar_days import days_before, instants_around
from app.usecases.intake import intake_record
from app.usecases.weighings import weighing_record

DAYS_READ = 400
"""From the store; the engine looks at fewer. Keeps the cost flat over years of logs."""


@dataclass(frozen=True, slots=True)
class EnergyAdvice:
    on: date
    mass_unit: MassUnit
    answer: EnergyAnswer
    engine_version: str = ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class EnergyQuestion:
    """What a caller may say beside the log."""

    rate_percent_per_week: float
    activity_factor: float | None
    on: date | None = None
    """The athlete's calendar day; None is today."""


async def stored_energy(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, question: EnergyQuestion
) -> EnergyAdvice:
    athlete = await require_athlete(session, tenant_id, athlete_id)
    on = question.on or local_day(athlete, datetime.now(UTC))
    return await stored_energy_of(session, athlete, on, question)


async def stored_energy_of(
    session: AsyncSession, athlete: AthleteRow, on: date, question: EnergyQuestion
) -> EnergyAdvice:
    """For an athlete that was found already."""
    first = days_before(on, DAYS_READ)
    weighings = await weighings_between(session, athlete.id, *instants_around(first, on))
    intake = await intake_between(session, athlete.id, first, on)
    return energy(
        athlete_record(athlete, on),
        tuple(weighing_record(athlete, row) for row in weighings),
        tuple(intake_record(row) for row in intake),
        on,
        question.rate_percent_per_week,
        _activity_factor(question, athlete),
    )


def energy(
    athlete: Athlete,
    weighings: tuple[Weighing, ...],
    intake: tuple[IntakeDay, ...],
    on: date,
    rate_percent_per_week: float,
    activity_factor: float | None,
) -> EnergyAdvice:
    """Both doors meet here."""
    answer = energy_advice(
        athlete,
        weighings,
        intake,
        on=on,
        rate_percent_per_week=rate_percent_per_week,
        activity_factor=activity_factor,
    )
    return EnergyAdvice(on, athlete.mass_unit, answer)


def _activity_factor(question: EnergyQuestion, athlete: AthleteRow) -> float | None:
    given = question.activity_factor
    return given if given is not None else athlete.activity_factor
