"""Whether today is a day of training: by the programme's weekdays and by what is ready.

A day that was missed is made up where that leaves the customary hours before the next one; the
order of a programme's days never changes, so that nothing is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from app.engine.answer import Basis, Missing, Part, Reason, ReasonKind, insufficient, ok
from app.engine.load.anatomy import spoken
from app.engine.load.spacing import SPACING
from app.engine.today.day import (
    DayQuestion,
    DayVerdict,
    DueWork,
    TrainingDay,
    Waiting,
    muscles_of,
)

LOOKED_BACK_DAYS = 7
"""A day missed longer ago than a week is past making up."""
LOOKED_AHEAD_DAYS = 14

DONE = ReasonKind(
    "trained_today",
    "A session of the programme was logged today.",
    Basis.EVIDENCE,
)
PLANNED = ReasonKind(
    "planned_weekday",
    "{weekday} is a day of training of the programme.",
    Basis.CONVENTION,
)
NOT_PLANNED = ReasonKind(
    "rest_weekday",
    "{weekday} is no day of training of the programme; days between them are for recovery.",
    Basis.CONVENTION,
)
OPEN = ReasonKind(
    "weekdays_open",
    "The programme names no weekdays: the next session is due as soon as its muscles are ready.",
    Basis.CONVENTION,
    "spacing_convention",
)
WAITS = ReasonKind(
    "exercise_waits",
    "{name}: {muscle} was loaded lately and is ready on {ready_at}.",
    Basis.CONVENTION,
    "spacing_convention",
)
LEFT_OUT = ReasonKind(
    "exercise_left_out",
    "{name} is left out today: {muscle} was loaded lately and is ready on {ready_at}.",
    Basis.CONVENTION,
    "spacing_convention",
)
READY_LATER_TODAY = ReasonKind(
    "ready_later_today",
    "The muscles of the session are ready from {ready_at} on.",
    Basis.CONVENTION,
    "spacing_convention",
)
MADE_UP = ReasonKind(
    "missed_day_made_up",
    "Nothing was logged on {missed_on}, a day of training: it is made up today. {why}",
    Basis.CONVENTION,
    "spacing_convention",
)
NOT_MADE_UP = ReasonKind(
    "missed_day_waits",
    "Nothing was logged on {missed_on}, a day of training. It is done on {next_on}, the next one, "
    "and not today: {hours:g} h are customary between sessions of the same muscles ({muscles}). "
    "The days keep their order, so nothing is left out.",
    Basis.CONVENTION,
    "spacing_convention",
)
MOVED_HERE = ReasonKind(
    "missed_day_moved",
    "Nothing was logged on {missed_on}, a day of training: its session is today's, and the days "
    "after it keep their order.",
    Basis.CONVENTION,
)
PROGRAMME = Missing(
    "programme", "Create a programme (or make a plan and adopt it): then there is something due."
)


def training_day(question: DayQuestion) -> Part[TrainingDay]:
    """Insufficient where nothing is programmed."""
    if not question.due:
        return insufficient((PROGRAMME,))
    waiting = tuple(_waiting(question))
    late = tuple(one for one in waiting if one.ready_at.date() > question.on)
    missed_on = _missed_on(question)
    if question.on in question.trained_on:
        return ok(_later(question, DayVerdict.DONE, waiting, None), (DONE(),))
    free = question.weekdays is None or question.on.weekday() not in question.weekdays
    if len(late) == len(question.due) or (late and free):
        why = (*_calendar(question), *_said(WAITS, late))
        return ok(_later(question, DayVerdict.REST, late, missed_on), why)
    if not free or question.weekdays is None:
        moved = () if missed_on is None else (MOVED_HERE(missed_on=_day(missed_on)),)
        return _train(question, waiting, late, missed_on, (*_calendar(question), *moved))
    return _between(question, waiting, missed_on)


def _between(
    question: DayQuestion, waiting: tuple[Waiting, ...], missed_on: date | None
) -> Part[TrainingDay]:
    """A day that is none of training: free to make up one that was missed."""
    rest = _later(question, DayVerdict.REST, (), missed_on)
    if missed_on is None:
        return ok(rest, _calendar(question))
    shared = question.following & muscles_of(question.due)
    next_on = next_training_day(question, day_after(question.on))
    if shared and next_on is not None and next_on - question.on < SPACING:
        why = NOT_MADE_UP(
            missed_on=_day(missed_on),
            next_on=_day(next_on),
            hours=SPACING / timedelta(hours=1),
            muscles=", ".join(map(spoken, sorted(shared))),
        )
        return ok(rest, (*_calendar(question), why))
    made_up = MADE_UP(missed_on=_day(missed_on), why=_room(next_on, shared))
    return _train(question, waiting, (), missed_on, (made_up,))


def _room(next_on: date | None, shared: frozenset[str]) -> str:
    if next_on is None:
        return "No other day follows."
    if shared:
        return f"The next day of training is {_day(next_on)}: two days or more are left."
    return f"The next day of training, {_day(next_on)}, loads other muscles."


def _train(
    question: DayQuestion,
    waiting: tuple[Waiting, ...],
    late: tuple[Waiting, ...],
    missed_on: date | None,
    because: tuple[Reason, ...],
) -> Part[TrainingDay]:
    begins_at = max((one.ready_at for one in waiting if one not in late), default=None)
    if begins_at is not None:
        because += (READY_LATER_TODAY(ready_at=f"{begins_at:%H:%M}"),)
    left_out = frozenset(one.exercise_id for one in late)
    day = TrainingDay(DayVerdict.TRAIN, question.on, begins_at, missed_on, late, left_out)
    return ok(day, because, warnings=_said(LEFT_OUT, late))


def _later(
    question: DayQuestion,
    verdict: DayVerdict,
    waiting: tuple[Waiting, ...],
    missed_on: date | None,
) -> TrainingDay:
    """With the first day of training on which something of the session is ready; where weekdays
    are open, all of it."""
    next_on = next_training_day(question, max(day_after(question.on), _ready_on(question, waiting)))
    shown = waiting if verdict is DayVerdict.REST else ()
    left_out = frozenset(
        one.exercise_id for one in waiting if next_on and one.ready_at.date() > next_on
    )
    return TrainingDay(verdict, next_on, None, missed_on, shown, left_out)


def _ready_on(question: DayQuestion, waiting: tuple[Waiting, ...]) -> date:
    days = [one.ready_at.date() for one in waiting]
    if question.weekdays is None:
        return max(days, default=question.on)
    return min(days) if len(days) == len(question.due) else question.on


def day_after(day: date) -> date:
    """The last day of the calendar has none."""
    return day + timedelta(days=min(1, (date.max - day).days))


def next_training_day(question: DayQuestion, first: date) -> date | None:
    """From a day on, by the calendar of the programme alone; None after its end."""
    last = question.ends_on or date.max
    ahead = range(min(LOOKED_AHEAD_DAYS, (date.max - first).days + 1))
    days = (first + timedelta(days=n) for n in ahead)
    weekdays = frozenset(range(7)) if question.weekdays is None else question.weekdays
    found = next((day for day in days if day.weekday() in weekdays), None)
    return None if found is None or found > last else found


def _waiting(question: DayQuestion) -> Iterator[Waiting]:
    """The muscle of each exercise that is ready last, where it is not ready now."""
    for work in question.due:
        if found := ready_last(question, work):
            ready_at, muscle = found
            yield Waiting(work.exercise_id, work.name, spoken(muscle), ready_at)


def ready_last(question: DayQuestion, work: DueWork) -> tuple[datetime, str] | None:
    """When all muscles of an exercise are ready, and the last of them; None where they are now."""
    return max(_busy(question, work.muscles), default=None)


def _busy(question: DayQuestion, muscles: Iterable[str]) -> Iterator[tuple[datetime, str]]:
    for muscle in muscles:
        part = question.muscles.get(muscle)
        ready_at = part.value.ready_at if part is not None and part.value is not None else None
        if ready_at is not None:
            yield _on_clock(ready_at, question.at), muscle


def _on_clock(instant: datetime, at: datetime) -> datetime:
    """On the athlete's clock; at the end of the calendar on its own."""
    try:
        return instant.astimezone(at.tzinfo)
    except OverflowError:
        return instant


def _missed_on(question: DayQuestion) -> date | None:
    """The last day of training since the last session, within a week."""
    if question.weekdays is None:
        return None
    # The calendar begins with day 1.
    for n in range(1, min(LOOKED_BACK_DAYS, question.on.toordinal())):
        day = question.on - timedelta(days=n)
        if day in question.trained_on or day < question.begins_on:
            return None
        if day.weekday() in question.weekdays:
            return day
    return None


def _calendar(question: DayQuestion) -> tuple[Reason, ...]:
    if question.weekdays is None:
        return (OPEN(),)
    kind = PLANNED if question.on.weekday() in question.weekdays else NOT_PLANNED
    return (kind(weekday=f"{question.on:%A}"),)


def _said(kind: ReasonKind, waiting: Iterable[Waiting]) -> tuple[Reason, ...]:
    return tuple(
        kind(name=one.name, muscle=one.muscle, ready_at=f"{one.ready_at:%A %Y-%m-%d, %H:%M}")
        for one in waiting
    )


def _day(day: date) -> str:
    return f"{day:%A %Y-%m-%d}"
