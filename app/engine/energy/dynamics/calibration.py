"""What makes the model spend as a person does: its constant K and its activity coefficient."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from app.engine.energy.dynamics.bodies import Array, Bodies
from app.engine.energy.dynamics.constants import NIH_PLANNER, Constants

Number = TypeVar("Number", float, Array)

BASELINE_CARBOHYDRATE_SHARE = 0.5
"""Of energy eaten before the start, as in the planner; 5 in 10 is what people eat on average."""


@dataclass(frozen=True, slots=True)
class Model:
    """People with the model fitted to them; made by `calibrated`."""

    bodies: Bodies
    constants: Constants
    balance_kcal_per_day: Array
    """Intake that would have held the body as it starts."""
    constant_kcal_per_day: Array
    """K: what is spent whatever the body weighs."""
    activity_kcal_per_kg: Array
    """delta: what a kilogram carried about spends in a day."""
    partition_gaining_kg: Array
    partition_losing_kg: Array
    start: Array
    """Fat, lean, glycogen, extracellular water above the usual [kg], adaptation [kcal/d]."""

    @property
    def intake_share(self) -> Array:
        """Own beta: share of a change of intake that expenditure ends up following."""
        return self.constants.digestion_share + self.bodies.adaptation_share

    @property
    def usual_carbohydrate_kcal(self) -> Array:
        return BASELINE_CARBOHYDRATE_SHARE * self.balance_kcal_per_day


def calibrated(people: Bodies, constants: Constants = NIH_PLANNER) -> Model:
    """The model whose expenditure on day 0 is each person's own.

    In energy balance this is the planner's start: delta = (0.9 TEE - RMR) / mass, K the rest.
    Who has eaten otherwise for weeks starts with the glycogen, water and adaptation of that
    intake, and K takes the difference. Where 0.9 TEE is below resting energy, delta is 0: the
    planner's would be negative and expenditure would rise as mass falls.

    Hall et al. (2011), web appendix eqs 8 and 9. ValueError where no intake could hold the body.
    """
    balance = _balance(people, constants)
    if not np.all(balance > 0.0):
        raise ValueError("what was eaten is too far from expenditure for any balance")
    ratio = people.eaten_kcal_per_day / balance
    glycogen = constants.glycogen_kg * np.sqrt(ratio)
    water = _steady_water(ratio, constants)
    adaptation = people.adaptation_share * people.eaten_kcal_per_day
    stored = (1.0 + constants.water_kg_per_kg_glycogen) * (glycogen - constants.glycogen_kg)
    lean = people.body_mass_kg - people.fat_mass_kg - stored - water
    spent_in_motion = (1.0 - constants.digestion_share) * balance - people.resting_kcal_per_day
    activity = np.maximum(spent_in_motion, 0.0) / people.body_mass_kg
    upkeep = (
        constants.lean_upkeep_kcal_per_kg * lean
        + constants.fat_upkeep_kcal_per_kg * people.fat_mass_kg
        + activity * people.body_mass_kg
    )
    kept = 1.0 - constants.digestion_share - people.adaptation_share
    partition = constants.partition_kg * people.partition
    return Model(
        people,
        constants,
        balance,
        kept * balance - upkeep,
        activity,
        partition,
        partition * people.partition_losing,
        np.stack([people.fat_mass_kg, lean, glycogen, water, adaptation]),
    )


def making_cost(share_lean: Number, constants: Constants) -> Number:
    """Energy spent on laying down tissue, for each kilocalorie stored: eq. 9."""
    fat = constants.fat_making_kcal_per_kg / constants.fat_kcal_per_kg
    lean = constants.lean_making_kcal_per_kg / constants.lean_kcal_per_kg
    return fat + share_lean * (lean - fat)


def _balance(people: Bodies, constants: Constants) -> Array:
    """Intake at which expenditure, freed of what was eaten lately, equals intake."""
    losing = people.eaten_kcal_per_day < people.expenditure_kcal_per_day
    own = people.partition * np.where(losing, people.partition_losing, 1.0)
    partition = constants.partition_kg * own
    cost = making_cost(partition / (partition + people.fat_mass_kg), constants)
    share = constants.digestion_share + people.adaptation_share
    spent = people.expenditure_kcal_per_day * (1.0 + cost)
    return np.asarray((spent - people.eaten_kcal_per_day * (share + cost)) / (1.0 - share))


def _steady_water(ratio: Array, constants: Constants) -> Array:
    """Extracellular water above the usual of who has long eaten `ratio` times the balance [kg].

    Eq. 2 at rest, sodium and carbohydrate both following intake.
    """
    sodium = constants.sodium_mg_per_day + constants.carbohydrate_sodium_mg
    return np.asarray(sodium * (ratio - 1.0) / constants.sodium_excretion_mg_per_l)
