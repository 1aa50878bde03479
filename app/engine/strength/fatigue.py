"""What is possible in the next set of a session: the log, and what today's sets have shown."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.repetitions import RepetitionsAnswer, repetitions_at_loads

BEFORE = timedelta(seconds=1)


def repetitions_in_session(
    sessions: Sequence[ExerciseSession],
    at: datetime,
    loads_kg: Sequence[float],
    *,
    done_today: tuple[PerformedSet, ...],
) -> RepetitionsAnswer:
    """Repetitions at each load [kg] after the sets of today, which count as the newest session."""
    today = (ExerciseSession(at - BEFORE, done_today),) if done_today else ()
    return repetitions_at_loads((*sessions, *today), at, loads_kg)
