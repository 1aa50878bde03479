"""Which repetition range a lifter works in, read from what they do. All of it is convention."""

from statistics import median

from app.engine.overload.equipment import same_load
from app.engine.overload.judged import JudgedSession

LADDER = ((1, 3), (3, 6), (6, 10), (8, 12), (12, 15), (15, 20), (20, 30))
"""The ranges that the trade uses, from maximal strength to endurance."""

SESSIONS_READ = 3
"""One bad day does not move anybody to another range."""

SHORTFALL = 1
"""Repetitions below the bottom that still belong to the range.

A load raised by a twentieth takes twelve repetitions to ten, by a tenth to eight (Epley).
"""

EXCESS = 2
"""Repetitions above the top that still belong to it: the range is met and the load is due.

Two over the goal is where the trade raises the load at the latest (ACSM 2009, NSCA's 2-for-2).
"""


def usual_repetitions(sessions: tuple[JudgedSession, ...]) -> float:
    """Median repetitions of the last sessions' top sets, as far as they were at the last load."""
    last = sessions[-1]
    alike = [one for one in sessions if same_load(one.load_kg, last.load_kg)]
    return median(reps for one in alike[-SESSIONS_READ:] for reps in one.repetitions)


def in_use(usual: float, low: int, high: int, most: int) -> tuple[int, int]:
    """The range (low, high) if what is usual lies in it, else the one of the ladder that holds it.

    `most` is how far the range may be extended at this load: sixteen repetitions with 10 kg
    dumbbells on the way to 12 kg are still the range 8 to 12.
    """
    if low - SHORTFALL <= usual <= max(high + EXCESS, most):
        return low, high
    return min(LADDER, key=lambda steps: (_distance(usual, *steps), -steps[0]))


def _distance(usual: float, low: int, high: int) -> tuple[float, float]:
    """How far outside, then how far from the middle."""
    return max(low - usual, usual - high, 0.0), abs(usual - (low + high) / 2)
