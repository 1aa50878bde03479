"""Plans side by side, each held to the limits of a target and warned of like one."""

from collections.abc import Sequence
from dataclasses import replace

from app.engine.answer import Part
from app.engine.energy.goals.plan_limits import plan_cautions, plan_limits
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.outlook.what_if import AT_DAYS, Comparison, NamedOutcome, what_if


def plans(
    standing: Standing,
    scenarios: Sequence[Scenario],
    *,
    seed: int,
    at_days: Sequence[int] = AT_DAYS,
    goal_kg: float | None = None,
) -> Part[Comparison]:
    """What each plan comes to; one that is refused hides no other."""
    part = what_if(
        standing.start,
        scenarios,
        on=standing.on,
        seed=seed,
        at_days=at_days,
        goal_kg=goal_kg,
        limits=plan_limits(standing, goal_kg),
    )
    if part.value is None:
        return part
    outcomes = tuple(_warned(standing, one, goal_kg) for one in part.value.outcomes)
    return replace(part, value=replace(part.value, outcomes=outcomes))


def _warned(standing: Standing, one: NamedOutcome, goal_kg: float | None) -> NamedOutcome:
    outcome = one.outcome
    if outcome.value is None:
        return one
    warnings = plan_cautions(standing, outcome.value.extremes, goal_kg)
    return replace(one, outcome=replace(outcome, warnings=(*outcome.warnings, *warnings)))
