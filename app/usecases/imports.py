"""A file of another app becomes workouts and sets: all of it or nothing, and never twice."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.records import PerformedSet
from app.engine.units import MassUnit
from app.exchange.strong import read_strong
from app.exchange.training_file import FileSet, FileWorkout, SkippedLine, TrainingFile
from app.store.athletes import AthleteRow
from app.store.database import Database
from app.store.exercises import ExerciseRow
from app.store.ids import derived_id, new_id
from app.store.imports import ImportRow
from app.store.inserting import insert_missing
from app.store.workouts import PerformedSetRow, StoredWorkout, WorkoutRow, stored_workouts
from app.usecases.athletes import require_athlete
from app.usecases.own_exercises import NameMatch, match_names
from app.usecases.workouts import LoggedSet, performed_set, set_values

FORMATS: Mapping[str, Callable[[bytes, MassUnit | None], TrainingFile]] = {"strong": read_strong}


@dataclass(frozen=True, slots=True)
class ImportReport:
    id: UUID | None
    """By which it can be undone; None where nothing was written."""
    format: str
    dry_run: bool
    workouts_added: int
    workouts_known: int
    sets_added: int
    sets_known: int
    differing_lines: tuple[int, ...]
    """Lines of sets that are stored with other values; what is stored stays as it is."""
    exercises: tuple[NameMatch, ...]
    skipped: tuple[SkippedLine, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would write, worked out before anything is written."""

    exercises: tuple[NameMatch, ...]
    new_exercises: tuple[ExerciseRow, ...]
    workouts: list[WorkoutRow]
    sets: list[dict[str, Any]]
    known_workouts: int
    known_sets: int
    differing_lines: tuple[int, ...]

    @property
    def sets_added_to_known(self) -> int:
        """Sets of workouts that are there already."""
        new = {row.id for row in self.workouts}
        return sum(values["workout_id"] not in new for values in self.sets)


async def import_training(
    database: Database,
    tenant_id: UUID,
    athlete_id: UUID,
    data: bytes,
    *,
    file_format: str,
    mass_unit: MassUnit | None,
    dry_run: bool,
) -> ImportReport:
    """Read a file and store what is new in it. FileRefused names every bad line; nothing is kept.

    A workout is recognised by its start, a set by the start, its exercise and its place among
    the sets of that exercise: the same file, or a longer export of it, adds only what is new.
    """
    async with database.reading() as session:
        await require_athlete(session, tenant_id, athlete_id)
    # Reading takes a tenth of a second and more: on a thread, and before anybody waits for us.
    file = await asyncio.to_thread(FORMATS[file_format], data, mass_unit)
    async with database.reading() if dry_run else database.writing() as session:
        athlete = await require_athlete(session, tenant_id, athlete_id, writing=not dry_run)
        plan = await _plan(session, athlete, file, file_format, lock=not dry_run)
        import_id = None if dry_run else await _write(session, athlete, plan, file_format)
    return ImportReport(
        id=import_id,
        format=file_format,
        dry_run=dry_run,
        workouts_added=len(plan.workouts),
        workouts_known=plan.known_workouts,
        sets_added=len(plan.sets),
        sets_known=plan.known_sets,
        differing_lines=plan.differing_lines,
        exercises=plan.exercises,
        skipped=file.skipped,
        assumptions=(
            *file.assumptions,
            f"Times were read on the clock of the athlete's time zone, {athlete.time_zone}.",
        ),
    )


async def _plan(
    session: AsyncSession,
    athlete: AthleteRow,
    file: TrainingFile,
    file_format: str,
    *,
    lock: bool,
) -> Plan:
    now = datetime.now(UTC)
    matches, new_exercises = await match_names(
        session, athlete.tenant_id, _set_counts(file), now, lock=lock
    )
    by_name = {match.name: match for match in matches}
    zone = ZoneInfo(athlete.time_zone)
    draft = partial(_draft, athlete.id, zone, by_name, file_format, now)
    drafts = await asyncio.to_thread(lambda: [draft(workout) for workout in file.workouts])
    known = await stored_workouts(session, athlete.id, [one.row.id for one in drafts])
    stored_sets = {row.id: row for stored in known.values() for row in stored.sets}
    differing: list[int] = []
    new_sets: list[dict[str, Any]] = []
    for one in drafts:
        corrected = _is_corrected(known.get(one.row.id))
        for line, logged, values in one.sets:
            stored = stored_sets.get(values["id"])
            if stored is None and not corrected:
                new_sets.append(values)
            elif stored is None or _differs(stored, logged, values):
                differing.append(line)
    return Plan(
        exercises=matches,
        new_exercises=new_exercises,
        workouts=[one.row for one in drafts if one.row.id not in known],
        sets=new_sets,
        known_workouts=len(known),
        known_sets=sum(len(one.sets) for one in drafts) - len(new_sets),
        differing_lines=tuple(differing),
    )


def _is_corrected(stored: StoredWorkout | None) -> bool:
    """Whether the caller replaced the workout; then no import touches it again."""
    return stored is not None and stored.workout.corrected_at is not None


def _differs(stored: PerformedSetRow, logged: LoggedSet, values: Mapping[str, Any]) -> bool:
    same_instant = stored.performed_at == values["performed_at"]
    return not same_instant or replace(performed_set(stored), id="") != logged.performed


@dataclass(frozen=True, slots=True)
class _Draft:
    row: WorkoutRow
    sets: list[tuple[int, LoggedSet, dict[str, Any]]]
    """The line of the file, the set, and its columns."""


def _draft(
    athlete_id: UUID,
    zone: ZoneInfo,
    by_name: Mapping[str, NameMatch],
    file_format: str,
    now: datetime,
    workout: FileWorkout,
) -> _Draft:
    origin = (athlete_id, file_format, workout.started_at.isoformat())
    row = WorkoutRow(
        athlete_id=athlete_id,
        id=derived_id(*origin),
        performed_at=workout.started_at.replace(tzinfo=zone).astimezone(UTC),
        name=workout.name,
        note=workout.note,
        duration_s=workout.duration_s,
        created_at=now,
    )
    sets: list[tuple[int, LoggedSet, dict[str, Any]]] = []
    for exercise in workout.exercises:
        match = by_name[exercise.name]
        for done in exercise.sets:
            logged = LoggedSet(
                exercise_id=match.exercise_id,
                id=derived_id(*origin, exercise.name, done.ordinal),
                performed=_performed(done, assisted=match.is_assisted),
                note=done.note or (exercise.note if done.ordinal == 0 else None),
                pointer="",
            )
            sets.append((done.line, logged, set_values(row, len(sets), logged)))
    return _Draft(row, sets)


def _performed(done: FileSet, *, assisted: bool) -> PerformedSet:
    """Apps write assistance as a positive load; here what takes weight off the body is negative."""
    load_kg = done.load_kg
    return PerformedSet(
        id="",
        load_kg=-abs(load_kg) if assisted and load_kg is not None else load_kg,
        repetitions=done.repetitions,
        repetitions_in_reserve=done.repetitions_in_reserve,
        kind=done.kind,
        load_unit=done.load_unit,
        duration_s=done.duration_s,
        distance_m=done.distance_m,
    )


def _set_counts(file: TrainingFile) -> dict[str, int]:
    """How many sets each exercise name of the file has."""
    counts: dict[str, int] = {}
    for workout in file.workouts:
        for exercise in workout.exercises:
            counts[exercise.name] = counts.get(exercise.name, 0) + len(exercise.sets)
    return counts


async def _write(
    session: AsyncSession, athlete: AthleteRow, plan: Plan, file_format: str
) -> UUID | None:
    """The id of the import; None where the file holds nothing new.

    Exercises in the order of their ids: other athletes' imports may be making the same ones.
    """
    if not plan.sets and not plan.workouts:
        return None
    row = ImportRow(
        athlete_id=athlete.id,
        id=new_id(),
        imported_at=datetime.now(UTC),
        format=file_format,
        workouts_added=len(plan.workouts),
        sets_added=len(plan.sets),
        sets_added_to_known=plan.sets_added_to_known,
    )
    session.add(row)
    exercises = sorted(plan.new_exercises, key=lambda one: one.id)
    await insert_missing(session, ExerciseRow, [one.model_dump() for one in exercises])
    made_by = {"import_id": row.id}
    await insert_missing(session, WorkoutRow, [one.model_dump() | made_by for one in plan.workouts])
    await insert_missing(session, PerformedSetRow, plan.sets)
    return row.id
