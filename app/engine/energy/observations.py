"""From a read log to the arrays of the filter, with stand-ins for unlogged days."""

import math
from datetime import date
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from app.engine.energy.filter import ADAPTATION, Observations
from app.engine.energy.log import Array, IntakeLog, WeighingLog

LOGGING_ERROR_SHARE = 0.6
"""Share of the day-to-day scatter of logged intake that is taken as error of logging."""
LOGGING_ERROR_RANGE = (0.05, 0.25)
"""Of mean intake; diligent logs miss by 10 to 30 % a day."""
UNLOGGED_SD_SHARE = 0.08
"""How far the mean of unlogged days may be from that of the logged ones around them."""
NEVER_LOGGED_SD_SHARE = 0.3
"""The same, of expenditure, where nothing at all is logged."""
STAND_IN_DAYS = 14.0
"""Time scale over which logged days stand in for unlogged ones."""
STAND_IN_FLOOR = 0.01
"""Weight of energy balance beside the logged days, whose weight is 1 each on the day itself."""
SCATTER_SHARE = 0.25
SCATTER_PRIOR_DAYS = 4.0
"""Day-to-day scatter assumed, and the number of days that this assumption is worth."""
ADAPTATION_DAYS = 14.0
"""Time constant of adaptation; Hall (2011) eq. 7."""
WATER_DAYS = 1.5
"""Time constant of glycogen and extracellular water; about a day in Hall (2011) eqs 1 and 2."""


START_SD_SHARE = 0.1
"""How far people are from energy balance in the days before they begin to log."""
SINGLE_DAYS = 42
BLOCK_DAYS = 3
"""Weighings of the last six weeks are taken singly, older ones in blocks of three days."""
FOOD_COST_SHARE = 0.1 / ADAPTATION
"""Share of the adaptation that follows at once: the cost of digesting food."""


def observe(
    weighings: WeighingLog, intake: IntakeLog, on: date, prior: tuple[float, float]
) -> Observations:
    """The log as arrays by lag; `prior`: mean and sd of expenditure at energy balance [kcal/d]."""
    balanced_kcal, balanced_sd = prior
    lag_days, body_mass_kg, counts = _pooled(weighings, on)
    logged = _logged_by_lag(intake, on, int(lag_days[0]) + 1)
    known = np.isfinite(logged)
    stand_in = _stand_in(logged, known, balanced_kcal)
    filled = np.where(known, logged, stand_in)
    scatter = _scatter(logged[known] - stand_in[known], balanced_kcal)
    fast = _smoothed(filled, WATER_DAYS, balanced_kcal)
    slow = _smoothed(filled, ADAPTATION_DAYS, balanced_kcal)
    unlogged_sd_share = UNLOGGED_SD_SHARE if known.any() else NEVER_LOGGED_SD_SHARE
    return Observations(
        lag_days=lag_days,
        body_mass_kg=body_mass_kg,
        weighings=counts,
        intake_kcal=filled,
        intake_variance=np.where(known, _logging_error(scatter, balanced_kcal), scatter) ** 2,
        unlogged=(~known).astype(np.float64),
        unlogged_sd_kcal=unlogged_sd_share * balanced_kcal,
        habitual_kcal=FOOD_COST_SHARE * fast + (1.0 - FOOD_COST_SHARE) * slow,
        water_drive=fast / balanced_kcal - 1.0,
        start_share=np.exp((lag_days - lag_days[0]) / WATER_DAYS),
        start_sd=math.hypot(balanced_sd / balanced_kcal, START_SD_SHARE),
    )


def _pooled(weighings: WeighingLog, on: date) -> tuple[Array, Array, Array]:
    """Lag, mass and number of weighings; older days are averaged by threes, to bound the cost."""
    lag = np.array([(on - day.weighed_on).days for day in weighings.days], dtype=np.intp)
    mass = np.array([day.body_mass_kg for day in weighings.days])
    block = np.where(lag < SINGLE_DAYS, lag, SINGLE_DAYS + (lag - SINGLE_DAYS) // BLOCK_DAYS)
    block = block.max() - block
    size = np.bincount(block)
    filled = size > 0
    counts = np.array([float(len(day.ids)) for day in weighings.days])
    lags = np.bincount(block, lag.astype(np.float64))[filled] / size[filled]
    masses = (np.bincount(block, mass)[filled] / size[filled]).astype(np.float64)
    weighings_in_block = np.bincount(block, counts)[filled].astype(np.float64)
    return np.rint(lags), masses, weighings_in_block


def _logged_by_lag(intake: IntakeLog, on: date, length: int) -> Array:
    """Energy by lag, NaN where nothing usable was logged."""
    logged = np.full(length, np.nan)
    for day, energy_kcal in intake.energy_kcal.items():
        if (lag := (on - day).days) < length:
            logged[lag] = energy_kcal
    return logged


def _stand_in(logged: Array, known: npt.NDArray[np.bool_], balanced_kcal: float) -> Array:
    """Mean of the logged days around each day; far from all of them, energy balance."""
    days = np.arange(len(logged), dtype=np.float64)
    weight = np.exp(-np.abs(days[:, None] - days[None, known]) / STAND_IN_DAYS)
    total = weight @ logged[known] + STAND_IN_FLOOR * balanced_kcal
    return np.asarray(total / (weight.sum(axis=1) + STAND_IN_FLOOR))


def _scatter(residuals: Array, balanced_kcal: float) -> float:
    """Standard deviation of intake from day to day [kcal]; assumed where there are few days."""
    assumed = SCATTER_SHARE * balanced_kcal
    total = float(residuals @ residuals) + SCATTER_PRIOR_DAYS * assumed**2
    return float(np.sqrt(total / (len(residuals) + SCATTER_PRIOR_DAYS)))


def _logging_error(scatter_kcal: float, balanced_kcal: float) -> float:
    low, high = (share * balanced_kcal for share in LOGGING_ERROR_RANGE)
    return min(max(LOGGING_ERROR_SHARE * scatter_kcal, low), high)


def _smoothed(by_lag: Array, days: float, start: float) -> Array:
    """Exponential mean, by lag, of the intake of the days before each morning."""
    gain = 1.0 - math.exp(-1.0 / days)
    oldest_first = by_lag[:0:-1].tolist()
    means = accumulate(oldest_first, lambda mean, kcal: mean + gain * (kcal - mean), initial=start)
    return np.array(list(means))[::-1]
