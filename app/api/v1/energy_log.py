"""What a caller without a store sends to be asked of energy: the person, weighings, intake."""

from collections.abc import Sequence
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from app.api.v1.athletes import ActivityFactor, AthleteBody
from app.api.v1.fields import Day, Input
from app.api.v1.intake import IntakeDayBody
from app.api.v1.measurements import MeasurementBody
from app.api.v1.screenings import ScreeningAnswers
from app.api.v1.water_events import WaterEventBody
from app.api.v1.weighings import WeighingBody
from app.engine.energy.body.measurements import Measurement
from app.engine.energy.body.on_day import with_told_fat
from app.engine.records import Athlete, IntakeDay, WaterEvent, Weighing
from app.usecases.athletes import day_in, require_time_zone
from app.usecases.energy import EnergyLog, last_instant
from app.usecases.measurements import measurement_record
from app.usecases.screenings import with_answers


class EnergyLogBody(Input):
    athlete: AthleteBody
    on: Annotated[Day, Field(description="The athlete's calendar day; later records are left out.")]
    weighings: Annotated[list[WeighingBody], Field(max_length=5_000)] = []
    intake: Annotated[list[IntakeDayBody], Field(max_length=5_000)] = []
    water_events: Annotated[
        list[WaterEventBody],
        Field(max_length=200, description="What moves water and with it weight, but not fat."),
    ] = []
    measurements: Annotated[
        list[MeasurementBody],
        Field(
            max_length=2_000,
            description="The body fat that was told last counts, if in the last 60 days.",
        ),
    ] = []
    activity_factor: ActivityFactor = None
    screening: Annotated[
        ScreeningAnswers | None,
        Field(description="Answers to the questions before training; they count with the flags."),
    ] = None

    def require_known(self, pointer: str = "#") -> None:
        """UnknownReferences where the time zone is none; `pointer` is the log's place in the
        caller's body, here and below."""
        require_time_zone(self.athlete.time_zone, f"{pointer}/athlete/time_zone")

    def known_athlete(self, pointer: str) -> Athlete:
        """With what was measured and what the questions led to; UnknownReferences where one is
        not asked."""
        end = last_instant(self.on)
        zone = ZoneInfo(self.athlete.time_zone)
        measured = measurement_records(self.measurements, zone, pointer)
        told, athlete = self.screening, self.athlete.record(self.on)
        athlete = with_told_fat(athlete, measured, self.on)
        if told is None or told.answered_at > end:
            return athlete
        return with_answers(athlete, told.screened(f"{pointer}/screening", end))

    def log(self, pointer: str = "#") -> EnergyLog:
        zone = ZoneInfo(self.athlete.time_zone)
        return EnergyLog(
            self.known_athlete(pointer),
            weighing_records(self.weighings, zone, pointer),
            _intake(self.intake, pointer),
            self.on,
            self.activity_factor,
            _events(self.water_events, pointer),
        )


def weighing_records(
    items: Sequence[WeighingBody], zone: ZoneInfo, pointer: str = "#"
) -> tuple[Weighing, ...]:
    """Those without an id of the caller's are named by their place in the body."""
    records = []
    for place, item in enumerate(items):
        new = item.new()
        records.append(
            Weighing(
                id=str(item.id or f"{pointer}/weighings/{place}"),
                measured_at=new.measured_at,
                body_mass_kg=new.body_mass_kg,
                weighed_on=day_in(zone, new.measured_at),
            )
        )
    return tuple(records)


def _intake(items: Sequence[IntakeDayBody], pointer: str) -> tuple[IntakeDay, ...]:
    return tuple(
        IntakeDay(
            id=str(item.id or f"{pointer}/intake/{place}"),
            eaten_on=item.eaten_on,
            energy_kcal=item.energy_kcal,
            protein_g=item.protein_g,
            complete=item.complete,
        )
        for place, item in enumerate(items)
    )


def measurement_records(
    items: Sequence[MeasurementBody], zone: ZoneInfo, pointer: str = "#"
) -> tuple[Measurement, ...]:
    """Those without an id of the caller's are named by their place in the body."""
    return tuple(
        measurement_record(str(one.id or f"{pointer}/measurements/{place}"), one.measured(), zone)
        for place, one in enumerate(items)
    )


def _events(items: Sequence[WaterEventBody], pointer: str) -> tuple[WaterEvent, ...]:
    return tuple(
        WaterEvent(
            str(one.id or f"{pointer}/water_events/{place}"), one.kind, one.started_on, one.ended_on
        )
        for place, one in enumerate(items)
    )
