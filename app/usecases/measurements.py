"""Measurements of the body: log one or many, remove one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.energy.body.measurements import BodyFatDevice, Girth, Measurement, Skinfold
from app.store.ids import new_id
from app.store.measurements import (
    MeasurementRow,
    delete_measurement,
    known_measurements,
    list_measurements,
)
from app.store.paging import Key, Page
from app.usecases.athletes import day_in, require_athlete
from app.usecases.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measurement says; None, or no key, where nothing was measured."""

    measured_at: datetime
    girths_cm: Mapping[str, float]
    skinfolds_mm: Mapping[str, float]
    body_fat_percent: float | None
    body_fat_method: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class NewMeasurement:
    id: UUID | None
    measured: Measured
    pointer: str = "#"
    """Where it stands in the caller's body."""


@dataclass(frozen=True, slots=True)
class LoggedMeasurements:
    rows: list[MeasurementRow]
    """In the order in which they were sent."""
    created: int


async def log_measurements(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, new: Sequence[NewMeasurement]
) -> LoggedMeasurements:
    """Store measurements, all or nothing. One that is there already (same id) is the same creation;
    Conflict where it says something else."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    known = await known_measurements(session, athlete_id, [one.id for one in new if one.id])
    stored = []
    created = 0
    for measurement in new:
        row = known.get(measurement.id) if measurement.id else None
        if row is None:
            row = _row(athlete_id, measurement)
            session.add(row)
            known[row.id] = row
            created += 1
        elif _measured(row) != measurement.measured:
            detail = f"Measurement {row.id} is stored and says something else."
            raise Conflict("id_taken", detail, f"{measurement.pointer}/id")
        stored.append(row)
    await session.flush()
    return LoggedMeasurements(stored, created)


async def page_of_measurements(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[MeasurementRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_measurements(session, athlete_id, after=after, limit=limit)


async def remove_measurement(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, measurement_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_measurement(session, athlete_id, measurement_id):
        raise NotFound("measurement", str(measurement_id))


def stored_measurement(row: MeasurementRow, zone: ZoneInfo) -> Measurement:
    return measurement_record(str(row.id), _measured(row), zone)


def measurement_record(id_: str, measured: Measured, zone: ZoneInfo) -> Measurement:
    """The engine's record, on the athlete's calendar."""
    method = measured.body_fat_method
    return Measurement(
        id=id_,
        measured_at=measured.measured_at,
        measured_on=day_in(zone, measured.measured_at),
        girths_cm={Girth(place): cm for place, cm in measured.girths_cm.items()},
        skinfolds_mm={Skinfold(site): mm for site, mm in measured.skinfolds_mm.items()},
        body_fat_percent=measured.body_fat_percent,
        body_fat_device=None if method is None else BodyFatDevice(method),
    )


def _measured(row: MeasurementRow) -> Measured:
    return Measured(**{one.name: getattr(row, one.name) for one in fields(Measured)})


def _row(athlete_id: UUID, new: NewMeasurement) -> MeasurementRow:
    measured = {one.name: getattr(new.measured, one.name) for one in fields(Measured)}
    return MeasurementRow(athlete_id=athlete_id, id=new.id or new_id(), **measured)
