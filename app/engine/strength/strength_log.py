"""A log of one exercise as the strength answers read it: which sets count, and why others do not.

The rules of slips are those of the prescription (training_log/faults.py): both leave out the same
loads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from math import inf, isfinite
from operator import attrgetter
from types import MappingProxyType

from app.engine.answer import Exclusion, Missing
from app.engine.records import ExerciseSession, Measure, PerformedSet, SetKind
from app.engine.strength.lifted import with_body
from app.engine.strength.repetitions.history import LONGEST_SET
from app.engine.training_log.faults import (
    FAULTS,
    NOT_MEASURED,
    Fault,
    fault_of,
    heaviest_credible_kg,
    load_of,
)

LEAST_LOAD_KG, MOST_LOAD_KG = 0.01, 10_000.0
"""A gram is no load that anything makes, and nobody lifts ten tonnes."""

LATER = "not_before_the_instant_asked"

NO_SETS = Missing(
    "sets_of_exercise", "Log one session of this exercise: load and repetitions of each set."
)
USABLE_SETS = Missing(
    "usable_sets",
    "None of the sets sent can be used: the evidence names why. Log a working set with a load "
    "above 0 and 1 to 12 repetitions.",
)
BODY_MASS = Missing(
    "body_mass",
    "Log a weighing: this exercise lifts the body, and its strength is that of both together.",
)

in_time = attrgetter("performed_at")


@dataclass(frozen=True, slots=True)
class StrengthLog:
    sessions: tuple[ExerciseSession, ...]
    """Oldest first, each with at least one set that counts and with none that does not."""
    excluded: tuple[Exclusion, ...]
    older_sessions: int
    """Before the window; they are counted and not named."""


def past_sessions(
    sessions: Iterable[ExerciseSession], at: datetime
) -> tuple[tuple[ExerciseSession, ...], tuple[Exclusion, ...]]:
    """Those before `at`, oldest first, one for each instant; and the sets of the later ones."""
    in_order = sorted(sessions, key=in_time)
    past = [one for one in in_order if one.performed_at < at]
    later = [Exclusion(one.id, LATER) for session in in_order[len(past) :] for one in session.sets]
    merged = tuple(
        ExerciseSession(start, tuple(one for session in same for one in session.sets))
        for start, same in groupby(past, in_time)
    )
    return merged, tuple(later)


def read_strength_log(
    sessions: Sequence[ExerciseSession], at: datetime, window: timedelta, body_kg: float = 0.0
) -> StrengthLog:
    """The sets before `at`, and not earlier than `window` before it, that speak of strength.

    `body_kg` is the body's own part of what is lifted, counted into every load [kg].
    """
    past, excluded = past_sessions(sessions, at)
    recent = tuple(one for one in past if at - one.performed_at <= window)
    if body_kg:
        recent = with_body(recent, body_kg)
    faults = faults_of(recent)
    kept: list[ExerciseSession] = []
    named = list(excluded)
    for session in recent:
        sound = []
        for one in session.sets:
            code = fault_of(one, faults)
            if code is None:
                sound.append(one)
            else:
                named.append(Exclusion(one.id, code))
        if sound:
            kept.append(replace(session, sets=tuple(sound)))
    return StrengthLog(tuple(kept), tuple(named), len(past) - len(recent))


def faults_of(sessions: tuple[ExerciseSession, ...]) -> Mapping[str, Fault]:
    """Why a set says nothing of strength, by code; the first that holds is named.

    What a band pulls or takes off is no number of kilograms.
    """
    credible_kg = heaviest_credible_kg(tuple(map(_finite, sessions))) or inf
    return MappingProxyType(
        {
            **FAULTS,
            **NOT_MEASURED[Measure.REPETITIONS],
            "band": lambda one: one.band is not None,
            "too_many_repetitions": lambda one: (one.repetitions or 0) > LONGEST_SET,
            "no_load": lambda one: not load_of(one) >= LEAST_LOAD_KG,
            "implausible_load": lambda one: load_of(one) > min(credible_kg, MOST_LOAD_KG),
        }
    )


def reserve_of(performed: PerformedSet) -> float | None:
    """Repetitions in reserve as logged, 0 for a set to failure; None where it is not known."""
    if performed.kind is SetKind.FAILURE:
        return 0.0
    logged = performed.repetitions_in_reserve
    return logged if logged is not None and 0.0 <= logged < inf else None


def what_is_missing(log: StrengthLog) -> Missing:
    """Where no set can be used: any set, or one without the faults of those sent."""
    return USABLE_SETS if log.excluded else NO_SETS


def _finite(session: ExerciseSession) -> ExerciseSession:
    return replace(session, sets=tuple(one for one in session.sets if isfinite(load_of(one))))
