"""Real logs of weight and intake, and the error of weight 7 and 28 days ahead on them."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from app.engine.energy.advice import energy_advice
from app.engine.energy.composition import WISHNOFSKY_KCAL_PER_KG
from app.engine.energy.log import is_coarse
from app.engine.records import Athlete, IntakeDay, Weighing
from app.engine.units import KG_PER_LB
from benchmarks.simulated_diets import Array, intake_day, weighing


@dataclass(frozen=True)
class RealLog:
    name: str
    weighings: tuple[Weighing, ...]
    intake_days: tuple[IntakeDay, ...]

    @property
    def first_day(self) -> date:
        return self.weighings[0].weighed_on


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as lines:
        return list(csv.DictReader(lines))


def log_of(name: str, masses_kg: Mapping[date, float], intake: Mapping[date, float]) -> RealLog:
    first = min(masses_kg)
    return RealLog(
        name,
        tuple(weighing((d - first).days, m, first) for d, m in sorted(masses_kg.items())),
        tuple(intake_day((d - first).days, kcal, first) for d, kcal in sorted(intake.items())),
    )


def read_intake_and_weight(folder: Path) -> RealLog:
    masses, intake = {}, {}
    for row in rows(folder / "intake_weight_lb_828_days.csv"):
        month, day, year = map(int, row["date"].split("/"))
        on = date(year, month, day)
        if row["weight"]:
            masses[on] = float(row["weight"]) * KG_PER_LB
        if row["food"]:
            intake[on] = float(row["food"])
    return log_of("intake_weight_lb_828_days", masses, intake)


def read_planned(folder: Path) -> RealLog:
    masses = {
        datetime.strptime(row["date"], "%Y%m%d").replace(tzinfo=UTC).date(): float(row["bw"])
        * KG_PER_LB
        for row in rows(folder / "weight_lb_yyyymmdd.csv")
        if row["bw"]
    }
    intake = {}
    for row in rows(folder / "planned_intake_periods.csv"):
        on = datetime.strptime(row["startDate"], "%Y%m%d").replace(tzinfo=UTC).date()
        end = min(
            datetime.strptime(row["endDate"], "%Y%m%d").replace(tzinfo=UTC).date(), max(masses)
        )
        while on <= end:
            intake[on] = float(row["calories"])
            on += timedelta(days=1)
    return log_of("weight_lb_yyyymmdd", masses, intake)


def read_carried_forward(folder: Path) -> RealLog:
    masses: dict[date, float] = {}
    for row in rows(folder / "weight_lb_carried_forward.csv"):
        on = date.fromisoformat(row["Date"])
        if on >= date(2013, 6, 1):
            masses[on] = float(row["Recorded"]) * KG_PER_LB
    return log_of("weight_lb_carried_forward", masses, {})


def read_integers(folder: Path) -> RealLog:
    masses = {
        date.fromisoformat(row["date"]): float(row["pounds"]) * KG_PER_LB
        for row in rows(folder / "weight_lb_integers.csv")
    }
    return log_of("weight_lb_integers", masses, {})


LOGS: Sequence[Callable[[Path], RealLog]] = (
    read_intake_and_weight,
    read_planned,
    read_carried_forward,
    read_integers,
)


def reduced(log: RealLog) -> tuple[Array, Array]:
    """Day numbers and masses; runs of three or more equal values reduced to their first day."""
    first = log.first_day
    days = np.array([(w.weighed_on - first).days for w in log.weighings], dtype=float)
    masses = np.array([w.body_mass_kg for w in log.weighings])
    if is_coarse(masses.tolist()):
        return days, masses
    keep = np.ones(len(masses), dtype=bool)
    start = 0
    for index in range(1, len(masses) + 1):
        if index == len(masses) or abs(masses[index] - masses[start]) > 1e-9:
            if index - start >= 3:
                keep[start + 1 : index] = False
            start = index
    return days[keep], masses[keep]


def filtered(log: RealLog, on: date) -> tuple[float, float]:
    """Body mass and expenditure of a person of whom nothing but the log is known."""
    answer = energy_advice(Athlete(), log.weighings, log.intake_days, on=on)
    mass, spent = answer.body_mass.value, answer.expenditure.value
    return mass.value if mass else np.nan, spent.estimate.value if spent else np.nan


def ewma(masses: Array, gain: float) -> float:
    mean = float(masses[0])
    for mass in masses[1:]:
        mean += gain * (float(mass) - mean)
    return mean


def week_ahead(log: RealLog) -> dict[str, list[float]]:
    """Errors of the weight 7 days ahead [kg], by predictor."""
    days, masses = reduced(log)
    errors: dict[str, list[float]] = {}
    for index, day in enumerate(days):
        if day - days[0] < 21 or np.sum((days > day - 21) & (days <= day)) < 6:
            continue
        ahead = [i for i in range(len(days)) if 6 <= days[i] - day <= 8]
        if not ahead:
            continue
        target = masses[min(ahead, key=lambda i: (abs(days[i] - day - 7), i))]
        past = masses[: index + 1]
        got = filtered(log, log.first_day + timedelta(days=int(day)))
        guesses = {
            "filter": got[0],
            "last": float(past[-1]),
            "EWMA .25": ewma(past, 0.25),
            "7-day mean": float(masses[: index + 1][days[: index + 1] > day - 7].mean()),
            "EWMA .1": ewma(past, 0.1),
        }
        for name, guess in guesses.items():
            errors.setdefault(name, []).append(abs(guess - float(target)))
    return errors


def month_ahead(log: RealLog) -> dict[str, list[float]]:
    """Errors of the weight 28 days ahead given the intake then eaten [kg], by predictor."""
    days, masses = reduced(log)
    last = int(days[-1])
    eaten = np.full(last + 1, np.mean([d.energy_kcal for d in log.intake_days]))
    for day in log.intake_days:
        if 0 <= (lag := (day.eaten_on - log.first_day).days) <= last:
            eaten[lag] = day.energy_kcal
    errors: dict[str, list[float]] = {}
    for origin in range(60, last - 28 + 1):
        now = masses[(days > origin - 7) & (days <= origin)]
        then = masses[np.abs(days - origin - 28) <= 3]
        if not len(now) or not len(then):
            continue
        target, start = float(then.mean()), float(now.mean())
        coming = eaten[origin : origin + 28].sum()
        now_kg, spent = filtered(log, log.first_day + timedelta(days=origin))
        guesses = {
            "filter": now_kg + (coming - 28 * spent) / WISHNOFSKY_KCAL_PER_KG,
            "filter, 7-day mean": start + (coming - 28 * spent) / WISHNOFSKY_KCAL_PER_KG,
        }
        for window in (14, 28, 42, 56, 84):
            inside = (days > origin - window) & (days <= origin)
            if inside.sum() < 3:
                continue
            slope = np.polyfit(days[inside], masses[inside], 1)[0]
            tdee = eaten[max(origin - window, 0) : origin].mean() - WISHNOFSKY_KCAL_PER_KG * slope
            guesses[f"{window} d"] = start + (coming - 28 * tdee) / WISHNOFSKY_KCAL_PER_KG
        for name, guess in guesses.items():
            errors.setdefault(name, []).append(abs(guess - target))
    return errors
