"""The capacity model's constants, chosen by `python -m benchmarks.fit_capacity`.

The five `plain_` and `fallen_` ones and `reserve_noise` are set by hand: see there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CapacityConstants:
    """Variances in log load squared, lengths in log load, times in days."""

    level_variance: float
    tilt: float
    """Mean rise of log strength for each unit of log load, within the loads lifted: 0 is Epley's
    curve, 1 a lifter who always stops at the same repetitions."""
    tilt_variance: float
    day_variance: float
    day_days: float
    local_variance: float
    local_days: float
    local_length: float

    known_noise: float
    """Standard deviation of a set to failure [repetitions]."""
    reserve_noise: float
    """Growth of it with the square of the repetitions in reserve. Held at 0 by hand: with any
    growth a set that says more counts less, and more in reserve could mean less capacity."""
    plain_noise: float
    """Standard deviation of a set of unknown effort [repetitions]."""
    plain_reserve: float
    """Repetitions that a set of unknown effort leaves in reserve."""
    fallen_reserve: float
    """The same where a later set at the same load fell short."""
    plain_slack: float
    """Growth of the variance of a set of unknown effort that fell below what was expected: it is
    a lower bound, so it says little."""
    plain_bias: float
    """Standard deviation of the lifter's own reserve around that [repetitions]."""


CONSTANTS = CapacityConstants(
    level_variance=0.36,
    tilt=0.904,
    tilt_variance=0.0431,
    day_variance=0.000659,
    day_days=132,
    local_variance=0.00221,
    local_days=93.2,
    local_length=0.222,
    known_noise=0.632,
    reserve_noise=0.0,
    plain_noise=0.8,
    plain_reserve=0.8,
    fallen_reserve=0.1,
    plain_slack=3.0,
    plain_bias=0.7,
)
