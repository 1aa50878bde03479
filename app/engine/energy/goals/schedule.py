"""The intake of the months to come, asked for anew each week as the body changes."""

from dataclasses import dataclass, replace

import numpy as np

from app.engine.energy.composition import forbes_energy_density
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.goal import first_day
from app.engine.energy.dynamics.trajectory import Trajectory
from app.engine.energy.outlook.draws import as_planned
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.safe_intake import IntakeLimit, least_of_all
from app.engine.energy.outlook.scenario import Scenario
from app.engine.energy.plan import DAYS_PER_WEEK

_WEEK = int(DAYS_PER_WEEK)
_ROUNDS = 4
"""A change of intake moves expenditure by a quarter of itself: four rounds leave less than 1 %."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is eaten on each day, kept to the letter by the person as estimated [kcal/d]."""

    intake_kcal_per_day: tuple[float, ...]
    on_the_way: tuple[float, ...]
    """The same for who is not there yet when the plan is: it goes on as on the day before."""
    goal_day: int | None
    """The first at the goal; None where it is not reached, or there is none."""
    floor_day: int | None
    """The first on which a limit keeps the intake up; None where none does."""
    floor: IntakeLimit


@dataclass(frozen=True, slots=True)
class Pace:
    """How a goal is gone for."""

    rate_percent_per_week: float
    goal_kg: float | None = None
    """Held once it is reached."""
    fixed_kcal_per_day: float | None = None
    """Eaten instead of what the rate asks for, up to `fixed_days`; the goal is then reached."""
    fixed_days: int = 0
    kcal_per_kg: float | None = None
    """Energy of a kilogram of change now, where that is known otherwise than from body fat."""


def weekly_schedule(start: Outset, pace: Pace, days: int, beside: Scenario) -> Schedule:
    """The intake that keeps a pace until its goal is reached, and then holds the body.

    Each week it is reckoned as a target is: expenditure of then, and the rate of the mass of then
    at the energy density of then. It never goes below the least that is advised; the rate is then
    slower. `beside` is all else that is done; its intake is not read.
    """
    floor = least_of_all(start)
    intake = wanted = np.full(days, start.expenditure.value)
    goal_day: int | None = None
    for _ in range(_ROUNDS):
        path = as_planned(start, replace(beside, intake_kcal_per_day=tuple(intake)), days)
        goal_day = _goal_day(path, pace)
        wanted = _asked(start, path, pace, goal_day, days)
        intake = np.maximum(wanted, floor.kcal_per_day)
    below = wanted < floor.kcal_per_day
    floor_day = int(below.argmax()) if pace.rate_percent_per_week < 0.0 and below.any() else None
    eaten = tuple(intake.tolist())
    return Schedule(eaten, _on_the_way(eaten, goal_day), goal_day, floor_day, floor)


def _on_the_way(eaten: tuple[float, ...], goal_day: int | None) -> tuple[float, ...]:
    if goal_day is None or not 0 < goal_day < len(eaten):
        return eaten
    return eaten[:goal_day] + (eaten[goal_day - 1],) * (len(eaten) - goal_day)


def _goal_day(path: Trajectory, pace: Pace) -> int | None:
    if pace.fixed_kcal_per_day is not None:
        return pace.fixed_days
    rate = pace.rate_percent_per_week
    if pace.goal_kg is None or rate == 0.0:
        return None
    day = float(first_day(path.body_mass_kg, pace.goal_kg, losing=rate < 0.0)[0])
    return None if np.isinf(day) else int(day)


def _asked(start: Outset, path: Trajectory, pace: Pace, goal_day: int | None, days: int) -> Array:
    """What the target of each day's week would be; days beyond the model repeat the last."""
    mondays = np.arange(days) // _WEEK * _WEEK
    spent = _filled(path.expenditure_kcal_per_day[0])[mondays]
    spent[:_WEEK] = start.expenditure.value  # the target of today goes by what is spent today
    mass, fat = _filled(path.body_mass_kg[0])[mondays], _filled(path.fat_mass_kg[0])[mondays]
    density = np.array([forbes_energy_density(float(one)) for one in fat])
    if pace.kcal_per_kg is not None:
        density *= pace.kcal_per_kg / density[0]
    change = pace.rate_percent_per_week / 100.0 * mass / DAYS_PER_WEEK * density
    if pace.fixed_kcal_per_day is not None:
        kept = np.full(days, pace.fixed_kcal_per_day)
        kept[pace.fixed_days :] = spent[pace.fixed_days :]
        return kept
    if goal_day is not None:
        change[goal_day:] = 0.0
    return np.asarray(spent + change)


def _filled(values: Array) -> Array:
    """Values after the last good day are that day's."""
    good = np.isfinite(values)
    last = len(values) - 1 - int(good[::-1].argmax())
    return np.where(good, values, values[last])
