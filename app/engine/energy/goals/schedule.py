"""The intake of the months to come, asked for anew each week as the body changes."""

from dataclasses import dataclass, replace

import numpy as np

from app.engine.energy.body.composition import forbes_energy_density
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.goal import first_day
from app.engine.energy.dynamics.hall import activity_kcal_per_kg, holding_intake, simulate
from app.engine.energy.dynamics.trajectory import Trajectory, masses
from app.engine.energy.outlook.draws import central
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.safe_intake import IntakeLimit, least_of_all
from app.engine.energy.outlook.scenario import Scenario
from app.engine.units import DAYS_PER_WEEK

_WEEK = int(DAYS_PER_WEEK)


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


def weekly_schedule(start: Outset, pace: Pace, days: int, beside: Scenario) -> Schedule:
    """The intake that keeps a pace until its goal is reached, and then holds the body.

    Each week it is reckoned as a target is: expenditure of then, and the rate of the mass of then
    at the energy density of then. It never goes below the least that is advised; the rate is then
    slower. `beside` is all else that is done; its intake is not read.
    """
    floor = least_of_all(start)
    walk = _Walk(start, pace, days, beside)
    goal_day = floor_day = None
    while goal_day is None and len(walk.eaten) < days:
        wanted = walk.asked()
        kcal = max(wanted, floor.kcal_per_day)
        if floor_day is None and pace.rate_percent_per_week < 0.0 and kcal > wanted:
            floor_day = len(walk.eaten)
        goal_day = walk.week(kcal)
    eaten = tuple(walk.eaten)
    if goal_day is None:
        return Schedule(eaten, eaten, None, floor_day, floor)
    held = (walk.holding(),) * (days - goal_day)
    on_the_way = eaten + (eaten[-1:] or held[:1]) * len(held)
    return Schedule(eaten + held, on_the_way, goal_day, floor_day, floor)


class _Walk:
    """A body that is walked through the weeks, and what it has eaten so far."""

    def __init__(self, start: Outset, pace: Pace, days: int, beside: Scenario) -> None:
        self.eaten: list[float] = []
        self._pace, self._days, self._beside = pace, days, beside
        self._model = central(start, beside)
        self._spent_kcal = start.expenditure.value
        self._scale = 1.0
        if pace.kcal_per_kg is not None:
            self._scale = pace.kcal_per_kg / forbes_energy_density(start.body.fat_mass_kg)

    def asked(self) -> float:
        """What the target of the week that begins would be [kcal/d]."""
        if self._pace.fixed_kcal_per_day is not None:
            return self._pace.fixed_kcal_per_day
        state = self._model.start
        mass_kg, fat_kg = float(masses(state, self._model)[0]), float(state[0, 0])
        change_kg = self._pace.rate_percent_per_week / 100.0 * mass_kg / DAYS_PER_WEEK
        return self._spent_kcal + change_kg * forbes_energy_density(fat_kg) * self._scale

    def week(self, kcal: float) -> int | None:
        """Eats so much for a week, or up to the goal; the day of the goal where it is reached."""
        began = len(self.eaten)
        length = min(_WEEK, self._left())
        path = simulate(self._model, self._conditions(kcal, began, length), length)
        there = self._there(path)
        passed = length if there is None else there
        self.eaten += [kcal] * passed
        self._go_on(path, passed)
        is_last = self._pace.fixed_kcal_per_day is not None and self._left() == 0
        return None if there is None and not is_last else began + passed

    def holding(self) -> float:
        """What then holds the body, once it has got used to it [kcal/d]."""
        done = self._beside.conditions(1)
        activity = activity_kcal_per_kg(
            self._model, done.activity_change, done.activity_kcal_per_day
        )
        return float(holding_intake(self._model, self._model.start, activity)[0])

    def _left(self) -> int:
        fixed = self._pace.fixed_kcal_per_day is not None
        return (min(self._pace.fixed_days, self._days) if fixed else self._days) - len(self.eaten)

    def _conditions(self, kcal: float, began: int, length: int) -> Conditions:
        days = began + length
        done = replace(self._beside, intake_kcal_per_day=kcal).conditions(days)
        eaten, holding = (
            np.broadcast_to(np.asarray(by_day), days)[began:]
            for by_day in (done.intake_kcal_per_day, done.holding)
        )
        return replace(done, intake_kcal_per_day=eaten, holding=holding)

    def _there(self, path: Trajectory) -> int | None:
        goal_kg, rate = self._pace.goal_kg, self._pace.rate_percent_per_week
        if goal_kg is None or rate == 0.0 or self._pace.fixed_kcal_per_day is not None:
            return None
        day = float(first_day(path.body_mass_kg, goal_kg, losing=rate < 0.0)[0])
        return None if np.isinf(day) else int(day)

    def _go_on(self, path: Trajectory, day: int) -> None:
        """From the state of a day; where the model has ended, from the last that it had."""
        day = min(day, int(path.last_day[0]))
        state = np.stack([values[:, day] for values in _quantities(path)])
        self._model = replace(self._model, start=state)
        self._spent_kcal = float(path.expenditure_kcal_per_day[0, day])


def _quantities(path: Trajectory) -> tuple[Array, ...]:
    return (
        path.fat_mass_kg,
        path.lean_tissue_kg,
        path.glycogen_kg,
        path.extracellular_water_kg,
        path.adaptation_kcal_per_day,
    )
