"""Importing this module registers every table; migrations and tests read the metadata from here."""

from sqlmodel import SQLModel

from app.store.activities import ActivityRow
from app.store.athletes import AthleteRow
from app.store.decisions import DecisionRow, ExercisePreferenceRow
from app.store.exercises import ExerciseRow
from app.store.goals import GoalRow
from app.store.imports import ImportRow
from app.store.intake import IntakeDayRow
from app.store.inventories import InventoryRow
from app.store.measurements import MeasurementRow
from app.store.programmes import ProgrammeExerciseRow, ProgrammeRow
from app.store.recovery_notes import RecoveryNoteRow
from app.store.screenings import ScreeningRow
from app.store.tenants import ApiKeyRow, TenantRow
from app.store.water_events import WaterEventRow
from app.store.weighings import WeighingRow
from app.store.workouts import PerformedSetRow, WorkoutRow

OWNED_BY_ATHLETE = (
    WorkoutRow,
    PerformedSetRow,
    WeighingRow,
    IntakeDayRow,
    RecoveryNoteRow,
    InventoryRow,
    ProgrammeRow,
    ProgrammeExerciseRow,
    MeasurementRow,
    ActivityRow,
    WaterEventRow,
    GoalRow,
    DecisionRow,
    ExercisePreferenceRow,
    ScreeningRow,
    ImportRow,
)
"""What an athlete logs: tables that grow without end, keyed `(athlete_id, id)`."""

REFERENCE = (TenantRow, ApiKeyRow, AthleteRow, ExerciseRow)
"""Small tables with ordinary keys."""

metadata = SQLModel.metadata
