"""People as arrays, and how the planner describes one of whom only the plainest is known."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from app.engine.energy.body.composition import body_mass_index, jackson_2002
from app.engine.energy.dynamics.constants import NIH_PLANNER
from app.engine.records import Sex

Array = npt.NDArray[np.float64]

_SEX_TERM: Mapping[Sex, float] = {Sex.MALE: 166.0, Sex.FEMALE: 0.0}


@dataclass(frozen=True, slots=True)
class Bodies:
    """People at the start, one entry of each array a person; made by `bodies`."""

    body_mass_kg: Array
    fat_mass_kg: Array
    height_cm: Array
    resting_kcal_per_day: Array
    expenditure_kcal_per_day: Array
    """Total, on the day it starts, of somebody who eats `eaten_kcal_per_day`."""
    eaten_kcal_per_day: Array
    """What was eaten in the weeks before; equal to expenditure where mass was steady."""
    adaptation_share: Array
    """Own beta AT."""
    partition: Array
    """Own Forbes constant over the average one."""
    partition_losing: Array
    """A further factor on it while tissue is lost."""

    @property
    def people(self) -> int:
        return len(self.body_mass_kg)

    def repeated(self, times: int) -> "Bodies":
        """Each person `times` times in a row."""
        return Bodies(*(np.repeat(getattr(self, field.name), times) for field in fields(self)))

    def chosen(self, which: npt.NDArray[np.bool_]) -> "Bodies":
        return Bodies(*(getattr(self, field.name)[which] for field in fields(self)))


def bodies(
    *,
    body_mass_kg: npt.ArrayLike,
    fat_mass_kg: npt.ArrayLike,
    height_cm: npt.ArrayLike,
    resting_kcal_per_day: npt.ArrayLike,
    expenditure_kcal_per_day: npt.ArrayLike,
    eaten_kcal_per_day: npt.ArrayLike | None = None,
    adaptation_share: npt.ArrayLike = NIH_PLANNER.adaptation_share,
    partition: npt.ArrayLike = 1.0,
    partition_losing: npt.ArrayLike = 1.0,
) -> Bodies:
    """People from numbers or arrays that broadcast; ValueError where one is not above 0.

    Without `eaten_kcal_per_day` they are in energy balance.
    """
    eaten = expenditure_kcal_per_day if eaten_kcal_per_day is None else eaten_kcal_per_day
    measured = (
        body_mass_kg,
        fat_mass_kg,
        height_cm,
        resting_kcal_per_day,
        expenditure_kcal_per_day,
        eaten,
    )
    own = (adaptation_share, partition, partition_losing)
    arrays = np.broadcast_arrays(
        *(np.atleast_1d(np.asarray(value, dtype=np.float64)) for value in (*measured, *own))
    )
    if not all(np.all(np.isfinite(array)) for array in arrays):
        raise ValueError("a body needs finite numbers")
    if not all(np.all(array > 0.0) for array in arrays[: len(measured) - 1]):
        raise ValueError("a body needs masses, height and energies above 0")
    if np.any(arrays[1] >= arrays[0]):
        raise ValueError("fat mass has to be below body mass")
    return Bodies(*arrays)


def planner_resting(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """Resting energy as the planner takes it [kcal/d]: Mifflin, coefficients not rounded.

    Mifflin et al. (1990); up to 3 kcal from the rounded form that answers elsewhere use.
    """
    plain = 9.99 * body_mass_kg + 6.25 * height_cm - 4.92 * age_years
    return plain + _SEX_TERM[sex] - 161.0


def planner_body(
    sex: Sex,
    age_years: float,
    height_cm: float,
    body_mass_kg: float,
    activity_level: float,
    body_fat_percent: float | None = None,
) -> Bodies:
    """One adult as the planner starts one: Mifflin times `activity_level`, fat by Jackson (2002).

    `activity_level` is total over resting energy, 1.0 to 2.5.
    """
    resting = planner_resting(sex, age_years, height_cm, body_mass_kg)
    bmi = body_mass_index(body_mass_kg, height_cm)
    percent = jackson_2002(sex, age_years, bmi) if body_fat_percent is None else body_fat_percent
    return bodies(
        body_mass_kg=body_mass_kg,
        fat_mass_kg=body_mass_kg * percent / 100.0,
        height_cm=height_cm,
        resting_kcal_per_day=resting,
        expenditure_kcal_per_day=resting * activity_level,
    )
