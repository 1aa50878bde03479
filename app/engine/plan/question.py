"""What a plan is asked for, and the exercises that it is made from, as plain records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.engine.equipment.loads import Loads
from app.engine.records import ExerciseSession, HealthFlag, LoadMode, Measure, Tempo


class TrainingLevel(StrEnum):
    """How long somebody has trained, as they say."""

    NOVICE = "novice"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class PlanObjective(StrEnum):
    """What the sets are to bring."""

    SIZE = "size"
    STRENGTH = "strength"
    ENDURANCE = "endurance"


@dataclass(frozen=True, slots=True)
class PlanExercise:
    """An exercise as the plan needs it: what it trains, with what, and its conventions."""

    id: str
    name: str
    movement_id: str
    equipment_id: str
    load_mode: LoadMode
    pattern: str
    plane: str
    isolation: bool
    per_side: bool
    """One side at a time: a set takes twice the time."""
    muscles: Mapping[str, float]
    """Share of a set by muscle: 1 where it limits the set, less where it helps."""
    measured_in: Measure
    range_low: int
    range_high: int
    rest_s: float
    tempo: Tempo | None
    contraindications: frozenset[str] = frozenset()
    regressions: tuple[str, ...] = ()
    progressions: tuple[str, ...] = ()
    familiarity: float = 0.0
    """How widely it is known, 0 to 1: of two that serve alike the better known is chosen."""
    fixture: str | None = None
    """What it needs beside its equipment: `something to hang from`."""


@dataclass(frozen=True, slots=True)
class Staple:
    """Movements of which a goal wants one; the first that can be done is taken."""

    movements: tuple[str, ...]
    preparation: bool = False
    """Done first and lightly in every session of the focus, as a squeeze before heavier work."""
    times: int = 1
    """Days a week, where there are so many."""


@dataclass(frozen=True, slots=True)
class Pain:
    """Pain that was told of an area."""

    area: str
    value_0_to_10: float
    muscles: frozenset[str]
    """The muscles of the area; none where it is a joint."""
    contraindications: frozenset[str] = frozenset()
    """What it amounts to in the exercises' own words."""


@dataclass(frozen=True, slots=True)
class Known:
    """An exercise that was done before."""

    sessions: tuple[ExerciseSession, ...]
    loads: Loads | None
    """What its equipment makes; None where nothing is loaded."""


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """Everything that a plan depends on: the same question has the same plan."""

    exercises: Mapping[str, PlanExercise]
    groups: Mapping[str, str]
    """Muscle -> group, in the order in which they are named."""
    heads: Mapping[str, tuple[str, ...]]
    """Group -> its muscles that are given sets; the pelvic floor and the like have none."""
    equipment: frozenset[str]
    """Beside the body and the floor."""
    minutes: float
    level: TrainingLevel = TrainingLevel.NOVICE
    objective: PlanObjective = PlanObjective.SIZE
    focus: tuple[str, ...] = ()
    """Groups or muscles that are to grow first; without any the whole body is trained evenly."""
    focus_sets_per_week: float | None = None
    """What a goal asks for; None leaves it to the level."""
    days_per_week: int | None = None
    weekdays: tuple[int, ...] = ()
    """Days that can be trained, Monday 0; empty where all can."""
    weeks: int = 8
    starts_on: date | None = None
    pain: tuple[Pain, ...] = ()
    contraindications: frozenset[str] = frozenset()
    health_flags: frozenset[HealthFlag] = frozenset()
    excluded: frozenset[str] = frozenset()
    preferred: tuple[str, ...] = ()
    staples: tuple[Staple, ...] = ()
    known: Mapping[str, Known] = field(default_factory=dict)

    def group_of(self, muscle: str) -> str:
        return self.groups.get(muscle, muscle)
