"""The filter run on a read log, averaged over how bodies and lives scatter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from app.engine.energy.filter import Noise, Posterior, condition
from app.engine.energy.log import IntakeLog, WeighingLog
from app.engine.energy.observations import observe

NOISES: Sequence[Noise] = (
    Noise(water=0.006, water_per_day=0.65, scale=0.002, wander=0.015, share=0.35),
    Noise(water=0.0035, water_per_day=0.9, scale=0.006, wander=0.015, share=0.25),
    Noise(water=0.009, water_per_day=0.88, scale=0.006, wander=0.02, share=0.3),
    Noise(water=0.0065, water_per_day=0.7, scale=0.0055, wander=0.12, share=0.1),
)
"""Steady and watery bodies, settled and changing lives; the log itself says how likely each is.

Chosen among a grid by the likelihood of four real logs and the coverage of simulated ones.
"""


LEAST_PRIOR_KCAL_PER_DAY = 500.0
"""Nobody spends less; it keeps shares of the prior finite for absurd athletes and logs."""


@dataclass(frozen=True, slots=True)
class Filtered:
    """Body mass [kg] and expenditure [kcal/d] on the day asked: mean and standard deviation."""

    body_mass_kg: float
    body_mass_sd_kg: float
    expenditure_kcal_per_day: float
    expenditure_sd_kcal_per_day: float


def filter_log(
    weighings: WeighingLog,
    intake: IntakeLog,
    on: date,
    prior: tuple[float, float],
    kcal_per_kg: float,
) -> Filtered:
    """What a log of at least one weighing says; `prior` is mean and sd [kcal/d]."""
    prior = (max(prior[0], LEAST_PRIOR_KCAL_PER_DAY), prior[1])
    seen = observe(weighings, intake, on, prior)
    posteriors = condition(seen, prior, kcal_per_kg, NOISES)
    (mass, energy), (mass_sd, energy_sd) = _mixed(posteriors)
    return Filtered(mass, mass_sd, energy, energy_sd)


def _mixed(posteriors: Sequence[Posterior]) -> tuple[list[float], list[float]]:
    """Means and standard deviations of the mixture, each noise weighted by the log's likelihood."""
    log_likelihood = np.array([p.log_likelihood for p in posteriors])
    weight = np.exp(log_likelihood - log_likelihood.max()) * [noise.share for noise in NOISES]
    weight /= weight.sum()
    means = np.array([p.mean for p in posteriors])
    mean = weight @ means
    variance = weight @ (np.array([p.variance for p in posteriors]) + (means - mean) ** 2)
    return mean.tolist(), np.sqrt(variance).tolist()
