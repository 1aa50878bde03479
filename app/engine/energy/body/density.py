"""Body fat from skinfolds, by way of the density of the body.

Skinfolds in mm, density in g/ml. Outside the ages of a study nothing is given: LookupError.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.energy.body.measurements import Skinfold
from app.engine.records import Sex

SITES_3: Mapping[Sex, tuple[Skinfold, ...]] = {
    Sex.MALE: (Skinfold.CHEST, Skinfold.ABDOMEN, Skinfold.THIGH),
    Sex.FEMALE: (Skinfold.TRICEPS, Skinfold.SUPRAILIAC, Skinfold.THIGH),
}
SITES_7 = (
    Skinfold.CHEST,
    Skinfold.MIDAXILLARY,
    Skinfold.TRICEPS,
    Skinfold.SUBSCAPULAR,
    Skinfold.ABDOMEN,
    Skinfold.SUPRAILIAC,
    Skinfold.THIGH,
)
SITES_4 = (Skinfold.BICEPS, Skinfold.TRICEPS, Skinfold.SUBSCAPULAR, Skinfold.SUPRAILIAC)
"""Durnin and Womersley's."""


@dataclass(frozen=True, slots=True)
class Parabola:
    """Density as a parabola of the sum of folds [mm], falling with age."""

    constant: float
    per_mm: float
    per_mm2: float
    per_year: float

    @property
    def turns_at_mm(self) -> float:
        """The sum beyond which more fold would mean less fat: the fit has no sense there."""
        return self.per_mm / (2.0 * self.per_mm2)

    def density(self, sum_mm: float, age_years: float) -> float:
        falling = self.per_mm * sum_mm - self.per_mm2 * sum_mm**2
        return self.constant - falling - self.per_year * age_years


JACKSON_POLLOCK_3: Mapping[Sex, Parabola] = {
    Sex.MALE: Parabola(1.10938, 0.0008267, 0.0000016, 0.0002574),
    Sex.FEMALE: Parabola(1.0994921, 0.0009929, 0.0000023, 0.0001392),
}
JACKSON_POLLOCK_7: Mapping[Sex, Parabola] = {
    Sex.MALE: Parabola(1.112, 0.00043499, 0.00000055, 0.00028826),
    Sex.FEMALE: Parabola(1.097, 0.00046971, 0.00000056, 0.00012828),
}
"""Jackson & Pollock (1978) Br J Nutr 40:497, n = 403 men; Jackson, Pollock & Ward (1980) Med Sci
Sports Exerc 12:175, n = 331 women."""

_DURNIN_WOMERSLEY: Mapping[Sex, tuple[tuple[float, float, float], ...]] = {
    Sex.MALE: (
        (17.0, 1.1620, 0.0630),
        (20.0, 1.1631, 0.0632),
        (30.0, 1.1422, 0.0544),
        (40.0, 1.1620, 0.0700),
        (50.0, 1.1715, 0.0779),
    ),
    Sex.FEMALE: (
        (16.0, 1.1549, 0.0678),
        (20.0, 1.1599, 0.0717),
        (30.0, 1.1423, 0.0632),
        (40.0, 1.1333, 0.0612),
        (50.0, 1.1339, 0.0645),
    ),
}
"""From this age: constant, and per decade of the sum of folds (taken away)."""


def jackson_pollock_3(sex: Sex, age_years: float, sum_mm: float) -> float:
    """Density [g/ml] from three folds (`SITES_3`)."""
    return JACKSON_POLLOCK_3[sex].density(sum_mm, age_years)


def jackson_pollock_7(sex: Sex, age_years: float, sum_mm: float) -> float:
    """Density [g/ml] from seven folds (`SITES_7`)."""
    return JACKSON_POLLOCK_7[sex].density(sum_mm, age_years)


def durnin_womersley(sex: Sex, age_years: float, sum_mm: float) -> float:
    """Density [g/ml] from four folds (`SITES_4`), by decade of age.

    Durnin & Womersley (1974) Br J Nutr 32:77, 481 men and women of 16 to 72 years.
    """
    lines = [line for line in _DURNIN_WOMERSLEY[sex] if line[0] <= age_years]
    if not lines:
        raise LookupError("younger than anybody of the study")
    _, constant, per_decade = lines[-1]
    return constant - per_decade * math.log10(sum_mm)


def siri(density_g_per_ml: float) -> float:
    """Body fat from density [%]. Siri (1961)."""
    return 495.0 / density_g_per_ml - 450.0


def brozek(density_g_per_ml: float) -> float:
    """Body fat from density [%]; a little lower than Siri's in fat people. Brožek et al. (1963)."""
    return 457.0 / density_g_per_ml - 414.2
