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

    own_floor: float
    """Sessions with a number as which one that was never done counts."""
    own_power: float
    """Power of the sessions with a number, by which it is the likelier."""

    popularity: tuple[float, ...]
    """Log weight of doing exactly 1, 2, ... 15 repetitions, then of any more."""


CONSTANTS = HabitConstants(
    slope=13,
    level_variance=6.7,
    slope_variance=4.98,
    day_variance=1.45,
    day_days=45.1,
    local_variance=106,
    local_days=152,
    local_length=0.477,
    noise_variance=12.4,
    repeat_decay=0.237,
    repeat_last=1.02,
    repeat_near=2.83,
    repeat_length=0.382,
    repeat_slope=8,
    repeat_spread=0.163,
    repeat_widening=15.4,
    smooth_weight=4.81,
    smooth_spread=0.307,
    steady_weight=1.72,
    steady_narrowing=0.122,
    own_floor=0.0498,
    own_power=0.25,
    popularity=(
        *(0.21, -0.02, 0.04, -0.23, 0.07, -0.16, -0.29, 0.01, -0.24, 0.42),
        *(-0.15, 0.54, 0.22, 0.43, 0.33, -1.18),
    ),
)
