"""The model of Hall (2011) as the NIH Body Weight Planner runs it, for many people at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.calibration import Model, calibrated, making_cost
from app.engine.energy.dynamics.conditions import Conditions, Days, laid_out
from app.engine.energy.dynamics.trajectory import Trajectory, masses, trajectory

FASTEST_RATE_PER_STEP = 2.0
"""Glycogen of big eaters moves at a rate for which a step of a day would be unstable (2.8)."""


@dataclass(frozen=True, slots=True)
class _Today:
    """What drives the five quantities on one day."""

    eaten_kcal: Array
    carbohydrate_kcal: Array
    water_drive_mg: Array
    adapted_kcal: Array
    fixed_kcal: Array
    """Spent whatever the body weighs."""
    activity_kcal_per_kg: Array


def simulate(model: Model, conditions: Conditions, days: int) -> Trajectory:
    """Bodies at the start of days 0 ... `days`; fourth-order Runge-Kutta, one step a day.

    Who eats so much that glycogen would be unstable gets more steps, nobody else.
    Hall et al. (2011) Lancet 378:826, web appendix eqs 1 to 9; NIH Body Weight Planner.
    """
    laid = laid_out(conditions, model.bodies.people, days)
    states = np.empty((days + 1, 5, model.bodies.people))
    spent = np.empty((days + 1, model.bodies.people))
    for which, part, of_part, steps in _groups(model, laid):
        for day, (state, energy) in enumerate(_run(part, of_part, steps)):
            states[day][:, which], spent[day][which] = state, energy
    return trajectory(states, spent, model)


def final_state(model: Model, conditions: Conditions, days: int) -> Array:
    """The five quantities of each person on the last day, without keeping the days between."""
    laid = laid_out(conditions, model.bodies.people, days)
    final = np.empty_like(model.start)
    for which, part, of_part, steps in _groups(model, laid):
        *_, (state, _) = _run(part, of_part, steps)
        final[:, which] = state
    return final


def activity_kcal_per_kg(
    model: Model, change: npt.ArrayLike = 0.0, more_kcal_per_day: npt.ArrayLike = 0.0
) -> Array:
    """The activity coefficient after a change of activity, at least 0 [kcal/kg/d]."""
    more = np.asarray(more_kcal_per_day, dtype=np.float64) / model.bodies.body_mass_kg
    factor = 1.0 + np.asarray(change, dtype=np.float64)
    return np.asarray(np.maximum(model.activity_kcal_per_kg * factor + more, 0.0))


def holding_intake(model: Model, state: Array, activity: Array) -> Array:
    """Intake that holds a body where it is, once it has got used to it [kcal/d].

    The planner's (K + gamma L + gamma F + delta mass) / (1 - beta) at the mass of now, depleted
    glycogen and water included; `activity` is the coefficient of that day [kcal/kg/d].
    """
    constants = model.constants
    spent = (
        model.constant_kcal_per_day
        + constants.lean_upkeep_kcal_per_kg * state[1]
        + constants.fat_upkeep_kcal_per_kg * state[0]
        + activity * masses(state, model)
    )
    return np.asarray(np.maximum(spent / (1.0 - model.intake_share), 0.0))


def _groups(model: Model, laid: Days) -> Iterator[tuple[npt.NDArray[np.bool_], Model, Days, int]]:
    """People who take the same number of steps a day."""
    steps = _steps_per_day(model, laid)
    for count in np.unique(steps):
        which = steps == count
        if which.all():
            yield which, model, laid, int(count)
        else:
            part = calibrated(model.bodies.chosen(which), model.constants)
            yield which, part, laid.of(which), int(count)


def _steps_per_day(model: Model, laid: Days) -> npt.NDArray[np.intp]:
    """Glycogen near G returns at a rate of 2 kG G / rho G; G grows as the root of what is eaten."""
    constants, usual = model.constants, model.usual_carbohydrate_kcal
    most = (laid.intake_kcal * laid.carbohydrate_share).max(axis=0)
    ratio = np.maximum(most / usual, (model.start[2] / constants.glycogen_kg) ** 2)
    energy = constants.glycogen_kg * constants.glycogen_kcal_per_kg
    rate = 2.0 * usual * np.sqrt(np.maximum(ratio, 1.0)) / energy
    return np.asarray(np.ceil(rate / FASTEST_RATE_PER_STEP), dtype=np.intp)


def _run(model: Model, laid: Days, steps: int) -> Iterator[tuple[Array, Array]]:
    """State and expenditure at the start of each day, and after the last."""
    state = model.start
    for day in range(laid.count):
        today = _today(model, laid, day, state)
        rates, spent = _rates(model, today, state)
        yield state, spent
        state = _stepped(model, today, state, rates, 1.0 / steps)
        for _ in range(steps - 1):
            rates, _ = _rates(model, today, state)
            state = _stepped(model, today, state, rates, 1.0 / steps)
    _, spent = _rates(model, today, state)
    yield state, spent


def _stepped(model: Model, today: _Today, state: Array, first: Array, length: float) -> Array:
    """A step of Runge-Kutta from the rates at its beginning [days]."""
    second, _ = _rates(model, today, state + 0.5 * length * first)
    third, _ = _rates(model, today, state + 0.5 * length * second)
    fourth, _ = _rates(model, today, state + length * third)
    return np.asarray(state + length / 6.0 * (first + 2.0 * (second + third) + fourth))


def _today(model: Model, laid: Days, day: int, state: Array) -> _Today:
    constants, balance = model.constants, model.balance_kcal_per_day
    activity = activity_kcal_per_kg(model, laid.activity_change[day], laid.activity_kcal[day])
    eaten = laid.intake_kcal[day]
    if (holding := laid.holding[day]).any():
        eaten = np.where(holding, holding_intake(model, state, activity), eaten)
    carbohydrate = laid.carbohydrate_share[day] * eaten
    usual_sodium = constants.sodium_mg_per_day
    sodium = usual_sodium * eaten / balance if laid.sodium_mg is None else laid.sodium_mg[day]
    less_carbohydrate = 1.0 - carbohydrate / model.usual_carbohydrate_kcal
    return _Today(
        eaten,
        carbohydrate,
        sodium - usual_sodium - constants.carbohydrate_sodium_mg * less_carbohydrate,
        model.bodies.adaptation_share * eaten,
        model.constant_kcal_per_day
        + laid.unexplained_kcal[day]
        + constants.digestion_share * eaten,
        activity,
    )


def _rates(model: Model, today: _Today, state: Array) -> tuple[Array, Array]:
    """Change of the five quantities in a day, and expenditure [kcal/d]: eqs 1 to 9."""
    constants = model.constants
    fat, lean, glycogen, water, adapted = state
    usual = model.usual_carbohydrate_kcal * (glycogen / constants.glycogen_kg) ** 2
    glycogen_kcal = today.carbohydrate_kcal - usual
    offered = today.eaten_kcal - glycogen_kcal
    spent = (
        today.fixed_kcal
        + constants.lean_upkeep_kcal_per_kg * lean
        + constants.fat_upkeep_kcal_per_kg * fat
        + today.activity_kcal_per_kg * masses(state, model)
        + adapted
    )
    left = offered - spent
    partition = np.where(left < 0.0, model.partition_losing_kg, model.partition_gaining_kg)
    share_lean = partition / (partition + fat)
    cost = making_cost(share_lean, constants)
    left = left / (1.0 + cost)
    to_lean = share_lean * left
    rates = np.empty_like(state)
    rates[0] = (left - to_lean) / constants.fat_kcal_per_kg
    rates[1] = to_lean / constants.lean_kcal_per_kg
    rates[2] = glycogen_kcal / constants.glycogen_kcal_per_kg
    excreted = constants.sodium_excretion_mg_per_l * water
    rates[3] = (today.water_drive_mg - excreted) / constants.sodium_mg_per_l
    rates[4] = (today.adapted_kcal - adapted) / constants.adaptation_days
    return rates, offered - left
