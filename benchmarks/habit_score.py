"""How well habit predicts the next top set, beside the simple ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.answer import Estimate
from app.engine.strength.repetitions.repetitions import repetitions_at_loads
from benchmarks.tables import Cell, show
from benchmarks.targets import BASELINES, Target

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

HALF_REPETITION = 0.5
"""Repetitions are whole: a target counts as inside within half of one."""


@dataclass(frozen=True, slots=True)
class HabitScores:
    """One entry a target."""

    lifter: NDArray[np.str_]
    error: Mapping[str, Floats]
    """Signed, by way of predicting; ours is `habit`."""
    inside: Flags
    slices: Mapping[str, Flags]


def predict(target: Target) -> Estimate:
    answer = repetitions_at_loads(target.earlier, target.at, [target.load_kg])
    part = answer.items[0]
    if part.value is None:
        raise AssertionError(f"no answer for {target.lifter} {target.exercise} {target.at}")
    return part.value.repetitions


def score_habit(targets: Sequence[Target]) -> HabitScores:
    said = [predict(target) for target in targets]
    done = np.array([target.repetitions for target in targets])
    changed = np.array([target.load_changed for target in targets])
    return HabitScores(
        lifter=np.array([target.lifter for target in targets]),
        error={
            "habit": np.array([estimate.value for estimate in said]) - done,
            **{
                name: np.array([baseline(target) for target in targets]) - done
                for name, baseline in BASELINES.items()
            },
        },
        inside=(np.array([estimate.low for estimate in said]) - HALF_REPETITION <= done)
        & (done <= np.array([estimate.high for estimate in said]) + HALF_REPETITION),
        slices={
            "all": np.ones(len(targets), dtype=np.bool_),
            "same load": ~changed,
            "load changed": changed,
            "never lifted": np.array([target.never_lifted for target in targets]),
            "gap > 28 d": np.array([target.gap_days > 28.0 for target in targets]),
            "few, changed": changed & np.array([len(target.earlier) < 10 for target in targets]),
        },
    )


def mean(values: Floats | Flags) -> float | None:
    return float(values.mean()) if len(values) else None


def habit_tables(scores: HabitScores) -> str:
    names, slices = list(scores.error), scores.slices
    pooled: list[list[Cell]] = [["targets", *[int(np.sum(at)) for at in slices.values()]]]
    for name in names:
        errors = np.abs(scores.error[name])
        pooled.append([f"{name}, MAE", *[mean(errors[at]) for at in slices.values()]])
    squares = [mean(scores.error["habit"][at] ** 2) for at in slices.values()]
    pooled.append(["habit, RMSE", *[None if one is None else one**0.5 for one in squares]])
    pooled.append(["habit, 80 % covers", *[mean(scores.inside[at]) for at in slices.values()]])
    per_lifter: list[list[Cell]] = []
    for lifter in dict.fromkeys(scores.lifter.tolist()):
        own = scores.lifter == lifter
        mine = [mean(np.abs(scores.error["habit"])[own & at]) for at in slices.values()]
        theirs = [mean(np.abs(scores.error[name][own])) for name in names[1:]]
        per_lifter.append([lifter, int(own.sum()), *mine, mean(scores.inside[own]), *theirs])
    header = ["", *slices]
    return show("Habit: repetitions of the next top set, pooled", header, pooled) + show(
        "\nHabit by lifter: MAE by slice, coverage, and the baselines over all",
        ["", "targets", *slices, "covers", *names[1:]],
        per_lifter,
    )
