"""Goals: set, read, replace, remove. One that is unsafe for its athlete is not stored."""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.energy.goals.follow import goal_target
from app.engine.energy.goals.goal import Goal
from app.store.athletes import AthleteRow
from app.store.goals import GoalRow, delete_goal, find_goal, list_goals
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.usecases.athletes import local_day, require_athlete
from app.usecases.energy import EnergyLog, stored_log
from app.usecases.errors import Conflict, GoalRefused, NotFound
from app.usecases.goal_records import GoalWanted, stored_form

SAID = ("kind", "wanted", "starts_on", "ends_on", "note")


@dataclass(frozen=True, slots=True)
class NewGoal:
    id: UUID | None
    wanted: GoalWanted
    starts_on: date | None
    """None is today."""
    ends_on: date | None
    note: str | None


async def create_goal(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, new: NewGoal
) -> tuple[GoalRow, bool]:
    """The goal and whether it is new: creating twice with one id is one creation; Conflict where
    the one stored says something else, GoalRefused where it is unsafe."""
    athlete = await require_athlete(session, tenant_id, athlete_id, writing=True)
    stored = await find_goal(session, athlete_id, new.id) if new.id else None
    if stored is not None:
        if _said(stored) != _said(_row(athlete, new, stored.starts_on)):
            detail = f"Goal {new.id} is stored with other content; replace it with PUT."
            raise Conflict("id_taken", detail, "#/id")
        return stored, False
    row = _row(athlete, new, local_day(athlete, datetime.now(UTC)))
    await _require_safe(session, athlete, new.wanted.goal)
    session.add(row)
    await session.flush()
    return row, True


async def replace_goal(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, goal_id: UUID, new: NewGoal
) -> GoalRow:
    """Put a goal in the place of the one with its id; it keeps its first day unless told."""
    athlete = await require_athlete(session, tenant_id, athlete_id, writing=True)
    row = await _find(session, athlete_id, goal_id)
    await _require_safe(session, athlete, new.wanted.goal)
    made = _row(athlete, replace(new, id=goal_id), row.starts_on)
    row.sqlmodel_update(made.model_dump(exclude={"created_at"}))
    await session.flush()
    return row


async def require_goal(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, goal_id: UUID
) -> GoalRow:
    await require_athlete(session, tenant_id, athlete_id)
    return await _find(session, athlete_id, goal_id)


async def page_of_goals(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[GoalRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_goals(session, athlete_id, after=after, limit=limit)


async def remove_goal(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, goal_id: UUID
) -> None:
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    if not await delete_goal(session, athlete_id, goal_id):
        raise NotFound("goal", str(goal_id))


async def _find(session: AsyncSession, athlete_id: UUID, goal_id: UUID) -> GoalRow:
    row = await find_goal(session, athlete_id, goal_id)
    if row is None:
        raise NotFound("goal", str(goal_id))
    return row


async def _require_safe(session: AsyncSession, athlete: AthleteRow, goal: Goal) -> None:
    """GoalRefused where the target that follows it would be refused today."""
    log = await stored_log(session, athlete, local_day(athlete, datetime.now(UTC)))
    await asyncio.to_thread(require_safe, log, goal)


def require_safe(log: EnergyLog, goal: Goal) -> None:
    target = goal_target(goal, log.standing())
    if target.instead is not None:
        raise GoalRefused(target.because, target.instead)


def _row(athlete: AthleteRow, new: NewGoal, starts_on: date) -> GoalRow:
    now = datetime.now(UTC)
    return GoalRow(
        athlete_id=athlete.id,
        id=new.id or new_id(),
        kind=new.wanted.goal.kind.value,
        wanted=stored_form(new.wanted),
        starts_on=new.starts_on or starts_on,
        ends_on=new.ends_on,
        note=new.note,
        created_at=now,
        updated_at=now,
    )


def _said(row: GoalRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in SAID)
