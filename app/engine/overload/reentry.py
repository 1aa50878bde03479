"""Coming back after a pause: lighter, as a margin for tissue, not as an estimate of strength."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from app.engine.answer import Basis, ReasonKind
from app.engine.overload.equipment import LoadableLoad, LoadGrid, floor, lightest_kg, nearest
from app.engine.overload.judged import JudgedSession
from app.engine.overload.prescription import Action
from app.engine.overload.state import Parameters, State

CUTS: Mapping[timedelta, float] = MappingProxyType(
    {timedelta(days=14): 0.05, timedelta(days=28): 0.10, timedelta(days=84): 0.20}
)
"""From this pause on the load is lower by this share of all that is lifted. A convention."""

NEW_AFTER = timedelta(days=182)
"""After half a year an exercise starts as new."""

START_SHARE = 0.60
START_SETS = 2
"""First session as a beginner: the dose from which soreness is bearable. A convention."""

STILL_HEAVY = 0.70
"""A restart above this share of the last load is said to be heavy."""

RE_ENTRY = ReasonKind(
    "re_entry",
    "{days} days have passed since {last_load}: {next_load} from {repetitions} repetitions this "
    "time, a margin for tendons and soreness, not an estimate: strength itself is hardly lost "
    "within four weeks.",
    Basis.CONVENTION,
    "re_entry_convention",
)
START_AGAIN = ReasonKind(
    "start_again",
    "{days} days have passed since {last_load}: the exercise starts as new, with {next_load} and "
    "{sets} sets. At most {percent:g} % is wanted, where the equipment makes it.",
    Basis.CONVENTION,
    "re_entry_convention",
)
STILL_HEAVY_LOAD = ReasonKind(
    "lightest_load_still_heavy",
    "After so long a pause {next_load} is heavy, and nothing lighter can be loaded: stop early, or "
    "begin with an easier variation.",
    Basis.CONVENTION,
    "re_entry_convention",
)


@dataclass(frozen=True, slots=True)
class _Return:
    action: Action
    share: float
    """Of all that was lifted last."""
    sets: int
    rounding: Callable[[LoadGrid, float], LoadableLoad | None]
    why: ReasonKind


def after_pause(
    state: State, last: JudgedSession, pause: timedelta, parameters: Parameters
) -> State:
    """The demand after a pause: never heavier than without it, and never heavier than the last."""
    back = _return(last, pause, parameters)
    if back is None:
        return state
    limit_kg = min(state.load_kg, last.load_kg)
    lifted_kg = parameters.lifted_kg(last.load_kg) or abs(last.load_kg)
    wanted_kg = min(last.load_kg - (1 - back.share) * lifted_kg, limit_kg)
    next_kg = _loadable_kg(wanted_kg, limit_kg, back, parameters)
    why = back.why(
        days=pause.days,
        last_load=parameters.text(last.load_kg),
        last_load_kg=last.load_kg,
        next_load=parameters.text(next_kg),
        next_load_kg=next_kg,
        percent=100 * back.share,
        sets=back.sets,
        repetitions=parameters.repetitions_low,
    )
    return State(
        back.action,
        next_kg,
        wanted_kg,
        back.sets,
        back.sets,
        parameters.repetitions_high,
        parameters.repetitions_low,
        parameters.tempo,
        because=(why,),
    )


def is_still_heavy(state: State, last: JudgedSession, parameters: Parameters) -> bool:
    """A first session back for which the equipment makes nothing as light as it should be."""
    if state.action is not Action.START:
        return False
    now_kg, then_kg = parameters.lifted_kg(state.load_kg), parameters.lifted_kg(last.load_kg)
    if now_kg is None or then_kg is None:
        return state.load_kg >= last.load_kg
    return now_kg > STILL_HEAVY * then_kg


def _return(last: JudgedSession, pause: timedelta, parameters: Parameters) -> _Return | None:
    sets = parameters.sets or len(last.repetitions)
    if pause > NEW_AFTER:
        return _Return(Action.START, START_SHARE, min(sets, START_SETS), floor, START_AGAIN)
    cut = max((share for least, share in CUTS.items() if pause >= least), default=None)
    return None if cut is None else _Return(Action.HOLD, 1 - cut, sets, nearest, RE_ENTRY)


def _loadable_kg(wanted_kg: float, limit_kg: float, back: _Return, parameters: Parameters) -> float:
    """What can be loaded for what is wanted, but never above the limit, which can be loaded."""
    if parameters.grid is None:
        return limit_kg
    loadable = back.rounding(parameters.grid, max(wanted_kg, lightest_kg(parameters.grid)))
    return limit_kg if loadable is None else min(loadable.load_kg, limit_kg)
