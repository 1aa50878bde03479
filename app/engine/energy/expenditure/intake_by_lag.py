"""Intake day by day: what was logged, what stands in for it where not, and what it works on."""

import math
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from app.engine.energy.expenditure.log import Log
from app.engine.energy.expenditure.scatter import Scatter
from app.engine.energy.expenditure.sums import Array

ADAPTATION = 0.24
"""Share of a change of intake that expenditure follows: food's own cost 0.1, adaptation 0.14.

Hall et al. (2011) Lancet 378:826, web appendix eqs 6 and 7.
"""
ADAPTATION_DAYS = 14.0
"""Time constant of adaptation; Hall (2011) eq. 7."""
FOOD_COST_SHARE = 0.1 / ADAPTATION
"""Share of the adaptation that follows at once: the cost of digesting food."""
STAND_IN_DAYS = 14.0
"""Time scale over which logged days stand in for unlogged ones."""
STAND_IN_FLOOR = 0.01
"""Weight of energy balance beside the logged days, whose weight is 1 each on the day itself."""
SCATTER_SHARE = 0.25
SCATTER_PRIOR_DAYS = 4.0
"""Day-to-day scatter assumed, and the number of days that this assumption is worth."""
LOGGING_ERROR_RANGE = (0.05, 0.25)
"""Of mean intake; diligent logs miss by 10 to 30 % a day."""


@dataclass(frozen=True, slots=True)
class IntakeByLag:
    """Arrays by lag, from the last day that is asked about to the oldest."""

    kcal: Array
    """Logged, or what stands in for it."""
    variance: Array
    """[kcal²]"""
    unlogged: npt.NDArray[np.bool_]
    """Where no usable intake was logged."""
    habitual_kcal: Array
    """What expenditure has adapted to [kcal/d]."""
    drive: Array
    """Intake of the last days over energy balance, less 1: it moves water."""
    lasting_drive: Array
    """The same of the last weeks."""

    @property
    def ever_logged(self) -> bool:
        """Where not, expenditure is out of sight: weight goes on by itself."""
        return not bool(self.unlogged.all())


def intake_by_lag(
    log: Log, ahead_days: int, length: int, balanced_kcal: float, scatter: Scatter
) -> IntakeByLag:
    """`length` days that begin `ahead_days` after the day asked; balance is that of the prior."""
    logged = _logged(log, ahead_days, length)
    known = np.isfinite(logged)
    stand_in = _stand_in(logged, known, balanced_kcal)
    filled = np.where(known, logged, stand_in)
    daily = _daily_scatter(logged[known] - stand_in[known], balanced_kcal)
    error = _held(scatter.logging_error * daily, balanced_kcal)
    fast = _smoothed(filled, scatter.glycogen_days, balanced_kcal)
    slow = _smoothed(filled, ADAPTATION_DAYS, balanced_kcal)
    return IntakeByLag(
        filled,
        np.where(known, error, daily) ** 2,
        ~known,
        FOOD_COST_SHARE * fast + (1.0 - FOOD_COST_SHARE) * slow,
        fast / balanced_kcal - 1.0,
        slow / balanced_kcal - 1.0,
    )


def _logged(log: Log, ahead_days: int, length: int) -> Array:
    """Energy by lag, NaN where nothing usable was logged."""
    logged = np.full(length, np.nan)
    for day, energy_kcal in log.intake.energy_kcal.items():
        if 0 <= (place := (log.on - day).days + ahead_days) < length:
            logged[place] = energy_kcal
    return logged


def _stand_in(logged: Array, known: npt.NDArray[np.bool_], balanced_kcal: float) -> Array:
    """Mean of the logged days around each day; far from all of them, energy balance."""
    days = np.arange(len(logged), dtype=np.float64)
    weight = np.exp(-np.abs(days[:, None] - days[None, known]) / STAND_IN_DAYS)
    total = weight @ logged[known] + STAND_IN_FLOOR * balanced_kcal
    return np.asarray(total / (weight.sum(axis=1) + STAND_IN_FLOOR))


def _daily_scatter(residuals: Array, balanced_kcal: float) -> float:
    """Standard deviation of intake from day to day [kcal]; assumed where there are few days."""
    assumed = SCATTER_SHARE * balanced_kcal
    total = float(residuals @ residuals) + SCATTER_PRIOR_DAYS * assumed**2
    return float(np.sqrt(total / (len(residuals) + SCATTER_PRIOR_DAYS)))


def _held(error_kcal: float, balanced_kcal: float) -> float:
    low, high = (share * balanced_kcal for share in LOGGING_ERROR_RANGE)
    return min(max(error_kcal, low), high)


def _smoothed(by_lag: Array, days: float, start: float) -> Array:
    """Exponential mean, by lag, of the intake of the days before each morning."""
    gain = 1.0 - math.exp(-1.0 / days)
    oldest_first = by_lag[:0:-1].tolist()
    means = accumulate(oldest_first, lambda mean, kcal: mean + gain * (kcal - mean), initial=start)
    return np.array(list(means))[::-1]
