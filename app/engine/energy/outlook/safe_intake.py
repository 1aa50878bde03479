"""The least and the most that a person is told to eat on the way to a goal.

The numbers are those of the refusals: cautious conventions, no promise of being safe beyond.
"""

from dataclasses import dataclass

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.body.composition import forbes_energy_density
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.target.refusals import (
    AVAILABILITY_KCAL_PER_KG,
    FASTEST_GAIN_PERCENT_PER_WEEK,
    FASTEST_LOSS_PERCENT_PER_WEEK,
    VERY_LOW_INTAKE_KCAL,
)
from app.engine.units import DAYS_PER_WEEK

LEAST_VERY_LOW = ReasonKind(
    "least_intake_very_low",
    "Not below {intake_kcal_per_day:.0f} kcal a day: such diets need a clinician.",
    Basis.CONVENTION,
    "nice_cg189",
)
LEAST_AVAILABILITY = ReasonKind(
    "least_intake_availability",
    "Not below {intake_kcal_per_day:.0f} kcal a day, "
    f"{AVAILABILITY_KCAL_PER_KG:g} for each kg of fat-free mass.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
LEAST_RATE = ReasonKind(
    "least_intake_rate",
    "Not below {intake_kcal_per_day:.0f} kcal a day, where the loss would begin faster than "
    f"{-FASTEST_LOSS_PERCENT_PER_WEEK:g} % of body mass a week.",
    Basis.CONVENTION,
    "garthe_2011",
)
MOST_RATE = ReasonKind(
    "most_intake_rate",
    "Not above {intake_kcal_per_day:.0f} kcal a day, where the gain would begin faster than "
    f"{FASTEST_GAIN_PERCENT_PER_WEEK:g} % of body mass a week, most of it fat.",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class IntakeLimit:
    """An intake beyond which none is advised, and why."""

    kcal_per_day: float
    because: Reason


def least_intake(start: Outset) -> IntakeLimit:
    """The tightest of three: 800 kcal, 25 kcal for each kg of fat-free mass, 1 % a week."""
    kcal = _intake_at(start, FASTEST_LOSS_PERCENT_PER_WEEK)
    rate = IntakeLimit(kcal, LEAST_RATE(intake_kcal_per_day=kcal))
    return max(least_of_all(start), rate, key=lambda limit: limit.kcal_per_day)


def least_of_all(start: Outset) -> IntakeLimit:
    """The least whatever is spent: 800 kcal, or 25 kcal for each kg of fat-free mass."""
    limits = (
        (VERY_LOW_INTAKE_KCAL, LEAST_VERY_LOW),
        (AVAILABILITY_KCAL_PER_KG * start.body.fat_free_mass_kg, LEAST_AVAILABILITY),
    )
    kcal, kind = max(limits, key=lambda limit: limit[0])
    return IntakeLimit(kcal, kind(intake_kcal_per_day=kcal))


def most_intake(start: Outset) -> IntakeLimit:
    kcal = _intake_at(start, FASTEST_GAIN_PERCENT_PER_WEEK)
    return IntakeLimit(kcal, MOST_RATE(intake_kcal_per_day=kcal))


def _intake_at(start: Outset, percent_per_week: float) -> float:
    """Intake that changes mass at a rate now, at the energy density of the Forbes curve."""
    kg_per_day = percent_per_week / 100.0 * start.body_mass.value / DAYS_PER_WEEK
    return start.expenditure.value + kg_per_day * forbes_energy_density(start.body.fat_mass_kg)
