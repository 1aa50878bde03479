"""Body mass and expenditure from noisy weights and patchy intake: the joint normal model, solved.

The state space (tissue, water, glycogen, expenditure) is written as one multivariate normal over
the weighings and conditioned at once: the same posterior as a Kalman filter on the day asked,
quicker in numpy, and open to irregular days. `docs/science/expenditure.md` gives the equations.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.energy.log import WINDOW_DAYS, Array


@dataclass(frozen=True, slots=True)
class Noise:
    """How bodies and scales scatter: masses as shares of body mass, energies of expenditure."""

    water: float
    """Standard deviation of body water that comes and goes."""
    water_per_day: float
    """Its correlation from one day to the next."""
    scale: float
    """Standard deviation of a single weighing beside it."""
    wander: float
    """Standard deviation of expenditure around the athlete's own level."""
    share: float
    """Of people, believed beforehand to scatter like this."""


@dataclass(frozen=True, slots=True)
class Observations:
    """The log in arrays; lags count days back from the day asked, index 0 being that day."""

    lag_days: Array
    """Of each weighing, falling."""
    body_mass_kg: Array
    weighings: Array
    """Weighings averaged on that day."""
    intake_kcal: Array
    """By lag 0 ... n: logged, or what stands in for it."""
    intake_variance: Array
    """By lag [kcal²]."""
    unlogged: Array
    """By lag: 1 where no usable intake was logged, else 0."""
    unlogged_sd_kcal: float
    """Of the mean of unlogged days around what stands in for them."""
    habitual_kcal: Array
    """By lag: intake that expenditure has adapted to [kcal/d]."""
    water_drive: Array
    """By lag: recent intake above energy balance, as a share of it."""
    start_share: Array
    """Of each weighing: what is left of the water that intake before the log had moved."""
    start_sd: float
    """How far intake before the log was from energy balance, as a share of it."""


@dataclass(frozen=True, slots=True)
class Posterior:
    """Body mass [kg] and expenditure [kcal/d] now, and how likely the log was."""

    mean: Array
    variance: Array
    log_likelihood: float


WANDER_DAYS = 45.0
"""Days over which expenditure forgets, by a factor e, that it was off the athlete's level."""
ADAPTATION = 0.24
"""Share of a change of intake that expenditure follows: food's own cost 0.1, adaptation 0.14.

Hall et al. (2011) Lancet 378:826, web appendix eqs 6 and 7.
"""
MASS_ELASTICITY = 0.6
"""Change of expenditure, in percent, with a percent of body mass; about 20 kcal/d to the kilogram.

Hall et al. (2011), eq. 12, for people of 20 to 30 kg of fat.
"""
GLYCOGEN_WATER_KG = 2.4
GLYCOGEN_WATER_SD_KG = 1.2
"""Mass that moves when intake doubles; Hall (2011) eqs 1 and 2 give 3.6 kg, logs less."""
UNLOGGED_DAYS = 15.0
"""Days over which the mean of unlogged intake forgets, by a factor e, how far off it was."""
RECENT_WEIGHINGS = 5
_START_SD_KG = 10.0
"""Around the median of the last weighings: as good as no prior of body mass."""


def _wander_sums(decay: float) -> tuple[Array, Array]:
    """Covariance of expenditure now with its sum over lags 1 ... l, and of two such sums."""
    lags = np.arange(1, WINDOW_DAYS + 1, dtype=np.float64)
    with_now = np.concatenate(([0.0], np.cumsum(decay**lags)))
    pairs = decay ** np.abs(lags[:, None] - lags[None, :])
    sums = np.zeros((WINDOW_DAYS + 1, WINDOW_DAYS + 1))
    sums[1:, 1:] = pairs.cumsum(0).cumsum(1)
    return with_now, sums


def _pairs(days: float) -> Array:
    lags = np.arange(WINDOW_DAYS + 1, dtype=np.float64)
    return np.asarray(np.exp(-np.abs(lags[:, None] - lags[None, :]) / days))


_UNLOGGED_PAIRS = _pairs(UNLOGGED_DAYS)
_WANDER_WITH_NOW, _WANDER_SUMS = _wander_sums(float(np.exp(-1.0 / WANDER_DAYS)))


@dataclass(frozen=True, slots=True)
class _Joint:
    """Prior moments of (weighings, mass now, expenditure now) that no choice of noise changes."""

    residual_kg: Array
    """Weighings minus what the prior expects."""
    expected: Array
    """Mass and expenditure now."""
    covariance: Array
    """Of the weighings."""
    cross: Array
    """Of the weighings with mass and with expenditure: n by 2."""
    variance: Array
    """Of mass and of expenditure."""
    days_between: Array
    """Of each pair of weighings."""
    wander_sums: Array
    """Covariance of summed expenditure between weighings, for a wander of variance 1."""
    wander_with_now: Array
    """Of summed with present expenditure, likewise."""
    mass_kg: float
    """Median of the last weighings."""
    own: float
    """Mass that a lasting kilocalorie a day of own expenditure takes away in a day."""


def condition(
    seen: Observations,
    prior: tuple[float, float],
    kcal_per_kg: float,
    noises: Sequence[Noise],
) -> list[Posterior]:
    """What the log says of body mass and expenditure on the day asked, for each noise.

    `prior` is mean and standard deviation of expenditure at energy balance [kcal/d].
    """
    joint = _joint(seen, prior, kcal_per_kg)
    return [_posterior(seen, joint, prior[0], noise) for noise in noises]


def _joint(seen: Observations, prior: tuple[float, float], kcal_per_kg: float) -> _Joint:
    prior_kcal, prior_sd = prior
    lag = seen.lag_days.astype(np.intp)
    own = (1.0 - ADAPTATION) / kcal_per_kg
    mass_kg = float(np.median(seen.body_mass_kg[-RECENT_WEIGHINGS:]))
    spent = _expected_expenditure(seen, prior_kcal, mass_kg)
    gained_kg = _sum_before(seen.intake_kcal - spent)[lag] / kcal_per_kg
    drive, drive_now = seen.water_drive[lag], float(seen.water_drive[0])
    glycogen_variance = GLYCOGEN_WATER_SD_KG**2
    mass_cross = _START_SD_KG**2 + glycogen_variance * drive_now * drive
    energy_cross = own * (1.0 - ADAPTATION) * prior_sd**2 * seen.lag_days
    mass_variance = _START_SD_KG**2 + glycogen_variance * drive_now**2
    return _Joint(
        residual_kg=seen.body_mass_kg - (mass_kg - gained_kg + GLYCOGEN_WATER_KG * drive),
        expected=np.array([mass_kg + GLYCOGEN_WATER_KG * drive_now, spent[0]]),
        covariance=_covariance(seen, lag, own * prior_sd, kcal_per_kg),
        cross=np.stack([mass_cross, energy_cross], axis=1),
        variance=np.array([mass_variance, ((1.0 - ADAPTATION) * prior_sd) ** 2]),
        days_between=np.abs(seen.lag_days[:, None] - seen.lag_days[None, :]),
        wander_sums=_WANDER_SUMS[np.ix_(lag, lag)],
        wander_with_now=_WANDER_WITH_NOW[lag],
        mass_kg=mass_kg,
        own=own,
    )


def _expected_expenditure(seen: Observations, prior_kcal: float, mass_kg: float) -> Array:
    """By lag: what the prior expects of expenditure, given body mass and habitual intake."""
    lags = np.arange(len(seen.intake_kcal), dtype=np.float64)
    heavier = np.interp(lags, seen.lag_days[::-1], seen.body_mass_kg[::-1]) / mass_kg - 1.0
    level = prior_kcal * (1.0 + MASS_ELASTICITY * heavier)
    return (1.0 - ADAPTATION) * level + ADAPTATION * seen.habitual_kcal


def _covariance(
    seen: Observations, lag: npt.NDArray[np.intp], level_kg_per_day: float, kcal_per_kg: float
) -> Array:
    """Of the weighings, for what is unknown of start, level and intake: all but the noise."""
    error = _sum_before(seen.intake_variance)[lag] / kcal_per_kg**2
    unlogged = _unlogged_sums(seen.unlogged)[np.ix_(lag, lag)] if seen.unlogged.any() else 0.0
    drive = seen.water_drive[lag]
    start = GLYCOGEN_WATER_KG * seen.start_sd * seen.start_share
    return np.asarray(
        _START_SD_KG**2
        + level_kg_per_day**2 * np.outer(seen.lag_days, seen.lag_days)
        + np.minimum(error[:, None], error[None, :])
        + (seen.unlogged_sd_kcal / kcal_per_kg) ** 2 * unlogged
        + GLYCOGEN_WATER_SD_KG**2 * np.outer(drive, drive)
        + np.outer(start, start)
    )


def _posterior(seen: Observations, joint: _Joint, prior_kcal: float, noise: Noise) -> Posterior:
    wander = (noise.wander * prior_kcal) ** 2
    covariance = (
        joint.covariance
        + joint.own**2 * wander * joint.wander_sums
        + (noise.water * joint.mass_kg) ** 2
        * np.exp(math.log(noise.water_per_day) * joint.days_between)
    )
    scale = (noise.scale * joint.mass_kg) ** 2 / seen.weighings
    covariance[np.diag_indices_from(covariance)] += scale
    cross = joint.cross.copy()
    cross[:, 1] += joint.own * (1.0 - ADAPTATION) * wander * joint.wander_with_now
    variance = joint.variance + np.array([0.0, (1.0 - ADAPTATION) ** 2 * wander])

    solved = np.linalg.solve(covariance, np.column_stack((joint.residual_kg, cross)))
    pull = solved[:, 0]
    _, log_determinant = np.linalg.slogdet(covariance)
    return Posterior(
        joint.expected + cross.T @ pull,
        np.maximum(variance - np.einsum("ij,ij->j", cross, solved[:, 1:]), 0.0),
        -0.5 * float(joint.residual_kg @ pull + log_determinant),
    )


def _unlogged_sums(unlogged: Array) -> Array:
    """Covariance of the sums, over unlogged days of lags 1 ... l, of how far they are off."""
    length = len(unlogged)
    pairs = _UNLOGGED_PAIRS[:length, :length] * np.outer(unlogged, unlogged)
    pairs[0] = pairs[:, 0] = 0.0
    return np.asarray(pairs.cumsum(0).cumsum(1))


def _sum_before(by_lag: Array) -> Array:
    """Sums over the days between each lag's morning and this morning: lags 1 ... l."""
    return np.concatenate(([0.0], np.cumsum(by_lag[1:])))
