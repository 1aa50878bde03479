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
    level_variance=0.354,
    tilt=0.790,
    tilt_variance=0.0371,
    day_variance=0.000667,
    day_days=147,
    local_variance=0.00204,
    local_days=66.1,
    local_length=0.216,
    known_noise=0.596,
    reserve_noise=0.0,
    plain_noise=1.0,
    plain_reserve=1.0,
    fallen_reserve=0.2,
    plain_slack=1.0,
    plain_bias=0.8,
)
