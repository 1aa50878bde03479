"""Importing this module registers every table; migrations and tests read the metadata from here."""

from sqlmodel import SQLModel

from app.store.athletes import AthleteRow
from app.store.exercises import ExerciseRow
from app.store.intake import IntakeDayRow
from app.store.tenants import ApiKeyRow, TenantRow
from app.store.weighings import WeighingRow
from app.store.workouts import PerformedSetRow, WorkoutRow

OWNED_BY_ATHLETE = (WorkoutRow, PerformedSetRow, WeighingRow, IntakeDayRow)
"""What an athlete logs: tables that grow without end, keyed `(athlete_id, id)`."""

REFERENCE = (TenantRow, ApiKeyRow, AthleteRow, ExerciseRow)
"""Small tables with ordinary keys."""

metadata = SQLModel.metadata
