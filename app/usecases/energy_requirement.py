"""What somebody like this spends in a day, before any log; nothing is read or stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine import ENGINE_VERSION
from app.engine.answer import Estimate, Part, insufficient
from app.engine.energy import missing
from app.engine.energy.activity.requirement import ActivityCategory, Requirement, requirement
from app.engine.energy.activity.thermic_effect import EnergyRange, thermic_effect
from app.engine.energy.activity.total import activity_total
from app.engine.energy.resting.resting_energy import RestingEnergy, resting_energy
from app.engine.records import Athlete
from app.usecases.resting_energy import told_mass


@dataclass(frozen=True, slots=True)
class AskedRequirement:
    athlete: Athlete
    body_mass_kg: float | None
    trained: bool
    resting_equation: str | None
    """By name; None is the best for what is known."""
    activity: float | ActivityCategory | None
    """A physical activity level, or a category of the dietary references."""
    eaten_g: Mapping[str, float] | None
    """Grams of each nutrient, for what it costs to digest them."""


@dataclass(frozen=True, slots=True)
class RequirementAnswer:
    activity_level: float | None
    resting: Part[RestingEnergy]
    total: Part[Estimate]
    requirement: Part[Requirement]
    thermic_effect: EnergyRange | None
    engine_version: str = ENGINE_VERSION


def requirement_answer(asked: AskedRequirement) -> RequirementAnswer:
    activity = asked.activity
    level = None if isinstance(activity, ActivityCategory) else activity
    mass = told_mass(asked.body_mass_kg)
    resting = resting_energy(
        asked.athlete, mass, trained=asked.trained, equation=asked.resting_equation
    )
    return RequirementAnswer(
        activity_level=level,
        resting=resting,
        total=activity_total(resting, level),
        requirement=insufficient((missing.ACTIVITY_FACTOR,))
        if activity is None
        else requirement(asked.athlete, mass, activity),
        thermic_effect=None if asked.eaten_g is None else thermic_effect(asked.eaten_g),
    )
