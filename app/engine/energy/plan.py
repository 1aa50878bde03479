"""A target of intake before it is allowed."""

from dataclasses import dataclass

from app.engine.energy.composition import (
    Composition,
    body_mass_index,
    composition,
    estimated_composition,
)
from app.engine.records import Athlete, Sex


@dataclass(frozen=True, slots=True)
class Plan:
    """A target before it is allowed; what is unknown is None."""

    athlete: Athlete
    rate_percent_per_week: float
    body_mass_kg: float | None = None
    resting_kcal_per_day: float | None = None
    expenditure_kcal_per_day: float | None = None
    intake_kcal_per_day: float | None = None

    @property
    def losing(self) -> bool:
        return self.rate_percent_per_week < 0.0

    @property
    def bmi_kg_per_m2(self) -> float | None:
        if self.body_mass_kg is None or self.athlete.height_cm is None:
            return None
        return body_mass_index(self.body_mass_kg, self.athlete.height_cm)

    @property
    def composition(self) -> Composition | None:
        """Of an unknown sex, the leaner estimate: it asks for more energy."""
        if self.body_mass_kg is None:
            return None
        known = composition(self.athlete, self.body_mass_kg)
        return known or estimated_composition(self.athlete, Sex.MALE, self.body_mass_kg)

    @property
    def deficit_kcal_per_day(self) -> float | None:
        if self.expenditure_kcal_per_day is None or self.intake_kcal_per_day is None:
            return None
        return self.expenditure_kcal_per_day - self.intake_kcal_per_day

    @property
    def availability_kcal_per_kg(self) -> float | None:
        """Intake over fat-free mass [kcal/kg/d]; training still has to come out of it."""
        if self.intake_kcal_per_day is None or self.composition is None:
            return None
        return self.intake_kcal_per_day / self.composition.fat_free_mass_kg
