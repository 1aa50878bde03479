"""What an athlete made of advice: write down, read, take back; what the engine is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine.decision import DecisionVerdict, PlainDecision
from app.engine.overload.decisions import Change, Decision
from app.store.decisions import DecisionRow, find_decision, last_decision, list_decisions
from app.store.ids import new_id
from app.store.paging import Key, Page
from app.usecases.athletes import on_clock, require_athlete
from app.usecases.errors import Conflict, NotFound
from app.usecases.workouts import require_known


class Advice(StrEnum):
    """Which advice was decided on."""

    NEXT_SESSION = "next_session"
    ENERGY = "energy"
    DELOAD = "deload"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class NewDecision:
    id: UUID | None
    decided_at: datetime | None
    """None is now."""
    advice: Advice
    exercise_id: str | None
    verdict: DecisionVerdict
    reason: str | None
    change: Mapping[str, Any]
    holds_until: datetime | None


async def decide(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, new: NewDecision
) -> tuple[DecisionRow, bool]:
    """The decision and whether it is new; Conflict where another one is stored under its id."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    exercise_id = new.exercise_id
    if exercise_id is not None:
        known = await require_known(session, tenant_id, {exercise_id: "#/exercise_id"}, lock=True)
        exercise_id = known[exercise_id]
    row = DecisionRow(
        athlete_id=athlete_id,
        id=new.id or new_id(),
        decided_at=new.decided_at or datetime.now(UTC),
        advice=new.advice.value,
        exercise_id=exercise_id,
        verdict=new.verdict.value,
        reason=new.reason,
        change=dict(new.change),
        holds_until=new.holds_until,
    )
    stored = await find_decision(session, athlete_id, row.id)
    if stored is not None:
        if not _is_same(stored, row, timed=new.decided_at is not None):
            detail = f"Decision {row.id} is stored and says something else."
            raise Conflict("id_taken", detail, "#/id")
        return stored, False
    session.add(row)
    await session.flush()
    return row, True


async def require_decision(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, decision_id: UUID
) -> DecisionRow:
    await require_athlete(session, tenant_id, athlete_id)
    row = await find_decision(session, athlete_id, decision_id)
    if row is None:
        raise NotFound("decision", str(decision_id))
    return row


async def page_of_decisions(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[DecisionRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_decisions(session, athlete_id, after=after, limit=limit)


async def take_back(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, decision_id: UUID
) -> None:
    """The advice is then as if nothing had been decided, or as was decided before."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    await session.delete(await require_decision(session, tenant_id, athlete_id, decision_id))
    await session.flush()


async def decision_on_exercise(
    session: AsyncSession, athlete_id: UUID, exercise_id: str, at: datetime, zone: ZoneInfo
) -> Decision | None:
    """The last word on the next session of an exercise, on the athlete's clock."""
    row = await last_decision(session, athlete_id, Advice.NEXT_SESSION, exercise_id, at)
    if row is None:
        return None
    change = {name: row.change.get(name) for name in Change.__slots__}
    return Decision(
        decided_at=on_clock(zone, row.decided_at),
        verdict=DecisionVerdict(row.verdict),
        reason=row.reason,
        change=Change(**change),
        holds_until=row.holds_until and on_clock(zone, row.holds_until),
    )


async def plain_decision(
    session: AsyncSession, athlete_id: UUID, advice: Advice, at: datetime, zone: ZoneInfo
) -> PlainDecision | None:
    """The last word on an advice that is not of one exercise, on the athlete's clock."""
    row = await last_decision(session, athlete_id, advice, None, at)
    if row is None:
        return None
    return PlainDecision(
        decided_at=on_clock(zone, row.decided_at),
        verdict=DecisionVerdict(row.verdict),
        reason=row.reason,
        energy_kcal=row.change.get("energy_kcal"),
        holds_until=row.holds_until and on_clock(zone, row.holds_until),
    )


def _is_same(stored: DecisionRow, row: DecisionRow, *, timed: bool) -> bool:
    """Without a time of its own, a retry has another one than the first try."""
    left_out = set() if timed else {"decided_at"}
    return stored.model_dump(exclude=left_out) == row.model_dump(exclude=left_out)
