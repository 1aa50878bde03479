"""Built-in programmes: found by what they are for, and laid out on the calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import groupby

from app.catalogue.programme_records import Goal, Level, Programme, ProgrammeDay
from app.catalogue.programmes import programmes
from app.usecases.errors import NotFound


@dataclass(frozen=True, slots=True)
class Block:
    """Weeks of the same days, to be stored as one programme of an athlete."""

    name: str
    starts_on: date | None
    ends_on: date | None
    days: tuple[ProgrammeDay, ...]


def built_in(goal: Goal | None, level: Level | None) -> list[Programme]:
    """In the order of the files; what is for any level is for each."""
    return [
        one
        for one in programmes().values()
        if (goal is None or goal in one.goals)
        and (level is None or one.level in (level, Level.ANY))
    ]


def require_built_in(programme_id: str) -> Programme:
    found = programmes().get(programme_id)
    if found is None:
        near = tuple(get_close_matches(programme_id, programmes()))
        raise NotFound("built-in programme", programme_id, near)
    return found


def blocks(programme: Programme, starts_on: date) -> Sequence[Block]:
    """One for each run of weeks with the same days, from a day on; a programme without an end is
    one that goes on. On the last days of the calendar there are no later ones."""
    if programme.weeks is None:
        return [Block(programme.name, starts_on, None, programme.days)]
    weeks = range(1, programme.weeks + 1)
    runs = [
        (days, list(run))
        for days, run in groupby(weeks, key=lambda week: programme.days_in_week(week))
    ]
    return [
        Block(
            programme.name if len(runs) == 1 else _named(programme.name, run),
            _week(starts_on, run[0] - 1),
            _week(starts_on, run[-1], less=1),
            days,
        )
        for days, run in runs
    ]


def _named(name: str, weeks: Sequence[int]) -> str:
    first, last = weeks[0], weeks[-1]
    return f"{name}, week {first}" if first == last else f"{name}, weeks {first} to {last}"


def _week(starts_on: date, weeks: int, *, less: int = 0) -> date:
    try:
        return starts_on + timedelta(weeks=weeks, days=-less)
    except OverflowError:
        return date.max
