"""Body fat from a tape measure, or from body mass index [%]; adults.

Lengths in cm, body mass index in kg/m², age in years.
"""

import math
from collections.abc import Mapping

from app.engine.records import Sex


def navy_men(waist_cm: float, neck_cm: float, height_cm: float) -> float:
    """The waist at the navel; waist above neck, or ValueError.

    Hodgdon & Beckett (1984) Naval Health Research Center report 84-11, in centimetres: the form in
    inches is another fit, and its coefficients do not go with these.
    """
    if waist_cm <= neck_cm:
        raise ValueError("waist must be wider than neck")
    around = 0.19077 * math.log10(waist_cm - neck_cm)
    return 495.0 / (1.0324 - around + 0.15456 * math.log10(height_cm)) - 450.0


def navy_women(waist_cm: float, hip_cm: float, neck_cm: float, height_cm: float) -> float:
    """The waist where it is narrowest; waist and hip above neck, or ValueError.

    Hodgdon & Beckett (1984) Naval Health Research Center report 84-29, in centimetres.
    """
    if waist_cm + hip_cm <= neck_cm:
        raise ValueError("waist and hip must be wider than neck")
    around = 0.35004 * math.log10(waist_cm + hip_cm - neck_cm)
    return 495.0 / (1.29579 - around + 0.22100 * math.log10(height_cm)) - 450.0


def relative_fat_mass(sex: Sex, height_cm: float, waist_cm: float) -> float:
    """The waist at the top of the hip bone. Woolcott & Bergman (2018) Sci Rep 8:10980."""
    of_sex = 12.0 if sex is Sex.FEMALE else 0.0
    return 64.0 - 20.0 * height_cm / waist_cm + of_sex


def cun_bae(sex: Sex, age_years: float, bmi: float) -> float:
    """18 to 80 years, n = 6,510 in Navarre. Gómez-Ambrosi et al. (2012) Diabetes Care 35:383."""
    female = 1.0 if sex is Sex.FEMALE else 0.0
    linear = -44.988 + 0.503 * age_years + 10.689 * female + 3.172 * bmi
    squares = -0.026 * bmi**2 - 0.005 * bmi**2 * female + 0.00021 * bmi**2 * age_years
    return linear + squares + 0.181 * bmi * female - 0.02 * bmi * age_years


def deurenberg(sex: Sex, age_years: float, bmi: float) -> float:
    """Body mass index of 14 to 41; the obese are read too fat.

    Deurenberg et al. (1991) Br J Nutr 65:105, n = 1,229.
    """
    male = 10.8 if sex is Sex.MALE else 0.0
    return 1.20 * bmi + 0.23 * age_years - male - 5.4


def gallagher(sex: Sex, age_years: float, bmi: float) -> float:
    """White and African-American adults up to a body mass index of 35.

    Gallagher et al. (2000) Am J Clin Nutr 72:694, n = 1,626.
    """
    male = 1.0 if sex is Sex.MALE else 0.0
    common = 64.5 - 848.0 / bmi + 0.079 * age_years
    return common + male * (-16.4 + 0.05 * age_years + 39.0 / bmi)


_GALLAGHER_ASIAN: Mapping[Sex, tuple[float, float, float]] = {
    Sex.MALE: (51.9, 740.0, 0.029),
    Sex.FEMALE: (64.8, 752.0, 0.016),
}


def gallagher_asian(sex: Sex, age_years: float, bmi: float) -> float:
    """The same study's Japanese adults. Gallagher et al. (2000) Am J Clin Nutr 72:694."""
    constant, over_bmi, per_year = _GALLAGHER_ASIAN[sex]
    return constant - over_bmi / bmi + per_year * age_years
