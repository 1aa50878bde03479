"""What is due: an exercise as its programme has it, and the whole day of a programme."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.store.athletes import AthleteRow
from app.store.programmes import ProgrammeExerciseRow, StoredProgramme, current_programme
from app.store.workouts import exercises_by_workout
from app.usecases.athlete_day import AthleteDay, read_day
from app.usecases.athletes import local_day, require_athlete
from app.usecases.exercises import read_as
from app.usecases.next_session import (
    Asked,
    NextSession,
    ReadExercise,
    next_session,
    read_exercise,
)
from app.usecases.preferences import ExcludedExercise, excluded_of, read_said
from app.usecases.programmes import days_of, deload_of, merged, planned, week_on

WORKOUTS_LOOKED_AT = 60
"""Enough to find the last one that was a day of the programme."""


@dataclass(frozen=True, slots=True)
class DueExercise:
    superset: str | None
    next: NextSession


@dataclass(frozen=True, slots=True)
class DueSession:
    """What to train in the next session."""

    at: datetime
    programme_id: UUID | None
    day: int | None
    """Place of the day in the programme, from 0."""
    day_name: str | None
    exercises: tuple[DueExercise, ...]
    excluded: tuple[ExcludedExercise, ...] = ()
    """What would have been due and the athlete leaves out."""


async def advised_exercise(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    exercise_id: str,
    at: datetime,
    told: Asked,
) -> NextSession:
    """The next session of an exercise, as the programme of that day has it and the caller says."""
    read, day = await read_advised(session, tenant_id, athlete_id, exercise_id, at, told)
    return next_session(read, day)


async def read_advised(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    exercise_id: str,
    at: datetime,
    told: Asked,
) -> tuple[ReadExercise, AthleteDay]:
    """All that the engine needs of an exercise on a day."""
    athlete = await require_athlete(session, tenant_id, athlete_id)
    exercise_id = await read_as(session, tenant_id, exercise_id)
    stored = await current_programme(session, athlete.id, local_day(athlete, at))
    day = await read_day(session, athlete, at)
    asked = _as_planned(stored, exercise_id, athlete, at, told)
    return await read_exercise(session, tenant_id, day, exercise_id, asked), day


async def due_session(
    session: AsyncSession,
    tenant_id: UUID,
    athlete_id: UUID,
    at: datetime,
    exercise_ids: Sequence[str],
    told: Asked,
    *,
    left_over: Collection[str] = (),
) -> DueSession:
    """The exercises named, else the day of the programme that comes next; after it those of
    `left_over` that the day before had.

    Days follow one another as they are trained: the one after the day that the last workout was,
    whatever the calendar says. Without a programme and without names there is nothing due.
    """
    athlete = await require_athlete(session, tenant_id, athlete_id)
    stored = await current_programme(session, athlete.id, local_day(athlete, at))
    day = await read_day(session, athlete, at)
    said = await read_said(session, athlete.id)
    number, rows, kept = None, list[ProgrammeExerciseRow](), list[ProgrammeExerciseRow]()
    if stored is not None and not exercise_ids:
        due = await due_day(session, athlete, stored, at, said.excluded)
        number, rows = due.day, due.rows
        kept = [one for one in due.not_done if one.exercise_id in left_over]
    names = [await read_as(session, tenant_id, one) for one in exercise_ids]
    letters = dict(enumerate(row.superset for row in rows))
    names = names or [row.exercise_id for row in (*rows, *kept)]
    excluded = await excluded_of(session, tenant_id, said, names)
    left_out = {one.exercise_id for one in excluded}
    wanted = [(place, name) for place, name in enumerate(names) if name not in left_out]
    reads = [
        await read_exercise(
            session,
            tenant_id,
            day,
            name,
            _as_planned(stored, name, athlete, at, told, (*rows, *kept)),
        )
        for _, name in wanted
    ]
    # Several exercises take their time: light requests stay quick beside them.
    answers = await asyncio.to_thread(lambda: [next_session(read, day) for read in reads])
    return DueSession(
        at,
        stored.programme.id if stored is not None and rows else None,
        number,
        rows[0].day_name if rows else None,
        tuple(
            DueExercise(letters.get(place), answer)
            for (place, _), answer in zip(wanted, answers, strict=True)
        ),
        excluded,
    )


def _as_planned(
    stored: StoredProgramme | None,
    exercise_id: str,
    athlete: AthleteRow,
    at: datetime,
    told: Asked,
    due: Sequence[ProgrammeExerciseRow] = (),
) -> Asked:
    """What the programme asks of an exercise, first on the day that is due; overridden by what
    the caller tells."""
    rows = (*due, *(stored.exercises if stored else ()))
    row = next((one for one in rows if one.exercise_id == exercise_id), None)
    if stored is None or row is None:
        return told
    week = week_on(stored, local_day(athlete, at))
    return merged(planned(row, week, deload_of(stored)).asked, told)


@dataclass(frozen=True, slots=True)
class TrainedDay:
    """The last day of the programme that was trained."""

    day: int
    began_on: date
    not_done: tuple[ProgrammeExerciseRow, ...]
    """What it had and none of its workouts holds."""


@dataclass(frozen=True, slots=True)
class DueDay:
    day: int
    rows: list[ProgrammeExerciseRow]
    following: list[ProgrammeExerciseRow]
    """The day after it."""
    before: TrainedDay | None
    """None where nothing of the programme was trained yet."""

    @property
    def not_done(self) -> tuple[ProgrammeExerciseRow, ...]:
        """What the day before left and neither this day nor the next has."""
        if self.before is None:
            return ()
        soon = {row.exercise_id for row in (*self.rows, *self.following)}
        return tuple(row for row in self.before.not_done if row.exercise_id not in soon)


async def due_day(
    session: AsyncSession,
    athlete: AthleteRow,
    stored: StoredProgramme,
    at: datetime,
    excluded: Collection[str],
) -> DueDay:
    """The day after the one that was trained last; the first where none was yet.

    A day of which all is excluded is passed over, unless every day is.
    """
    days = days_of(stored)
    trained = await _trained_last(session, athlete, stored, at, days)
    number = 0 if trained is None else (trained.day + 1) % len(days)
    turns = [(number + turn) % len(days) for turn in range(len(days))]
    left = [one for one in turns if any(row.exercise_id not in excluded for row in days[one])]
    number = left[0] if left else number
    return DueDay(number, days[number], days[(number + 1) % len(days)], trained)


async def _trained_last(
    session: AsyncSession,
    athlete: AthleteRow,
    stored: StoredProgramme,
    at: datetime,
    days: Sequence[Sequence[ProgrammeExerciseRow]],
) -> TrainedDay | None:
    began_at = min(row.since for row in stored.exercises)
    workouts = await exercises_by_workout(
        session, athlete.id, since=began_at, before=at, limit=WORKOUTS_LOOKED_AT
    )
    of_day = [(_likest(one.exercise_ids, days), one) for one in workouts]
    known = [(day, one) for day, one in of_day if day is not None]
    if not known:
        return None
    number = known[0][0]
    # A day may have been trained in pieces.
    pieces = [one for _, one in takewhile(lambda pair: pair[0] == number, known)]
    done = frozenset[str]().union(*(one.exercise_ids for one in pieces))
    began_at = pieces[-1].performed_at
    asked = (row for row in days[number] if row.since <= began_at)
    left = tuple(row for row in asked if row.exercise_id not in done)
    return TrainedDay(number, local_day(athlete, began_at), left)


def _likest(done: frozenset[str], days: Sequence[Sequence[ProgrammeExerciseRow]]) -> int | None:
    """The day that a workout was, by the share of exercises that they have in common; the first
    of those that are alike, None where it was none."""
    wanted = [frozenset(row.exercise_id for row in rows) for rows in days]
    likeness = [len(one & done) / len(one | done) for one in wanted]
    return likeness.index(max(likeness)) if max(likeness) > 0.0 else None
