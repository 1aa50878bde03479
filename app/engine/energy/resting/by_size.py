"""Resting energy from body mass, height, age and sex [kcal/d]; adults.

Body mass in kg, height in cm, age in years. Each holds for the people it was measured on
(`resting_equations`); outside it goes on as it stands, and only `mifflin` is kept from going
below 0.
"""

import math
from collections.abc import Mapping

from app.engine.energy.body.composition import body_mass_index
from app.engine.records import Sex
from app.engine.units import CM_PER_M, KJ_PER_KCAL

KCAL_PER_MJ = 1000.0 / KJ_PER_KCAL
TEN_HAAF_KCAL_PER_KJ = 0.238846
"""The international calorie, as the paper has it; 0.07 % less than 1/4.184."""


def mifflin(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """Rounded coefficients; 19 to 78 years, normal weight to obese.

    Mifflin et al. (1990) Am J Clin Nutr 51:241, n = 498.
    """
    constant = 5.0 if sex is Sex.MALE else -161.0
    return max(10.0 * body_mass_kg + 6.25 * height_cm - 5.0 * age_years + constant, 0.0)


def mifflin_full(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """Coefficients before rounding, as the Hall model uses them. Mifflin et al. (1990)."""
    constant = 5.0 if sex is Sex.MALE else -161.0
    return 9.99 * body_mass_kg + 6.25 * height_cm - 4.92 * age_years + constant


def mifflin_weight(body_mass_kg: float) -> float:
    """From body mass alone: the coarsest of the same paper. Mifflin et al. (1990)."""
    return 15.1 * body_mass_kg + 371.0


_HARRIS_BENEDICT: Mapping[Sex, tuple[float, float, float, float]] = {
    Sex.MALE: (66.4730, 13.7516, 5.0033, 6.7550),
    Sex.FEMALE: (655.0955, 9.5634, 1.8496, 4.6756),
}
_ROZA_SHIZGAL: Mapping[Sex, tuple[float, float, float, float]] = {
    Sex.MALE: (88.362, 13.397, 4.799, 5.677),
    Sex.FEMALE: (447.593, 9.247, 3.098, 4.330),
}
"""Constant, per kg, per cm, per year (taken away)."""


def harris_benedict_1919(
    sex: Sex, age_years: float, height_cm: float, body_mass_kg: float
) -> float:
    """Reads people of today about 5 % too high. Harris & Benedict (1918) PNAS 4:370."""
    constant, per_kg, per_cm, per_year = _HARRIS_BENEDICT[sex]
    return constant + per_kg * body_mass_kg + per_cm * height_cm - per_year * age_years


def roza_shizgal_1984(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """Harris-Benedict fitted again. Roza & Shizgal (1984) Am J Clin Nutr 40:168, n = 337."""
    constant, per_kg, per_cm, per_year = _ROZA_SHIZGAL[sex]
    return constant + per_kg * body_mass_kg + per_cm * height_cm - per_year * age_years


def owen(sex: Sex, body_mass_kg: float) -> float:
    """Owen et al. (1986) Am J Clin Nutr 44:1 (women), (1987) 46:875 (men)."""
    if sex is Sex.MALE:
        return 879.0 + 10.2 * body_mass_kg
    return 795.0 + 7.18 * body_mass_kg


def owen_athletic_women(body_mass_kg: float) -> float:
    """Women who are athletes. Owen et al. (1986) Am J Clin Nutr 44:1."""
    return 50.4 + 21.1 * body_mass_kg


def livingston(sex: Sex, age_years: float, body_mass_kg: float) -> float:
    """A power of body mass, n = 655. Livingston & Kohlstadt (2005) Obes Res 13:1255."""
    if sex is Sex.MALE:
        return 293.0 * math.pow(body_mass_kg, 0.4330) - 5.92 * age_years
    return 248.0 * math.pow(body_mass_kg, 0.4356) - 5.09 * age_years


def mueller_2004(sex: Sex, age_years: float, body_mass_kg: float) -> float:
    """German adults and children, n = 2528. Müller et al. (2004) Am J Clin Nutr 80:1379."""
    male = 1.009 if sex is Sex.MALE else 0.0
    return (0.047 * body_mass_kg + male - 0.01452 * age_years + 3.21) * KCAL_PER_MJ


_MUELLER_BY_BMI: tuple[tuple[float, tuple[float, float, float, float, float]], ...] = (
    (30.0, (0.05, 0.0, 1.103, 0.01586, 2.924)),
    (25.0, (0.04507, 0.0, 1.006, 0.01553, 3.407)),
    (18.5, (0.02219, 0.02118, 0.884, 0.01191, 1.233)),
    (0.0, (0.07122, 0.0, 0.82, 0.02149, 0.731)),
)
"""From this body mass index: per kg, per cm, male, per year (taken away), constant [MJ/d]."""


def mueller_2004_bmi(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """A line for each half-open class of body mass index; it jumps at 18.5, 25 and 30.

    Müller et al. (2004) Am J Clin Nutr 80:1379.
    """
    bmi = body_mass_index(body_mass_kg, height_cm)
    per_kg, per_cm, male, per_year, constant = next(
        line for least, line in _MUELLER_BY_BMI if bmi >= least
    )
    of_sex = male if sex is Sex.MALE else 0.0
    energy_mj = per_kg * body_mass_kg + per_cm * height_cm + of_sex - per_year * age_years
    return (energy_mj + constant) * KCAL_PER_MJ


def korth_2007(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """German adults. Korth et al. (2007) Eur J Clin Nutr 61:582."""
    male = 1107.4 if sex is Sex.MALE else 0.0
    energy_kj = 41.5 * body_mass_kg + 35.0 * height_cm + male - 19.1 * age_years - 1731.2
    return energy_kj / KJ_PER_KCAL


def ten_haaf_weight(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """Athletes for recreation of 18 to 35 years, n = 90.

    ten Haaf & Weijs (2014) PLoS ONE 9:e108460.
    """
    male = 799.257 if sex is Sex.MALE else 0.0
    energy_kj = 49.940 * body_mass_kg + 2459.053 * height_cm / CM_PER_M - 34.014 * age_years
    return TEN_HAAF_KCAL_PER_KJ * (energy_kj + male + 122.502)


def tinsley_weight(body_mass_kg: float) -> float:
    """Muscular physique athletes. Tinsley et al. (2019) Appl Physiol Nutr Metab 44:397."""
    return 24.8 * body_mass_kg + 10.0
