"""How well the later sets of a session are predicted before it begins, as prescriptions do."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from app.engine.answer import Estimate
from app.engine.overload.predictions import sets_that_tire
from app.engine.strength.repetitions.fatigue import repetitions_in_session
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad
from benchmarks.capacity_score import Forecast, forecast
from benchmarks.fatigue_score import found, fresh, values, within
from benchmarks.habit_score import Floats, mean
from benchmarks.set_targets import ROWS_OF_EQUAL_SETS, SAME_LOAD, NextSet
from benchmarks.tables import Cell, show
from benchmarks.targets import known_capacity, load_of, top_set

MOST_BEFORE = 4
"""More sets before are one row."""

Read = Callable[[RepetitionsAtLoad], Estimate]


def tiring(target: NextSet) -> int:
    """Sets before it that are no warm-up beside it."""
    return sets_that_tire([load_of(one) for one in target.done_today], target.load_kg)


def planned(target: NextSet) -> RepetitionsAtLoad:
    """As said before the session, from earlier sessions alone."""
    answer = repetitions_in_session(
        target.earlier, target.at, [target.load_kg], sets_ahead=tiring(target)
    )
    return found(answer.items[0].value)


def later(targets: Sequence[NextSet]) -> list[NextSet]:
    return [one for one in targets if one.lifter != ROWS_OF_EQUAL_SETS and tiring(one)]


def straight(targets: Sequence[NextSet]) -> list[NextSet]:
    """Later sets at the heaviest load of the session so far."""
    return [
        one
        for one in later(targets)
        if abs(max(map(load_of, one.done_today)) / one.load_kg - 1.0) <= SAME_LOAD
    ]


def chances_planned(targets: Sequence[NextSet]) -> Mapping[str, Forecast]:
    """P(capacity >= what the top set of the last session did), and with fatigue left out."""
    chosen = later(targets)
    done = np.array([known_capacity(one.coming) for one in chosen], dtype=float)
    wanted = np.array([top_set(one.earlier[-1]).repetitions for one in chosen])
    return {
        "last's, later set": forecast(list(map(planned, chosen)), done, wanted),
        "last's, later set, fresh": forecast(list(map(fresh, chosen)), done, wanted),
    }


def planned_capacity_table(targets: Sequence[NextSet]) -> str:
    chosen = later(targets)
    done = np.array([known_capacity(one.coming) for one in chosen], dtype=float)
    title = "\nPlanned sets: MAE of known capacity"
    return planned_table(title, chosen, done, lambda one: one.capacity)


def planned_habit_table(targets: Sequence[NextSet]) -> str:
    chosen = straight(targets)
    done = np.array([one.coming.repetitions for one in chosen], dtype=float)
    title = "\nPlanned sets at the top load: repetitions done"
    return planned_table(title, chosen, done, lambda one: one.repetitions)


def planned_table(title: str, chosen: Sequence[NextSet], done: Floats, read: Read) -> str:
    """By the number of sets before."""
    before = np.minimum(np.array(list(map(tiring, chosen)), dtype=int), MOST_BEFORE)
    ours, theirs = ([read(say(one)) for one in chosen] for say in (planned, fresh))
    rows: list[list[Cell]] = []
    for n in [*range(1, MOST_BEFORE + 1), None]:
        own = before > 0 if n is None else before == n
        row: list[Cell] = ["all" if n is None else str(n), int(own.sum())]
        for said in (ours, theirs):
            error = (values(said) - done)[own]
            row += [mean(np.abs(error)), mean(error), mean(within(said, done)[own])]
        rows.append(row)
    each = ["MAE", "bias", "covers"]
    return show(title, ["sets before", "targets", *each, *(f"fresh {one}" for one in each)], rows)
