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
    slope=17.7,
    level_variance=22.6,
    slope_variance=247,
    day_variance=0.164,
    day_days=7.38,
    local_variance=29,
    local_days=83.4,
    local_length=0.555,
    noise_variance=3.45,
    repeat_decay=0.166,
    repeat_last=0.838,
    repeat_near=1.61,
    repeat_length=0.106,
    repeat_slope=4.82,
    repeat_spread=0.209,
    repeat_widening=6.96,
    smooth_weight=2.67,
    smooth_spread=0.436,
    popularity=(
        *(0.36, -0.13, 0.06, -0.25, 0.33, -0.04, -0.32, 0.11, -0.29, 0.58),
        *(-0.25, 0.73, 0.06, 0.24, 0.33, -1.52),
    ),
)
