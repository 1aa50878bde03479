"""What moves water, and with it weight, without moving fat."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Day, Id, Input, Output, Text
from app.engine.records import WaterEventKind
from app.usecases import water_events as usecase
from app.usecases.water_events import NewWaterEvent, ToldEvent

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/water-events", tags=["log"])

WaterEventId = Annotated[UUID, Path(description="Id.", examples=[examples.WATER_EVENT_ID])]


class WaterEventBody(Input):
    """From its first day to its last, as the athlete tells it."""

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    kind: Annotated[
        WaterEventKind,
        Field(
            description="`creatine`, `glucocorticoid`, `diuretic`: from the first day it is taken "
            "to the last. `sodium_change`, `carbohydrate_change`: a lasting change of habit. "
            "`menstruation`: from the first day of bleeding to the last."
        ),
    ]
    started_on: Day
    ended_on: Annotated[
        Day | None, Field(description="The last day; null where it goes on or is not known.")
    ] = None
    note: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> "WaterEventBody":
        if self.ended_on is not None and self.ended_on < self.started_on:
            raise PydanticCustomError("ends_before_it_began", "ended_on is before started_on")
        return self

    def new(self, pointer: str = "#") -> NewWaterEvent:
        told = ToldEvent(self.kind.value, self.started_on, self.ended_on, self.note)
        return NewWaterEvent(self.id, told, pointer)


class NewWaterEvents(Input):
    items: Annotated[list[WaterEventBody], Field(min_length=1, max_length=1_000)]


class WaterEventOut(Output):
    id: UUID
    kind: WaterEventKind
    started_on: date
    ended_on: date | None
    note: str | None


class WaterEventItems(Output):
    items: list[WaterEventOut]


class WaterEventList(WaterEventItems):
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": WaterEventOut}})
async def log_water_event(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[WaterEventBody, Body(examples=[examples.WATER_EVENT])],
) -> WaterEventOut:
    """Log a water event

    Creatine, a change of salt or carbohydrate, menstruation and the like: weight moves with them,
    and fat does not. Sending the same one again with its `id` stores nothing and answers 200;
    another one under that `id` is a conflict.
    """
    logged = await usecase.log_water_events(session, principal.tenant_id, athlete_id, [body.new()])
    response.status_code = status.HTTP_201_CREATED if logged.created else status.HTTP_200_OK
    return WaterEventOut.model_validate(logged.rows[0])


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def log_water_events(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[NewWaterEvents, Body(examples=[examples.WATER_EVENTS])],
) -> WaterEventItems:
    """Log many water events

    All or nothing; those that are stored already stay as they are.
    """
    items = [item.new(f"#/items/{place}") for place, item in enumerate(body.items)]
    logged = await usecase.log_water_events(session, principal.tenant_id, athlete_id, items)
    return WaterEventItems(items=[WaterEventOut.model_validate(row) for row in logged.rows])


@router.get("")
async def read_water_events(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> WaterEventList:
    """List water events

    The latest beginning first.
    """
    after = paging.after(date.fromisoformat, UUID)
    page = await usecase.page_of_water_events(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [WaterEventOut.model_validate(row) for row in page.items]
    return WaterEventList(items=items, next_cursor=paging.link(response, page.next_key))


@router.delete("/{water_event_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_water_event(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    water_event_id: WaterEventId,
) -> None:
    """Delete a water event

    To correct one, or to end it, delete it and log it anew.
    """
    await usecase.remove_water_event(session, principal.tenant_id, athlete_id, water_event_id)
