"""Goals as they are stored and as the engine takes them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.engine.energy.goals.goal import Goal, GoalKind, Place
from app.engine.energy.outlook.scenario import DietBreaks
from app.engine.units import MassUnit, mass_unit
from app.store.goals import GoalRow

NUMBERS = (
    "rate_percent_per_week",
    "body_mass_kg",
    "body_fat_percent",
    "training_days_per_week",
    "exercise_kcal_per_session",
)


@dataclass(frozen=True, slots=True)
class GoalWanted:
    """What a goal says, beside its id and its days."""

    goal: Goal
    mass_unit: MassUnit = "kg"
    """In which its body mass was sent."""


def stored_form(wanted: GoalWanted) -> dict[str, Any]:
    """As JSON; what was not said has no key."""
    goal = wanted.goal
    told: dict[str, Any] = {name: getattr(goal, name) for name in NUMBERS}
    told["by"] = goal.by.isoformat() if goal.by else None
    told["place"] = goal.place.value if goal.place else None
    breaks = goal.breaks
    told["breaks"] = breaks and {"every_days": breaks.every_days, "for_days": breaks.for_days}
    told["mass_unit"] = wanted.mass_unit if goal.body_mass_kg is not None else None
    return {name: value for name, value in told.items() if value is not None}


def goal_record(row: GoalRow) -> Goal:
    told = row.wanted
    by, place, breaks = told.get("by"), told.get("place"), told.get("breaks")
    return Goal(
        GoalKind(row.kind),
        **{name: told.get(name) for name in NUMBERS},
        by=date.fromisoformat(by) if by else None,
        place=Place(place) if place else None,
        breaks=DietBreaks(breaks["every_days"], breaks["for_days"]) if breaks else None,
        starts_on=row.starts_on,
    )


def unit_of(row: GoalRow) -> MassUnit:
    return mass_unit(row.wanted.get("mass_unit", "kg"))
