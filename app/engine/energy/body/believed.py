"""What an athlete says of their body, where it can be believed."""

from dataclasses import replace

from app.engine.answer import Missing
from app.engine.energy import missing
from app.engine.energy.body.composition import ADULT_AGE_YEARS, body_mass_index
from app.engine.records import Athlete

OLDEST_AGE_YEARS = 110.0
HEIGHT_RANGE_CM = (120.0, 230.0)
"""Adults outside are not refused, but the equations that need a height were not measured there."""
BMI_RANGE = (10.0, 100.0)
"""Outside nobody lives: height or body mass is a slip, or has the wrong unit."""


def doubts(athlete: Athlete, body_mass_kg: float | None) -> tuple[Missing, ...]:
    """What to check of age, height and body mass before any equation is believed."""
    found: tuple[Missing, ...] = ()
    if athlete.age_years is not None and athlete.age_years > OLDEST_AGE_YEARS:
        found += (missing.BIRTHDAY,)
    if not is_possible(athlete, body_mass_kg):
        found += (missing.HEIGHT_OR_MASS,)
    return found


def is_possible(athlete: Athlete, body_mass_kg: float | None) -> bool:
    """Whether height and body mass belong to one adult; true where either is unknown."""
    height_cm, age = athlete.height_cm, athlete.age_years
    child = age is not None and age < ADULT_AGE_YEARS
    if height_cm is None or body_mass_kg is None or child:
        return True
    low, high = BMI_RANGE
    return height_cm > 0.0 and low <= body_mass_index(body_mass_kg, height_cm) <= high


def is_height_measured(height_cm: float) -> bool:
    low, high = HEIGHT_RANGE_CM
    return low <= height_cm <= high


def believed(athlete: Athlete, body_mass_kg: float | None) -> Athlete:
    """The athlete with None in place of an age or a height that cannot be: unknown is not safe."""
    age = athlete.age_years
    if age is not None and age > OLDEST_AGE_YEARS:
        athlete = replace(athlete, age_years=None)
    if not is_possible(athlete, body_mass_kg):
        athlete = replace(athlete, height_cm=None)
    return athlete
