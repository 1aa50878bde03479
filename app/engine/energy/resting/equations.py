"""Every resting equation with what it needs, on whom it was measured, and how far it misses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.energy.resting import by_age_band, by_lean_mass, by_size
from app.engine.records import Sex

MEASURED_SD = 0.08
"""Standard deviation of measured over predicted where about four adults in five are within 10 %:
Mifflin in adults (79 %), ten Haaf in athletes (80 %). Cunningham's lines are taken to be as close;
the error of the body fat eats what they are better by (`docs/science/resting-energy.md`)."""
OTHER_SD = 0.10
"""For equations of which no such count is known to us; a choice of ours."""

LEAN_MASS = "fat_free_mass_kg"

_MASS = ("body_mass_kg",)
_SEX_MASS = ("sex", "body_mass_kg")
_SEX_AGE_MASS = ("sex", "age_years", "body_mass_kg")
_SIZE = ("sex", "age_years", "height_cm", "body_mass_kg")
_LEAN = (LEAN_MASS,)


@dataclass(frozen=True, slots=True)
class RestingEquation:
    """An equation with what it needs and how far it misses."""

    label: str
    """As a person reads it."""
    calculate: Callable[..., float]
    """Energy [kcal/d] from the quantities of `needs`, by name."""
    needs: tuple[str, ...]
    relative_sd: float
    """Standard deviation of measured over predicted in its own population."""
    population: str
    source: str
    """Id in the catalogue of sources."""
    ages_years: tuple[float, float] | None = None
    """Half-open; None where the paper's ages are not known to us."""
    sex: Sex | None = None
    """Where it holds for one sex only."""
    of_athletes: bool = False
    """Measured on people who train hard."""

    @property
    def holds_for_trained(self) -> bool:
        """Lean mass carries what training adds; body mass and height do not."""
        return self.of_athletes or LEAN_MASS in self.needs


RESTING_EQUATIONS: Mapping[str, RestingEquation] = MappingProxyType(
    {
        "katch_mcardle": RestingEquation(
            "Katch-McArdle",
            by_lean_mass.katch_mcardle,
            _LEAN,
            MEASURED_SD,
            "adults of many studies",
            "cunningham_1991",
        ),
        "mifflin": RestingEquation(
            "Mifflin-St Jeor",
            by_size.mifflin,
            _SIZE,
            MEASURED_SD,
            "498 healthy adults, normal weight to obese",
            "mifflin_1990",
            (19.0, 79.0),
        ),
        "cunningham_1980": RestingEquation(
            "Cunningham (1980)",
            by_lean_mass.cunningham_1980,
            _LEAN,
            MEASURED_SD,
            "223 adults; later found close in athletes",
            "cunningham_1980",
        ),
        "ten_haaf_weight": RestingEquation(
            "ten Haaf by body mass and height",
            by_size.ten_haaf_weight,
            _SIZE,
            MEASURED_SD,
            "90 athletes for recreation",
            "ten_haaf_2014",
            (18.0, 36.0),
            of_athletes=True,
        ),
        "ten_haaf_ffm": RestingEquation(
            "ten Haaf by fat-free mass",
            by_lean_mass.ten_haaf_ffm,
            _LEAN,
            MEASURED_SD,
            "90 athletes for recreation",
            "ten_haaf_2014",
            (18.0, 36.0),
            of_athletes=True,
        ),
        "tinsley_ffm": RestingEquation(
            "Tinsley by fat-free mass",
            by_lean_mass.tinsley_ffm,
            _LEAN,
            OTHER_SD,
            "muscular physique athletes",
            "tinsley_2019",
            of_athletes=True,
        ),
        "tinsley_weight": RestingEquation(
            "Tinsley by body mass",
            by_size.tinsley_weight,
            _MASS,
            OTHER_SD,
            "muscular physique athletes",
            "tinsley_2019",
            of_athletes=True,
        ),
        "mifflin_full": RestingEquation(
            "Mifflin with all digits",
            by_size.mifflin_full,
            _SIZE,
            MEASURED_SD,
            "498 healthy adults, normal weight to obese",
            "mifflin_1990",
            (19.0, 79.0),
        ),
        "mifflin_ffm": RestingEquation(
            "Mifflin by fat-free mass",
            by_lean_mass.mifflin_ffm,
            _LEAN,
            OTHER_SD,
            "498 healthy adults, normal weight to obese",
            "mifflin_1990",
            (19.0, 79.0),
        ),
        "mifflin_weight": RestingEquation(
            "Mifflin by body mass",
            by_size.mifflin_weight,
            _MASS,
            OTHER_SD,
            "498 healthy adults, normal weight to obese",
            "mifflin_1990",
            (19.0, 79.0),
        ),
        "harris_benedict_1919": RestingEquation(
            "Harris-Benedict",
            by_size.harris_benedict_1919,
            _SIZE,
            OTHER_SD,
            "239 adults of a century ago; about 5 % too high today",
            "harris_benedict_1919",
        ),
        "roza_shizgal_1984": RestingEquation(
            "Roza-Shizgal",
            by_size.roza_shizgal_1984,
            _SIZE,
            OTHER_SD,
            "337 adults, most of them Harris and Benedict's",
            "roza_shizgal_1984",
        ),
        "owen": RestingEquation(
            "Owen",
            by_size.owen,
            _SEX_MASS,
            OTHER_SD,
            "lean and obese adults",
            "owen_1986",
        ),
        "owen_athletic_women": RestingEquation(
            "Owen for athletes",
            by_size.owen_athletic_women,
            _MASS,
            OTHER_SD,
            "women who are athletes",
            "owen_1986",
            sex=Sex.FEMALE,
            of_athletes=True,
        ),
        "livingston": RestingEquation(
            "Livingston-Kohlstadt",
            by_size.livingston,
            _SEX_AGE_MASS,
            OTHER_SD,
            "655 adults, normal weight to obese",
            "livingston_2005",
        ),
        "mueller_2004": RestingEquation(
            "Müller by body mass",
            by_size.mueller_2004,
            _SEX_AGE_MASS,
            OTHER_SD,
            "2,528 people in Germany",
            "mueller_2004",
            (18.0, 92.0),
        ),
        "mueller_2004_bmi": RestingEquation(
            "Müller by class of body mass index",
            by_size.mueller_2004_bmi,
            _SIZE,
            OTHER_SD,
            "2,528 people in Germany, by class of body mass index",
            "mueller_2004",
            (18.0, 92.0),
        ),
        "mueller_2004_ffm": RestingEquation(
            "Müller by fat-free and fat mass",
            by_lean_mass.mueller_2004_ffm,
            ("sex", "age_years", LEAN_MASS, "fat_mass_kg"),
            OTHER_SD,
            "2,528 people in Germany",
            "mueller_2004",
            (18.0, 92.0),
        ),
        "nelson_1992": RestingEquation(
            "Nelson",
            by_lean_mass.nelson_1992,
            (LEAN_MASS, "fat_mass_kg"),
            OTHER_SD,
            "lean and obese adults",
            "nelson_1992",
        ),
        "korth_2007": RestingEquation(
            "Korth",
            by_size.korth_2007,
            _SIZE,
            OTHER_SD,
            "adults in Germany",
            "korth_2007",
        ),
        "henry_weight": RestingEquation(
            "Henry (Oxford) by body mass",
            by_age_band.henry_weight,
            _SEX_AGE_MASS,
            OTHER_SD,
            "10,552 people of many countries",
            "henry_2005",
        ),
        "henry_height": RestingEquation(
            "Henry (Oxford) by body mass and height",
            by_age_band.henry_height,
            _SIZE,
            OTHER_SD,
            "10,552 people of many countries",
            "henry_2005",
        ),
        "schofield_weight": RestingEquation(
            "Schofield by body mass",
            by_age_band.schofield_weight,
            _SEX_AGE_MASS,
            OTHER_SD,
            "7,173 people, nearly half of them Italians",
            "schofield_1985",
        ),
        "schofield_height": RestingEquation(
            "Schofield by body mass and height",
            by_age_band.schofield_height,
            _SIZE,
            OTHER_SD,
            "7,173 people, nearly half of them Italians",
            "schofield_1985",
        ),
    }
)
"""Those that are chosen without being asked for come first."""
