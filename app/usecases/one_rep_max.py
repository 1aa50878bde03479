"""The one-repetition maximum that one set shows; nothing is read and nothing is stored."""

from dataclasses import dataclass

from app.engine import ENGINE_VERSION
from app.engine.answer import Part
from app.engine.strength.maximum.one_rep_max import OneRepMax, one_rep_max
from app.engine.units import MassUnit


@dataclass(frozen=True, slots=True)
class AskedSet:
    load_kg: float
    repetitions: int
    repetitions_in_reserve: float | None
    rpe: float | None
    equation: str
    mass_unit: MassUnit


@dataclass(frozen=True, slots=True)
class SetMaximum:
    asked: AskedSet
    maximum: Part[OneRepMax]
    engine_version: str = ENGINE_VERSION


def set_maximum(asked: AskedSet) -> SetMaximum:
    maximum = one_rep_max(
        asked.load_kg,
        asked.repetitions,
        repetitions_in_reserve=asked.repetitions_in_reserve,
        rpe=asked.rpe,
        equation=asked.equation,
        mass_unit=asked.mass_unit,
    )
    return SetMaximum(asked, maximum)
