"""Where strength may be in four, eight and twelve weeks: a range, and what it rests on.

The trend of the log is not carried on: on real logs that foretold worse than saying that nothing
changes (docs/science/strength-trend.md). The middle is strength now with the rise that is usual
for the training age; the range widens as strength has been seen to wander.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import exp, expm1, hypot, log, log1p, sqrt
from statistics import NormalDist

from app.engine.answer import (
    Z_80_PERCENT,
    Basis,
    Estimate,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
)
from app.engine.strength.course import plateau_reasons as said
from app.engine.strength.course.plateau import PlateauQuestion
from app.engine.strength.course.strength_points import LAYOFF
from app.engine.strength.course.trend import StrengthTrend

WEEKS_AHEAD = (4, 8, 12)
"""Held against logs for these, and no further."""
WANDERS_PER_WEEK = 0.04
"""Standard deviation of strength after a week, growing with the root of the weeks."""
PEOPLE_DIFFER = 0.55
"""Of the expected rise, standard deviation over people: 21 % with 11.5 (Ahtiainen 2016)."""

TREND_NOT_CARRIED_ON = ReasonKind(
    "trend_not_carried_on",
    "The trend is not carried on: in 13 real logs that erred up to twice as much as saying that "
    "nothing changes. The middle is strength now{rise}.",
    Basis.EVIDENCE,
    "house_strength_outlook",
)
WIDE = ReasonKind(
    "strength_wanders",
    "The range is as wide as strength has wandered in those logs, {sd_percent:.0f} % (SD) in "
    "{weeks} weeks: good and bad months, other ways of lifting, effort that nobody logged.",
    Basis.EVIDENCE,
    "house_strength_outlook",
)
IN_DEFICIT = ReasonKind(
    "rise_in_deficit",
    "Less is eaten than spent since {since}. Over trials strength rose about as much as without a "
    "deficit, mostly in people new to training; for others nobody knows.",
    Basis.CONVENTION,
    "plateau_in_deficit_convention",
)


@dataclass(frozen=True, slots=True)
class StrengthAhead:
    """The one-repetition maximum some weeks from now, if training goes on as it has."""

    weeks: int
    maximum_kg: Estimate
    change_percent: Estimate
    chance_of_more: float
    """P(strength then > strength now)."""


@dataclass(frozen=True, slots=True)
class StrengthOutlook:
    ahead: tuple[StrengthAhead, ...]
    expected_percent_per_week: float | None
    """None where nobody said how long the person has trained: then the middle stays."""


def strength_outlook(
    trend: Part[StrengthTrend], question: PlateauQuestion
) -> Part[StrengthOutlook]:
    """Of a log whose last session is less than four weeks ago."""
    found = trend.value
    if found is None:
        return insufficient(trend.missing, trend.because, evidence=trend.evidence)
    if (pause := question.at - found.points[-1].performed_at) >= LAYOFF:
        why = said.NOT_TRAINED(days=pause / timedelta(days=1))
        return insufficient((said.TRAIN_AGAIN,), (why,), evidence=trend.evidence)
    expected = question.expected
    ahead = tuple(_ahead(found.level_kg, weeks, expected or 0.0) for weeks in WEEKS_AHEAD)
    return ok(
        StrengthOutlook(ahead, expected),
        tuple(_because(question)),
        missing=() if expected is not None else (said.TRAINING_AGE,),
        evidence=trend.evidence,
    )


def _ahead(level_kg: Estimate, weeks: int, expected: float) -> StrengthAhead:
    """In log strength, where ranges are the same up and down."""
    rise = weeks * log1p(expected / 100.0)
    sd = hypot(WANDERS_PER_WEEK * sqrt(weeks), PEOPLE_DIFFER * rise)
    now_sd = log(level_kg.high / level_kg.low) / 2.0 / Z_80_PERCENT
    half, half_then = Z_80_PERCENT * sd, Z_80_PERCENT * hypot(sd, now_sd)
    then_kg = level_kg.value * exp(rise)
    return StrengthAhead(
        weeks,
        Estimate(then_kg, then_kg * exp(-half_then), then_kg * exp(half_then)),
        Estimate(*(100.0 * expm1(rise + by) for by in (0.0, -half, half))),
        1.0 - NormalDist(rise, sd).cdf(0.0),
    )


def _because(question: PlateauQuestion) -> Iterator[Reason]:
    expected, since = question.expected, question.deficit_since
    rise = "" if expected is None else f", rising by {expected:g} % a week"
    yield TREND_NOT_CARRIED_ON(rise=rise)
    yield from said.expected_rise(question.training_age, question.expected_percent_per_week)
    weeks = WEEKS_AHEAD[-1]
    yield WIDE(sd_percent=100.0 * WANDERS_PER_WEEK * sqrt(weeks), weeks=weeks)
    if since is not None and since <= question.at.date():
        yield IN_DEFICIT(since=since.isoformat())
