"""A goal as it is asked for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.engine.energy.outlook.scenario import DietBreaks


class GoalKind(StrEnum):
    RATE = "rate"
    BODY_MASS = "body_mass"
    BODY_FAT = "body_fat"
    MAINTENANCE = "maintenance"
    LEAN_GAIN = "lean_gain"
    RECOMPOSITION = "recomposition"
    SPOT_REDUCTION = "spot_reduction"


class Place(StrEnum):
    """Where on the body fat is wished away."""

    ABDOMEN = "abdomen"
    WAIST = "waist"
    BACK = "back"
    HIPS = "hips"
    BUTTOCKS = "buttocks"
    THIGHS = "thighs"
    INNER_THIGHS = "inner_thighs"
    CALVES = "calves"
    UPPER_ARMS = "upper_arms"
    CHEST = "chest"
    FACE = "face"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted; what was not said is None."""

    kind: GoalKind
    rate_percent_per_week: float | None = None
    """Of body mass, losing negative."""
    body_mass_kg: float | None = None
    body_fat_percent: float | None = None
    by: date | None = None
    """The day on which a body mass or a body fat is wanted."""
    place: Place | None = None
    breaks: DietBreaks | None = None
    training_days_per_week: int | None = None
    exercise_kcal_per_session: float | None = None
    """Net of rest."""
    starts_on: date | None = None

    def __post_init__(self) -> None:
        needed = _NEEDED.get(self.kind)
        if needed is not None and getattr(self, needed) is None:
            raise ValueError(f"a goal of the kind {self.kind.value} needs {needed}")
        if self.breaks is not None and self.breaks.intake_kcal_per_day is not None:
            raise ValueError("the breaks of a goal hold the body; they have no intake")
        days = self.training_days_per_week
        if days is not None and not 0 <= days <= 7:
            raise ValueError("a week has 0 to 7 days of training")

    @property
    def exercise_kcal_per_day(self) -> float | None:
        """Of training in the mean of the week; None where its days or its cost are not told."""
        if self.training_days_per_week is None or self.exercise_kcal_per_session is None:
            return None
        return self.training_days_per_week * self.exercise_kcal_per_session / 7.0

    @property
    def assumes_training(self) -> bool:
        """Whether its mass is reckoned for somebody who trains against resistance."""
        return self.kind is GoalKind.BODY_FAT

    def is_break(self, on: date) -> bool:
        """Whether a day is one off the diet; days are counted from `starts_on`."""
        if self.breaks is None or self.starts_on is None or on < self.starts_on:
            return False
        since = (on - self.starts_on).days
        return bool(self.breaks.within(since + 1)[since])


_NEEDED = {
    GoalKind.RATE: "rate_percent_per_week",
    GoalKind.BODY_MASS: "body_mass_kg",
    GoalKind.BODY_FAT: "body_fat_percent",
    GoalKind.SPOT_REDUCTION: "place",
}
