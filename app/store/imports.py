"""Imports that were written, so that each can be undone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from app.store.types import UtcDateTime


class ImportRow(SQLModel, table=True):
    __tablename__ = "imports"
    __table_args__ = (Index(None, "athlete_id", "imported_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    imported_at: datetime = Field(sa_type=UtcDateTime)
    format: str = Field(max_length=40)
    workouts_added: int
    sets_added: int
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
