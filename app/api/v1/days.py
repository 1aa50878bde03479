"""A day of training as a caller without a store describes it."""

from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from app.api.v1.athletes import ClearedForMaximalEffort, HealthFlags, ReproductionField
from app.api.v1.fields import Input, Instant, Number, TimeZone, Unit
from app.engine.overload.question import Person
from app.usecases.athlete_day import AthleteDay


class HealthBody(Input):
    """What of the person's health bears on training."""

    health_flags: HealthFlags = []
    reproduction: ReproductionField = None
    cleared_for_maximal_effort: ClearedForMaximalEffort = None

    def record(self) -> Person:
        return Person(
            frozenset(self.health_flags), self.reproduction, self.cleared_for_maximal_effort
        )


class DayBody(Input):
    """When the session is, and how the person is then."""

    at: Annotated[Instant, Field(description="When the session will be.")]
    mass_unit: Annotated[Unit, Field(description="The unit that the person reads.")] = "kg"
    time_zone: TimeZone = "UTC"
    body_mass_kg: Annotated[
        Annotated[Number, Field(ge=20, le=400)] | None,
        Field(description="Sharpens body-weight exercises."),
    ] = None
    athlete: HealthBody = HealthBody()
    deficit_since: Annotated[
        Instant | None,
        Field(description="Since when less is eaten than spent; absent is not known to be so."),
    ] = None

    def day(self) -> AthleteDay:
        """As the use case takes it; the time zone has been looked up already."""
        return AthleteDay(
            at=self.at,
            mass_unit=self.mass_unit,
            zone=ZoneInfo(self.time_zone),
            body_mass_kg=self.body_mass_kg,
            person=self.athlete.record(),
            deficit_since=self.deficit_since,
        )
