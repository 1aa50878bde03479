"""What a plan is: sessions on days of the week, what they add up to, and what gave way."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.engine.answer import Estimate, Reason
from app.engine.load.mesocycle import Mesocycle
from app.engine.records import Measure, Tempo


class ExerciseRole(StrEnum):
    PREPARATION = "preparation"
    """Light work of the focus that comes before the heavy one."""
    FOCUS = "focus"
    BALANCE = "balance"
    """For the rest of the body."""


class PlanConstraint(StrEnum):
    """What was asked for, or what holds for every plan."""

    FOCUS = "focus"
    FREQUENCY = "frequency"
    DAYS = "days"
    WEEKDAYS = "weekdays"
    MINUTES = "minutes"
    EQUIPMENT = "equipment"
    LEVEL = "level"
    PAIN = "pain"
    CONTRAINDICATIONS = "contraindications"
    EXCLUDED = "excluded_exercises"
    PREFERRED = "preferred_exercises"
    STAPLES = "staples"
    VOLUME = "volume"
    COVERAGE = "coverage"
    BALANCE = "balance"
    VARIETY = "variety"
    RECOVERY = "recovery"
    """At least 48 h between sessions that load the same muscles directly; it never gives way."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Constraints that cannot all hold, and the one that the plan lets go."""

    constraints: tuple[PlanConstraint, ...]
    gave_way: PlanConstraint
    because: Reason


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    exercise_id: str
    name: str
    role: ExerciseRole
    sets: int
    range_low: int
    """Repetitions or seconds, as `measured_in` says; of one side where there are two."""
    range_high: int
    measured_in: Measure
    repetitions_in_reserve: float
    """In the first week; the mesocycle says how it goes on."""
    tempo: Tempo | None
    rest_s: float
    duration_s: float
    """All its sets with their rests, at the top of the range and both sides."""
    scheme: str
    parameters: Mapping[str, object]
    """What the scheme is told."""
    start_load_kg: float | None
    """For the first session, from the history; None: the first session finds it."""
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PlannedSession:
    weekday: int
    """Monday 0."""
    name: str
    warm_up_s: float
    duration_s: float
    """With the warm-up."""
    exercises: tuple[PlannedExercise, ...]


@dataclass(frozen=True, slots=True)
class MuscleVolume:
    """Weekly sets of one muscle; 0 where nothing trains it."""

    muscle: str
    direct_sets: float
    sets: float
    """With those in which it helps, by their share."""


@dataclass(frozen=True, slots=True)
class GroupVolume:
    """Weekly sets of a group, each counted once however many of its muscles work."""

    group: str
    focus: bool
    weekdays: tuple[int, ...]
    """On which it is trained directly."""
    direct_sets: float
    sets: float
    growth_percent: Estimate | None
    """On average over some ten weeks; None where there is too little data."""
    muscles: tuple[MuscleVolume, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Weeks that belong together; the last is lighter where there is a deload."""

    first_week: int
    """From 1."""
    weeks: int
    mesocycle: Mesocycle | None
    """None for a single week."""


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The same sessions every week; what changes from week to week is in the blocks."""

    sessions: tuple[PlannedSession, ...]
    volume: tuple[GroupVolume, ...]
    blocks: tuple[Block, ...]
    conflicts: tuple[Conflict, ...]
