"""Effort as the target: the load is the one at which so many repetitions likely leave so many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.progression.action import Action
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

NOT_LOWERED = ReasonKind(
    "reserve_not_logged",
    "All {repetitions} repetitions went at {load}, and what was left in reserve was not logged: "
    "nothing shows that it was too heavy, so it stays. Log the reserve to have the load follow it.",
    Basis.CONVENTION,
    "rir_target_convention",
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
    last = sessions[-1]
    if chosen.load_kg < last.load_kg and _went_untold(last, parameters.repetitions):
        stays = NOT_LOWERED(repetitions=parameters.repetitions, load=setting.text(last.load_kg))
        return _demand(Action.HOLD, setting.load(last.load_kg), parameters, setting, (stays,))
    heaviest = setting.text(setting.strength.heaviest_kg)
    limit = (AT_LIMIT(heaviest=heaviest),) if chosen.at_limit else ()
    load = Load(chosen.load_kg, chosen.load_kg)
    action = change_of(last.load_kg, chosen.load_kg)
    return _demand(action, load, parameters, setting, (why, *limit))


def _went_untold(last: JudgedSession, repetitions: int) -> bool:
    """Whether every top set had all repetitions, and nobody said what was left.

    Otherwise an easy set that is done as asked would look like the most that could be done, and
    the load would sink from session to session.
    """
    told = any(one.repetitions_in_reserve is not None for one in last.sets)
    return not told and not last.to_failure and min(last.repetitions) >= repetitions


def _demand(
    action: Action,
    load: Load,
    parameters: RirTargetParameters,
    setting: Setting,
    because: tuple[Reason, ...],
) -> Demand:
    one = fixed(load, parameters.repetitions, reserve=parameters.repetitions_in_reserve)
    return Demand(action, (replace(one, tempo=setting.tempo),) * parameters.sets, because)
