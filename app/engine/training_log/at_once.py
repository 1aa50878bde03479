"""Sessions of one exercise that began at one instant: nobody trains twice at once."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from app.engine.answer import Exclusion
from app.engine.records import ExerciseSession, PerformedSet

LOGGED_TWICE = "logged_twice"


def one_at_a_time(
    in_order: Iterable[ExerciseSession],
) -> tuple[list[ExerciseSession], list[Exclusion]]:
    """Sessions of one instant as one, in the order given; one that says the same as another was
    logged twice, and is named."""
    sessions, twice = list[ExerciseSession](), list[Exclusion]()
    for performed_at, at_once in groupby(in_order, key=lambda one: one.performed_at):
        said = dict[tuple[PerformedSet, ...], ExerciseSession]()
        for session in at_once:
            if said.setdefault(_without_ids(session), session) is not session:
                twice += [Exclusion(one.id, LOGGED_TWICE) for one in session.sets]
        sets = tuple(one for session in said.values() for one in session.sets)
        sessions.append(ExerciseSession(performed_at, sets))
    return sessions, twice


def _without_ids(session: ExerciseSession) -> tuple[PerformedSet, ...]:
    return tuple(replace(one, id="") for one in session.sets)
