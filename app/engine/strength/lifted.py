"""What is lifted: on body-weight exercises the logged load and the body's own part together."""

from collections.abc import Sequence
from dataclasses import replace

from app.engine.records import ExerciseSession

STAND_IN_KG = 50.0
"""Stands for a body whose part of the load is not known: that of a light one [kg]."""


def with_body(sessions: Sequence[ExerciseSession], body_kg: float) -> tuple[ExerciseSession, ...]:
    """The sessions with `body_kg` added to every load [kg]; a load that is not logged is none."""
    return tuple(
        replace(
            session,
            sets=tuple(
                replace(one, load_kg=(one.load_kg or 0.0) + body_kg) for one in session.sets
            ),
        )
        for session in sessions
    )
