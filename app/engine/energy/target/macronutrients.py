"""Protein, fat, carbohydrate and fibre of a day's intake, as ranges of what is recommended."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.units import CM_PER_M

KCAL_PER_G_PROTEIN = 4.0
KCAL_PER_G_CARBOHYDRATE = 4.0
KCAL_PER_G_FAT = 9.0
"""Atwater's general factors."""

FAT_ENERGY_SHARES = (0.20, 0.275, 0.35)
LEAST_FAT_G_PER_KG = 0.5
FIBRE_G_PER_KCAL = 14.0 / 1000.0
REFERENCE_BMI = 30.0
"""Above, protein and fat are reckoned for the body mass of this index; a choice of ours."""

PROTEIN_LOSING = ReasonKind(
    "protein_in_deficit",
    "{low_g_per_kg:.1f} to {high_g_per_kg:.1f} g of protein for each kg keep lean mass in a "
    "deficit; counted for {reference_mass_kg:.0f} kg.",
    Basis.EVIDENCE,
    "hector_phillips_2018",
)
PROTEIN_KEEPING = ReasonKind(
    "protein_at_maintenance",
    "{low_g_per_kg:.1f} to {high_g_per_kg:.1f} g of protein for each kg serve people who train; "
    "gains level off at about 1.6. Counted for {reference_mass_kg:.0f} kg.",
    Basis.EVIDENCE,
    "morton_2018",
)
PROTEIN_RECOMPOSING = ReasonKind(
    "protein_in_recomposition",
    "{low_g_per_kg:.1f} to {high_g_per_kg:.1f} g of protein for each kg; counted for "
    "{reference_mass_kg:.0f} kg. Where lean mass grew while fat was lost, protein was high and "
    "training hard.",
    Basis.EVIDENCE,
    "longland_2016",
)
FAT = ReasonKind(
    "fat_share",
    f"Fat gives {100.0 * FAT_ENERGY_SHARES[0]:.0f} to {100.0 * FAT_ENERGY_SHARES[2]:.0f} % of "
    f"energy and at least {LEAST_FAT_G_PER_KG:g} g for each kg.",
    Basis.CONVENTION,
    "iom_2005",
)
CARBOHYDRATE = ReasonKind(
    "carbohydrate_rest", "Carbohydrate is what protein and fat leave.", Basis.CONVENTION
)
FIBRE = ReasonKind(
    "fibre_adequate",
    f"{1000.0 * FIBRE_G_PER_KCAL:.0f} g of fibre for 1,000 kcal: the intake of those who "
    "have the least heart disease.",
    Basis.EVIDENCE,
    "iom_2005",
)


PROTEIN: Mapping[tuple[bool, bool], tuple[ReasonKind, float, float, float]] = MappingProxyType(
    {
        (False, False): (PROTEIN_KEEPING, 1.4, 1.6, 2.0),
        (True, False): (PROTEIN_LOSING, 1.6, 2.0, 2.4),
        (False, True): (PROTEIN_RECOMPOSING, 1.6, 2.0, 2.4),
        (True, True): (PROTEIN_RECOMPOSING, 1.6, 2.0, 2.4),
    }
)
"""Low, usual and high [g/kg/d] by (losing, recomposing)."""


@dataclass(frozen=True, slots=True)
class Grams:
    """A recommended range [g/d]; not an interval of probability."""

    low: float
    value: float
    high: float


@dataclass(frozen=True, slots=True)
class Macronutrients:
    protein_g: Grams
    fat_g: Grams
    carbohydrate_g: Grams
    fibre_g: float
    """At least [g/d]; part of the carbohydrate."""
    because: tuple[Reason, ...]


def macronutrients(
    intake_kcal_per_day: float,
    body_mass_kg: float,
    height_cm: float | None,
    *,
    losing: bool,
    recomposing: bool = False,
) -> Macronutrients:
    """Ranges for an intake of 0 kcal or more; carbohydrate is never below 0 g."""
    mass_kg = _reference_mass(body_mass_kg, height_cm)
    kind, low, usual, high = PROTEIN[losing, recomposing]
    protein = Grams(low * mass_kg, usual * mass_kg, high * mass_kg)
    fat = _fat(intake_kcal_per_day, mass_kg)
    reason = kind(low_g_per_kg=low, high_g_per_kg=high, reference_mass_kg=mass_kg)
    carbohydrate = Grams(
        _rest(intake_kcal_per_day, protein.high, fat.high),
        _rest(intake_kcal_per_day, protein.value, fat.value),
        _rest(intake_kcal_per_day, protein.low, fat.low),
    )
    fibre_g = FIBRE_G_PER_KCAL * intake_kcal_per_day
    because = (reason, FAT(), CARBOHYDRATE(), FIBRE())
    return Macronutrients(protein, fat, carbohydrate, fibre_g, because)


def _reference_mass(body_mass_kg: float, height_cm: float | None) -> float:
    if height_cm is None:
        return body_mass_kg
    return min(body_mass_kg, REFERENCE_BMI * (height_cm / CM_PER_M) ** 2)


def _fat(intake_kcal_per_day: float, mass_kg: float) -> Grams:
    low, usual, high = (share * intake_kcal_per_day / KCAL_PER_G_FAT for share in FAT_ENERGY_SHARES)
    least = LEAST_FAT_G_PER_KG * mass_kg
    return Grams(max(low, least), max(usual, least), max(high, least))


def _rest(intake_kcal_per_day: float, protein_g: float, fat_g: float) -> float:
    left = intake_kcal_per_day - KCAL_PER_G_PROTEIN * protein_g - KCAL_PER_G_FAT * fat_g
    return max(left, 0.0) / KCAL_PER_G_CARBOHYDRATE
