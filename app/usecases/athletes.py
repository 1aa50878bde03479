"""The people who train: create, read, change, erase."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypedDict
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import Athlete, HealthFlag, Reproduction, Sex
from app.engine.units import DAYS_PER_YEAR, mass_unit
from app.store.athletes import (
    AthleteRow,
    erase_athlete,
    find_athlete,
    find_by_external_id,
    list_athletes,
)
from app.store.ids import new_id
from app.store.inserting import insert_missing
from app.store.paging import Key, Page
from app.usecases.errors import Conflict, NotFound, UnknownReference, UnknownReferences

NOT_PLACES = frozenset({"Factory", "localtime"})
"""Names in some copies of the database that mean another place on every machine."""


class AthleteFields(TypedDict, total=False):
    """What can be set on an athlete; a field that is absent stays as it is."""

    external_id: str | None
    sex: str | None
    born_on: date | None
    height_cm: float | None
    body_fat_percent: float | None
    reproduction: str | None
    health_flags: list[str]
    cleared_for_maximal_effort: bool | None
    activity_factor: float | None
    mass_unit: str
    time_zone: str


async def require_athlete(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, writing: bool = False
) -> AthleteRow:
    """The athlete, or NotFound where this tenant has none of this id.

    Who writes an athlete's log says so and takes turns with others who do: a retry then finds
    what the first try stored.
    """
    athlete = await find_athlete(session, tenant_id, athlete_id, lock=writing)
    if athlete is None:
        raise NotFound("athlete", str(athlete_id))
    return athlete


async def create_athlete(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID | None, fields: AthleteFields
) -> tuple[AthleteRow, bool]:
    """The athlete and whether it is new: creating twice with one id is one creation."""
    require_time_zone(fields.get("time_zone"))
    if athlete_id is None or await session.get(AthleteRow, athlete_id) is None:
        await _require_free_external_id(session, tenant_id, fields.get("external_id"), athlete_id)
    now = datetime.now(UTC)
    row = AthleteRow(
        id=athlete_id or new_id(), tenant_id=tenant_id, created_at=now, updated_at=now, **fields
    )
    if await insert_missing(session, AthleteRow, [row.model_dump()]):
        return await require_athlete(session, tenant_id, row.id), True
    stored = await session.get(AthleteRow, row.id)
    if stored is None or stored.tenant_id != tenant_id:
        raise Conflict("id_taken", "The id or external_id is in use; make another one.")
    return stored, False


async def page_of_athletes(
    session: AsyncSession,
    tenant_id: UUID,
    *,
    external_id: str | None,
    after: Key | None,
    limit: int,
) -> Page[AthleteRow]:
    """Oldest first."""
    return await list_athletes(
        session, tenant_id, external_id=external_id, after=after, limit=limit
    )


async def change_athlete(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, fields: AthleteFields
) -> AthleteRow:
    row = await require_athlete(session, tenant_id, athlete_id)
    require_time_zone(fields.get("time_zone"))
    external_id = fields.get("external_id")
    await _require_free_external_id(session, tenant_id, external_id, athlete_id)
    changes: dict[str, Any] = {**fields, "updated_at": datetime.now(UTC)}
    for name, value in changes.items():
        setattr(row, name, value)
    await session.flush()
    return row


async def erase(session: AsyncSession, tenant_id: UUID, athlete_id: UUID) -> None:
    """Remove the athlete and all that they logged."""
    await require_athlete(session, tenant_id, athlete_id)
    await erase_athlete(session, athlete_id)


def require_time_zone(name: str | None, pointer: str = "#/time_zone") -> None:
    """UnknownReferences where the IANA database has no such zone."""
    if name is not None and name not in available_timezones() - NOT_PLACES:
        raise UnknownReferences((UnknownReference("time zone", pointer, name),))


async def _require_free_external_id(
    session: AsyncSession, tenant_id: UUID, external_id: str | None, owner: UUID | None
) -> None:
    """Conflict where another athlete than the owner has it."""
    if external_id is None:
        return
    taken = await find_by_external_id(session, tenant_id, external_id)
    if taken is not None and taken.id != owner:
        raise Conflict(
            "external_id_taken",
            f"The external_id {external_id!r} is athlete {taken.id}'s; change that one.",
        )


def on_clock(zone: ZoneInfo, at: datetime) -> datetime:
    """The instant on the clock of a zone; at the ends of the calendar on its own.

    With a fixed offset: two times with one zone are compared and subtracted as their clocks read,
    an hour off where the clocks were changed between them.
    """
    try:
        local = at.astimezone(zone)
    except OverflowError:
        return at
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta(0)))


def day_in(zone: ZoneInfo, at: datetime) -> date:
    """The calendar day of an instant in a zone."""
    return on_clock(zone, at).date()


def local_day(row: AthleteRow, at: datetime) -> date:
    """The athlete's own calendar day at an instant."""
    return day_in(ZoneInfo(row.time_zone), at)


def athlete_record(row: AthleteRow, on: date) -> Athlete:
    """What the engine knows of the athlete on a day."""
    return Athlete(
        sex=Sex(row.sex) if row.sex else None,
        age_years=age_years(row.born_on, on),
        height_cm=row.height_cm,
        body_fat_percent=row.body_fat_percent,
        reproduction=Reproduction(row.reproduction) if row.reproduction else None,
        health_flags=frozenset(HealthFlag(flag) for flag in row.health_flags),
        mass_unit=mass_unit(row.mass_unit),
    )


def age_years(born_on: date | None, on: date) -> float | None:
    """Age [years]; None where the birthday is unknown or still to come.

    Birthdays count: the day somebody turns 18 they are 18, whatever the leap years say.
    """
    if born_on is None or born_on > on:
        return None
    had_birthday = (on.month, on.day) >= (born_on.month, born_on.day)
    whole = on.year - born_on.year - (not had_birthday)
    year = on.year if had_birthday else on.year - 1
    last = _birthday(born_on, year)
    return whole + min((on - last).days / DAYS_PER_YEAR, 0.999)


def _birthday(born_on: date, year: int) -> date:
    """Somebody born on 29 February has it on 1 March in a common year."""
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
