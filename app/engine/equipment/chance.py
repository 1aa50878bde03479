"""Of the loads that can be made, the one whose chance comes nearest to the one wanted."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.engine.equipment.loads import Loads

ASKED_AT_ONCE = 64
"""Loads whose chances are asked together: one call for a usual bar, five for 200,000 loads."""

Chances = Callable[[tuple[float, ...]], Sequence[float]]
"""From loads, lightest first, to a chance for each that never rises with the load."""


@dataclass(frozen=True, slots=True)
class ChosenLoad:
    load_kg: float
    chance: float


@dataclass(frozen=True, slots=True)
class NoneBetween:
    """No load between two can be made; the nearest ones outside, None at an end."""

    low_kg: float
    high_kg: float
    below_kg: float | None
    above_kg: float | None


def nearest_to_chance(
    loads: Loads, chances: Chances, wanted: float, low_kg: float, high_kg: float
) -> ChosenLoad | NoneBetween:
    """The loadable load from low to high whose chance is nearest to `wanted`; a tie: the lighter.

    ValueError where the chance is not within 0 to 1 or the bounds are no finite numbers in order.
    """
    if not 0.0 <= wanted <= 1.0:
        raise ValueError(f"wanted: {wanted} is no chance from 0 to 1")
    if not -math.inf < low_kg <= high_kg < math.inf:
        raise ValueError(f"low_kg, high_kg: {low_kg} to {high_kg} is no range")
    rungs = range(loads.rung_at_or_above(low_kg), loads.rung_at_or_below(high_kg) + 1)
    if not rungs:
        below_kg, above_kg = loads.rung_kg(rungs.start - 1), loads.rung_kg(rungs.stop)
        return NoneBetween(low_kg, high_kg, below_kg, above_kg)
    return _nearest(_Asked(loads, chances), rungs, wanted)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The chances by rung; each is asked once."""

    loads: Loads
    chances: Chances
    known: dict[int, float] = field(default_factory=dict)

    def ask(self, rungs: Iterable[int]) -> None:
        asked = {rung: self.loads.rung_kg(rung) or 0.0 for rung in rungs if rung not in self.known}
        if asked:
            chances = self.chances(tuple(asked.values()))
            if any(map(math.isnan, chances)):
                raise ValueError("chances: one is no number")
            self.known.update(zip(asked, chances, strict=True))

    def chosen(self, rung: int) -> ChosenLoad:
        return ChosenLoad(self.loads.rung_kg(rung) or 0.0, self.known[rung])


def _nearest(asked: _Asked, rungs: range, wanted: float) -> ChosenLoad:
    rung = min(_candidates(asked, rungs, wanted), key=lambda each: _order(asked, each, wanted))
    return asked.chosen(rung)


def _order(asked: _Asked, rung: int, wanted: float) -> tuple[float, int]:
    return round(abs(asked.known[rung] - wanted), 12), rung


def _candidates(asked: _Asked, rungs: range, wanted: float) -> Iterable[int]:
    """All of a few; of many the two around the crossing, each the lightest with its chance."""
    if len(rungs) <= ASKED_AT_ONCE:
        asked.ask(rungs)
        return rungs
    crossing = _first_at_most(asked, rungs, wanted)
    above = [_first_at_most(asked, rungs, asked.known[crossing - 1])] if crossing > rungs[0] else []
    return [*above, crossing] if crossing in rungs else above


def _first_at_most(asked: _Asked, rungs: range, level: float) -> int:
    """The lightest rung whose chance is no more than a level; one after the last where none is.

    Many at once where bisection would ask for one: the callable is the costly part.
    """
    low, high = rungs.start, rungs.stop
    while low < high:
        probes = range(low, high, math.ceil((high - low) / ASKED_AT_ONCE))
        asked.ask(probes)
        high = next((rung for rung in probes if asked.known[rung] <= level), high)
        low = next((rung + 1 for rung in reversed(probes) if rung < high), low)
    return low
