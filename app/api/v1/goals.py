"""Goals: what an athlete wants of their body."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Path, Response, status
from pydantic import Field

from app.api import examples
from app.api.auth import AthletesReader, AthletesWriter
from app.api.paging import Paging
from app.api.problems import ProblemError
from app.api.transactions import Reading, Writing
from app.api.v1.athletes import AthleteId
from app.api.v1.fields import MassOut, Output
from app.api.v1.goal_bodies import AnyGoal
from app.engine.energy.goals.goal import GoalKind, Place
from app.store.goals import GoalRow
from app.usecases import goals as usecase
from app.usecases.goal_records import goal_record, unit_of

router = APIRouter(prefix="/athletes/{athlete_id:uuid}/goals", tags=["targets"])

GoalId = Annotated[UUID, Path(description="Id of the goal.", examples=[examples.GOAL_ID])]


class BreaksOut(Output):
    every_days: int
    for_days: int


class GoalOut(Output):
    """A goal; what its kind does not have, and what was not said, is null."""

    id: UUID
    kind: GoalKind
    rate_percent_per_week: float | None
    body_mass_kg: float | None
    body_mass: Annotated[
        MassOut | None, Field(description="The same in the unit in which it was sent.")
    ]
    body_fat_percent: float | None
    by: date | None
    place: Place | None
    breaks: BreaksOut | None
    training_days_per_week: int | None
    exercise_kcal_per_session: float | None
    starts_on: date
    ends_on: date | None
    note: str | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, row: GoalRow) -> "GoalOut":
        goal = goal_record(row)
        told = {name: getattr(goal, name) for name in cls.model_fields if hasattr(goal, name)}
        stored = row.model_dump(include=set(cls.model_fields))
        mass = MassOut.of(goal.body_mass_kg, unit_of(row))
        return cls.model_validate({**told, **stored, "body_mass": mass})


class GoalList(Output):
    items: list[GoalOut]
    next_cursor: str | None


@router.post("", status_code=status.HTTP_201_CREATED, responses={200: {"model": GoalOut}})
async def create_goal(
    principal: AthletesWriter,
    session: Writing,
    response: Response,
    athlete_id: AthleteId,
    body: Annotated[AnyGoal, Body(examples=[examples.GOAL])],
) -> GoalOut:
    """Create a goal

    Energy advice and the forecast follow the goal that began last. One that is unsafe for this
    athlete, or that no advised intake reaches by its day, is not stored: the problem says which
    limit it breaks and what to do instead. Sending the same `id` again creates nothing.
    """
    row, created = await usecase.create_goal(session, principal.tenant_id, athlete_id, body.new())
    response.status_code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return GoalOut.of(row)


@router.get("")
async def read_goals(
    principal: AthletesReader,
    session: Reading,
    response: Response,
    athlete_id: AthleteId,
    paging: Paging,
) -> GoalList:
    """List goals

    The latest first.
    """
    page = await usecase.page_of_goals(
        session,
        principal.tenant_id,
        athlete_id,
        after=paging.after(date.fromisoformat, UUID),
        limit=paging.limit,
    )
    items = [GoalOut.of(row) for row in page.items]
    return GoalList(items=items, next_cursor=paging.link(response, page.next_key))


@router.get("/{goal_id:uuid}")
async def read_goal(
    principal: AthletesReader, session: Reading, athlete_id: AthleteId, goal_id: GoalId
) -> GoalOut:
    """Read a goal

    As it was asked for; what follows from it is in the advice.
    """
    return GoalOut.of(await usecase.require_goal(session, principal.tenant_id, athlete_id, goal_id))


@router.put("/{goal_id:uuid}")
async def replace_goal(
    principal: AthletesWriter,
    session: Writing,
    athlete_id: AthleteId,
    goal_id: GoalId,
    body: Annotated[AnyGoal, Body(examples=[examples.REPLACED_GOAL])],
) -> GoalOut:
    """Replace a goal

    With the same care as a new one. Without `starts_on` it keeps its first day; an `id` in the
    body has to be that of the path.
    """
    if body.id not in (None, goal_id):
        raise ProblemError("conflict", "The id in the body is not that of the path.")
    row = await usecase.replace_goal(
        session, principal.tenant_id, athlete_id, goal_id, body.new(goal_id)
    )
    return GoalOut.of(row)


@router.delete("/{goal_id:uuid}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_goal(
    principal: AthletesWriter, session: Writing, athlete_id: AthleteId, goal_id: GoalId
) -> None:
    """Delete a goal

    To keep it on record, give it an `ends_on` instead.
    """
    await usecase.remove_goal(session, principal.tenant_id, athlete_id, goal_id)
