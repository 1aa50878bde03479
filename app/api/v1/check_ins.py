"""Check-ins: how an athlete slept and feels."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging, instant
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import WHOLE, Id, Input, Instant, Number, Output, Text
from app.usecases import check_ins as usecase
from app.usecases.check_ins import NewCheckIn, Said

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/recovery", tags=["log"])

CheckInId = Annotated[UUID, Path(description="Id.", examples=[examples.CHECK_IN_ID])]
ByArea = Annotated[
    dict[
        Annotated[str, StringConstraints(min_length=1, max_length=64)],
        Annotated[Number, Field(ge=0, le=10)],
    ],
    Field(max_length=100),
]
OneToFive = Annotated[int, Field(ge=1, le=5), WHOLE]

NOTHING: dict[str, Any] = {
    **{name: {"type": "null"} for name in ("sleep_h", "sleep_quality_1_to_5", "readiness_1_to_5")},
    **{name: {"maxProperties": 0} for name in ("soreness_0_to_10", "pain_0_to_10")},
    "note": {"enum": [None, ""]},
}
CHECK_IN_RULES: dict[str, Any] = {"not": {"properties": NOTHING}}


class CheckInBody(Input):
    """What somebody says of themselves before training; at least one thing."""

    model_config = {**Input.model_config, "json_schema_extra": CHECK_IN_RULES}

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    noted_at: Instant
    sleep_h: Annotated[
        Annotated[Number, Field(ge=0, le=24)] | None,
        Field(description="Sleep of the night before [h]."),
    ] = None
    sleep_quality_1_to_5: Annotated[OneToFive | None, Field(description="1 bad, 5 good.")] = None
    readiness_1_to_5: Annotated[
        OneToFive | None, Field(description="How ready to train: 1 not at all, 5 fully.")
    ] = None
    soreness_0_to_10: Annotated[
        ByArea,
        Field(description="After training, by muscle or group (`/v1/muscles`): 10 is the worst."),
    ] = {}
    pain_0_to_10: Annotated[
        ByArea,
        Field(description="Pain that is not plain soreness, by muscle or group: 10 is the worst."),
    ] = {}
    note: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "CheckInBody":
        if not any(getattr(self, name) not in (None, "", {}) for name in NOTHING):
            raise PydanticCustomError("nothing_said", "say at least one thing")
        return self

    def new(self, pointer: str = "#") -> NewCheckIn:
        said = {name: getattr(self, name) for name in NOTHING}
        return NewCheckIn(self.id, Said(noted_at=self.noted_at, **said), pointer)


class NewCheckIns(Input):
    items: Annotated[list[CheckInBody], Field(min_length=1, max_length=1_000)]


class CheckInOut(Output):
    id: UUID
    noted_at: datetime
    sleep_h: float | None
    sleep_quality_1_to_5: int | None
    readiness_1_to_5: int | None
    soreness_0_to_10: Annotated[dict[str, float], Field(description="By muscle or group.")]
    pain_0_to_10: Annotated[dict[str, float], Field(description="By muscle or group.")]
    note: str | None


class CheckInItems(Output):
    items: list[CheckInOut]


class CheckInList(CheckInItems):
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": CheckInOut}})
async def log_check_in(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[CheckInBody, Body(examples=[examples.CHECK_IN])],
) -> CheckInOut:
    """Log a check-in

    How somebody slept and feels, best just before training. Sending the same one again with its
    `id` stores nothing and answers 200; another one under that `id` is a conflict.
    """
    logged = await usecase.log_check_ins(session, principal.tenant_id, athlete_id, [body.new()])
    response.status_code = status.HTTP_201_CREATED if logged.created else status.HTTP_200_OK
    return CheckInOut.model_validate(logged.rows[0])


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def log_check_ins(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[NewCheckIns, Body(examples=[examples.CHECK_INS])],
) -> CheckInItems:
    """Log many check-ins

    All or nothing; those that are stored already stay as they are.
    """
    items = [item.new(f"#/items/{place}") for place, item in enumerate(body.items)]
    logged = await usecase.log_check_ins(session, principal.tenant_id, athlete_id, items)
    return CheckInItems(items=[CheckInOut.model_validate(row) for row in logged.rows])


@router.get("")
async def read_check_ins(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> CheckInList:
    """List check-ins

    Newest first.
    """
    after = paging.after(instant, UUID)
    page = await usecase.page_of_check_ins(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [CheckInOut.model_validate(row) for row in page.items]
    return CheckInList(items=items, next_cursor=paging.link(response, page.next_key))


@router.delete("/{check_in_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_check_in(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, check_in_id: CheckInId
) -> None:
    """Delete a check-in

    To correct one, delete it and log it anew.
    """
    await usecase.remove_check_in(session, principal.tenant_id, athlete_id, check_in_id)
