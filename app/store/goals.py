"""What an athlete wants of their body, and since when."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from app.store.types import UtcDateTime


class GoalRow(SQLModel, table=True):
    __tablename__ = "goals"
    __table_args__ = (Index(None, "athlete_id", "starts_on", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=40)
    wanted: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """What it is told beside its kind: a body mass, a rate, a date."""
    starts_on: date
    ends_on: date | None = None
    """The last day; None while it goes on."""
    note: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
