"""All that a log of one exercise says of strength: the maximum, the trend, a verdict, records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.engine.answer import Part
from app.engine.records import ExerciseSession, LoadMode
from app.engine.strength.course.expectation import EXPECTATIONS, TrainingAge
from app.engine.strength.course.outlook import StrengthOutlook, strength_outlook
from app.engine.strength.course.plateau import Plateau, PlateauQuestion, plateau
from app.engine.strength.course.trend import WEEKS, StrengthTrend, strength_trend
from app.engine.strength.maximum.estimate import (
    WINDOW,
    EstimatedMaximum,
    Predictor,
    estimated_maximum,
)
from app.engine.strength.newest_sets import newest_sets, noted
from app.engine.strength.records.personal_records import PersonalRecords, personal_records
from app.engine.strength.repetitions.repetitions import repetitions_at_loads
from app.engine.units import KG, MassUnit


@dataclass(frozen=True, slots=True)
class ProgressQuestion:
    """One exercise. The order of `sessions` is free; later ones than `at` are named and left out.

    ValueError for an expected rise or a number of weeks out of range.
    """

    sessions: Sequence[ExerciseSession]
    at: datetime
    load_mode: LoadMode = LoadMode.EXTERNAL
    body_kg: float | None = 0.0
    """The body's own part of what is lifted [kg]: 0 where a load is lifted, None where the body
    has a part that is not known."""
    training_age: TrainingAge | None = None
    expected_percent_per_week: float | None = None
    deficit_since: date | None = None
    weeks: float | None = None
    """Looked back for the trend; None is what the training age asks for, or 12."""
    mass_unit: MassUnit = KG

    def __post_init__(self) -> None:
        if self.weeks is not None and not 1.0 <= self.weeks <= 520.0:
            raise ValueError("a trend looks back 1 to 520 weeks")

    @property
    def weeks_read(self) -> float:
        if self.weeks is not None:
            return self.weeks
        return WEEKS if self.training_age is None else EXPECTATIONS[self.training_age].weeks

    @property
    def of_plateau(self) -> PlateauQuestion:
        return PlateauQuestion(
            self.at, self.training_age, self.expected_percent_per_week, self.deficit_since
        )


@dataclass(frozen=True, slots=True)
class StrengthProgress:
    maximum: Part[EstimatedMaximum]
    trend: Part[StrengthTrend]
    plateau: Part[Plateau]
    outlook: Part[StrengthOutlook]
    records: Part[PersonalRecords]


def strength_progress(
    question: ProgressQuestion, predict: Predictor = repetitions_at_loads
) -> StrengthProgress:
    """Each part stands for itself: one that cannot be answered hides no other.

    Of a long log the newest sets are read, and a part that looks further back says so.
    """
    read, body_kg = newest_sets(question.sessions, question.at), question.body_kg
    looked_back = timedelta(weeks=question.weeks_read)
    trend = strength_trend(read.sessions, read.at, weeks=question.weeks_read, body_kg=body_kg)
    maximum = estimated_maximum(
        read.sessions, read.at, body_kg=body_kg, mass_unit=question.mass_unit, predict=predict
    )
    records = personal_records(
        read.sessions,
        read.at,
        load_mode=question.load_mode,
        body_kg=body_kg,
        mass_unit=question.mass_unit,
    )
    return StrengthProgress(
        noted(maximum, read, WINDOW),
        noted(trend, read, looked_back),
        noted(plateau(trend, question.of_plateau), read, looked_back),
        noted(strength_outlook(trend, question.of_plateau), read, looked_back),
        noted(records, read, timedelta.max),
    )
