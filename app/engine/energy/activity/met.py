"""Energy from metabolic equivalents: the arithmetic of the Compendium.

One MET is 3.5 ml of oxygen per kg and minute, or about 1 kcal per kg and hour. The two are told as
if they were the same and differ by exactly 5 %: a litre of oxygen is 5 kcal, so 3.5 ml a minute
is 1.05 kcal an hour. An answer here says which it uses.
"""

from collections.abc import Mapping
from enum import StrEnum

MINUTES_PER_HOUR = 60.0
MINUTES_PER_DAY = 1440.0
KCAL_PER_LITRE_OXYGEN = 5.0
OXYGEN_PER_MET = 3.5
"""[ml/kg/min]"""
ML_PER_LITRE = 1000.0
RESTING_MET = 1.0


class MetForm(StrEnum):
    KCAL_PER_KG_HOUR = "kcal_per_kg_hour"
    """MET x kg x h."""
    OXYGEN = "oxygen"
    """MET x 3.5 / 200 x kg x min: 5 % more."""


_KCAL_PER_MET_KG_HOUR: Mapping[MetForm, float] = {
    MetForm.KCAL_PER_KG_HOUR: 1.0,
    MetForm.OXYGEN: OXYGEN_PER_MET / ML_PER_LITRE * KCAL_PER_LITRE_OXYGEN * MINUTES_PER_HOUR,
}


def gross_kcal(
    met: float, body_mass_kg: float, minutes: float, form: MetForm = MetForm.KCAL_PER_KG_HOUR
) -> float:
    """Everything that is spent in the time, rest and all [kcal]."""
    return met * _KCAL_PER_MET_KG_HOUR[form] * body_mass_kg * minutes / MINUTES_PER_HOUR


def net_kcal(
    met: float, body_mass_kg: float, minutes: float, form: MetForm = MetForm.KCAL_PER_KG_HOUR
) -> float:
    """What is spent above rest [kcal]: all that may be added to a total that holds the rest."""
    return gross_kcal(met - RESTING_MET, body_mass_kg, minutes, form)


def resting_oxygen(resting_kcal_per_day: float, body_mass_kg: float) -> float:
    """Oxygen at rest [ml/kg/min] that a resting energy stands for."""
    litres_per_min = resting_kcal_per_day / MINUTES_PER_DAY / KCAL_PER_LITRE_OXYGEN
    return litres_per_min * ML_PER_LITRE / body_mass_kg


def corrected_met(met: float, resting_kcal_per_day: float, body_mass_kg: float) -> float:
    """A MET as a multiple of one's own rest, where the resting energy is Harris-Benedict's.

    It tells how hard the activity is for this person. Times one's own rest it is what 3.5 ml gives
    anyhow, so it changes no energy: never use both.
    """
    return met * OXYGEN_PER_MET / resting_oxygen(resting_kcal_per_day, body_mass_kg)
