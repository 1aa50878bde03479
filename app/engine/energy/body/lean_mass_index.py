"""Fat-free mass for height, and what is said of it."""

from dataclasses import dataclass

from app.engine.answer import Basis, Part, ReasonKind, insufficient, ok
from app.engine.energy.body.believed import is_height_measured
from app.engine.energy.body.quantities import HEIGHT_DOUBTED
from app.engine.records import Sex
from app.engine.units import CM_PER_M

KOURI_HEIGHT_M = 1.80
KOURI_PER_M = 6.3
"""Kouri et al. (1995) Clin J Sport Med 5:223; calculators often print 6.1, which is not theirs."""
EDGE_OF_SAMPLE = 25.0
"""The highest of 74 men who said that they took nothing; no law of nature."""

INDEX = ReasonKind(
    "fat_free_mass_index",
    "{fat_free_mass_kg:.1f} kg of fat-free mass over the height squared is {index:.1f} kg/m².",
    Basis.EVIDENCE,
    "kouri_1995",
)
ABOVE_SAMPLE = ReasonKind(
    "fat_free_mass_index_above_sample",
    "{index:.1f} is above "
    f"{EDGE_OF_SAMPLE:g}, the highest of 74 men who said they took no steroids: the edge of a "
    "sample and no limit. Check the body fat first; 3 points of it move this by about 1.",
    Basis.CONVENTION,
    "kouri_1995",
)
MEN_ONLY = ReasonKind(
    "fat_free_mass_index_men_only",
    "The correction for height was fitted to men; for others the plain index is given.",
    Basis.EVIDENCE,
    "kouri_1995",
)


@dataclass(frozen=True, slots=True)
class LeanMassIndex:
    """Fat-free mass index [kg/m²]."""

    index: float
    normalised: float | None
    """To a height of 1.80 m; men only."""


def fat_free_mass_index(fat_free_mass_kg: float, height_cm: float) -> float:
    """Fat-free mass over height squared [kg/m²]."""
    return fat_free_mass_kg / (height_cm / CM_PER_M) ** 2


def normalised_index(index: float, height_cm: float) -> float:
    """The index of a man as it would be at 1.80 m [kg/m²]. Kouri et al. (1995)."""
    return index + KOURI_PER_M * (KOURI_HEIGHT_M - height_cm / CM_PER_M)


def lean_mass_index(
    sex: Sex | None, fat_free_mass_kg: float, height_cm: float
) -> Part[LeanMassIndex]:
    """The index of an adult, normalised for men; insufficient outside 120 to 230 cm of height."""
    if not is_height_measured(height_cm):
        return insufficient((HEIGHT_DOUBTED,))
    index = fat_free_mass_index(fat_free_mass_kg, height_cm)
    because = (INDEX(fat_free_mass_kg=fat_free_mass_kg, index=index),)
    if sex is not Sex.MALE:
        return ok(LeanMassIndex(index, None), (*because, MEN_ONLY()))
    normalised = normalised_index(index, height_cm)
    warnings = (ABOVE_SAMPLE(index=normalised),) if normalised > EDGE_OF_SAMPLE else ()
    return ok(LeanMassIndex(index, normalised), because, warnings=warnings)
