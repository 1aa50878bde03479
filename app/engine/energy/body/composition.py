"""Fat and lean mass of a body, and what a kilogram of change is worth in energy."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.records import Athlete, Sex
from app.engine.units import CM_PER_M

FAT_KCAL_PER_KG = 9440.0
"""Energy of body fat; 39.5 MJ/kg (Hall 2011, web appendix)."""
LEAN_KCAL_PER_KG = 1807.0
"""Energy of lean tissue; 7.6 MJ/kg (Hall 2011, web appendix)."""
FORBES_KG = 10.4
"""Forbes (1987): d(fat-free mass) / d(fat mass) = 10.4 kg / fat mass."""
WISHNOFSKY_KCAL_PER_KG = 7700.0
"""The rule of 3,500 kcal to the pound (Wishnofsky 1958)."""

ADULT_AGE_YEARS = 18.0
"""Below, no equation of these rooms was measured."""
BODY_FAT_RANGE_PERCENT = (3.0, 65.0)
"""A reported body fat outside is not believed."""

DENSITY_FORBES = ReasonKind(
    "energy_density_forbes",
    "With about {fat_mass_kg:.0f} kg of body fat ({method}), a kilogram of change holds about "
    "{density_kcal_per_kg:.0f} kcal.",
    Basis.EVIDENCE,
    "forbes_1987",
)
DENSITY_CONVENTION = ReasonKind(
    "energy_density_convention",
    "Body fat is unknown, so a kilogram of change is taken as {density_kcal_per_kg:.0f} kcal; "
    "lean people are off by about 150 kcal a day with this.",
    Basis.CONVENTION,
    "wishnofsky_1958",
)


@dataclass(frozen=True, slots=True)
class Composition:
    """A body in two compartments, and how its fat is known."""

    fat_mass_kg: float
    fat_free_mass_kg: float
    method: str
    """`reported` or the name of the equation."""


@dataclass(frozen=True, slots=True)
class EnergyDensity:
    kcal_per_kg: float
    because: Reason


def body_mass_index(body_mass_kg: float, height_cm: float) -> float:
    """Body mass over height squared [kg/m²]."""
    return body_mass_kg / (height_cm / CM_PER_M) ** 2


_JACKSON_2002: Mapping[Sex, tuple[float, float]] = {
    Sex.MALE: (37.31, -103.94),
    Sex.FEMALE: (39.96, -102.01),
}


def jackson_2002_unheld(sex: Sex, age_years: float, bmi_kg_per_m2: float) -> float:
    """Body fat from body mass index, adults of 17 to 65 years [%]; as the equation has it.

    Standard error 4 to 5 points; a muscular athlete is read as fatter.
    Jackson et al. (2002) Int J Obes 26:789.
    """
    slope, intercept = _JACKSON_2002[sex]
    return 0.14 * age_years + slope * math.log(bmi_kg_per_m2) + intercept


def jackson_2002(sex: Sex, age_years: float, bmi_kg_per_m2: float) -> float:
    """The same, held to the range that is believed [%]; the equation inside the Hall model."""
    low, high = BODY_FAT_RANGE_PERCENT
    return min(max(jackson_2002_unheld(sex, age_years, bmi_kg_per_m2), low), high)


def reported_body_fat_percent(athlete: Athlete) -> float | None:
    """The body fat that the athlete gives, where it can be believed [%]."""
    low, high = BODY_FAT_RANGE_PERCENT
    percent = athlete.body_fat_percent
    return percent if percent is not None and low <= percent <= high else None


def composition(athlete: Athlete, body_mass_kg: float) -> Composition | None:
    """Fat and fat-free mass, from a reported body fat or else from Jackson (2002).

    None where neither can be had: no body fat, and sex, age or height unknown or age below 18.
    """
    reported = reported_body_fat_percent(athlete)
    if reported is not None:
        return _split(body_mass_kg, reported, "reported")
    if athlete.sex is None:
        return None
    return estimated_composition(athlete, athlete.sex, body_mass_kg)


def estimated_composition(athlete: Athlete, sex: Sex, body_mass_kg: float) -> Composition | None:
    """Fat and fat-free mass of an adult by Jackson (2002), as for a body of `sex`."""
    if athlete.age_years is None or athlete.height_cm is None:
        return None
    if athlete.age_years < ADULT_AGE_YEARS:
        return None
    bmi = body_mass_index(body_mass_kg, athlete.height_cm)
    percent = jackson_2002(sex, athlete.age_years, bmi)
    return _split(body_mass_kg, percent, "jackson_2002")


def _split(body_mass_kg: float, body_fat_percent: float, method: str) -> Composition:
    fat_mass_kg = body_mass_kg * body_fat_percent / 100.0
    return Composition(fat_mass_kg, body_mass_kg - fat_mass_kg, method)


def forbes_lean_share(fat_mass_kg: float) -> float:
    """Share of a small change of mass that is lean, by the Forbes curve; fat mass > 0."""
    return FORBES_KG / (FORBES_KG + fat_mass_kg)


def forbes_energy_density(fat_mass_kg: float) -> float:
    """Energy of a kilogram of change at this fat mass [kcal/kg].

    Forbes (1987) for the shares, Hall (2011) for the energies of fat and lean tissue.
    """
    lean_share = forbes_lean_share(fat_mass_kg)
    return FAT_KCAL_PER_KG * (1.0 - lean_share) + LEAN_KCAL_PER_KG * lean_share


def energy_density(body: Composition | None) -> EnergyDensity:
    """Energy of a kilogram of change, with the reason for the number."""
    if body is None:
        density = WISHNOFSKY_KCAL_PER_KG
        return EnergyDensity(density, DENSITY_CONVENTION(density_kcal_per_kg=density))
    density = forbes_energy_density(body.fat_mass_kg)
    reason = DENSITY_FORBES(
        fat_mass_kg=body.fat_mass_kg, method=body.method, density_kcal_per_kg=density
    )
    return EnergyDensity(density, reason)
