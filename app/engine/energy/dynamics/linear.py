"""The linear form of the model: one time constant, one energy density, answers in closed form.

Good to a few tenths of a kilogram for months near the start; water and glycogen are left out.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.energy.body.composition import FORBES_KG
from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.calibration import Model
from app.engine.energy.dynamics.constants import NIH_PLANNER, Constants


@dataclass(frozen=True, slots=True)
class LinearModel:
    """rho, epsilon and the time constant of each person; made by `linearised`."""

    body_mass_kg: Array
    alpha: Array
    """Lean over fat in a small change of mass, by Forbes."""
    kcal_per_kg: Array
    """rho: energy that a kilogram of lasting change takes."""
    kcal_per_kg_per_day: Array
    """epsilon: what a kilogram more spends in a day, all told."""
    activity_kcal_per_kg: Array
    """Of it, the change of the activity coefficient against the start."""
    intake_share: float
    """beta: share of a change of intake that expenditure follows."""

    @property
    def time_constant_days(self) -> Array:
        """tau: days to 63 % of the way to the new steady mass."""
        return np.asarray(self.kcal_per_kg / self.kcal_per_kg_per_day)

    @property
    def half_time_days(self) -> Array:
        return np.asarray(np.log(2.0) * self.time_constant_days)

    def steady_change_kg(self, change_kcal_per_day: npt.ArrayLike) -> Array:
        """Change of mass after years of `change_kcal_per_day` more intake [kg]."""
        return np.asarray(self._imbalance(change_kcal_per_day) / self.kcal_per_kg_per_day)

    def body_mass_after(self, day: npt.ArrayLike, change_kcal_per_day: npt.ArrayLike) -> Array:
        """Body mass on a day, with `change_kcal_per_day` more intake than balance [kg]."""
        done = 1.0 - np.exp(-np.asarray(day, dtype=np.float64) / self.time_constant_days)
        return np.asarray(self.body_mass_kg + self.steady_change_kg(change_kcal_per_day) * done)

    def intake_change(self, body_mass_kg: npt.ArrayLike, kg_per_day: npt.ArrayLike) -> Array:
        """Intake above that of the start, read from mass and its slope [kcal/d].

        Sanghvi et al. (2015) Am J Clin Nutr 102:353: the mean of a group came within 40 kcal a
        day, single people within 132 for most.
        """
        away = np.asarray(body_mass_kg, dtype=np.float64) - self.body_mass_kg
        stored = self.kcal_per_kg * np.asarray(kg_per_day, dtype=np.float64)
        moved = self.activity_kcal_per_kg * self.body_mass_kg / (1.0 - self.intake_share)
        return np.asarray(stored + self.kcal_per_kg_per_day * away + moved)

    def _imbalance(self, change_kcal_per_day: npt.ArrayLike) -> Array:
        moved = self.activity_kcal_per_kg * self.body_mass_kg / (1.0 - self.intake_share)
        return np.asarray(np.asarray(change_kcal_per_day, dtype=np.float64) - moved)


def linearised(model: Model, activity_change: npt.ArrayLike = 0.0) -> LinearModel:
    """The model near the mass it starts from; `activity_change` as a share of the coefficient.

    Hall et al. (2011), web appendix eqs 10 to 17.
    """
    own = np.asarray(activity_change, dtype=np.float64) * model.activity_kcal_per_kg
    people = model.bodies
    return linear_model(
        people.body_mass_kg, people.fat_mass_kg, model.activity_kcal_per_kg, own, model.constants
    )


def linear_model(
    body_mass_kg: npt.ArrayLike,
    fat_mass_kg: npt.ArrayLike,
    activity_kcal_per_kg: npt.ArrayLike,
    activity_change_kcal_per_kg: npt.ArrayLike = 0.0,
    constants: Constants = NIH_PLANNER,
) -> LinearModel:
    """The linear form from masses and the activity coefficient; fat mass above 0."""
    alpha = FORBES_KG / np.asarray(fat_mass_kg, dtype=np.float64)
    fat = constants.fat_making_kcal_per_kg + constants.fat_kcal_per_kg
    lean = constants.lean_making_kcal_per_kg + constants.lean_kcal_per_kg
    kept = 1.0 - constants.intake_share
    upkeep = constants.fat_upkeep_kcal_per_kg + alpha * constants.lean_upkeep_kcal_per_kg
    change = np.asarray(activity_change_kcal_per_kg, dtype=np.float64)
    activity = np.asarray(activity_kcal_per_kg, dtype=np.float64) + change
    return LinearModel(
        np.asarray(body_mass_kg, dtype=np.float64),
        np.asarray(alpha),
        np.asarray((fat + alpha * lean) / (kept * (1.0 + alpha))),
        np.asarray((upkeep / (1.0 + alpha) + activity) / kept),
        change,
        constants.intake_share,
    )
