"""Resting energy by bands of age: Henry's Oxford tables and those of Schofield [kcal/d].

The papers name their bands by years that belong to two of them ("18-30", "30-60"). Here a band
is half-open: on the 30th birthday the next one begins. Only adults: below 18 years ValueError.
The two are not the same numbers: some programs print Schofield's under Henry's name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.energy.body.composition import ADULT_AGE_YEARS
from app.engine.energy.resting.by_size import KCAL_PER_MJ
from app.engine.records import Sex
from app.engine.units import CM_PER_M


@dataclass(frozen=True, slots=True)
class AgeBand:
    """A line in body mass [kg] and height [m] that holds from an age on."""

    from_years: float
    per_kg: float
    per_m: float
    constant: float


Bands = Mapping[Sex, tuple[AgeBand, ...]]
"""Youngest first."""

_HENRY_WEIGHT: Bands = {
    Sex.MALE: (
        AgeBand(18.0, 16.0, 0.0, 545.0),
        AgeBand(30.0, 14.2, 0.0, 593.0),
        AgeBand(60.0, 13.0, 0.0, 567.0),
        AgeBand(70.0, 13.7, 0.0, 481.0),
    ),
    Sex.FEMALE: (
        AgeBand(18.0, 13.1, 0.0, 558.0),
        AgeBand(30.0, 9.74, 0.0, 694.0),
        AgeBand(60.0, 10.2, 0.0, 572.0),
        AgeBand(70.0, 10.0, 0.0, 577.0),
    ),
}
_HENRY_HEIGHT: Bands = {
    Sex.MALE: (
        AgeBand(18.0, 14.4, 313.0, 113.0),
        AgeBand(30.0, 11.4, 541.0, -137.0),
        AgeBand(60.0, 11.4, 541.0, -256.0),
    ),
    Sex.FEMALE: (
        AgeBand(18.0, 10.4, 615.0, -282.0),
        AgeBand(30.0, 8.18, 502.0, -11.6),
        AgeBand(60.0, 8.52, 421.0, 10.7),
    ),
}
_SCHOFIELD_WEIGHT: Bands = {
    Sex.MALE: (
        AgeBand(18.0, 15.057, 0.0, 692.2),
        AgeBand(30.0, 11.472, 0.0, 873.1),
        AgeBand(60.0, 11.711, 0.0, 587.7),
    ),
    Sex.FEMALE: (
        AgeBand(18.0, 14.818, 0.0, 486.6),
        AgeBand(30.0, 8.126, 0.0, 845.6),
        AgeBand(60.0, 9.082, 0.0, 658.5),
    ),
}
_SCHOFIELD_HEIGHT_MJ: Bands = {
    Sex.MALE: (
        AgeBand(18.0, 0.063, -0.042, 2.953),
        AgeBand(30.0, 0.048, -0.011, 3.670),
        AgeBand(60.0, 0.038, 4.068, -3.491),
    ),
    Sex.FEMALE: (
        AgeBand(18.0, 0.057, 1.184, 0.411),
        AgeBand(30.0, 0.034, 0.006, 3.530),
        AgeBand(60.0, 0.033, 1.917, 0.074),
    ),
}


def _on_line(
    bands: Bands, sex: Sex, age_years: float, body_mass_kg: float, height_cm: float = 0.0
) -> float:
    if age_years < ADULT_AGE_YEARS:
        raise ValueError("these tables are used for adults only")
    band = [one for one in bands[sex] if one.from_years <= age_years][-1]
    return band.per_kg * body_mass_kg + band.per_m * height_cm / CM_PER_M + band.constant


def henry_weight(sex: Sex, age_years: float, body_mass_kg: float) -> float:
    """Henry (2005) Public Health Nutr 8:1133, n = 10,552."""
    return _on_line(_HENRY_WEIGHT, sex, age_years, body_mass_kg)


def henry_height(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """With height; one band from 60 years on. Henry (2005) Public Health Nutr 8:1133."""
    return _on_line(_HENRY_HEIGHT, sex, age_years, body_mass_kg, height_cm)


def schofield_weight(sex: Sex, age_years: float, body_mass_kg: float) -> float:
    """Schofield (1985) as FAO/WHO/UNU (2004) prints it in kcal."""
    return _on_line(_SCHOFIELD_WEIGHT, sex, age_years, body_mass_kg)


def schofield_height(sex: Sex, age_years: float, height_cm: float, body_mass_kg: float) -> float:
    """With height, in MJ there. Schofield (1985) Hum Nutr Clin Nutr 39C:5."""
    return _on_line(_SCHOFIELD_HEIGHT_MJ, sex, age_years, body_mass_kg, height_cm) * KCAL_PER_MJ
