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
from app.engine.progression.action import Action
from app.engine.progression.double import reasons
from app.engine.progression.double.followed import (
    fewer_sets_followed,
    first_demand,
    forgotten,
    load_followed,
    more_sets_followed,
    tempo_followed,
)
from app.engine.progression.double.levers import fresh, raised
from app.engine.progression.double.lighter import lighter
from app.engine.progression.double.state import Parameters, State
from app.engine.training_log.judged import JudgedSession

REPEATS_ALLOWED = 2
"""Sessions in a row without a gain before the load steps back."""

LAYOFF = timedelta(days=14)
"""After a pause of this length the comparison with earlier sessions starts anew."""


class Verdict(Enum):
    SUCCESS = auto()
    PROGRESS = auto()
    REPEAT = auto()
    STEP_BACK = auto()


def double_progression(sessions: Sequence[JudgedSession], parameters: Parameters) -> State:
    """The state after the sessions, oldest first; at least one is needed."""
    state = advance(first_demand(sessions[0], parameters), sessions[0], parameters)
    for earlier, session in pairwise(sessions):
        if session.performed_at - earlier.performed_at >= LAYOFF:
            state = forgotten(state)
        state = advance(state, session, parameters)
    return state


def advance(state: State, session: JudgedSession, parameters: Parameters) -> State:
    """The next demand, from the last one and what was done."""
    demand = load_followed(state, session, parameters)
    demand = tempo_followed(demand, session, parameters)
    demand = more_sets_followed(demand, session, parameters)
    counted = sorted(session.repetitions, reverse=True)[: demand.sets]
    verdict = _verdict(demand, session, counted, parameters)
    after = fewer_sets_followed(demand, session, parameters)
    return OUTCOMES[verdict](after, demand, counted, parameters)


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
    alike = parameters.sets_for(len(session.repetitions)) == demand.sets
    return parameters.explicit and set_by_then and alike


Outcome = Callable[[State, State, list[int], Parameters], State]
"""The next state with the sets followed, the demand judged, its counted sets, the parameters."""


def _rise(state: State, demand: State, counted: list[int], parameters: Parameters) -> State:
    met = reasons.FULL_SUCCESS(
        all_sets="The one set" if demand.sets == 1 else f"Every one of {demand.sets} sets",
        reached=reasons.counted(demand.repetitions_high, "repetition"),
        sets=demand.sets,
        repetitions=demand.repetitions_high,
        load=parameters.text(demand.load_kg),
        load_kg=demand.load_kg,
    )
    after = raised(state, min(counted), parameters)
    return replace(after, because=(met, *after.because))


def _progress(state: State, demand: State, counted: list[int], parameters: Parameters) -> State:
    """More than before, or nothing to be compared with: go on at the same load."""
    target = _next_target(demand, counted, parameters)
    short = _shortfalls(demand, counted, parameters)
    within = reasons.WITHIN_RANGE(
        lowest=min(counted), repetitions=demand.repetitions_high, target=target
    )
    return replace(
        state,
        action=Action.HOLD if short else Action.INCREASE_REPETITIONS,
        best_total=max(sum(counted), state.best_total or 0),
        repeats=0,
        repetitions_target=target,
        because=short or (within,),
    )


def _shortfalls(demand: State, counted: list[int], parameters: Parameters) -> tuple[Reason, ...]:
    """Why the repetitions are not simply counted up; empty where all sets are in the range."""
    short = []
    if min(counted) < parameters.repetitions_low:
        short.append(
            reasons.BELOW_RANGE(lowest=min(counted), repetitions_low=parameters.repetitions_low)
        )
    if len(counted) < demand.sets:
        short.append(
            reasons.SETS_MISSING(
                done=len(counted), sets=demand.sets, load=parameters.text(demand.load_kg)
            )
        )
    return tuple(short)


def _repeat(state: State, demand: State, counted: list[int], parameters: Parameters) -> State:
    why = reasons.NOTHING_GAINED(
        total=sum(counted),
        sets=demand.sets,
        best=demand.best_total or 0,
        repeats=demand.repeats + 1,
        repeats_allowed=REPEATS_ALLOWED,
    )
    return replace(
        state,
        action=Action.HOLD,
        repeats=demand.repeats + 1,
        repetitions_target=_next_target(demand, counted, parameters),
        because=(why, *_shortfalls(demand, counted, parameters)),
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
    back = fresh(
        state,
        parameters,
        action=Action.DELOAD,
        load_kg=next_kg,
        unrounded_load_kg=wanted_kg,
        because=(why,),
    )
    return replace(back, left=demand)


OUTCOMES: Mapping[Verdict, Outcome] = MappingProxyType(
    {
        Verdict.SUCCESS: _rise,
        Verdict.PROGRESS: _progress,
        Verdict.REPEAT: _repeat,
        Verdict.STEP_BACK: _step_back,
    }
)


def _next_target(demand: State, counted: list[int], parameters: Parameters) -> int:
    """One more than the lowest set, within the range."""
    aim = max(min(counted) + 1, parameters.repetitions_low)
    return min(aim, demand.repetitions_high)
