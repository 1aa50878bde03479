"""Effort as the target: the load is the one at which so many repetitions likely leave so many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.chosen_load import AT_LIMIT, load_for_chance
from app.engine.progression.demand import Demand, Load, fixed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.rise import change_of
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

CHOSEN = ReasonKind(
    "load_for_effort",
    "{repetitions} repetitions with {reserve:g} in reserve need {possible:g} that are possible: at "
    "{load} their chance is {chance:.0%}, the nearest to {wanted:.0%} that can be loaded.",
    Basis.EVIDENCE,
    "house_backtest",
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
    possible = parameters.repetitions + parameters.repetitions_in_reserve
    chosen = load_for_chance(setting, possible, parameters.chance)
    if chosen is None or setting.strength is None or not sessions:
        return None
    why = CHOSEN(
        repetitions=parameters.repetitions,
        reserve=parameters.repetitions_in_reserve,
        possible=possible,
        load=setting.text(chosen.load_kg),
        chance=chosen.chance,
        wanted=parameters.chance,
    )
    heaviest = setting.text(setting.strength.heaviest_kg)
    limit = (AT_LIMIT(heaviest=heaviest),) if chosen.at_limit else ()
    load = Load(chosen.load_kg, chosen.load_kg)
    one = fixed(load, parameters.repetitions, reserve=parameters.repetitions_in_reserve)
    return Demand(
        change_of(sessions[-1].load_kg, chosen.load_kg),
        (replace(one, tempo=setting.tempo),) * parameters.sets,
        (why, *limit),
    )
