"""Real logs of weight and intake, as their owners' apps wrote them."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from app.engine.energy.expenditure.log import WINDOW_DAYS, is_coarse
from app.engine.records import IntakeDay, Weighing
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

    def day(self, number: int) -> date:
        """The calendar day of a day number."""
        return self.first_day + timedelta(days=number)

    def until(self, on: date) -> tuple[tuple[Weighing, ...], tuple[IntakeDay, ...]]:
        """What the engine reads on a day: the records of the window that ends there."""
        first = on - timedelta(days=WINDOW_DAYS)
        return (
            tuple(w for w in self.weighings if first < w.weighed_on <= on),
            tuple(d for d in self.intake_days if first < d.eaten_on <= on),
        )


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
