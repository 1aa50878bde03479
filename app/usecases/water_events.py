"""What moves water without moving fat: log one or many, remove one."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import WaterEvent, WaterEventKind
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.store.water_events import (
    WaterEventRow,
    delete_water_event,
    known_water_events,
    list_water_events,
)
from app.usecases.athletes import require_athlete
from app.usecases.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """What an athlete tells of an event."""

    kind: str
    started_on: date
    ended_on: date | None
    note: str | None


@dataclass(frozen=True, slots=True)
class NewWaterEvent:
    id: UUID | None
    told: ToldEvent
    pointer: str = "#"
    """Where it stands in the caller's body."""


@dataclass(frozen=True, slots=True)
class LoggedWaterEvents:
    rows: list[WaterEventRow]
    """In the order in which they were sent."""
    created: int


async def log_water_events(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, events: Sequence[NewWaterEvent]
) -> LoggedWaterEvents:
    """Store events, all or nothing. One that is there already (same id) is the same creation;
    Conflict where it says something else."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    known = await known_water_events(session, athlete_id, [one.id for one in events if one.id])
    stored = []
    created = 0
    for event in events:
        row = known.get(event.id) if event.id else None
        if row is None:
            row = _row(athlete_id, event)
            session.add(row)
            known[row.id] = row
            created += 1
        elif _told(row) != event.told:
            detail = f"Water event {row.id} is stored and says something else."
            raise Conflict("id_taken", detail, f"{event.pointer}/id")
        stored.append(row)
    await session.flush()
    return LoggedWaterEvents(stored, created)


async def page_of_water_events(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[WaterEventRow]:
    """Latest beginning first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_water_events(session, athlete_id, after=after, limit=limit)


async def remove_water_event(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, event_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_water_event(session, athlete_id, event_id):
        raise NotFound("water event", str(event_id))


def water_event_record(row: WaterEventRow) -> WaterEvent:
    return WaterEvent(str(row.id), WaterEventKind(row.kind), row.started_on, row.ended_on)


def _told(row: WaterEventRow) -> ToldEvent:
    return ToldEvent(**{one.name: getattr(row, one.name) for one in fields(ToldEvent)})


def _row(athlete_id: UUID, event: NewWaterEvent) -> WaterEventRow:
    told = {one.name: getattr(event.told, one.name) for one in fields(ToldEvent)}
    return WaterEventRow(athlete_id=athlete_id, id=event.id or new_id(), **told)
