"""The few sets that keep a muscle."""

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field

from app.api import examples
from app.api.auth import AdviceReader
from app.api.v1.answers import PartOut, part_fields
from app.api.v1.fields import Input, Number, Output
from app.engine import ENGINE_VERSION
from app.engine.load.maintenance import maintenance

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


@router.post("")
async def compute_maintenance_volume(
    _principal: AdviceReader,
    body: Annotated[MaintenanceVolumeBody, Body(examples=[examples.COMPUTE_MAINTENANCE_VOLUME])],
) -> MaintenanceVolumeOut:
    """Compute maintenance volume

    How few sets a week keep the size that so many built: for a busy season, an injury elsewhere
    or a focus on another muscle. Insufficient where no dose is known to do it.
    """
    part = maintenance(body.sets_per_week, body.age_years)
    fields = {**part_fields(part), "value": part.value, "engine_version": ENGINE_VERSION}
    return MaintenanceVolumeOut.model_validate(fields)
