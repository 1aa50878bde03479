"""Which sets of a log may hold a record, and why the others may not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from math import isfinite
from types import MappingProxyType

from app.engine.answer import Exclusion
from app.engine.records import ExerciseSession, LoadMode, PerformedSet
from app.engine.strength.strength_log import MOST_LOAD_KG, past_sessions
from app.engine.training_log.faults import Fault, fault_of, faults_in, heaviest_credible_kg, load_of

Measure = Callable[[PerformedSet], float]

MEASURES: Mapping[str, tuple[Measure, float]] = MappingProxyType(
    {
        "implausible_repetitions": (lambda one: float(one.repetitions or 0), 30.0),
        "implausible_duration": (lambda one: one.duration_s or 0.0, 600.0),
        "implausible_distance": (lambda one: one.distance_m or 0.0, 1_000.0),
    }
)
"""What else may be a slip of the keyboard, by the rule of loads, and up to which number it never
is one [repetitions, s, m]."""


@dataclass(frozen=True, slots=True)
class RecordLog:
    sessions: tuple[ExerciseSession, ...]
    """Oldest first, one for each instant, each with at least one set and with none that is left
    out."""
    load_mode: LoadMode
    """As asked, or as a negative load shows it."""
    excluded: tuple[Exclusion, ...]


def read_record_log(
    sessions: Iterable[ExerciseSession], at: datetime, asked: LoadMode, body_kg: float | None
) -> RecordLog:
    past, excluded = past_sessions(sessions, at)
    mode = _mode(past, asked)
    faults = _faults(past, mode, body_kg)
    kept, named = [], list(excluded)
    for session in past:
        codes = [(one, fault_of(one, faults)) for one in session.sets]
        named += [Exclusion(one.id, code) for one, code in codes if code is not None]
        sound = tuple(one for one, code in codes if code is None)
        if sound:
            kept.append(replace(session, sets=sound))
    return RecordLog(tuple(kept), mode, tuple(named))


def _mode(sessions: tuple[ExerciseSession, ...], asked: LoadMode) -> LoadMode:
    """A negative load is assistance."""
    assisted = any(load_of(one) < 0.0 for session in sessions for one in session.sets)
    return LoadMode.BODY_WEIGHT if assisted else asked


def _faults(
    sessions: tuple[ExerciseSession, ...], mode: LoadMode, body_kg: float | None
) -> Mapping[str, Fault]:
    """Those of the prescription, but for drop sets, which were done, and holds, which count.

    What a band pulls or takes off is no number of kilograms, so its sets compare with no other.
    """
    believable = tuple(
        replace(session, sets=tuple(filter(_is_believable, session.sets))) for session in sessions
    )
    loads = dict(faults_in(believable, mode, body_kg))
    del loads["drop"], loads["no_repetitions"]
    slips = {code: _slip(believable, *each) for code, each in MEASURES.items()}
    return MappingProxyType(
        {
            "not_a_measurement": lambda one: not _is_believable(one),
            "band": lambda one: one.band is not None,
            **loads,
            "nothing_done": lambda one: not any(of(one) > 0.0 for of, _ in MEASURES.values()),
            **slips,
        }
    )


def _is_believable(performed: PerformedSet) -> bool:
    measures = [of(performed) for of, _ in MEASURES.values()]
    return abs(load_of(performed)) <= MOST_LOAD_KG and all(map(isfinite, measures))


def _slip(sessions: tuple[ExerciseSession, ...], of: Measure, never_up_to: float) -> Fault:
    """Many times all other sessions' is a slip, of repetitions and seconds as of loads."""
    if all(of(one) <= never_up_to for session in sessions for one in session.sets):
        return lambda _: False
    measured = tuple(
        replace(session, sets=tuple(replace(one, load_kg=of(one)) for one in session.sets))
        for session in sessions
    )
    credible = max(heaviest_credible_kg(measured), never_up_to)
    return lambda one: of(one) > credible
