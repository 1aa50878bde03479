"""Choose the constants of fatigue: `python -m benchmarks.fit_fatigue FOLDER`.

Data: every set of known capacity, from the second of its session on, each seen right before it,
one and two sets earlier, and before the session. The measure is the ranked probability score at
the load that was lifted; a lifter's targets count the less, the more there are. With
`--cross-validate` each lifter is scored by constants chosen without them. A quarter of a minute,
and one.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from app.engine.answer import Z_80_PERCENT
from app.engine.strength.repetitions.capacity import LOGISTIC, WHOLE, curve_of, strength_at
from app.engine.strength.repetitions.effort import effort_of
from app.engine.strength.repetitions.fatigue_constants import CONSTANTS, FatigueConstants
from app.engine.strength.repetitions.history import History, read_history, usable_sets
from app.engine.strength.repetitions.today import (
    Today,
    as_first,
    own_fall,
    read_today,
    sets_before,
    shift,
)
from benchmarks.habit_score import HALF_REPETITION, Flags, Floats
from benchmarks.logs import read_all
from benchmarks.planned_score import tiring
from benchmarks.set_targets import ROWS_OF_EQUAL_SETS, NextSet, next_known
from benchmarks.targets import known_capacity

NOTHING = read_today(())
FARTHEST = 3
"""Places in the session from which a set is seen."""
COUNTS = np.arange(0.0, 40.0) + 0.5
BALANCE = 0.3
PULL = 0.001
STEPS = 60
START = FatigueConstants(
    fall=0.5,
    fall_pairs=10.0,
    known_noise=1.0,
    plain_noise=1.5,
    plain_slack=10.0,
    drift=1.0,
    load_slack=0.5,
)


@dataclass(frozen=True)
class Case:
    """A target with what does not depend on the constants."""

    lifter: str
    history: History
    today: Today
    expected: Floats
    curve: float
    sets: int
    """Before it, of today and to come."""
    before: float
    """Of sets whose cost the log holds."""
    at: Floats
    mean: Floats
    spread: Floats
    done: float


def cases_of(target: NextSet) -> Iterator[Case]:
    """Seen from nearer and farther before."""
    history, sets = read_history(target.earlier, target.at), len(target.done_today)
    for ahead in range(min(sets, FARTHEST)):
        today = read_today(usable_sets(target.done_today[: sets - ahead], []))
        yield case(target, history, today, len(today.log_load) + ahead)
    yield case(target, history, NOTHING, tiring(target))


def case(target: NextSet, history: History, today: Today, sets: int) -> Case:
    effort, at = effort_of(history), np.log(np.array([target.load_kg]))
    mean, spread = strength_at(effort, np.concatenate([at, today.log_load]))
    return Case(
        target.lifter,
        history,
        today,
        mean[1:],
        float(curve_of(effort.log_load)[0]),
        sets,
        sets_before(history),
        at,
        mean[:1],
        spread[:1],
        known_capacity(target.coming) or 0.0,
    )


Row = tuple[float, float, float, float]


def predicted(cases: Sequence[Case], c: FatigueConstants) -> tuple[Floats, Floats, Floats, Floats]:
    """Log strength over the load, its spread, repetitions taken off, and the curve."""
    rows = [fresh(one, c) if not len(one.today.log_load) else begun(one, c) for one in cases]
    over, spread, fewer, curve = np.array(rows).T
    return over, spread, fewer, curve


def fresh(one: Case, c: FatigueConstants) -> Row:
    fewer = own_fall(one.history, c) * max(one.sets - one.before, 0.0)
    return float((one.mean - one.at)[0]), float(one.spread[0]), fewer, one.curve


def begun(one: Case, c: FatigueConstants) -> Row:
    fall, loads = own_fall(one.history, c), one.today.log_load
    expected = as_first(one.expected, loads, one.curve, fall * one.before)
    mean = as_first(one.mean, one.at, one.curve, fall * one.before)
    moved, variance = shift(one.today, expected, one.curve, fall, one.at, one.spread, c)
    over = float((mean + moved - one.at)[0])
    noise = c.known_noise / (one.curve * np.exp(max(over, 0.0)))
    return over, float(np.sqrt(variance[0] + noise**2)), fall * one.sets, one.curve


def ranked_score(cases: Sequence[Case], weight: Floats, c: FatigueConstants) -> float:
    over, spread, fewer, curve = (column[:, None] for column in predicted(cases, c))
    steps = LOGISTIC * (np.log1p((COUNTS + fewer) / curve) - over) / spread
    below = 0.5 + 0.5 * np.tanh(0.5 * steps)
    done = np.array([[one.done] for one in cases])
    return float(weight @ np.sum((below - (done <= COUNTS)) ** 2, axis=1))


def chosen_for(cases: Sequence[Case]) -> FatigueConstants:
    many = Counter(one.lifter for one in cases)
    weight = np.array([many[one.lifter] ** -BALANCE for one in cases])
    weight /= weight.sum()
    start = np.log(np.array(astuple(START), dtype=float))

    def price(vector: Floats) -> float:
        c = FatigueConstants(*np.exp(vector).tolist())
        return ranked_score(cases, weight, c) + PULL * float(np.sum((vector - start) ** 2))

    found = minimize(price, start, method="L-BFGS-B", options={"maxiter": STEPS})
    return FatigueConstants(*np.exp(found.x).tolist())


def report(title: str, cases: Sequence[Case], c: FatigueConstants) -> tuple[Floats, Flags]:
    over, spread, fewer, curve = predicted(cases, c)
    done = np.array([one.done for one in cases])
    value = np.maximum(curve * np.expm1(over) - fewer, 0.0)
    low = curve * np.expm1(over - Z_80_PERCENT * spread) - fewer + WHOLE
    high = curve * np.expm1(over + Z_80_PERCENT * spread) - fewer - WHOLE
    low, high = np.minimum(low, value), np.maximum(high, value)
    error = np.abs(value - done)
    inside = (low - HALF_REPETITION <= done) & (done <= high + HALF_REPETITION)
    print(f"{title}: {len(done)} targets, MAE {error.mean():.3f}, covers {inside.mean():.3f}")
    return error, inside


def main(arguments: list[str]) -> int:
    logs = read_all(Path(arguments[0]))
    cases = [
        one
        for name, log in logs.items()
        if name != ROWS_OF_EQUAL_SETS
        for target in next_known(name, log)
        for one in cases_of(target)
    ]
    report("as they are", cases, CONSTANTS)
    if "--cross-validate" in arguments:
        pooled = []
        for lifter in dict.fromkeys(one.lifter for one in cases):
            c = chosen_for([one for one in cases if one.lifter != lifter])
            print(c, flush=True)
            pooled.append(report(lifter, [one for one in cases if one.lifter == lifter], c))
        error, inside = (np.concatenate(column) for column in zip(*pooled, strict=True))
        print(f"pooled: MAE {error.mean():.3f}, covers {inside.mean():.3f}")
        return 0
    found = chosen_for(cases)
    for field in fields(FatigueConstants):
        print(f"    {field.name}={asdict(found)[field.name]:.3g},")
    report("fitted", cases, found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
