"""What the sets already done today say of today's strength, and how much they have cost.

A filter over the sets in the order done, beside the fresh prediction. Why, with figures:
docs/science/fatigue.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from app.engine.records import PerformedSet
from app.engine.strength.repetitions.effort import (
    MOST_KNOWN_RESERVE,
    UNKNOWN_FROM_RESERVE,
    read_reserve,
    speaking,
)
from app.engine.strength.repetitions.fatigue_constants import CONSTANTS, FatigueConstants
from app.engine.strength.repetitions.history import MOST_REPETITIONS, Floats, History, reserve_of

WORKING_SHARE = 0.8
"""A set with less of the heaviest load is a warm-up: it tires nobody and says little."""
LOG_WORKING_SHARE = log(WORKING_SHARE)
TINY = 1e-12
PLAIN_RESERVE, FALLEN_RESERVE = 1.0, 0.2
"""As in capacity: what a set of unknown effort leaves, and one that fell short of an earlier one
today at a load no heavier."""
DAY_SHARE = 0.8
"""Share of the fresh prediction's standard deviation that today's sets can take away: the rest is
the noise of one set."""
EXPECTED_WITHIN = 1.5
"""Standard deviations beyond which a surprise is read as a day out of the ordinary."""
LARGEST_FALL = 4.0
"""A larger difference between two sets is something else than fatigue [repetitions]."""


@dataclass(frozen=True, slots=True)
class Today:
    """The working sets done today, in order."""

    log_load: Floats
    repetitions: Floats
    possible: Floats
    """Repetitions that were possible, as each set is read."""
    known: Floats
    """1 where the capacity is known, 0 where it is a lower bound."""
    plain: NDArray[np.bool_]
    """Whether nothing is known of the effort: no reserve called, and no falling short."""


def read_today(sets: Sequence[PerformedSet]) -> Today:
    """Usable sets (history.usable_sets) without those that can only be warm-ups."""
    heaviest_kg = max((one.load_kg or 0.0 for one in sets), default=0.0)
    working = [one for one in sets if (one.load_kg or 0.0) >= WORKING_SHARE * heaviest_kg]
    loads_kg = np.array([one.load_kg for one in working], dtype=float)
    done = np.array([one.repetitions for one in working], dtype=float)
    repetitions = np.minimum(done, MOST_REPETITIONS)
    reserve = np.array([reserve_of(one) for one in working], dtype=float)
    called = ~np.isnan(reserve)
    fell = np.array(
        [fell_short(loads_kg[:n], done[:n], loads_kg[n], done[n]) for n in range(len(working))],
        dtype=np.bool_,
    )
    left = np.where(fell, FALLEN_RESERVE, PLAIN_RESERVE)
    known = np.interp(reserve, [MOST_KNOWN_RESERVE, UNKNOWN_FROM_RESERVE], [1.0, 0.0])
    return Today(
        np.log(loads_kg),
        repetitions,
        repetitions + np.where(called, read_reserve(reserve), left),
        np.where(called, known, fell),
        ~called & ~fell,
    )


def fell_short(loads_kg: Floats, done: Floats, load_kg: float, repetitions: float) -> bool:
    """Whether an earlier set with no less on the bar made more repetitions."""
    return bool(np.any(done[loads_kg >= load_kg] > repetitions))


def own_fall(history: History, c: FatigueConstants = CONSTANTS) -> float:
    """Repetitions that a set costs this lifter the next one; that of most for a short log."""
    known = history.reserve <= MOST_KNOWN_RESERVE
    possible = history.repetitions + history.reserve
    pairs = (
        (history.session[1:] == history.session[:-1])
        & (history.log_load[1:] == history.log_load[:-1])
        & known[1:]
        & known[:-1]
    )
    falls = np.clip((possible[:-1] - possible[1:])[pairs], -LARGEST_FALL, LARGEST_FALL)
    return max((c.fall_pairs * c.fall + float(falls.sum())) / (c.fall_pairs + len(falls)), 0.0)


def sets_before(history: History) -> float:
    """Working sets before those from which strength is learnt, on average.

    What these cost is in the fresh prediction. Sets of known capacity say most of it, so they alone
    count where there are any.
    """
    chosen = speaking(history)
    first = np.searchsorted(history.session, np.arange(len(chosen)))
    load = history.log_load
    before = np.array(
        [
            np.count_nonzero(load[start:place] >= load[place] + LOG_WORKING_SHARE)
            for start, place in zip(first, chosen, strict=True)
        ],
        dtype=float,
    )
    known = history.reserve[chosen] <= MOST_KNOWN_RESERVE
    return float(before[known].mean() if known.any() else before.mean())


def as_first(mean: Floats, log_load: Floats, curve: float, cost: float) -> Floats:
    """Log strength at each load as the first set of a session would show it, from what sets show
    that those before them had cost so many repetitions."""
    return np.asarray(log_load + np.logaddexp(mean - log_load, np.log(max(cost, TINY) / curve)))


def nth_working(history: History, n: int) -> NDArray[np.intp]:
    """Per session: the n-th working set after the first top set, or its last one where it has
    fewer."""
    session, top = history.session, history.top[history.session]
    after_top = np.arange(len(session)) >= top
    working = after_top & (history.log_load >= history.log_load[top] + LOG_WORKING_SHARE)
    count = np.cumsum(working)
    chosen = history.top.copy()
    places = np.flatnonzero(working & (count - count[top] <= n))
    chosen[session[places]] = places
    return chosen


def shift(
    today: Today,
    expected: Floats,
    curve: float,
    fall: float,
    at: Floats,
    spread: Floats,
    c: FatigueConstants = CONSTANTS,
) -> tuple[Floats, Floats]:
    """How far log strength lies from the fresh prediction today, and what is left of its spread.

    `expected` is log strength at the load of each set done, as the first set would show it
    (as_first), `at` the log loads asked about and `spread` that of the fresh prediction there.
    """
    moved, variance = np.zeros_like(at), (DAY_SHARE * spread) ** 2
    fresh = np.maximum(curve * np.expm1(expected - today.log_load), 0.0)
    scale = 1.0 / (curve + fresh)
    shown = today.log_load + np.log1p(today.possible / curve)
    for n in range(len(today.log_load)):
        surprise = shown[n] - expected[n] + n * fall * scale[n] - moved
        slack = np.where(surprise < 0.0, 1.0 + (1.0 - today.known[n]) * c.plain_slack, 1.0)
        noise = scale[n] * (c.plain_noise if today.plain[n] else c.known_noise)
        apart = c.load_slack * (today.log_load[n] - at)
        variance = variance + (c.drift * scale[n]) ** 2
        doubt = slack * noise**2 + apart**2
        beyond = np.abs(surprise) - EXPECTED_WITHIN * np.sqrt(variance + doubt)
        variance = variance + np.maximum(beyond, 0.0) ** 2
        gain = variance / (variance + doubt)
        moved, variance = moved + gain * surprise, variance * (1.0 - gain)
    return moved, variance
