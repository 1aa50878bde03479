"""A target of intake before it is allowed."""

from dataclasses import dataclass

from app.engine.answer import Estimate
from app.engine.energy.body.composition import (
    Composition,
    body_mass_index,
    composition,
    estimated_composition,
)
from app.engine.records import Athlete, Sex
from app.engine.units import DAYS_PER_WEEK

UNDERWEIGHT_BMI = 18.5


@dataclass(frozen=True, slots=True)
class Energy:
    """What an intake is reckoned from."""

    expenditure_kcal_per_day: float
    kcal_per_kg: float
    """Energy of a kilogram of change."""
    resting_kcal_per_day: float | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a goal adds to a rate; what it does not say is None."""

    body_mass_kg: float | None = None
    """To be reached."""
    body_fat_percent: float | None = None
    """To be reached."""
    intake: Estimate | None = None
    """Found otherwise than by the rate [kcal/d]."""
    exercise_kcal_per_day: float | None = None
    """Of training, net of rest, in the mean of the week."""
    recomposing: bool = False
    """Lean mass is to grow while fat is lost."""


NO_AIM = Aim()


@dataclass(frozen=True, slots=True)
class Plan:
    """A rate of change for a person; what is unknown is None."""

    athlete: Athlete
    rate_percent_per_week: float
    body_mass_kg: float | None = None
    energy: Energy | None = None
    aim: Aim = NO_AIM

    @property
    def losing(self) -> bool:
        return self.rate_percent_per_week < 0.0

    @property
    def bmi_kg_per_m2(self) -> float | None:
        return self._bmi_at(self.body_mass_kg)

    @property
    def goal_bmi_kg_per_m2(self) -> float | None:
        """Of a goal that is not above the mass of now; None where it is, or none is told."""
        goal, mass = self.aim.body_mass_kg, self.body_mass_kg
        gains = goal is not None and mass is not None and goal > mass
        return None if gains else self._bmi_at(goal)

    def _bmi_at(self, body_mass_kg: float | None) -> float | None:
        if body_mass_kg is None or self.athlete.height_cm is None:
            return None
        return body_mass_index(body_mass_kg, self.athlete.height_cm)

    @property
    def composition(self) -> Composition | None:
        """Of an unknown sex, the leaner estimate: it asks for more energy."""
        if self.body_mass_kg is None:
            return None
        known = composition(self.athlete, self.body_mass_kg)
        return known or estimated_composition(self.athlete, Sex.MALE, self.body_mass_kg)

    @property
    def intake_kcal_per_day(self) -> float | None:
        if self.aim.intake is not None:
            return self.aim.intake.value
        return self.intake_at(self.rate_percent_per_week)

    @property
    def exercise_kcal_per_day(self) -> float:
        """Of training where it is told, else nothing, which makes availability the most it can
        be."""
        return self.aim.exercise_kcal_per_day or 0.0

    def intake_at(self, rate_percent_per_week: float) -> float | None:
        """Intake that changes body mass at this rate [kcal/d]."""
        if self.body_mass_kg is None or self.energy is None:
            return None
        change_kg_per_day = rate_percent_per_week / 100.0 * self.body_mass_kg / DAYS_PER_WEEK
        return self.energy.expenditure_kcal_per_day + change_kg_per_day * self.energy.kcal_per_kg
