"""Workouts and their sets: the part of the log that grows without end.

Keys start with the athlete, so that the tables can be spread over machines by `athlete_id`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import cast
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.exercises import ExerciseRow
from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime

IDS_PER_QUERY = 1_000
"""Databases bound the number of parameters of one statement (SQLite 32,766)."""


class WorkoutRow(SQLModel, table=True):
    __tablename__ = "workouts"
    __table_args__ = (Index(None, "athlete_id", "performed_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    performed_at: datetime = Field(sa_type=UtcDateTime)
    name: str | None = None
    note: str | None = None
    duration_s: float | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    corrected_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the caller replaced it; an import leaves it alone from then on."""
    import_id: UUID | None = None
    """The import that made it, if one did."""


class PerformedSetRow(SQLModel, table=True):
    __tablename__ = "performed_sets"
    __table_args__ = (
        ForeignKeyConstraint(
            ["athlete_id", "workout_id"], ["workouts.athlete_id", "workouts.id"], ondelete="CASCADE"
        ),
        Index(
            "ix_performed_sets_of_exercise",
            "athlete_id",
            "exercise_id",
            "performed_at",
            "position",
            "id",
        ),
        Index(None, "athlete_id", "workout_id", "position"),
        Index(None, "athlete_id", "performed_at", "position", "id"),
    )

    athlete_id: UUID = Field(primary_key=True)
    id: UUID = Field(primary_key=True)
    workout_id: UUID
    exercise_id: str = Field(foreign_key="exercises.id", max_length=64)
    performed_at: datetime = Field(sa_type=UtcDateTime)
    """The workout's start, repeated here for the index on "this exercise, newest first"."""
    position: int
    """Order within the workout, from 0."""
    kind: str = Field(max_length=10)
    load_kg: float | None = None
    load_unit: str = Field(max_length=2)
    repetitions: int | None = None
    repetitions_in_reserve: float | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    eccentric_s: float | None = None
    pause_s: float | None = None
    concentric_s: float | None = None
    hold_s: float | None = None
    band: str | None = Field(default=None, max_length=40)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StoredWorkout:
    workout: WorkoutRow
    sets: Sequence[PerformedSetRow]


async def find_workout(
    session: AsyncSession, athlete_id: UUID, workout_id: UUID
) -> StoredWorkout | None:
    workout = await session.get(WorkoutRow, (athlete_id, workout_id))
    if workout is None:
        return None
    return (await _with_sets(session, athlete_id, [workout]))[0]


async def list_workouts(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[StoredWorkout]:
    """Newest first, each with its sets."""
    statement = select(WorkoutRow).where(col(WorkoutRow.athlete_id) == athlete_id)
    key = [col(WorkoutRow.performed_at), col(WorkoutRow.id)]
    page = await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)
    return Page(await _with_sets(session, athlete_id, page.items), page.next_key)


async def _with_sets(
    session: AsyncSession, athlete_id: UUID, workouts: Sequence[WorkoutRow]
) -> list[StoredWorkout]:
    statement = (
        select(PerformedSetRow)
        .where(
            col(PerformedSetRow.athlete_id) == athlete_id,
            col(PerformedSetRow.workout_id).in_([workout.id for workout in workouts]),
        )
        .order_by(col(PerformedSetRow.workout_id), col(PerformedSetRow.position))
    )
    by_workout: dict[UUID, list[PerformedSetRow]] = {workout.id: [] for workout in workouts}
    for row in (await session.scalars(statement)).all():
        by_workout[row.workout_id].append(row)
    return [StoredWorkout(workout, by_workout[workout.id]) for workout in workouts]


async def stored_workouts(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, StoredWorkout]:
    """Those of the workouts that are there, with their sets."""
    found: dict[UUID, StoredWorkout] = {}
    for start in range(0, len(ids), IDS_PER_QUERY):
        statement = select(WorkoutRow).where(
            col(WorkoutRow.athlete_id) == athlete_id,
            col(WorkoutRow.id).in_(ids[start : start + IDS_PER_QUERY]),
        )
        workouts = (await session.scalars(statement)).all()
        stored = await _with_sets(session, athlete_id, workouts)
        found |= {item.workout.id: item for item in stored}
    return found


async def taken_set_ids(session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]) -> set[UUID]:
    """Those of the ids that a set of this athlete has already."""
    found: set[UUID] = set()
    for start in range(0, len(ids), IDS_PER_QUERY):
        statement = select(col(PerformedSetRow.id)).where(
            col(PerformedSetRow.athlete_id) == athlete_id,
            col(PerformedSetRow.id).in_(ids[start : start + IDS_PER_QUERY]),
        )
        found |= set((await session.scalars(statement)).all())
    return found


async def sets_around(
    session: AsyncSession, athlete_id: UUID, exercise_id: str, *, at: datetime, sessions: int
) -> list[PerformedSetRow]:
    """The sets of at least the nearest `sessions` before an instant and from it on, by time.

    A hot read: it walks one index from the instant outwards, and takes columns instead of
    objects, which have the same attributes and cost three times as much.
    """
    performed_at = col(PerformedSetRow.performed_at)
    mine = (
        col(PerformedSetRow.athlete_id) == athlete_id,
        col(PerformedSetRow.exercise_id) == exercise_id,
    )
    instants = select(performed_at).where(*mine).distinct().limit(sessions + 1)
    before = instants.where(performed_at < at).order_by(performed_at.desc())
    after = instants.where(performed_at >= at).order_by(performed_at)
    past, future = [(await session.scalars(one)).all() for one in (before, after)]
    if not past and not future:
        return []
    statement = (
        select(*PerformedSetRow.__table__.columns)  # type: ignore[attr-defined]
        .where(*mine, performed_at >= min((*past, *future)), performed_at <= max((*past, *future)))
        .order_by(performed_at, col(PerformedSetRow.position), col(PerformedSetRow.id))
    )
    rows = (await session.execute(statement)).all()
    return cast("list[PerformedSetRow]", rows)


async def sets_between(
    session: AsyncSession, athlete_id: UUID, first: datetime, last: datetime
) -> list[PerformedSetRow]:
    """All sets of a time, by time and without their notes: columns, as `sets_around` takes them."""
    table = PerformedSetRow.__table__  # type: ignore[attr-defined]
    performed_at = col(PerformedSetRow.performed_at)
    statement = (
        select(*(column for column in table.columns if column.name != "note"))
        .where(
            col(PerformedSetRow.athlete_id) == athlete_id,
            performed_at >= first,
            performed_at <= last,
        )
        .order_by(performed_at, col(PerformedSetRow.position), col(PerformedSetRow.id))
    )
    return cast("list[PerformedSetRow]", (await session.execute(statement)).all())


async def last_set_before(
    session: AsyncSession, athlete_id: UUID, instant: datetime
) -> datetime | None:
    """When the newest set before an instant was done."""
    return await session.scalar(
        select(func.max(col(PerformedSetRow.performed_at))).where(
            col(PerformedSetRow.athlete_id) == athlete_id,
            col(PerformedSetRow.performed_at) < instant,
        )
    )


async def nearest_sets(
    session: AsyncSession,
    athlete_id: UUID,
    exercise_id: str,
    *,
    at: datetime,
    before: int,
    from_on: int,
) -> list[PerformedSetRow]:
    """The nearest sets before an instant and from it on, at most so many, by time. A hot read.

    It is ordered by the columns of one index and no more: by the id as well, SQLite would rather
    walk through the sets of all exercises.
    """
    order = [col(PerformedSetRow.performed_at), col(PerformedSetRow.position)]
    mine = select(*PerformedSetRow.__table__.columns).where(  # type: ignore[attr-defined]
        col(PerformedSetRow.athlete_id) == athlete_id,
        col(PerformedSetRow.exercise_id) == exercise_id,
    )
    past = mine.where(order[0] < at).order_by(*(one.desc() for one in order)).limit(before)
    future = mine.where(order[0] >= at).order_by(*order).limit(from_on)
    rows = [row for one in (past, future) for row in (await session.execute(one)).all()]
    rows.sort(key=attrgetter("performed_at", "position", "id"))
    return cast("list[PerformedSetRow]", rows)


@dataclass(frozen=True, slots=True)
class TrainedWorkout:
    performed_at: datetime
    exercise_ids: frozenset[str]


async def exercises_by_workout(
    session: AsyncSession, athlete_id: UUID, *, since: datetime, before: datetime, limit: int
) -> list[TrainedWorkout]:
    """Which exercises each workout had, the latest workout first."""
    latest = (
        select(col(WorkoutRow.id), col(WorkoutRow.performed_at))
        .where(
            col(WorkoutRow.athlete_id) == athlete_id,
            col(WorkoutRow.performed_at) >= since,
            col(WorkoutRow.performed_at) < before,
        )
        .order_by(col(WorkoutRow.performed_at).desc(), col(WorkoutRow.id).desc())
        .limit(limit)
    ).subquery()
    statement = (
        select(latest.c.id, latest.c.performed_at, col(PerformedSetRow.exercise_id))
        .join(latest, latest.c.id == col(PerformedSetRow.workout_id))
        .where(col(PerformedSetRow.athlete_id) == athlete_id)
        .order_by(latest.c.performed_at.desc(), latest.c.id.desc())
    )
    found: dict[UUID, tuple[datetime, set[str]]] = {}
    for workout_id, performed_at, exercise_id in (await session.execute(statement)).all():
        found.setdefault(workout_id, (performed_at, set()))[1].add(exercise_id)
    return [TrainedWorkout(at, frozenset(ids)) for at, ids in found.values()]


async def trained_at(
    session: AsyncSession,
    athlete_id: UUID,
    exercise_ids: Collection[str],
    *,
    since: datetime,
    until: datetime,
) -> Sequence[datetime]:
    """Instants at which any of these exercises was done."""
    statement = (
        select(col(PerformedSetRow.performed_at))
        .where(
            col(PerformedSetRow.athlete_id) == athlete_id,
            col(PerformedSetRow.exercise_id).in_(exercise_ids),
            col(PerformedSetRow.performed_at) >= since,
            col(PerformedSetRow.performed_at) <= until,
        )
        .distinct()
    )
    return (await session.scalars(statement)).all()


async def list_sets(
    session: AsyncSession,
    athlete_id: UUID,
    *,
    exercise_id: str | None,
    after: Key | None,
    limit: int,
) -> Page[PerformedSetRow]:
    """Newest first."""
    statement = select(PerformedSetRow).where(col(PerformedSetRow.athlete_id) == athlete_id)
    if exercise_id is not None:
        statement = statement.where(col(PerformedSetRow.exercise_id) == exercise_id)
    key = [
        col(PerformedSetRow.performed_at),
        col(PerformedSetRow.position),
        col(PerformedSetRow.id),
    ]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


@dataclass(frozen=True, slots=True)
class LoggedExercise:
    exercise_id: str
    name: str
    sets: int
    last_performed_at: datetime


async def logged_exercises(
    session: AsyncSession, athlete_id: UUID, *, limit: int
) -> list[LoggedExercise]:
    """What the athlete has logged, the latest first."""
    last_at = func.max(col(PerformedSetRow.performed_at))
    statement = (
        select(col(ExerciseRow.id), col(ExerciseRow.name), func.count(), last_at)
        .select_from(PerformedSetRow)
        .join(ExerciseRow, col(ExerciseRow.id) == col(PerformedSetRow.exercise_id))
        .where(col(PerformedSetRow.athlete_id) == athlete_id)
        .group_by(col(ExerciseRow.id), col(ExerciseRow.name))
        .order_by(last_at.desc(), col(ExerciseRow.id))
        .limit(limit)
    )
    return [LoggedExercise(*row) for row in (await session.execute(statement)).all()]


async def delete_workout(session: AsyncSession, athlete_id: UUID, workout_id: UUID) -> bool:
    """Remove a workout with its sets; False where there was none."""
    removed = await session.scalar(
        delete(WorkoutRow)
        .where(col(WorkoutRow.athlete_id) == athlete_id, col(WorkoutRow.id) == workout_id)
        .returning(col(WorkoutRow.id))
    )
    return removed is not None
