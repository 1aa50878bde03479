"""Weight 7 and 28 days ahead on a log, through the public functions, beside simple predictors.

The rules: a week ahead, the target is the single weighing nearest to +7 ± 1 days, after at least 21
days and 6 weighings in the last 21. A month ahead, origins are all days from day 60 on, the intake
then eaten is given, and the target is the centred 7-day mean 28 days on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from app.engine.energy.advice import energy_advice
from app.engine.energy.body.composition import WISHNOFSKY_KCAL_PER_KG
from app.engine.energy.expenditure.body_mass_ahead import body_mass_ahead
from app.engine.records import Athlete, IntakeDay
from benchmarks.body_logs import RealLog, reduced
from benchmarks.simulated_diets import Array

NOBODY = Athlete()
"""Nothing but the log is known."""
MONTH_DAYS = 28
FIRST_ORIGIN = 60
BAR = (14, 28, 42, 56)
WINDOWS = (*BAR, 84)


@dataclass(frozen=True)
class Scores:
    """Absolute errors [kg] by predictor, and whether our own 80 % interval held."""

    errors: Mapping[str, Sequence[float]]
    inside: Sequence[bool] = ()


@dataclass(frozen=True)
class WeekTarget:
    day: int
    ahead_days: int
    then_kg: float
    days: Array
    """Of all earlier weighings, and their masses."""
    masses_kg: Array


def week_targets(log: RealLog) -> Iterator[WeekTarget]:
    days, masses = reduced(log)
    for index, day in enumerate(days):
        if day - days[0] < 21 or np.sum((days > day - 21) & (days <= day)) < 6:
            continue
        ahead = [i for i in range(len(days)) if 6 <= days[i] - day <= 8]
        if not ahead:
            continue
        then = min(ahead, key=lambda i: (abs(days[i] - day - 7), i))
        yield WeekTarget(
            int(day),
            int(days[then] - day),
            float(masses[then]),
            days[: index + 1],
            masses[: index + 1],
        )


def ewma(masses: Array, gain: float) -> float:
    mean = float(masses[0])
    for mass in masses[1:]:
        mean += gain * (float(mass) - mean)
    return mean


def baselines(target: WeekTarget) -> dict[str, float]:
    """The simple predictors [kg]."""
    recent = target.days > target.day - 7
    return {
        "last": float(target.masses_kg[-1]),
        "EWMA .25": ewma(target.masses_kg, 0.25),
        "7-day mean": float(target.masses_kg[recent].mean()),
        "EWMA .1": ewma(target.masses_kg, 0.1),
    }


def week_ahead(log: RealLog) -> Scores:
    errors: dict[str, list[float]] = {}
    inside: list[bool] = []
    for target in week_targets(log):
        on = log.day(target.day)
        ahead = body_mass_ahead(NOBODY, *log.until(on), on=on, days_ahead=target.ahead_days).value
        assert ahead is not None
        shown = ahead.weighing
        inside.append(shown.low <= target.then_kg <= shown.high)
        for name, guess in {"ours": shown.value, **baselines(target)}.items():
            errors.setdefault(name, []).append(abs(guess - target.then_kg))
    return Scores(errors, inside)


@dataclass(frozen=True)
class MonthTarget:
    origin: int
    start_kg: float
    """Trailing 7-day mean."""
    then_kg: float
    eaten_kcal: Array
    """Of each day of the log, the mean where a day is missing."""

    @property
    def coming_kcal(self) -> float:
        return float(self.eaten_kcal[self.origin : self.origin + MONTH_DAYS].sum())

    def predicted(self, from_kg: float, spent_kcal: float) -> float:
        change_kcal = self.coming_kcal - MONTH_DAYS * spent_kcal
        return from_kg + change_kcal / WISHNOFSKY_KCAL_PER_KG


def month_targets(log: RealLog) -> Iterator[MonthTarget]:
    days, masses = reduced(log)
    eaten = _eaten(log, int(days[-1]))
    for origin in range(FIRST_ORIGIN, int(days[-1]) - MONTH_DAYS + 1):
        now = masses[(days > origin - 7) & (days <= origin)]
        then = masses[np.abs(days - origin - MONTH_DAYS) <= 3]
        if len(now) and len(then):
            yield MonthTarget(origin, float(now.mean()), float(then.mean()), eaten)


def _eaten(log: RealLog, last: int) -> Array:
    eaten = np.full(last + 1, np.mean([day.energy_kcal for day in log.intake_days]))
    for day in log.intake_days:
        if 0 <= (number := (day.eaten_on - log.first_day).days) <= last:
            eaten[number] = day.energy_kcal
    return eaten


def month_ahead(log: RealLog, step: int = 1) -> Scores:
    """By the balance from our expenditure, from our mass and from the 7-day mean; by our forecast
    of body mass; and by least squares over trailing windows."""
    errors: dict[str, list[float]] = {}
    inside: list[bool] = []
    for target in list(month_targets(log))[::step]:
        on = log.day(target.origin)
        mass_kg, spent_kcal = _filtered(log, on)
        ahead = body_mass_ahead(
            NOBODY, *log.until(on), on=on, days_ahead=MONTH_DAYS, planned=planned(target, on)
        ).value
        assert ahead is not None
        inside.append(ahead.body_mass.low <= target.then_kg <= ahead.body_mass.high)
        guesses = {
            "ours": target.predicted(mass_kg, spent_kcal),
            "ours, 7-day mean": target.predicted(target.start_kg, spent_kcal),
            "our forecast": ahead.body_mass.value,
            **by_windows(log, target),
        }
        for name, guess in guesses.items():
            errors.setdefault(name, []).append(abs(guess - target.then_kg))
    return Scores(errors, inside)


def by_windows(log: RealLog, target: MonthTarget) -> dict[str, float]:
    """Least squares over trailing windows [kg]."""
    days, masses = reduced(log)
    guesses = {}
    for window in WINDOWS:
        chosen = (days > target.origin - window) & (days <= target.origin)
        if chosen.sum() >= 3:
            spent = _least_squares(target, window, days[chosen], masses[chosen])
            guesses[f"{window} d"] = target.predicted(target.start_kg, spent)
    return guesses


def best_window(log: RealLog, targets: Sequence[MonthTarget]) -> float:
    """Mean absolute error of the best window of 14 to 56 days [kg]."""
    missed: dict[str, list[float]] = {}
    for target in targets:
        for name, guess in by_windows(log, target).items():
            missed.setdefault(name, []).append(abs(guess - target.then_kg))
    return min(float(np.mean(missed[f"{window} d"])) for window in BAR if f"{window} d" in missed)


def _filtered(log: RealLog, on: date) -> tuple[float, float]:
    answer = energy_advice(NOBODY, *log.until(on), on=on)
    mass, spent = answer.body_mass.value, answer.expenditure.value
    return mass.value if mass else np.nan, spent.estimate.value if spent else np.nan


def planned(target: MonthTarget, on: date) -> list[IntakeDay]:
    coming = target.eaten_kcal[target.origin : target.origin + MONTH_DAYS].tolist()
    return [
        IntakeDay(f"p{lag}", on + timedelta(days=lag), energy_kcal)
        for lag, energy_kcal in enumerate(coming)
    ]


def _least_squares(target: MonthTarget, window: int, days: Array, masses: Array) -> float:
    slope = float(np.polyfit(days, masses, 1)[0])
    eaten = target.eaten_kcal[max(target.origin - window, 0) : target.origin]
    return float(eaten.mean()) - WISHNOFSKY_KCAL_PER_KG * slope
