"""Is this a plateau? A test, not an impression, and "cannot be told" is an answer of its own.

A plateau is called only where the trend's interval leaves out the rise that is expected, never
because it merely holds 0: over eight weeks a true rise of 1 % a week cannot be told from none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from app.engine.answer import Estimate, Missing, Part, Reason, ReasonKind, insufficient, ok
from app.engine.strength.course import plateau_reasons as said
from app.engine.strength.course.expectation import EXPECTATIONS, TrainingAge
from app.engine.strength.course.plateau_answers import IN_DEFICIT_ANSWERS, PLATEAU_ANSWERS
from app.engine.strength.course.strength_points import LAYOFF, StrengthPoint
from app.engine.strength.course.theil_sen import Floats
from app.engine.strength.course.trend import StrengthTrend
from app.engine.strength.course.trend_fit import days_of

FEWEST_POINTS = 6
FEWEST_DAYS = 28
"""A plateau of less than four weeks is a bad month."""
STANDING = 0.5
"""Of the expected rise; a trend above it is slow and no plateau, however sure it is."""
MOST_SESSIONS = 500
"""More are not counted ahead."""


class Verdict(StrEnum):
    PLATEAU = "plateau"
    PROGRESSING = "progressing"
    DECLINING = "declining"


VERDICTS: Mapping[Verdict, ReasonKind] = MappingProxyType(
    {
        Verdict.PLATEAU: said.PLATEAU,
        Verdict.PROGRESSING: said.PROGRESSING,
        Verdict.DECLINING: said.DECLINING,
    }
)


@dataclass(frozen=True, slots=True)
class PlateauQuestion:
    at: datetime
    training_age: TrainingAge | None = None
    expected_percent_per_week: float | None = None
    """Above 0; in place of the one that is usual for the training age."""
    deficit_since: date | None = None
    """First day of an energy deficit that goes on, by the athlete's calendar."""

    def __post_init__(self) -> None:
        expected = self.expected_percent_per_week
        if expected is not None and not 0.0 < expected < 100.0:
            raise ValueError("the expected rise must lie between 0 and 100 % a week")

    @property
    def expected(self) -> float | None:
        if self.expected_percent_per_week is not None or self.training_age is None:
            return self.expected_percent_per_week
        return EXPECTATIONS[self.training_age].percent_per_week


@dataclass(frozen=True, slots=True)
class Plateau:
    verdict: Verdict
    percent_per_week: Estimate
    """At the level that the verdict is held to."""
    expected_percent_per_week: float | None


def plateau(trend: Part[StrengthTrend], question: PlateauQuestion) -> Part[Plateau]:
    """The verdict on a trend of this exercise, or what to log until there is one."""
    found = trend.value
    if found is None:
        return insufficient(trend.missing, trend.because, evidence=trend.evidence)
    blocked = next(_blocked(found, question), None)
    if blocked is not None:
        lacking, why = blocked
        return insufficient((lacking,), (why,), evidence=trend.evidence)
    verdict = _verdict(found.tested_percent_per_week, question.expected)
    if verdict in {None, Verdict.PLATEAU} and _in_deficit(question):
        why = said.IN_DEFICIT(since=str(question.deficit_since))
        because = (why, *IN_DEFICIT_ANSWERS)
        return insufficient((said.AFTER_DEFICIT,), because, evidence=trend.evidence)
    if verdict is None:
        return _cannot_tell(trend, found, question)
    return ok(
        Plateau(verdict, found.tested_percent_per_week, question.expected),
        tuple(_because(verdict, found, question)),
        missing=() if question.expected is not None else (said.TRAINING_AGE,),
        warnings=tuple(_warnings(verdict, found)),
        evidence=trend.evidence,
    )


def _blocked(trend: StrengthTrend, question: PlateauQuestion) -> Iterator[tuple[Missing, Reason]]:
    """Why no verdict can be given at all, however clear the slope."""
    since_last = question.at - trend.points[-1].performed_at
    if since_last >= LAYOFF:
        yield said.TRAIN_AGAIN, said.NOT_TRAINED(days=since_last / timedelta(days=1))
    back = trend.back_since
    if back is not None and question.at - back < LAYOFF:
        why = said.BACK_FROM_LAYOFF(back_on=back.date().isoformat(), days=LAYOFF.days)
        yield said.RETRAINED, why
    if len(trend.points) < FEWEST_POINTS or trend.span_days < FEWEST_DAYS:
        have = said.TOO_SHORT(sessions=len(trend.points), days=trend.span_days)
        yield said.enough_points(FEWEST_POINTS, FEWEST_DAYS), have


def _verdict(tested: Estimate, expected: float | None) -> Verdict | None:
    """None where the interval fits standing still and the expected rise alike."""
    if tested.low > 0.0:
        return Verdict.PROGRESSING
    if tested.high < 0.0:
        return Verdict.DECLINING
    if expected is not None and tested.high < expected and tested.value < STANDING * expected:
        return Verdict.PLATEAU
    return None


def _in_deficit(question: PlateauQuestion) -> bool:
    since = question.deficit_since
    return since is not None and since <= question.at.date()


def _cannot_tell(
    trend: Part[StrengthTrend], found: StrengthTrend, question: PlateauQuestion
) -> Part[Plateau]:
    tested = found.tested_percent_per_week
    sessions = sessions_to_tell(found.points, tested, question.expected)
    why = said.CANNOT_TELL(percent=tested.value, low=tested.low, high=tested.high)
    lacking = () if sessions is None else (said.more_sessions(sessions, MOST_SESSIONS),)
    if question.expected is None:
        lacking = (said.TRAINING_AGE, *lacking)
    return insufficient(lacking, (why, *_expected(question)), evidence=trend.evidence)


def sessions_to_tell(
    points: Sequence[StrengthPoint], tested: Estimate, expected: float | None
) -> int | None:
    """How many more at the usual pace, if the slope stays as it is, until its interval leaves out
    0 or the expected rise; at most MOST_SESSIONS, None where no number would do.

    The interval shrinks as that of a least-squares slope does.
    """
    up, down = tested.high - tested.value, tested.value - tested.low
    wanted = [tested.value / down, -tested.value / up]
    if expected is not None:
        wanted.append((expected - tested.value) / up)
    share = max(wanted)
    if share <= 0.0:
        return None
    days = days_of([point.performed_at for point in points])
    ahead = days[-1] + float(np.median(np.diff(days))) * np.arange(1.0, MOST_SESSIONS + 1.0)
    spread = spread_of(np.concatenate([days, ahead]))[len(days) - 1 :]
    enough = np.flatnonzero(np.sqrt(spread[0] / spread) < share)
    return int(enough[0]) if enough.size else MOST_SESSIONS


def spread_of(days: Floats) -> Floats:
    """Sum of squared distances from the mean, of the first one, two, three, ..."""
    counts = np.arange(1.0, len(days) + 1.0)
    return np.asarray(np.cumsum(days**2) - np.cumsum(days) ** 2 / counts)


def _because(verdict: Verdict, trend: StrengthTrend, question: PlateauQuestion) -> Iterator[Reason]:
    tested, expected = trend.tested_percent_per_week, question.expected
    yield VERDICTS[verdict](
        low=tested.low, high=tested.high, expected=0.0 if expected is None else expected
    )
    if verdict is Verdict.PROGRESSING and expected is not None and tested.high < expected:
        yield said.SLOWER(high=tested.high, expected=expected)
    yield said.TESTED(percent=100.0 * tested.level, low=tested.low, high=tested.high)
    yield from _expected(question)
    if verdict is not Verdict.PLATEAU:
        return
    if trend.volume_percent_per_week.low > 0.0:
        yield said.VOLUME_RISES(low=trend.volume_percent_per_week.low)
    yield from PLATEAU_ANSWERS


def _expected(question: PlateauQuestion) -> Iterator[Reason]:
    return said.expected_rise(question.training_age, question.expected_percent_per_week)


def _warnings(verdict: Verdict, trend: StrengthTrend) -> Iterator[Reason]:
    if verdict is Verdict.PLATEAU and not trend.effort_counts:
        yield said.EFFORT_UNKNOWN()
