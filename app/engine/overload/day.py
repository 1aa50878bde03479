"""The day: a check-in may hold or lower the demand, a week of a mesocycle changes its dose."""

from dataclasses import replace
from math import floor

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.load.mesocycle import MesocycleWeek
from app.engine.load.readiness import Effect, ReadinessEffect
from app.engine.overload.deload_effort import Possible, leaving
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, Load
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

RAISING = frozenset(
    {
        Action.INCREASE_LOAD,
        Action.INCREASE_REPETITIONS,
        Action.INCREASE_DURATION,
        Action.INCREASE_DISTANCE,
        Action.ADD_SET,
        Action.SLOW_TEMPO,
        Action.CHANGE_VARIATION,
        Action.TEST,
    }
)

DELOAD_WEEK = ReasonKind(
    "deload_week",
    "Week {week} is a deload: {sets} of {sets_before} sets, nothing raised, {reserve:g} "
    "repetitions in reserve as far as the range and the load leave them.",
    Basis.CONVENTION,
    "deload_convention",
)
WEEK_SETS = ReasonKind(
    "week_sets",
    "Week {week} of the mesocycle asks for {sets} sets instead of {sets_before}.",
    Basis.CONVENTION,
    "mesocycle_convention",
)


def on_this_day(
    demand: Demand, effect: ReadinessEffect, last: JudgedSession, setting: Setting
) -> Demand:
    """The demand with what a check-in does to it: never more than without."""
    if effect.effect is Effect.AS_PLANNED:
        return demand
    held_back = held(demand, last, setting)
    if effect.effect is Effect.HOLD:
        return held_back
    return lowered(held_back, effect.lower_percent / 100.0, setting)


def in_this_week(
    demand: Demand,
    week: MesocycleWeek | None,
    last: JudgedSession,
    setting: Setting,
    possible: Possible,
) -> Demand:
    """The demand with the sets of a week; in a deload nothing is raised."""
    if week is None:
        return demand
    before = len(demand.sets)
    sets = max(1, floor(before * week.sets_factor + 0.5))
    if week.is_deload:
        easy = held(demand, last, setting)
        why = DELOAD_WEEK(
            week=week.number,
            sets=min(sets, before),
            sets_before=before,
            reserve=week.repetitions_in_reserve,
        )
        fewer = _with_sets(replace(easy, action=Action.DELOAD), min(sets, before), why)
        return leaving(fewer, week.repetitions_in_reserve, setting, possible)
    if sets == before:
        return demand
    return _with_sets(demand, sets, WEEK_SETS(week=week.number, sets=sets, sets_before=before))


def held(demand: Demand, last: JudgedSession, setting: Setting) -> Demand:
    """No more of anything than last time; a demand that raises nothing stays as it is."""
    if demand.action not in RAISING:
        return _closed(demand)
    top = demand.top.load
    above_kg = 0.0 if top is None else max(0.0, top.load_kg - last.load_kg)
    done = len(last.repetitions)
    sets = demand.sets[:done] if demand.action is Action.ADD_SET else demand.sets
    held_sets = tuple(_held_set(one, above_kg, last, setting) for one in sets)
    return _closed(replace(demand, action=Action.HOLD, sets=held_sets, variation=None))


def lowered(demand: Demand, share: float, setting: Setting) -> Demand:
    """Less by a share of all that is lifted, where that can be loaded."""
    sets = []
    for one in demand.sets:
        lighter = None if one.load is None else setting.lighter(one.load, share)
        sets.append(one if lighter is None else replace(one, load=lighter))
    changed = tuple(sets) != demand.sets
    return replace(demand, action=Action.DELOAD if changed else demand.action, sets=tuple(sets))


def _held_set(
    one: DemandedSet, above_kg: float, last: JudgedSession, setting: Setting
) -> DemandedSet:
    """A set at no more load than last time, aiming at what was done then."""
    load = one.load
    if load is not None and above_kg > 0.0:
        load = setting.load(load.load_kg - above_kg)
        load = Load(load.rule_kg, min(load.load_kg, last.load_kg))
    target = one.repetitions_target
    if target is not None and one.repetitions_low is not None and one.repetitions_high is not None:
        least_done = min(last.repetitions)
        usual = min(max(least_done, one.repetitions_low), one.repetitions_high)
        target = usual if above_kg > 0.0 else min(target, usual)
    return replace(
        one,
        load=load,
        repetitions_target=target,
        duration_s=_no_more(one.duration_s, [each.duration_s for each in last.sets]),
        distance_m=_no_more(one.distance_m, [each.distance_m for each in last.sets]),
        tempo=setting.tempo if last.tempo is None else last.tempo,
    )


def _no_more(asked: float | None, done: list[float | None]) -> float | None:
    known = [each for each in done if each]
    return asked if asked is None or not known else min(asked, max(known))


def _closed(demand: Demand) -> Demand:
    """Nothing open-ended."""
    return replace(demand, sets=tuple(replace(one, open_ended=False) for one in demand.sets))


def _with_sets(demand: Demand, sets: int, why: Reason) -> Demand:
    """The first so many sets; more are like the last one."""
    kept = demand.sets[:sets]
    more = (demand.sets[-1],) * (sets - len(kept))
    return replace(demand, sets=kept + more, because=(*demand.because, why))
