"""What this lifter will do at a load of their own choosing.

People choose a load for a range, stop at a target, and repeat themselves, so repetitions hardly
fall with load in real logs, and a load that differs carries news about the day. The answer is a
probability of each whole number: a mixture of the numbers done before, each the likelier the
nearer in time and load, and of a Gaussian process over time and log load; times the popularity
of the number itself. A description without physics: never prescribe from it (`capacity` is for
that). Why, with figures: docs/science/habit.md.
"""

from dataclasses import dataclass

import numpy as np

from app.engine.strength.habit_constants import CONSTANTS, HabitConstants
from app.engine.strength.history import MOST_REPETITIONS, Floats, History

TOP_SETS = 25
"""More did not help."""
MEAN_REPETITIONS = 9.0
WIDEST = 0.5
"""Distance in log load from which a repeated number says no less."""
WHOLE = 0.1
"""Half the width over which a whole number's probability is spread for the median, which so
stays near whole numbers and still moves without jumps [repetitions]."""
TAIL = 0.12
"""Probability below and above the interval before half a repetition is taken off each end."""

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
    top = history.top[-TOP_SETS:]
    offset = history.log_load[top] - log_loads[:, None]
    masses = distribution(history.days_ago[-TOP_SETS:], offset, history.repetitions[top])
    return quantiles(masses)


def quantiles(masses: Floats) -> Habit:
    """The interval holds the truth within half a repetition, as repetitions are whole."""
    value = quantile(masses, 0.5, WHOLE)
    low = np.minimum(quantile(masses, TAIL, 0.5) + 0.5, value)
    high = np.maximum(quantile(masses, 1.0 - TAIL, 0.5) - 0.5, value)
    return Habit(value, low, high)


def quantile(masses: Floats, probability: float, half_width: float) -> Floats:
    """Quantile where each whole number's mass is spread evenly over +- half_width around it."""
    cumulative = np.cumsum(masses, axis=-1)
    place = np.minimum(np.sum(cumulative < probability, axis=-1), len(COUNTS) - 1)[..., None]
    mass = np.take_along_axis(masses, place, -1)[..., 0]
    below = np.take_along_axis(cumulative, place, -1)[..., 0] - mass
    share = np.clip((probability - below) / np.maximum(mass, 1e-12), 0.0, 1.0)
    return np.asarray(COUNTS[place[..., 0]] + (2.0 * share - 1.0) * half_width)


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
    log_weight = (
        c.repeat_near * np.exp(-apart / c.repeat_length)
        - c.repeat_decay * rank
        + c.repeat_last * (rank == 0.0)
    )
    centre = np.append(repetitions + c.repeat_slope * offset, smooth[..., None], axis=-1)
    spread = np.append(
        c.repeat_spread * np.exp(c.repeat_widening * np.minimum(apart, WIDEST)),
        c.smooth_spread * np.sqrt(variance)[..., None],
        axis=-1,
    )
    smooth_weight = np.full_like(smooth[..., None], c.smooth_weight)
    log_weight = np.append(log_weight, smooth_weight, axis=-1)
    weight = np.exp(log_weight - log_weight.max(axis=-1, keepdims=True))
    return popular(mixed(weight, np.clip(centre, 0.5, MOST_REPETITIONS + 0.5), spread), c)


def smooth_prediction(
    days_ago: Floats, offset: Floats, repetitions: Floats, c: HabitConstants
) -> tuple[Floats, Floats]:
    """Mean and variance of a Gaussian process over days and log load, at offset 0, now.

    A level, a slope, days that pass (Ornstein-Uhlenbeck), and what is peculiar to a load.
    """
    days_apart = np.abs(days_ago[..., :, None] - days_ago[..., None, :])
    load_apart = (offset[..., :, None] - offset[..., None, :]) / c.local_length
    own = (
        c.level_variance
        + c.slope_variance * offset[..., :, None] * offset[..., None, :]
        + c.day_variance * np.exp(-days_apart / c.day_days)
        + c.local_variance * np.exp(-days_apart / c.local_days - 0.5 * load_apart**2)
        + c.noise_variance * np.eye(offset.shape[-1])
    )
    cross = (
        c.level_variance
        + c.day_variance * np.exp(-days_ago / c.day_days)
        + c.local_variance * np.exp(-days_ago / c.local_days - 0.5 * (offset / c.local_length) ** 2)
    )
    weights = np.linalg.solve(own, cross[..., None])[..., 0]
    surprise = repetitions - MEAN_REPETITIONS + c.slope * offset
    prior = c.level_variance + c.day_variance + c.local_variance + c.noise_variance
    variance = prior - np.sum(weights * cross, axis=-1)
    return MEAN_REPETITIONS + np.sum(weights * surprise, axis=-1), variance


def mixed(weight: Floats, centre: Floats, spread: Floats) -> Floats:
    """Mass of each whole number in a mixture of logistic distributions."""
    steps = 1.7 * (EDGES - centre[..., None]) / spread[..., None]
    below = 0.5 + 0.5 * np.tanh(0.5 * steps)
    mixture = np.einsum("...s,...sk->...k", weight, below) / np.sum(weight, axis=-1)[..., None]
    mixture[..., 0], mixture[..., -1] = 0.0, 1.0
    return np.diff(mixture, axis=-1)


def popular(masses: Floats, c: HabitConstants) -> Floats:
    """Masses weighted by how much people like each number: 5, 8, 10, 12, 15."""
    last = len(c.popularity) - 1
    liked = np.exp(np.array(c.popularity))[np.minimum(np.arange(len(COUNTS)), last)]
    wanted = masses * liked
    return np.asarray(wanted / np.sum(wanted, axis=-1, keepdims=True))
