"""Repetitions at a load, from a history that the caller sends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.engine import ENGINE_VERSION
from app.engine.records import ExerciseSession
from app.engine.strength.repetitions import RepetitionsAnswer, repetitions_at_loads


@dataclass(frozen=True, slots=True)
class Repetitions:
    at: datetime
    answer: RepetitionsAnswer
    engine_version: str = ENGINE_VERSION


def repetitions(
    sessions: Sequence[ExerciseSession], at: datetime, loads_kg: Sequence[float]
) -> Repetitions:
    return Repetitions(at, repetitions_at_loads(sessions, at, loads_kg))
