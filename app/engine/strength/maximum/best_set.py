"""The usual way to a one-repetition maximum: the best set lately, by one equation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.maximum.repmax import one_repetition_maximum_kg
from app.engine.strength.spread import FAR_CALL
from app.engine.strength.strength_log import reserve_of
from app.engine.training_log.faults import load_of

MOST_POSSIBLE = 12.0
"""Repetitions done and in reserve; a set of more is not read."""
SOUND_POSSIBLE = 10.0


@dataclass(frozen=True, slots=True)
class BestSet:
    maximum_kg: float
    equation: str
    set_id: str
    load_kg: float
    repetitions_possible: float
    """Done, and in reserve where that is known."""
    performed_at: datetime


def best_set(sessions: Iterable[ExerciseSession], equation: str) -> BestSet | None:
    sets = (
        _shown(session, one, equation)
        for session in sessions
        for one in session.sets
        if _possible(one) <= MOST_POSSIBLE
    )
    return max(sets, key=lambda one: one.maximum_kg, default=None)


def _shown(session: ExerciseSession, one: PerformedSet, equation: str) -> BestSet:
    load_kg, repetitions, possible = load_of(one), one.repetitions or 0, _possible(one)
    maximum_kg = one_repetition_maximum_kg(load_kg, repetitions, possible - repetitions, equation)
    return BestSet(maximum_kg, equation, one.id, load_kg, possible, session.performed_at)


def _possible(one: PerformedSet) -> float:
    """Done, and in reserve where that is a measurement."""
    reserve = reserve_of(one)
    counted = reserve if reserve is not None and reserve <= FAR_CALL else 0.0
    return (one.repetitions or 0) + counted
