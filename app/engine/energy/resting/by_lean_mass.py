"""Resting energy from fat-free mass [kcal/d]; adults whose body fat is known."""

from app.engine.energy.resting.by_size import KCAL_PER_MJ, TEN_HAAF_KCAL_PER_KJ
from app.engine.records import Sex
from app.engine.units import KJ_PER_KCAL


def katch_mcardle(fat_free_mass_kg: float) -> float:
    """The textbook's Katch-McArdle is Cunningham (1991) Am J Clin Nutr 54:963; adults."""
    return 370.0 + 21.6 * fat_free_mass_kg


def cunningham_1980(fat_free_mass_kg: float) -> float:
    """The 223 people of Harris & Benedict. Cunningham (1980) Am J Clin Nutr 33:2372.

    Nearest of the older equations in people who train. The form with age in it is not used here.
    """
    return 500.0 + 22.0 * fat_free_mass_kg


def mifflin_ffm(fat_free_mass_kg: float) -> float:
    """Mifflin et al. (1990) Am J Clin Nutr 51:241; R² 0.64."""
    return 413.0 + 19.7 * fat_free_mass_kg


def mueller_2004_ffm(
    sex: Sex, age_years: float, fat_free_mass_kg: float, fat_mass_kg: float
) -> float:
    """Müller et al. (2004) Am J Clin Nutr 80:1379, n = 2528."""
    male = 0.869 if sex is Sex.MALE else 0.0
    energy_mj = 0.05192 * fat_free_mass_kg + 0.04036 * fat_mass_kg + male - 0.01181 * age_years
    return (energy_mj + 2.992) * KCAL_PER_MJ


def ten_haaf_ffm(fat_free_mass_kg: float) -> float:
    """Athletes for recreation of 18 to 35 years. ten Haaf & Weijs (2014) PLoS ONE 9:e108460."""
    return TEN_HAAF_KCAL_PER_KJ * (95.272 * fat_free_mass_kg + 2026.161)


def tinsley_ffm(fat_free_mass_kg: float) -> float:
    """Muscular physique athletes. Tinsley et al. (2019) Appl Physiol Nutr Metab 44:397."""
    return 25.9 * fat_free_mass_kg + 284.0


def nelson_1992(fat_free_mass_kg: float, fat_mass_kg: float) -> float:
    """Fat-free and fat mass apart: where the Hall model has its rates from.

    Nelson et al. (1992) Am J Clin Nutr 56:848.
    """
    return (1114.0 + 90.4 * fat_free_mass_kg + 13.2 * fat_mass_kg) / KJ_PER_KCAL
