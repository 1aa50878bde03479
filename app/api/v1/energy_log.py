"""What a caller without a store sends to be asked of energy: the person, weighings, intake."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from app.api.v1.athletes import ActivityFactor, AthleteBody
from app.api.v1.fields import Day, Input
from app.api.v1.intake import IntakeDayBody
from app.api.v1.weighings import WeighingBody
from app.engine.records import Athlete, IntakeDay, Weighing
from app.usecases.athletes import age_years, day_in, require_time_zone
from app.usecases.energy import EnergyLog


class EnergyLogBody(Input):
    athlete: AthleteBody
    on: Annotated[Day, Field(description="The athlete's calendar day; later records are left out.")]
    weighings: Annotated[list[WeighingBody], Field(max_length=5_000)] = []
    intake: Annotated[list[IntakeDayBody], Field(max_length=5_000)] = []
    activity_factor: ActivityFactor = None

    def require_known(self) -> None:
        """UnknownReferences where the time zone is none."""
        require_time_zone(self.athlete.time_zone, "#/athlete/time_zone")

    def log(self) -> EnergyLog:
        zone = ZoneInfo(self.athlete.time_zone)
        return EnergyLog(
            _athlete(self.athlete, self.on),
            _weighings(self.weighings, zone),
            _intake(self.intake),
            self.on,
            self.activity_factor,
        )


def _athlete(body: AthleteBody, on: date) -> Athlete:
    return Athlete(
        sex=body.sex,
        age_years=age_years(body.born_on, on),
        height_cm=body.height_cm,
        body_fat_percent=body.body_fat_percent,
        reproduction=body.reproduction,
        health_flags=frozenset(body.health_flags),
        mass_unit=body.mass_unit,
    )


def _weighings(items: Sequence[WeighingBody], zone: ZoneInfo) -> tuple[Weighing, ...]:
    """Those without an id of the caller's are named by their place in the body."""
    records = []
    for place, item in enumerate(items):
        new = item.new()
        records.append(
            Weighing(
                id=str(item.id or f"#/weighings/{place}"),
                measured_at=new.measured_at,
                body_mass_kg=new.body_mass_kg,
                weighed_on=day_in(zone, new.measured_at),
            )
        )
    return tuple(records)


def _intake(items: Sequence[IntakeDayBody]) -> tuple[IntakeDay, ...]:
    return tuple(
        IntakeDay(
            id=str(item.id or f"#/intake/{place}"),
            eaten_on=item.eaten_on,
            energy_kcal=item.energy_kcal,
            protein_g=item.protein_g,
            complete=item.complete,
        )
        for place, item in enumerate(items)
    )
