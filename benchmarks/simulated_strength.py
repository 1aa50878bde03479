"""Simulated lifters of known progress: does the interval hold it, what does the verdict say."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from statistics import fmean

import numpy as np

from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.course.expectation import EXPECTATIONS, TrainingAge
from app.engine.strength.course.plateau import PlateauQuestion, plateau
from app.engine.strength.course.trend import strength_trend
from benchmarks.tables import Cell, show

NOW = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
LIFTERS = 300
NOISES = (
    (0.042, 0.0, 3.5),
    (0.042, 0.0, 7.0),
    (0.042, 0.3, 3.5),
    (0.042, 0.5, 3.5),
    (0.07, 0.0, 7.0),
)
"""Standard deviation of a session, correlation of neighbours, days between."""


def lifter(
    random: np.random.Generator,
    percent_per_week: float,
    weeks: float,
    noise: tuple[float, float, float],
) -> list[ExerciseSession]:
    sd, likeness, gap_days = noise
    days = np.arange(7.0 * weeks, 0.0, -gap_days)
    days = days + random.uniform(-0.6, 0.6, len(days))
    off = random.normal(0.0, sd, len(days))
    for n in range(1, len(days)):
        off[n] = likeness * off[n - 1] + (1.0 - likeness**2) ** 0.5 * off[n]
    loads_kg = 100.0 * np.exp(off - percent_per_week / 100.0 * days / 7.0)
    return [
        ExerciseSession(
            NOW - timedelta(days=float(ago)), (PerformedSet(f"{n}", float(load_kg), 5, 0.0),)
        )
        for n, (ago, load_kg) in enumerate(zip(days, loads_kg, strict=True))
    ]


def simulated_table() -> str:
    rows = [
        simulated(age, rate, EXPECTATIONS[age].weeks, noise)
        for age in TrainingAge
        for rate in (EXPECTATIONS[age].percent_per_week, 0.0)
        for noise in NOISES
    ]
    header = ("true rise, noise, likeness, days apart", "80 % covers", "plateau", "rises", "falls")
    return show("Simulated lifters: shares of verdicts", header, rows)


def simulated(
    age: TrainingAge, rate: float, weeks: float, noise: tuple[float, float, float]
) -> list[Cell]:
    random = np.random.default_rng(7)
    verdicts: Counter[str] = Counter()
    held = []
    for _ in range(LIFTERS):
        trend = strength_trend(lifter(random, rate, weeks, noise), NOW, weeks=weeks + 1.0)
        part = plateau(trend, PlateauQuestion(NOW, age))
        verdicts[part.value.verdict.value if part.value else "untold"] += 1
        if trend.value is not None:
            percent = trend.value.percent_per_week
            held.append(percent.low <= rate <= percent.high)
    shares = [verdicts[name] / LIFTERS for name in ("plateau", "progressing", "declining")]
    sd, likeness, gap_days = noise
    name = f"{age.value}: {rate:g} %, {100 * sd:.1f} %, {likeness:g}, {gap_days:g}"
    return [name, fmean(held), *shares]
