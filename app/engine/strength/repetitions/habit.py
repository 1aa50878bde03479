"""What this lifter will do at a load of their own choosing.

People choose a load for a range, stop at a target, and repeat themselves, so repetitions hardly
fall with load in real logs, and a load that differs carries news about the day. The answer is a
probability of each whole number: a mixture of the numbers done before, each the likelier the
nearer in time and load, and of a Gaussian process over time and log load; times the popularity
of the number itself, with everybody and with this lifter. A description without physics: never
prescribe from it (`capacity` is for that). Why, with figures: docs/science/habit.md.
"""

from dataclasses import dataclass

import numpy as np

from app.engine.strength.repetitions.habit_constants import CONSTANTS, HabitConstants
from app.engine.strength.repetitions.history import MOST_REPETITIONS, Floats, History

MEAN_REPETITIONS = 9.0
WIDEST = 0.5
"""Distance in log load from which a repeated number says no less."""
WHOLE = 0.05
"""Half the width over which a whole number's probability is spread for the median, which so
stays near whole numbers and still moves without jumps [repetitions]."""
TAIL, TAIL_STEADY, TAIL_DAYS = 0.165, 0.7, 120.0
"""Probability left out at each end of the interval; its growth with steadiness, as a steady
lifter's distribution is wider than the lifter; and the days away after which it is halved."""
LEAST_TAIL, MOST_TAIL = 0.02, 0.49
STEADY, STEADY_SESSIONS = 0.45, 4.0
"""Share of sessions that repeat the number before, of most lifters, and its weight in sessions."""

COUNTS = np.arange(1.0, MOST_REPETITIONS + 1.0)
EDGES = np.arange(0.0, MOST_REPETITIONS + 1.0) + 0.5


@dataclass(frozen=True, slots=True)
class Habit:
    """Median and 80 % interval of repetitions, one entry a load asked."""

    value: Floats
    low: Floats
    high: Floats


def habit_at(history: History, log_loads: Floats) -> Habit:
    """Repetitions of the next top set at each load asked [log kg]."""
    top = history.top
    return after(history.days_ago, history.log_load[top], history.repetitions[top], log_loads)


def after(days_ago: Floats, log_load: Floats, repetitions: Floats, log_loads: Floats) -> Habit:
    """The same from the sets that are to be repeated, oldest first."""
    masses = distribution(days_ago, log_load - log_loads[:, None], repetitions)
    return quantiles(masses, steadiness(repetitions), days_ago[-1:])


def quantiles(masses: Floats, steady: Floats, gap_days: Floats) -> Habit:
    """Half a repetition is taken off each end of the interval: repetitions are whole, so it holds
    the truth within half of one."""
    cumulative = np.cumsum(masses, axis=-1)
    tail = (TAIL + TAIL_STEADY * steady) / (1.0 + gap_days / TAIL_DAYS)
    tail = np.clip(tail, LEAST_TAIL, MOST_TAIL)
    value = quantile(masses, cumulative, np.full_like(tail, 0.5), WHOLE)
    low = np.minimum(quantile(masses, cumulative, tail, 0.5) + 0.5, value)
    high = np.maximum(quantile(masses, cumulative, 1.0 - tail, 0.5) - 0.5, value)
    return Habit(value, low, high)


def quantile(masses: Floats, cumulative: Floats, probability: Floats, half_width: float) -> Floats:
    """Quantile where each whole number's mass is spread evenly over +- half_width around it."""
    place = np.minimum((cumulative < probability[..., None]).sum(axis=-1), len(COUNTS) - 1)
    row = np.arange(len(place))
    mass = masses[row, place]
    share = (probability - cumulative[row, place] + mass) / np.maximum(mass, 1e-12)
    return np.asarray(COUNTS[place] + (2.0 * np.clip(share, 0.0, 1.0) - 1.0) * half_width)


def distribution(
    days_ago: Floats, offset: Floats, repetitions: Floats, c: HabitConstants = CONSTANTS
) -> Floats:
    """P(repetitions = k), k = 1 ... MOST_REPETITIONS, at offset 0, now.

    `offset` is the log of an earlier top load over the load asked; its last axis runs over
    sessions, oldest first, those before over questions.
    """
    smooth, variance = smooth_prediction(days_ago, offset, repetitions, c)
    apart = np.abs(offset)
    rank = np.arange(offset.shape[-1] - 1.0, -1.0, -1.0)
    recency = c.repeat_last * (rank == 0.0) - c.repeat_decay * rank
    weight, centre, spread = np.empty((3, *offset.shape[:-1], offset.shape[-1] + 1))
    weight[..., :-1] = np.exp(c.repeat_near * np.exp(-apart / c.repeat_length) + recency)
    steady = steadiness(repetitions)
    weight[..., -1] = np.exp(c.smooth_weight - c.steady_weight * steady)
    centre[..., :-1] = repetitions + c.repeat_slope * offset
    centre[..., -1] = smooth
    spread[..., :-1] = c.repeat_spread * np.exp(c.repeat_widening * np.minimum(apart, WIDEST))
    spread[..., -1] = c.smooth_spread * np.sqrt(variance)
    spread *= np.exp(-c.steady_narrowing * np.asarray(steady))[..., None]
    centre = np.clip(centre, EDGES[0], EDGES[-1])
    return popular(mixed(weight, centre, spread), repetitions, c)


def steadiness(repetitions: Floats) -> Floats:
    """How much more often than most this lifter does the number of the session before.

    Between -0.45 and 0.55; near 0 for a short log.
    """
    repeated = (repetitions[..., 1:] == repetitions[..., :-1]).sum(axis=-1)
    sessions = repetitions.shape[-1] - 1
    return np.asarray((repeated + STEADY_SESSIONS * STEADY) / (sessions + STEADY_SESSIONS) - STEADY)


def smooth_prediction(
    days_ago: Floats, offset: Floats, repetitions: Floats, c: HabitConstants
) -> tuple[Floats, Floats]:
    """Mean and variance of a Gaussian process over days and log load, at offset 0, now.

    A level, a slope, days that pass (Ornstein-Uhlenbeck), and what is peculiar to a load.
    """
    days_apart = np.abs(days_ago[..., :, None] - days_ago[..., None, :])
    load = offset / c.local_length
    own = (
        c.level_variance
        + c.slope_variance * offset[..., :, None] * offset[..., None, :]
        + c.day_variance * np.exp(days_apart * (-1.0 / c.day_days))
        + c.local_variance
        * np.exp(days_apart * (-1.0 / c.local_days))
        * np.exp(-0.5 * (load[..., :, None] - load[..., None, :]) ** 2)
    )
    diagonal = np.arange(offset.shape[-1])
    own[..., diagonal, diagonal] += c.noise_variance
    cross = (
        c.level_variance
        + c.day_variance * np.exp(-days_ago / c.day_days)
        + c.local_variance * np.exp(-days_ago / c.local_days - 0.5 * load**2)
    )
    weights = np.linalg.solve(own, cross[..., None])[..., 0]
    surprise = repetitions - MEAN_REPETITIONS + c.slope * offset
    prior = c.level_variance + c.day_variance + c.local_variance + c.noise_variance
    variance = prior - (weights * cross).sum(axis=-1)
    return MEAN_REPETITIONS + (weights * surprise).sum(axis=-1), variance


def mixed(weight: Floats, centre: Floats, spread: Floats) -> Floats:
    """Mass of each whole number in a mixture of logistic distributions."""
    steps = 1.7 * (EDGES - centre[..., None]) / spread[..., None]
    below = 0.5 + 0.5 * np.tanh(0.5 * steps)
    mixture = (weight[..., None, :] @ below)[..., 0, :] / weight.sum(axis=-1, keepdims=True)
    mixture[..., 0], mixture[..., -1] = 0.0, 1.0
    return np.asarray(mixture[..., 1:] - mixture[..., :-1])


def popular(masses: Floats, repetitions: Floats, c: HabitConstants) -> Floats:
    """Masses weighted by how much people like each number (5, 8, 10, 12, 15), and this lifter."""
    more = len(COUNTS) - len(c.popularity)
    liked = np.exp(np.array(c.popularity + c.popularity[-1:] * more))
    done = (repetitions[..., None] == COUNTS).sum(axis=-2)
    wanted = masses * liked * (done + c.own_floor) ** c.own_power
    return np.asarray(wanted / wanted.sum(axis=-1, keepdims=True))
