"""The capacity model's constants, chosen by `python -m benchmarks.fit_capacity`.

The four `plain_` and `fallen_` ones are set by hand: see there.
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
    """Growth of it with the square of the repetitions in reserve."""
    plain_noise: float
    """Standard deviation of a set of unknown effort [repetitions]."""
    plain_reserve: float
    """Repetitions that a set of unknown effort leaves in reserve."""
    fallen_reserve: float
    """The same where a later set at the same load fell short."""
    slack: float
    """Growth of the variance of a set of unknown effort that fell below what was expected: it is
    a lower bound, so it says little."""
    plain_bias: float
    """Standard deviation of the lifter's own reserve around that [repetitions]."""


CONSTANTS = CapacityConstants(
    level_variance=0.366,
    tilt=0.905,
    tilt_variance=0.0361,
    day_variance=0.000632,
    day_days=136,
    local_variance=0.00209,
    local_days=88.7,
    local_length=0.217,
    known_noise=0.625,
    reserve_noise=0.0273,
    plain_noise=0.8,
    plain_reserve=0.8,
    fallen_reserve=0.1,
    slack=4.0,
    plain_bias=0.7,
)
