"""What some pieces add up to, and from how few of them: whole numbers, so that sums are exact.

Reaching every sum is dynamic programming over the kinds of pieces: each kind is split into batches
of 1, 2, 4, ... pieces, from which every number of them can be put together, and each batch is used
or not.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.engine.units import KG_PER_UNIT, MassUnit

GRAINS_PER_MILLIONTH: Mapping[MassUnit, int] = {
    unit: round(kg * 10**8) for unit, kg in KG_PER_UNIT.items()
}
"""Grains, each 10**-14 kg, in a millionth of the unit: whole numbers, and exact for both."""

GRAINS_PER_KG = GRAINS_PER_MILLIONTH["kg"] * 10**6

MOST_SUMS = 10_000
"""More different loads than this make no equipment; they would only cost time."""


def grains(mass: float, unit: MassUnit) -> int:
    """A mass, rounded to a millionth of its unit."""
    return round(mass * 10**6) * GRAINS_PER_MILLIONTH[unit]


def mass_of(total: int, unit: MassUnit) -> float:
    """Grains as a mass in a unit, rounded to a millionth."""
    return round(total / (GRAINS_PER_MILLIONTH[unit] * 10**6), 6)


@dataclass(frozen=True, slots=True)
class Kind:
    """Pieces that are alike; `number` None is plenty."""

    mass: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Sums:
    """Every sum of some of the pieces."""

    kinds: tuple[Kind, ...]
    """Heaviest first."""
    fewest: tuple[Mapping[int, int], ...]
    """Fewest pieces by sum: first of all kinds, then without the heaviest, ..., last of none."""

    @property
    def totals(self) -> Iterable[int]:
        return self.fewest[0].keys()

    def counts(self, total: int) -> tuple[int, ...]:
        """How many of each kind make a sum: the fewest pieces, of these the heaviest first."""
        counts = []
        for kind, having, lacking in zip(self.kinds, self.fewest, self.fewest[1:], strict=False):
            least = having[total]
            most = _most(kind, total)
            taken = next(
                n for n in range(most, -1, -1) if lacking.get(total - n * kind.mass) == least - n
            )
            counts.append(taken)
            total -= taken * kind.mass
        return tuple(counts)


def sums_of(kinds: Iterable[Kind], most: int) -> Sums:
    """Every sum up to `most`. ValueError where there are more than MOST_SUMS."""
    in_order = tuple(sorted(kinds, key=lambda kind: -kind.mass))
    fewest: list[Mapping[int, int]] = [{0: 0}]
    for kind in reversed(in_order):
        fewest.append(_with(kind, fewest[-1], most))
    return Sums(in_order, tuple(reversed(fewest)))


def _with(kind: Kind, fewest: Mapping[int, int], most: int) -> Mapping[int, int]:
    pieces = dict(fewest)
    for batch in _batches(_most(kind, most)):
        for total, so_few in list(pieces.items()):
            heavier = total + batch * kind.mass
            if heavier <= most and so_few + batch < pieces.get(heavier, math.inf):
                pieces[heavier] = so_few + batch
        if len(pieces) > MOST_SUMS:
            raise ValueError(
                f"more than {MOST_SUMS:,} different loads: fewer kinds, or fewer of each"
            )
    return pieces


def _most(kind: Kind, total: int) -> int:
    """How many of a kind fit into a sum and are there."""
    fitting = total // kind.mass
    return fitting if kind.number is None else min(kind.number, fitting)


def _batches(number: int) -> Iterator[int]:
    size = 1
    while number > 0:
        yield min(size, number)
        number -= size
        size *= 2
