"""The habit model's constants, chosen by `python -m benchmarks.fit_habit`; do not edit by hand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HabitConstants:
    """Variances in repetitions squared, lengths in log load, times in days."""

    slope: float
    """Mean fall of repetitions for each unit of log load."""
    level_variance: float
    slope_variance: float
    day_variance: float
    day_days: float
    local_variance: float
    local_days: float
    local_length: float
    noise_variance: float

    repeat_decay: float
    """Fall of the log weight of an earlier session with each session since."""
    repeat_last: float
    """Extra log weight of the last session."""
    repeat_near: float
    """Extra log weight of a session at the very load asked."""
    repeat_length: float
    repeat_slope: float
    """Repetitions gained for each unit of log load that the earlier load was heavier."""
    repeat_spread: float
    """Spread around a repeated number at the same load [repetitions]."""
    repeat_widening: float
    """Growth of the log spread for each unit of log load apart, up to half a unit."""

    smooth_weight: float
    """Log weight of the smooth prediction among the repeated numbers."""
    smooth_spread: float
    """Share of the smooth prediction's standard deviation that is kept."""

    popularity: tuple[float, ...]
    """Log weight of doing exactly 1, 2, ... 15 repetitions, then of any more."""


CONSTANTS = HabitConstants(
    slope=14.2,
    level_variance=28.7,
    slope_variance=346.0,
    day_variance=0.328,
    day_days=16.9,
    local_variance=32.5,
    local_days=77.4,
    local_length=0.559,
    noise_variance=4.05,
    repeat_decay=0.175,
    repeat_last=0.821,
    repeat_near=1.85,
    repeat_length=0.178,
    repeat_slope=7.05,
    repeat_spread=0.243,
    repeat_widening=7.58,
    smooth_weight=2.83,
    smooth_spread=0.397,
    popularity=(
        *(0.31, -0.15, 0.06, -0.3, 0.34, -0.03, -0.36, 0.13, -0.31, 0.64, -0.26, 0.77),
        *(0.1, 0.27, 0.35, -1.52),
    ),
)
