"""What this lifter could do in the next set of a session that has begun.

The fresh prediction (capacity.py), moved by what today's sets show (today.py), less what they have
cost. Figures: docs/science/fatigue.md.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from app.engine.answer import Basis, Evidence, Exclusion, ReasonKind
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.capacity import Capacity, curve_of, ladder, read_off, strength_at
from app.engine.strength.effort import effort_of
from app.engine.strength.fatigue_constants import CONSTANTS
from app.engine.strength.habit import Habit, after
from app.engine.strength.history import (
    SESSIONS,
    Floats,
    History,
    as_arrays,
    read_history,
    usable_sets,
)
from app.engine.strength.repetitions import RepetitionsAnswer, answered
from app.engine.strength.today import Today, own_fall, read_today, shift

DONE_TODAY = ReasonKind(
    "sets_done_today",
    "Today's sets (here {sets}) moved it, and each set costs the next about {fall:.1f} "
    "repetitions (sets before it: {before}).",
    Basis.EVIDENCE,
    "house_backtest",
)


def repetitions_in_session(
    sessions: Sequence[ExerciseSession],
    at: datetime,
    loads_kg: Sequence[float],
    *,
    done_today: tuple[PerformedSet, ...],
    sets_ahead: int = 0,
) -> RepetitionsAnswer:
    """Repetitions that this lifter will and could do in a set after those done today and
    `sets_ahead` more at target.

    `at` is when today's session began and `sessions` are those before it; the sets done since, in
    order, are `done_today` alone. Items as of `repetitions_at_loads`, to which it is equal before
    the first set. ValueError for `sets_ahead` below 0.
    """
    if sets_ahead < 0:
        raise ValueError(f"sets ahead must not be below 0: {sets_ahead}")
    excluded: list[Exclusion] = []
    usable = usable_sets(done_today, excluded)
    history, today = read_history(sessions, at), read_today(usable)
    used = history.used + tuple(one.id for one in usable)
    excluded = [*history.excluded, *excluded]
    first_ever = not history.used
    if first_ever and usable:
        history = as_arrays([(0.0, usable)], (), 0)
    fall = own_fall(history)

    def predict(read: History, log_loads: Floats) -> tuple[Habit, Capacity]:
        before = fall * (len(today.log_load) + sets_ahead)
        if first_ever:
            return habit_today(NOTHING, today, log_loads), tired(read, None, before, log_loads)
        return habit_today(read, today, log_loads), tired(read, today, before, log_loads)

    answer = answered(replace(history, excluded=tuple(excluded)), loads_kg, predict)
    before = len(today.log_load) + sets_ahead
    because = (DONE_TODAY(sets=len(usable), fall=fall, before=before),) if before else ()
    return replace(
        answer,
        evidence=Evidence(used, tuple(excluded)),
        because=answer.because + because if used else (),
    )


NOTHING = as_arrays([], (), 0)


def habit_today(history: History, today: Today, log_loads: Floats) -> Habit:
    """Today's sets are the last to be repeated, as if each were a session of its own."""
    top = history.top
    days_ago = np.concatenate([history.days_ago, np.zeros(len(today.log_load))])
    log_load = np.concatenate([history.log_load[top], today.log_load])
    repetitions = np.concatenate([history.repetitions[top], today.repetitions])
    return after(days_ago[-SESSIONS:], log_load[-SESSIONS:], repetitions[-SESSIONS:], log_loads)


def tired(history: History, today: Today | None, fewer: float, log_loads: Floats) -> Capacity:
    """Capacity as today's sets move it, less `fewer` repetitions."""
    effort = effort_of(history)
    if today is None or not len(today.log_load):
        rungs = ladder(effort.log_load)
        return read_off(rungs, *strength_at(effort, rungs), effort, log_loads, fewer)
    rungs = ladder(np.concatenate([effort.log_load, today.log_load]))
    mean, spread = strength_at(effort, np.concatenate([rungs, today.log_load]))
    expected, mean, spread = mean[len(rungs) :], mean[: len(rungs)], spread[: len(rungs)]
    curve = float(curve_of(effort.log_load)[0])
    moved, variance = shift(today, expected, curve, own_fall(history), rungs, spread)
    mean = mean + moved
    fresh = curve * np.expm1(np.clip(mean - rungs, 0.0, 5.0))
    noise = CONSTANTS.known_noise / (curve + fresh)
    return read_off(rungs, mean, np.sqrt(variance + noise**2), effort, log_loads, fewer)
