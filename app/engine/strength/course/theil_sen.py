"""A straight line that up to 29 % of wild points cannot move: the median of all slopes.

Theil (1950); interval by Sen (1968), from the variance of Kendall's statistic with ties.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Slopes:
    """All slopes between two points of different x, ascending, and what orders them by chance."""

    sorted: Floats
    kendall_sd: float

    @property
    def median(self) -> float:
        return float(np.median(self.sorted))

    def interval(self, level: float) -> tuple[float, float]:
        """The ends that hold the true slope with probability `level`, as `scipy.stats.theilslopes`
        gives them; with few points no wider than the slopes themselves."""
        width = NormalDist().inv_cdf(0.5 + level / 2.0) * self.kendall_sd
        count = len(self.sorted)
        above = min(round((count + width) / 2.0), count - 1)
        below = max(round((count - width) / 2.0) - 1, 0)
        return float(self.sorted[below]), float(self.sorted[above])


def slopes_of(x: Floats, y: Floats) -> Slopes:
    """ValueError without two points of different x."""
    rise, run = y[:, None] - y[None, :], x[:, None] - x[None, :]
    forward = run > 0.0
    if not forward.any():
        raise ValueError("a slope needs two points of different x")
    return Slopes(np.sort(rise[forward] / run[forward]), kendall_sd(x, y))


def kendall_sd(x: Floats, y: Floats) -> float:
    """Standard deviation of Kendall's statistic where y does not depend on x, ties counted out."""
    n = len(x)
    ties = np.concatenate([_ties(x), _ties(y)])
    variance = n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()
    return float(np.sqrt(max(variance, 0.0) / 18.0))


def intercept_joint(x: Floats, y: Floats, slope: float) -> float:
    """The median of what the slope leaves over."""
    return float(np.median(y - slope * x))


def _ties(values: Floats) -> Floats:
    return np.unique(values, return_counts=True)[1].astype(float)
