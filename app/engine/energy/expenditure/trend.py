"""The course of body mass behind the weighings, for a chart, and how fast it moves."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from app.engine.answer import (
    Basis,
    Estimate,
    Evidence,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
)
from app.engine.energy import missing
from app.engine.energy.expenditure.beliefs import Beliefs, beliefs, read_log, unreadable
from app.engine.energy.expenditure.filter_log import Filtered, filter_log
from app.engine.energy.expenditure.log import WINDOW_DAYS, Log
from app.engine.energy.expenditure.observations import Asked, View
from app.engine.energy.expenditure.water_events import named_events
from app.engine.energy.expenditure.weighing_doubts import absurd, remarks
from app.engine.energy.interval import normal_estimate
from app.engine.records import Athlete, IntakeDay, WaterEvent, Weighing
from app.engine.units import DAYS_PER_WEEK

RATE_DAYS = 14
"""The rate is that of the last two weeks: shorter is water, longer is history."""
FEWEST_RATE_DAYS = 7
FEWEST_WEIGHING_DAYS = 3
LONGEST_TREND_DAYS = 400

TREND = ReasonKind(
    "body_mass_trend",
    "The course behind the weights (days: {weighing_days}): each day is judged by the weights "
    "before and after it and by what was eaten, freed of water and scale noise.",
    Basis.EVIDENCE,
)
RATE = ReasonKind(
    "body_mass_rate",
    "Over the last {days} days, moved water left out, body mass changed by {change_kg:+.2f} kg.",
    Basis.EVIDENCE,
)


@dataclass(frozen=True, slots=True)
class TrendDay:
    day: date
    body_mass: Estimate
    """[kg]"""


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast body mass moves, losing negative, water left out."""

    kg_per_week: Estimate
    percent_per_week: Estimate
    """Of the body mass now."""
    days: int
    """Over which it is taken."""


@dataclass(frozen=True, slots=True)
class Progress:
    trend: Part[tuple[TrendDay, ...]]
    """Every day from the first weighing that is read to the day asked, in order."""
    rate: Part[Rate]


def body_mass_progress(
    athlete: Athlete,
    weighings: Sequence[Weighing],
    intake_days: Sequence[IntakeDay],
    *,
    on: date,
    days: int = WINDOW_DAYS,
    activity_factor: float | None = None,
    resting_equation: str | None = None,
    events: Sequence[WaterEvent] = (),
) -> Progress:
    """The smoothed body mass of the last `days` (1 to 400) up to `on`, and the rate on that day.

    The last day of the trend is the body mass of `energy_advice`, where `days` is its window.
    """
    if not 1 <= days <= LONGEST_TREND_DAYS:
        raise ValueError(f"days must be from 1 to {LONGEST_TREND_DAYS}")
    log = read_log(weighings, intake_days, events, on, days)
    unread: Part[Rate] | None = unreadable(log.weighings)
    if unread is not None:
        return _nothing(unread.missing, unread.because, unread.evidence)
    return _progress(log, beliefs(athlete, log, activity_factor, resting_equation))


def _progress(log: Log, before: Beliefs) -> Progress:
    """One run of the filter tells each day's body mass and the tissue at both ends of the rate."""
    span_days = (log.on - log.weighings.days[0].weighed_on).days
    rate_days = min(span_days, RATE_DAYS)
    course = [Asked(lag) for lag in range(span_days, -1, -1)]
    ends = [Asked(lag, View.TISSUE) for lag in (0, rate_days)]
    filtered = filter_log(log, before.prior, course + ends)
    if wrong := absurd(float(filtered.mass_kg[span_days]), log.weighings):
        return _nothing((missing.CONSISTENT_LOG,), wrong, log.weighings.evidence)
    trend = tuple(
        TrendDay(log.on - timedelta(days=one.lag_days), filtered.estimate(index))
        for index, one in enumerate(course)
    )
    weighed = log.weighings
    because = (TREND(weighing_days=len(weighed.days)), *named_events(log))
    return Progress(
        ok(trend, because, warnings=remarks(weighed), evidence=weighed.evidence),
        _rate(log, filtered, rate_days),
    )


def _nothing(
    lacking: tuple[Missing, ...], because: tuple[Reason, ...], evidence: Evidence
) -> Progress:
    rate: Part[Rate] = insufficient(lacking, evidence=evidence)
    return Progress(insufficient(lacking, because, evidence=evidence), rate)


def _rate(log: Log, filtered: Filtered, days: int) -> Part[Rate]:
    weighed = log.weighings
    if days < FEWEST_RATE_DAYS or len(weighed.days) < FEWEST_WEIGHING_DAYS:
        lacking = missing.more_weighings(FEWEST_WEIGHING_DAYS, FEWEST_RATE_DAYS)
        return insufficient((lacking,), evidence=weighed.evidence)
    change_kg = float(filtered.mass_kg[-2] - filtered.mass_kg[-1])
    difference = np.array([1.0, -1.0])
    variance = float(difference @ filtered.mass_covariance[-2:, -2:] @ difference)
    weeks = days / DAYS_PER_WEEK
    rate = normal_estimate(change_kg / weeks, math.sqrt(max(variance, 0.0)) / weeks)
    percent = 100.0 / float(filtered.mass_kg[-3])
    share = Estimate(rate.value * percent, rate.low * percent, rate.high * percent)
    because = (RATE(days=days, change_kg=change_kg), *named_events(log))
    return ok(Rate(rate, share, days), because, evidence=weighed.evidence)
