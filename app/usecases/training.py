"""Workouts and sets: log them whole, read them, replace them, remove them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.names import candidates
from app.engine.records import ExerciseSession, PerformedSet, SetKind, Tempo
from app.engine.units import mass_unit
from app.store.exercises import known_ids
from app.store.ids import new_id
from app.store.training import (
    PerformedSetRow,
    StoredWorkout,
    WorkoutRow,
    delete_workout,
    find_workout,
    stored_workouts,
    taken_set_ids,
)
from app.usecases.errors import Conflict, NotFound, UnknownReference, UnknownReferences


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
    """Store workouts with their sets, all or nothing. The athlete must be the tenant's."""
    await require_exercises(session, tenant_id, workouts)
    ids = [workout.id for workout in workouts if workout.id is not None]
    known = await stored_workouts(session, athlete_id, ids)
    stored: list[StoredWorkout] = []
    created = 0
    for workout in workouts:
        found = known.get(workout.id) if workout.id else None
        if found is None:
            found = await _insert(session, athlete_id, workout)
            known[found.workout.id] = found
            created += 1
        stored.append(found)
    return Logged(tuple(stored), created)


async def replace_workout(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, workout: LoggedWorkout
) -> StoredWorkout:
    """Put a workout in the place of the one with its id; advice follows by itself."""
    await require_exercises(session, tenant_id, [workout])
    if workout.id is None or not await delete_workout(session, athlete_id, workout.id):
        raise NotFound("workout", str(workout.id))
    return await _insert(session, athlete_id, workout)


async def require_workout(
    session: AsyncSession, athlete_id: UUID, workout_id: UUID
) -> StoredWorkout:
    stored = await find_workout(session, athlete_id, workout_id)
    if stored is None:
        raise NotFound("workout", str(workout_id))
    return stored


async def remove_workout(session: AsyncSession, athlete_id: UUID, workout_id: UUID) -> None:
    if not await delete_workout(session, athlete_id, workout_id):
        raise NotFound("workout", str(workout_id))


async def require_exercises(
    session: AsyncSession, tenant_id: UUID, workouts: Iterable[LoggedWorkout]
) -> None:
    """UnknownReferences, with candidates, where a set names an exercise that nobody knows."""
    named = {logged.exercise_id: logged.pointer for w in workouts for logged in w.sets}
    known = await known_ids(session, tenant_id, named)
    unknown = [exercise_id for exercise_id in named if exercise_id not in known]
    if unknown:
        raise UnknownReferences(tuple(_unknown(named[one], one) for one in unknown))


def _unknown(pointer: str, exercise_id: str) -> UnknownReference:
    near = candidates(exercise_id.replace("-", " "))
    ids = tuple(candidate.exercise.id for candidate in near)
    return UnknownReference("exercise", pointer, exercise_id, ids)


async def _insert(session: AsyncSession, athlete_id: UUID, workout: LoggedWorkout) -> StoredWorkout:
    row = WorkoutRow(
        athlete_id=athlete_id,
        id=workout.id or new_id(),
        performed_at=workout.performed_at,
        name=workout.name,
        note=workout.note,
        duration_s=workout.duration_s,
        created_at=datetime.now(UTC),
    )
    sets = [
        PerformedSetRow(**set_values(row, position, logged))
        for position, logged in enumerate(workout.sets)
    ]
    await _require_free_set_ids(session, athlete_id, sets)
    session.add(row)
    await session.flush()
    session.add_all(sets)
    await session.flush()
    return StoredWorkout(row, sets)


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


def exercise_sessions(rows: Iterable[PerformedSetRow]) -> tuple[ExerciseSession, ...]:
    """Sets of one exercise as sessions: those of one workout belong together."""
    sets: dict[UUID, list[PerformedSet]] = {}
    performed_at: dict[UUID, datetime] = {}
    for row in rows:
        sets.setdefault(row.workout_id, []).append(performed_set(row))
        performed_at[row.workout_id] = row.performed_at
    return tuple(ExerciseSession(performed_at[one], tuple(done)) for one, done in sets.items())
