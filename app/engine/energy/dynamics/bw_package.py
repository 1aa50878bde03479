"""The same model as the R package `bw` computes it: other constants, another start, other steps.

Kept as a second opinion: its numbers are published, and ours have to stay near them. It starts
without adaptation, sodium does not follow intake, and lean mass is without water. The package
once added the change of glycogen in kilograms to kilocalories; here, as in its later versions,
the change is multiplied by glycogen's energy.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.engine.energy.body.composition import body_mass_index, jackson_2002
from app.engine.energy.body.water import extracellular_water
from app.engine.energy.dynamics.bodies import Array, planner_resting
from app.engine.energy.dynamics.calibration import making_cost
from app.engine.energy.dynamics.constants import BW_PACKAGE
from app.engine.records import Sex

_CARBOHYDRATE_SHARE = 0.5
_WET = 1.0 + BW_PACKAGE.water_kg_per_kg_glycogen
"""A kilogram of glycogen with its water [kg]."""


@dataclass(frozen=True, slots=True)
class BwTrajectory:
    """One person on days 0 ... n."""

    body_mass_kg: Array
    fat_mass_kg: Array
    lean_kg: Array
    """Without extracellular water, glycogen and its water."""
    extracellular_kg: Array
    glycogen_kg: Array
    adaptation_kcal_per_day: Array


@dataclass(frozen=True, slots=True)
class _Person:
    """What does not change while a person eats otherwise."""

    fat_kg: float
    lean_kg: float
    extracellular_kg: float
    constant_kcal: float
    activity_kcal_per_kg: float
    balance_kcal: float
    change_kcal: float


def adult_weight(
    sex: Sex,
    age_years: float,
    height_cm: float,
    body_mass_kg: float,
    activity_level: float,
    change_kcal_per_day: float,
    days: int,
) -> BwTrajectory:
    """One adult who eats `change_kcal_per_day` more than in energy balance, from day 0 on.

    Glycogen, water and adaptation take their Runge-Kutta step first; lean tissue then takes its
    own, with their mean at half a day and fat on the Forbes curve. R package `bw`, after 2023.
    """
    person = _person(sex, age_years, height_cm, body_mass_kg, activity_level, change_kcal_per_day)
    lean_kg = person.lean_kg
    slow = np.array([BW_PACKAGE.glycogen_kg, person.extracellular_kg, 0.0])
    rows = [(lean_kg, *slow)]
    for _ in range(days):
        after = _step(lambda state: _slow_rates(person, state), slow)
        lean_kg = _lean_step(person, lean_kg, slow, after)
        slow = after
        rows.append((lean_kg, *slow))
    return _recorded(person, np.array(rows))


def _recorded(person: _Person, rows: Array) -> BwTrajectory:
    lean, glycogen, extracellular, adaptation = rows.T
    fat = np.array([_fat(person, one) for one in lean])
    body_mass = fat + lean + extracellular + _WET * glycogen
    return BwTrajectory(body_mass, fat, lean, extracellular, glycogen, adaptation)


def _person(
    sex: Sex, age: float, height_cm: float, mass_kg: float, level: float, change_kcal: float
) -> _Person:
    resting = planner_resting(sex, age, height_cm, mass_kg)
    percent = jackson_2002(sex, age, body_mass_index(mass_kg, height_cm))
    fat = percent * mass_kg / 100.0
    extracellular = extracellular_water(sex, age, height_cm, mass_kg)
    lean = mass_kg - fat - extracellular - _WET * BW_PACKAGE.glycogen_kg
    activity = ((1.0 - BW_PACKAGE.digestion_share) * level - 1.0) * resting / mass_kg
    upkeep = _upkeep(fat, lean) + activity * mass_kg
    return _Person(
        fat,
        lean,
        extracellular,
        level * resting - upkeep,
        activity,
        level * resting,
        change_kcal,
    )


def _upkeep(fat_kg: float, lean_kg: float) -> float:
    return BW_PACKAGE.fat_upkeep_kcal_per_kg * fat_kg + BW_PACKAGE.lean_upkeep_kcal_per_kg * lean_kg


def _fat(person: _Person, lean_kg: float) -> float:
    """Fat on the Forbes curve through the start, given lean tissue."""
    energy = BW_PACKAGE.lean_kcal_per_kg * (lean_kg - person.lean_kg)
    scale = BW_PACKAGE.fat_kcal_per_kg * BW_PACKAGE.partition_kg
    return person.fat_kg * float(np.exp(energy / scale))


def _step(rates: Callable[[Array], Array], state: Array) -> Array:
    first = rates(state)
    second = rates(state + 0.5 * first)
    third = rates(state + 0.5 * second)
    fourth = rates(state + third)
    return np.asarray(state + (first + 2.0 * (second + third) + fourth) / 6.0)


def _carbohydrates(person: _Person) -> tuple[float, float]:
    """Eaten now, and in energy balance [kcal/d]."""
    eaten = person.balance_kcal + person.change_kcal
    return _CARBOHYDRATE_SHARE * eaten, _CARBOHYDRATE_SHARE * person.balance_kcal


def _glycogen_rate(person: _Person, glycogen_kg: float) -> float:
    eaten, usual = _carbohydrates(person)
    used = usual * (glycogen_kg / BW_PACKAGE.glycogen_kg) ** 2
    return (eaten - used) / BW_PACKAGE.glycogen_kcal_per_kg


def _slow_rates(person: _Person, state: Array) -> Array:
    """Of glycogen, extracellular water and adaptation."""
    glycogen, extracellular, adaptation = state
    eaten, usual = _carbohydrates(person)
    excreted = BW_PACKAGE.sodium_excretion_mg_per_l * (extracellular - person.extracellular_kg)
    lost = BW_PACKAGE.carbohydrate_sodium_mg * (1.0 - eaten / usual)
    adapted = BW_PACKAGE.adaptation_share * person.change_kcal
    return np.array(
        [
            _glycogen_rate(person, glycogen),
            -(excreted + lost) / BW_PACKAGE.sodium_mg_per_l,
            (adapted - adaptation) / BW_PACKAGE.adaptation_days,
        ]
    )


def _lean_step(person: _Person, lean_kg: float, before: Array, after: Array) -> float:
    """A day of lean tissue, the slow quantities being `before` and `after` it."""
    half = 0.5 * (before + after)
    first = _lean_rate(person, lean_kg, before)
    second = _lean_rate(person, lean_kg + 0.5 * first, half)
    third = _lean_rate(person, lean_kg + 0.5 * second, half)
    fourth = _lean_rate(person, lean_kg + third, after)
    return lean_kg + (first + 2.0 * (second + third) + fourth) / 6.0


def _lean_rate(person: _Person, lean_kg: float, slow: Array) -> float:
    glycogen, extracellular, adaptation = (float(one) for one in slow)
    fat = _fat(person, lean_kg)
    share_lean = BW_PACKAGE.partition_kg / (BW_PACKAGE.partition_kg + fat)
    mass = fat + lean_kg + extracellular + _WET * glycogen
    spent = (
        person.constant_kcal
        + _upkeep(fat, lean_kg)
        + person.activity_kcal_per_kg * mass
        + BW_PACKAGE.digestion_share * person.change_kcal
        + adaptation
    )
    eaten = person.balance_kcal + person.change_kcal
    stored = BW_PACKAGE.glycogen_kcal_per_kg * _glycogen_rate(person, glycogen)
    left = (eaten - stored - spent) / (1.0 + making_cost(share_lean, BW_PACKAGE))
    return share_lean * left / BW_PACKAGE.lean_kcal_per_kg
