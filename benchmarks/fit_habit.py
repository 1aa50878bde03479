"""Choose the constants of the habit model: `python -m benchmarks.fit_habit FOLDER`.

Data: the top sets of every lifter in the folder (see benchmarks/targets.py), each with its up to
25 earlier top sets. The measure is the ranked probability score of the whole distribution (for a
distribution on one point it is the absolute error); a lifter's targets count the less, the more
there are. `--continue` starts from the constants as they are instead of round numbers. With
`--cross-validate` the lifters are dealt into five groups, the constants are chosen without a group
and scored on it: those are the figures of docs/science/habit.md. An hour, and five.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from app.engine.strength.repetitions.habit import COUNTS, distribution, quantiles, steadiness
from app.engine.strength.repetitions.habit_constants import CONSTANTS, HabitConstants
from app.engine.strength.repetitions.history import SESSIONS
from benchmarks.habit_score import HALF_REPETITION, Floats
from benchmarks.logs import read_all
from benchmarks.targets import Target, habit_targets

GROUPS = 5
STEPS = 80
PULL = 0.002
"""Price of popularity, per squared log weight."""
BALANCE = 0.3
"""Targets of a lifter with n count n to the power of minus this."""
SIGNED = (
    *("slope", "repeat_last", "repeat_near", "repeat_slope", "smooth_weight"),
    *("steady_weight", "steady_narrowing", "own_power"),
)
"""Constants searched as they are; the others are positive and searched by their logarithm."""

START = HabitConstants(
    slope=10.0,
    level_variance=25.0,
    slope_variance=100.0,
    day_variance=2.0,
    day_days=60.0,
    local_variance=10.0,
    local_days=150.0,
    local_length=0.125,
    noise_variance=0.8,
    repeat_decay=0.2,
    repeat_last=0.5,
    repeat_near=1.0,
    repeat_length=0.1,
    repeat_slope=5.0,
    repeat_spread=0.3,
    repeat_widening=5.0,
    smooth_weight=2.0,
    smooth_spread=0.6,
    steady_weight=0.0,
    steady_narrowing=0.0,
    own_floor=1.0,
    own_power=0.1,
    popularity=(0.0,) * 16,
)
"""The first trial's kernel, round numbers for the rest, and no number more popular."""

NAMES = [field.name for field in fields(HabitConstants) if field.name != "popularity"]


@dataclass(frozen=True)
class Batch:
    """Targets with the same number of earlier sessions."""

    place: NDArray[np.intp]
    weight: Floats
    """Share of the whole that each target counts for."""
    days_ago: Floats
    offset: Floats
    repetitions: Floats
    done: Floats


def weights(targets: Sequence[Target]) -> Floats:
    many = Counter(target.lifter for target in targets)
    weight = np.array([many[target.lifter] ** -BALANCE for target in targets])
    return np.asarray(weight / weight.sum())


def batches(targets: Sequence[Target]) -> list[Batch]:
    by_length: dict[int, list[int]] = {}
    for n, target in enumerate(targets):
        by_length.setdefault(min(len(target.tops), SESSIONS), []).append(n)
    weight = weights(targets)
    return [batch(targets, places, weight[places]) for places in by_length.values()]


def batch(targets: Sequence[Target], places: list[int], weight: Floats) -> Batch:
    mine = [targets[n] for n in places]
    return Batch(
        np.array(places),
        weight,
        np.array(
            [
                [(one.at - past.performed_at).total_seconds() / 86_400.0 for past in recent]
                for one in mine
                if (recent := one.earlier[-SESSIONS:])
            ]
        ),
        np.array([[np.log(t.load_kg / one.load_kg) for t in one.tops[-SESSIONS:]] for one in mine]),
        np.array([[t.repetitions for t in one.tops[-SESSIONS:]] for one in mine]),
        np.array([one.repetitions for one in mine]),
    )


def as_vector(constants: HabitConstants) -> Floats:
    values = [getattr(constants, name) for name in NAMES]
    searched = [v if n in SIGNED else np.log(v) for n, v in zip(NAMES, values, strict=True)]
    return np.array([*searched, *constants.popularity])


def as_constants(vector: Floats) -> HabitConstants:
    values = {
        name: float(v if name in SIGNED else np.exp(v))
        for name, v in zip(NAMES, vector[: len(NAMES)], strict=True)
    }
    return HabitConstants(**values, popularity=tuple(vector[len(NAMES) :].tolist()))


def ranked_score(masses: Floats, done: Floats) -> Floats:
    reached = done[:, None] <= COUNTS
    return np.asarray(np.sum((np.cumsum(masses, axis=-1) - reached) ** 2, axis=-1))


def predicted(targets: Sequence[Target], constants: HabitConstants) -> Floats:
    """Masses of every target."""
    masses = np.zeros((len(targets), len(COUNTS)))
    for one in batches(targets):
        masses[one.place] = distribution(one.days_ago, one.offset, one.repetitions, constants)
    return masses


def chosen_for(targets: Sequence[Target], start: HabitConstants = START) -> HabitConstants:
    """The constants that score best on the targets; deterministic."""
    sample = batches(targets)

    def price(vector: Floats) -> float:
        constants = as_constants(vector)
        total = 0.0
        for one in sample:
            masses = distribution(one.days_ago, one.offset, one.repetitions, constants)
            total += float(one.weight @ ranked_score(masses, one.done))
        return total + PULL * float(np.sum(np.square(constants.popularity)))

    first = as_vector(start)
    bounds = [(v - 3.0, v + 3.0) if abs(v) < 6 else (v - 10.0, v + 10.0) for v in first]
    found = minimize(price, first, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS})
    return as_constants(found.x)


def summary(targets: Sequence[Target], masses: Floats) -> str:
    steady = np.zeros(len(targets))
    for one in batches(targets):
        steady[one.place] = steadiness(one.repetitions)
    gap_days = np.array([target.gap_days for target in targets])
    said = quantiles(masses, steady, gap_days)
    done = np.array([target.repetitions for target in targets])
    changed = np.array([target.load_changed for target in targets])
    error = np.abs(said.value - done)
    inside = (said.low - HALF_REPETITION <= done) & (done <= said.high + HALF_REPETITION)
    slices = {
        "all": np.ones(len(done), dtype=np.bool_),
        "same": ~changed,
        "changed": changed,
        "never": np.array([target.never_lifted for target in targets]),
        "gap": gap_days > 28.0,
        "few": changed & np.array([len(target.tops) < 10 for target in targets]),
    }
    cells = [f"{name} {error[at].mean():.3f}" for name, at in slices.items()]
    return "  ".join([*cells, f"covers {inside.mean():.3f}"])


def cross_validated(targets: Sequence[Target]) -> Floats:
    lifters = list(dict.fromkeys(target.lifter for target in targets))
    group = np.array([lifters.index(target.lifter) % GROUPS for target in targets])
    masses = np.zeros((len(targets), len(COUNTS)))
    for left_out in range(GROUPS):
        learnt = chosen_for([targets[n] for n in np.flatnonzero(group != left_out).tolist()])
        out = np.flatnonzero(group == left_out).tolist()
        masses[out] = predicted([targets[n] for n in out], learnt)
        print(left_out, learnt, flush=True)
    return masses


def main(arguments: list[str]) -> int:
    logs = read_all(Path(arguments[0]))
    targets = [target for name, log in logs.items() for target in habit_targets(name, log)]
    print("as they are:", summary(targets, predicted(targets, CONSTANTS)), flush=True)
    if "--cross-validate" in arguments:
        print("cross-validated:", summary(targets, cross_validated(targets)))
        return 0
    found = chosen_for(targets, CONSTANTS if "--continue" in arguments else START)
    for name, value in zip(fields(HabitConstants), astuple(found), strict=True):
        print(f"    {name.name}={value},")
    print("fitted:", summary(targets, predicted(targets, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
