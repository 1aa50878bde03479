"""Histories as callers send them: sessions of one exercise, in any order."""

from collections.abc import Sequence
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from app.api.v1.fields import Input, Instant
from app.api.v1.sets import SetBody
from app.engine.records import ExerciseSession
from app.usecases.athletes import on_clock


class SessionBody(Input):
    """The sets of one exercise in one session, in the order in which they were done."""

    performed_at: Instant
    sets: Annotated[list[SetBody], Field(min_length=1, max_length=100)]


History = Annotated[
    list[SessionBody],
    Field(max_length=3_000, description="Sessions of this exercise, in any order."),
]


def history_records(
    history: Sequence[SessionBody], pointer: str, time_zone: str = "UTC"
) -> tuple[ExerciseSession, ...]:
    """Sets without an id of the caller's are named by their place in the body."""
    zone = ZoneInfo(time_zone)
    return tuple(
        ExerciseSession(
            on_clock(zone, session.performed_at),
            tuple(
                one.record(f"{pointer}/{number}/sets/{place}")
                for place, one in enumerate(session.sets)
            ),
        )
        for number, session in enumerate(history)
    )
