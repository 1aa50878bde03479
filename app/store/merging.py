"""One exercise taken for another: all that names it names the other from then on."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import SQLModel, col

from app.store.athletes import AthleteRow
from app.store.decisions import DecisionRow, ExercisePreferenceRow
from app.store.exercises import ExerciseRow
from app.store.inserting import insert_missing
from app.store.programmes import ProgrammeExerciseRow
from app.store.workouts import PerformedSetRow


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows now name the other exercise."""

    sets: int
    programme_exercises: int
    preferences: int
    decisions: int


async def move_log(session: AsyncSession, tenant_id: UUID, source: str, target: str) -> Moved:
    """Of all athletes of the tenant. Of two preferences of an athlete the later one stays."""
    return Moved(
        await _rename(session, tenant_id, PerformedSetRow, source, target),
        await _rename(session, tenant_id, ProgrammeExerciseRow, source, target),
        await _move_preferences(session, tenant_id, source, target),
        await _rename(session, tenant_id, DecisionRow, source, target),
    )


async def turn_into_assistance(session: AsyncSession, tenant_id: UUID, exercise_id: str) -> None:
    """Loads of an exercise that were logged as what hangs on the body take weight off it."""
    await _count(
        session,
        update(PerformedSetRow)
        .where(
            _of(tenant_id, PerformedSetRow),
            col(PerformedSetRow.exercise_id) == exercise_id,
            col(PerformedSetRow.load_kg) > 0,
        )
        .values(load_kg=-func.abs(col(PerformedSetRow.load_kg))),
    )


async def follow(session: AsyncSession, tenant_id: UUID, source: str, target: str) -> None:
    """What was merged into the one before goes on to the other."""
    await _count(
        session,
        update(ExerciseRow)
        .where(col(ExerciseRow.tenant_id) == tenant_id, col(ExerciseRow.merged_into) == source)
        .values(merged_into=target),
    )


async def _rename(
    session: AsyncSession,
    tenant_id: UUID,
    row: type[PerformedSetRow | ProgrammeExerciseRow | DecisionRow],
    source: str,
    target: str,
) -> int:
    statement = (
        update(row)
        .where(_of(tenant_id, row), col(row.exercise_id) == source)
        .values(exercise_id=target)
    )
    return await _count(session, statement)


async def _move_preferences(
    session: AsyncSession, tenant_id: UUID, source: str, target: str
) -> int:
    table = ExercisePreferenceRow
    statement = select(table).where(_of(tenant_id, table), col(table.id).in_([source, target]))
    found: dict[UUID, dict[str, ExercisePreferenceRow]] = {}
    for row in (await session.scalars(statement)).all():
        found.setdefault(row.athlete_id, {})[row.id] = row
    moved = [by_id for by_id in found.values() if source in by_id]
    kept = [max(by_id.values(), key=lambda row: row.since) for by_id in moved]
    await _count(
        session,
        delete(table).where(
            col(table.athlete_id).in_([row.athlete_id for row in kept]),
            col(table.id).in_([source, target]),
        ),
    )
    await insert_missing(session, table, [{**row.model_dump(), "id": target} for row in kept])
    return len(kept)


def _of(tenant_id: UUID, row: type[SQLModel]) -> ColumnElement[bool]:
    """The athlete stands first: every index of an athlete's log begins with it."""
    mine = select(col(AthleteRow.id)).where(col(AthleteRow.tenant_id) == tenant_id)
    return col(row.athlete_id).in_(mine)  # type: ignore[attr-defined]


async def _count(session: AsyncSession, statement: UpdateBase) -> int:
    done = await session.execute(statement, execution_options={"synchronize_session": False})
    assert isinstance(done, CursorResult)
    return done.rowcount
