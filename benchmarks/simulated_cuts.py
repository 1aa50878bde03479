"""Fast cuts of 245 days: expenditure on the scale of the log falls as the body does, and wavers.

Made to resemble a real cut in what trailing windows make of it: least squares over 28 or 42 days
beats shorter and longer ones. What wavers are activity, adaptation and the care of logging.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from benchmarks.body_logs import RealLog, log_of
from benchmarks.simulated_diets import Array, ar1

DAYS = 245
FIRST_DAY = date(2022, 1, 3)


@dataclass(frozen=True)
class Cut:
    name: str
    fall_kcal: float
    """Of expenditure, a day."""
    waver_kcal: float
    waver_days: float
    scale_kg: float
    per_day: float
    """Correlation of the scale's noise."""
    step_kcal: float = 0.0
    """Of expenditure, at the middle of the cut."""


CUTS = (
    Cut("natural", 2.0, 60.0, 40.0, 0.28, 0.3),
    Cut("falling", 3.0, 80.0, 60.0, 0.25, 0.3),
    Cut("wavering", 4.0, 200.0, 80.0, 0.3, 0.3),
    Cut("step", 2.0, 60.0, 40.0, 0.3, 0.3, -350.0),
)
START_KG, START_KCAL, DEFICIT_KCAL = 95.0, 3000.0, 700.0
KCAL_PER_KG = 7400.0
GLYCOGEN_KG = 2.0
LOGGING_ERROR = 0.09


def draw_cut(cut: Cut, seed: int) -> RealLog:
    rng = np.random.default_rng(seed)
    day = np.arange(DAYS)
    spent = START_KCAL - cut.fall_kcal * day + _waver(rng, cut) + cut.step_kcal * (day > DAYS // 2)
    intended = START_KCAL - DEFICIT_KCAL - 0.6 * cut.fall_kcal * day
    eaten = np.maximum(intended * rng.normal(1.0, 0.12, DAYS), 600.0)
    logged = eaten * np.maximum(rng.normal(1.0, LOGGING_ERROR, DAYS), 0.3)
    tissue = START_KG + np.concatenate(([0.0], np.cumsum(eaten - spent))) / KCAL_PER_KG
    week = 0.15 * np.cos(2.0 * np.pi * np.arange(DAYS + 1) / 7.0)
    noise = ar1(rng, cut.scale_kg, cut.per_day, (DAYS + 1,))
    shown = np.round(tissue + GLYCOGEN_KG * _drive(eaten / spent - 1.0) + week + noise, 1)
    weighed = [0, *(np.flatnonzero(rng.random(DAYS - 1) > 0.08) + 1).tolist(), DAYS]
    first = FIRST_DAY.toordinal()
    return log_of(
        f"{cut.name} {seed}",
        {date.fromordinal(first + one): float(shown[one]) for one in weighed},
        {date.fromordinal(first + one): float(logged[one]) for one in range(DAYS)},
    )


def _waver(rng: np.random.Generator, cut: Cut) -> Array:
    decay = float(np.exp(-1.0 / cut.waver_days))
    return ar1(rng, cut.waver_kcal, decay, (DAYS,))


def _drive(balance: Array) -> Array:
    """Water follows the balance of the last days."""
    drive = [float(balance[0])]
    for share in balance.tolist():
        drive.append(drive[-1] + 0.5 * (share - drive[-1]))
    return np.array(drive)


def draw_cuts(seeds: int) -> Iterator[tuple[str, list[RealLog]]]:
    for cut in CUTS:
        yield cut.name, [draw_cut(cut, seed) for seed in range(seeds)]
