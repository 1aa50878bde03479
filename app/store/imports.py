"""Imports that were written, so that each can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Index, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime
from app.store.workouts import PerformedSetRow, WorkoutRow


class ImportRow(SQLModel, table=True):
    __tablename__ = "imports"
    __table_args__ = (Index(None, "athlete_id", "imported_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    imported_at: datetime = Field(sa_type=UtcDateTime)
    format: str = Field(max_length=40)
    workouts_added: int
    sets_added: int
    sets_added_to_known: int
    """Of these, sets of workouts that were there before."""
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


async def find_import(session: AsyncSession, athlete_id: UUID, import_id: UUID) -> ImportRow | None:
    return await session.get(ImportRow, (athlete_id, import_id))


async def list_imports(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[ImportRow]:
    """Newest first."""
    statement = select(ImportRow).where(col(ImportRow.athlete_id) == athlete_id)
    key = [col(ImportRow.imported_at), col(ImportRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


@dataclass(frozen=True, slots=True)
class RemovedWorkouts:
    workouts: int
    sets: int


async def corrected_workouts(
    session: AsyncSession, athlete_id: UUID, import_id: UUID
) -> Sequence[WorkoutRow]:
    """Those that an import made and somebody corrected since, by time."""
    statement = (
        select(WorkoutRow)
        .where(*_made_by(athlete_id, import_id), col(WorkoutRow.corrected_at).is_not(None))
        .order_by(col(WorkoutRow.performed_at), col(WorkoutRow.id))
    )
    return (await session.scalars(statement)).all()


async def remove_workouts(
    session: AsyncSession, athlete_id: UUID, import_id: UUID
) -> RemovedWorkouts:
    """Those that an import made and nobody corrected, with their sets."""
    untouched = (*_made_by(athlete_id, import_id), col(WorkoutRow.corrected_at).is_(None))
    ids = select(col(WorkoutRow.id)).where(*untouched)
    sets = await session.scalar(
        select(func.count())
        .select_from(PerformedSetRow)
        .where(
            col(PerformedSetRow.athlete_id) == athlete_id, col(PerformedSetRow.workout_id).in_(ids)
        )
    )
    removed = await session.scalars(
        delete(WorkoutRow).where(*untouched).returning(col(WorkoutRow.id))
    )
    return RemovedWorkouts(len(removed.all()), sets or 0)


def _made_by(athlete_id: UUID, import_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return col(WorkoutRow.athlete_id) == athlete_id, col(WorkoutRow.import_id) == import_id
