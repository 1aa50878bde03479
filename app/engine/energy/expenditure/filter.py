"""Body mass and expenditure from noisy weights and patchy intake: the joint normal model, solved.

The state space (tissue, water, glycogen, expenditure) is written as one multivariate normal over
the weighings and whatever is asked, and conditioned at once: the posterior of a Kalman filter on
the day asked, of its smoother on earlier days and of its forecast on later ones, quicker in numpy
and open to irregular days. `docs/science/expenditure.md` gives the equations.
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from app.engine.energy.expenditure import sums
from app.engine.energy.expenditure.intake_by_lag import ADAPTATION, IntakeByLag
from app.engine.energy.expenditure.scatter import Noise, Scatter, noises
from app.engine.energy.expenditure.sums import Array, Days

LEVEL_KCAL_PER_KG = 31.0
"""Change of expenditure at energy balance with body mass [kcal/d].

Hall et al. (2011), eq. 12: 19 to 31 kcal/d for each kilogram in the four people of the tests.
"""
RECENT_WEIGHINGS = 5
TREND_DAYS = 28
"""Of body mass, over which it is taken to go on, for what mass does to expenditure."""
TREND_PRIOR_DAYS2 = 100.0
"""Sum of squared days that no trend at all is worth beside the weighings."""
START_SD_KG = 10.0
"""Around the median of the last weighings: as good as no prior of body mass."""


@dataclass(frozen=True, slots=True)
class Masses:
    """Masses on days, weighed or asked for; lags count days back from the day asked."""

    lag_days: Days
    """Negative on days to come."""
    moved: Array
    """By mass and mover of water: how much of the mover shows, 1 in full."""
    watery: Array
    """1 where water that comes and goes shows, as on a scale, else 0."""


@dataclass(frozen=True, slots=True)
class Observations:
    """The log in arrays; those by lag begin at `-ahead_days`."""

    weighed: Masses
    body_mass_kg: Array
    scale_share: Array
    """Of each weighing: share of a single weighing's variance that is left."""
    rounding_kg: float
    """Standard deviation of what the scale rounds off."""
    mover_kg: Array
    """Mean of what each mover of water moves."""
    mover_sd_kg: Array
    ahead_days: int
    intake: IntakeByLag
    scatter: Scatter

    @property
    def recent_kg(self) -> float:
        return float(np.median(self.body_mass_kg[-RECENT_WEIGHINGS:]))


@dataclass(frozen=True, slots=True)
class Posterior:
    """The masses asked for [kg], then expenditure now [kcal/d]; the first axis is the noise."""

    mean: Array
    covariance: Array
    log_likelihood: Array


@dataclass(frozen=True, slots=True)
class _Joint:
    """Prior moments of weighings, asked masses and, last, expenditure now, but for the noise."""

    residual_kg: Array
    """Weighings minus what the prior expects."""
    expected: Array
    """Of what is asked."""
    covariance: Array
    wander: Mapping[float, Array]
    """What a wander of variance 1 kcal² adds, by the days it lasts."""
    days_between: Array
    watery: Array
    scale: Array
    """Share of a single weighing's variance that each carries."""


def condition(
    seen: Observations,
    asked: Masses,
    prior: tuple[float, float],
    kcal_per_kg: float,
) -> Posterior:
    """What the log says of the asked masses and of expenditure on the day asked, for each noise.

    `prior` is mean and standard deviation of expenditure at energy balance [kcal/d]. An asked
    mass that is watery is what a scale would show, its noise included.
    """
    kinds = noises(seen.scatter)
    joint = _joint(seen, asked, prior, kcal_per_kg, {kind.wander_days for kind in kinds})
    covariance = _noisy(seen, joint, prior[0], kinds)
    count = len(joint.residual_kg)
    weighed, cross = covariance[:, :count, :count], covariance[:, :count, count:]
    residual = np.broadcast_to(joint.residual_kg[:, None], (len(kinds), count, 1))
    solved = np.linalg.solve(weighed, np.concatenate((residual, cross), axis=2))
    pull, gain = solved[:, :, 0], solved[:, :, 1:]
    _, log_determinant = np.linalg.slogdet(weighed)
    return Posterior(
        joint.expected + joint.residual_kg @ gain,
        covariance[:, count:, count:] - cross.transpose(0, 2, 1) @ gain,
        -0.5 * (pull @ joint.residual_kg + log_determinant),
    )


def _joint(
    seen: Observations,
    asked: Masses,
    prior: tuple[float, float],
    kcal_per_kg: float,
    wander_days: Set[float],
) -> _Joint:
    lag = np.concatenate((seen.weighed.lag_days, asked.lag_days))
    moved = np.concatenate((seen.weighed.moved, asked.moved))
    watery = np.concatenate((seen.weighed.watery, asked.watery, [0.0]))
    place, count = lag + seen.ahead_days, len(seen.body_mass_kg)
    spent = _expected_expenditure(seen, prior[0], kcal_per_kg)
    balance = (seen.intake.kcal - spent) * seen.intake.ever_logged
    gained_kg = sums.since(balance, seen.ahead_days)[place] / kcal_per_kg
    expected_kg = seen.recent_kg - gained_kg + moved @ seen.mover_kg
    own = (1.0 - ADAPTATION) / kcal_per_kg
    drifted = np.append(own * lag * (lag + 1) / 2.0, 0.0)
    now = np.append(own * lag * seen.intake.ever_logged, 1.0 - ADAPTATION)
    return _Joint(
        residual_kg=seen.body_mass_kg - expected_kg[:count],
        expected=np.append(expected_kg[count:], spent[seen.ahead_days]),
        covariance=_bordered(_of_masses(seen, place, moved, prior[0], kcal_per_kg))
        + prior[1] ** 2 * np.outer(now, now)
        + (seen.scatter.drift * prior[0]) ** 2 * np.outer(drifted, drifted),
        wander={days: sums.wander(lag, days, own, 1.0 - ADAPTATION) for days in wander_days},
        days_between=_bordered(np.abs(lag[:, None] - lag).astype(np.float64)),
        watery=watery,
        scale=np.concatenate((seen.scale_share, watery[count:])),
    )


def _expected_expenditure(seen: Observations, prior_kcal: float, kcal_per_kg: float) -> Array:
    """By lag: what the prior expects of expenditure, given body mass and habitual intake."""
    lags = np.arange(len(seen.intake.kcal), dtype=np.float64) - seen.ahead_days
    weighed = seen.weighed.lag_days[::-1].astype(np.float64)
    heavier_kg = np.interp(lags, weighed, seen.body_mass_kg[::-1]) - seen.recent_kg
    if seen.ahead_days:
        heavier_kg += _coming_kg_per_day(seen, kcal_per_kg) * np.maximum(-lags, 0.0)
    level = prior_kcal + LEVEL_KCAL_PER_KG * heavier_kg
    return (1.0 - ADAPTATION) * level + ADAPTATION * seen.intake.habitual_kcal


def _coming_kg_per_day(seen: Observations, kcal_per_kg: float) -> float:
    """How body mass will move, for what that does to expenditure: as in the last weeks, but for
    the change of intake."""
    coming, past = np.split(seen.intake.kcal[: seen.ahead_days + TREND_DAYS], [seen.ahead_days + 1])
    change_kcal = float(coming.mean() - past.mean()) if len(past) else 0.0
    return _slope_kg_per_day(seen) + change_kcal / kcal_per_kg


def _slope_kg_per_day(seen: Observations) -> float:
    """Of the weighings of the last weeks; 0 where there are none."""
    recent = seen.weighed.lag_days < TREND_DAYS
    lag, mass_kg = seen.weighed.lag_days[recent], seen.body_mass_kg[recent]
    off = lag - lag.sum() / max(len(lag), 1)
    return -float(off @ mass_kg) / (float(off @ off) + TREND_PRIOR_DAYS2)


def _of_masses(
    seen: Observations, place: Days, moved: Array, prior_kcal: float, kcal_per_kg: float
) -> Array:
    """Covariance of the masses for what is unknown of start, intake and movers of water."""
    error = sums.since(seen.intake.variance, seen.ahead_days)[place] / kcal_per_kg**2
    scatter = seen.scatter
    share, days = (
        (scatter.unlogged, scatter.unlogged_days)
        if seen.intake.ever_logged
        else (scatter.never_logged, scatter.never_logged_days)
    )
    now = seen.ahead_days
    unlogged = share**2 * sums.lasting(seen.intake.unlogged, days, now, place)
    if now:
        to_come = np.arange(len(seen.intake.kcal)) <= now
        unlogged += scatter.coming**2 * sums.lasting(to_come, scatter.coming_days, now, place)
    return np.asarray(
        START_SD_KG**2
        + sums.independent(error)
        + (prior_kcal / kcal_per_kg) ** 2 * unlogged
        + (moved * seen.mover_sd_kg**2) @ moved.T
    )


def _noisy(seen: Observations, joint: _Joint, prior_kcal: float, kinds: Sequence[Noise]) -> Array:
    """The joint covariance under each noise."""
    mass_kg = seen.recent_kg
    shows = joint.watery[:, None] * joint.watery
    lasting = {
        per_day: shows * np.exp(math.log(per_day) * joint.days_between)
        for per_day in {kind.water_per_day for kind in kinds}
    }
    covariance = np.array(
        [
            joint.covariance
            + (kind.wander * prior_kcal) ** 2 * joint.wander[kind.wander_days]
            + (kind.water * mass_kg) ** 2 * lasting[kind.water_per_day]
            for kind in kinds
        ]
    )
    single = np.array([(kind.scale * mass_kg) ** 2 + seen.rounding_kg**2 for kind in kinds])
    diagonal = np.arange(covariance.shape[1])
    covariance[:, diagonal, diagonal] += single[:, None] * joint.scale
    return covariance


def _bordered(of_masses: Array) -> Array:
    """With a row and a column of zeros for expenditure now."""
    return np.pad(of_masses, (0, 1))
