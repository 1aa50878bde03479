"""Weighings and days of intake: log one or many, remove one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import IntakeDay, Weighing
from app.store.athletes import AthleteRow
from app.store.body import (
    IntakeDayRow,
    WeighingRow,
    delete_intake_day,
    delete_weighing,
    intake_days_by_id,
    known_intake,
    known_weighings,
)
from app.store.ids import new_id
from app.usecases.athletes import local_day
from app.usecases.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class NewWeighing:
    id: UUID | None
    measured_at: datetime
    body_mass_kg: float
    mass_unit: str


@dataclass(frozen=True, slots=True)
class NewIntakeDay:
    id: UUID | None
    eaten_on: date
    energy_kcal: float
    protein_g: float | None
    fat_g: float | None
    carbohydrate_g: float | None
    complete: bool


@dataclass(frozen=True, slots=True)
class LoggedWeighings:
    rows: list[WeighingRow]
    """In the order in which they were sent."""
    created: int


async def log_weighings(
    session: AsyncSession, athlete_id: UUID, weighings: Sequence[NewWeighing]
) -> LoggedWeighings:
    """Store weighings, all or nothing. One that is there already (same id) is the same creation;
    Conflict where it says something else."""
    known = await known_weighings(session, athlete_id, [w.id for w in weighings if w.id])
    stored = []
    created = 0
    for place, weighing in enumerate(weighings):
        row = known.get(weighing.id) if weighing.id else None
        if row is None:
            row = _weighing_row(athlete_id, weighing)
            session.add(row)
            known[row.id] = row
            created += 1
        elif not _is_same(row, weighing):
            raise id_taken(f"weighing {row.id}", f"#/items/{place}/id")
        stored.append(row)
    await session.flush()
    return LoggedWeighings(stored, created)


def _is_same(row: WeighingRow, weighing: NewWeighing) -> bool:
    return (row.measured_at, row.body_mass_kg) == (weighing.measured_at, weighing.body_mass_kg)


def id_taken(what: str, pointer: str) -> Conflict:
    return Conflict("id_taken", f"The {what} is stored with another content.", pointer)


async def log_intake(
    session: AsyncSession, athlete_id: UUID, days: Sequence[NewIntakeDay]
) -> list[IntakeDayRow]:
    """Store days, all or nothing. A calendar day has one record: sent again, it is replaced."""
    known = await known_intake(session, athlete_id, [day.eaten_on for day in days])
    taken = await intake_days_by_id(session, athlete_id, [day.id for day in days if day.id])
    stored = []
    for place, day in enumerate(days):
        if day.id and taken.setdefault(day.id, day.eaten_on) != day.eaten_on:
            raise id_taken(f"id {day.id} of {taken[day.id]}", f"#/items/{place}/id")
        row = known.get(day.eaten_on)
        if row is None:
            row = IntakeDayRow(
                athlete_id=athlete_id, id=day.id or new_id(), eaten_on=day.eaten_on, energy_kcal=0
            )
            session.add(row)
            known[day.eaten_on] = row
        row.energy_kcal = day.energy_kcal
        row.protein_g = day.protein_g
        row.fat_g = day.fat_g
        row.carbohydrate_g = day.carbohydrate_g
        row.complete = day.complete
        stored.append(row)
    await session.flush()
    return stored


async def remove_weighing(session: AsyncSession, athlete_id: UUID, weighing_id: UUID) -> None:
    if not await delete_weighing(session, athlete_id, weighing_id):
        raise NotFound("weighing", str(weighing_id))


async def remove_intake_day(session: AsyncSession, athlete_id: UUID, intake_id: UUID) -> None:
    if not await delete_intake_day(session, athlete_id, intake_id):
        raise NotFound("intake day", str(intake_id))


def weighing_record(athlete: AthleteRow, row: WeighingRow) -> Weighing:
    return Weighing(
        id=str(row.id),
        measured_at=row.measured_at,
        body_mass_kg=row.body_mass_kg,
        weighed_on=local_day(athlete, row.measured_at),
    )


def intake_record(row: IntakeDayRow) -> IntakeDay:
    return IntakeDay(
        id=str(row.id),
        eaten_on=row.eaten_on,
        energy_kcal=row.energy_kcal,
        protein_g=row.protein_g,
        complete=row.complete,
    )


def _weighing_row(athlete_id: UUID, weighing: NewWeighing) -> WeighingRow:
    return WeighingRow(
        athlete_id=athlete_id,
        id=weighing.id or new_id(),
        measured_at=weighing.measured_at,
        body_mass_kg=weighing.body_mass_kg,
        mass_unit=weighing.mass_unit,
    )
