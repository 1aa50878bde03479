"""What is asked about one exercise: its log, its equipment, what a programme wants."""

from dataclasses import dataclass, field
from datetime import datetime

from app.engine.equipment.loads import Loads
from app.engine.records import ExerciseSession, LoadMode, Tempo
from app.engine.units import MassUnit


@dataclass(frozen=True, slots=True)
class ExerciseDefaults:
    """The catalogue's conventions for an exercise; each one that is used is named in the answer."""

    repetitions_low: int = 8
    repetitions_high: int = 12
    rest_s: float = 120.0
    tempo: Tempo | None = None
    repetitions_in_reserve: float = 2.0


@dataclass(frozen=True, slots=True)
class Targets:
    """What a programme or the caller asks for; None where nothing is asked.

    A repetition range given here is the only target that a session can fail.
    """

    repetitions_low: int | None = None
    repetitions_high: int | None = None
    sets: int | None = None
    sets_max: int | None = None
    step: float | None = None
    """In the unit of the equipment's loads."""
    rest_s: float | None = None
    tempo: Tempo | None = None
    repetitions_in_reserve: float | None = None
    since: datetime | None = None
    """When the targets were set: sessions before it cannot have failed them."""

    def __post_init__(self) -> None:
        low, high = self.repetitions_low, self.repetitions_high
        if min(x for x in (low, high, self.sets, self.sets_max, 1) if x is not None) < 1:
            raise ValueError("repetitions and sets are at least 1")
        if low is not None and high is not None and low > high:
            raise ValueError("the repetition range is upside down")
        if self.step is not None and not self.step > 0:
            raise ValueError("the step must be positive")


@dataclass(frozen=True, slots=True)
class ExerciseQuestion:
    """One exercise of a question about the next session. The order of `sessions` is free."""

    sessions: tuple[ExerciseSession, ...]
    at: datetime
    """The instant of the next session; later sets are named and left out."""
    load_mode: LoadMode = LoadMode.EXTERNAL
    loads: Loads | None = None
    """What the equipment makes: as the athlete told it, else what is usual for it.

    None: no load can be added or taken away.
    """
    defaults: ExerciseDefaults = field(default_factory=ExerciseDefaults)
    targets: Targets = field(default_factory=Targets)
    scheme: str = "double_progression"
    """A key of SCHEMES."""
    mass_unit: MassUnit = "kg"
    """The unit that the athlete reads."""
    pain_0_to_10: int | None = None
    """Pain in the area trained, as said by the athlete now."""
    body_mass_kg: float | None = None
    body_mass_share: float | None = None
    """The part of the body that the exercise lifts: about 0.95 in a pull-up, 0.64 in a push-up."""
