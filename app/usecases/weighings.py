"""Weighings: log one or many, remove one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import Weighing
from app.store.athletes import AthleteRow
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.store.weighings import (
    WeighingRow,
    delete_weighing,
    known_weighings,
    list_weighings,
)
from app.usecases.athletes import local_day, require_athlete
from app.usecases.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class NewWeighing:
    id: UUID | None
    measured_at: datetime
    body_mass_kg: float
    mass_unit: str
    pointer: str = "#/id"
    """Where its id stands in the caller's body."""


@dataclass(frozen=True, slots=True)
class LoggedWeighings:
    rows: list[WeighingRow]
    """In the order in which they were sent."""
    created: int


async def log_weighings(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, weighings: Sequence[NewWeighing]
) -> LoggedWeighings:
    """Store weighings, all or nothing. One that is there already (same id) is the same creation;
    Conflict where it says something else."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    known = await known_weighings(session, athlete_id, [w.id for w in weighings if w.id])
    stored = []
    created = 0
    for weighing in weighings:
        row = known.get(weighing.id) if weighing.id else None
        if row is None:
            row = _weighing_row(athlete_id, weighing)
            session.add(row)
            known[row.id] = row
            created += 1
        elif not _is_same(row, weighing):
            detail = f"Weighing {row.id} is stored with another mass or instant."
            raise Conflict("id_taken", detail, weighing.pointer)
        stored.append(row)
    await session.flush()
    return LoggedWeighings(stored, created)


def _is_same(row: WeighingRow, weighing: NewWeighing) -> bool:
    return (row.measured_at, row.body_mass_kg) == (weighing.measured_at, weighing.body_mass_kg)


async def page_of_weighings(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[WeighingRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_weighings(session, athlete_id, after=after, limit=limit)


async def remove_weighing(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, weighing_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_weighing(session, athlete_id, weighing_id):
        raise NotFound("weighing", str(weighing_id))


def weighing_record(athlete: AthleteRow, row: WeighingRow) -> Weighing:
    return Weighing(
        id=str(row.id),
        measured_at=row.measured_at,
        body_mass_kg=row.body_mass_kg,
        weighed_on=local_day(athlete, row.measured_at),
    )


def _weighing_row(athlete_id: UUID, weighing: NewWeighing) -> WeighingRow:
    return WeighingRow(
        athlete_id=athlete_id,
        id=weighing.id or new_id(),
        measured_at=weighing.measured_at,
        body_mass_kg=weighing.body_mass_kg,
        mass_unit=weighing.mass_unit,
    )
