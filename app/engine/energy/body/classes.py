"""The names that health bodies and the trade give to body mass index, waist and body fat."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.answer import Basis, Part, Reason, ReasonKind, insufficient, ok, refused
from app.engine.energy import missing
from app.engine.energy.body.believed import doubts
from app.engine.energy.body.composition import ADULT_AGE_YEARS, body_mass_index
from app.engine.energy.body.quantities import BODY_MASS, LENGTH_RANGES_CM, WAIST
from app.engine.records import Athlete, Reproduction, Sex

Classes = tuple[tuple[float, str], ...]
"""From this value (half-open), highest first."""

WHO_BMI: Classes = (
    (40.0, "obese_class_3"),
    (35.0, "obese_class_2"),
    (30.0, "obese_class_1"),
    (25.0, "overweight"),
    (18.5, "normal"),
    (17.0, "mildly_thin"),
    (16.0, "moderately_thin"),
    (0.0, "severely_thin"),
)
ASIAN_ACTION_POINTS = (23.0, 27.5, 32.5, 37.5)
"""Points for public health in Asian peoples; the classes stay as they are."""
NICE_WAIST_TO_HEIGHT: Classes = ((0.6, "high"), (0.5, "increased"), (0.4, "healthy"))
NICE_BELOW_BMI = 35.0
ACE_BODY_FAT: Mapping[Sex, Classes] = {
    Sex.MALE: (
        (25.0, "obese"),
        (18.0, "average"),
        (14.0, "fitness"),
        (6.0, "athletes"),
        (2.0, "essential"),
    ),
    Sex.FEMALE: (
        (32.0, "obese"),
        (25.0, "average"),
        (21.0, "fitness"),
        (14.0, "athletes"),
        (10.0, "essential"),
    ),
}
DEFINITION_PERCENT: Mapping[Sex, tuple[float, float]] = {
    Sex.MALE: (10.0, 14.0),
    Sex.FEMALE: (16.0, 22.0),
}
"""Body fat at which coaches say that muscles begin to show."""

BMI_CLASS = ReasonKind(
    "bmi_class",
    "A body mass index of {bmi:.1f} is called {name}. It does not tell muscle from fat.",
    Basis.CONVENTION,
    "who_bmi",
)
ASIAN_POINT = ReasonKind(
    "bmi_asian_action_point",
    "For people of Asian descent {point:.1f} is a point at which health bodies act; the risk there "
    "is that of a higher index elsewhere.",
    Basis.EVIDENCE,
    "who_asian_2004",
)
WAIST_CLASS = ReasonKind(
    "waist_to_height_class",
    "The waist is {ratio:.2f} of the height; the guideline calls that {name}.",
    Basis.CONVENTION,
    "nice_2022",
)
WAIST_BELOW = ReasonKind(
    "waist_to_height_below",
    "The waist is {ratio:.2f} of the height; the guideline begins at 0.4 and gives no name below.",
    Basis.CONVENTION,
    "nice_2022",
)
WAIST_NOT_ABOVE_35 = ReasonKind(
    "waist_to_height_bmi_35",
    f"The guideline uses the waist below a body mass index of {NICE_BELOW_BMI:g}; "
    "yours is {bmi:.1f}.",
    Basis.CONVENTION,
    "nice_2022",
)
FAT_CLASS = ReasonKind(
    "body_fat_class",
    "{percent:.1f} % is called {name} in the table of the American Council on Exercise: a "
    "convention, with no outcome behind it.",
    Basis.CONVENTION,
    "ace_classes",
)
FAT_BELOW = ReasonKind(
    "body_fat_below_table",
    "{percent:.1f} % is below the table of the American Council on Exercise.",
    Basis.CONVENTION,
    "ace_classes",
)
DEFINITION = ReasonKind(
    "definition_convention",
    "Coaches say that muscles begin to show between {low_percent:.0f} and {high_percent:.0f} % of "
    "body fat. No study has measured it; where fat sits differs between people.",
    Basis.CONVENTION,
    "definition_convention",
)
UNDER_18 = ReasonKind(
    "body_class_under_18",
    "These classes are for adults; below 18 years they are read by age and sex.",
    Basis.CONVENTION,
    "who_bmi",
)
PREGNANT = ReasonKind(
    "body_class_pregnant",
    "In pregnancy neither body mass index nor waist has these names.",
    Basis.CONVENTION,
    "nice_2022",
)

ASK_CLINICIAN = "Ask a physician or a dietitian."


@dataclass(frozen=True, slots=True)
class Classified:
    """A value with the name of its class."""

    value: float
    name: str


def class_of(value: float, classes: Classes) -> str | None:
    """The class that a value falls in, its lower bound included; None below the lowest."""
    return next((name for low, name in classes if value >= low), None)


def asian_action_point(bmi_kg_per_m2: float) -> float | None:
    """The highest action point reached; None below 23."""
    reached = [point for point in ASIAN_ACTION_POINTS if bmi_kg_per_m2 >= point]
    return max(reached, default=None)


def bmi_class(athlete: Athlete, body_mass_kg: float | None) -> Part[Classified]:
    """Body mass index [kg/m²] of an adult with the WHO's name for it."""
    if because := _not_for(athlete):
        return refused(because, ASK_CLINICIAN)
    bmi = _bmi(athlete, body_mass_kg)
    if isinstance(bmi, Part):
        return bmi
    name = next(name for low, name in WHO_BMI if bmi >= low)
    because = (BMI_CLASS(bmi=bmi, name=_words(name)),)
    if (point := asian_action_point(bmi)) is not None:
        because += (ASIAN_POINT(point=point),)
    return ok(Classified(bmi, name), because)


def waist_to_height_class(
    athlete: Athlete, body_mass_kg: float | None, waist_cm: float | None
) -> Part[Classified]:
    """Waist over height of an adult with the guideline's name; body mass index below 35 only."""
    if because := _not_for(athlete):
        return refused(because, ASK_CLINICIAN)
    bmi = _bmi(athlete, body_mass_kg)
    if isinstance(bmi, Part):
        return bmi
    low, high = LENGTH_RANGES_CM["waist_cm"]
    if waist_cm is None or athlete.height_cm is None or not low <= waist_cm <= high:
        return insufficient((WAIST,))
    if bmi >= NICE_BELOW_BMI:
        return refused((WAIST_NOT_ABOVE_35(bmi=bmi),), "Go by the body mass index.")
    ratio = waist_cm / athlete.height_cm
    name = class_of(ratio, NICE_WAIST_TO_HEIGHT)
    if name is None:
        return ok(Classified(ratio, "below"), (WAIST_BELOW(ratio=ratio),))
    return ok(Classified(ratio, name), (WAIST_CLASS(ratio=ratio, name=name),))


def body_fat_class(sex: Sex | None, body_fat_percent: float) -> Part[Classified]:
    """The trade's name for a body fat, and where coaches say that muscles show."""
    if sex is None:
        return insufficient((missing.SEX,))
    low, high = DEFINITION_PERCENT[sex]
    shows = DEFINITION(low_percent=low, high_percent=high)
    name = class_of(body_fat_percent, ACE_BODY_FAT[sex])
    if name is None:
        below = FAT_BELOW(percent=body_fat_percent)
        return ok(Classified(body_fat_percent, "below"), (below, shows))
    kind = FAT_CLASS(percent=body_fat_percent, name=name)
    return ok(Classified(body_fat_percent, name), (kind, shows))


def _not_for(athlete: Athlete) -> tuple[Reason, ...]:
    if athlete.age_years is not None and athlete.age_years < ADULT_AGE_YEARS:
        return (UNDER_18(age_years=athlete.age_years),)
    if athlete.reproduction is Reproduction.PREGNANT:
        return (PREGNANT(),)
    return ()


def _bmi(athlete: Athlete, body_mass_kg: float | None) -> float | Part[Classified]:
    lacking = doubts(athlete, body_mass_kg)
    if athlete.height_cm is None:
        lacking += (missing.HEIGHT,)
    if body_mass_kg is None:
        lacking += (BODY_MASS,)
    if lacking or body_mass_kg is None or athlete.height_cm is None:
        return insufficient(lacking)
    return body_mass_index(body_mass_kg, athlete.height_cm)


def _words(name: str) -> str:
    return name.replace("_", " ")
