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
    slope=6.8,
    level_variance=15.0,
    slope_variance=90.0,
    day_variance=4.0,
    day_days=200.0,
    local_variance=9.0,
    local_days=90.0,
    local_length=0.17,
    noise_variance=0.5,
    repeat_decay=0.15,
    repeat_last=0.7,
    repeat_near=1.5,
    repeat_length=0.14,
    repeat_slope=4.6,
    repeat_spread=0.2,
    repeat_widening=6.7,
    smooth_weight=2.4,
    smooth_spread=0.57,
    popularity=(0.5, 0.0, 0.25, -0.1, 0.4, 0.1, -0.1, 0.35, -0.1, 0.85, -0.15, 0.9)
    + (0.15, 0.25, 0.4, -0.4),
)
