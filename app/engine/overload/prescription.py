"""What comes out for one exercise: the sets of the next session."""

from dataclasses import dataclass

from app.engine.answer import Estimate
from app.engine.progression.action import Action
from app.engine.records import Tempo


@dataclass(frozen=True, slots=True)
class PrescribedSet:
    """One set to do. Loads are what is logged: on body-weight exercises what hangs on the body."""

    load_kg: float | None
    """What can be loaded; None where the exercise has no load."""
    unrounded_load_kg: float | None
    """What the rule says before the equipment rounds it."""
    rounding_kg: float | None
    """load_kg - unrounded_load_kg."""
    repetitions_low: int
    repetitions_high: int
    """The demand rises once every set reaches this."""
    repetitions_target: int
    """What to aim at this time, within the range; below it where the bottom is not in reach."""
    prediction: Estimate | None
    """Repetitions that this lifter will likely do at this load (habit), when fresh."""
    capacity: Estimate | None
    """Repetitions that this lifter could do at this load, taken to failure, when fresh."""
    chance: float | None
    """P(capacity >= repetitions_target); None beyond the 20 repetitions that are modelled."""
    rest_s: float
    tempo: Tempo | None
    repetitions_in_reserve: float


@dataclass(frozen=True, slots=True)
class Prescription:
    action: Action
    sets: tuple[PrescribedSet, ...]
