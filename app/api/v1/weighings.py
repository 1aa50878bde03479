"""Body mass, as often as the athlete steps on a scale."""

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
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Id, Input, Instant, MassOut, Number, Output, Unit
from app.engine.units import MassUnit, mass_unit, to_kg
from app.store.weighings import WeighingRow
from app.usecases import weighings as usecase
from app.usecases.weighings import NewWeighing

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/weighings", tags=["log"])

WeighingId = Annotated[UUID, Path(description="Id.", examples=[examples.WEIGHING_ID])]

BODY_MASS_RULES: dict[str, Any] = {
    "not": {"properties": {name: {"type": "null"} for name in ("body_mass_kg", "body_mass")}}
}
MASS_BOUNDS: dict[MassUnit, tuple[float, float]] = {"kg": (20, 400), "lb": (44.1, 881.8)}
MASS_RULES: dict[str, Any] = {
    "if": {"properties": {"unit": {"const": "lb"}}},
    "then": {"properties": {"value": {"minimum": 44.1, "maximum": 881.8}}},
    "else": {"properties": {"value": {"minimum": 20, "maximum": 400}}},
}


class BodyMass(Input):
    """A body mass in the unit of the scale: 20 to 400 kg, 44.1 to 881.8 lb."""

    model_config = {**Input.model_config, "json_schema_extra": MASS_RULES}

    value: Number
    unit: Unit

    @model_validator(mode="after")
    def _in_bounds(self) -> "BodyMass":
        low, high = MASS_BOUNDS[self.unit]
        if not low <= self.value <= high:
            bounds = {"low": low, "high": high, "unit": self.unit}
            raise PydanticCustomError("mass_bounds", "send {low} to {high} {unit}", bounds)
        return self


class WeighingBody(Input):
    """One weighing, with `body_mass_kg` or `body_mass`; where both are, `body_mass` counts."""

    model_config = {**Input.model_config, "json_schema_extra": BODY_MASS_RULES}

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    measured_at: Instant
    body_mass_kg: Annotated[Number, Field(ge=20, le=400)] | None = None
    body_mass: Annotated[BodyMass | None, Field(description="In its own unit, which is kept.")] = (
        None
    )

    @model_validator(mode="after")
    def _has_mass(self) -> "WeighingBody":
        if self.body_mass_kg is None and self.body_mass is None:
            raise PydanticCustomError("mass_missing", "send body_mass_kg or body_mass")
        return self

    def new(self, pointer: str = "#/id") -> NewWeighing:
        unit = self.body_mass.unit if self.body_mass else "kg"
        mass = to_kg(self.body_mass.value, unit) if self.body_mass else self.body_mass_kg
        assert mass is not None
        return NewWeighing(self.id, self.measured_at, mass, unit, pointer)


class NewWeighings(Input):
    items: Annotated[list[WeighingBody], Field(min_length=1, max_length=1_000)]


class WeighingOut(Output):
    id: UUID
    measured_at: datetime
    body_mass_kg: float
    body_mass: Annotated[MassOut, Field(description="In the unit in which it was sent.")]

    @classmethod
    def of(cls, row: WeighingRow) -> "WeighingOut":
        shown = MassOut.of(row.body_mass_kg, mass_unit(row.mass_unit))
        assert shown is not None
        return cls(
            id=row.id,
            measured_at=row.measured_at,
            body_mass_kg=row.body_mass_kg,
            body_mass=shown,
        )


class WeighingItems(Output):
    items: list[WeighingOut]


class WeighingList(WeighingItems):
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": WeighingOut}})
async def log_weighing(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[WeighingBody, Body(examples=[examples.WEIGHING])],
) -> WeighingOut:
    """Log a weighing

    Sending the same weighing again with its `id` stores nothing and answers 200; another weighing
    under that `id` is a conflict.
    """
    logged = await usecase.log_weighings(session, principal.tenant_id, athlete_id, [body.new()])
    response.status_code = status.HTTP_201_CREATED if logged.created else status.HTTP_200_OK
    return WeighingOut.of(logged.rows[0])


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def log_weighings(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[NewWeighings, Body(examples=[examples.WEIGHINGS])],
) -> WeighingItems:
    """Log many weighings

    All or nothing; those that are stored already stay as they are.
    """
    items = [item.new(f"#/items/{place}/id") for place, item in enumerate(body.items)]
    logged = await usecase.log_weighings(session, principal.tenant_id, athlete_id, items)
    return WeighingItems(items=[WeighingOut.of(row) for row in logged.rows])


@router.get("")
async def read_weighings(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> WeighingList:
    """List weighings

    Newest first.
    """
    after = paging.after(instant, UUID)
    page = await usecase.page_of_weighings(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [WeighingOut.of(row) for row in page.items]
    return WeighingList(items=items, next_cursor=paging.link(response, page.next_key))


@router.delete("/{weighing_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_weighing(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, weighing_id: WeighingId
) -> None:
    """Delete a weighing

    To correct one, delete it and log it anew.
    """
    await usecase.remove_weighing(session, principal.tenant_id, athlete_id, weighing_id)
