"""How large a change must be to be one: noise of a test, and of the slope through many."""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist, fmean


def minimal_detectable_change(sd: float, tests: int = 1, level: float = 0.95) -> float:
    """The least change between two means of so many tests that is not noise, in the unit of `sd`.

    11.6 % between two single maxima at the usual 4.2 %. It is about two tests: no change above it
    does not mean no progress.
    """
    return _z(level) * sqrt(2.0 / tests) * sd


def slope_standard_error(sd: float, times: Sequence[float]) -> float:
    """Of a least-squares slope through one value at each time, for each unit of time.

    ZeroDivisionError where all times are equal.
    """
    middle = fmean(times)
    return sd / sqrt(sum((time - middle) ** 2 for time in times))


def _z(level: float) -> float:
    return NormalDist().inv_cdf(0.5 + level / 2.0)
