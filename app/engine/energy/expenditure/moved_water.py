"""What moves water in a way that has a shape: recent intake, the day of the week, named events.

Each mover is a column by lag with a size that is not known: the filter learns it from the log.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from app.engine.energy.expenditure.intake_by_lag import IntakeByLag
from app.engine.energy.expenditure.log import Log
from app.engine.energy.expenditure.scatter import Scatter
from app.engine.energy.expenditure.sums import Array, Days
from app.engine.energy.expenditure.water_events import EFFECTS, unrest, water
from app.engine.records import WaterEvent

DAYS_OF_A_WEEK = 7
UNREST = 3.0
"""Variances of a weighing that an event adds to it while its water moves; a choice of ours."""


@dataclass(frozen=True, slots=True)
class Movers:
    """By lag and mover: how much of it a scale shows, and how much belongs to the body mass."""

    on_scale: Array
    in_body: Array
    mean_kg: Array
    sd_kg: Array
    scale_share: Array
    """By lag: variance of a single weighing, 1 on a day without events."""


@dataclass(frozen=True, slots=True)
class _Columns:
    on_scale: Array
    in_body: Array
    mean_kg: Array
    sd_kg: Array


def movers(
    log: Log,
    lag_days: Days,
    intake: IntakeByLag,
    balance_sd_share: float,
    mass_kg: float,
    scatter: Scatter,
) -> Movers:
    """All movers over rising lags."""
    on, events = log.on, log.events
    columns = (
        _glycogen(intake, scatter),
        _start(lag_days, balance_sd_share, scatter),
        _weekdays(on, lag_days, scatter.weekday * mass_kg),
        _named(on, lag_days, events),
    )
    unsettled = _by_event([unrest(event, on, lag_days) for event in events], lag_days)
    return Movers(
        np.hstack([part.on_scale for part in columns]),
        np.hstack([part.in_body for part in columns]),
        np.concatenate([part.mean_kg for part in columns]),
        np.concatenate([part.sd_kg for part in columns]),
        1.0 + UNREST * np.max(unsettled, axis=1, initial=0.0),
    )


def _glycogen(intake: IntakeByLag, scatter: Scatter) -> _Columns:
    """A scale shows the water of the last days, a body mass that of the last weeks.

    Hall (2011) eqs 1 and 2 give 3.6 kg and about a day; logs show less, and slower.
    """
    sizes = np.array([scatter.glycogen_kg]), np.array([scatter.glycogen_sd_kg])
    return _Columns(intake.drive[:, None], intake.lasting_drive[:, None], *sizes)


def _start(lag_days: Days, balance_sd_share: float, scatter: Scatter) -> _Columns:
    """What is left of the water that intake before the log had moved."""
    left = np.exp((lag_days - lag_days[-1]) / scatter.glycogen_days)[:, None]
    size_kg = scatter.glycogen_kg * math.hypot(balance_sd_share, scatter.start)
    return _Columns(left, np.zeros_like(left), np.zeros(1), np.array([size_kg]))


def _weekdays(on: date, lag_days: Days, size_kg: float) -> _Columns:
    """Seven columns that add up to nothing over a week (Turicchi 2020: 0.35 % on average)."""
    weekday = (on.weekday() - lag_days) % DAYS_OF_A_WEEK
    column = (weekday[:, None] == np.arange(DAYS_OF_A_WEEK)) - 1.0 / DAYS_OF_A_WEEK
    sizes_kg = np.full(DAYS_OF_A_WEEK, size_kg)
    return _Columns(column, np.zeros_like(column), np.zeros(DAYS_OF_A_WEEK), sizes_kg)


def _named(on: date, lag_days: Days, events: Sequence[WaterEvent]) -> _Columns:
    effects = [EFFECTS[event.kind] for event in events]
    shares = _by_event([water(event, on, lag_days) for event in events], lag_days)
    lasting = np.array([float(effect.lasts) for effect in effects])
    return _Columns(
        shares,
        shares * lasting,
        np.array([effect.mean_kg for effect in effects]),
        np.array([effect.sd_kg for effect in effects]),
    )


def _by_event(shares: Sequence[Array], lag_days: Days) -> Array:
    """A column an event; none where there are no events."""
    return np.array(shares, dtype=np.float64).reshape(len(shares), len(lag_days)).T
