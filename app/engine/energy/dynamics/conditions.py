"""What people eat and do, day by day."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.energy.dynamics.bodies import Array
from app.engine.energy.dynamics.calibration import BASELINE_CARBOHYDRATE_SHARE

ByDay = npt.ArrayLike
"""One number, one for each day, or people by days."""

MOST_INTAKE_KCAL = 20_000.0
"""Nobody eats more in a day, not even on a cycling tour."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is eaten and done from day 0 on."""

    intake_kcal_per_day: ByDay
    carbohydrate_share: ByDay = BASELINE_CARBOHYDRATE_SHARE
    """Of the energy eaten, 0 to 1."""
    sodium_mg_per_day: ByDay | None = None
    """Eaten; None lets it follow intake, 4,000 mg in energy balance."""
    activity_change: ByDay = 0.0
    """Of the activity coefficient, as a share of it: 0.5 is half as much again, -1 none."""
    activity_kcal_per_day: ByDay = 0.0
    """Net of rest, more than before, at the mass of day 0; it falls and rises with mass.
    Nobody moves less than not at all: the activity coefficient stays at 0 or above."""
    unexplained_kcal_per_day: ByDay = 0.0
    """Spent beside the model's own; for draws of what nobody can foresee."""
    holding: npt.ArrayLike = False
    """True on days when just what holds the body is eaten, whatever the intake says."""


@dataclass(frozen=True, slots=True)
class Days:
    """Conditions laid out as days by people."""

    intake_kcal: Array
    carbohydrate_share: Array
    sodium_mg: Array | None
    activity_change: Array
    activity_kcal: Array
    unexplained_kcal: Array
    holding: npt.NDArray[np.bool_]

    @property
    def count(self) -> int:
        return len(self.intake_kcal)

    def of(self, which: npt.NDArray[np.bool_]) -> "Days":
        """The same days of some of the people."""
        return Days(
            self.intake_kcal[:, which],
            self.carbohydrate_share[:, which],
            None if self.sodium_mg is None else self.sodium_mg[:, which],
            self.activity_change[:, which],
            self.activity_kcal[:, which],
            self.unexplained_kcal[:, which],
            self.holding[:, which],
        )


def laid_out(conditions: Conditions, people: int, days: int) -> Days:
    """Conditions as days by people; ValueError where they do not fit or cannot be eaten."""
    if days < 1:
        raise ValueError("a simulation needs at least one day")
    sodium = conditions.sodium_mg_per_day
    laid = Days(
        _laid(conditions.intake_kcal_per_day, people, days),
        _laid(conditions.carbohydrate_share, people, days),
        None if sodium is None else _laid(sodium, people, days),
        _laid(conditions.activity_change, people, days),
        _laid(conditions.activity_kcal_per_day, people, days),
        _laid(conditions.unexplained_kcal_per_day, people, days),
        _laid(conditions.holding, people, days) > 0.0,
    )
    _check(laid)
    return laid


def _laid(values: npt.ArrayLike, people: int, days: int) -> Array:
    array = np.asarray(values, dtype=np.float64)
    if not np.all(np.isfinite(array)):
        raise ValueError("conditions have to be finite")
    if array.ndim == 2:
        return np.broadcast_to(array.T, (days, people))
    return np.broadcast_to(array[..., None], (days, people))


def _check(laid: Days) -> None:
    if np.any((laid.intake_kcal < 0.0) | (laid.intake_kcal > MOST_INTAKE_KCAL)):
        raise ValueError("intake has to be 0 to 20,000 kcal a day")
    if np.any((laid.carbohydrate_share < 0.0) | (laid.carbohydrate_share > 1.0)):
        raise ValueError("the share of carbohydrate has to be 0 to 1")
    if laid.sodium_mg is not None and np.any(laid.sodium_mg < 0.0):
        raise ValueError("sodium has to be 0 mg or more")
    if np.any(laid.activity_change < -1.0):
        raise ValueError("activity cannot fall by more than all of it")
