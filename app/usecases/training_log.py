"""Every exercise that somebody trains as one log, from the store or from the caller.

The engine's answers on the load of training look back a known time. Both doors cut the history to
it, so that a long one costs no more than a short one, and reads the same.
"""

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.load import catalogue
from app.catalogue.names import resolve
from app.catalogue.records import CatalogueExercise
from app.engine.load.anatomy import Anatomy
from app.engine.load.hard_sets import MUSCLES_UNKNOWN
from app.engine.load.training_log import LoggedExercise, TrainingLog
from app.engine.records import ExerciseSession, LoadMode
from app.store.exercises import ExerciseRow, exercises_by_id
from app.store.workouts import PerformedSetRow, last_set_before, sets_between
from app.usecases.muscles import groups_by_muscle
from app.usecases.told_facts import shares_of
from app.usecases.workouts import exercise_sessions

AHEAD = timedelta(days=7)
"""Later records are looked at so far, to be named and left out."""
EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)
ON_NO_WALL = ZoneInfo("UTC")
"""Hours between sessions are counted by this clock, which is never turned."""

WHAT_TO_DO = (
    "Nobody said which muscles it trains, so its sets count for none. Tell its `muscles` (change "
    "your own exercise, or send them to the stateless operation), or merge it into an exercise of "
    "the catalogue."
)


@dataclass(frozen=True, slots=True)
class TrainedExercise:
    """One exercise, what is known of it, and its sessions."""

    id: str
    name: str | None
    load_mode: LoadMode
    muscles: Mapping[str, float]
    """Share of a set by muscle; empty where nobody said."""
    sessions: tuple[ExerciseSession, ...]


@dataclass(frozen=True, slots=True)
class Training:
    exercises: tuple[TrainedExercise, ...]
    before_at: datetime | None = None
    """The last session before those that were read, if there was one."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise that was trained and says nothing here."""

    exercise_id: str
    exercise_name: str | None
    code: str = MUSCLES_UNKNOWN
    text: str = WHAT_TO_DO


def span_around(at: datetime, back: timedelta) -> tuple[datetime, datetime]:
    """The first and the last instant that are read."""
    first = at - back if at - EARLIEST > back else EARLIEST
    return first, at + AHEAD if LATEST - at > AHEAD else LATEST


async def stored_training(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, at: datetime, back: timedelta
) -> Training:
    first, last = span_around(at, back)
    by_exercise: dict[str, list[PerformedSetRow]] = {}
    for row in await sets_between(session, athlete_id, first, last):
        by_exercise.setdefault(row.exercise_id, []).append(row)
    unknown = by_exercise.keys() - catalogue().exercises.keys()
    others = await exercises_by_id(session, tenant_id, unknown) if unknown else {}
    before_at = await last_set_before(session, athlete_id, first)
    # Thousands of sets take their time: light requests stay quick beside them.
    return Training(await asyncio.to_thread(_trained, by_exercise, others), before_at)


def _trained(
    by_exercise: Mapping[str, Sequence[PerformedSetRow]], others: Mapping[str, ExerciseRow]
) -> tuple[TrainedExercise, ...]:
    """The catalogue's exercises, and others that are told of by their rows."""
    exercises = []
    for id_, rows in by_exercise.items():
        sessions, other = exercise_sessions(rows, ON_NO_WALL), others.get(id_)
        if other is None:
            exercises.append(_known(catalogue().exercises[id_], sessions))
        else:
            mode, shares = LoadMode(other.load_mode), shares_of(other.facts.get("muscles", ()))
            exercises.append(TrainedExercise(id_, other.name, mode, shares, sessions))
    return tuple(exercises)


def labelled_exercise(
    label: str,
    sessions: tuple[ExerciseSession, ...],
    *,
    name: str | None,
    load_mode: LoadMode | None,
    muscles: Mapping[str, float],
) -> TrainedExercise:
    """The catalogue's facts unless the caller says other ones."""
    known = catalogue().exercises.get(label) or resolve(label)
    if known is None:
        return TrainedExercise(label, name, load_mode or LoadMode.EXTERNAL, muscles, sessions)
    exercise = _known(known, sessions)
    return replace(
        exercise,
        name=name or exercise.name,
        load_mode=load_mode or exercise.load_mode,
        muscles=muscles or exercise.muscles,
    )


def _known(exercise: CatalogueExercise, sessions: tuple[ExerciseSession, ...]) -> TrainedExercise:
    shares = {one.muscle_id: one.share for one in exercise.muscles}
    return TrainedExercise(exercise.id, exercise.name, exercise.load_mode, shares, sessions)


def training_log(training: Training, at: datetime, back: timedelta, zone: ZoneInfo) -> TrainingLog:
    """The log as the engine reads it, cut to the time that is looked at.

    What was left out before it stays as one session without sets: the log reaches back further.
    """
    first, last = span_around(at, back)
    trained = _by_id(training.exercises)
    older = [one for one in _instants(trained) if one < first]
    before_at = max((*older, *filter(None, [training.before_at])), default=None)
    exercises = tuple(_logged(one, first, last) for one in trained)
    if before_at is not None:
        exercises = (LoggedExercise("", (ExerciseSession(before_at, ()),)), *exercises)
    anatomy = Anatomy({one.id: one.muscles for one in trained}, groups_by_muscle())
    return TrainingLog(exercises, anatomy, at, zone)


def left_out(training: Training, at: datetime, back: timedelta) -> tuple[LeftOut, ...]:
    """Exercises of the time before `at` whose muscles nobody said."""
    first, _ = span_around(at, back)
    return tuple(
        LeftOut(one.id, one.name)
        for one in _by_id(training.exercises)
        if not one.muscles and any(first <= done < at for done in _instants([one]))
    )


def _instants(exercises: Iterable[TrainedExercise]) -> Iterator[datetime]:
    return (session.performed_at for one in exercises for session in one.sessions)


def _by_id(exercises: Sequence[TrainedExercise]) -> Collection[TrainedExercise]:
    """One for each id, in their order; what is said of it first holds."""
    merged: dict[str, TrainedExercise] = {}
    for one in sorted(exercises, key=lambda one: one.id):
        first = merged.setdefault(one.id, replace(one, sessions=()))
        merged[one.id] = replace(first, sessions=first.sessions + one.sessions)
    return merged.values()


def _logged(exercise: TrainedExercise, first: datetime, last: datetime) -> LoggedExercise:
    inside = (one for one in exercise.sessions if first <= one.performed_at <= last)
    sessions = sorted(inside, key=lambda one: (one.performed_at, [each.id for each in one.sets]))
    return LoggedExercise(exercise.id, tuple(sessions), exercise.load_mode, name=exercise.name)
