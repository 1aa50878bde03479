"""Score maxima, trends and verdicts: `python -m benchmarks.strength FOLDER`.

No log holds a measured maximum. A set of one to six repetitions with known effort stands for one:
its own maximum by Epley is the truth that earlier, lighter sets are held against.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import hypot, log, log1p
from pathlib import Path
from statistics import fmean, median

from app.engine.answer import Estimate
from app.engine.records import ExerciseSession
from app.engine.strength.course.outlook import WEEKS_AHEAD, strength_outlook
from app.engine.strength.course.plateau import PlateauQuestion, plateau
from app.engine.strength.course.strength_points import series_of
from app.engine.strength.course.trend import SERIES_EQUATION, strength_trend
from app.engine.strength.maximum.estimate import estimated_maximum
from app.engine.strength.maximum.repmax import one_repetition_maximum_kg
from app.engine.strength.strength_log import read_strength_log
from benchmarks.logs import Log, read_all
from benchmarks.simulated_strength import simulated_table
from benchmarks.tables import Cell, show
from benchmarks.targets import counts, known_capacity, load_of

MOST_POSSIBLE = 6.0
LOOK_BACK = timedelta(days=90)
FEWEST_EARLIER = 4
LIGHTER_BY = (1.0001, 1.08, 1.15, 1.25)
MOST_LIGHTER = 1.6

FEWEST_SESSIONS = 20
STEP = 5
OUTLOOK_STEP = 8
FEWEST_THEN = 2
AHEAD = timedelta(weeks=8)
SETTINGS = ((12.0, 1.0), (26.0, 0.4), (52.0, 0.15))
"""Weeks looked back and the rise expected [% a week]."""


@dataclass(frozen=True, slots=True)
class MaximumScore:
    """Log of the estimate over the truth, in percent."""

    answered: float
    own_curve: float
    published_curve: float
    best_set: float | None
    held: bool
    lifter: str


def maximum_scores(lifter: str, logged: Log, lighter_by: float) -> Iterator[MaximumScore]:
    for sessions in logged.values():
        for n, session in enumerate(sessions):
            known = [
                (load_of(one), possible)
                for one in session.sets
                if counts(one)
                and (possible := known_capacity(one)) is not None
                and possible <= MOST_POSSIBLE
            ]
            if n > STEP and known:
                score = score_maximum(lifter, sessions[:n], session, max(known), lighter_by)
                if score is not None:
                    yield score


def score_maximum(
    lifter: str,
    before: tuple[ExerciseSession, ...],
    session: ExerciseSession,
    known: tuple[float, float],
    lighter_by: float,
) -> MaximumScore | None:
    load_kg, possible = known
    earlier = [
        ExerciseSession(one.performed_at, sets)
        for one in before
        if session.performed_at - one.performed_at <= LOOK_BACK
        and (
            sets := tuple(
                each for each in one.sets if counts(each) and load_of(each) <= load_kg / lighter_by
            )
        )
    ]
    if len(earlier) < FEWEST_EARLIER:
        return None
    value = estimated_maximum(earlier, session.performed_at).value
    if value is None or load_kg > MOST_LIGHTER * value.heaviest_lately_kg:
        return None
    truth_kg = one_repetition_maximum_kg(load_kg, 1, possible - 1.0)

    def off(maximum_kg: float) -> float:
        return 100.0 * log(maximum_kg / truth_kg)

    return MaximumScore(
        off(value.maximum_kg.value),
        off(value.own_curve_kg),
        off(value.published_curve_kg),
        off(value.best_set.maximum_kg) if value.best_set else None,
        value.maximum_kg.low <= truth_kg <= value.maximum_kg.high,
        lifter,
    )


def maximum_table(logs: dict[str, Log]) -> str:
    rows: list[list[Cell]] = []
    for lighter_by in LIGHTER_BY:
        scores = [
            one for name, log in logs.items() for one in maximum_scores(name, log, lighter_by)
        ]
        if not scores:
            continue
        columns = {
            "answered": [one.answered for one in scores],
            "own curve": [one.own_curve for one in scores],
            "published curve": [one.published_curve for one in scores],
            "best set, Epley": [one.best_set for one in scores if one.best_set is not None],
        }
        held = fmean(one.held for one in scores)
        lifters = len({one.lifter for one in scores})
        for name, off in columns.items():
            rows.append(
                [
                    f"{100 * (lighter_by - 1):.0f} % lighter, {name}",
                    len(off),
                    lifters,
                    median(off),
                    fmean(abs(one) for one in off),
                    fmean(one * one for one in off) ** 0.5,
                    held if name == "answered" else None,
                ]
            )
    header = ("earlier sets at least", "sets", "lifters", "bias", "MAE", "RMS", "80 % covers")
    return show("Maximum against sets of 1 to 6 repetitions, %", header, rows)


@dataclass(frozen=True, slots=True)
class TrendScore:
    verdict: str
    change_percent: float
    """Median maximum of the next eight weeks over the level now."""
    residual_percent: float
    held: bool
    """By the interval of the level and the noise of one session."""


def trend_scores(logged: Log, weeks: float, expected: float) -> Iterator[TrendScore]:
    for sessions in logged.values():
        if len(sessions) < FEWEST_SESSIONS:
            continue
        for n in range(12, len(sessions), STEP):
            at = sessions[n - 1].performed_at + timedelta(hours=1)
            trend = strength_trend(sessions, at, weeks=weeks)
            later = maxima_of(sessions[n:])
            if trend.value is None or len(later) < FEWEST_EARLIER:
                continue
            part = plateau(trend, PlateauQuestion(at, None, expected))
            verdict = part.value.verdict.value if part.value else part.because[0].code
            level, residual = trend.value.level_kg, max(trend.value.residual_percent, 4.2) / 100.0
            yield TrendScore(
                verdict,
                100.0 * log(median(later) / level.value),
                trend.value.residual_percent,
                holds(level, residual, later[0]),
            )


def maxima_of(sessions: tuple[ExerciseSession, ...]) -> list[float]:
    """Of the weeks after the first of them."""
    if not sessions:
        return []
    end = sessions[0].performed_at + AHEAD
    series = series_of(read_strength_log(sessions, end, AHEAD), SERIES_EQUATION)
    return [point.maximum_kg for point in series.points]


def holds(level: Estimate, residual: float, next_kg: float) -> bool:
    half = hypot(log(level.high / level.low) / 2.0, 1.2816 * residual)
    return abs(log(next_kg / level.value)) <= half


def trend_table(logs: dict[str, Log]) -> str:
    rows: list[list[Cell]] = []
    for weeks, expected in SETTINGS:
        scores = [one for log in logs.values() for one in trend_scores(log, weeks, expected)]
        for verdict in sorted({one.verdict for one in scores}):
            these = [one for one in scores if one.verdict == verdict]
            rows.append(
                [
                    f"{weeks:.0f} weeks, {expected:g} % expected: {verdict}",
                    len(these),
                    median(one.change_percent for one in these),
                    median(one.residual_percent for one in these),
                    fmean(one.held for one in these),
                ]
            )
    header = ("verdict", "times", "next 8 weeks, %", "residual, %", "level covers")
    return show("What came after a verdict", header, rows)


@dataclass(frozen=True, slots=True)
class OutlookScore:
    """Of one question, in percent of log strength."""

    weeks: int
    unchanged: float
    trend_carried_on: float
    held: bool
    """By the range of the outlook, nobody having said a training age."""


def outlook_scores(logged: Log) -> Iterator[OutlookScore]:
    for sessions in logged.values():
        for n in range(10, len(sessions) if len(sessions) >= FEWEST_SESSIONS else 0, OUTLOOK_STEP):
            at = sessions[n].performed_at + timedelta(hours=13)
            trend = strength_trend(sessions[max(0, n - 80) : n + 1], at)
            found = strength_outlook(trend, PlateauQuestion(at)).value
            if trend.value is None or found is None:
                continue
            for one in found.ahead:
                then = at + timedelta(weeks=one.weeks)
                later = maxima_of(
                    tuple(each for each in sessions[n + 1 :] if near(each.performed_at, then))
                )
                if len(later) < FEWEST_THEN:
                    continue
                truth = median(later)
                change = log(truth / trend.value.level_kg.value)
                carried = one.weeks * log1p(trend.value.percent_per_week.value / 100.0)
                held = one.maximum_kg.low <= truth <= one.maximum_kg.high
                yield OutlookScore(one.weeks, 100 * abs(change), 100 * abs(change - carried), held)


def near(instant: datetime, then: datetime) -> bool:
    return abs(instant - then) <= timedelta(days=10)


def outlook_table(logs: dict[str, Log]) -> str:
    scores = [one for log in logs.values() for one in outlook_scores(log)]
    rows: list[list[Cell]] = []
    for weeks in WEEKS_AHEAD:
        these = [one for one in scores if one.weeks == weeks]
        if these:
            rows.append(
                [
                    f"{weeks} weeks",
                    len(these),
                    fmean(one.unchanged for one in these),
                    fmean(one.trend_carried_on for one in these),
                    fmean(one.held for one in these),
                ]
            )
    header = ("ahead", "times", "unchanged, MAE %", "trend carried on, MAE %", "range covers")
    return show("Where strength was some weeks later", header, rows)


def main(arguments: list[str]) -> int:
    logs = read_all(Path(arguments[0])) if len(arguments) == 1 else {}
    if not logs:
        print("usage: python -m benchmarks.strength FOLDER, the folder that holds the logs")
        return 2
    print(maximum_table(logs))
    print(trend_table(logs))
    print(outlook_table(logs))
    print(simulated_table())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
