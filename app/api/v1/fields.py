"""Field types of the contract: numbers are numbers, instants have an offset, text is text."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from app.engine.units import MassUnit, from_kg, to_kg


class Input(BaseModel):
    """A body or a part of one: unknown fields are refused, NaN and infinity too."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)


class Output(BaseModel):
    """A part of an answer: every field is always there, null where unknown."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


def _text(pattern: str, wanted: str) -> BeforeValidator:
    """Takes only text of this form: pydantic would read numbers as seconds since 1970."""
    form = re.compile(pattern)

    def check(value: Any) -> Any:
        if not isinstance(value, str | int | float) or (
            isinstance(value, str) and form.match(value)
        ):
            return value
        raise PydanticCustomError("text_needed", "send {wanted}, as text", {"wanted": wanted})

    return BeforeValidator(check)


def _whole(value: Any) -> Any:
    """12.0 is an integer in JSON Schema, and some languages write it so; "12" is none."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str | bool):
        raise PydanticCustomError("int_type", "send a number without quotes")
    return value


def _in_utc(instant: datetime) -> datetime:
    """Every instant in UTC, so that what is answered at once is what is read later.

    The first and the last hours of the calendar have no UTC day; they are taken as they stand.
    """
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        return instant.replace(tzinfo=UTC)


WHOLE = BeforeValidator(_whole)
"""On an int of a body; stands behind its bounds, so that they reach the contract."""

Number = Annotated[float, Field(strict=True)]
Flag = Annotated[bool, Field(strict=True)]
Instant = Annotated[
    AwareDatetime,
    _text(
        r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d", "an instant with an offset, such as 2026-11-18T17:30:00Z"
    ),
    AfterValidator(_in_utc),
]
Day = Annotated[date, _text(r"\d{4}-\d\d-\d\d$", "a day, such as 2026-11-18")]
Id = Annotated[UUID, _text("", "a UUID")]

WITHOUT_NUL = r"^[^\x00]*$"
Text = Annotated[str, StringConstraints(max_length=10_000, pattern=WITHOUT_NUL)]
SOMETHING_TO_SEE = r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=SOMETHING_TO_SEE)]
ExerciseId = Annotated[
    str,
    StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$"),
    Field(
        description="A slug of the catalogue, or the UUID of an exercise of your own.",
        examples=["sumo-squat"],
    ),
]

Slug = Annotated[
    str, StringConstraints(min_length=1, max_length=64, pattern=r"^[a-z0-9][a-z0-9_-]*$")
]

LoadKg = Annotated[Number, Field(ge=-500, le=2_000, description="Load [kg].")]
Unit = Annotated[MassUnit, Field(description="`kg` or `lb`.")]

TimeZone = Annotated[
    str,
    StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_+/-]+$"),
    Field(
        description="IANA time zone by which naive times of imports and days are read.",
        examples=["Europe/Berlin"],
    ),
]


class Mass(Input):
    """A mass in the unit that the person reads."""

    value: Annotated[Number, Field(ge=-5_000, le=5_000)]
    unit: Unit


class MassOut(Output):
    """A mass in the unit that the person reads."""

    value: float
    unit: MassUnit

    @classmethod
    def of(cls, mass_kg: float | None, unit: MassUnit) -> "MassOut | None":
        return None if mass_kg is None else cls(value=from_kg(mass_kg, unit), unit=unit)


def mass_kg(mass: Mass) -> float:
    return to_kg(mass.value, mass.unit)
