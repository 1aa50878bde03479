"""Effort as the target: the load is the one at which so many repetitions likely leave so many."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, ReasonKind
from app.engine.equipment.chance import ChosenLoad, nearest_to_chance
from app.engine.equipment.loads import floor
from app.engine.progression.demand import Demand, Load, fixed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.rise import change_of
from app.engine.progression.setting import Setting
from app.engine.strength.repetitions import RepetitionsAtLoad
from app.engine.training_log.judged import JudgedSession

SOURCE = "rir_target_convention"
LIGHTEST, HEAVIEST = 0.3, 1.1
"""Shares of the heaviest load lifted between which a load is looked for: no more than a tenth above
what was ever lifted."""

CHOSEN = ReasonKind(
    "load_for_effort",
    "{repetitions} repetitions with {reserve:g} in reserve need {possible:g} that are possible: at "
    "{load} their chance is {chance:.0%}, the nearest to {wanted:.0%} that can be loaded.",
    Basis.EVIDENCE,
    "house_backtest",
)
AT_LIMIT = ReasonKind(
    "load_at_limit",
    "More than a tenth above the heaviest load lifted, {heaviest}, is not prescribed.",
    Basis.CONVENTION,
    "acsm_2009",
)


@dataclass(frozen=True, slots=True)
class RirTargetParameters:
    """Three sets of eight with two in reserve."""

    sets: int = parameter(3, "Sets.", low=1, high=10)
    repetitions: int = parameter(8, "Repetitions of every set.", low=1, high=15)
    repetitions_in_reserve: float = parameter(
        2.0, "Repetitions to leave undone (10 minus RPE).", low=0, high=5, source="refalo_2023"
    )
    chance: float = parameter(
        0.5,
        "Wanted chance that repetitions and reserve together are possible: higher is lighter.",
        low=0.05,
        high=0.95,
    )

    def __post_init__(self) -> None:
        check_bounds(self)


def rir_target(
    sessions: Sequence[JudgedSession], parameters: RirTargetParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where nothing is known of the lifter's strength or of what can
    be loaded."""
    strength, loads = setting.strength, setting.loads
    if strength is None or loads is None or not sessions:
        return None
    possible = parameters.repetitions + parameters.repetitions_in_reserve

    def chances(loads_kg: tuple[float, ...]) -> list[float]:
        return [chance_of(one, possible) for one in strength.at_loads(loads_kg)]

    body_kg = setting.body_kg or 0.0
    heaviest_kg = body_kg + strength.heaviest_kg
    low_kg, high_kg = LIGHTEST * heaviest_kg - body_kg, HEAVIEST * heaviest_kg - body_kg
    heaviest = floor(loads, high_kg)
    if heaviest is None:
        return None
    [chance] = chances((heaviest.load_kg,))
    if chance >= parameters.chance:
        limit = AT_LIMIT(heaviest=setting.text(strength.heaviest_kg))
        demand = _demand(ChosenLoad(heaviest.load_kg, chance), sessions[-1], parameters, setting)
        return replace(demand, because=(*demand.because, limit))
    chosen = nearest_to_chance(loads, chances, parameters.chance, low_kg, high_kg)
    if not isinstance(chosen, ChosenLoad):
        return None
    return _demand(chosen, sessions[-1], parameters, setting)


def chance_of(one: RepetitionsAtLoad, possible: float) -> float:
    """P(capacity >= possible); between whole numbers by a straight line."""
    below, above = max(1, math.floor(possible)), max(1, math.ceil(possible))
    share = possible - below
    return (1.0 - share) * one.chance[below - 1] + share * one.chance[above - 1]


def _demand(
    chosen: ChosenLoad,
    last: JudgedSession,
    parameters: RirTargetParameters,
    setting: Setting,
) -> Demand:
    reserve = parameters.repetitions_in_reserve
    why = CHOSEN(
        repetitions=parameters.repetitions,
        reserve=reserve,
        possible=parameters.repetitions + reserve,
        load=setting.text(chosen.load_kg),
        chance=chosen.chance,
        wanted=parameters.chance,
    )
    one = fixed(Load(chosen.load_kg, chosen.load_kg), parameters.repetitions, reserve=reserve)
    return Demand(
        change_of(last.load_kg, chosen.load_kg),
        (replace(one, tempo=setting.tempo),) * parameters.sets,
        (why,),
    )
