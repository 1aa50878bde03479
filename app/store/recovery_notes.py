"""Check-ins: how an athlete slept and feels."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Index, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col

from app.store.paging import Key, Page, fetch_page
from app.store.types import UtcDateTime


class RecoveryNoteRow(SQLModel, table=True):
    __tablename__ = "recovery_notes"
    __table_args__ = (Index(None, "athlete_id", "noted_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    noted_at: datetime = Field(sa_type=UtcDateTime)
    sleep_h: float | None = None
    sleep_quality_1_to_5: int | None = None
    readiness_1_to_5: int | None = None
    soreness_0_to_10: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    """By muscle group or muscle."""
    pain_0_to_10: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    note: str | None = None


async def notes_between(
    session: AsyncSession, athlete_id: UUID, first: datetime, last: datetime
) -> Sequence[RecoveryNoteRow]:
    statement = (
        select(RecoveryNoteRow)
        .where(
            col(RecoveryNoteRow.athlete_id) == athlete_id,
            col(RecoveryNoteRow.noted_at) >= first,
            col(RecoveryNoteRow.noted_at) <= last,
        )
        .order_by(col(RecoveryNoteRow.noted_at), col(RecoveryNoteRow.id))
    )
    return (await session.scalars(statement)).all()


async def known_notes(
    session: AsyncSession, athlete_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, RecoveryNoteRow]:
    statement = select(RecoveryNoteRow).where(
        col(RecoveryNoteRow.athlete_id) == athlete_id, col(RecoveryNoteRow.id).in_(ids)
    )
    return {row.id: row for row in (await session.scalars(statement)).all()}


async def list_notes(
    session: AsyncSession, athlete_id: UUID, *, after: Key | None, limit: int
) -> Page[RecoveryNoteRow]:
    """Newest first."""
    statement = select(RecoveryNoteRow).where(col(RecoveryNoteRow.athlete_id) == athlete_id)
    key = [col(RecoveryNoteRow.noted_at), col(RecoveryNoteRow.id)]
    return await fetch_page(session, statement, key, after=after, limit=limit, newest_first=True)


async def delete_note(session: AsyncSession, athlete_id: UUID, note_id: UUID) -> bool:
    """False where there was none."""
    removed = await session.scalar(
        delete(RecoveryNoteRow)
        .where(col(RecoveryNoteRow.athlete_id) == athlete_id, col(RecoveryNoteRow.id) == note_id)
        .returning(col(RecoveryNoteRow.id))
    )
    return removed is not None
