"""What an athlete did beside lifting: walks, runs, rides, games."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging, instant
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import Id, Input, Instant, Number, Output, Slug, Text
from app.usecases import activities as usecase
from app.usecases.activities import DoneActivity, NewActivity

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/activities", tags=["log"])

LoggedActivityId = Annotated[UUID, Path(description="Id.", examples=[examples.ACTIVITY_LOG_ID])]

CatalogueActivityId = Annotated[
    Slug, Field(description="Of `/v1/activities`.", examples=[examples.ACTIVITY_ID])
]
DurationS = Annotated[Number, Field(gt=0, le=86_400, description="[s], up to a day.")]


class ActivityBody(Input):
    """One activity of the catalogue, once."""

    id: Annotated[Id | None, Field(description="Made by you, or by us where absent.")] = None
    started_at: Instant
    activity_id: CatalogueActivityId
    duration_s: DurationS
    distance_m: Annotated[Number, Field(ge=0, le=2_000_000)] | None = None
    ascent_m: Annotated[Number, Field(ge=0, le=30_000)] | None = None
    heart_rate_bpm: Annotated[
        Annotated[Number, Field(ge=20, le=260)] | None,
        Field(description="Mean of the whole [beats a minute]."),
    ] = None
    note: Text | None = None

    def new(self, pointer: str = "#") -> NewActivity:
        return NewActivity(self.id, DoneActivity(**self.model_dump(exclude={"id"})), pointer)


class NewActivities(Input):
    items: Annotated[list[ActivityBody], Field(min_length=1, max_length=1_000)]


class LoggedActivityOut(Output):
    id: UUID
    started_at: datetime
    activity_id: str
    duration_s: float
    distance_m: float | None
    ascent_m: float | None
    heart_rate_bpm: float | None
    note: str | None


class LoggedActivityItems(Output):
    items: list[LoggedActivityOut]


class LoggedActivityList(LoggedActivityItems):
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": LoggedActivityOut}})
async def log_activity(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[ActivityBody, Body(examples=[examples.ACTIVITY])],
) -> LoggedActivityOut:
    """Log an activity

    Sending the same one again with its `id` stores nothing and answers 200; another one under that
    `id` is a conflict. An activity that the catalogue does not have is 404 with candidates.
    """
    logged = await usecase.log_activities(session, principal.tenant_id, athlete_id, [body.new()])
    response.status_code = status.HTTP_201_CREATED if logged.created else status.HTTP_200_OK
    return LoggedActivityOut.model_validate(logged.rows[0])


@router.post("/bulk", status_code=status.HTTP_201_CREATED)
async def log_activities(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    body: Annotated[NewActivities, Body(examples=[examples.ACTIVITIES])],
) -> LoggedActivityItems:
    """Log many activities

    All or nothing; those that are stored already stay as they are.
    """
    items = [item.new(f"#/items/{place}") for place, item in enumerate(body.items)]
    logged = await usecase.log_activities(session, principal.tenant_id, athlete_id, items)
    return LoggedActivityItems(items=[LoggedActivityOut.model_validate(row) for row in logged.rows])


@router.get("")
async def read_logged_activities(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> LoggedActivityList:
    """List logged activities

    Newest first.
    """
    after = paging.after(instant, UUID)
    page = await usecase.page_of_activities(
        session, principal.tenant_id, athlete_id, after=after, limit=paging.limit
    )
    items = [LoggedActivityOut.model_validate(row) for row in page.items]
    return LoggedActivityList(items=items, next_cursor=paging.link(response, page.next_key))


@router.delete("/{logged_activity_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_logged_activity(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    logged_activity_id: LoggedActivityId,
) -> None:
    """Delete a logged activity

    To correct one, delete it and log it anew.
    """
    await usecase.remove_activity(session, principal.tenant_id, athlete_id, logged_activity_id)
