"""Deloads that an athlete's programmes planned: the one of now, and the last that is over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.load.mesocycle import DeloadDays, deload_days
from app.store.programmes import ProgrammeRow, programmes_begun
from app.usecases.programmes import mesocycle_of

PROGRAMMES_LOOKED_AT = 5
"""More do not begin within the weeks after a deload for which it counts."""


@dataclass(frozen=True, slots=True)
class PlannedDeloads:
    """Of the mesocycle that goes on, and the last day of the last one; None where there is none."""

    of_now: DeloadDays | None
    last_on: date | None


async def planned_deloads(session: AsyncSession, athlete_id: UUID, on: date) -> PlannedDeloads:
    """As of a day. A deload that a later programme replaced, or an end cut off, never was."""
    rows = await programmes_begun(session, athlete_id, on, limit=PROGRAMMES_LOOKED_AT)
    of_now = next((row for row in rows if row.ends_on is None or row.ends_on >= on), None)
    over, replaced_on = list[date](), date.max
    for row in rows:
        days = _deload(row)
        last_on = min(row.ends_on or date.max, days.last_on) if days else date.max
        if days and days.first_on <= last_on < on and days.first_on < replaced_on:
            over.append(last_on)
        replaced_on = min(replaced_on, row.starts_on)
    return PlannedDeloads(_deload(of_now) if of_now else None, max(over, default=None))


def _deload(row: ProgrammeRow) -> DeloadDays | None:
    mesocycle = mesocycle_of(row.mesocycle)
    return None if mesocycle is None else deload_days(row.starts_on, mesocycle)
