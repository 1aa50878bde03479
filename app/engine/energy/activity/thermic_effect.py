"""What it costs to digest and store food; part of every total, and never added to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.energy.target.macronutrients import (
    KCAL_PER_G_CARBOHYDRATE,
    KCAL_PER_G_FAT,
    KCAL_PER_G_PROTEIN,
)

KCAL_PER_G_ALCOHOL = 7.0


@dataclass(frozen=True, slots=True)
class EnergyRange:
    """What studies find [kcal]; not an interval of probability."""

    low: float
    value: float
    high: float


SHARES: Mapping[str, EnergyRange] = MappingProxyType(
    {
        "protein": EnergyRange(0.20, 0.25, 0.30),
        "carbohydrate": EnergyRange(0.05, 0.075, 0.10),
        "fat": EnergyRange(0.0, 0.025, 0.03),
        "alcohol": EnergyRange(0.10, 0.20, 0.30),
    }
)
"""Of the nutrient's energy (source `thermic_effect`); from secondary texts."""
_KCAL_PER_G: Mapping[str, float] = MappingProxyType(
    {
        "protein": KCAL_PER_G_PROTEIN,
        "carbohydrate": KCAL_PER_G_CARBOHYDRATE,
        "fat": KCAL_PER_G_FAT,
        "alcohol": KCAL_PER_G_ALCOHOL,
    }
)


def thermic_effect(grams: Mapping[str, float]) -> EnergyRange:
    """From the grams of protein, carbohydrate, fat and alcohol [kcal]; KeyError for another name.

    The factor for alcohol is the middle of 10 to 30 %.
    """
    energies = {name: gram * _KCAL_PER_G[name] for name, gram in grams.items()}
    return EnergyRange(
        sum(SHARES[name].low * energy for name, energy in energies.items()),
        sum(SHARES[name].value * energy for name, energy in energies.items()),
        sum(SHARES[name].high * energy for name, energy in energies.items()),
    )
