"""Workouts and sets: log them whole, read them, replace them, remove them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import ExerciseSession, PerformedSet, SetKind, Tempo
from app.engine.units import mass_unit
from app.store.exercises import logged_as
from app.store.ids import new_id
from app.store.inserting import insert_missing
from app.store.paging import Key, Page
from app.store.workouts import (
    LoggedExercise,
    PerformedSetRow,
    StoredWorkout,
    WorkoutRow,
    delete_workout,
    find_workout,
    list_sets,
    list_workouts,
    logged_exercises,
    stored_workouts,
    taken_set_ids,
)
from app.usecases.athletes import on_clock, require_athlete
from app.usecases.errors import Conflict, NotFound, UnknownReferences
from app.usecases.exercises import read_as, unknown_exercise

SETS_AT_MOST = 5_000
"""Of one workout: as many as can be sent with it."""
EXERCISES_AT_MOST = 1_000
"""More exercises than anybody trains."""


@dataclass(frozen=True, slots=True)
class LoggedSet:
    exercise_id: str
    id: UUID | None
    """Made by the caller, or None for one of ours."""
    performed: PerformedSet
    note: str | None
    pointer: str
    """Where the exercise stands in the caller's body."""


@dataclass(frozen=True, slots=True)
class LoggedWorkout:
    id: UUID | None
    performed_at: datetime
    name: str | None
    note: str | None
    duration_s: float | None
    sets: tuple[LoggedSet, ...]


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of workouts that were sent."""

    stored: tuple[StoredWorkout, ...]
    """In the order in which they were sent."""
    created: int
    """How many were new; sending a workout twice with one id creates it once."""


async def log_workouts(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, workouts: Sequence[LoggedWorkout]
) -> Logged:
    """Store workouts with their sets, all or nothing."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    workouts = await _as_known(session, tenant_id, workouts)
    known = await stored_workouts(session, athlete_id, [one.id for one in workouts if one.id])
    new: dict[UUID, StoredWorkout] = {}
    ids: list[UUID] = []
    for workout in workouts:
        workout_id = workout.id or new_id()
        ids.append(workout_id)
        if workout_id not in known and workout_id not in new:
            row = _row(athlete_id, workout_id, workout, datetime.now(UTC))
            new[workout_id] = StoredWorkout(row, _set_rows(row, workout.sets))
    await _insert(session, athlete_id, list(new.values()))
    both = known | new
    return Logged(tuple(both[one] for one in ids), len(new))


async def replace_workout(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, workout: LoggedWorkout
) -> StoredWorkout:
    """Put a workout in the place of the one with its id; advice follows by itself.

    A set without an id takes that of the stored set in its place among those of its exercise.
    """
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    (workout,) = await _as_known(session, tenant_id, [workout])
    stored = await find_workout(session, athlete_id, workout.id) if workout.id else None
    if stored is None:
        raise NotFound("workout", str(workout.id))
    row = _row(athlete_id, stored.workout.id, workout, stored.workout.created_at)
    row.corrected_at = datetime.now(UTC)
    row.import_id = stored.workout.import_id
    replaced = StoredWorkout(row, _set_rows(row, _with_ids(workout.sets, stored.sets)))
    await delete_workout(session, athlete_id, row.id)
    await _insert(session, athlete_id, [replaced])
    return replaced


async def append_set(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, workout_id: UUID, logged: LoggedSet
) -> tuple[PerformedSetRow, bool]:
    """A set at the end of a workout, and whether it is new: a retry with its id finds it.

    An import leaves a workout alone that was added to by hand.
    """
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    stored = await find_workout(session, athlete_id, workout_id)
    if stored is None:
        raise NotFound("workout", str(workout_id))
    known = next((row for row in stored.sets if row.id == logged.id), None)
    if known is not None:
        return known, False
    named = {logged.exercise_id: logged.pointer}
    logged = _renamed(logged, await require_known(session, tenant_id, named, lock=True))
    if len(stored.sets) >= SETS_AT_MOST:
        raise Conflict("workout_full", f"A workout has at most {SETS_AT_MOST} sets.")
    position = max((row.position for row in stored.sets), default=-1) + 1
    row = PerformedSetRow(**set_values(stored.workout, position, logged))
    await _require_free_set_ids(session, athlete_id, [row])
    await insert_missing(session, PerformedSetRow, [row.model_dump()])
    stored.workout.corrected_at = datetime.now(UTC)
    await session.flush()
    return row, True


def _with_ids(
    sets: Sequence[LoggedSet], stored: Sequence[PerformedSetRow]
) -> tuple[LoggedSet, ...]:
    given = {one.id for one in sets if one.id}
    free: dict[str, list[UUID]] = {}
    for row in stored:
        if row.id not in given:
            free.setdefault(row.exercise_id, []).append(row.id)
    kept = []
    for one in sets:
        ids = free.get(one.exercise_id)
        kept.append(replace(one, id=ids.pop(0)) if one.id is None and ids else one)
    return tuple(kept)


async def page_of_workouts(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[StoredWorkout]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_workouts(session, athlete_id, after=after, limit=limit)


async def page_of_sets(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    *,
    exercise_id: str | None,
    after: Key | None,
    limit: int,
) -> Page[PerformedSetRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    if exercise_id is not None:
        exercise_id = await read_as(session, tenant_id, exercise_id)
    return await list_sets(session, athlete_id, exercise_id=exercise_id, after=after, limit=limit)


async def exercises_of(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID
) -> list[LoggedExercise]:
    """What the athlete has logged, the latest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await logged_exercises(session, athlete_id, limit=EXERCISES_AT_MOST)


async def require_workout(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, workout_id: UUID
) -> StoredWorkout:
    await require_athlete(session, tenant_id, athlete_id)
    stored = await find_workout(session, athlete_id, workout_id)
    if stored is None:
        raise NotFound("workout", str(workout_id))
    return stored


async def remove_workout(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, workout_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_workout(session, athlete_id, workout_id):
        raise NotFound("workout", str(workout_id))


async def _as_known(
    session: AsyncSession, tenant_id: UUID, workouts: Iterable[LoggedWorkout]
) -> list[LoggedWorkout]:
    """The workouts with every set under the exercise that it goes to.

    UnknownReferences, with candidates, where a set names an exercise that nobody knows.
    """
    workouts = list(workouts)
    named = {logged.exercise_id: logged.pointer for w in workouts for logged in w.sets}
    known = await require_known(session, tenant_id, named, lock=True)
    return [replace(one, sets=tuple(_renamed(s, known) for s in one.sets)) for one in workouts]


def _renamed(logged: LoggedSet, known: Mapping[str, str]) -> LoggedSet:
    id_ = known[logged.exercise_id]
    return logged if id_ == logged.exercise_id else replace(logged, exercise_id=id_)


async def require_known(
    session: AsyncSession, tenant_id: UUID, named: Mapping[str, str], *, lock: bool = False
) -> dict[str, str]:
    """Exercises, each with the one that its sets go to: another where it was merged.

    UnknownReferences for those that nobody knows, each with its place in the request. Who writes
    locks them, so that none is merged meanwhile.
    """
    known = await logged_as(session, tenant_id, named, lock=lock)
    unknown = [exercise_id for exercise_id in named if exercise_id not in known]
    if unknown:
        raise UnknownReferences(tuple(unknown_exercise(named[one], one) for one in unknown))
    return known


def _row(
    athlete_id: UUID, workout_id: UUID, workout: LoggedWorkout, created_at: datetime
) -> WorkoutRow:
    return WorkoutRow(
        athlete_id=athlete_id,
        id=workout_id,
        performed_at=workout.performed_at,
        name=workout.name,
        note=workout.note,
        duration_s=workout.duration_s,
        created_at=created_at,
    )


def _set_rows(row: WorkoutRow, sets: Sequence[LoggedSet]) -> list[PerformedSetRow]:
    return [PerformedSetRow(**set_values(row, place, one)) for place, one in enumerate(sets)]


async def _insert(
    session: AsyncSession, athlete_id: UUID, workouts: Sequence[StoredWorkout]
) -> None:
    sets = [one for stored in workouts for one in stored.sets]
    await _require_free_set_ids(session, athlete_id, sets)
    await insert_missing(session, WorkoutRow, [one.workout.model_dump() for one in workouts])
    await insert_missing(session, PerformedSetRow, [one.model_dump() for one in sets])


async def _require_free_set_ids(
    session: AsyncSession, athlete_id: UUID, sets: Sequence[PerformedSetRow]
) -> None:
    ids = [row.id for row in sets]
    repeated = next((one for one, count in Counter(ids).items() if count > 1), None)
    taken = repeated or next(iter(await taken_set_ids(session, athlete_id, ids)), None)
    if taken is not None:
        raise Conflict("id_taken", f"The set id {taken} is in use; every set has an id of its own.")


def set_values(workout: WorkoutRow, position: int, logged: LoggedSet) -> dict[str, Any]:
    """The columns of one set; the tempo lies flat in them. A bulk insert takes them as they are."""
    performed = logged.performed
    tempo = performed.tempo
    return {
        "athlete_id": workout.athlete_id,
        "id": logged.id or new_id(),
        "workout_id": workout.id,
        "exercise_id": logged.exercise_id,
        "performed_at": workout.performed_at,
        "position": position,
        "kind": performed.kind.value,
        "load_kg": performed.load_kg,
        "load_unit": performed.load_unit,
        "repetitions": performed.repetitions,
        "repetitions_in_reserve": performed.repetitions_in_reserve,
        "duration_s": performed.duration_s,
        "distance_m": performed.distance_m,
        "eccentric_s": tempo.eccentric_s if tempo else None,
        "pause_s": tempo.pause_s if tempo else None,
        "concentric_s": tempo.concentric_s if tempo else None,
        "hold_s": tempo.hold_s if tempo else None,
        "band": performed.band,
        "note": logged.note,
    }


def performed_set(row: PerformedSetRow) -> PerformedSet:
    """The engine's record of a stored set."""
    return PerformedSet(
        id=str(row.id),
        load_kg=row.load_kg,
        repetitions=row.repetitions,
        repetitions_in_reserve=row.repetitions_in_reserve,
        kind=SetKind(row.kind),
        load_unit=mass_unit(row.load_unit),
        duration_s=row.duration_s,
        distance_m=row.distance_m,
        tempo=stored_tempo(row),
        band=row.band,
    )


def stored_tempo(row: PerformedSetRow) -> Tempo | None:
    if (
        row.eccentric_s is None
        or row.pause_s is None
        or row.concentric_s is None
        or row.hold_s is None
    ):
        return None
    return Tempo(row.eccentric_s, row.pause_s, row.concentric_s, row.hold_s)


def exercise_sessions(
    rows: Iterable[PerformedSetRow], zone: ZoneInfo
) -> tuple[ExerciseSession, ...]:
    """Sets of one exercise as sessions on the athlete's clock; those of one workout are one."""
    sets: dict[UUID, list[PerformedSet]] = {}
    performed_at: dict[UUID, datetime] = {}
    for row in rows:
        sets.setdefault(row.workout_id, []).append(performed_set(row))
        performed_at[row.workout_id] = row.performed_at
    return tuple(
        ExerciseSession(on_clock(zone, performed_at[one]), tuple(done))
        for one, done in sets.items()
    )
