"""What an athlete made of advice: accepted, changed or refused it, and why."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from app.store.types import UtcDateTime


class DecisionRow(SQLModel, table=True):
    __tablename__ = "decisions"
    __table_args__ = (
        Index(None, "athlete_id", "decided_at", "id"),
        Index(None, "athlete_id", "advice", "exercise_id"),
    )

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    decided_at: datetime = Field(sa_type=UtcDateTime)
    advice: str = Field(max_length=40)
    """Which advice: `next_session`, `energy`, `deload`, `plan`."""
    exercise_id: str | None = Field(default=None, max_length=64)
    verdict: str = Field(max_length=10)
    """`accepted`, `changed` or `refused`."""
    reason: str | None = None
    change: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """What holds instead."""
    holds_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """None: until another decision on the same advice."""


class ExercisePreferenceRow(SQLModel, table=True):
    __tablename__ = "exercise_preferences"

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: str = Field(primary_key=True, max_length=64)
    """Of the exercise."""
    preference: str = Field(max_length=10)
    """`excluded` or `preferred`."""
    reason: str | None = None
    since: datetime = Field(sa_type=UtcDateTime)
