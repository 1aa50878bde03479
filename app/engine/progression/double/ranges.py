"""Which repetition range a lifter works in, read from what they do. All of it is convention."""

from statistics import median

from app.engine.training_log.judged import JudgedSession

LADDER = (
    (1, 3),
    (3, 6),
    (6, 10),
    (8, 12),
    (12, 15),
    (15, 20),
    (20, 30),
    (30, 40),
    (40, 60),
    (60, 100),
)
"""The ranges that the trade uses, from maximal strength to endurance; above 30 ours."""

SHORTFALL = 1
"""Repetitions below the bottom that still belong to the range.

A load raised by a twentieth takes twelve repetitions to ten, by a tenth to eight (Epley).
"""

EXCESS = 2
"""Repetitions above the top that still belong to it: the range is met and the load is due.

Two over the goal is where the trade raises the load at the latest (ACSM 2009, NSCA's 2-for-2).
"""


def usual_repetitions(last: JudgedSession) -> float:
    """Median repetitions of the last session's top sets: older ones had other aims."""
    return median(last.repetitions)


def in_use(usual: float, low: int, high: int, most: int) -> tuple[int, int]:
    """The range (low, high) if what is usual lies in it, else the nearest one of the ladder.

    `most` is how far the range may be extended at this load: sixteen repetitions with 10 kg
    dumbbells on the way to 12 kg are still the range 8 to 12.
    """
    if low - SHORTFALL <= usual <= max(high + EXCESS, most):
        return low, high
    return min(LADDER, key=lambda steps: (_distance(usual, *steps), -steps[0]))


def _distance(usual: float, low: int, high: int) -> tuple[float, float]:
    """How far outside, then how far from the middle."""
    return max(low - usual, usual - high, 0.0), abs(usual - (low + high) / 2)
