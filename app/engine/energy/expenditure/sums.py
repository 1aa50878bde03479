"""Covariances of what adds up from day to day: errors of intake and wanderings of expenditure.

Everything is summed over the days between a morning and this one, and is negative for days to
come. `place` is an index into arrays by lag; `now` is the place of the day asked.
"""

import math

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Days = npt.NDArray[np.intp]


def since(by_lag: Array, now: int) -> Array:
    """By lag: the sum over the days from that morning to this one."""
    total = np.cumsum(by_lag)
    return np.asarray(total - total[now])


def independent(variance: Array) -> Array:
    """Covariance of sums of independent errors, from the variance summed since each day."""
    size = np.abs(variance)
    return np.asarray(0.5 * (size[:, None] + size - np.abs(variance[:, None] - variance)))


def lasting(on: npt.NDArray[np.bool_], days: float, now: int, place: Days) -> Array:
    """Covariance of sums, over the days by lag that are `on`, of an error of variance 1.

    The error forgets in `days`. `now` is the place of the day asked, `place` that of each mass.
    """
    day = np.flatnonzero(on)
    total = np.zeros((len(day) + 1, len(day) + 1))
    total[1:, 1:] = np.exp(-np.abs(day[:, None] - day) / days).cumsum(0).cumsum(1)
    counted = np.cumsum(on)
    upto, then = counted[place], counted[now]
    return np.asarray(
        total[np.ix_(upto, upto)] - total[upto, then, None] - total[then, upto] + total[then, then]
    )


def wander(lag: Days, days: float, own: float, now: float) -> Array:
    """Covariance of what a wander of variance 1 does to each mass and, last, to expenditure now.

    The wander is an Ornstein-Uhlenbeck process that forgets in `days`; a kilocalorie of it takes
    `own` kg away in a day and counts `now` in expenditure.
    """
    count = len(lag)
    decay = math.exp(-1.0 / days)
    variance = _variance_of_sum(int(np.abs(lag).max() + np.ptp(lag)) + 1, decay)
    size = variance[np.abs(lag)]
    covariance = np.empty((count + 1, count + 1))
    between = variance[np.abs(lag[:, None] - lag)]
    covariance[:count, :count] = 0.5 * own**2 * (size[:, None] + size - between)
    covariance[count, :count] = covariance[:count, count] = own * now * _with_now(lag, decay)
    covariance[count, count] = now**2
    return covariance


def _variance_of_sum(length: int, decay: float) -> Array:
    """Of 0, 1, 2 ... days on end: n + 2 Σ (n - k) decay^k."""
    count = np.arange(length, dtype=np.float64)
    tail = decay * (1.0 - decay**count) / (1.0 - decay) ** 2
    return np.asarray(count * (1.0 + decay) / (1.0 - decay) - 2.0 * tail)


def _with_now(lag: Days, decay: float) -> Array:
    """Covariance of the wander today with its sum since each day."""
    past = decay * (1.0 - decay ** np.maximum(lag, 0)) / (1.0 - decay)
    coming = (1.0 - decay ** np.maximum(-lag, 0)) / (1.0 - decay)
    return np.asarray(past - coming)
