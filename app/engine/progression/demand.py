"""What a scheme asks for: the sets of the next session, before anything else is considered."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.answer import Reason
from app.engine.progression.action import Action
from app.engine.records import Tempo


@dataclass(frozen=True, slots=True)
class Load:
    """A load as the rule says it, and what can be loaded for it [kg]."""

    rule_kg: float
    load_kg: float


@dataclass(frozen=True, slots=True)
class DemandedSet:
    """One set. It has repetitions, seconds or metres."""

    load: Load | None = None
    """None where the exercise has no load."""
    repetitions_low: int | None = None
    repetitions_high: int | None = None
    repetitions_target: int | None = None
    open_ended: bool = False
    """The target is a minimum: as many more as can be done well."""
    duration_s: float | None = None
    distance_m: float | None = None
    repetitions_in_reserve: float | None = None
    """What the scheme itself asks to leave undone; None where it does not say."""
    tempo: Tempo | None = None
    band: str | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """The sets of the next session, and how the rule came to them."""

    action: Action
    sets: tuple[DemandedSet, ...]
    because: tuple[Reason, ...] = ()
    stage: str | None = None
    """Where in the scheme this is, as a person reads it: `stage 2 of 3`, `week 3 of 4`."""
    variation: str | None = None
    """Another variation of the exercise that is due, by the name the caller gave it."""

    @property
    def top(self) -> DemandedSet:
        """The heaviest set, the first of them; of loadless sets the first."""
        return max(self.sets, key=load_kg)


def load_kg(one: DemandedSet) -> float:
    """What is loaded for a set [kg]; 0 where it has no load."""
    return one.load.load_kg if one.load else 0.0


def straight(
    load: Load | None, sets: int, repetitions: int, *, open_last: bool = False
) -> tuple[DemandedSet, ...]:
    """Equal sets of fixed repetitions; the last one open-ended where it is asked for."""
    one = fixed(load, repetitions)
    last = fixed(load, repetitions, open_ended=True) if open_last else one
    return (*(one,) * (sets - 1), last)


def fixed(
    load: Load | None, repetitions: int, *, open_ended: bool = False, reserve: float | None = None
) -> DemandedSet:
    return DemandedSet(
        load, *(repetitions,) * 3, open_ended=open_ended, repetitions_in_reserve=reserve
    )


def ranged(load: Load | None, low: int, high: int, target: int) -> DemandedSet:
    return DemandedSet(load, low, high, target)


def reached(wanted: Sequence[int], done: Sequence[int]) -> bool:
    """Whether there are enough sets, and each made its repetitions in the order asked."""
    return len(done) >= len(wanted) and all(d >= w for w, d in zip(wanted, done, strict=False))
