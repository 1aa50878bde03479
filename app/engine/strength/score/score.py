"""Scores that compare lifters of different body mass: DOTS, Wilks, Wilks-2 and IPF GL.

A convention of the federations: each sets the curve of body mass as its members lifted. They say
who lifted more for their size, not who is healthier, and the four disagree.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import exp
from types import MappingProxyType

from app.engine.answer import (
    Basis,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.records import Sex
from app.engine.strength.score.coefficients import (
    DOTS,
    IPF_GL,
    IPF_GL_LIGHTEST_KG,
    IPF_GL_VALID_TO,
    IPF_GL_YEAR,
    WILKS,
    WILKS_2,
    Event,
    Polynomial,
)
from app.engine.units import KG, MassUnit, mass_text

MOST_BODY_MASS_KG = 700.0
"""Heavier nobody has been."""
MOST_TOTAL_KG = 3_000.0
"""No three lifts have come near."""

FORMULA = ReasonKind(
    "strength_score_formula",
    "{formula} of {total} lifted at a body mass of {body_mass}.",
    Basis.CONVENTION,
    "strength_score_convention",
)
FOR_A_TOTAL = ReasonKind(
    "score_for_three_lifts",
    "{formula} was made for the total of squat, bench press and deadlift; what it says of one lift "
    "compares only with the same lift.",
    Basis.CONVENTION,
    "strength_score_convention",
)
YEAR = ReasonKind(
    "score_coefficients_year",
    "Coefficients of {year} for {event}, declared valid to {valid_to}; newer ones are not known "
    "to us.",
    Basis.CONVENTION,
    "ipf_gl_2020",
)
CLAMPED = ReasonKind(
    "body_mass_outside_score",
    "{formula} takes a body mass of {body_mass} as {taken}: its curve ends there, by convention.",
    Basis.CONVENTION,
    "strength_score_convention",
)
IMPOSSIBLE_BODY_MASS = ReasonKind(
    "body_mass_impossible",
    "A body mass of {body_mass} has no score; it must be above 0 and at most {most}.",
    Basis.CONVENTION,
)
IMPOSSIBLE_TOTAL = ReasonKind(
    "total_impossible",
    "{total} lifted have no score; it must be above 0 and at most {most}.",
    Basis.CONVENTION,
)
TOO_LIGHT = ReasonKind(
    "body_mass_below_score",
    "{formula} gives nothing below a body mass of {least}.",
    Basis.CONVENTION,
    "ipf_gl_2020",
)

SEX = Missing(
    "sex", "Say which sex the score is for: each has a curve of its own, and there is no other."
)
CORRECT_IT = "Correct the number and ask again."
ANOTHER_SCORE = "Take DOTS or Wilks."


@dataclass(frozen=True, slots=True)
class Lifted:
    sex: Sex
    body_mass_kg: float
    total_kg: float
    event: Event = Event.CLASSIC_THREE_LIFTS
    """Read by IPF GL only."""
    mass_unit: MassUnit = KG
    """That of the sentences."""

    def text(self, mass_kg: float) -> str:
        return mass_text(mass_kg, self.mass_unit)


Score = Callable[[Lifted], float]


def dots(lifted: Lifted) -> float:
    """Body mass is taken as within 40 to 210 kg for men, 40 to 150 for women."""
    return _polynomial(DOTS[lifted.sex], lifted)


def wilks(lifted: Lifted) -> float:
    """The first one (1994); body mass within 40 to 201.9 kg for men, 26.51 to 154.53 for women."""
    return _polynomial(WILKS[lifted.sex], lifted)


def wilks_2(lifted: Lifted) -> float:
    """Of 2020, out of 600; body mass within 40 to 200.95 kg for men, 40 to 150.95 for women."""
    return _polynomial(WILKS_2[lifted.sex], lifted)


def ipf_gl(lifted: Lifted) -> float:
    """0 below a body mass of 35 kg, as the federation has it."""
    if lifted.body_mass_kg < IPF_GL_LIGHTEST_KG:
        return 0.0
    curve = IPF_GL[lifted.sex, lifted.event]
    typical_kg = curve.a - curve.b * exp(-curve.c * lifted.body_mass_kg)
    return 100.0 * lifted.total_kg / typical_kg


SCORES: Mapping[str, Score] = MappingProxyType(
    {"dots": dots, "wilks": wilks, "wilks_2": wilks_2, "ipf_gl": ipf_gl}
)
CURVES: Mapping[str, Mapping[Sex, Polynomial]] = MappingProxyType(
    {"dots": DOTS, "wilks": WILKS, "wilks_2": WILKS_2}
)


@dataclass(frozen=True, slots=True)
class StrengthScore:
    formula: str
    value: float
    event: Event | None
    """None where the formula knows none."""
    coefficients_year: int | None
    valid_to: date | None
    """Last day for which the federation declared the coefficients; None where none was named."""


def strength_scores(
    sex: Sex | None,
    body_mass_kg: float,
    total_kg: float,
    event: Event = Event.CLASSIC_THREE_LIFTS,
    mass_unit: MassUnit = KG,
) -> Mapping[str, Part[StrengthScore]]:
    """Every score of SCORES by its name."""
    return MappingProxyType(
        {
            name: strength_score(name, sex, body_mass_kg, total_kg, event, mass_unit)
            for name in SCORES
        }
    )


def strength_score(
    formula: str,
    sex: Sex | None,
    body_mass_kg: float,
    total_kg: float,
    event: Event = Event.CLASSIC_THREE_LIFTS,
    mass_unit: MassUnit = KG,
) -> Part[StrengthScore]:
    """One score. Unknown sex is insufficient: nobody is scored by a sex that was not said.

    KeyError for a formula that is not in SCORES.
    """
    score = SCORES[formula]
    if sex is None:
        return insufficient((SEX,))
    lifted = Lifted(sex, body_mass_kg, total_kg, event, mass_unit)
    why_not = next(_impossible(lifted), None)
    if why_not is not None:
        return refused((why_not,), CORRECT_IT)
    value = score(lifted)
    if value <= 0.0:
        too_light = TOO_LIGHT(formula=formula, least=lifted.text(IPF_GL_LIGHTEST_KG))
        return refused((too_light,), ANOTHER_SCORE)
    year, valid_to = (IPF_GL_YEAR, IPF_GL_VALID_TO) if formula == "ipf_gl" else (None, None)
    found = StrengthScore(formula, value, event if year else None, year, valid_to)
    return ok(found, tuple(_because(found, lifted)), warnings=tuple(_clamped(formula, lifted)))


def _impossible(lifted: Lifted) -> Iterator[Reason]:
    if not 0.0 < lifted.body_mass_kg <= MOST_BODY_MASS_KG:
        yield IMPOSSIBLE_BODY_MASS(
            body_mass=lifted.text(lifted.body_mass_kg), most=lifted.text(MOST_BODY_MASS_KG)
        )
    if not 0.0 < lifted.total_kg <= MOST_TOTAL_KG:
        yield IMPOSSIBLE_TOTAL(total=lifted.text(lifted.total_kg), most=lifted.text(MOST_TOTAL_KG))


def _polynomial(curve: Polynomial, lifted: Lifted) -> float:
    body_mass_kg = _taken_kg(curve, lifted)
    divisor = 0.0
    for coefficient in reversed(curve.coefficients):
        divisor = divisor * body_mass_kg + coefficient
    return curve.numerator * lifted.total_kg / divisor


def _taken_kg(curve: Polynomial, lifted: Lifted) -> float:
    return min(max(lifted.body_mass_kg, curve.lightest_kg), curve.heaviest_kg)


def _because(found: StrengthScore, lifted: Lifted) -> Iterator[Reason]:
    yield FORMULA(
        formula=found.formula,
        total=lifted.text(lifted.total_kg),
        body_mass=lifted.text(lifted.body_mass_kg),
    )
    if found.valid_to is None:
        yield FOR_A_TOTAL(formula=found.formula)
    else:
        yield YEAR(
            year=IPF_GL_YEAR,
            event=lifted.event.value.replace("_", " "),
            valid_to=found.valid_to.isoformat(),
        )


def _clamped(formula: str, lifted: Lifted) -> Iterator[Reason]:
    if formula not in CURVES:
        return
    taken_kg = _taken_kg(CURVES[formula][lifted.sex], lifted)
    if taken_kg != lifted.body_mass_kg:
        yield CLAMPED(
            formula=formula,
            body_mass=lifted.text(lifted.body_mass_kg),
            taken=lifted.text(taken_kg),
            taken_kg=taken_kg,
        )
