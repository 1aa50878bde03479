"""The line through a strength series: its slope with all that is not known of it, and its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp, expm1, hypot, sqrt
from statistics import NormalDist, median

import numpy as np

from app.engine.answer import INTERVAL_LEVEL, Z_80_PERCENT, Estimate
from app.engine.strength.course.local_level import Level, filtered
from app.engine.strength.course.noise import slope_standard_error
from app.engine.strength.course.strength_points import StrengthPoint
from app.engine.strength.course.theil_sen import Floats, Slopes, intercept_joint, slopes_of
from app.engine.strength.spread import TEST_SD
from app.engine.units import DAYS_PER_WEEK, SECONDS_PER_DAY

CURVE_SD_PER_REPETITION = 0.017
"""By which a person's own curve differs from an equation's, for each repetition: the 10 % of
Mayhew 2008 over the six repetitions that lie between her sets and a single. Ours."""

USUAL_LIKENESS, LIKENESS_SESSIONS = 0.3, 10.0
"""Correlation of a session's distance from the line with the next one's, as logs show it, and its
weight in sessions (docs/science/strength-trend.md)."""
MOST_LIKENESS = 0.8

SD_OF_MAD = 1.4826
"""Standard deviation of the normal distribution over its median absolute deviation."""
OUT_OF_LINE_SDS = 4.0
OUT_OF_LINE = 0.10
"""A session so far off the line, in both measures, is none of the level now [log]."""

LEVEL_DRIFT_PER_DAY = 0.04**2 / DAYS_PER_WEEK
"""Variance of how a level wanders around its line: 4 % in a week, by which its interval holds the
next sessions of real logs as often as it should (docs/science/strength-trend.md)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """In log strength and days since the first point."""

    days: Floats
    slopes: Slopes
    residuals: Floats
    end: float
    """The line at the last point."""
    test_sd: float
    """Of the slope, by the noise of one measured maximum alone."""
    moved_repetitions: float
    """By which the repetitions of the points moved from first to last, along their own line."""

    @property
    def span_days(self) -> float:
        return float(self.days[-1])

    @property
    def residual_sd(self) -> float:
        """Robust, around the line."""
        return SD_OF_MAD * float(np.median(np.abs(self.residuals)))

    @property
    def likeness(self) -> float:
        """Correlation of neighbouring residuals, from these and from what is usual; 0 to 0.8.

        Good and bad weeks last, so sessions say less than as many independent ones would.
        """
        limit = 3.0 * self.residual_sd
        held = np.clip(self.residuals, -limit, limit)
        held = held - held.mean()
        square = float(held @ held)
        own = float(held[1:] @ held[:-1]) / square if square > 0.0 else 0.0
        weight = len(held) / (len(held) + LIKENESS_SESSIONS)
        return min(max(weight * own + (1.0 - weight) * USUAL_LIKENESS, 0.0), MOST_LIKENESS)

    @property
    def in_line(self) -> Floats:
        """1 for a point near the line, 0 for one far off."""
        far = np.abs(self.residuals) > max(OUT_OF_LINE_SDS * self.residual_sd, OUT_OF_LINE)
        return np.asarray(~far, dtype=float)

    def percent_per_week(self, level: float = INTERVAL_LEVEL) -> Estimate:
        low, middle, high = (
            100.0 * expm1(DAYS_PER_WEEK * slope) for slope in self._slope_at(level)
        )
        return Estimate(middle, low, high, level)

    def _slope_at(self, level: float) -> tuple[float, float, float]:
        """Low, median and high: Sen's interval for sessions that are alike, or the noise of tests
        where that is wider; and the move in repetitions."""
        z = NormalDist().inv_cdf(0.5 + level / 2.0)
        middle = self.slopes.median
        low, high = self.slopes.interval(level)
        wider = sqrt((1.0 + self.likeness) / (1.0 - self.likeness))
        curve_sd = CURVE_SD_PER_REPETITION * abs(self.moved_repetitions) / self.span_days
        below = hypot(max(wider * (middle - low), z * self.test_sd), z * curve_sd)
        above = hypot(max(wider * (high - middle), z * self.test_sd), z * curve_sd)
        return middle - below, middle, middle + above


def fit(points: Sequence[StrengthPoint]) -> Fit:
    """ValueError for points that all lie at one instant."""
    days = days_of([point.performed_at for point in points])
    strength = np.log(np.array([point.maximum_kg for point in points]))
    slopes = slopes_of(days, strength)
    intercept = intercept_joint(days, strength, slopes.median)
    line = intercept + slopes.median * days
    repetitions = np.array([point.repetitions_possible for point in points])
    return Fit(
        days,
        slopes,
        strength - line,
        float(line[-1]),
        slope_standard_error(TEST_SD, days.tolist()),
        slopes_of(days, repetitions).median * float(days[-1]),
    )


def days_of(instants: Sequence[datetime]) -> Floats:
    """Since the first [days]."""
    return np.array([(one - instants[0]).total_seconds() / SECONDS_PER_DAY for one in instants])


def level_now(fitted: Fit, days_since: float) -> Estimate:
    """Strength now [kg]: the end of the line, and how the last sessions lie around it.

    Not extrapolated: `days_since` the last point only widen it.
    """
    kept = fitted.in_line > 0.0
    noise_variance = max(fitted.residual_sd, TEST_SD) ** 2
    waits = np.diff(fitted.days[kept], prepend=0.0)
    levels = filtered(
        Level(0.0, noise_variance),
        fitted.residuals[kept].tolist(),
        waits.tolist(),
        noise_variance=noise_variance,
        drift=LEVEL_DRIFT_PER_DAY,
    )
    unseen = fitted.span_days - float(fitted.days[kept][-1]) + days_since
    now = levels[-1].later(unseen, LEVEL_DRIFT_PER_DAY)
    middle, half = fitted.end + now.mean, Z_80_PERCENT * now.variance**0.5
    return Estimate(exp(middle), exp(middle - half), exp(middle + half))


def kg_per_week(points: Sequence[StrengthPoint], percent: Estimate) -> Estimate:
    """The slope in kilograms, with the interval of the percentages at the median maximum."""
    days = days_of([point.performed_at for point in points])
    maxima = np.array([point.maximum_kg for point in points])
    middle = DAYS_PER_WEEK * slopes_of(days, maxima).median
    typical = median(maxima.tolist()) / 100.0
    low = middle - typical * (percent.value - percent.low)
    high = middle + typical * (percent.high - percent.value)
    return Estimate(middle, low, high, percent.level)
