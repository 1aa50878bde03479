"""Water outside the cells, from height and body mass."""

from app.engine.records import Sex
from app.engine.units import CM_PER_M


def extracellular_water(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """Extracellular water of adults [kg]; a litre is taken as a kilogram.

    Silva et al. (2007) Physiol Meas 28:489; where the models of body mass over time begin.
    """
    height_m = height_cm / CM_PER_M
    if sex is Sex.MALE:
        return 0.025 * age_years + 9.57 * height_m + 0.191 * body_mass_kg - 12.4
    return -4.0 + 5.98 * height_m + 0.167 * body_mass_kg
