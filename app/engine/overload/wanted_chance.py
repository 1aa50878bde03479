"""A load for a wanted chance: where the caller says how likely the target is to be."""

from dataclasses import replace

from app.engine.answer import Basis, ReasonKind
from app.engine.overload.moved_sets import moved_sets
from app.engine.progression.chosen_load import AT_LIMIT, load_for_chance
from app.engine.progression.demand import Demand, Load
from app.engine.progression.rise import change_of
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

LOAD_FOR_CHANCE = ReasonKind(
    "load_for_chance",
    "At {load} the chance of {target} on the first set is {chance:.0%}: of the loads that can be "
    "made the nearest to the {wanted:.0%} that were asked for.",
    Basis.EVIDENCE,
    "house_backtest",
)


def at_wanted_chance(
    demand: Demand, wanted: float | None, last: JudgedSession, setting: Setting
) -> Demand:
    """The demand at the load whose chance comes nearest; as it was where that cannot be told."""
    top = demand.top
    if wanted is None or top.load is None or top.repetitions_target is None:
        return demand
    chosen = load_for_chance(setting, top.repetitions_target, wanted)
    if chosen is None or setting.strength is None:
        return demand
    why = LOAD_FOR_CHANCE(
        load=setting.text(chosen.load_kg),
        load_kg=chosen.load_kg,
        target=top.repetitions_target,
        chance=chosen.chance,
        wanted=wanted,
    )
    heaviest = setting.text(setting.strength.heaviest_kg)
    limit = (AT_LIMIT(heaviest=heaviest),) if chosen.at_limit else ()
    return replace(
        demand,
        action=change_of(last.load_kg, chosen.load_kg),
        sets=moved_sets(demand, top.load, Load(chosen.load_kg, chosen.load_kg), setting),
        because=(*demand.because, why, *limit),
    )
