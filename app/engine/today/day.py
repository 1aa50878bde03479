"""A day of a programme: what is asked of it and what is answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.engine.answer import Part
from app.engine.load.recovery import MuscleRecovery


class DayVerdict(StrEnum):
    TRAIN = "train"
    REST = "rest"
    DONE = "done"
    """A session of the programme was logged today."""


@dataclass(frozen=True, slots=True)
class DueWork:
    """An exercise of the session that is due, and the muscles that it loads directly."""

    exercise_id: str
    name: str
    muscles: frozenset[str]


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """Instants and days are the athlete's own."""

    at: datetime
    due: tuple[DueWork, ...]
    """Empty where nothing is programmed."""
    following: frozenset[str]
    """Muscles that the session after the one that is due loads directly."""
    muscles: Mapping[str, Part[MuscleRecovery]]
    """As of `at`; a muscle of which nothing is known does not wait."""
    weekdays: frozenset[int] | None
    """Days of training, Monday 0; None where they are open."""
    trained_on: frozenset[date]
    """Days of the last week on which a session of the programme was logged."""
    begins_on: date
    ends_on: date | None = None

    @property
    def on(self) -> date:
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Waiting:
    exercise_id: str
    name: str
    muscle: str
    ready_at: datetime


@dataclass(frozen=True, slots=True)
class LeftOver:
    """An exercise that was due in the session before and was not done."""

    work: DueWork
    due_on: date


@dataclass(frozen=True, slots=True)
class TrainingDay:
    verdict: DayVerdict
    next_on: date | None
    """Day of the session that is due: today, or a later one; None after the programme's end."""
    begins_at: datetime | None
    """Where it is today: when its muscles are ready; None where they are now."""
    missed_on: date | None
    """The last day of training of this week on which nothing was logged."""
    waiting: tuple[Waiting, ...] = ()
    """Exercises that are due and whose muscles are not ready today."""
    left_out: frozenset[str] = frozenset()
    """Exercises of the session whose muscles are not ready on its day."""
    left_over: tuple[LeftOver, ...] = ()
    """Exercises of the session before that come last in this one."""


def muscles_of(works: Iterable[DueWork]) -> frozenset[str]:
    return frozenset[str]().union(*(one.muscles for one in works))
