"""Rows in the order of a file → workouts with their exercises and sets."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from app.exchange.strong_row import NotASet, SetRow
from app.exchange.training_file import FileExercise, FileSet, FileWorkout


@dataclass(slots=True)
class _Exercise:
    sets: list[FileSet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Workout:
    name: str = ""
    note: str = ""
    duration_s: float | None = None
    exercises: dict[str, _Exercise] = field(default_factory=dict)


def workouts_of(rows: Iterable[SetRow | NotASet]) -> tuple[FileWorkout, ...]:
    """One workout for each start, in the order of first rows; its first name, note, duration.

    Sets of one exercise belong together even where another stands between them.
    """
    workouts: dict[datetime, _Workout] = {}
    for row in rows:
        if isinstance(row, SetRow):
            _add_set(workouts.setdefault(row.started_at, _Workout()), row)
        elif row.reason == "note" and row.started_at and row.note:
            workout = workouts.setdefault(row.started_at, _Workout())
            workout.exercises.setdefault(row.exercise, _Exercise()).notes.append(row.note)
    built = (_built(started_at, workout) for started_at, workout in workouts.items())
    return tuple(workout for workout in built if workout.exercises)


def _add_set(workout: _Workout, row: SetRow) -> None:
    workout.name = workout.name or row.workout_name
    workout.note = workout.note or row.workout_note
    if workout.duration_s is None:
        workout.duration_s = row.workout_duration_s
    sets = workout.exercises.setdefault(row.exercise, _Exercise()).sets
    sets.append(_file_set(row, len(sets)))


def _file_set(row: SetRow, ordinal: int) -> FileSet:
    amounts = row.amounts
    return FileSet(
        line=row.line,
        ordinal=ordinal,
        load_kg=amounts.load_kg,
        load_unit=amounts.load_unit,
        repetitions=amounts.repetitions,
        repetitions_in_reserve=amounts.repetitions_in_reserve,
        kind=row.kind,
        duration_s=amounts.duration_s,
        distance_m=amounts.distance_m,
        note=row.note or None,
    )


def _built(started_at: datetime, workout: _Workout) -> FileWorkout:
    """An exercise that has only a note is no exercise; its row is among the skipped."""
    return FileWorkout(
        started_at=started_at,
        name=workout.name or None,
        note=workout.note or None,
        duration_s=workout.duration_s,
        exercises=tuple(
            FileExercise(name, tuple(exercise.sets), "\n".join(exercise.notes) or None)
            for name, exercise in workout.exercises.items()
            if exercise.sets
        ),
    )
