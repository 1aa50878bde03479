"""A scenario gone through: once as planned, and in every life that was drawn."""

from dataclasses import dataclass

from app.engine.answer import Reason
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.trajectory import Trajectory
from app.engine.energy.outlook.draws import Lives, as_planned, central, lived, weighed
from app.engine.energy.outlook.fan import last_day_of
from app.engine.energy.outlook.limits import Extremes, Limits, extremes
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.remarks import fan_reasons, impossible_activity, moving_kcal
from app.engine.energy.outlook.scenario import Scenario, scenario_reasons

LESS_THAN_THERE_IS = "Take off less activity than there is."


@dataclass(frozen=True, slots=True)
class Run:
    scenario: Scenario
    planned: Trajectory
    """Of one person: the scenario kept to the letter."""
    path: Trajectory
    """Of every life drawn, without the water that comes and goes."""
    weighed_kg: Array
    """What a scale would show in each of them: draws by days."""
    extremes: Extremes
    last_day: int
    """The last day on which the model still holds."""
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Barred:
    """A scenario that is not gone through, and what to do instead."""

    because: tuple[Reason, ...]
    instead: str


def run(
    start: Outset,
    scenario: Scenario,
    lives: Lives,
    days: int,
    goal_kg: float | None,
    limits: Limits,
) -> Run | Barred:
    """The scenario over days 0 ... `days`, unless it cannot be or a limit forbids it."""
    model = central(start, scenario)
    moving = moving_kcal(start, model)
    if impossible := impossible_activity(scenario, moving):
        return Barred(impossible, LESS_THAN_THERE_IS)
    planned = as_planned(start, scenario, days)
    found = extremes(start, scenario, planned, goal_kg)
    if broken := limits(found):
        return Barred(tuple(one.because for one in broken), broken[0].instead)
    path = lived(lives, scenario, days)
    last_day = min(last_day_of(path, days), int(planned.last_day[0]))
    because = (
        *fan_reasons(scenario, model, planned, last_day),
        *scenario_reasons(scenario, moving),
    )
    return Run(scenario, planned, path, weighed(lives, path), found, last_day, because)
