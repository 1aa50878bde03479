"""What the session before left: an exercise that was left out or not done comes last in the next.

Without it an exercise whose muscles were not ready would wait for the programme's next round.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.engine.answer import Basis, Part, Reason, ReasonKind
from app.engine.load.anatomy import spoken
from app.engine.load.spacing import SPACING, later
from app.engine.today.day import DayQuestion, DayVerdict, LeftOver, TrainingDay, muscles_of
from app.engine.today.training_day import (
    LOOKED_BACK_DAYS,
    day_after,
    next_training_day,
    ready_last,
)

MOST = 2
"""Of one session: two sessions on one day are never proposed. A convention."""

COMES_LAST = ReasonKind(
    "left_over_comes_last",
    "{name} was due on {due_on} and not done: it comes last on {on}, where there is time for it.",
    Basis.CONVENTION,
)
WAITS_FOR_ROUND = ReasonKind(
    "left_over_waits",
    "{name} was due on {due_on} and not done. It waits for the programme's next round: {why}.",
    Basis.CONVENTION,
    "spacing_convention",
)


def with_left_over(
    part: Part[TrainingDay], question: DayQuestion, left: Sequence[LeftOver]
) -> Part[TrainingDay]:
    """The day with what the session before left, of its last week, in the programme's order.

    On a day that is done nothing is said: the session may still go on.
    """
    day = part.value
    if day is None or day.verdict is DayVerdict.DONE or day.next_on is None:
        return part
    recent = [one for one in left if (question.on - one.due_on).days <= LOOKED_BACK_DAYS]
    against = {one: _against(question, day, day.next_on, one) for one in recent}
    ready = [one for one, why in against.items() if why is None]
    for one in ready[MOST:]:
        against[one] = f"{MOST} exercises more are enough for a day"
    return replace(
        part,
        value=replace(day, left_over=tuple(ready[:MOST])),
        because=(*part.because, *_said(against, day.next_on)),
    )


def _against(question: DayQuestion, day: TrainingDay, on: date, one: LeftOver) -> str | None:
    """Why an exercise is not offered on the day of the session; None where it is."""
    begins_at = day.begins_at or later(question.at, on - question.on)
    waits = ready_last(question, one.work)
    if waits is not None and waits[0] > begins_at:
        return f"{spoken(waits[1])} is ready on {waits[0]:%A %Y-%m-%d, %H:%M}"
    done = muscles_of(work for work in question.due if work.exercise_id not in day.left_out)
    shared = (one.work.muscles - done) & question.following
    after = next_training_day(question, day_after(on))
    if shared and after is not None and after - on < SPACING:
        muscles = ", ".join(map(spoken, sorted(shared)))
        return f"{after:%A %Y-%m-%d} loads the same muscles ({muscles})"
    return None


def _said(against: dict[LeftOver, str | None], on: date) -> Iterator[Reason]:
    for one, why in against.items():
        told = {"name": one.work.name, "due_on": f"{one.due_on:%A %Y-%m-%d}"}
        if why is None:
            yield COMES_LAST(**told, on=f"{on:%A %Y-%m-%d}")
        else:
            yield WAITS_FOR_ROUND(**told, why=why)
