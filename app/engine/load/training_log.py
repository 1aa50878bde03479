"""What the load of training is read from: every exercise's sessions, before one instant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from app.engine.load.anatomy import Anatomy
from app.engine.records import ExerciseSession, LoadMode


@dataclass(frozen=True, slots=True)
class LoggedExercise:
    """One exercise of the log; the order of its sessions is free."""

    exercise_id: str
    sessions: tuple[ExerciseSession, ...]
    load_mode: LoadMode = LoadMode.EXTERNAL
    one_repetition_maximum_kg: float | None = None
    """As estimated elsewhere; None: as these sets show it."""
    sides_logged_apart: bool = False
    """Left and right have a set each in the log, so that two of them make one."""
    name: str | None = None
    """As a person calls it; None: its id."""


@dataclass(frozen=True, slots=True)
class TrainingLog:
    """The log as one is asked about it. Sessions at or after `at` are named and left out."""

    exercises: tuple[LoggedExercise, ...]
    anatomy: Anatomy
    at: datetime
    time_zone: tzinfo
    """The athlete's own: days and weeks are read by it."""

    def performed(self) -> Iterator[datetime]:
        """Every session's instant before `at`, in no order."""
        for exercise in self.exercises:
            for session in exercise.sessions:
                if session.performed_at < self.at:
                    yield session.performed_at

    def day_of(self, instant: datetime) -> date:
        return local_day(instant, self.time_zone)


def local_day(instant: datetime, time_zone: tzinfo) -> date:
    """The athlete's calendar day; at either end of the calendar the day as it was written."""
    try:
        return instant.astimezone(time_zone).date()
    except OverflowError:
        return instant.date()
