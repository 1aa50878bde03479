"""Activities: the catalogue's, and what an athlete did beside lifting."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from difflib import get_close_matches
from itertools import islice
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.activity_search import search_activities
from app.catalogue.load import catalogue
from app.catalogue.records import Activity
from app.store.activities import ActivityRow, delete_activity, known_activities, list_activities
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.usecases.athletes import require_athlete
from app.usecases.errors import Conflict, NotFound, UnknownReference, UnknownReferences
from app.usecases.muscles import UNKNOWN_SHOWN_AT_MOST

CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class DoneActivity:
    """What a log says of an activity; None where it was not said."""

    started_at: datetime
    activity_id: str
    duration_s: float
    distance_m: float | None
    ascent_m: float | None
    heart_rate_bpm: float | None
    note: str | None


@dataclass(frozen=True, slots=True)
class NewActivity:
    id: UUID | None
    done: DoneActivity
    pointer: str = "#"
    """Where it stands in the caller's body."""


@dataclass(frozen=True, slots=True)
class LoggedActivities:
    rows: list[ActivityRow]
    """In the order in which they were sent."""
    created: int


def require_activity(activity_id: str) -> Activity:
    """NotFound where the catalogue has none of this id."""
    if activity_id not in catalogue().activities:
        raise NotFound("activity", activity_id)
    return catalogue().activities[activity_id]


def require_activities(named: Sequence[tuple[str, str]]) -> None:
    """UnknownReferences, with candidates, where the catalogue has no such activity; of pointers
    into the caller's body with what is named there."""
    known = catalogue().activities
    unknown = ((pointer, id_) for pointer, id_ in named if id_ not in known)
    faults = tuple(
        UnknownReference("activity", pointer, id_, _candidates(id_))
        for pointer, id_ in islice(unknown, UNKNOWN_SHOWN_AT_MOST)
    )
    if faults:
        raise UnknownReferences(faults)


def _candidates(named: str) -> tuple[str, ...]:
    """What its words find, else what is spelt alike."""
    found = search_activities(catalogue(), named.replace("-", " "))
    ids = [one.id for one in found[:CANDIDATES]]
    return tuple(ids or get_close_matches(named, catalogue().activities, CANDIDATES))


async def log_activities(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, activities: Sequence[NewActivity]
) -> LoggedActivities:
    """Store activities, all or nothing. One that is there already (same id) is the same creation;
    Conflict where it says something else, UnknownReferences where the catalogue has none such."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    require_activities([(f"{one.pointer}/activity_id", one.done.activity_id) for one in activities])
    known = await known_activities(session, athlete_id, [one.id for one in activities if one.id])
    stored = []
    created = 0
    for activity in activities:
        row = known.get(activity.id) if activity.id else None
        if row is None:
            row = _row(athlete_id, activity)
            session.add(row)
            known[row.id] = row
            created += 1
        elif _done(row) != activity.done:
            detail = f"Activity {row.id} is stored and says something else."
            raise Conflict("id_taken", detail, f"{activity.pointer}/id")
        stored.append(row)
    await session.flush()
    return LoggedActivities(stored, created)


async def page_of_activities(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[ActivityRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_activities(session, athlete_id, after=after, limit=limit)


async def remove_activity(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, activity_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_activity(session, athlete_id, activity_id):
        raise NotFound("activity", str(activity_id))


def _done(row: ActivityRow) -> DoneActivity:
    return DoneActivity(**{one.name: getattr(row, one.name) for one in fields(DoneActivity)})


def _row(athlete_id: UUID, activity: NewActivity) -> ActivityRow:
    done = {one.name: getattr(activity.done, one.name) for one in fields(DoneActivity)}
    return ActivityRow(athlete_id=athlete_id, id=activity.id or new_id(), **done)
