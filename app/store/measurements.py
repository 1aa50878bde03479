"""Measurements of the body: girths, skinfolds, a share of fat that some device told."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from app.store.types import UtcDateTime


class MeasurementRow(SQLModel, table=True):
    __tablename__ = "measurements"
    __table_args__ = (Index(None, "athlete_id", "measured_at", "id"),)

    athlete_id: UUID = Field(primary_key=True, foreign_key="athletes.id", ondelete="CASCADE")
    id: UUID = Field(primary_key=True)
    measured_at: datetime = Field(sa_type=UtcDateTime)
    girths_cm: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    """By place: `waist`, `hip`, `neck`, `thigh`."""
    skinfolds_mm: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    body_fat_percent: float | None = None
    body_fat_method: str | None = Field(default=None, max_length=40)
    """How that share was measured: `dxa`, `bioimpedance`."""
    note: str | None = None
