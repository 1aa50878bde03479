"""Repetitions at a load, from a history that the caller sends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.engine import ENGINE_VERSION
from app.engine.answer import Missing
from app.engine.records import ExerciseSession, LoadMode
from app.engine.strength.lifted import with_body
from app.engine.strength.repetitions.repetitions import RepetitionsAnswer, repetitions_at_loads
from app.usecases.exercises import Label, labelled_facts

BODY_MASS = Missing(
    "body_mass",
    "Send body_mass_kg: this exercise lifts the body, and without it the load alone is read.",
)


@dataclass(frozen=True, slots=True)
class Repetitions:
    at: datetime
    answer: RepetitionsAnswer
    engine_version: str = ENGINE_VERSION


def repetitions(
    sessions: Sequence[ExerciseSession],
    at: datetime,
    loads_kg: Sequence[float],
    *,
    exercise_id: str | None = None,
    body_mass_kg: float | None = None,
) -> Repetitions:
    """Where the exercise lifts the body and its mass is known, its part is added to every load."""
    facts = labelled_facts(Label(exercise_id))
    if facts.load_mode is not LoadMode.BODY_WEIGHT:
        return Repetitions(at, repetitions_at_loads(sessions, at, loads_kg))
    if body_mass_kg is None or facts.body_mass_share is None:
        answer = repetitions_at_loads(sessions, at, loads_kg)
        return Repetitions(at, replace(answer, missing=(*answer.missing, BODY_MASS)))
    body_kg = body_mass_kg * facts.body_mass_share
    lifted = [body_kg + load_kg for load_kg in loads_kg]
    return Repetitions(at, repetitions_at_loads(with_body(sessions, body_kg), at, lifted))
