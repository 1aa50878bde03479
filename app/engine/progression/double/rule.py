"""Double progression: repetitions rise within a range, then the load, and they start again.

A pure fold over the log. Nothing is counted beside it: correct a set and the advice is corrected.
The rule, its table and what is ours in it: docs/science/progressive-overload.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise
from types import MappingProxyType

from app.engine.answer import Reason
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, Load, ranged
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
from app.engine.progression.double.state import DoubleProgressionParameters, Given, State
from app.engine.progression.fold import LAYOFF
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

REPEATS_ALLOWED = 2
"""Sessions in a row without a gain before the load steps back."""

START_SETS = 3
"""Where neither a programme nor the log says how many. A convention."""


class Verdict(Enum):
    SUCCESS = auto()
    PROGRESS = auto()
    HELD = auto()
    REPEAT = auto()
    STEP_BACK = auto()


STEP_BACK_SHARE = 0.10
"""Of all that is lifted. A convention, as old as the five-by-five programmes."""


def double_progression(
    sessions: Sequence[JudgedSession], told: DoubleProgressionParameters, setting: Setting
) -> Demand | None:
    """The demand after the sessions, oldest first; None without one or a load to start from."""
    if sessions:
        return _demand(_state(sessions, Given(told, setting)), told)
    if setting.start_load_kg is None:
        return None
    low, high = told.repetitions_low, told.repetitions_high
    load = setting.load(setting.start_load_kg)
    one = replace(ranged(load, low, high, low), tempo=setting.tempo)
    starts = said.STARTS(load=setting.text(load.load_kg))
    return Demand(Action.START, (one,) * (told.sets or START_SETS), (starts,))


def _demand(state: State, told: DoubleProgressionParameters) -> Demand:
    one = DemandedSet(
        Load(state.unrounded_load_kg, state.load_kg),
        told.repetitions_low,
        state.repetitions_high,
        state.repetitions_target,
        tempo=state.tempo,
    )
    return Demand(state.action, (one,) * state.sets, state.because)


def _state(sessions: Sequence[JudgedSession], given: Given) -> State:
    state = advance(first_demand(sessions[0], given), sessions[0], given)
    for earlier, session in pairwise(sessions):
        if session.performed_at - earlier.performed_at >= LAYOFF:
            state = forgotten(state)
        state = advance(state, session, given)
    return state


def advance(state: State, session: JudgedSession, given: Given) -> State:
    """The next demand, from the last one and what was done."""
    demand = load_followed(state, session, given)
    demand = tempo_followed(demand, session, given)
    demand = more_sets_followed(demand, session, given)
    counted = sorted(session.repetitions, reverse=True)[: demand.sets]
    verdict = _verdict(demand, session, counted, given)
    after = fewer_sets_followed(demand, session, given)
    return OUTCOMES[verdict](after, demand, counted, given)


def _verdict(demand: State, session: JudgedSession, counted: list[int], given: Given) -> Verdict:
    if len(counted) == demand.sets and min(counted) >= demand.repetitions_high:
        return Verdict.SUCCESS
    gained = demand.best_total is None or sum(counted) > demand.best_total
    if gained or not _can_fail(demand, session, given):
        return Verdict.PROGRESS
    if given.setting.lenient(session) and sum(counted) == demand.best_total:
        return Verdict.HELD
    return Verdict.STEP_BACK if demand.repeats + 1 >= REPEATS_ALLOWED else Verdict.REPEAT


def _can_fail(demand: State, session: JudgedSession, given: Given) -> bool:
    """Only targets that were set by then can be missed; without a count only like is compared."""
    set_by_then = given.setting.since is None or session.performed_at >= given.setting.since
    alike = given.told.sets_for(len(session.repetitions)) == demand.sets
    return given.setting.explicit and set_by_then and alike


Outcome = Callable[[State, State, list[int], Given], State]
"""The next state with the sets followed, the demand judged, its counted sets, what is given."""


def _rise(state: State, demand: State, counted: list[int], given: Given) -> State:
    met = reasons.FULL_SUCCESS(
        all_sets="The one set" if demand.sets == 1 else f"Every one of {demand.sets} sets",
        reached=reasons.counted(demand.repetitions_high, "repetition"),
        sets=demand.sets,
        repetitions=demand.repetitions_high,
        load=given.setting.text(demand.load_kg),
        load_kg=demand.load_kg,
    )
    after = raised(state, min(counted), given)
    return replace(after, because=(met, *after.because))


def _progress(state: State, demand: State, counted: list[int], given: Given) -> State:
    """More than before, or nothing to be compared with: go on at the same load."""
    target = _next_target(demand, counted, given)
    short = _shortfalls(demand, counted, given)
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


def _shortfalls(demand: State, counted: list[int], given: Given) -> tuple[Reason, ...]:
    """Why the repetitions are not simply counted up; empty where all sets are in the range."""
    short = []
    if min(counted) < given.told.repetitions_low:
        short.append(
            reasons.BELOW_RANGE(lowest=min(counted), repetitions_low=given.told.repetitions_low)
        )
    if len(counted) < demand.sets:
        short.append(
            reasons.SETS_MISSING(
                done=len(counted), sets=demand.sets, load=given.setting.text(demand.load_kg)
            )
        )
    return tuple(short)


def _held(state: State, demand: State, counted: list[int], given: Given) -> State:
    """As much as ever at this demand, in a deficit."""
    why = said.HELD_IN_DEFICIT(
        done=said.listed(tuple(counted)), load=given.setting.text(demand.load_kg)
    )
    target = _next_target(demand, counted, given)
    return replace(state, action=Action.HOLD, repetitions_target=target, because=(why,))


def _repeat(state: State, demand: State, counted: list[int], given: Given) -> State:
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
        repetitions_target=_next_target(demand, counted, given),
        because=(why, *_shortfalls(demand, counted, given)),
    )


def _step_back(state: State, demand: State, counted: list[int], given: Given) -> State:
    numbers: dict[str, int | str] = {
        "repeats": demand.repeats + 1,
        "load": given.setting.text(demand.load_kg),
    }
    demanded = Load(demand.unrounded_load_kg, demand.load_kg)
    back = given.setting.lighter(demanded, STEP_BACK_SHARE)
    if back is None:
        held = _repeat(state, demand, counted, given)
        return replace(held, because=(reasons.NO_LIGHTER_LOAD(**numbers),))
    why = reasons.STEP_BACK(
        **numbers, next_load=given.setting.text(back.load_kg), next_load_kg=back.load_kg
    )
    after = fresh(
        state,
        given,
        action=Action.DELOAD,
        load_kg=back.load_kg,
        unrounded_load_kg=back.rule_kg,
        because=(why,),
    )
    return replace(after, left=demand)


OUTCOMES: Mapping[Verdict, Outcome] = MappingProxyType(
    {
        Verdict.SUCCESS: _rise,
        Verdict.PROGRESS: _progress,
        Verdict.HELD: _held,
        Verdict.REPEAT: _repeat,
        Verdict.STEP_BACK: _step_back,
    }
)


def _next_target(demand: State, counted: list[int], given: Given) -> int:
    """One more than the lowest set, within the range."""
    aim = max(min(counted) + 1, given.told.repetitions_low)
    return min(aim, demand.repetitions_high)
