"""The loadable load whose chance is nearest to the one wanted, within what was ever lifted."""

import math
from dataclasses import dataclass

from app.engine.answer import Basis, ReasonKind
from app.engine.equipment.chance import NoneBetween, nearest_to_chance
from app.engine.equipment.loads import floor
from app.engine.progression.setting import Setting
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad

LIGHTEST, HEAVIEST = 0.3, 1.1
"""Shares of the heaviest load lifted between which a load is looked for: no more than a tenth above
what was ever lifted."""

AT_LIMIT = ReasonKind(
    "load_at_limit",
    "More than a tenth above the heaviest load lifted, {heaviest}, is not prescribed.",
    Basis.CONVENTION,
    "acsm_2009",
)


@dataclass(frozen=True, slots=True)
class Choice:
    load_kg: float
    chance: float
    at_limit: bool
    """More would be as likely as wanted, but lies too far above what was lifted."""


def chance_of(one: RepetitionsAtLoad, possible: float) -> float:
    """P(capacity >= possible); between whole numbers by a straight line, 20 at most."""
    most = len(one.chance)
    below, above = (min(max(1, each), most) for each in (math.floor(possible), math.ceil(possible)))
    share = possible - math.floor(possible)
    return (1.0 - share) * one.chance[below - 1] + share * one.chance[above - 1]


def load_for_chance(setting: Setting, possible: float, wanted: float) -> Choice | None:
    """The load at which so many repetitions are as likely as wanted; None where strength or the
    equipment is not known, or nothing near can be loaded."""
    strength, loads = setting.strength, setting.loads
    if strength is None or loads is None or not strength.at_loads((strength.heaviest_kg,)):
        return None
    at_loads = strength.at_loads

    def chances(loads_kg: tuple[float, ...]) -> list[float]:
        return [chance_of(one, possible) for one in at_loads(loads_kg)]

    body_kg = setting.body_kg or 0.0
    heaviest_kg = body_kg + strength.heaviest_kg
    low_kg, high_kg = LIGHTEST * heaviest_kg - body_kg, HEAVIEST * heaviest_kg - body_kg
    chosen = nearest_to_chance(loads, chances, wanted, low_kg, high_kg)
    if isinstance(chosen, NoneBetween):
        return None
    heaviest = floor(loads, high_kg) or chosen
    [chance] = chances((heaviest.load_kg,))
    if chance >= wanted:
        return Choice(heaviest.load_kg, chance, at_limit=True)
    return Choice(chosen.load_kg, chosen.chance, at_limit=False)
