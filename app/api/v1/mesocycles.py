"""Mesocycles as they are sent: what varies from week to week."""

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from app.api.v1.fields import WHOLE, Day, Flag, Input, Number
from app.engine.load.mesocycle import (
    LEAST_WEEKS,
    MOST_WEEKS,
    DeloadDays,
    Mesocycle,
    MesocycleWeek,
    deload_days,
    week_of,
)

Reserve = Annotated[Number, Field(ge=0, le=10)]


class MesocycleBody(Input):
    """Effort that rises from week to week, and a lighter week at the end. A convention."""

    weeks: Annotated[int, Field(ge=LEAST_WEEKS, le=MOST_WEEKS), WHOLE] = 5
    reserve_first: Annotated[
        Reserve, Field(description="Repetitions in reserve in the first week.")
    ] = 3.0
    reserve_last: Annotated[
        Reserve, Field(description="In the last week before the deload; 0 is failure.")
    ] = 1.0
    sets_last: Annotated[
        Annotated[Number, Field(ge=0.5, le=2)],
        Field(description="Sets of that week over those of the first; 1 keeps them."),
    ] = 1.0
    deload: Annotated[
        Flag, Field(description="Whether the last week is lighter: half of the sets, more reserve.")
    ] = True

    @model_validator(mode="after")
    def _holds_together(self) -> "MesocycleBody":
        self.record()
        return self

    def record(self) -> Mesocycle:
        """The engine's; ValueError where the reserve does not fall."""
        return Mesocycle(**{name: getattr(self, name) for name in MesocycleBody.model_fields})


class BegunMesocycle(MesocycleBody):
    """A mesocycle and the day of its first week."""

    starts_on: Day

    def week_on(self, on: date) -> MesocycleWeek | None:
        """None before it begins and after it ends."""
        return week_of(self.starts_on, on, self.record()).value

    def deload_days(self) -> DeloadDays | None:
        return deload_days(self.starts_on, self.record())
