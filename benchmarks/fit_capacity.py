"""Choose the constants of the capacity model: `python -m benchmarks.fit_capacity FOLDER`.

Data: every set of known capacity in the folder, and, because these are few, a sample of the top
sets of all lifters read as if each had been taken to failure, which counts 0.3 of the others: a
lifter who always trains to failure leaves a log that looks like that. The measure is the ranked
probability score at the load that was lifted, before chances are made to fall with load.

The five `plain_` and `fallen_` constants are not searched: too few sets of unknown effort stand
beside known ones. They are set so that a programme's chance of success comes true
(docs/science/capacity.md). With `--cross-validate` each lifter is scored by constants chosen
without them.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from app.engine.strength.repetitions.capacity import LOGISTIC, curve_of, strength_at
from app.engine.strength.repetitions.capacity_constants import CONSTANTS, CapacityConstants
from app.engine.strength.repetitions.effort import Effort, effort_of
from app.engine.strength.repetitions.history import read_history
from benchmarks.habit_score import Floats
from benchmarks.logs import read_all
from benchmarks.targets import Target, capacity_targets, habit_targets

AS_IF_KNOWN = 2500
AS_IF_WEIGHT = 0.3
STEPS = 40
PULL = 0.001
"""Price of moving a constant away from where the search starts, per squared log."""
COUNTS = np.arange(0.0, 40.0) + 0.5

START = replace(
    CONSTANTS,
    level_variance=0.3,
    tilt=0.5,
    tilt_variance=0.1,
    day_variance=0.003,
    day_days=100.0,
    local_variance=0.004,
    local_days=90.0,
    local_length=0.3,
    known_noise=0.8,
    reserve_noise=0.1,
)
SEARCHED = [
    field.name
    for field in fields(CapacityConstants)
    if not field.name.startswith(("plain", "fallen"))
]


@dataclass(frozen=True)
class Batch:
    """Targets with the same number of earlier sessions."""

    effort: Effort
    log_load: Floats
    done: Floats


def as_if_known(effort: Effort) -> Effort:
    one = np.ones_like(effort.known)
    return replace(effort, known=one, reserve=0.0 * one, fell_short=0.0 * one)


def batches(targets: Sequence[Target], to_failure: bool) -> list[Batch]:
    by_length: dict[int, list[tuple[Effort, Target]]] = {}
    for target in targets:
        effort = effort_of(read_history(target.earlier, target.at))
        effort = as_if_known(effort) if to_failure else effort
        by_length.setdefault(len(effort.days_ago), []).append((effort, target))
    return [batch(pairs) for pairs in by_length.values()]


def batch(pairs: Sequence[tuple[Effort, Target]]) -> Batch:
    names = [field.name for field in fields(Effort)]
    stacked = {name: np.array([getattr(effort, name) for effort, _ in pairs]) for name in names}
    return Batch(
        Effort(**stacked),
        np.log(np.array([[target.load_kg] for _, target in pairs])),
        np.array([target.repetitions for _, target in pairs]),
    )


def strength(one: Batch, c: CapacityConstants) -> tuple[Floats, Floats]:
    """Mean and standard deviation of log strength over the load, one a target."""
    mean, spread = strength_at(one.effort, one.log_load, c)
    return (mean - one.log_load)[:, 0], spread[:, 0]


def ranked_score(sample: Iterable[Batch], c: CapacityConstants) -> float:
    """Mean over targets of the squared distance between the distribution and what happened."""
    total, count = 0.0, 0
    for one in sample:
        mean, spread = strength(one, c)
        need = np.log1p(COUNTS / curve_of(one.effort.log_load))
        steps = LOGISTIC * (need - mean[:, None]) / spread[:, None]
        below = 0.5 + 0.5 * np.tanh(0.5 * steps)
        total += float(np.sum((below - (one.done[:, None] <= COUNTS)) ** 2))
        count += len(one.done)
    return total / count


def as_vector(c: CapacityConstants) -> Floats:
    return np.array([v if n == "tilt" else np.log(v) for n in SEARCHED if (v := getattr(c, n))])


def as_constants(vector: Floats) -> CapacityConstants:
    found = {
        name: float(value if name == "tilt" else np.exp(value))
        for name, value in zip(SEARCHED, vector, strict=True)
    }
    return replace(CONSTANTS, **found)


def chosen_for(known: Sequence[Target], tops: Sequence[Target]) -> CapacityConstants:
    sample, others = batches(known, to_failure=False), batches(tops, to_failure=True)
    start = as_vector(START)

    def price(vector: Floats) -> float:
        c = as_constants(vector)
        pull = PULL * float(np.sum((vector - start) ** 2))
        return ranked_score(sample, c) + AS_IF_WEIGHT * ranked_score(others, c) + pull

    found = minimize(price, start, method="L-BFGS-B", options={"maxiter": STEPS})
    return as_constants(found.x)


def errors(targets: Sequence[Target], c: CapacityConstants) -> Floats:
    return np.concatenate(
        [
            np.abs(
                np.maximum(curve_of(one.effort.log_load)[:, 0] * np.expm1(strength(one, c)[0]), 0.0)
                - one.done
            )
            for one in batches(targets, to_failure=False)
        ]
    )


def cross_validate(known: Sequence[Target], tops: Sequence[Target]) -> None:
    pooled = []
    for lifter in dict.fromkeys(target.lifter for target in known):
        c = chosen_for(
            [target for target in known if target.lifter != lifter],
            [target for target in tops if target.lifter != lifter],
        )
        pooled.append(errors([target for target in known if target.lifter == lifter], c))
        print(f"{lifter}: {len(pooled[-1])} targets, MAE {pooled[-1].mean():.3f}", flush=True)
    print(f"pooled: MAE {np.concatenate(pooled).mean():.3f}")


def main(arguments: list[str]) -> int:
    logs = read_all(Path(arguments[0]))
    known = [target for name, log in logs.items() for target in capacity_targets(name, log)]
    tops = [target for name, log in logs.items() for target in habit_targets(name, log)]
    drawn = np.random.default_rng(0).choice(len(tops), min(AS_IF_KNOWN, len(tops)), replace=False)
    tops = [tops[n] for n in drawn.tolist()]
    print(f"as they are: MAE {errors(known, CONSTANTS).mean():.3f}", flush=True)
    if "--cross-validate" in arguments:
        cross_validate(known, tops)
        return 0
    found = chosen_for(known, tops)
    for name in SEARCHED:
        print(f"    {name}={getattr(found, name):.3g},")
    print(f"fitted: MAE {errors(known, found).mean():.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
