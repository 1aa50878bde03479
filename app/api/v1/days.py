"""A day of training as a caller without a store describes it."""

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from app.api.v1.athletes import ClearedForMaximalEffort, HealthFlags, ReproductionField
from app.api.v1.check_ins import CheckInBody
from app.api.v1.fields import Input, Instant, Number, TimeZone, Unit
from app.api.v1.mesocycles import BegunMesocycle
from app.api.v1.screenings import ScreeningAnswers
from app.engine.health.screening import with_screening
from app.engine.overload.question import Person
from app.usecases.athlete_day import AthleteDay, recent
from app.usecases.athletes import require_time_zone
from app.usecases.check_ins import note_record, require_named_areas


class HealthBody(Input):
    """What of the person's health bears on training."""

    health_flags: HealthFlags = []
    reproduction: ReproductionField = None
    cleared_for_maximal_effort: ClearedForMaximalEffort = None
    screening: Annotated[
        ScreeningAnswers | None,
        Field(description="Answers to the questions before training; they count with the flags."),
    ] = None

    def record(self, pointer: str, at: datetime) -> Person:
        """UnknownReferences where a question is answered that is not asked."""
        early = self.screening is None or self.screening.answered_at > at
        found = None if early or not self.screening else self.screening.screened(pointer, at)
        flags, reproduction = with_screening(frozenset(self.health_flags), self.reproduction, found)
        stale = found is not None and found.is_stale
        return Person(flags, reproduction, self.cleared_for_maximal_effort, stale)


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
    mesocycle: Annotated[
        BegunMesocycle | None,
        Field(description="The weeks that the session is in; its deload is held against nobody."),
    ] = None
    recovery: Annotated[
        list[CheckInBody],
        Field(max_length=200, description="Check-ins, in any order; those of the week before."),
    ] = []

    def day(self) -> AthleteDay:
        """As the use case takes it, once what it names has been looked up."""
        require_time_zone(self.time_zone)
        zone = ZoneInfo(self.time_zone)
        check_ins = [one.new(f"#/recovery/{n}") for n, one in enumerate(self.recovery)]
        require_named_areas(check_ins)
        return AthleteDay(
            at=self.at,
            mass_unit=self.mass_unit,
            zone=zone,
            body_mass_kg=self.body_mass_kg,
            person=self.athlete.record("#/athlete/screening", self.at),
            deficit_since=self.deficit_since,
            recovery_notes=recent(
                (note_record(str(one.id or one.pointer), one.said, zone) for one in check_ins),
                self.at,
            ),
        )
