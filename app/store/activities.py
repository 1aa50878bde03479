"""What an athlete did beside lifting: walks, runs, rides, games."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from app.store.types import UtcDateTime


class ActivityRow(SQLModel, table=True):
    __tablename__ = "activities"
    __table_args__ = (Index(None, "athlete_id", "started_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    started_at: datetime = Field(sa_type=UtcDateTime)
    activity_id: str = Field(max_length=64)
    """Of the catalogue of activities."""
    duration_s: float
    distance_m: float | None = None
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    """Mean of the whole."""
    note: str | None = None
