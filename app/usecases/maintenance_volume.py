"""The few sets that keep a muscle; nothing is read and nothing is stored."""

from dataclasses import dataclass

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.load.maintenance import Maintenance, maintenance


@dataclass(frozen=True, slots=True)
class MaintenanceVolume:
    part: Part[Maintenance]
    engine_version: str = ENGINE_VERSION


def maintenance_volume(sets_per_week: float, age_years: float | None) -> MaintenanceVolume:
    return MaintenanceVolume(maintenance(sets_per_week, age_years))
