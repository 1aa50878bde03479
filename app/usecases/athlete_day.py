"""What is known of an athlete on a day of training: body, check-ins, energy balance, health."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.health.screening import Screened, with_screening
from app.engine.overload.question import Person
from app.engine.records import HealthFlag, RecoveryNote, Reproduction
from app.engine.units import MassUnit, mass_unit
from app.store.athletes import AthleteRow
from app.store.recovery_notes import notes_between
from app.store.weighings import last_weighing
from app.usecases.check_ins import stored_note
from app.usecases.energy_state import deficit_since
from app.usecases.screenings import screened_at

BODY_MASS_HOLDS = timedelta(days=60)
"""How long a weighing speaks for body-weight exercises; as long as for energy."""
NOTES_READ = timedelta(days=7)
"""Older check-ins are stale for every answer."""
NO_ATHLETE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class AthleteDay:
    at: datetime
    mass_unit: MassUnit = "kg"
    """The unit that the athlete reads."""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    athlete_id: UUID = NO_ATHLETE
    """Of the store; none at the stateless door."""
    body_mass_kg: float | None = None
    person: Person = field(default_factory=Person)
    recovery_notes: tuple[RecoveryNote, ...] = ()
    deficit_since: datetime | None = None


async def read_day(session: AsyncSession, athlete: AthleteRow, at: datetime) -> AthleteDay:
    """From the store: one weighing, a week of check-ins, the energy balance."""
    weighing = await last_weighing(session, athlete.id, at, BODY_MASS_HOLDS)
    notes = await notes_between(session, athlete.id, _before(at, NOTES_READ), at)
    zone = ZoneInfo(athlete.time_zone)
    return AthleteDay(
        at=at,
        mass_unit=mass_unit(athlete.mass_unit),
        zone=zone,
        athlete_id=athlete.id,
        body_mass_kg=weighing.body_mass_kg if weighing else None,
        person=person_of(athlete, await screened_at(session, athlete.id, at)),
        recovery_notes=recent((stored_note(row, zone) for row in notes), at),
        deficit_since=await deficit_since(session, athlete, at),
    )


def person_of(athlete: AthleteRow, found: Screened | None = None) -> Person:
    """What is on record, together with what the questions before training led to."""
    flags, reproduction = with_screening(
        frozenset(map(HealthFlag, athlete.health_flags)),
        Reproduction(athlete.reproduction) if athlete.reproduction else None,
        found,
    )
    stale = found is not None and found.is_stale
    return Person(flags, reproduction, athlete.cleared_for_maximal_effort, stale)


def recent(notes: Iterable[RecoveryNote], at: datetime) -> tuple[RecoveryNote, ...]:
    """The check-ins of the days that are looked at, the same by both doors."""
    first = _before(at, NOTES_READ)
    return tuple(sorted((n for n in notes if first <= n.noted_at <= at), key=_order))


def _order(note: RecoveryNote) -> tuple[datetime, str]:
    return note.noted_at, note.id


def _before(at: datetime, span: timedelta) -> datetime:
    """At the beginning of the calendar there is no earlier."""
    try:
        return at - span
    except OverflowError:
        return at
