"""Answers to the questionnaire before training."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from app.store.types import UtcDateTime


class ScreeningRow(SQLModel, table=True):
    __tablename__ = "screenings"
    __table_args__ = (Index(None, "athlete_id", "answered_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    answered_at: datetime = Field(sa_type=UtcDateTime)
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """By question."""
    note: str | None = None
