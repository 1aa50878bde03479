"""Whether today is a day of training: by the programme's weekdays and by what is ready.

A day that was missed is made up where that leaves the customary hours before the next one; the
order of a programme's days never changes, so that nothing is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.engine.answer import Basis, Missing, Part, Reason, ReasonKind, insufficient, ok
from app.engine.load.anatomy import spoken
from app.engine.load.recovery import MuscleRecovery
from app.engine.load.spacing import SPACING

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
PROGRAMME = Missing(
    "programme", "Create a programme (or make a plan and adopt it): then there is something due."
)


class DayVerdict(StrEnum):
    TRAIN = "train"
    REST = "rest"
    DONE = "done"
    """A session of the programme was logged today."""


@dataclass(frozen=True, slots=True)
class DueWork:
    """An exercise of the session that is due, and the muscles that it loads directly."""

    exercise_id: str
    name: str
    muscles: frozenset[str]


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """Instants and days are the athlete's own."""

    at: datetime
    due: tuple[DueWork, ...]
    """Empty where nothing is programmed."""
    following: frozenset[str]
    """Muscles that the session after the one that is due loads directly."""
    muscles: Mapping[str, Part[MuscleRecovery]]
    """As of `at`; a muscle of which nothing is known does not wait."""
    weekdays: frozenset[int] | None
    """Days of training, Monday 0; None where they are open."""
    trained_on: frozenset[date]
    """Days of the last week on which a session of the programme was logged."""
    begins_on: date
    ends_on: date | None = None

    @property
    def on(self) -> date:
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Waiting:
    exercise_id: str
    name: str
    muscle: str
    ready_at: datetime


@dataclass(frozen=True, slots=True)
class TrainingDay:
    verdict: DayVerdict
    next_on: date | None
    """Day of the session that is due: today, or a later one; None after the programme's end."""
    begins_at: datetime | None
    """Where it is today: when its muscles are ready; None where they are now."""
    missed_on: date | None
    """The last day of training of this week on which nothing was logged."""
    waiting: tuple[Waiting, ...] = ()
    """Exercises that are due and whose muscles are not ready today."""


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
        return _train(question, waiting, late, missed_on, _calendar(question))
    return _between(question, waiting, missed_on)


def muscles_of(works: Iterable[DueWork]) -> frozenset[str]:
    return frozenset[str]().union(*(one.muscles for one in works))


def _between(
    question: DayQuestion, waiting: tuple[Waiting, ...], missed_on: date | None
) -> Part[TrainingDay]:
    """A day that is none of training: free to make up one that was missed."""
    rest = _later(question, DayVerdict.REST, (), missed_on)
    if missed_on is None:
        return ok(rest, _calendar(question))
    shared = question.following & muscles_of(question.due)
    next_on = _next_on(question, _tomorrow(question))
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
    day = TrainingDay(DayVerdict.TRAIN, question.on, begins_at, missed_on, late)
    return ok(day, because, warnings=_said(LEFT_OUT, late))


def _later(
    question: DayQuestion,
    verdict: DayVerdict,
    waiting: tuple[Waiting, ...],
    missed_on: date | None,
) -> TrainingDay:
    """With the first day of training from which the whole session is ready."""
    first = max((_tomorrow(question), *(one.ready_at.date() for one in waiting)))
    shown = waiting if verdict is DayVerdict.REST else ()
    return TrainingDay(verdict, _next_on(question, first), None, missed_on, shown)


def _tomorrow(question: DayQuestion) -> date:
    """The last day of the calendar has none."""
    return question.on + timedelta(days=min(1, (date.max - question.on).days))


def _next_on(question: DayQuestion, first: date) -> date | None:
    last = question.ends_on or date.max
    ahead = range(min(LOOKED_AHEAD_DAYS, (date.max - first).days + 1))
    days = (first + timedelta(days=n) for n in ahead)
    weekdays = frozenset(range(7)) if question.weekdays is None else question.weekdays
    found = next((day for day in days if day.weekday() in weekdays), None)
    return None if found is None or found > last else found


def _waiting(question: DayQuestion) -> Iterator[Waiting]:
    """The muscle of each exercise that is ready last, where it is not ready now."""
    for work in question.due:
        if busy := list(_busy(question, work.muscles)):
            ready_at, muscle = max(busy)
            yield Waiting(work.exercise_id, work.name, spoken(muscle), ready_at)


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
