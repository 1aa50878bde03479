"""What is said of a resting energy: why this equation, and where it does not fit."""

from collections.abc import Mapping
from types import MappingProxyType

from app.engine.answer import Basis, ReasonKind
from app.engine.energy.body.composition import BODY_FAT_RANGE_PERCENT
from app.engine.energy.resting.equations import RESTING_EQUATIONS

MIFFLIN_CHOSEN = ReasonKind(
    "resting_mifflin",
    "Body fat is unknown, so Mifflin-St Jeor is used: {energy_kcal_per_day:.0f} kcal a day for "
    "{body_mass_kg:.1f} kg. It comes within 10 % for about four people in five.",
    Basis.EVIDENCE,
    "mifflin_1990",
)
MIFFLIN_FOR_TRAINED = ReasonKind(
    "resting_mifflin",
    "Body fat is unknown and no equation for people who train fits what is known, so "
    "Mifflin-St Jeor is used: {energy_kcal_per_day:.0f} kcal a day for {body_mass_kg:.1f} kg.",
    Basis.EVIDENCE,
    "mifflin_1990",
)
KATCH_CHOSEN = ReasonKind(
    "resting_katch_mcardle",
    "Body fat is known, so Katch-McArdle is used: 370 + 21.6 x {fat_free_mass_kg:.1f} kg of "
    "fat-free mass = {energy_kcal_per_day:.0f} kcal a day.",
    Basis.EVIDENCE,
    "cunningham_1991",
)
CUNNINGHAM_CHOSEN = ReasonKind(
    "resting_cunningham_1980",
    "Body fat is known and you train, so Cunningham (1980) is used, the nearest in athletes: "
    "500 + 22 x {fat_free_mass_kg:.1f} kg of fat-free mass = {energy_kcal_per_day:.0f} kcal a day.",
    Basis.EVIDENCE,
    "ten_haaf_2014",
)
TEN_HAAF_CHOSEN = ReasonKind(
    "resting_ten_haaf",
    "You train and body fat is unknown, so the equation that ten Haaf and Weijs measured on "
    "athletes of 18 to 35 years is used: {energy_kcal_per_day:.0f} kcal a day for "
    "{body_mass_kg:.1f} kg.",
    Basis.EVIDENCE,
    "ten_haaf_2014",
)
_OF_EQUATION = (
    "{equation} gives {energy_kcal_per_day:.0f} kcal a day for {body_mass_kg:.1f} kg; it was "
    "measured on: {population}."
)
OF_EQUATION: Mapping[str, ReasonKind] = MappingProxyType(
    {
        name: ReasonKind("resting_equation", _OF_EQUATION, Basis.EVIDENCE, equation.source)
        for name, equation in RESTING_EQUATIONS.items()
    }
)
_OUTSIDE_AGES = (
    "The equation was measured at {low_years:.0f} to {high_years:.0f} years; at "
    "{age_years:.1f} it is less sure than the interval says."
)
OUTSIDE_AGES: Mapping[str, ReasonKind] = MappingProxyType(
    {
        name: ReasonKind("resting_outside_ages", _OUTSIDE_AGES, Basis.EVIDENCE, equation.source)
        for name, equation in RESTING_EQUATIONS.items()
    }
)
OF_ATHLETES = ReasonKind(
    "resting_of_athletes",
    "{equation} was measured on {population}; people who do not train spend less at rest.",
    Basis.EVIDENCE,
    "ten_haaf_2014",
)
TRAINED_BY_SIZE = ReasonKind(
    "resting_trained_by_size",
    "Equations of body mass and height are within 10 % in fewer than half of people who train, "
    "so the interval is wide; with the body fat it would be closer.",
    Basis.EVIDENCE,
    "ten_haaf_2014",
)
OTHER_SEX = ReasonKind(
    "resting_other_sex",
    "{equation} was measured on {population} only.",
    Basis.EVIDENCE,
    "owen_1986",
)
NOT_PHYSICAL = ReasonKind(
    "resting_not_physical",
    "{equation} would give {energy_kcal_per_day:.0f} kcal a day, so it does not hold for a body "
    "like this.",
    Basis.CONVENTION,
)
BODY_FAT_NOT_BELIEVED = ReasonKind(
    "body_fat_not_believed",
    "A body fat of {body_fat_percent:.1f} % is outside "
    f"{BODY_FAT_RANGE_PERCENT[0]:g} to {BODY_FAT_RANGE_PERCENT[1]:g} %: "
    "it is not believed and not used.",
    Basis.CONVENTION,
)
UNDER_18 = ReasonKind(
    "resting_under_18",
    "The equations were measured on adults; below 18 years none is given.",
    Basis.EVIDENCE,
    "mifflin_1990",
)
