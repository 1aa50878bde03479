"""How many repetitions at a load: what the lifter will do (habit) and could do (capacity)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf

import numpy as np

from app.engine.answer import (
    Basis,
    Estimate,
    Evidence,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.records import ExerciseSession
from app.engine.strength.repetitions.capacity import Capacity, capacity_at
from app.engine.strength.repetitions.effort import MOST_KNOWN_RESERVE
from app.engine.strength.repetitions.habit import Habit, habit_at
from app.engine.strength.repetitions.history import LONGEST_SET, Floats, History, read_history

READ_LOG = ReasonKind(
    "repetitions_from_log",
    "Rests on your log (sets: {sets}, sessions: {sessions}, oldest {days:.1f} days ago).",
    Basis.EVIDENCE,
)
HABIT = ReasonKind(
    "habit_of_top_sets",
    "What you will do follows the first set at the highest load of each session.",
    Basis.EVIDENCE,
    "house_backtest",
)
CAPACITY = ReasonKind(
    "capacity_from_effort",
    "What you could do is learnt from sets to failure or with up to three repetitions in reserve "
    "(here {known}) and from sets that show at least what was done (here {bounds}).",
    Basis.EVIDENCE,
    "house_backtest",
)
OLDER = ReasonKind(
    "older_sessions_not_read",
    "Older sessions were not read (here {sessions}): they no longer help.",
    Basis.EVIDENCE,
    "house_backtest",
)
CURVE = ReasonKind(
    "capacity_curve",
    "Beyond the loads you have lifted, repetitions fall with load along Epley's curve.",
    Basis.CONVENTION,
    "epley_1985",
)
LOAD_NOT_POSITIVE = ReasonKind(
    "load_not_positive",
    "A load of {load_kg:g} kg has no number of repetitions; it must be above 0.",
    Basis.CONVENTION,
)

NO_SETS = Missing(
    "sets_of_exercise", "Log one session of this exercise: load and repetitions of each set."
)
LEFT_OUT = {
    "warm_up": "warm-ups",
    "no_load": "without a load above 0",
    "no_repetitions": "without repetitions",
    "too_many_repetitions": f"of more than {LONGEST_SET} repetitions",
    "not_before_the_instant_asked": "not before the instant asked",
}
"""Why no set may be left, in the words of the answer; the other codes leave some."""
NO_RESERVE = Missing(
    "repetitions_in_reserve",
    "Log the repetitions left in reserve, or mark sets to failure: the limits become narrower.",
)


@dataclass(frozen=True, slots=True)
class RepetitionsAtLoad:
    """The two predictions at one load, in real numbers of repetitions."""

    load_kg: float
    repetitions: Estimate
    """What the lifter would do if they chose this load; never above `capacity`."""
    capacity: Estimate
    """What the lifter could do, taken to failure."""
    chance: tuple[float, ...]
    """chance[k - 1] is P(capacity >= k), k = 1 ... 20."""


Predict = Callable[[History, Floats], tuple[Habit, Capacity]]
"""What of the log and log loads [log kg] make the two predictions at each."""


@dataclass(frozen=True, slots=True)
class RepetitionsAnswer:
    """One part for each load asked, in the order asked."""

    items: tuple[Part[RepetitionsAtLoad], ...]
    evidence: Evidence
    because: tuple[Reason, ...]
    missing: tuple[Missing, ...]
    """What would sharpen the answer."""


def repetitions_at_loads(
    sessions: Sequence[ExerciseSession], at: datetime, loads_kg: Sequence[float]
) -> RepetitionsAnswer:
    """Repetitions that this lifter will and could do at each load [kg] in a session at `at`.

    Only sessions before `at` count. A load that is not above 0 is refused; without a usable set
    every other load is insufficient.
    """
    return answered(read_history(sessions, at), loads_kg, fresh)


def answered(history: History, loads_kg: Sequence[float], predict: Predict) -> RepetitionsAnswer:
    """An item for each load asked, from what was read of the log."""
    evidence = Evidence(history.used, history.excluded)
    if not history.used:
        lacking = what_is_missing(history)
        items = tuple(unanswered(load_kg, lacking) for load_kg in loads_kg)
        return RepetitionsAnswer(items, evidence, (), (lacking,))
    usable = np.array([load_kg for load_kg in loads_kg if is_load(load_kg)], dtype=float)
    items = in_order(loads_kg, limited(usable, *predict(history, np.log(usable))))
    called = not np.isnan(history.reserve).all()
    return RepetitionsAnswer(items, evidence, reasons(history), () if called else (NO_RESERVE,))


def fresh(history: History, log_loads: Floats) -> tuple[Habit, Capacity]:
    """The two predictions for the first set of a session."""
    return habit_at(history, log_loads), capacity_at(history, log_loads)


def in_order(
    loads_kg: Sequence[float], predictions: Iterable[RepetitionsAtLoad]
) -> tuple[Part[RepetitionsAtLoad], ...]:
    """A part for each load asked; those that are no loads have no prediction and are refused."""
    coming = iter(predictions)
    return tuple(
        ok(next(coming)) if is_load(load_kg) else not_a_load(load_kg) for load_kg in loads_kg
    )


def is_load(load_kg: float) -> bool:
    return 0.0 < load_kg < inf


def what_is_missing(history: History) -> Missing:
    """What to log where no set can be used: any set, or one without the faults of those sent."""
    counts = Counter(one.reason for one in history.excluded)
    if not counts:
        return NO_SETS
    faults = ", ".join(f"{LEFT_OUT[code]} ({count})" for code, count in counts.most_common())
    text = (
        f"None of the sets sent can be used: {faults}. "
        f"Log a working set with a load above 0 and 1 to {LONGEST_SET} repetitions."
    )
    return Missing("usable_sets", text)


def unanswered(load_kg: float, lacking: Missing) -> Part[RepetitionsAtLoad]:
    return insufficient((lacking,)) if is_load(load_kg) else not_a_load(load_kg)


def not_a_load(load_kg: float) -> Part[RepetitionsAtLoad]:
    return refused((LOAD_NOT_POSITIVE(load_kg=load_kg),), "Ask for a load above 0.")


def limited(loads_kg: Floats, habit: Habit, capacity: Capacity) -> list[RepetitionsAtLoad]:
    """Nobody will do more than they could: habit ends where capacity does."""
    could = estimates(capacity)
    will = [
        Estimate(min(h.value, c.value), min(h.low, c.low), min(h.high, c.high))
        for h, c in zip(estimates(habit), could, strict=True)
    ]
    chances = capacity.chance.tolist()
    return [
        RepetitionsAtLoad(load_kg, h, c, tuple(chance))
        for load_kg, h, c, chance in zip(loads_kg.tolist(), will, could, chances, strict=True)
    ]


def estimates(of: Habit | Capacity) -> list[Estimate]:
    return [
        Estimate(value, low, high)
        for value, low, high in zip(
            of.value.tolist(), of.low.tolist(), of.high.tolist(), strict=True
        )
    ]


def reasons(history: History) -> tuple[Reason, ...]:
    sets, sessions = len(history.used), len(history.days_ago)
    known = int(np.count_nonzero(history.reserve <= MOST_KNOWN_RESERVE))
    older = (OLDER(sessions=history.older_sessions),) if history.older_sessions else ()
    return (
        READ_LOG(sets=sets, sessions=sessions, days=float(history.days_ago[0])),
        *older,
        HABIT(),
        CAPACITY(known=known, bounds=sets - known),
        CURVE(),
    )
