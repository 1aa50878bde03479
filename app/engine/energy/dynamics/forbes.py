"""The Forbes curve over a change of any size: how much of it is fat, how much is lean."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.energy.body.composition import FAT_KCAL_PER_KG, FORBES_KG, LEAN_KCAL_PER_KG
from app.engine.energy.dynamics.bodies import Array

_STEPS = 30
"""Newton's steps square the error; ten suffice, from any start that a body can have."""


@dataclass(frozen=True, slots=True)
class TissueChange:
    """A change of body mass, parted; gains positive [kg]."""

    fat_kg: Array
    lean_kg: Array

    @property
    def energy_kcal(self) -> Array:
        """What the change stores, or gives where it is negative."""
        return np.asarray(FAT_KCAL_PER_KG * self.fat_kg + LEAN_KCAL_PER_KG * self.lean_kg)


def tissue_change(
    fat_mass_kg: npt.ArrayLike, change_kg: npt.ArrayLike, forbes_kg: npt.ArrayLike = FORBES_KG
) -> TissueChange:
    """Fat and lean parts of a finite change of mass, from a fat mass above 0.

    Solves F1 + C ln F1 = F0 + C ln F0 + change by Newton's steps in ln F, which come down to the
    root from above and so never overshoot. Hall (2007) Br J Nutr 97:1059.
    """
    start, change, forbes = np.broadcast_arrays(
        *(np.asarray(value, dtype=np.float64) for value in (fat_mass_kg, change_kg, forbes_kg))
    )
    if not np.all(start > 0.0):
        raise ValueError("fat mass has to be above 0")
    wanted = start + forbes * np.log(start) + change
    log_fat = np.log(np.maximum(wanted, 1.0))
    for _ in range(_STEPS):
        fat = np.exp(log_fat)
        log_fat = log_fat - (fat + forbes * log_fat - wanted) / (fat + forbes)
    fat_change = np.exp(log_fat) - start
    return TissueChange(np.asarray(fat_change), np.asarray(change - fat_change))
