"""Days of the week as a circle: which of them lie far enough apart, and which are chosen."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from types import MappingProxyType

from app.engine.load.spacing import SPACING

WEEK = 7
LEAST_GAP = SPACING // timedelta(days=1)
"""Days from one session of a muscle to the next, at the same hour of the day."""
MOST_DAYS = 3
"""A muscle is trained directly on at most so many days a week."""
USUAL = MappingProxyType(
    {
        1: (0,),
        2: (0, 3),
        3: (0, 2, 4),
        4: (0, 1, 3, 4),
        5: (0, 1, 2, 4, 5),
        6: (0, 1, 2, 3, 4, 5),
        7: (0, 1, 2, 3, 4, 5, 6),
    }
)
"""Which days, where nobody says. A convention."""
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Days = tuple[int, ...]


def gaps(days: Collection[int]) -> list[int]:
    """Days from each session to the next, around the week; of a single one the whole week."""
    ordered = sorted(days)
    following = [*ordered[1:], *(day + WEEK for day in ordered[:1])]
    return [after - before for before, after in zip(ordered, following, strict=True)]


def is_spaced(days: Collection[int]) -> bool:
    """Whether at least 48 h lie between any two of them, over the end of the week too."""
    return all(gap >= LEAST_GAP for gap in gaps(days))


def spaced_sets(days: Sequence[int], most: int = MOST_DAYS) -> Iterator[Days]:
    """Every choice of up to so many days that are spaced, the larger first."""
    for size in range(min(most, len(days)), 0, -1):
        yield from (chosen for chosen in combinations(sorted(days), size) if is_spaced(chosen))


def most_spaced(days: Sequence[int]) -> int:
    """How many of the days can train one muscle, at most three."""
    return len(next(spaced_sets(days), ()))


def choose(offered: Collection[int], wanted: int | None) -> Days:
    """The days to train: those offered, or so many of them as are wanted, as evenly as can be."""
    usual = USUAL[min(wanted, WEEK)] if wanted else ()
    if not offered:
        return usual
    days = tuple(sorted(set(offered)))
    if wanted is None or wanted >= len(days):
        return days
    if set(usual) <= set(days):
        return usual
    return max(
        combinations(days, wanted),
        key=lambda chosen: (most_spaced(chosen), sorted(gaps(chosen)), [-day for day in chosen]),
    )
