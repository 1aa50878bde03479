"""What was eaten, one record a calendar day."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Day, Flag, Id, Input, Number, Output
from app.usecases import intake as usecase
from app.usecases.intake import NewIntakeDay

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/intake", tags=["log"])

IntakeId = Annotated[UUID, Path(description="Id.", examples=[examples.INTAKE_ID])]
Grams = Annotated[Number, Field(ge=0, le=5_000)]


class IntakeDayBody(Input):
    """One calendar day of the athlete. A day that was not logged is left out, not sent as 0."""

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    eaten_on: Day
    energy_kcal: Annotated[Number, Field(ge=0, le=20_000)]
    protein_g: Grams | None = None
    fat_g: Grams | None = None
    carbohydrate_g: Grams | None = None
    complete: Annotated[Flag, Field(description="False where part of the day was not logged.")] = (
        True
    )

    def new(self, pointer: str = "#/id") -> NewIntakeDay:
        return NewIntakeDay(**self.model_dump(), pointer=pointer)


class NewIntakeDays(Input):
    items: Annotated[list[IntakeDayBody], Field(min_length=1, max_length=1_000)]


class IntakeDayOut(Output):
    id: UUID
    eaten_on: date
    energy_kcal: float
    protein_g: float | None
    fat_g: float | None
    carbohydrate_g: float | None
    complete: bool


class IntakeItems(Output):
    items: list[IntakeDayOut]


class IntakeList(IntakeItems):
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED)
async def log_intake_day(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[IntakeDayBody, Body(examples=[examples.INTAKE_DAY])],
) -> IntakeDayOut:
    """Log a day of intake

    A calendar day has one record: sent again, it takes the place of the one stored and keeps
    its `id`.
    """
    rows = await usecase.log_intake(session, principal.tenant_id, athlete_id, [body.new()])
    return IntakeDayOut.model_validate(rows[0])


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def log_intake_days(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[NewIntakeDays, Body(examples=[examples.INTAKE_DAYS])],
) -> IntakeItems:
    """Log many days of intake

    All or nothing; days that are stored are replaced. Of one day sent twice the later counts.
    """
    items = [item.new(f"#/items/{place}/id") for place, item in enumerate(body.items)]
    rows = await usecase.log_intake(session, principal.tenant_id, athlete_id, items)
    return IntakeItems(items=[IntakeDayOut.model_validate(row) for row in rows])


@router.get("")
async def read_intake(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> IntakeList:
    """List days of intake

    Newest first.
    """
    after = paging.after(date.fromisoformat, UUID)
    page = await usecase.page_of_intake(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [IntakeDayOut.model_validate(row) for row in page.items]
    return IntakeList(items=items, next_cursor=paging.link(response, page.next_key))


@router.delete("/{intake_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_intake_day(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, intake_id: IntakeId
) -> None:
    """Delete a day of intake

    The day is then unknown, not a fast.
    """
    await usecase.remove_intake_day(session, principal.tenant_id, athlete_id, intake_id)
