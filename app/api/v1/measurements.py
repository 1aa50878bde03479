"""Measurements of the body: girths, skinfolds, a share of fat that was told."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging, instant
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId, BodyFatPercent
from app.api.v1.fields import Id, Input, Instant, Number, Output, Text
from app.engine.energy.body.measurements import BodyFatDevice, Girth, Skinfold
from app.usecases import measurements as usecase
from app.usecases.measurements import Measured, NewMeasurement

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/measurements", tags=["log"])

MeasurementId = Annotated[UUID, Path(description="Id.", examples=[examples.MEASUREMENT_ID])]

NOTHING: dict[str, Any] = {
    **{name: {"maxProperties": 0} for name in ("girths_cm", "skinfolds_mm")},
    "body_fat_percent": {"type": "null"},
}
METHOD_OF_NOTHING: dict[str, Any] = {
    "required": ["body_fat_method"],
    "properties": {"body_fat_percent": {"type": "null"}, "body_fat_method": {"type": "string"}},
}
MEASUREMENT_RULES: dict[str, Any] = {"not": {"anyOf": [{"properties": NOTHING}, METHOD_OF_NOTHING]}}


class MeasurementBody(Input):
    """What was measured at one time; at least one thing."""

    model_config = {**Input.model_config, "json_schema_extra": MEASUREMENT_RULES}

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    measured_at: Instant
    girths_cm: Annotated[
        dict[Girth, Annotated[Number, Field(ge=5, le=300)]],
        Field(
            description="By place. The waist: men at the navel, women where it is narrowest; the "
            "neck below the larynx; the hips where they are widest."
        ),
    ] = {}
    skinfolds_mm: Annotated[
        dict[Skinfold, Annotated[Number, Field(ge=0.5, le=150)]],
        Field(description="By site, on the right side."),
    ] = {}
    body_fat_percent: BodyFatPercent = None
    body_fat_method: Annotated[
        BodyFatDevice | None, Field(description="How that share was come by.")
    ] = None
    note: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "MeasurementBody":
        if not self.girths_cm and not self.skinfolds_mm and self.body_fat_percent is None:
            raise PydanticCustomError("nothing_measured", "send at least one measured thing")
        if self.body_fat_method is not None and self.body_fat_percent is None:
            raise PydanticCustomError(
                "method_of_nothing", "send body_fat_percent, or no body_fat_method"
            )
        return self

    def measured(self) -> Measured:
        return Measured(
            measured_at=self.measured_at,
            girths_cm={place.value: cm for place, cm in self.girths_cm.items()},
            skinfolds_mm={site.value: mm for site, mm in self.skinfolds_mm.items()},
            body_fat_percent=self.body_fat_percent,
            body_fat_method=self.body_fat_method and self.body_fat_method.value,
            note=self.note,
        )

    def new(self, pointer: str = "#") -> NewMeasurement:
        return NewMeasurement(self.id, self.measured(), pointer)


class NewMeasurements(Input):
    items: Annotated[list[MeasurementBody], Field(min_length=1, max_length=1_000)]


class MeasurementOut(Output):
    id: UUID
    measured_at: datetime
    girths_cm: Annotated[dict[str, float], Field(description="By place.")]
    skinfolds_mm: Annotated[dict[str, float], Field(description="By site.")]
    body_fat_percent: float | None
    body_fat_method: BodyFatDevice | None
    note: str | None


class MeasurementItems(Output):
    items: list[MeasurementOut]


class MeasurementList(MeasurementItems):
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": MeasurementOut}})
async def log_measurement(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[MeasurementBody, Body(examples=[examples.MEASUREMENT])],
) -> MeasurementOut:
    """Log a measurement

    What a tape, a caliper or a device said. Sending the same one again with its `id` stores nothing
    and answers 200; another one under that `id` is a conflict.
    """
    logged = await usecase.log_measurements(session, principal.tenant_id, athlete_id, [body.new()])
    response.status_code = status.HTTP_201_CREATED if logged.created else status.HTTP_200_OK
    return MeasurementOut.model_validate(logged.rows[0])


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def log_measurements(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[NewMeasurements, Body(examples=[examples.MEASUREMENTS])],
) -> MeasurementItems:
    """Log many measurements

    All or nothing; those that are stored already stay as they are.
    """
    items = [item.new(f"#/items/{place}") for place, item in enumerate(body.items)]
    logged = await usecase.log_measurements(session, principal.tenant_id, athlete_id, items)
    return MeasurementItems(items=[MeasurementOut.model_validate(row) for row in logged.rows])


@router.get("")
async def read_measurements(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> MeasurementList:
    """List measurements

    Newest first.
    """
    after = paging.after(instant, UUID)
    page = await usecase.page_of_measurements(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [MeasurementOut.model_validate(row) for row in page.items]
    return MeasurementList(items=items, next_cursor=paging.link(response, page.next_key))


@router.delete("/{measurement_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_measurement(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    measurement_id: MeasurementId,
) -> None:
    """Delete a measurement

    To correct one, delete it and log it anew.
    """
    await usecase.remove_measurement(session, principal.tenant_id, athlete_id, measurement_id)
