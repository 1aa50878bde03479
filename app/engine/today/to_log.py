"""What to log today: each record, and what it is good for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.engine.answer import Missing
from app.engine.load.check_ins import FRESH
from app.engine.records import IntakeDay, RecoveryNote, Weighing

WEIGHING = Missing(
    "weighing",
    "Weigh yourself in the morning, after the toilet and before eating: a weight a day frees the "
    "trend of water.",
)
INTAKE_YESTERDAY = Missing(
    "intake_yesterday",
    "Log what was eaten yesterday, the whole day: expenditure is read from intake and weight.",
)
INTAKE = Missing("intake", "Log what is eaten today, and mark the day complete when it is.")
CHECK_IN = Missing(
    "check_in", "Check in before training with sleep, soreness and pain: they may hold or lower it."
)
SETS = Missing(
    "sets",
    "Log each set with load, repetitions and repetitions in reserve: the next one follows from it.",
)


@dataclass(frozen=True, slots=True)
class Logged:
    """The newest records; the order is free."""

    weighings: tuple[Weighing, ...]
    intake: tuple[IntakeDay, ...]
    recovery_notes: tuple[RecoveryNote, ...]


def to_log(logged: Logged, at: datetime, *, trains: bool) -> tuple[Missing, ...]:
    """What is not logged yet on the athlete's day of `at`, in the order of the day.

    `trains`: a session is still to come today.
    """
    on = at.date()
    checked = any(timedelta(0) <= at - note.noted_at <= FRESH for note in logged.recovery_notes)
    wanted = {
        WEIGHING: all(one.weighed_on != on for one in logged.weighings),
        INTAKE_YESTERDAY: not _eaten(logged, _before(on)),
        CHECK_IN: trains and not checked,
        SETS: trains,
        INTAKE: not _eaten(logged, on),
    }
    return tuple(each for each, holds in wanted.items() if holds)


def _eaten(logged: Logged, on: date) -> bool:
    return any(one.eaten_on == on and one.complete for one in logged.intake)


def _before(on: date) -> date:
    """The first day of the calendar has none before it."""
    return on - timedelta(days=min(1, on.toordinal() - 1))
