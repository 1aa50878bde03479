"""Bodies over days, as the model moves them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.calibration import Model
from app.engine.units import CM_PER_M

LEAST_BMI = 15.0
"""Below, the model has lost all sense: it starves people without end and they stay alive."""


@dataclass(frozen=True, slots=True)
class Trajectory:
    """People by days 0 ... n, each at the start of the day; NaN from the first day below BMI 15."""

    body_mass_kg: Array
    fat_mass_kg: Array
    lean_tissue_kg: Array
    """All that is neither fat nor a change of glycogen or of extracellular water."""
    glycogen_kg: Array
    extracellular_water_kg: Array
    """Above that of energy balance."""
    adaptation_kcal_per_day: Array
    expenditure_kcal_per_day: Array

    @property
    def lean_mass_kg(self) -> Array:
        """All that is not fat: body mass less fat mass."""
        return self.body_mass_kg - self.fat_mass_kg

    @property
    def body_fat_percent(self) -> Array:
        return 100.0 * self.fat_mass_kg / self.body_mass_kg

    @property
    def last_day(self) -> npt.NDArray[np.intp]:
        """Of each person, the last day that has numbers."""
        return np.asarray(np.isfinite(self.body_mass_kg).sum(axis=1) - 1)


def masses(state: Array, model: Model) -> Array:
    """Body mass of a state: days first, then the five quantities, then people [kg]."""
    usual, water = model.constants.glycogen_kg, model.constants.water_kg_per_kg_glycogen
    fat, lean, glycogen, extracellular = (state[..., index, :] for index in range(4))
    return np.asarray(fat + lean + (1.0 + water) * (glycogen - usual) + extracellular)


def trajectory(states: Array, spent: Array, model: Model) -> Trajectory:
    """Recorded states (days, quantities, people) and expenditure (days, people) as a trajectory."""
    body_mass = masses(states, model)
    least = LEAST_BMI * (model.bodies.height_cm / CM_PER_M) ** 2
    gone = np.logical_or.accumulate(body_mass < least, axis=0)
    gone[0] = False

    def shown(values: Array) -> Array:
        return np.where(gone, np.nan, values).T

    fat, lean, glycogen, water, adaptation = (shown(states[:, index]) for index in range(5))
    return Trajectory(shown(body_mass), fat, lean, glycogen, water, adaptation, shown(spent))
