"""From a read log to the arrays of the filter."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from app.engine.energy.expenditure.filter import RECENT_WEIGHINGS, Masses, Observations
from app.engine.energy.expenditure.intake_by_lag import intake_by_lag
from app.engine.energy.expenditure.log import Log, WeighingLog, shown_unit_kg
from app.engine.energy.expenditure.moved_water import Movers, movers
from app.engine.energy.expenditure.scatter import Scatter
from app.engine.energy.expenditure.sums import Array, Days

SINGLE_DAYS, THREES_DAYS = 42, 84
"""Weighings are taken singly up to the first lag, by threes up to the second, then by weeks."""


class View(Enum):
    """How a mass is to be told."""

    SCALE = "scale"
    """As a scale would show it, noise and all."""
    BODY = "body"
    """Freed of water that comes and goes, and of scale noise."""
    TISSUE = "tissue"
    """Without any moved water, to tell what was stored from what only moved."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A mass to be told, that many days back, negative ahead."""

    lag_days: int
    view: View = View.BODY


def observe(
    log: Log, prior: tuple[float, float], asked: Sequence[Asked], scatter: Scatter
) -> tuple[Observations, Masses]:
    """The log as arrays by lag; `prior`: mean and sd of expenditure at energy balance [kcal/d]."""
    balanced_kcal, balanced_sd = prior
    weighed = np.array([(log.on - day.weighed_on).days for day in log.weighings.days], np.intp)
    asked_lags = [one.lag_days for one in asked]
    ahead = max(0, -min(asked_lags))
    lag_days = np.arange(-ahead, max(int(weighed[0]), *asked_lags) + 1)
    intake = intake_by_lag(log, ahead, len(lag_days), balanced_kcal, scatter)
    masses_kg = np.array([day.body_mass_kg for day in log.weighings.days])
    recent_kg = float(np.median(masses_kg[-RECENT_WEIGHINGS:]))
    off_balance = balanced_sd / balanced_kcal
    moves = movers(log, lag_days, intake, off_balance, recent_kg, scatter)
    starts = _blocks(weighed)
    observations = Observations(
        weighed=_pooled(weighed, moves.on_scale[weighed + ahead], starts),
        body_mass_kg=_means(masses_kg, starts),
        scale_share=_scale_shares(log.weighings, moves.scale_share[weighed + ahead], starts),
        rounding_kg=shown_unit_kg(masses_kg.tolist()) / math.sqrt(12.0),
        mover_kg=moves.mean_kg,
        mover_sd_kg=moves.sd_kg,
        ahead_days=ahead,
        intake=intake,
        scatter=scatter,
    )
    return observations, _asked(asked, moves, ahead)


def _asked(asked: Sequence[Asked], moves: Movers, ahead: int) -> Masses:
    lag = np.array([one.lag_days for one in asked], dtype=np.intp)
    watery = np.array([float(one.view is View.SCALE) for one in asked])
    solid = np.array([float(one.view is View.BODY) for one in asked])
    place = lag + ahead
    moved = watery[:, None] * moves.on_scale[place] + solid[:, None] * moves.in_body[place]
    return Masses(lag, moved, watery)


def _blocks(lag_days: Days) -> Days:
    """Where the blocks of weighings begin that are averaged to bound the cost; lags fall."""
    weeks = THREES_DAYS + (lag_days - THREES_DAYS) // 7 * 7
    threes = SINGLE_DAYS + (lag_days - SINGLE_DAYS) // 3 * 3
    block = np.where(lag_days < THREES_DAYS, threes, weeks)
    block = np.where(lag_days < SINGLE_DAYS, lag_days, block)
    return np.flatnonzero(np.diff(block, prepend=-1))


def _means(daily: Array, starts: Days) -> Array:
    size = np.diff(starts, append=len(daily)).astype(np.float64)
    return np.asarray((np.add.reduceat(daily, starts, axis=0).T / size).T)


def _pooled(lag_days: Days, moved: Array, starts: Days) -> Masses:
    middle = np.rint(_means(lag_days.astype(np.float64), starts)).astype(np.intp)
    return Masses(middle, _means(moved, starts), np.ones(len(middle)))


def _scale_shares(weighings: WeighingLog, unrest: Array, starts: Days) -> Array:
    """Of the variance of a single weighing: less for several, more where events move water."""
    counts = np.array([float(len(day.ids)) for day in weighings.days])
    return np.asarray(_means(unrest, starts) / np.add.reduceat(counts, starts))
