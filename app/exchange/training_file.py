"""What a training log holds, whatever the app it came from, and how a file is refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.engine.records import SetKind
from app.engine.units import MassUnit

PROBLEMS_SHOWN_AT_MOST = 100


@dataclass(frozen=True, slots=True)
class FileSet:
    """One set that was done. It has repetitions, a duration or a distance; unknown is None."""

    line: int
    """The physical line on which the row begins; the first line of the file is 1."""
    ordinal: int
    """The place of the set among those of its workout's start and exercise, from 0.

    With start and exercise it is what recognises a set when the same file comes again.
    """
    load_kg: float | None
    load_unit: MassUnit
    """The unit in which the file gives the load."""
    repetitions: int | None
    repetitions_in_reserve: float | None
    kind: SetKind
    duration_s: float | None
    distance_m: float | None
    note: str | None


@dataclass(frozen=True, slots=True)
class FileExercise:
    """All sets of one exercise in one workout, in the order of the file."""

    name: str
    """As the file spells it."""
    sets: tuple[FileSet, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class FileWorkout:
    started_at: datetime
    """Naive: the wall clock where the athlete trained."""
    name: str | None
    note: str | None
    duration_s: float | None
    exercises: tuple[FileExercise, ...]


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A row that is not a set; nothing else leaves a file without a trace."""

    line: int
    reason: str
    """`rest_timer`, `note` or `nothing_performed`."""
    detail: str


@dataclass(frozen=True, slots=True)
class TrainingFile:
    """A file read as a whole. Sets and skipped lines together are its data rows."""

    workouts: tuple[FileWorkout, ...]
    """In the order in which the file names them first."""
    skipped: tuple[SkippedLine, ...]
    assumptions: tuple[str, ...]
    """What the file does not say and the reader took for granted, as sentences."""


@dataclass(frozen=True, slots=True)
class LineProblem:
    """Why a file cannot be read, at a line and column where there is one."""

    line: int | None
    column: str | None
    """The column as the file names it, or as we do where the file has no header."""
    code: str
    detail: str


class FileRefused(Exception):
    """Nothing of the file is taken; every reason is named, at most a hundred one by one."""

    def __init__(self, problems: Iterable[LineProblem]) -> None:
        """The last problem, `more_problems`, counts what the cap leaves out."""
        self.problems: tuple[LineProblem, ...] = _capped(tuple(problems))
        super().__init__(
            "; ".join(f"line {p.line}: {p.detail}" if p.line else p.detail for p in self.problems)
        )


def _capped(problems: tuple[LineProblem, ...]) -> tuple[LineProblem, ...]:
    more = len(problems) - PROBLEMS_SHOWN_AT_MOST
    if more <= 0:
        return problems
    last = LineProblem(None, None, "more_problems", f"{more} more problems are not listed")
    return (*problems[:PROBLEMS_SHOWN_AT_MOST], last)
