"""How many repetitions at a load: what the lifter will do (habit) and could do (capacity)."""

from dataclasses import dataclass

from app.engine.answer import Estimate


@dataclass(frozen=True, slots=True)
class RepetitionsAtLoad:
    """The two predictions at one load, in real numbers of repetitions."""

    load_kg: float
    repetitions: Estimate
    """What the lifter would do if they chose this load; never above `capacity`."""
    capacity: Estimate
    """What the lifter could do, taken to failure."""
    chance: tuple[float, ...]
    """chance[k - 1] is P(capacity >= k), k = 1 ... 20."""
