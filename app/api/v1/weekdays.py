"""Days of the week by name; inside, Monday is 0."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from app.engine.plan.weekdays import NAMES

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Weekdays = Annotated[list[Weekday], Field(max_length=7)]


def day_numbers(named: Iterable[Weekday]) -> tuple[int, ...]:
    """In the order of the week, each once."""
    return tuple(sorted({NAMES.index(day) for day in named}))


def day_names(numbers: Iterable[int]) -> list[str]:
    return [NAMES[day] for day in numbers]
