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

    steady_weight: float
    """Fall of `smooth_weight` for each unit of steadiness."""
    steady_narrowing: float
    """Fall of the log of every spread for each unit of steadiness."""

    popularity: tuple[float, ...]
    """Log weight of doing exactly 1, 2, ... 15 repetitions, then of any more."""


CONSTANTS = HabitConstants(
    slope=19.6,
    level_variance=15.9,
    slope_variance=108,
    day_variance=0.201,
    day_days=39.5,
    local_variance=27.2,
    local_days=96.6,
    local_length=0.515,
    noise_variance=4.29,
    repeat_decay=0.16,
    repeat_last=1.01,
    repeat_near=1.55,
    repeat_length=0.0749,
    repeat_slope=2.5,
    repeat_spread=0.173,
    repeat_widening=6.25,
    smooth_weight=2.78,
    smooth_spread=0.454,
    steady_weight=2.5,
    steady_narrowing=0.276,
    popularity=(
        *(0.39, -0.11, 0.08, -0.18, 0.30, -0.05, -0.28, 0.06, -0.25, 0.51),
        *(-0.20, 0.69, 0.04, 0.24, 0.31, -1.55),
    ),
)
