"""Logs of one set a session that follow a line, for trends."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from app.engine.records import ExerciseSession, PerformedSet
from tests.engine.strength.written import NOW


def line(
    percent_per_week: float,
    weeks: float = 12.0,
    *,
    gap_days: float = 3.5,
    last_days_ago: float = 1.0,
    repetitions: int = 5,
    reserve: float | None = 0.0,
    noise: Sequence[float] | None = None,
) -> list[ExerciseSession]:
    """Loads that grow from 100 kg on, session by session; `noise` is added to their logarithms."""
    days = np.arange(0.0, 7 * weeks + 1e-9, gap_days)
    logs = np.log(100.0) + np.log1p(percent_per_week / 100.0) * days / 7.0
    if noise is not None:
        logs = logs + np.array(noise)[: len(days)]
    return [
        ExerciseSession(
            NOW - timedelta(days=float(days[-1] - day + last_days_ago)),
            (PerformedSet(f"{n}", float(np.exp(log)), repetitions, reserve),),
        )
        for n, (day, log) in enumerate(zip(days, logs, strict=True))
    ]


def noisy(
    percent_per_week: float,
    weeks: float,
    seed: int,
    *,
    sd: float = 0.042,
    likeness: float = 0.0,
    gap_days: float = 3.5,
) -> list[ExerciseSession]:
    """With normal noise whose neighbours are correlated by `likeness`."""
    random = np.random.default_rng(seed)
    count = int(7 * weeks / gap_days) + 2
    noise = [random.normal(0.0, sd)]
    for _ in range(count):
        noise.append(likeness * noise[-1] + (1 - likeness**2) ** 0.5 * random.normal(0.0, sd))
    return line(percent_per_week, weeks, gap_days=gap_days, noise=noise)
