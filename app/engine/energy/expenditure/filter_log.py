"""The filter run on a read log, averaged over how bodies and lives scatter."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.engine.answer import INTERVAL_LEVEL, Estimate
from app.engine.energy.expenditure.filter import Posterior, condition
from app.engine.energy.expenditure.log import Log
from app.engine.energy.expenditure.mixture import mixture_quantile
from app.engine.energy.expenditure.observations import Asked, observe
from app.engine.energy.expenditure.scatter import SCATTER, Scatter, noises
from app.engine.energy.expenditure.sums import Array
from app.engine.energy.interval import normal_estimate

LEAST_PRIOR_KCAL_PER_DAY = 500.0
"""Nobody spends less; it keeps shares of the prior finite for absurd athletes and logs."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed before the log is read."""

    mean_kcal_per_day: float
    """Expenditure at energy balance."""
    sd_kcal_per_day: float
    kcal_per_kg: float
    """Energy of a kilogram of change."""


@dataclass(frozen=True, slots=True)
class Filtered:
    """The masses asked for [kg] and expenditure on the day asked."""

    mass_kg: Array
    mass_covariance: Array
    """[kg²]"""
    expenditure: Estimate
    """[kcal/d]; may reach below 0 where the log errs."""

    @property
    def body_mass_kg(self) -> float:
        """The first that was asked for."""
        return float(self.mass_kg[0])

    def sd_kg(self, index: int) -> float:
        return math.sqrt(max(float(self.mass_covariance[index, index]), 0.0))

    def estimate(self, index: int) -> Estimate:
        """Of one of the masses."""
        return normal_estimate(float(self.mass_kg[index]), self.sd_kg(index), at_least=0.0)


NOW = (Asked(0),)


def filter_log(
    log: Log, prior: Prior, asked: Sequence[Asked] = NOW, scatter: Scatter = SCATTER
) -> Filtered:
    """What a log of at least one weighing says."""
    mean_kcal = max(prior.mean_kcal_per_day, LEAST_PRIOR_KCAL_PER_DAY)
    balanced = (mean_kcal, prior.sd_kcal_per_day)
    seen, masses = observe(log, balanced, asked, scatter)
    posterior = condition(seen, masses, balanced, prior.kcal_per_kg)
    weight = _weights(posterior, scatter)
    mean, covariance = _mixed(posterior, weight)
    return Filtered(mean[:-1], covariance[:-1, :-1], _expenditure(posterior, weight))


def _weights(posterior: Posterior, scatter: Scatter) -> Array:
    """Of each noise: its share of people times how likely it makes the log."""
    likelihood = np.exp(posterior.log_likelihood - posterior.log_likelihood.max())
    weight = likelihood * [noise.share for noise in noises(scatter)]
    return np.asarray(weight / weight.sum())


def _mixed(posterior: Posterior, weight: Array) -> tuple[Array, Array]:
    """Mean and covariance of the mixture."""
    mean = weight @ posterior.mean
    off = posterior.mean - mean
    within = np.tensordot(weight, posterior.covariance, 1)
    return mean, within + (weight[:, None] * off).T @ off


def _expenditure(posterior: Posterior, weight: Array) -> Estimate:
    """Median and interval of the mixture: settled and changing lives differ widely in spread."""
    sd = np.sqrt(np.maximum(posterior.covariance[:, -1, -1], 0.0))
    parts = (weight.tolist(), posterior.mean[:, -1].tolist(), sd.tolist())
    tail = (1.0 - INTERVAL_LEVEL) / 2.0
    low, value, high = (mixture_quantile(p, *parts) for p in (tail, 0.5, 1.0 - tail))
    return Estimate(value, low, high)
