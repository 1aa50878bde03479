"""What comes out for one exercise: the sets of the next session."""

from dataclasses import dataclass

from app.engine.answer import Estimate
from app.engine.equipment.inventory import Loading
from app.engine.overload.warm_up import WarmUpSet
from app.engine.progression.action import Action
from app.engine.records import Tempo


@dataclass(frozen=True, slots=True)
class PrescribedSet:
    """One set to do. Loads are what is logged: on body-weight exercises what hangs on the body.

    It is counted in repetitions, seconds or metres; the others are None.
    """

    load_kg: float | None
    """What can be loaded; None where the exercise has no load."""
    unrounded_load_kg: float | None
    """What the rule says before the equipment rounds it."""
    rounding_kg: float | None
    """load_kg - unrounded_load_kg."""
    loading: Loading | None
    """How the load is put together, where the equipment was described."""
    band: str | None
    repetitions_low: int | None
    repetitions_high: int | None
    """The demand rises once every set reaches this."""
    repetitions_target: int | None
    """What to aim at this time, within the range; below it where the bottom is not in reach."""
    open_ended: bool
    """The target is the least: as many more as leave what is to be left in reserve."""
    duration_s: float | None
    distance_m: float | None
    prediction: Estimate | None
    """Repetitions that this lifter will likely do in this set (habit)."""
    capacity: Estimate | None
    """Repetitions that this lifter could do in this set, taken to failure."""
    chance: float | None
    """P(capacity >= repetitions_target) after the sets before it, each at its target; None beyond
    the 20 repetitions that are modelled."""
    rest_s: float
    tempo: Tempo | None
    repetitions_in_reserve: float


@dataclass(frozen=True, slots=True)
class Prescription:
    action: Action
    sets: tuple[PrescribedSet, ...]
    warm_up: tuple[WarmUpSet, ...] = ()
    """Lighter sets before the first one, lightest first."""
    stage: str | None = None
    """Where in the scheme this is: `stage 2 of 3`, `week 3 of 4`."""
    variation: str | None = None
    """Another variation of the exercise that is due, by the name the caller gave it."""
