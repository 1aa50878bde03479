"""Check-ins: how an athlete slept and feels. Log one or many, remove one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta, timezone
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import RecoveryNote
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.store.recovery_notes import RecoveryNoteRow, delete_note, known_notes, list_notes
from app.usecases.athletes import on_clock, require_athlete
from app.usecases.errors import Conflict, NotFound
from app.usecases.muscles import require_areas


@dataclass(frozen=True, slots=True)
class Said:
    """What a check-in says; None, or no key, where nothing was said."""

    noted_at: datetime
    sleep_h: float | None
    sleep_quality_1_to_5: int | None
    readiness_1_to_5: int | None
    soreness_0_to_10: Mapping[str, float]
    pain_0_to_10: Mapping[str, float]
    note: str | None


@dataclass(frozen=True, slots=True)
class NewCheckIn:
    id: UUID | None
    said: Said
    pointer: str = "#"
    """Where it stands in the caller's body."""

    def areas(self) -> Iterator[tuple[str, str]]:
        """Every muscle or group that it names, with its pointer."""
        for name in ("soreness_0_to_10", "pain_0_to_10"):
            for area in getattr(self.said, name):
                step = area.replace("~", "~0").replace("/", "~1")
                yield f"{self.pointer}/{name}/{step}", area


@dataclass(frozen=True, slots=True)
class LoggedCheckIns:
    rows: list[RecoveryNoteRow]
    """In the order in which they were sent."""
    created: int


async def log_check_ins(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, check_ins: Sequence[NewCheckIn]
) -> LoggedCheckIns:
    """Store check-ins, all or nothing. One that is there already (same id) is the same creation;
    Conflict where it says something else, UnknownReferences where it names no muscle we know."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    require_named_areas(check_ins)
    known = await known_notes(session, athlete_id, [one.id for one in check_ins if one.id])
    stored = []
    created = 0
    for check_in in check_ins:
        row = known.get(check_in.id) if check_in.id else None
        if row is None:
            row = _row(athlete_id, check_in)
            session.add(row)
            known[row.id] = row
            created += 1
        elif _said(row) != check_in.said:
            detail = f"Check-in {row.id} is stored and says something else."
            raise Conflict("id_taken", detail, f"{check_in.pointer}/id")
        stored.append(row)
    await session.flush()
    return LoggedCheckIns(stored, created)


def require_named_areas(check_ins: Sequence[NewCheckIn]) -> None:
    """UnknownReferences where one names a muscle or a group that the catalogue does not have."""
    require_areas(area for check_in in check_ins for area in check_in.areas())


async def page_of_check_ins(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[RecoveryNoteRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_notes(session, athlete_id, after=after, limit=limit)


async def remove_check_in(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, check_in_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_note(session, athlete_id, check_in_id):
        raise NotFound("check-in", str(check_in_id))


def stored_note(row: RecoveryNoteRow, zone: ZoneInfo) -> RecoveryNote:
    return note_record(str(row.id), _said(row), zone)


def note_record(id_: str, said: Said, zone: ZoneInfo) -> RecoveryNote:
    """The engine's record, on the athlete's clock."""
    return RecoveryNote(
        id=id_,
        noted_at=at_offset(zone, said.noted_at),
        sleep_h=said.sleep_h,
        sleep_quality_1_to_5=said.sleep_quality_1_to_5,
        readiness_1_to_5=said.readiness_1_to_5,
        soreness_0_to_10=said.soreness_0_to_10,
        pain_0_to_10=said.pain_0_to_10,
    )


def at_offset(zone: ZoneInfo, at: datetime) -> datetime:
    """The instant on the clock of a zone, whose offset it keeps: Python would count the hours to
    and from it by the clock on the wall, an hour off where that was turned in between."""
    local = on_clock(zone, at)
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta(0)))


def _said(row: RecoveryNoteRow) -> Said:
    return Said(**{one.name: getattr(row, one.name) for one in fields(Said)})


def _row(athlete_id: UUID, check_in: NewCheckIn) -> RecoveryNoteRow:
    said = {one.name: getattr(check_in.said, one.name) for one in fields(Said)}
    return RecoveryNoteRow(athlete_id=athlete_id, id=check_in.id or new_id(), **said)
