"""Imports that were written: which there were, and how one is undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.store.imports import (
    ImportRow,
    RemovedWorkouts,
    corrected_workouts,
    find_import,
    list_imports,
    remove_workouts,
)
from app.store.paging import Key, Page
from app.store.workouts import WorkoutRow
from app.usecases.athletes import require_athlete
from app.usecases.errors import NotFound


@dataclass(frozen=True, slots=True)
class UndoneImport:
    row: ImportRow
    removed: RemovedWorkouts
    kept: Sequence[WorkoutRow]
    """Workouts of the import that somebody corrected."""


async def page_of_imports(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[ImportRow]:
    """Newest first."""
    await require_athlete(session, tenant_id, athlete_id)
    return await list_imports(session, athlete_id, after=after, limit=limit)


async def undo(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, import_id: UUID
) -> UndoneImport:
    """Remove what an import made and nobody touched since. Again, it removes nothing more."""
    await require_athlete(session, tenant_id, athlete_id, writing=True)
    row = await find_import(session, athlete_id, import_id)
    if row is None:
        raise NotFound("import", str(import_id))
    kept = await corrected_workouts(session, athlete_id, import_id)
    removed = await remove_workouts(session, athlete_id, import_id)
    row.undone_at = row.undone_at or datetime.now(UTC)
    await session.flush()
    return UndoneImport(row, removed, kept)
