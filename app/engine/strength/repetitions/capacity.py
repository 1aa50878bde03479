"""What this lifter could do at any load, taken to failure: physics, with uncertainty.

A Gaussian process over days and log load learns the lifter's strength (log one-repetition maximum
by Epley's curve) as each load shows it, so that their own curve may be flatter than Epley's where
they have lifted; beyond, Epley's holds. Then, over a ladder of loads, chances are made to fall
with load wherever the data alone would let them rise. Why, with figures: docs/science/capacity.md.
"""

from dataclasses import dataclass

import numpy as np

from app.engine.answer import Z_80_PERCENT
from app.engine.strength.maximum.repmax import EPLEY_REPETITIONS
from app.engine.strength.repetitions.capacity_constants import CONSTANTS, CapacityConstants
from app.engine.strength.repetitions.effort import Effort, effort_of
from app.engine.strength.repetitions.history import Floats, History

LOGISTIC = 1.702
"""Makes the logistic distribution as wide as the normal."""

COUNTS = np.arange(1.0, 21.0)
"""The k of P(capacity >= k)."""
MOST_REPETITIONS = 100.0
"""Where the curve ends: longer sets are another sport."""


@dataclass(frozen=True, slots=True)
class Bend:
    """Over how much log load beyond the loads lifted the lifter's own curve gives way to Epley's.

    Loads that differ show how flat a lifter's curve is, so the more they differ the further it
    carries; who has lifted one load only has shown nothing.
    """

    least: float
    per_range: float
    """For each unit of log load between the lightest and the heaviest load lifted."""
    most: float

    def length(self, lifted_range: Floats) -> Floats:
        return np.minimum(self.least + self.per_range * lifted_range, self.most)


HEAVIER, LIGHTER = Bend(0.09, 1.0, 0.5), Bend(0.15, 3.0, 1.5)
"""A load that is prescribed is heavier, so the bend upwards is short: it makes the chances of
programmes come true (docs/science/capacity.md)."""

EPLEY_FROM_KG, LESS_PER_LOG, LEAST_CURVE = 100.0, 7.0, 8.0
"""Exercises with lighter loads have a shorter curve: limbs and handles weigh too, so the same
share of the load is less of what is lifted. Searched with the constants (benchmarks/)."""

ABOVE = np.array([0.025, 0.06, 0.1, 0.16, 0.25, 0.4, 0.6, 0.9, 1.4])
BELOW = np.array([0.03, 0.08, 0.15, 0.25, 0.4, 0.65, 1.0, 1.6, 2.5])
"""Rungs of the ladder beyond the loads lifted [log load]."""

_LONG = np.array([21.5, 24.0, 27.0, 31.0, 36.0, 43.0, 52.0, 65.0, 80.0])
LEVELS = np.concatenate([[0.0], COUNTS - 0.5, [20.5], _LONG, [MOST_REPETITIONS]])
"""Repetitions at which chances are kept."""

UPWARD = 2.0
"""Growth of the spread above the median where every set had more in reserve than people can tell:
such a set is a lower bound. A choice of ours."""
WHOLE = 0.5
"""Taken off each end of the interval: repetitions are whole, so it holds the truth within half of
one [repetitions]."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """Median, 80 % interval and P(capacity >= k), one row a load asked."""

    value: Floats
    low: Floats
    high: Floats
    chance: Floats


def capacity_at(history: History, log_loads: Floats) -> Capacity:
    """Repetitions to failure at each load asked [log kg]."""
    effort = effort_of(history)
    rungs = ladder(effort.log_load)
    return read_off(rungs, *strength_at(effort, rungs), effort, log_loads)


def read_off(
    rungs: Floats,
    mean: Floats,
    spread: Floats,
    effort: Effort,
    log_loads: Floats,
    fewer: float = 0.0,
) -> Capacity:
    """Repetitions at the loads asked, from log strength and its spread at each rung.

    `fewer` repetitions are taken off.
    """
    curve = curve_of(effort.log_load)
    need = np.log1p((LEVELS + fewer) / curve)
    score = monotone((rungs[:, None] + need - mean[:, None]) / spread[:, None])
    asked = between(rungs, score, spread, log_loads)
    upward = asked / np.where(asked > 0.0, 1.0 + UPWARD * effort.beyond_called(), 1.0)
    chance = 1.0 / (1.0 + np.exp(np.clip(LOGISTIC * upward[:, 1:21], -700.0, 700.0)))
    value = np.maximum(at_score(asked, 0.0, need, curve) - fewer, 0.0)
    low = np.minimum(at_score(asked, -Z_80_PERCENT, need, curve) - fewer + WHOLE, value)
    high = np.maximum(at_score(upward, Z_80_PERCENT, need, curve) - fewer - WHOLE, value)
    return Capacity(value, low, high, chance)


def curve_of(log_loads: Floats) -> Floats:
    """Repetitions to failure with half of the maximum: Epley's 30 for heavy exercises, less for
    light ones, by the heaviest load lifted."""
    less = LESS_PER_LOG * (np.log(EPLEY_FROM_KG) - log_loads.max(axis=-1, keepdims=True))
    return np.asarray(np.clip(EPLEY_REPETITIONS - less, LEAST_CURVE, EPLEY_REPETITIONS))


def ladder(log_loads: Floats) -> Floats:
    """Loads lifted, those midway between them, and rungs beyond; ascending [log kg]."""
    lifted = np.unique(log_loads)
    midway = 0.5 * (lifted[1:] + lifted[:-1])
    inner = np.sort(np.concatenate([lifted, midway]))
    return np.concatenate([lifted[0] - BELOW[::-1], inner, lifted[-1] + ABOVE])


def strength_at(
    effort: Effort, asked: Floats, c: CapacityConstants = CONSTANTS
) -> tuple[Floats, Floats]:
    """Mean and standard deviation of log strength [log kg] as each load asked would show it.

    Axes before the last one run over questions, if any.
    """
    possible, load = effort.possible(c), effort.log_load
    curve = curve_of(load)
    scale = 1.0 / (curve + possible)
    strength = load + np.log1p(possible / curve)
    tilt, asked_tilt = tilts(load, load), tilts(load, asked)
    middle = strength.mean(axis=-1, keepdims=True)
    surprise = strength - middle - c.tilt * tilt
    bias, noise = effort.bias(c) * scale, (effort.noise(c) * scale) ** 2
    own = covariance(effort.days_ago, load, tilt, c) + bias[..., :, None] * bias[..., None, :]
    diagonal = np.arange(load.shape[-1])
    own[..., diagonal, diagonal] += noise
    short = np.linalg.solve(own, surprise[..., None])[..., 0] < 0.0
    own[..., diagonal, diagonal] += np.where(short, (1.0 - effort.known) * c.plain_slack * noise, 0)
    load_apart = (asked[..., :, None] - load[..., None, :]) / c.local_length
    local = c.local_variance * np.exp(-effort.days_ago / c.local_days)
    cross = (
        c.level_variance
        + c.day_variance * np.exp(-effort.days_ago / c.day_days)[..., None, :]
        + c.tilt_variance * asked_tilt[..., :, None] * tilt[..., None, :]
        + local[..., None, :] * np.exp(-0.5 * load_apart**2)
    )
    weights = np.swapaxes(np.linalg.solve(own, np.swapaxes(cross, -1, -2)), -1, -2)
    mean = middle + c.tilt * asked_tilt + (weights @ surprise[..., None])[..., 0]
    prior = c.level_variance + c.tilt_variance * asked_tilt**2 + c.day_variance + c.local_variance
    variance = prior - (cross * weights).sum(axis=-1)
    repetitions = curve * np.expm1(np.clip(mean - asked, 0.0, 5.0))
    day_noise = c.known_noise / (curve + repetitions)
    return mean, np.sqrt(np.maximum(variance, 0.0) + day_noise**2)


def tilts(lifted: Floats, asked: Floats) -> Floats:
    """Log load from the last one lifted, bent to a constant beyond all that were lifted."""
    low, high = lifted.min(axis=-1, keepdims=True), lifted.max(axis=-1, keepdims=True)
    heavier, lighter = HEAVIER.length(high - low), LIGHTER.length(high - low)
    above = heavier * np.tanh(np.maximum(asked - high, 0.0) / heavier)
    below = lighter * np.tanh(np.maximum(low - asked, 0.0) / lighter)
    return np.asarray(np.clip(asked, low, high) - lifted[..., -1:] + above - below)


def covariance(days_ago: Floats, load: Floats, tilt: Floats, c: CapacityConstants) -> Floats:
    """Prior covariance of log strength between sessions."""
    days_apart = np.abs(days_ago[..., :, None] - days_ago[..., None, :])
    load_apart = (load[..., :, None] - load[..., None, :]) / c.local_length
    return np.asarray(
        c.level_variance
        + c.tilt_variance * tilt[..., :, None] * tilt[..., None, :]
        + c.day_variance * np.exp(-days_apart / c.day_days)
        + c.local_variance * np.exp(-days_apart / c.local_days - 0.5 * load_apart**2)
    )


def monotone(score: Floats) -> Floats:
    """The nearest scores that never fall with load: midway between the least and the greatest."""
    rising = np.maximum.accumulate(score, axis=0)
    falling = np.minimum.accumulate(score[::-1], axis=0)[::-1]
    return np.asarray(0.5 * (rising + falling))


def between(rungs: Floats, score: Floats, spread: Floats, asked: Floats) -> Floats:
    """Scores at the loads asked: straight lines between rungs, and on beyond the ends."""
    right = np.clip(np.searchsorted(rungs, asked), 1, len(rungs) - 1)
    left = right - 1
    inside = np.clip(asked, rungs[0], rungs[-1])
    share = ((inside - rungs[left]) / (rungs[right] - rungs[left]))[:, None]
    line = score[left] * (1.0 - share) + score[right] * share
    end = np.where(asked > rungs[-1], spread[-1], spread[0])
    return np.asarray(line + ((asked - inside) / end)[:, None])


def at_score(scores: Floats, wanted: float, need: Floats, curve: Floats) -> Floats:
    """Repetitions whose score is the one wanted, for each row of scores over LEVELS."""
    logs = [np.interp(wanted, row, need) for row in scores]
    return np.asarray(curve * np.expm1(np.array(logs, dtype=float)))
