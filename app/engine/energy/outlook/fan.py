"""Draws made into a fan: quantiles over days, and when a goal is reached."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from app.engine.answer import Estimate
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.goal import first_day
from app.engine.energy.dynamics.trajectory import Trajectory

HORIZON_DAYS = 730
"""The model was held against the two years of CALERIE-2 and against no more."""
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)
GONE_SHARE = 0.05
"""A fan ends where this share of its draws has fallen below BMI 15: its lower edge is then of the
model's making."""


@dataclass(frozen=True, slots=True)
class Band:
    """Quantiles of the draws, one entry a day shown: 10, 25, 50, 75 and 90 in 100 are below."""

    p10: tuple[float, ...]
    p25: tuple[float, ...]
    p50: tuple[float, ...]
    p75: tuple[float, ...]
    p90: tuple[float, ...]

    def on(self, index: int) -> Estimate:
        """The 80 % interval of one of the days shown."""
        return Estimate(self.p50[index], self.p10[index], self.p90[index])


@dataclass(frozen=True, slots=True)
class GoalDate:
    """When a goal is reached, as a range; None where not within the days looked at."""

    body_mass_kg: float
    earliest_on: date | None
    """One draw in ten is there by then."""
    median_on: date | None
    latest_on: date | None
    """Nine draws in ten are there by then."""
    share_never: float
    """Of draws that are not there by the last day."""
    within_days: int


def band(values: Array, days: npt.NDArray[np.intp]) -> Band:
    """Quantiles of draws by days on the days shown; a draw that is gone counts as the lowest left.

    On every day shown some draw has to be left.
    """
    shown = values[:, days]
    shown = np.where(np.isnan(shown), np.nanmin(shown, axis=0), shown)
    return Band(*(tuple(row) for row in np.quantile(shown, QUANTILES, axis=0).tolist()))


def estimate(values: Array) -> Estimate:
    """Median and 80 % interval of one value a draw, of the draws that still have one."""
    low, middle, high = np.nanquantile(values, (0.1, 0.5, 0.9)).tolist()
    return Estimate(middle, low, high)


def last_day_of(path: Trajectory, days: int) -> int:
    """The last day of `days` on which the share of draws that are gone is still small."""
    gone = np.isnan(path.body_mass_kg).mean(axis=0) > GONE_SHARE
    return int(gone.argmax()) - 1 if gone.any() else days


def shown_days(last_day: int, every_days: int) -> npt.NDArray[np.intp]:
    """Day 0, every so many days, and the last."""
    days = np.arange(0, last_day + 1, every_days)
    return np.unique(np.append(days, last_day)).astype(np.intp)


def goal_date(path: Trajectory, goal_kg: float, on: date, last_day: int) -> GoalDate:
    """Quantiles of the first day at a goal over the draws, those that never get there counted."""
    losing = bool(np.median(path.body_mass_kg[:, 0]) > goal_kg)
    reached = first_day(path.body_mass_kg[:, : last_day + 1], goal_kg, losing=losing)
    days = np.quantile(reached, (0.1, 0.5, 0.9), method="inverted_cdf").tolist()
    earliest, middle, latest = (_on(on, day) for day in days)
    never = float(np.isinf(reached).mean())
    return GoalDate(goal_kg, earliest, middle, latest, never, last_day)


def _on(start: date, days: float) -> date | None:
    return None if days == float("inf") else start + timedelta(days=int(days))
