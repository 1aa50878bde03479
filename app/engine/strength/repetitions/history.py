"""A lifter's log of one exercise, cleaned and bounded, as arrays.

Nothing is dropped silently: what is left out is named, except sessions older than the window,
which are only counted, so that ten years of log cost no more than one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf, nan
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from app.engine.answer import Exclusion
from app.engine.records import ExerciseSession, PerformedSet, SetKind
from app.engine.units import SECONDS_PER_DAY

Floats = NDArray[np.float64]

SESSIONS = 25
"""Sessions looked back; more did not help and cost time (docs/science/habit.md)."""
MOST_REPETITIONS = 30
"""Longer sets say little more about strength and are counted carelessly: they are read as this
many, with the rest in reserve where it is known what was left."""
LONGEST_SET = 100
"""Beyond, it is another sport or a slip."""
MOST_SETS = 30
"""Sets of one session that are read."""
OUT_OF_LINE = 5.0
"""A load this many times the heaviest of both neighbouring sessions is read as a typing error
(860 kg for 86): nobody lifts that on one day and not before or after."""

Window = list[tuple[float, list[PerformedSet]]]
"""Days ago and usable sets of each session."""

performed_at = attrgetter("performed_at")


@dataclass(frozen=True, slots=True)
class History:
    """Usable sets in the order in which they were done; one entry a set, or a session."""

    session: NDArray[np.intp]
    """Index into the per-session arrays, ascending."""
    log_load: Floats
    """Natural logarithm of the load [log kg]."""
    repetitions: Floats
    reserve: Floats
    """Repetitions in reserve as logged, 0 for a set to failure, and those done above
    MOST_REPETITIONS; NaN where not logged."""

    days_ago: Floats
    """Per session: days before the instant asked, oldest first."""
    top: NDArray[np.intp]
    """Per session: index of the first set at the session's highest load."""

    used: tuple[str, ...]
    excluded: tuple[Exclusion, ...]
    older_sessions: int
    """Sessions that lie before the window."""


def fault(performed: PerformedSet) -> str | None:
    """The code of why a set says nothing about repetitions at a load; None for a usable set."""
    load_kg, repetitions = performed.load_kg, performed.repetitions
    if performed.kind is SetKind.WARM_UP:
        return "warm_up"
    if load_kg is None or not 0.0 < load_kg < inf:
        return "no_load"
    if repetitions is None or repetitions < 1:
        return "no_repetitions"
    if repetitions > LONGEST_SET:
        return "too_many_repetitions"
    return None


def reserve_of(performed: PerformedSet) -> float:
    """Repetitions in reserve beyond those read; NaN where not logged or not a number."""
    logged = 0.0 if performed.kind is SetKind.FAILURE else performed.repetitions_in_reserve
    if logged is None or not 0.0 <= logged < inf:
        return nan
    return logged + max((performed.repetitions or 0) - MOST_REPETITIONS, 0)


def usable_sets(sets: Sequence[PerformedSet], excluded: list[Exclusion]) -> list[PerformedSet]:
    """The sets of one session that count, at most MOST_SETS; names the others in `excluded`."""
    usable: list[PerformedSet] = []
    for performed in sets:
        code = fault(performed) if len(usable) < MOST_SETS else "too_many_sets"
        if code is None:
            usable.append(performed)
        else:
            excluded.append(Exclusion(performed.id, code))
    return usable


def read_history(sessions: Sequence[ExerciseSession], at: datetime) -> History:
    """What was done before `at`: the last SESSIONS sessions that hold a usable set.

    Sessions may come in any order; those that start at the same instant count as one.
    """
    ordered = sorted(sessions, key=performed_at)
    index = bisect_left(ordered, at, key=performed_at)
    excluded = [
        Exclusion(performed.id, "not_before_the_instant_asked")
        for later in ordered[index:]
        for performed in later.sets
    ]
    window: Window = []
    while index and len(window) < SESSIONS:
        start = ordered[index - 1].performed_at
        sets = ordered[index - 1].sets
        index -= 1
        while index and ordered[index - 1].performed_at == start:
            index -= 1
            sets = ordered[index].sets + sets
        if usable := usable_sets(sets, excluded):
            window.append(((at - start).total_seconds() / SECONDS_PER_DAY, usable))
    window = in_line(window[::-1], excluded)
    return as_arrays(window, tuple(excluded), index)


def in_line(window: Window, excluded: list[Exclusion]) -> Window:
    """The window without loads that can only be typing errors, which go to `excluded`."""
    heaviest = [max(performed.load_kg or 0.0 for performed in sets) for _, sets in window]
    if len(window) < 3 or max(heaviest) <= OUT_OF_LINE * min(heaviest):
        return window
    kept: Window = []
    for n, (days, sets) in enumerate(window):
        first = min(max(n - 1, 0), len(window) - 3)
        limit_kg = OUT_OF_LINE * max(heaviest[k] for k in range(first, first + 3) if k != n)
        credible = [performed for performed in sets if (performed.load_kg or 0.0) <= limit_kg]
        excluded += [Exclusion(one.id, "load_out_of_line") for one in sets if one not in credible]
        if credible:
            kept.append((days, credible))
    return kept


def as_arrays(
    window: Window,
    excluded: tuple[Exclusion, ...],
    older_sessions: int,
) -> History:
    """The window, oldest first, as arrays; the top set is the first at the highest load."""
    usable = [performed for _, sets in window for performed in sets]
    loads_kg = [performed.load_kg or 0.0 for performed in usable]
    top: list[int] = []
    first = 0
    for _, sets in window:
        end = first + len(sets)
        top.append(loads_kg.index(max(loads_kg[first:end]), first))
        first = end
    done = np.array([performed.repetitions for performed in usable], dtype=float)
    return History(
        session=np.repeat(np.arange(len(window)), [len(sets) for _, sets in window]),
        log_load=np.log(np.array(loads_kg, dtype=float)),
        repetitions=np.minimum(done, MOST_REPETITIONS),
        reserve=np.array([reserve_of(performed) for performed in usable], dtype=float),
        days_ago=np.array([days for days, _ in window], dtype=float),
        top=np.array(top, dtype=np.intp),
        used=tuple([performed.id for performed in usable]),
        excluded=excluded,
        older_sessions=older_sessions,
    )
