"""The few sets that keep a muscle."""

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import PartOut, part_fields
from app.api.v1.fields import Input, Number, Output
from app.usecases.maintenance_volume import MaintenanceVolume, maintenance_volume

router = APIRouter(prefix="/compute/maintenance-volume", tags=["compute"])


class MaintenanceVolumeBody(Input):
    sets_per_week: Annotated[
        Number, Field(gt=0, le=100, description="Hard sets a week that built the muscle.")
    ]
    age_years: Annotated[Number, Field(ge=0, le=130)] | None = None


class MaintenanceValue(Output):
    sets_low: float
    sets_high: float


class MaintenanceVolumeOut(PartOut):
    """Weekly sets that keep what was built, where a trial says so."""

    value: MaintenanceValue | None
    engine_version: str

    @classmethod
    def of(cls, answer: MaintenanceVolume) -> "MaintenanceVolumeOut":
        part = answer.part
        fields = {**part_fields(part), "value": part.value}
        return cls.model_validate({**fields, "engine_version": answer.engine_version})


@router.post("")
async def compute_maintenance_volume(
    _principal: AdviceReader,
    body: Annotated[MaintenanceVolumeBody, Body(examples=[examples.COMPUTE_MAINTENANCE_VOLUME])],
) -> MaintenanceVolumeOut:
    """Compute maintenance volume

    How few sets a week keep the size that so many built: for a busy season, an injury elsewhere
    or a focus on another muscle. Insufficient where no dose is known to do it.
    """
    return MaintenanceVolumeOut.of(maintenance_volume(body.sets_per_week, body.age_years))
