"""Days of intake: log one or many, remove one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import IntakeDay
from app.store.ids import new_id
from app.store.intake import (
    IntakeDayRow,
    delete_intake_day,
    intake_days_by_id,
    known_intake,
    list_intake,
)
from app.store.paging import Key, Page
from app.usecases.athletes import require_athlete
from app.usecases.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class NewIntakeDay:
    id: UUID | None
    eaten_on: date
    energy_kcal: float
    protein_g: float | None
    fat_g: float | None
    carbohydrate_g: float | None
    complete: bool
    pointer: str = "#/id"
    """Where its id stands in the caller's body."""


async def page_of_intake(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[IntakeDayRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_intake(session, athlete_id, after=after, limit=limit)


async def log_intake(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, days: Sequence[NewIntakeDay]
) -> list[IntakeDayRow]:
    """Store days, all or nothing. A calendar day has one record: sent again, it is replaced."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    known = await known_intake(session, athlete_id, [day.eaten_on for day in days])
    taken = await intake_days_by_id(session, athlete_id, [day.id for day in days if day.id])
    stored = []
    for day in days:
        if day.id and taken.setdefault(day.id, day.eaten_on) != day.eaten_on:
            detail = f"The id {day.id} is that of {taken[day.id]}."
            raise Conflict("id_taken", detail, day.pointer)
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


async def remove_intake_day(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, intake_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_intake_day(session, athlete_id, intake_id):
        raise NotFound("intake day", str(intake_id))


def intake_record(row: IntakeDayRow) -> IntakeDay:
    return IntakeDay(
        id=str(row.id),
        eaten_on=row.eaten_on,
        energy_kcal=row.energy_kcal,
        protein_g=row.protein_g,
        complete=row.complete,
    )
