"""What this lifter could do at any load, taken to failure: physics, with uncertainty."""

from dataclasses import dataclass

import numpy as np

from app.engine.strength.history import Floats, History

COUNTS = np.arange(1.0, 21.0)
"""The k of P(capacity >= k)."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """Median, 80 % interval and P(capacity >= k), one row a load asked."""

    value: Floats
    low: Floats
    high: Floats
    chance: Floats


def capacity_at(history: History, log_loads: Floats) -> Capacity:
    """Repetitions to failure at each load asked [log kg]."""
    reserve = np.where(np.isnan(history.reserve), 2.0, np.minimum(history.reserve, 5.0))
    strength = history.log_load + np.log1p((history.repetitions + reserve) / 30.0)
    best = np.maximum.reduceat(strength, np.flatnonzero(np.diff(history.session, prepend=-1)))
    weight = 0.5 ** (np.arange(len(best))[::-1] / 3.0)
    mean = float(best @ weight / weight.sum())
    spread = 0.06
    quantiles = mean + spread * np.array([0.0, -1.2816, 1.2816])
    value, low, high = (
        np.clip(30.0 * np.expm1(np.minimum(q - log_loads, 20.0)), 0.0, None) for q in quantiles
    )
    need = log_loads[:, None] + np.log1p(COUNTS / 30.0)
    chance = 1.0 / (1.0 + np.exp(np.clip(1.702 * (need - mean) / spread, -700.0, 700.0)))
    return Capacity(value, low, high, chance)
