"""Coming back after a pause: lighter, as a margin for tissue, not as an estimate of strength."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.equipment.loads import floor, lightest_kg, nearest
from app.engine.equipment.rounding import Rounding
from app.engine.equipment.same_load import same_load
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, Load
from app.engine.progression.setting import Setting
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
    demand: Demand,
    last: JudgedSession,
    setting: Setting,
    *,
    sets_asked: int | None,
    repetitions_high: int | None = None,
) -> Demand:
    """The demand after a pause: never heavier than without it, and never heavier than the last.

    `repetitions_high` is the top of the range where it had been extended on the way to a far load.
    """
    back = _return(last, setting.at - last.performed_at, sets_asked)
    if back is None:
        return demand
    top = demand.top.load
    lighter = None if top is None else _lighter(top, last, back, setting)
    is_lighter = lighter is not None and _is_less(lighter.load_kg, last.load_kg)
    held = back.action is Action.DELOAD and not is_lighter
    after = [
        _easier(one, top, lighter, last, back, setting, is_lighter=is_lighter)
        for one in demand.sets[: back.sets]
    ]
    if repetitions_high is not None:
        after = [replace(one, repetitions_high=repetitions_high) for one in after]
    return Demand(
        Action.HOLD if held else back.action,
        tuple(after),
        _why(back, last, after[0], lighter, setting, sets_asked),
        demand.stage,
    )


def is_still_heavy(demand: Demand, last: JudgedSession, setting: Setting) -> bool:
    """A first session back for which the equipment makes nothing as light as it should be."""
    if demand.action is not Action.START or demand.top.load is None:
        return False
    next_kg = demand.top.load.load_kg
    if _is_unloaded(last, setting):
        return setting.load_mode is LoadMode.BODY_WEIGHT
    now_kg, then_kg = setting.lifted_kg(next_kg), setting.lifted_kg(last.load_kg)
    if now_kg is None or then_kg is None:
        return next_kg >= last.load_kg
    return now_kg > STILL_HEAVY * then_kg


def _return(last: JudgedSession, pause: timedelta, sets_asked: int | None) -> _Return | None:
    done = len(last.repetitions)
    if pause > NEW_AFTER:
        sets = min(sets_asked or done, START_SETS)
        whys = (START_AGAIN, START_AGAIN_UNLOADED)
        return _Return(Action.START, START_SHARE, START_SETS, sets, floor, *whys)
    cut = max((share for least, share in CUTS.items() if pause >= least), default=None)
    if cut is None:
        return None
    sets = sets_asked or min(done, RETURN_SETS)
    whys = (RE_ENTRY, RE_ENTRY_UNLOADED)
    return _Return(Action.DELOAD, 1 - cut, RETURN_SETS, sets, nearest, *whys)


def _is_less(load_kg: float, than_kg: float) -> bool:
    return load_kg < than_kg and not same_load(load_kg, than_kg)


def _lighter(top: Load, last: JudgedSession, back: _Return, setting: Setting) -> Load:
    """What is wanted of the heaviest set and what can be loaded for it."""
    if _is_unloaded(last, setting):
        return Load(last.load_kg, last.load_kg)
    limit_kg = min(top.load_kg, last.load_kg)
    lifted_kg = setting.lifted_kg(last.load_kg) or abs(last.load_kg)
    wanted_kg = min(last.load_kg - (1 - back.share) * lifted_kg, limit_kg)
    return Load(wanted_kg, _loadable_kg(wanted_kg, limit_kg, back, setting))


def _is_unloaded(last: JudgedSession, setting: Setting) -> bool:
    """No load was used and no assistance can be: only sets and repetitions can be fewer."""
    loads = setting.loads
    return same_load(last.load_kg, 0.0) and (loads is None or lightest_kg(loads) >= 0.0)


def _easier(
    one: DemandedSet,
    top: Load | None,
    lighter: Load | None,
    last: JudgedSession,
    back: _Return,
    setting: Setting,
    *,
    is_lighter: bool,
) -> DemandedSet:
    """One set of the session back: lighter, from the bottom, nothing open-ended; shorter holds."""
    load = one.load
    if load is not None and top is not None and lighter is not None:
        below_top_kg = top.load_kg - load.load_kg
        load = lighter if below_top_kg <= 0 else setting.load(lighter.load_kg - below_top_kg)
    share = 1.0 if is_lighter else back.share
    return replace(
        one,
        load=load,
        repetitions_target=_target(one, last, setting, is_lighter=is_lighter),
        open_ended=False,
        tempo=setting.tempo,
        duration_s=None if one.duration_s is None else float(round(one.duration_s * share)),
        distance_m=None if one.distance_m is None else float(round(one.distance_m * share)),
    )


def _target(
    one: DemandedSet, last: JudgedSession, setting: Setting, *, is_lighter: bool
) -> int | None:
    """The bottom of the range; at an equal load no more than was done, unless it was asked for."""
    if one.repetitions_low is None or is_lighter or setting.explicit:
        return one.repetitions_low
    return min(one.repetitions_low, *last.repetitions)


def _why(
    back: _Return,
    last: JudgedSession,
    first: DemandedSet,
    lighter: Load | None,
    setting: Setting,
    sets_asked: int | None,
) -> tuple[Reason, ...]:
    next_kg = last.load_kg if lighter is None else lighter.load_kg
    unloaded = lighter is None or _is_unloaded(last, setting)
    why = (back.why_unloaded if unloaded else back.why)(
        days=(setting.at - last.performed_at).days,
        last_load=setting.text(last.load_kg),
        last_load_kg=last.load_kg,
        next_load=setting.text(next_kg),
        next_load_kg=next_kg,
        percent=100 * back.share,
        sets=back.sets,
        sets_most=back.sets_most,
        repetitions=first.repetitions_target or 0,
    )
    before = sets_asked or len(last.repetitions)
    fewer = (FEWER_SETS(sets=back.sets, sets_before=before),) if back.sets < before else ()
    return why, *fewer


def _loadable_kg(wanted_kg: float, limit_kg: float, back: _Return, setting: Setting) -> float:
    """What can be loaded for what is wanted, but never above the limit, which was lifted.

    Where all that can be loaded is far lighter, as with other equipment than last time, the
    heaviest of it.
    """
    loads = setting.loads
    if loads is None:
        return limit_kg
    wanted_kg = max(wanted_kg, lightest_kg(loads))
    loadable = back.rounding(loads, wanted_kg) or floor(loads, wanted_kg)
    if loadable is None or not setting.leaves_something(loadable.load_kg):
        return limit_kg
    return min(loadable.load_kg, limit_kg)
