"""The only conversion factors in the program. Inside, everything is SI (and kcal)."""

from typing import Literal

MassUnit = Literal["kg", "lb"]

KG: MassUnit = "kg"
LB: MassUnit = "lb"

KG_PER_LB = 0.45359237
"""Exact by definition: international yard and pound agreement, 1959."""

KG_PER_UNIT: dict[MassUnit, float] = {"kg": 1.0, "lb": KG_PER_LB}

CM_PER_M = 100.0
SECONDS_PER_DAY = 86_400.0
DAYS_PER_WEEK = 7.0
DAYS_PER_YEAR = 365.25
SECONDS_PER_MINUTE = 60.0

KJ_PER_KCAL = 4.184
"""The thermochemical calorie."""


def mass_unit(name: str) -> MassUnit:
    """The unit of this name, which must be one of the two."""
    return {"kg": KG, "lb": LB}[name]


def to_kg(value: float, unit: MassUnit) -> float:
    """A mass in kilograms [kg]."""
    return value * KG_PER_UNIT[unit]


def from_kg(mass_kg: float, unit: MassUnit) -> float:
    """A mass in the unit asked, rounded to a millionth so that 135 lb comes back as 135 lb."""
    return round(mass_kg / KG_PER_UNIT[unit], 6)


def mass_text(mass_kg: float, unit: MassUnit) -> str:
    """A mass as a person reads it: `62.5 kg`, `135 lb`."""
    return f"{round(from_kg(mass_kg, unit), 2):g} {unit}"
