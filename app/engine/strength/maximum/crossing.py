"""The load of a single, searched on ladders of loads by the chances of the capacity model."""

from collections.abc import Callable
from math import nan

import numpy as np
from numpy.typing import NDArray

from app.engine.answer import Part
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad

Floats = NDArray[np.float64]

FIRST_RUNGS, RUNGS = 25, 9
CHANCES = (0.9, 0.5, 0.1)
"""Of a single, at the low end of the 80 % interval, the median and the high end."""
SUREST = 1e-9


def single_score(part: Part[RepetitionsAtLoad]) -> float:
    """Log odds of one repetition at a load.

    P(capacity >= k) is counted from k - 1/2 on, because repetitions are whole; exactly one lies
    halfway between its odds and those of two.
    """
    if part.value is None:
        return nan
    chances = np.clip(part.value.chance[:2], SUREST, 1.0 - SUREST)
    return float(np.log(chances / (1.0 - chances)).mean())


def crossings(
    scores: Callable[[Floats], Floats], low: float, high: float
) -> tuple[float, ...] | None:
    """Where falling scores pass the log odds of CHANCES; None where they do not all do so.

    A ladder from `low` to `high`, and a finer one between the rungs where each is passed.
    """
    wanted = np.log(np.array(CHANCES) / (1.0 - np.array(CHANCES)))
    rungs = np.linspace(low, high, FIRST_RUNGS)
    found = scores(rungs)
    below = [int(np.argmax(found < one)) for one in wanted]
    if 0 in below:
        return None
    fine = np.unique(np.concatenate([np.linspace(rungs[n - 1], rungs[n], RUNGS) for n in below]))
    return tuple(np.interp(-wanted, -scores(fine), fine).tolist())
