"""What to eat beside a plan: the aim of its goal, as a goal of the body, from the caller's log."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.catalogue.plan_goals import EnergyAim
from app.engine.answer import Missing, Part, insufficient
from app.engine.energy.expenditure.log import read_intake
from app.engine.energy.goals.goal import Goal, GoalKind
from app.engine.energy.goals.guidance import Wish, guidance
from app.engine.energy.goals.training_days import WeekTarget
from app.engine.energy.target.target import EnergyTarget
from app.usecases.energy import BY_DEFAULT, EnergyLog

GOAL_OF: Mapping[EnergyAim, Goal] = MappingProxyType(
    {
        EnergyAim.DEFICIT: BY_DEFAULT,
        EnergyAim.SMALL_DEFICIT: Goal(GoalKind.RECOMPOSITION),
        EnergyAim.MAINTENANCE: Goal(GoalKind.MAINTENANCE),
        EnergyAim.SURPLUS: Goal(GoalKind.LEAN_GAIN),
    }
)
NAMED_GOAL = Missing("goal", "Name a goal: it says whether less or more is eaten than is spent.")
ENERGY_LOG = Missing(
    "energy_log",
    "Send `energy_log` with the person, a weight and an activity factor: then the intake is "
    "reckoned with the plan.",
)


@dataclass(frozen=True, slots=True)
class PlanIntake:
    """Each part stands for itself."""

    target: Part[EnergyTarget]
    week: Part[WeekTarget]
    body_mass_kg: float | None = None


def plan_intake(aim: EnergyAim | None, log: EnergyLog | None, sessions: int) -> PlanIntake:
    """The intake for an aim, with so many sessions a week; insufficient without aim or log."""
    if aim is None or log is None:
        lacking = (NAMED_GOAL,) if aim is None else (ENERGY_LOG,)
        return PlanIntake(insufficient(lacking), insufficient(lacking))
    wish = Wish(replace(GOAL_OF[aim], training_days_per_week=sessions))
    found = guidance(log.days(), read_intake(log.intake, log.on), wish)
    mass = found.answer.body_mass.value
    return PlanIntake(found.answer.target, found.week, mass.value if mass else None)
