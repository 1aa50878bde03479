"""Double progression: repetitions rise within a range, then the load, and they start again.

A pure fold over the log. Nothing is counted beside it: correct a set and the advice is corrected.
The rule, its table and what is ours in it: docs/science/progressive-overload.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import Enum, auto
from itertools import pairwise
from types import MappingProxyType

from app.engine.answer import Reason
from app.engine.overload import reasons
from app.engine.overload.equipment import LoadGrid, floor, lightest_kg, same_load, step_kg
from app.engine.overload.judged import JudgedSession
from app.engine.overload.levers import fresh, raised
from app.engine.overload.prescription import Action
from app.engine.overload.state import Parameters, State

REPEATS_ALLOWED = 2
"""Sessions in a row without a gain before the load steps back."""

STEP_BACK_SHARE = 0.10

LAYOFF = timedelta(days=14)
"""After a pause of this length the comparison with earlier sessions starts anew."""


class Verdict(Enum):
    SUCCESS = auto()
    PROGRESS = auto()
    REPEAT = auto()
    STEP_BACK = auto()


def double_progression(sessions: Sequence[JudgedSession], parameters: Parameters) -> State:
    """The state after the sessions, oldest first; at least one is needed."""
    state = advance(_first_demand(sessions[0], parameters), sessions[0], parameters)
    for earlier, session in pairwise(sessions):
        if session.performed_at - earlier.performed_at >= LAYOFF:
            state = _forgotten(state)
        state = advance(state, session, parameters)
    return state


def advance(state: State, session: JudgedSession, parameters: Parameters) -> State:
    """The next demand, from the last one and what was done."""
    demand = _tempo_followed(_load_followed(state, session, parameters), session, parameters)
    counted = sorted(session.repetitions, reverse=True)[: demand.sets]
    verdict = _verdict(demand, session, counted, parameters)
    return OUTCOMES[verdict](
        _sets_followed(demand, session, parameters), demand, counted, parameters
    )


def _first_demand(session: JudgedSession, parameters: Parameters) -> State:
    """The first session of the log is judged by what it shows itself."""
    return State(
        Action.START,
        session.load_kg,
        session.load_kg,
        parameters.sets or len(session.repetitions),
        parameters.sets or len(session.repetitions),
        parameters.repetitions_high,
        parameters.repetitions_low,
        parameters.tempo,
    )


def _load_followed(state: State, session: JudgedSession, parameters: Parameters) -> State:
    """Progression reads the load lifted: another than was demanded is a demand of its own."""
    if same_load(state.load_kg, session.load_kg):
        return state
    return _first_demand(session, parameters)


def _tempo_followed(state: State, session: JudgedSession, parameters: Parameters) -> State:
    """A lowering logged quicker than was demanded takes the slower tempo back.

    A tempo that is not logged counts as done; one that a programme set is not moved by the log.
    """
    logged = session.tempo
    if logged is None or (state.tempo is not None and state.tempo == parameters.tempo):
        return state
    if state.tempo is not None and logged.eccentric_s < state.tempo.eccentric_s:
        state = _forgotten(state)
    return replace(state, tempo=logged)


def _sets_followed(demand: State, session: JudgedSession, parameters: Parameters) -> State:
    """Without a prescribed count the next session has as many sets as this one had."""
    done = len(session.repetitions)
    if parameters.sets is not None or done == demand.sets:
        return demand
    first = done if done < demand.first_sets else demand.first_sets
    return replace(_forgotten(demand), sets=done, first_sets=first)


def _forgotten(state: State) -> State:
    return replace(state, best_total=None, repeats=0)


def _verdict(
    demand: State, session: JudgedSession, counted: list[int], parameters: Parameters
) -> Verdict:
    if len(counted) == demand.sets and min(counted) >= demand.repetitions_high:
        return Verdict.SUCCESS
    gained = demand.best_total is None or sum(counted) > demand.best_total
    if gained or not _can_fail(demand, session, parameters):
        return Verdict.PROGRESS
    return Verdict.STEP_BACK if demand.repeats + 1 >= REPEATS_ALLOWED else Verdict.REPEAT


def _can_fail(demand: State, session: JudgedSession, parameters: Parameters) -> bool:
    """Only targets that were set by then can be missed; without a count only like is compared."""
    set_by_then = parameters.since is None or session.performed_at >= parameters.since
    alike = parameters.sets is not None or len(session.repetitions) == demand.sets
    return parameters.explicit and set_by_then and alike


Outcome = Callable[[State, State, list[int], Parameters], State]
"""The next state with the sets followed, the demand judged, its counted sets, the parameters."""


def _rise(state: State, demand: State, counted: list[int], parameters: Parameters) -> State:
    met = reasons.FULL_SUCCESS(
        sets=demand.sets,
        repetitions=demand.repetitions_high,
        load=parameters.text(demand.load_kg),
        load_kg=demand.load_kg,
    )
    after = raised(state, min(counted), parameters)
    return replace(after, because=(met, *after.because))


def _progress(state: State, demand: State, counted: list[int], parameters: Parameters) -> State:
    """More than before, or nothing to be compared with: go on at the same load."""
    state = replace(
        state,
        best_total=max(sum(counted), state.best_total or 0),
        repeats=0,
        repetitions_target=_next_target(demand, counted, parameters),
    )
    below, missing = min(counted) < parameters.repetitions_low, len(counted) < demand.sets
    why = []
    if below:
        why.append(
            reasons.BELOW_RANGE(lowest=min(counted), repetitions_low=parameters.repetitions_low)
        )
    if missing:
        why.append(_sets_missing(demand, counted, parameters))
    if why:
        return replace(state, action=Action.HOLD, because=tuple(why))
    within = reasons.WITHIN_RANGE(
        lowest=min(counted), repetitions=demand.repetitions_high, target=state.repetitions_target
    )
    return replace(state, action=Action.INCREASE_REPETITIONS, because=(within,))


def _repeat(state: State, demand: State, counted: list[int], parameters: Parameters) -> State:
    why = [
        reasons.NOTHING_GAINED(
            total=sum(counted),
            sets=demand.sets,
            best=demand.best_total or 0,
            repeats=demand.repeats + 1,
            repeats_allowed=REPEATS_ALLOWED,
        )
    ]
    if len(counted) < demand.sets:
        why.append(_sets_missing(demand, counted, parameters))
    return replace(
        state,
        action=Action.HOLD,
        repeats=demand.repeats + 1,
        repetitions_target=_next_target(demand, counted, parameters),
        because=tuple(why),
    )


def _step_back(state: State, demand: State, counted: list[int], parameters: Parameters) -> State:
    numbers: dict[str, int | str] = {
        "repeats": demand.repeats + 1,
        "load": parameters.text(demand.load_kg),
    }
    wanted_kg, next_kg = lighter(demand.load_kg, parameters)
    if next_kg is None:
        held = _repeat(state, demand, counted, parameters)
        return replace(held, because=(reasons.NO_LIGHTER_LOAD(**numbers),))
    why = reasons.STEP_BACK(**numbers, next_load=parameters.text(next_kg), next_load_kg=next_kg)
    return fresh(
        state,
        parameters,
        action=Action.DELOAD,
        load_kg=next_kg,
        unrounded_load_kg=wanted_kg,
        because=(why,),
    )


OUTCOMES: Mapping[Verdict, Outcome] = MappingProxyType(
    {
        Verdict.SUCCESS: _rise,
        Verdict.PROGRESS: _progress,
        Verdict.REPEAT: _repeat,
        Verdict.STEP_BACK: _step_back,
    }
)


def lighter(load_kg: float, parameters: Parameters) -> tuple[float, float | None]:
    """A tenth and at least one step less, un-rounded and loadable [kg]; None where there is none.

    The tenth is of all that is lifted: on the body's own weight a step back is more assistance.
    """
    lifted_kg = parameters.lifted_kg(load_kg) or abs(load_kg)
    wanted_kg = load_kg - STEP_BACK_SHARE * lifted_kg
    if parameters.grid is None:
        return wanted_kg, None
    next_kg = _at_most(parameters.grid, min(wanted_kg, load_kg - step_kg(parameters.grid)))
    return wanted_kg, next_kg if next_kg < load_kg else None


def _at_most(grid: LoadGrid, wanted_kg: float) -> float:
    """Rounded down, so that no step back rounds to the load it came from; else the lightest."""
    loadable = floor(grid, wanted_kg)
    return lightest_kg(grid) if loadable is None else loadable.load_kg


def _sets_missing(demand: State, counted: list[int], parameters: Parameters) -> Reason:
    return reasons.SETS_MISSING(
        done=len(counted), sets=demand.sets, load=parameters.text(demand.load_kg)
    )


def _next_target(demand: State, counted: list[int], parameters: Parameters) -> int:
    """One more than the lowest set, within the range."""
    aim = max(min(counted) + 1, parameters.repetitions_low)
    return min(aim, demand.repetitions_high)
