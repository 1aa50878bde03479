"""Why a set cannot be judged: what the set itself says, and what only the whole log shows."""

from collections.abc import Callable, Mapping
from itertools import chain, pairwise
from math import inf
from types import MappingProxyType

from app.engine.records import ExerciseSession, LoadMode, Measure, PerformedSet, SetKind

SLIP = 5.0
"""A load this many times heavier than all other sessions' is a slip of the keyboard (860 kg).

The same as in engine/strength/repetitions/history.py: 860 kg beside 110 kg is 7.8 times as heavy.
"""
SLIP_EARLY = 8.0
"""In a log of fewer than three sessions, where an empty bar may stand before the first load."""

SIGN_LIKE = 0.9
"""A load with a slipped sign is one that is lifted, about so nearly."""

SLIPPED_SESSIONS = 2
"""So many sessions may hold the same slip, because apps copy the last one; three are believed."""

Fault = Callable[[PerformedSet], bool]

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "warm_up": lambda one: one.kind is SetKind.WARM_UP,
        "drop": lambda one: one.kind is SetKind.DROP,
    }
)
"""Why a set cannot be judged, by code; the first that holds is named."""

NOT_MEASURED: Mapping[Measure, Mapping[str, Fault]] = MappingProxyType(
    {
        Measure.REPETITIONS: {
            "no_repetitions": lambda one: not one.repetitions or one.repetitions < 0
        },
        Measure.DURATION: {"no_duration": lambda one: not one.duration_s},
        Measure.DISTANCE: {"no_distance": lambda one: not one.distance_m},
    }
)
"""The same for a set that lacks what the exercise is counted in."""

JUMP = 1.5
JUMP_AFTER = 3
"""Sessions before, from which on a load half again as heavy as any of theirs is asked about."""

IMPLAUSIBLE_LOAD = "implausible_load"
SLIPS = frozenset({"no_load", IMPLAUSIBLE_LOAD})
"""Faults that only the whole log shows; such sets are kept from the predictions as well."""


def fault_of(performed: PerformedSet, faults: Mapping[str, Fault]) -> str | None:
    return next((code for code, holds in faults.items() if holds(performed)), None)


def load_of(performed: PerformedSet) -> float:
    return performed.load_kg or 0.0


def faults_in(
    window: tuple[ExerciseSession, ...],
    mode: LoadMode,
    body_kg: float | None,
    measure: Measure = Measure.REPETITIONS,
) -> Mapping[str, Fault]:
    """With those of the load: hung on the body any is possible, but no assistance lifts it all."""
    own = {**FAULTS, **NOT_MEASURED[measure]}
    if mode is not LoadMode.EXTERNAL:
        most_assistance_kg = inf if body_kg is None else body_kg

        def unlifted(one: PerformedSet) -> bool:
            return load_of(one) <= -most_assistance_kg

        return MappingProxyType({**own, IMPLAUSIBLE_LOAD: unlifted})
    credible_kg = heaviest_credible_kg(window)
    if credible_kg == 0.0:
        return MappingProxyType(own)
    return MappingProxyType(
        {
            **own,
            "no_load": lambda one: load_of(one) == 0.0,
            IMPLAUSIBLE_LOAD: lambda one: not 0.0 <= load_of(one) <= credible_kg,
        }
    )


def heaviest_credible_kg(window: tuple[ExerciseSession, ...]) -> float:
    """The limit above which a load is a slip [kg]; 0 where nothing is loaded, else often infinite.

    Sessions are compared with sessions, so equal slips within one do not vouch for each other.
    The sets of a log's only session are compared with each other: one of them may be a slip.
    """
    loaded = [[load_of(one) for one in session.sets if load_of(one) > 0] for session in window]
    tops = [max(loads) for loads in loaded if loads]
    if len(tops) == 1:
        return _limit_kg(sorted(chain(*loaded)), 1, SLIP_EARLY)
    times = SLIP if len(tops) > 2 else SLIP_EARLY
    return _limit_kg(sorted(tops), min(SLIPPED_SESSIONS, len(tops) // 2), times) if tops else 0.0


def signs_slipped(window: tuple[ExerciseSession, ...]) -> bool:
    """Whether the loads below nothing are slips of the keyboard, -60 kg among 60 kg.

    Few sessions hold them, more hold such loads above nothing, and none is without a load: assisted
    pull-ups come to the added load through nothing.
    """
    sessions = [[load_of(one) for one in session.sets] for session in window if session.sets]
    slipped = [-load for loads in sessions for load in loads if load < 0]
    sound = [loads for loads in sessions if min(loads) >= 0]
    below = len(sessions) - len(sound)
    if not 0 < below <= SLIPPED_SESSIONS or len(sound) <= below or 0.0 in chain(*sessions):
        return False
    least, most = min(chain(*sound)), max(chain(*sound))
    return all(SIGN_LIKE * least <= load <= most / SIGN_LIKE for load in slipped)


def _limit_kg(loads_kg: list[float], slips_most: int, times: float) -> float:
    """So many times the load below the first gap with no more than so many loads above it."""
    for below, (lighter_kg, heavier_kg) in enumerate(pairwise(loads_kg), 1):
        if heavier_kg > times * lighter_kg and len(loads_kg) - below <= slips_most:
            return times * lighter_kg
    return inf
