"""Choose the constants of `scatter.py`: `python -m benchmarks.fit_scatter DATA [--in-halves]`.

The price of a choice adds up, each part about 1: the error of weight a week ahead on the real logs,
over that of the best simple predictor of each, and how likely the weights were; the error a month
ahead on the real logs with intake and on simulated cuts, over that of the best window; and on
simulated diets how likely the truth was and how far the 80 % interval is from holding 80 %. From
round numbers on, one constant after another is made larger or smaller while that lowers the price.

With `--in-halves` the constants are chosen twice, by one half of the real logs each, and the
other half is scored by them: those are the figures of docs/science/expenditure.md that tell how the
choice carries over. The start is fitted to no log, so that nothing of the other half is in it.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from itertools import product
from pathlib import Path

import numpy as np

from app.engine.answer import Z_80_PERCENT
from app.engine.energy.expenditure.beliefs import beliefs, read_log
from app.engine.energy.expenditure.filter_log import Filtered, Prior, filter_log
from app.engine.energy.expenditure.log import Log
from app.engine.energy.expenditure.observations import Asked, View
from app.engine.energy.expenditure.scatter import Scatter
from benchmarks.body_logs import LOGS, RealLog
from benchmarks.body_scores import (
    MONTH_DAYS,
    NOBODY,
    baselines,
    best_window,
    month_targets,
    planned,
    week_targets,
)
from benchmarks.simulated_cuts import draw_cuts
from benchmarks.simulated_diets import FIRST_DAY, WEEKS, Array, draw_diets

BY_HAND = (
    "sluggish_days",
    "weekday",
    "settled_days",
    "changing_days",
    "never_logged",
    "never_logged_days",
    "unlogged",
    "unlogged_days",
    "coming_days",
    "glycogen_kg",
    "glycogen_sd_kg",
    "glycogen_days",
    "start",
)
"""Few logs tell little of how long things last, and two of what is never logged: left free, these
chase the logs at hand. So does the weekday, for a week ahead it is the same again.
"""
START = Scatter(
    water=0.006,
    water_spread=1.5,
    water_days=3.0,
    scale=0.5,
    sluggish_water=0.006,
    sluggish_days=6.0,
    sluggish_share=0.3,
    weekday=0.004,
    settled_wander=0.02,
    settled_days=40.0,
    changing_wander=0.1,
    changing_days=90.0,
    changing_odds=0.5,
    drift=0.0005,
    never_logged=0.25,
    never_logged_days=7.0,
    unlogged=0.08,
    unlogged_days=15.0,
    coming=0.1,
    coming_days=20.0,
    logging_error=0.6,
    glycogen_kg=1.5,
    glycogen_sd_kg=1.2,
    glycogen_days=3.0,
    start=0.1,
)
STEPS = ((1.5, 0.67), (1.25, 0.8), (1.1, 0.91))
"""A sweep over all constants each, coarse first."""
LEAST_GAIN = 1e-4
CUT_STEP = 10
SEED = 3
UNSURE_WEEKS = (1, 2, 8)
"""Weeks that are also asked without an activity factor."""
MONTH_STEP = 8
"""Every eighth origin of a month ahead."""
HELD = (0.78, 0.82)
MISS = 8.0
"""Price of an interval that holds more or less."""


@dataclass(frozen=True)
class Size:
    """How much a price looks at."""

    people: int
    """Simulated diets."""
    cuts: int
    """Simulated cuts of each kind."""
    week_step: int
    """Every how many-th target of a week ahead."""


WHOLE = Size(people=300, cuts=2, week_step=2)
THIN = Size(people=80, cuts=1, week_step=4)
"""Where halves are left out, for that takes two choices more."""

Question = tuple[Log, Prior, tuple[Asked, ...], float]
"""A log, what is believed before, what is asked, and what came of it."""


def unlikely(error: Array, sd: Array) -> float:
    """Mean of minus the log likelihood, but for a constant."""
    return float(np.mean(np.log(sd) + 0.5 * (error / sd) ** 2))


@dataclass(frozen=True)
class Weeks:
    """Weight a week ahead on one log."""

    questions: Sequence[Question]
    best: float
    """Mean absolute error of the best simple predictor [kg]."""

    def price(self, scatter: Scatter) -> float:
        error, sd = errors(self.questions, scatter)
        ratio = float(np.abs(error).mean()) / self.best
        return ratio + 2.0 * max(ratio - 1.0, 0.0) + 0.3 * unlikely(error, sd)


@dataclass(frozen=True)
class Months:
    """Weight a month ahead on one log, forecast with the intake then eaten, and by the balance."""

    forecast: Sequence[Question]
    now: Sequence[Question]
    """Body mass now; what came of it less the energy eaten until then, in kg."""
    best: float

    def price(self, scatter: Scatter) -> float:
        error, sd = errors(self.forecast, scatter)
        by_balance = [
            then - found.body_mass_kg + MONTH_DAYS * found.expenditure.value / 7700.0
            for found, then in answered(self.now, scatter)
        ]
        ratios = [float(np.abs(one).mean()) / self.best for one in (error, np.array(by_balance))]
        return float(np.mean(ratios)) + 0.1 * unlikely(error, sd)


@dataclass(frozen=True)
class Diets:
    """Expenditure on simulated diets, by weeks of logging."""

    questions: Mapping[int, Sequence[Question]]

    def price(self, scatter: Scatter) -> float:
        return float(np.mean([self._of(each, scatter) for each in self.questions.values()]))

    def _of(self, questions: Sequence[Question], scatter: Scatter) -> float:
        found = [(one.expenditure, truth) for one, truth in answered(questions, scatter)]
        miss = np.array([got.value - truth for got, truth in found])
        sd = np.array([(got.high - got.low) / 2.0 / Z_80_PERCENT for got, _ in found])
        held = float(np.mean([got.low <= truth <= got.high for got, truth in found]))
        low, high = HELD
        return 0.3 * unlikely(miss / 100.0, sd / 100.0) + MISS * max(held - high, low - held, 0.0)


def answered(questions: Sequence[Question], scatter: Scatter) -> list[tuple[Filtered, float]]:
    return [(filter_log(log, prior, asked, scatter), came) for log, prior, asked, came in questions]


def errors(questions: Sequence[Question], scatter: Scatter) -> tuple[Array, Array]:
    found = answered(questions, scatter)
    error = np.array([came - one.body_mass_kg for one, came in found])
    return error, np.array([one.sd_kg(0) for one, _ in found])


def asked_on(log: RealLog, number: int) -> tuple[Log, Prior]:
    on = log.day(number)
    read = read_log(*log.until(on), (), on)
    return read, beliefs(NOBODY, read, None).prior


def weeks(log: RealLog, step: int) -> Weeks:
    targets = list(week_targets(log))
    simple = [list(baselines(target).values()) for target in targets]
    then = np.array([target.then_kg for target in targets])
    best = np.abs(np.array(simple) - then[:, None]).mean(axis=0).min()
    questions = [
        (*asked_on(log, target.day), (Asked(-target.ahead_days, View.SCALE),), target.then_kg)
        for target in targets[::step]
    ]
    return Weeks(questions, float(best))


def months(log: RealLog, step: int) -> Months:
    forecast, now = [], []
    targets = list(month_targets(log))[::step]
    for target in targets:
        read, prior = asked_on(log, target.origin)
        coming = {day.eaten_on: day.energy_kcal for day in planned(target, read.on)}
        told = replace(read.intake, energy_kcal=read.intake.energy_kcal | coming)
        forecast.append((replace(read, intake=told), prior, (Asked(-MONTH_DAYS),), target.then_kg))
        came = target.then_kg - target.coming_kcal / 7700.0
        now.append((read, prior, (Asked(0),), came))
    return Months(forecast, now, best_window(log, targets))


def diets(weeks_asked: Sequence[int], people: int, *, with_factor: bool) -> Diets:
    questions: dict[int, list[Question]] = {}
    for diet in draw_diets(people, seed=SEED, with_factor=with_factor):
        for number in weeks_asked:
            on = FIRST_DAY + timedelta(days=7 * number)
            read = read_log(diet.weighings, diet.intake_days, (), on)
            prior = beliefs(diet.athlete, read, diet.activity_factor).prior
            truth = float(diet.spent_kcal[7 * number - 1])
            questions.setdefault(number, []).append((read, prior, (Asked(0),), truth))
    return Diets(questions)


Price = Callable[[Scatter], float]


def simulated(size: Size) -> Price:
    """The part of the price that no real log enters."""
    cuts = [months(log, CUT_STEP) for _, logs in draw_cuts(size.cuts) for log in logs]
    people = [
        diets(WEEKS, size.people, with_factor=True),
        diets(UNSURE_WEEKS, size.people, with_factor=False),
    ]

    def price(scatter: Scatter) -> float:
        of_cuts = np.mean([one.price(scatter) for one in cuts])
        return float(0.4 * of_cuts + np.mean([one.price(scatter) for one in people]))

    return price


def on_logs(logs: Sequence[RealLog], size: Size) -> Price:
    short = [weeks(log, size.week_step) for log in logs]
    long = [months(log, MONTH_STEP) for log in logs if log.intake_days]

    def price(scatter: Scatter) -> float:
        of_months = np.mean([one.price(scatter) for one in long])
        return float(np.mean([one.price(scatter) for one in short]) + 0.5 * of_months)

    return price


def chosen(price: Price, start: Scatter = START) -> Scatter:
    """The constants of the lowest price that steps in one of them at a time lead to."""
    names = [field.name for field in fields(Scatter) if field.name not in BY_HAND]
    best, lowest = start, price(start)
    print(f"start: {lowest:.4f}", flush=True)
    for steps in STEPS:
        for name, step in product(names, steps):
            while is_possible(next_one := _stepped(best, name, step)):
                if (tried := price(next_one)) >= lowest - LEAST_GAIN:
                    break
                best, lowest = next_one, tried
        print(f"steps {steps}: {lowest:.4f} {best}", flush=True)
    return best


def is_possible(scatter: Scatter) -> bool:
    return scatter.sluggish_share < 1.0


def _stepped(scatter: Scatter, name: str, step: float) -> Scatter:
    return replace(scatter, **{name: float(f"{getattr(scatter, name) * step:.3g}")})


def chosen_by(logs: Sequence[RealLog], size: Size) -> Scatter:
    of_logs, aside = on_logs(logs, size), simulated(size)
    return chosen(lambda scatter: of_logs(scatter) + aside(scatter))


def score(log: RealLog, scatter: Scatter) -> str:
    """Mean absolute error a week and a month ahead, and how often the 80 % interval holds."""
    parts: list[tuple[str, Sequence[Question], float]] = []
    short = weeks(log, 1)
    parts.append(("7 days", short.questions, short.best))
    if log.intake_days:
        long = months(log, MONTH_STEP)
        parts.append(("28 days", long.forecast, long.best))
    cells = []
    for ahead, questions, best in parts:
        error, sd = errors(questions, scatter)
        held = np.mean(np.abs(error) < Z_80_PERCENT * sd)
        cells.append(f"{ahead} {np.abs(error).mean():.3f} kg (best {best:.3f}), held {held:.2f}")
    return f"{log.name}: {'; '.join(cells)}"


def show_scores(logs: Sequence[RealLog], scatter: Scatter) -> None:
    for log in logs:
        print(score(log, scatter), flush=True)


def main(arguments: Sequence[str]) -> int:
    logs = [read(Path(arguments[0]) / "body") for read in LOGS]
    if "--in-halves" in arguments:
        halves = logs[::2], logs[1::2]
        for half, other in (halves, halves[::-1]):
            show_scores(other, chosen_by(half, THIN))
        return 0
    found = chosen_by(logs, WHOLE)
    for field in fields(Scatter):
        print(f"    {field.name}={getattr(found, field.name)},")
    show_scores(logs, found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
