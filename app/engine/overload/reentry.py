"""Coming back after a pause: lighter, as a margin for tissue, not as an estimate of strength."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.equipment.loads import floor, lightest_kg, nearest
from app.engine.equipment.rounding import Rounding
from app.engine.equipment.same_load import same_load
from app.engine.progression.action import Action
from app.engine.progression.double.state import Parameters, State
from app.engine.records import LoadMode
from app.engine.training_log.judged import JudgedSession

CUTS: Mapping[timedelta, float] = MappingProxyType(
    {timedelta(days=14): 0.05, timedelta(days=28): 0.10, timedelta(days=84): 0.20}
)
"""From this pause on the load is lower by this share of all that is lifted. A convention."""

RETURN_SETS = 3
"""First session back, where no number of sets is set. A convention."""

NEW_AFTER = timedelta(days=182)
"""After half a year an exercise starts as new."""

START_SHARE = 0.60
START_SETS = 2
"""First session as a beginner: the dose from which soreness is bearable. A convention."""

STILL_HEAVY = 0.70
"""A restart above this share of the last load is said to be heavy."""

RE_ENTRY = ReasonKind(
    "re_entry",
    "{days} days have passed since {last_load}: {next_load} with {repetitions} or more repetitions "
    "a set this time, a margin for tendons and soreness, not an estimate: strength itself is "
    "hardly lost within four weeks.",
    Basis.CONVENTION,
    "re_entry_convention",
)
RE_ENTRY_UNLOADED = ReasonKind(
    "re_entry",
    "{days} days have passed since the last session, and {next_load} cannot be made less: begin "
    "with {repetitions} or more repetitions a set, a margin for tendons and soreness.",
    Basis.CONVENTION,
    "re_entry_convention",
)
START_AGAIN = ReasonKind(
    "start_again",
    "{days} days have passed since {last_load}: the exercise starts as new, with {next_load} and "
    "no more than {sets_most} sets. At most {percent:g} % is wanted, where the equipment makes it.",
    Basis.CONVENTION,
    "re_entry_convention",
)
START_AGAIN_UNLOADED = ReasonKind(
    "start_again",
    "{days} days have passed since the last session: the exercise starts as new, with {next_load} "
    "and no more than {sets_most} sets, from {repetitions} or more repetitions each.",
    Basis.CONVENTION,
    "re_entry_convention",
)
FEWER_SETS = ReasonKind(
    "fewer_sets_after_pause",
    "Sets after the pause: {sets} instead of {sets_before}.",
    Basis.CONVENTION,
    "re_entry_convention",
)
STILL_HEAVY_LOAD = ReasonKind(
    "lightest_load_still_heavy",
    "After so long a pause {next_load} may be too much, and nothing lighter can be loaded: stop "
    "early, or begin with an easier variation.",
    Basis.CONVENTION,
    "re_entry_convention",
)


@dataclass(frozen=True, slots=True)
class _Return:
    action: Action
    """Where the load is lighter, or the exercise new; an equal load is a hold."""
    share: float
    """Of all that was lifted last."""
    sets_most: int
    sets: int
    rounding: Rounding
    why: ReasonKind
    why_unloaded: ReasonKind


def after_pause(
    state: State, last: JudgedSession, pause: timedelta, parameters: Parameters
) -> State:
    """The demand after a pause: never heavier than without it, and never heavier than the last."""
    back = _return(last, pause, parameters)
    if back is None:
        return state
    wanted_kg, next_kg = _lighter(state, last, back, parameters)
    is_lighter = next_kg < last.load_kg and not same_load(next_kg, last.load_kg)
    held = back.action is Action.DELOAD and not is_lighter
    target = _target(last, parameters, is_lighter=is_lighter)
    return State(
        Action.HOLD if held else back.action,
        next_kg,
        wanted_kg,
        back.sets,
        back.sets,
        parameters.repetitions_high,
        target,
        parameters.tempo,
        because=_why(back, last, next_kg, pause, target, parameters),
    )


def is_still_heavy(state: State, last: JudgedSession, parameters: Parameters) -> bool:
    """A first session back for which the equipment makes nothing as light as it should be."""
    if state.action is not Action.START:
        return False
    if _is_unloaded(last, parameters):
        return parameters.load_mode is LoadMode.BODY_WEIGHT
    now_kg, then_kg = parameters.lifted_kg(state.load_kg), parameters.lifted_kg(last.load_kg)
    if now_kg is None or then_kg is None:
        return state.load_kg >= last.load_kg
    return now_kg > STILL_HEAVY * then_kg


def _return(last: JudgedSession, pause: timedelta, parameters: Parameters) -> _Return | None:
    done = len(last.repetitions)
    if pause > NEW_AFTER:
        sets = min(parameters.sets or done, START_SETS)
        whys = (START_AGAIN, START_AGAIN_UNLOADED)
        return _Return(Action.START, START_SHARE, START_SETS, sets, floor, *whys)
    cut = max((share for least, share in CUTS.items() if pause >= least), default=None)
    if cut is None:
        return None
    sets = parameters.sets or min(done, RETURN_SETS)
    whys = (RE_ENTRY, RE_ENTRY_UNLOADED)
    return _Return(Action.DELOAD, 1 - cut, RETURN_SETS, sets, nearest, *whys)


def _lighter(
    state: State, last: JudgedSession, back: _Return, parameters: Parameters
) -> tuple[float, float]:
    """What is wanted and what can be loaded for it [kg]."""
    if _is_unloaded(last, parameters):
        return last.load_kg, last.load_kg
    limit_kg = min(state.load_kg, last.load_kg)
    lifted_kg = parameters.lifted_kg(last.load_kg) or abs(last.load_kg)
    wanted_kg = min(last.load_kg - (1 - back.share) * lifted_kg, limit_kg)
    return wanted_kg, _loadable_kg(wanted_kg, limit_kg, back, parameters)


def _is_unloaded(last: JudgedSession, parameters: Parameters) -> bool:
    """No load was used and no assistance can be: only sets and repetitions can be fewer."""
    loads = parameters.loads
    return same_load(last.load_kg, 0.0) and (loads is None or lightest_kg(loads) >= 0.0)


def _target(last: JudgedSession, parameters: Parameters, *, is_lighter: bool) -> int:
    """The bottom of the range; at an equal load no more than was done, unless it was asked for."""
    if is_lighter or parameters.explicit:
        return parameters.repetitions_low
    return min(parameters.repetitions_low, *last.repetitions)


def _why(
    back: _Return,
    last: JudgedSession,
    next_kg: float,
    pause: timedelta,
    target: int,
    parameters: Parameters,
) -> tuple[Reason, ...]:
    kind = back.why_unloaded if _is_unloaded(last, parameters) else back.why
    why = kind(
        days=pause.days,
        last_load=parameters.text(last.load_kg),
        last_load_kg=last.load_kg,
        next_load=parameters.text(next_kg),
        next_load_kg=next_kg,
        percent=100 * back.share,
        sets=back.sets,
        sets_most=back.sets_most,
        repetitions=target,
    )
    before = parameters.sets or len(last.repetitions)
    fewer = (FEWER_SETS(sets=back.sets, sets_before=before),) if back.sets < before else ()
    return why, *fewer


def _loadable_kg(wanted_kg: float, limit_kg: float, back: _Return, parameters: Parameters) -> float:
    """What can be loaded for what is wanted, but never above the limit, which was lifted.

    Where all that can be loaded is far lighter, as with other equipment than last time, the
    heaviest of it.
    """
    loads = parameters.loads
    if loads is None:
        return limit_kg
    wanted_kg = max(wanted_kg, lightest_kg(loads))
    loadable = back.rounding(loads, wanted_kg) or floor(loads, wanted_kg)
    if loadable is None or not parameters.leaves_something(loadable.load_kg):
        return limit_kg
    return min(loadable.load_kg, limit_kg)
