"""How strength in one exercise moves: percent and kilograms a week, with an interval.

Theil and Sen's line through the best set of each session. Why, with figures:
docs/science/strength-trend.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import expm1, log

import numpy as np

from app.engine.answer import (
    INTERVAL_LEVEL,
    Estimate,
    Evidence,
    Missing,
    Part,
    Reason,
    insufficient,
    ok,
)
from app.engine.records import ExerciseSession
from app.engine.strength.course import trend_reasons as said
from app.engine.strength.course.noise import minimal_detectable_change
from app.engine.strength.course.strength_points import Series, StrengthPoint, series_of
from app.engine.strength.course.theil_sen import slopes_of
from app.engine.strength.course.trend_fit import Fit, days_of, fit, kg_per_week, level_now
from app.engine.strength.maximum.repmax import EQUATIONS
from app.engine.strength.spread import TEST_SD
from app.engine.strength.strength_log import BODY_MASS, read_strength_log, what_is_missing
from app.engine.training_log.faults import load_of
from app.engine.units import DAYS_PER_WEEK, SECONDS_PER_DAY

WEEKS = 12.0
"""Looked back where nothing else is asked. A convention."""
SERIES_EQUATION = "modified_epley"
"""It passes through the load itself at one repetition, so a single and a double lie on one curve;
Epley's jumps by 6.7 % between them, because a single is its own maximum."""

FEWEST_POINTS = 4
"""The fewest whose extreme slopes hold the true one with 80 %: 1 - 2/4! (Kendall)."""
FEWEST_DAYS = 14
TEST_LEVEL = 0.9
"""Of the interval that verdicts are held to: 1 in 20 at each end."""

MOVED_REPETITIONS = 3.0
"""From here on it is said that the best sets moved along the curve."""


@dataclass(frozen=True, slots=True)
class StrengthTrend:
    equation: str
    points: tuple[StrengthPoint, ...]
    """Oldest first, one a session."""
    percent_per_week: Estimate
    kg_per_week: Estimate
    tested_percent_per_week: Estimate
    """The same with the wider interval that verdicts are held to."""
    level_kg: Estimate
    """Smoothed one-repetition maximum now, by the equation."""
    residual_percent: float
    """Standard deviation of the points around their line, robust."""
    volume_percent_per_week: Estimate
    """Of the sum of load times repetitions of a session."""
    effort_counts: bool
    """Repetitions in reserve are read; else sets are taken as if to failure."""
    back_since: datetime | None
    """First session after the last layoff."""

    @property
    def span_days(self) -> float:
        span = self.points[-1].performed_at - self.points[0].performed_at
        return span.total_seconds() / SECONDS_PER_DAY


def strength_trend(
    sessions: Sequence[ExerciseSession],
    at: datetime,
    *,
    weeks: float = WEEKS,
    equation: str = SERIES_EQUATION,
    body_kg: float | None = 0.0,
) -> Part[StrengthTrend]:
    """The trend of the last `weeks` before `at`, since the last layoff.

    `body_kg` is the body's own part of what is lifted [kg], None where it has one that is not
    known. Needs 4 sessions over 14 days with a set of at most 15 repetitions done and in reserve.
    KeyError for an equation that is not in EQUATIONS.
    """
    EQUATIONS[equation]  # an unknown name is an error even where nothing was logged
    if body_kg is None:
        return insufficient((BODY_MASS,))
    log_read = read_strength_log(sessions, at, timedelta(weeks=weeks), body_kg)
    series = series_of(log_read, equation)
    evidence = Evidence(series.used, series.excluded)
    if not log_read.sessions:
        return insufficient((what_is_missing(log_read),), evidence=evidence)
    if _is_short(series):
        lacking = said.more_sessions(FEWEST_POINTS, weeks, FEWEST_DAYS)
        return insufficient((lacking,), tuple(_layoff(series)), evidence=evidence)
    return _answered(series, equation, at, evidence)


def _is_short(series: Series) -> bool:
    if len(series.points) < FEWEST_POINTS:
        return True
    span = series.points[-1].performed_at - series.points[0].performed_at
    return span < timedelta(days=FEWEST_DAYS)


def _answered(
    series: Series, equation: str, at: datetime, evidence: Evidence
) -> Part[StrengthTrend]:
    fitted = fit(series.points)
    percent = fitted.percent_per_week()
    since = (at - series.points[-1].performed_at).total_seconds() / SECONDS_PER_DAY
    trend = StrengthTrend(
        equation,
        series.points,
        percent,
        kg_per_week(series.points, percent),
        fitted.percent_per_week(TEST_LEVEL),
        level_now(fitted, since),
        100.0 * expm1(fitted.residual_sd),
        _volume(series.sessions),
        series.effort_counts,
        series.back_since,
    )
    return ok(
        trend,
        tuple(_because(trend, series)),
        missing=_missing(series),
        warnings=tuple(_warnings(trend, fitted)),
        evidence=evidence,
    )


def _volume(sessions: tuple[ExerciseSession, ...]) -> Estimate:
    """All sessions of the series, also those whose sets are too long to be a point."""
    days = days_of([one.performed_at for one in sessions])
    volumes = [
        log(sum(load_of(one) * (one.repetitions or 0) for one in session.sets))
        for session in sessions
    ]
    slopes = slopes_of(days, np.array(volumes))
    low, high = slopes.interval(INTERVAL_LEVEL)
    low, middle, high = (
        100.0 * expm1(DAYS_PER_WEEK * slope) for slope in (low, slopes.median, high)
    )
    return Estimate(middle, low, high)


def _missing(series: Series) -> tuple[Missing, ...]:
    return () if series.effort_counts else (said.RESERVE,)


def _because(trend: StrengthTrend, series: Series) -> Iterator[Reason]:
    percent = trend.percent_per_week
    yield said.TREND(
        percent=percent.value,
        low=percent.low,
        high=percent.high,
        sessions=len(trend.points),
        weeks=trend.span_days / DAYS_PER_WEEK,
    )
    yield said.ROBUST()
    yield said.ONE_EQUATION(equation=trend.equation)
    yield said.TEST_NOISE(
        percent=100.0 * TEST_SD, change_percent=100.0 * minimal_detectable_change(TEST_SD)
    )
    if series.effort_counts:
        yield said.EFFORT_COUNTS()
    yield from _layoff(series)


def _layoff(series: Series) -> Iterator[Reason]:
    if series.back_since is not None:
        yield said.SINCE_LAYOFF(back_on=series.back_since.date().isoformat())


def _warnings(trend: StrengthTrend, fitted: Fit) -> Iterator[Reason]:
    beyond = sum(point.beyond_ten for point in trend.points)
    far = len(trend.points) - int(fitted.in_line.sum())
    if not trend.effort_counts:
        yield said.EFFORT_UNKNOWN()
    if abs(fitted.moved_repetitions) >= MOVED_REPETITIONS:
        yield said.OTHER_REPETITIONS(repetitions=fitted.moved_repetitions)
    if beyond:
        yield said.BEYOND_TEN(sessions=beyond)
    if far:
        yield said.OUT_OF_LINE(sessions=far)
