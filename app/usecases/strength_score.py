"""What was lifted for one's size; nothing is read and nothing is stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.records import Sex
from app.engine.strength.score.coefficients import Event
from app.engine.strength.score.score import StrengthScore, strength_scores
from app.engine.units import MassUnit


@dataclass(frozen=True, slots=True)
class AskedScore:
    sex: Sex | None
    body_mass_kg: float
    total_kg: float
    event: Event
    mass_unit: MassUnit


@dataclass(frozen=True, slots=True)
class Scores:
    asked: AskedScore
    by_formula: Mapping[str, Part[StrengthScore]]
    engine_version: str = ENGINE_VERSION


def scores(asked: AskedScore) -> Scores:
    found = strength_scores(
        asked.sex, asked.body_mass_kg, asked.total_kg, asked.event, asked.mass_unit
    )
    return Scores(asked, found)
