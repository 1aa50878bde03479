"""What moves water, and with it weight, without moving fat, as the athlete tells it."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class WaterEventRow(SQLModel, table=True):
    __tablename__ = "water_events"
    __table_args__ = (Index(None, "athlete_id", "started_on", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    kind: str = Field(max_length=40)
    started_on: date
    """The athlete's own calendar day."""
    ended_on: date | None = None
    note: str | None = None
