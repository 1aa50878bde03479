"""How the demand rises after a full success: by load, else repetitions, sets, tempo.

The order is the rule. Each lever returns the next state, or None where it cannot be moved.
"""

from collections.abc import Callable
from dataclasses import replace

from app.engine.answer import Reason, ReasonKind
from app.engine.equipment.same_load import same_load
from app.engine.progression.action import Action
from app.engine.progression.double import reasons
from app.engine.progression.double.heavier import (
    LARGEST_STEP,
    LEAST_ADVISED_STEP,
    HeavierLoad,
    heavier,
)
from app.engine.progression.double.state import Given, State
from app.engine.records import Tempo
from app.engine.strength.lifted import STAND_IN_KG
from app.engine.training_log.judged import duration_s

Lever = Callable[[State, int, Given], State | None]
"""The state is the demand that was met, the number the repetitions that every set reached."""

USUAL_TEMPO = Tempo(eccentric_s=2.0, pause_s=0.0, concentric_s=1.0, hold_s=0.0)
"""Where none is known: novices are told 1 to 2 s each way (ACSM 2009)."""

SETS_ADDED_MOST = 2

TOO_LARGE = (reasons.STEP_TOO_LARGE, reasons.STEP_TOO_LARGE_UNWEIGHED)
OUT_OF_REACH = (reasons.STEP_OUT_OF_REACH, reasons.STEP_OUT_OF_REACH_UNWEIGHED)


def raise_load(state: State, reached: int, given: Given) -> State | None:
    step = heavier(state, given)
    if step is None or step.repetitions_needed > min(reached, given.told.most_repetitions):
        return None
    if same_load(step.load_kg, state.load_kg):
        return _carry(state, step, given)
    return fresh(
        state,
        given,
        action=Action.INCREASE_LOAD,
        load_kg=step.load_kg,
        unrounded_load_kg=step.unrounded_load_kg,
        because=_why_heavier(state, step, given),
    )


def extend_repetitions(state: State, reached: int, given: Given) -> State | None:
    """Raise the top of the range on the way to a load that is more than a tenth heavier."""
    step = heavier(state, given)
    top = min(step.repetitions_needed, given.told.most_repetitions) if step else 0
    if step is None or top <= reached:
        return None
    why = _why_too_far(TOO_LARGE, state, step, top, given)
    return replace(
        state,
        action=Action.INCREASE_REPETITIONS,
        repetitions_high=top,
        repetitions_target=reached + 1,
        best_total=None,
        repeats=0,
        because=(why, *_not_as_asked(step, given)),
    )


def add_set(state: State, _reached: int, given: Given) -> State | None:
    most = given.told.sets_max or min(state.first_sets + SETS_ADDED_MOST, given.told.sets_cap)
    if state.sets >= most:
        return None
    return replace(
        state,
        action=Action.ADD_SET,
        sets=state.sets + 1,
        repetitions_target=state.repetitions_high,
        best_total=None,
        repeats=0,
        because=(
            *_why_not_load(state, given),
            reasons.SET_ADDED(sets=state.sets + 1, sets_before=state.sets),
        ),
    )


def slow_tempo(state: State, _reached: int, given: Given) -> State | None:
    """One second more of lowering; the repetitions start again at the bottom."""
    before = state.tempo or USUAL_TEMPO
    after = replace(before, eccentric_s=before.eccentric_s + 1)
    if after.eccentric_s > given.told.eccentric_s_max or duration_s(after) > (
        given.told.repetition_s_max
    ):
        return None
    why = reasons.TEMPO_SLOWED(eccentric_s=after.eccentric_s, eccentric_s_before=before.eccentric_s)
    return replace(
        state,
        action=Action.SLOW_TEMPO,
        tempo=after,
        repetitions_target=given.told.repetitions_low,
        best_total=None,
        repeats=0,
        because=(*_why_not_load(state, given), why),
    )


def exhausted(state: State, _reached: int, given: Given) -> State:
    return replace(
        state,
        action=Action.HOLD,
        repetitions_target=state.repetitions_high,
        because=(*_why_not_load(state, given), reasons.EQUIPMENT_EXHAUSTED()),
    )


LEVERS: tuple[Lever, ...] = (raise_load, extend_repetitions, add_set, slow_tempo, exhausted)


def raised(state: State, reached: int, given: Given) -> State:
    """The first lever that moves; the last of them always does."""
    moved = (lever(state, reached, given) for lever in LEVERS)
    return next(after for after in moved if after is not None)


def fresh(
    state: State,
    given: Given,
    *,
    action: Action,
    load_kg: float,
    unrounded_load_kg: float,
    because: tuple[Reason, ...] = (),
) -> State:
    """Another load is another demand: its range starts at the bottom, nothing is known of it."""
    sets = given.told.sets or state.sets
    return State(
        action,
        load_kg,
        unrounded_load_kg,
        sets,
        sets,
        given.told.repetitions_high,
        given.told.repetitions_low,
        given.setting.tempo,
        because=because,
    )


def _carry(state: State, step: HeavierLoad, given: Given) -> State:
    return replace(
        state,
        action=Action.HOLD,
        unrounded_load_kg=step.unrounded_load_kg,
        repetitions_target=state.repetitions_high,
        best_total=None,
        repeats=0,
        because=(_why_carried(state, step, given),),
    )


def _why_carried(state: State, step: HeavierLoad, given: Given) -> Reason:
    carried_kg = step.unrounded_load_kg - state.load_kg
    unit = "kg" if given.setting.loads is None else given.setting.loads.unit
    load = given.setting.text(state.load_kg)
    if same_load(carried_kg, 0.0):
        return reasons.STEP_TOO_SMALL(step=given.setting.step or 0.0, unit=unit, load=load)
    return reasons.INCREMENT_CARRIED(
        unrounded=given.setting.text(step.unrounded_load_kg),
        load=load,
        carried=given.setting.text(carried_kg),
        unrounded_load_kg=step.unrounded_load_kg,
        load_kg=state.load_kg,
    )


def _why_heavier(state: State, step: HeavierLoad, given: Given) -> tuple[Reason, ...]:
    numbers = _numbers(state, step, given)
    rise = reasons.LOAD_RAISED(**numbers, repetitions=given.told.repetitions_low)
    return (rise, *_how_far(step, numbers), *_not_as_asked(step, given))


def _how_far(step: HeavierLoad, numbers: dict[str, float | int | str]) -> tuple[Reason, ...]:
    if step.growth is None:
        return ()
    percent = _percent(step)
    if step.growth > LARGEST_STEP + 1e-9:
        met = reasons.EXTENDED_RANGE_MET
        return (met(**numbers, percent=percent, repetitions=step.repetitions_needed),)
    advised = step.growth >= LEAST_ADVISED_STEP - 1e-9
    kind = reasons.STEP_WITHIN_TENTH if advised else reasons.STEP_BELOW_ADVISED
    return (kind(percent=percent),)


def _not_as_asked(step: HeavierLoad, given: Given) -> tuple[Reason, ...]:
    if not step.asked_too_far or given.setting.loads is None:
        return ()
    named = reasons.STEP_NOT_TAKEN(
        step=given.setting.step or 0.0,
        unit=given.setting.loads.unit,
        next_load=given.setting.text(step.load_kg),
    )
    return (named,)


def _why_not_load(state: State, given: Given) -> tuple[Reason, ...]:
    step = heavier(state, given)
    if step is None:
        kind = reasons.NOTHING_TO_LOAD if given.setting.loads is None else reasons.NOTHING_HEAVIER
        return (kind(load=given.setting.text(state.load_kg)),)
    why = _why_too_far(OUT_OF_REACH, state, step, given.told.most_repetitions, given)
    return (why, *_not_as_asked(step, given))


def _why_too_far(
    kinds: tuple[ReasonKind, ReasonKind],
    state: State,
    step: HeavierLoad,
    repetitions: int,
    given: Given,
) -> Reason:
    """With its share of what is lifted, or in kilograms where the body's part is not known."""
    weighed, unweighed = kinds
    numbers = {**_numbers(state, step, given), "repetitions": repetitions}
    if step.growth is not None:
        return weighed(**numbers, percent=_percent(step))
    rise_kg, rise_kg_most = step.load_kg - state.load_kg, LARGEST_STEP * STAND_IN_KG
    rises = {"rise": given.setting.text(rise_kg), "rise_most": given.setting.text(rise_kg_most)}
    return unweighed(**numbers, **rises, rise_kg=rise_kg, rise_kg_most=rise_kg_most)


def _numbers(state: State, step: HeavierLoad, given: Given) -> dict[str, float | int | str]:
    return {
        "load": given.setting.text(state.load_kg),
        "load_kg": state.load_kg,
        "next_load": given.setting.text(step.load_kg),
        "next_load_kg": step.load_kg,
        "repetitions_low": given.told.repetitions_low,
    }


def _percent(step: HeavierLoad) -> float:
    return 100 * (step.growth or 0.0)
