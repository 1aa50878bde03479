"""Programmes: make, read, replace, end; what they ask of an exercise on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.load.mesocycle import (
    DeloadDays,
    Mesocycle,
    MesocycleWeek,
    deload_days,
    week_of,
)
from app.engine.overload.question import Targets
from app.engine.progression.parameter import as_lists, as_tuples
from app.engine.progression.schemes import DOUBLE_PROGRESSION, SCHEMES
from app.engine.records import Tempo
from app.store.athletes import AthleteRow
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.store.programmes import (
    ProgrammeExerciseRow,
    ProgrammeRow,
    StoredProgramme,
    delete_programme,
    find_programme,
    list_programmes,
    remove_exercises,
)
from app.usecases.athletes import local_day, require_athlete
from app.usecases.errors import Conflict, NotFound
from app.usecases.next_session import Asked
from app.usecases.workouts import require_known

OF_DOUBLE_PROGRESSION = {
    "repetitions_low": "query/repetition_range",
    "repetitions_high": "query/repetition_range",
    "sets": "query/sets",
}
"""Targets that other schemes take from parameters of their own, and where a caller says them."""
SCHEME_HAS_ITS_OWN = (
    "The programme prescribes the scheme {scheme}, which has repetitions and sets of its own: "
    "change the programme, or name another scheme."
)


@dataclass(frozen=True, slots=True)
class WantedExercise:
    id: UUID | None
    exercise_id: str
    asked: Asked
    superset: str | None
    pointer: str
    """Where the exercise stands in the caller's body."""


@dataclass(frozen=True, slots=True)
class WantedDay:
    name: str | None
    exercises: tuple[WantedExercise, ...]


@dataclass(frozen=True, slots=True)
class WantedProgramme:
    id: UUID | None
    name: str
    starts_on: date | None
    """None is today."""
    ends_on: date | None
    weekdays: tuple[int, ...] | None
    """Days that are trained, Monday 0; None leaves them open."""
    mesocycle: Mesocycle | None
    note: str | None
    days: tuple[WantedDay, ...]


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """What a programme asks of an exercise."""

    id: UUID
    exercise_id: str
    position: int
    superset: str | None
    asked: Asked


async def create_programme(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, wanted: WantedProgramme
) -> tuple[StoredProgramme, bool]:
    """The programme and whether it is new: creating twice with one id is one creation; Conflict
    where the one stored says something else."""
    athlete = await require_athlete(session, tenant_id, athlete_id, writing=True)
    wanted = await _as_known(session, tenant_id, wanted)
    stored = await find_programme(session, athlete_id, wanted.id) if wanted.id else None
    now = datetime.now(UTC)
    made = _programme(athlete, wanted, now)
    if stored is not None:
        if not _is_same(stored, made):
            detail = f"Programme {wanted.id} is stored with other content; replace it with PUT."
            raise Conflict("id_taken", detail, "#/id")
        return stored, False
    await _insert(session, made)
    return made, True


async def replace_programme(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, wanted: WantedProgramme
) -> StoredProgramme:
    """Put a programme in the place of the one with its id.

    An exercise that is asked for as before keeps the date since when it is; another begins anew.
    """
    athlete = await require_athlete(session, tenant_id, athlete_id, writing=True)
    wanted = await _as_known(session, tenant_id, wanted)
    stored = await require_programme(session, tenant_id, athlete_id, wanted.id)
    row, now = stored.programme, datetime.now(UTC)
    wanted = replace(wanted, starts_on=wanted.starts_on or row.starts_on)
    made = _programme(athlete, wanted, now, began_at=now)
    kept = {_content(one): one.since for one in stored.exercises}
    for one in made.exercises:
        if one.since == now:
            one.since = kept.get(_content(one), now)
    await remove_exercises(session, athlete_id, row.id)
    row.sqlmodel_update(made.programme.model_dump(exclude={"created_at"}))
    session.add_all(made.exercises)
    await session.flush()
    return StoredProgramme(row, made.exercises)


async def require_programme(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, programme_id: UUID | None
) -> StoredProgramme:
    await require_athlete(session, tenant_id, athlete_id)
    stored = await find_programme(session, athlete_id, programme_id) if programme_id else None
    if stored is None:
        raise NotFound("programme", str(programme_id))
    return stored


async def page_of_programmes(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[StoredProgramme]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_programmes(session, athlete_id, after=after, limit=limit)


async def remove_programme(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, programme_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_programme(session, athlete_id, programme_id):
        raise NotFound("programme", str(programme_id))


def planned(
    row: ProgrammeExerciseRow, week: MesocycleWeek | None, deload: DeloadDays | None
) -> PlannedExercise:
    """A stored exercise as it is asked."""
    scheme, told = scheme_of(row.scheme)
    targets = replace(targets_of(row.targets), since=row.since)
    asked = Asked(targets, scheme=scheme, scheme_parameters=told, week=week, deload_days=deload)
    return PlannedExercise(row.id, row.exercise_id, row.position, row.superset, asked)


def days_of(stored: StoredProgramme) -> list[list[ProgrammeExerciseRow]]:
    """The exercises of each day, in order."""
    return [list(rows) for _, rows in groupby(stored.exercises, key=lambda row: row.day)]


def week_on(stored: StoredProgramme, on: date) -> MesocycleWeek | None:
    """The week of the mesocycle that a day is in; None without one and after its end."""
    mesocycle = mesocycle_of(stored.programme.mesocycle)
    if mesocycle is None:
        return None
    return week_of(stored.programme.starts_on, on, mesocycle).value


def deload_of(stored: StoredProgramme) -> DeloadDays | None:
    """The deload of the mesocycle; None where none is planned."""
    mesocycle = mesocycle_of(stored.programme.mesocycle)
    return None if mesocycle is None else deload_days(stored.programme.starts_on, mesocycle)


def mesocycle_of(stored: Mapping[str, Any] | None) -> Mesocycle | None:
    return None if stored is None else Mesocycle(**stored)


def scheme_of(stored: Mapping[str, Any] | None) -> tuple[str, Any]:
    """Name and parameters of a stored scheme; none is double progression."""
    if stored is None:
        return DOUBLE_PROGRESSION, None
    told = {name: as_tuples(value) for name, value in stored.items() if name != "name"}
    return stored["name"], SCHEMES[stored["name"]].parameters(**told)


def targets_of(stored: Mapping[str, Any]) -> Targets:
    tempo = stored.get("tempo")
    return Targets(**{**stored, "tempo": Tempo(**tempo) if tempo else None})


def merged(programme: Asked, told: Asked) -> Asked:
    """What the caller says now overrides what the programme says.

    Conflict where a target is told that the programme's scheme takes from its own parameters.
    """
    said = {
        k: v for k in Targets.__dataclass_fields__ if (v := getattr(told.targets, k)) is not None
    }
    told = replace(
        told,
        targets=replace(programme.targets, **said),
        week=programme.week,
        deload_days=programme.deload_days,
    )
    if told.scheme_parameters is not None:
        return told
    places = [place for name, place in OF_DOUBLE_PROGRESSION.items() if name in said]
    if places and programme.scheme != DOUBLE_PROGRESSION:
        detail = SCHEME_HAS_ITS_OWN.format(scheme=programme.scheme)
        raise Conflict("scheme_has_its_own", detail, places[0])
    return replace(told, scheme=programme.scheme, scheme_parameters=programme.scheme_parameters)


async def _as_known(
    session: AsyncSession, tenant_id: UUID, wanted: WantedProgramme
) -> WantedProgramme:
    """With every exercise under the id of the one that its sets go to."""
    named = {one.exercise_id: one.pointer for day in wanted.days for one in day.exercises}
    known = await require_known(session, tenant_id, named, lock=True)
    days = (
        replace(
            day,
            exercises=tuple(
                replace(one, exercise_id=known[one.exercise_id]) for one in day.exercises
            ),
        )
        for day in wanted.days
    )
    return replace(wanted, days=tuple(days))


def _programme(
    athlete: AthleteRow, wanted: WantedProgramme, now: datetime, began_at: datetime | None = None
) -> StoredProgramme:
    """The rows; exercises begin with the programme, where nobody says when."""
    starts_on = wanted.starts_on or local_day(athlete, now)
    row = ProgrammeRow(
        athlete_id=athlete.id,
        id=wanted.id or new_id(),
        name=wanted.name,
        starts_on=starts_on,
        ends_on=wanted.ends_on,
        weekdays=None if wanted.weekdays is None else list(wanted.weekdays),
        mesocycle=None if wanted.mesocycle is None else asdict(wanted.mesocycle),
        note=wanted.note,
        created_at=now,
        updated_at=now,
    )
    first_at = datetime.combine(starts_on, time.min, ZoneInfo(athlete.time_zone))
    exercises = [
        _exercise(row, number, day, place, one, began_at or first_at)
        for number, day in enumerate(wanted.days)
        for place, one in enumerate(day.exercises)
    ]
    return StoredProgramme(row, exercises)


def _exercise(
    programme: ProgrammeRow,
    number: int,
    day: WantedDay,
    place: int,
    wanted: WantedExercise,
    began_at: datetime,
) -> ProgrammeExerciseRow:
    asked = wanted.asked
    told = asked.scheme_parameters
    targets = {k: v for k, v in asdict(asked.targets).items() if v is not None and k != "since"}
    return ProgrammeExerciseRow(
        athlete_id=programme.athlete_id,
        id=wanted.id or new_id(),
        programme_id=programme.id,
        day=number,
        day_name=day.name,
        position=place,
        exercise_id=wanted.exercise_id,
        scheme=None if told is None else _stored_scheme(asked.scheme, told),
        targets=targets,
        superset=wanted.superset,
        since=asked.targets.since or began_at,
    )


def _stored_scheme(name: str, told: Any) -> dict[str, Any]:
    return {"name": name, **{key: as_lists(value) for key, value in asdict(told).items()}}


async def _insert(session: AsyncSession, made: StoredProgramme) -> None:
    session.add(made.programme)
    await session.flush()
    session.add_all(made.exercises)
    await session.flush()


def _content(row: ProgrammeExerciseRow) -> str:
    """What is asked of an exercise on a day, without its id and its date."""
    return repr((row.day, row.exercise_id, row.scheme, sorted(row.targets.items())))


def _is_same(stored: StoredProgramme, made: StoredProgramme) -> bool:
    same = ("name", "starts_on", "ends_on", "weekdays", "mesocycle", "note")
    alike = all(getattr(stored.programme, n) == getattr(made.programme, n) for n in same)
    return alike and _contents(stored.exercises) == _contents(made.exercises)


def _contents(rows: Sequence[ProgrammeExerciseRow]) -> list[tuple[str, str | None, str | None]]:
    return [(_content(row), row.day_name, row.superset) for row in rows]
