"""A level that drifts, seen through noise: the Kalman filter with one state (Harvey 1989).

y(t) = level(t) + noise, and the level walks at random as time passes.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    mean: float
    variance: float
    gain: float = 0.0
    """Share of the last surprise that was believed."""

    def later(self, time: float, drift: float) -> "Level":
        """The same level after so much time, known less well."""
        return Level(self.mean, self.variance + drift * time, self.gain)


def filtered(
    start: Level,
    values: Sequence[float],
    waits: Sequence[float],
    *,
    noise_variance: float,
    drift: float,
) -> list[Level]:
    """The level after each value. `waits` are the times before each of them, the first since
    `start`; `drift` is the variance that the level gains in one unit of time."""
    levels = [start]
    for value, wait in zip(values, waits, strict=True):
        before = levels[-1].later(wait, drift)
        gain = before.variance / (before.variance + noise_variance)
        mean = before.mean + gain * (value - before.mean)
        levels.append(Level(mean, (1.0 - gain) * before.variance, gain))
    return levels[1:]
