"""How well the next set of a session is predicted, beside the simple ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.answer import Estimate
from app.engine.strength.repetitions.fatigue import repetitions_in_session
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad, repetitions_at_loads
from benchmarks.capacity_score import Forecast, forecast
from benchmarks.habit_score import HALF_REPETITION, Flags, Floats, mean
from benchmarks.set_targets import ROWS_OF_EQUAL_SETS, NextSet, capacity_before, set_before
from benchmarks.tables import Cell, show
from benchmarks.targets import known_capacity

FARTHEST = 3
"""Sets ahead that are predicted."""


@dataclass(frozen=True, slots=True)
class SetScores:
    """One entry a target."""

    lifter: NDArray[np.str_]
    error: Mapping[str, Floats]
    inside: Mapping[str, Flags]
    changed: Flags


def in_session(target: NextSet, ahead: int = 0) -> RepetitionsAtLoad:
    """As said `ahead` sets before the target."""
    done = target.done_today[: len(target.done_today) - ahead]
    answer = repetitions_in_session(
        target.earlier, target.at, [target.load_kg], done_today=done, sets_ahead=ahead
    )
    return found(answer.items[0].value)


def fresh(target: NextSet) -> RepetitionsAtLoad:
    answer = repetitions_at_loads(target.earlier, target.at, [target.load_kg])
    return found(answer.items[0].value)


def found(value: RepetitionsAtLoad | None) -> RepetitionsAtLoad:
    if value is None:
        raise AssertionError("a session that has begun always has an answer")
    return value


def within(said: Sequence[Estimate], done: Floats) -> Flags:
    low = np.array([one.low for one in said]) - HALF_REPETITION
    high = np.array([one.high for one in said]) + HALF_REPETITION
    return np.asarray((low <= done) & (done <= high))


def values(said: Sequence[Estimate]) -> Floats:
    return np.array([one.value for one in said])


def score_capacity_in_session(targets: Sequence[NextSet]) -> SetScores:
    """Capacity of the next set, where that is known afterwards."""
    done = np.array([known_capacity(target.coming) for target in targets], dtype=float)
    ours = [in_session(target).capacity for target in targets]
    theirs = [fresh(target).capacity for target in targets]
    return SetScores(
        np.array([target.lifter for target in targets], dtype=np.str_),
        {
            "in session": values(ours) - done,
            "fresh": values(theirs) - done,
            "set before": np.array([set_before(target) for target in targets]) - done,
            "its capacity": np.array([capacity_before(target) for target in targets]) - done,
        },
        {"in session": within(ours, done), "fresh": within(theirs, done)},
        np.array([target.load_changed for target in targets], dtype=np.bool_),
    )


def chances_in_session(targets: Sequence[NextSet]) -> Forecast:
    """P(capacity >= what the set before did) against what happened."""
    pooled = [target for target in targets if target.lifter != ROWS_OF_EQUAL_SETS]
    done = np.array([known_capacity(target.coming) for target in pooled], dtype=float)
    wanted = np.array([set_before(target) for target in pooled])
    return forecast([in_session(target) for target in pooled], done, wanted)


def score_habit_in_session(targets: Sequence[NextSet]) -> SetScores:
    """Repetitions done in the next set."""
    done = np.array([target.coming.repetitions for target in targets], dtype=float)
    ours = [in_session(target).repetitions for target in targets]
    theirs = [fresh(target).repetitions for target in targets]
    return SetScores(
        np.array([target.lifter for target in targets], dtype=np.str_),
        {
            "in session": values(ours) - done,
            "fresh": values(theirs) - done,
            "set before": np.array([set_before(target) for target in targets]) - done,
        },
        {"in session": within(ours, done), "fresh": within(theirs, done)},
        np.array([target.load_changed for target in targets], dtype=np.bool_),
    )


def set_tables(title: str, scores: SetScores) -> str:
    names = list(scores.error)
    pooled = scores.lifter != ROWS_OF_EQUAL_SETS
    groups = {name: scores.lifter == name for name in dict.fromkeys(scores.lifter.tolist())}
    rows: list[list[Cell]] = []
    for group, own in {**groups, f"all but {ROWS_OF_EQUAL_SETS}": pooled}.items():
        changed = own & scores.changed
        errors = [np.abs(scores.error[name]) for name in names]
        pairs = [mean(error[at]) for error in errors for at in (own, changed)]
        covers = [mean(inside[own]) for inside in scores.inside.values()]
        rows.append([group, int(own.sum()), int(changed.sum()), *pairs, *covers])
    heads = [head for name in names for head in (name, "changed")]
    covers_heads = [f"covers, {name}" for name in scores.inside]
    return show(title, ["", "targets", "changed", *heads, *covers_heads], rows)


def ahead_table(targets: Sequence[NextSet]) -> str:
    """The same targets seen from farther and farther before."""
    rows: list[list[Cell]] = []
    for ahead in range(1, FARTHEST + 1):
        far = [
            one
            for one in targets
            if len(one.done_today) > ahead and one.lifter != ROWS_OF_EQUAL_SETS
        ]
        done = np.array([known_capacity(one.coming) for one in far], dtype=float)
        said = [in_session(one, ahead).capacity for one in far]
        error = values(said) - done
        row: list[Cell] = [str(ahead), len(far), mean(np.abs(error)), mean(error)]
        rows.append([*row, mean(within(said, done))])
    head = ["sets ahead", "targets", "MAE", "bias", "covers"]
    return show("\nCapacity of a later set", head, rows)
