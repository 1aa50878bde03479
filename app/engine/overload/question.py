"""What is asked about one exercise: its log, its equipment, what a programme wants, the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.engine.equipment.inventory import Inventory
from app.engine.equipment.loads import Loads
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.load.mesocycle import DeloadDays, MesocycleWeek
from app.engine.overload.decisions import Decision
from app.engine.progression.schemes import DOUBLE_PROGRESSION, SCHEMES, Scheme
from app.engine.records import (
    ExerciseSession,
    HealthFlag,
    LoadMode,
    Measure,
    RecoveryNote,
    Reproduction,
    Tempo,
)
from app.engine.units import MassUnit


@dataclass(frozen=True, slots=True)
class ExerciseDefaults:
    """The catalogue's conventions for an exercise; each one that is used is named in the answer."""

    repetitions_low: int = 8
    repetitions_high: int = 12
    rest_s: float = 120.0
    tempo: Tempo | None = None
    repetitions_in_reserve: float = 2.0
    isolation: bool = False
    """One joint moves: a shorter warm-up is enough."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What a programme or the caller asks for; None where nothing is asked.

    A repetition range given here, or a scheme other than double progression, is the only target
    that a session can fail.
    """

    repetitions_low: int | None = None
    repetitions_high: int | None = None
    sets: int | None = None
    sets_max: int | None = None
    step: float | None = None
    """In the unit of the equipment."""
    rest_s: float | None = None
    tempo: Tempo | None = None
    repetitions_in_reserve: float | None = None
    since: datetime | None = None
    """When the targets were set: sessions before it cannot have failed them."""
    start_load_kg: float | None = None
    """Of the first session, where nothing was logged or another load is wanted."""
    chance: float | None = None
    """Wanted chance of the target on the first set; the load is chosen for it."""

    def __post_init__(self) -> None:
        low, high = self.repetitions_low, self.repetitions_high
        if min(x for x in (low, high, self.sets, self.sets_max, 1) if x is not None) < 1:
            raise ValueError("repetitions and sets are at least 1")
        if low is not None and high is not None and low > high:
            raise ValueError("the repetition range is upside down")
        if self.step is not None and not self.step > 0:
            raise ValueError("the step must be positive")
        if self.chance is not None and not 0.0 < self.chance < 1.0:
            raise ValueError("the chance must lie between 0 and 1")


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the athlete that bears on training. Unknown is never read as safe."""

    health_flags: frozenset[HealthFlag] = frozenset()
    reproduction: Reproduction | None = None
    cleared_for_maximal_effort: bool | None = None
    """By a clinician, in pregnancy or with a flag; None where nobody said."""
    screening_is_stale: bool = False
    """The questions before training were answered too long ago."""


@dataclass(frozen=True, slots=True)
class ExerciseQuestion:
    """One exercise of a question about the next session. The order of `sessions` is free."""

    sessions: tuple[ExerciseSession, ...]
    at: datetime
    """The instant of the next session; later sets are named and left out."""
    load_mode: LoadMode = LoadMode.EXTERNAL
    loads: Loads | None = None
    """None: no load can be added or taken away. A list is what the athlete told, and stands; steps
    are what is usual, and give way to the log."""
    inventory: Inventory | None = None
    """What the athlete told of the equipment: how a load is put together."""
    rounding: RoundingPolicy = RoundingPolicy.NEAREST
    defaults: ExerciseDefaults = field(default_factory=ExerciseDefaults)
    targets: Targets = field(default_factory=Targets)
    scheme: str = DOUBLE_PROGRESSION
    """A key of SCHEMES."""
    scheme_parameters: Any = None
    """Of the scheme's own type; None is its defaults."""
    measure: Measure = Measure.REPETITIONS
    mass_unit: MassUnit = "kg"
    """The unit that the athlete reads."""
    pain_0_to_10: int | None = None
    """Pain in the area trained, as said by the athlete now."""
    body_mass_kg: float | None = None
    body_mass_share: float | None = None
    """The part of the body that the exercise lifts: about 0.95 in a pull-up, 0.64 in a push-up."""
    areas: frozenset[str] = frozenset()
    """Muscles and groups that the exercise trains, for soreness and pain."""
    recovery_notes: tuple[RecoveryNote, ...] = ()
    week: MesocycleWeek | None = None
    """Of a mesocycle, where there is one."""
    deload_days: DeloadDays | None = None
    """Of that mesocycle: fewer sets done in them are as planned, and not held against anybody."""
    deficit_since: datetime | None = None
    """Since when the athlete eats less than is spent; None where not known to."""
    person: Person = field(default_factory=Person)
    related: Mapping[str, tuple[ExerciseSession, ...]] = field(default_factory=dict)
    """Logs of exercises that move alike, by name: they give a first load where none is logged."""
    decision: Decision | None = None
    """What the athlete made of the advice last; the newest one only."""

    @property
    def rule(self) -> Scheme:
        return SCHEMES[self.scheme]
