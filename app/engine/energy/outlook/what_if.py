"""Scenarios side by side, each gone through by the same draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from app.engine.answer import Basis, Estimate, Part, ReasonKind, ok, passed_on, refused
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.outlook.draws import drawn
from app.engine.energy.outlook.fan import HORIZON_DAYS, GoalDate, estimate, goal_date
from app.engine.energy.outlook.forecast import DRAWS
from app.engine.energy.outlook.limits import Extremes, Limits, no_limits
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.remarks import ends, logging_reasons, underweight
from app.engine.energy.outlook.run import Barred, Run, run
from app.engine.energy.outlook.scenario import Scenario

AT_DAYS = (28, 84, 182, 364)
"""A month, three months, half a year and a year."""

SAME_DRAWS = ReasonKind(
    "what_if_same_draws",
    "Each scenario is gone through by the same {draws} draws of this person, so a difference is "
    "surer than either side of it.",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One day of a scenario, medians with 80 % intervals."""

    day: int
    body_mass_kg: Estimate
    fat_mass_kg: Estimate
    lean_mass_kg: Estimate
    body_fat_percent: Estimate
    expenditure_kcal_per_day: Estimate
    body_mass_as_planned_kg: float
    """Kept to the letter by the person as estimated."""
    against_first: "Difference | None"
    """None for the first scenario, and where the first is not there to compare."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a scenario comes to less what the first one does [kg], draw by draw."""

    body_mass_kg: Estimate
    fat_mass_kg: Estimate
    lean_mass_kg: Estimate


@dataclass(frozen=True, slots=True)
class Outcome:
    snapshots: tuple[Snapshot, ...]
    """Of the days asked, those on which the model still holds."""
    goal: GoalDate | None
    extremes: Extremes


@dataclass(frozen=True, slots=True)
class NamedOutcome:
    """A scenario's own part: one that is refused hides no other."""

    scenario: str
    outcome: Part[Outcome]


@dataclass(frozen=True, slots=True)
class Comparison:
    starts_on: date
    outcomes: tuple[NamedOutcome, ...]
    """In the order asked."""


def what_if(
    start: Part[Outset],
    scenarios: Sequence[Scenario],
    *,
    on: date,
    seed: int,
    at_days: Sequence[int] = AT_DAYS,
    goal_kg: float | None = None,
    limits: Limits = no_limits,
) -> Part[Comparison]:
    """Scenarios side by side on chosen days; the first is what the others are held against.

    The same seed gives the same answer. ValueError without scenarios, where two have one name,
    and where days or a goal are none that could be meant.
    """
    _check(scenarios, at_days, goal_kg)
    if start.value is None:
        return passed_on(start)
    horizon = min(max(at_days), HORIZON_DAYS)
    lives = drawn(start.value, horizon, count=DRAWS, seed=seed)
    made = [run(start.value, one, lives, horizon, goal_kg, limits) for one in scenarios]
    outcomes = tuple(
        NamedOutcome(one.name, _outcome(start.value, each, made[0], on, at_days, goal_kg))
        for one, each in zip(scenarios, made, strict=True)
    )
    because = (*start.because, *logging_reasons(start.value), SAME_DRAWS(draws=DRAWS))
    return ok(
        Comparison(on, outcomes),
        because,
        missing=start.missing,
        warnings=start.warnings,
        evidence=start.evidence,
    )


def _check(scenarios: Sequence[Scenario], at_days: Sequence[int], goal_kg: float | None) -> None:
    names = [one.name for one in scenarios]
    if not names or len(set(names)) < len(names):
        raise ValueError("scenarios are needed, each with a name of its own")
    if not at_days or min(at_days) < 1:
        raise ValueError("days to look at have to be 1 or more")
    if not (goal_kg is None or 0.0 < goal_kg < np.inf):
        raise ValueError("a goal has to be above 0")


def _outcome(
    start: Outset,
    made: Run | Barred,
    first: Run | Barred,
    on: date,
    at_days: Sequence[int],
    goal_kg: float | None,
) -> Part[Outcome]:
    if isinstance(made, Barred):
        return refused(made.because, made.instead)
    against = first if isinstance(first, Run) and first is not made else None
    goal = None if goal_kg is None else goal_date(made.path, goal_kg, on, made.last_day)
    days = [day for day in sorted(set(at_days)) if day <= made.last_day]
    value = Outcome(tuple(_snapshot(made, against, day) for day in days), goal, made.extremes)
    horizon = min(max(at_days), HORIZON_DAYS)
    warnings = (
        *underweight(start, made.planned, made.last_day),
        *ends(max(at_days), horizon, made.last_day),
    )
    return ok(value, made.because, warnings=warnings)


def _snapshot(made: Run, first: Run | None, day: int) -> Snapshot:
    path = made.path
    return Snapshot(
        day,
        estimate(made.weighed_kg[:, day]),
        estimate(path.fat_mass_kg[:, day]),
        estimate(path.lean_mass_kg[:, day]),
        estimate(path.body_fat_percent[:, day]),
        estimate(path.expenditure_kcal_per_day[:, day]),
        float(made.planned.body_mass_kg[0, day]),
        None if first is None or day > first.last_day else _difference(made, first, day),
    )


def _difference(made: Run, first: Run, day: int) -> Difference:
    def less(mine: Array, theirs: Array) -> Estimate:
        return estimate(mine[:, day] - theirs[:, day])

    return Difference(
        less(made.path.body_mass_kg, first.path.body_mass_kg),
        less(made.path.fat_mass_kg, first.path.fat_mass_kg),
        less(made.path.lean_mass_kg, first.path.lean_mass_kg),
    )
