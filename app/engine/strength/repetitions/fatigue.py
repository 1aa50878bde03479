"""What this lifter could do in a set of a session: after those done today, or those planned before.

The fresh prediction (capacity.py), moved by what today's sets show (today.py), less what they have
cost. Figures: docs/science/fatigue.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from app.engine.answer import Basis, Evidence, Exclusion, Reason, ReasonKind
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.repetitions.capacity import (
    Capacity,
    curve_of,
    ladder,
    read_off,
    strength_at,
)
from app.engine.strength.repetitions.effort import Effort, effort_of
from app.engine.strength.repetitions.fatigue_constants import CONSTANTS
from app.engine.strength.repetitions.habit import Habit, after
from app.engine.strength.repetitions.history import (
    SESSIONS,
    Floats,
    History,
    as_arrays,
    read_history,
    usable_sets,
)
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, answered, is_load
from app.engine.strength.repetitions.today import (
    Today,
    as_first,
    nth_working,
    own_fall,
    read_today,
    sets_before,
    shift,
)

DONE_TODAY = ReasonKind(
    "sets_done_today",
    "What today's sets show moved it (here {sets}).",
    Basis.EVIDENCE,
    "house_backtest",
)
FATIGUE = ReasonKind(
    "fatigue_of_sets",
    "Each set costs the next about {fall:.1f} repetitions (sets before it: up to {before}; before "
    "those it is learnt from: {learnt:.1f} on average).",
    Basis.EVIDENCE,
    "house_backtest",
)


def repetitions_in_session(
    sessions: Sequence[ExerciseSession],
    at: datetime,
    loads_kg: Sequence[float],
    *,
    done_today: tuple[PerformedSet, ...] = (),
    sets_ahead: int | Sequence[int] = 0,
) -> RepetitionsAnswer:
    """Repetitions that this lifter will and could do in a set after those done today and
    `sets_ahead` more at target: one number for all loads, or one for each.

    `at` is when today's session began and `sessions` are those before it; the sets done since, in
    order, are `done_today` alone. Items as of `repetitions_at_loads`, to which it is equal before
    the first set. ValueError for `sets_ahead` below 0, or not as many as loads.
    """
    ahead = np.broadcast_to(np.asarray(sets_ahead, dtype=np.intp), len(loads_kg))
    if (ahead < 0).any():
        raise ValueError(f"sets ahead must not be below 0: {sets_ahead}")
    excluded: list[Exclusion] = []
    usable = usable_sets(done_today, excluded)
    history, today = read_history(sessions, at), read_today(usable)
    used = history.used + tuple(one.id for one in usable)
    evidence = Evidence(used, (*history.excluded, *excluded))
    first_ever = not history.used
    if first_ever and usable:
        history = as_arrays([(0.0, usable)], (), 0)
    numbers = [int(n) for n, load_kg in zip(ahead, loads_kg, strict=True) if is_load(load_kg)]

    def predict(read: History, log_loads: Floats) -> tuple[Habit, Capacity]:
        return in_sets(Begun(read, today, first_ever), numbers, log_loads)

    answer = answered(replace(history, excluded=evidence.excluded), loads_kg, predict)
    said = reasons(history, today, int(ahead.max(initial=0))) if used else ()
    return replace(answer, evidence=evidence, because=(*answer.because, *said) if used else ())


def reasons(history: History, today: Today, ahead: int) -> tuple[Reason, ...]:
    done = len(today.log_load)
    moved = (DONE_TODAY(sets=done),) if done else ()
    if not done + ahead:
        return ()
    return (
        *moved,
        FATIGUE(fall=own_fall(history), before=done + ahead, learnt=sets_before(history)),
    )


NOTHING = as_arrays([], (), 0)


@dataclass(frozen=True, slots=True)
class Begun:
    """A session under way, or about to begin."""

    history: History
    today: Today
    first_ever: bool
    """Nothing was done before today: the history is today."""

    @property
    def moves(self) -> bool:
        """Whether today's sets can move what earlier sessions say."""
        return len(self.today.log_load) > 0 and not self.first_ever


@dataclass(frozen=True, slots=True)
class Day:
    """Log strength and its spread at each rung of the ladder, as today's sets move it."""

    effort: Effort
    rungs: Floats
    mean: Floats
    spread: Floats


def in_sets(begun: Begun, ahead: Sequence[int], log_loads: Floats) -> tuple[Habit, Capacity]:
    """The two predictions at each load, for the set with `ahead` sets between it and now."""
    strength, done = day(begun), len(begun.today.log_load)
    fall, paid = own_fall(begun.history), 0.0 if begun.moves else sets_before(begun.history)
    habits, capacities, places = [], [], []
    for n in sorted(set(ahead)) or [0]:
        at = np.flatnonzero(np.array(ahead) == n)
        fewer = fall * max(done + n - paid, 0.0)
        habits.append(habit_of_set(begun, n, log_loads[at]))
        capacities.append(capacity_of_set(strength, fewer, log_loads[at]))
        places.append(at)
    order = np.argsort(np.concatenate(places))
    return joined(habits, order), joined(capacities, order)


Parts = TypeVar("Parts", Habit, Capacity)


def joined(parts: Sequence[Parts], order: NDArray[np.intp]) -> Parts:
    names = [field.name for field in fields(parts[0])]
    columns = [np.concatenate([getattr(one, name) for one in parts])[order] for name in names]
    return type(parts[0])(*columns)


def habit_of_set(begun: Begun, ahead: int, log_loads: Floats) -> Habit:
    """What the same set of earlier sessions is followed by; once the session has begun, today's
    sets are the last to be repeated, as if each were a session of its own."""
    history, today = begun.history, begun.today
    place = history.top if len(today.log_load) else nth_working(history, ahead)
    if begun.first_ever:
        history, place = NOTHING, NOTHING.top
    days_ago = np.concatenate([history.days_ago, np.zeros(len(today.log_load))])
    log_load = np.concatenate([history.log_load[place], today.log_load])
    repetitions = np.concatenate([history.repetitions[place], today.repetitions])
    return after(days_ago[-SESSIONS:], log_load[-SESSIONS:], repetitions[-SESSIONS:], log_loads)


def day(begun: Begun) -> Day:
    """The fresh prediction, moved by today's sets where they are not all there is."""
    history, today = begun.history, begun.today
    effort = effort_of(history)
    if not begun.moves:
        rungs = ladder(effort.log_load)
        return Day(effort, rungs, *strength_at(effort, rungs))
    curve, fall = float(curve_of(effort.log_load)[0]), own_fall(history)
    rungs = ladder(np.concatenate([effort.log_load, today.log_load]))
    asked = np.concatenate([rungs, today.log_load])
    mean, spread = strength_at(effort, asked)
    mean = as_first(mean, asked, curve, fall * sets_before(history))
    expected, mean, spread = mean[len(rungs) :], mean[: len(rungs)], spread[: len(rungs)]
    moved, variance = shift(today, expected, curve, fall, rungs, spread)
    mean = mean + moved
    fresh = curve * np.expm1(np.clip(mean - rungs, 0.0, 5.0))
    noise = CONSTANTS.known_noise / (curve + fresh)
    return Day(effort, rungs, mean, np.sqrt(variance + noise**2))


def capacity_of_set(strength: Day, fewer: float, log_loads: Floats) -> Capacity:
    return read_off(
        strength.rungs, strength.mean, strength.spread, strength.effort, log_loads, fewer
    )
