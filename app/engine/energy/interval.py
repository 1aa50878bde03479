"""Intervals of the energy answers: normal, at the level of every answer."""

from app.engine.answer import Z_80_PERCENT, Estimate


def normal_estimate(value: float, sd: float, *, at_least: float | None = None) -> Estimate:
    """An 80 % interval around `value`, cut off below `at_least` where that is given."""
    half = Z_80_PERCENT * sd
    low = value - half if at_least is None else max(value - half, min(at_least, value))
    return Estimate(value, low, value + half)


def standard_deviation(estimate: Estimate) -> float:
    """The standard deviation that a normal interval stands for; its upper half is never cut."""
    return (estimate.high - estimate.value) / Z_80_PERCENT


def shifted(estimate: Estimate, by: float) -> Estimate:
    """The same interval moved along."""
    return Estimate(estimate.value + by, estimate.low + by, estimate.high + by, estimate.level)
