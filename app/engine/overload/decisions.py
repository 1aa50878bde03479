"""What the athlete made of an advice: a change holds within the limits of safety, a refusal raises
nothing, until they train again or decide anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.engine.answer import Basis, Reason, ReasonKind, Value
from app.engine.decision import DecisionVerdict, in_words
from app.engine.equipment.same_load import same_load
from app.engine.overload.day import held
from app.engine.overload.moved_sets import moved_sets
from app.engine.progression.action import Action
from app.engine.progression.chosen_load import HEAVIEST
from app.engine.progression.demand import Demand, DemandedSet
from app.engine.progression.double.reasons import counted
from app.engine.progression.rise import change_of
from app.engine.progression.setting import Setting
from app.engine.records import LoadMode
from app.engine.training_log.judged import JudgedSession

CHANGED = ReasonKind(
    "advice_changed",
    "On {decided_on} you changed the advice to {change}{why}.",
    Basis.EVIDENCE,
)
REFUSED = ReasonKind(
    "advice_refused",
    "On {decided_on} you refused the advice{why}.",
    Basis.EVIDENCE,
)
CHANGE_HOLDS = ReasonKind(
    "change_holds",
    "Your change holds until {until}: {change} instead of {before}.",
    Basis.CONVENTION,
    "decision_convention",
)
REFUSAL_HOLDS = ReasonKind(
    "refusal_holds",
    "Nothing is raised until {until}.",
    Basis.CONVENTION,
    "decision_convention",
)
CHANGE_TOO_HEAVY = ReasonKind(
    "change_too_heavy",
    "Your {load} is not taken over: more than a tenth above the heaviest load lifted, {heaviest}, "
    "is not prescribed.",
    Basis.CONVENTION,
    "acsm_2009",
)
CHANGE_TOO_HEAVY_FIRST = ReasonKind(
    "change_too_heavy",
    "Your {load} is not taken over: nothing heavier than {heaviest} is prescribed before a session "
    "is logged.",
    Basis.CONVENTION,
    "first_session_convention",
)
CHANGE_DOES_NOT_FIT = ReasonKind(
    "change_does_not_fit",
    "Your {what} cannot be taken over: {this} is prescribed without.",
    Basis.CONVENTION,
)
CHANGE_IMPOSSIBLE = ReasonKind(
    "change_does_not_fit",
    "Your {load} cannot be taken over: it would be less than nothing.",
    Basis.CONVENTION,
)
CHANGE_NOT_TODAY = ReasonKind(
    "change_not_today",
    "Your {what} is not taken over today: the day allows no more than last time.",
    Basis.CONVENTION,
    "decision_convention",
)
CHANGE_AFTER_PAUSE = ReasonKind(
    "change_after_pause",
    "After the pause your change does not hold.",
    Basis.CONVENTION,
    "re_entry_convention",
)
UNTIL_TRAINED = "you have trained it again or decide anew"


@dataclass(frozen=True, slots=True)
class Change:
    """What the athlete would rather do; None stays as advised."""

    load_kg: float | None = None
    """Of the heaviest set; lighter ones stay as far below it."""
    repetitions: int | None = None
    sets: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The last word on the advice for one exercise."""

    decided_at: datetime
    verdict: DecisionVerdict
    reason: str | None = None
    change: Change = field(default_factory=Change)
    holds_until: datetime | None = None
    """None: until a session after it."""

    def holds(self, at: datetime, sessions: Sequence[JudgedSession]) -> bool:
        """Whether it bears on a session at an instant."""
        if self.holds_until is not None:
            return at <= self.holds_until
        return not any(one.performed_at >= self.decided_at for one in sessions)

    def is_of_last_time(self, sessions: Sequence[JudgedSession]) -> bool:
        """Whether it was made on the advice for the last session, or since."""
        return len(sessions) < 2 or self.decided_at > sessions[-2].performed_at


@dataclass(frozen=True, slots=True)
class Decided:
    """A demand, and what is said of the decision."""

    demand: Demand
    because: tuple[Reason, ...] = ()
    repetitions_set: bool = False
    """The athlete set the repetitions: they are warned of, not lowered."""

    def overtaken(self, demand: Demand) -> "Decided":
        """After a pause another demand holds, and a change does not."""
        kept = tuple(one for one in self.because if one.code != CHANGE_HOLDS.code)
        said = () if kept == self.because else (CHANGE_AFTER_PAUSE(),)
        return Decided(demand, kept + said)


def as_decided(
    demand: Demand,
    decision: Decision | None,
    sessions: Sequence[JudgedSession],
    setting: Setting,
    *,
    may_raise: bool = True,
) -> Decided:
    """The demand as the athlete decided it; `sessions` oldest first, none for a first session.

    What the day, the week and a pause do to it comes after. What is too much is not taken over,
    and that is said: a load too far above what was lifted, or anything above the last session
    where nothing may be raised.
    """
    if decision is None or decision.verdict is DecisionVerdict.ACCEPTED:
        return Decided(demand)
    holds = decision.holds(setting.at, sessions)
    if not holds and not decision.is_of_last_time(sessions):
        return Decided(demand)
    said = _said(decision, setting)
    if not holds:
        return Decided(demand, (said,))
    if decision.verdict is DecisionVerdict.REFUSED:
        return _not_raised(demand, decision, sessions, setting, said)
    unfit = {one.values["field"]: one for one in _unfit(demand, decision.change, sessions, setting)}
    if sessions and not may_raise:
        rising = _rising(decision.change, sessions[-1], setting)
        unfit = {**{one.values["field"]: one for one in rising}, **unfit}
    return _changed(demand, decision, sessions, setting, (said, unfit))


def _not_raised(
    demand: Demand,
    decision: Decision,
    sessions: Sequence[JudgedSession],
    setting: Setting,
    said: Reason,
) -> Decided:
    if not sessions:
        return Decided(demand, (said,))
    why = REFUSAL_HOLDS(until=_until(decision))
    return Decided(held(demand, sessions[-1], setting), (said, why))


def _changed(
    demand: Demand,
    decision: Decision,
    sessions: Sequence[JudgedSession],
    setting: Setting,
    remarks: tuple[Reason, Mapping[Value, Reason]],
) -> Decided:
    """With what of the change is not left out, by the name of its field."""
    said, unfit = remarks
    told = {name: getattr(decision.change, name) for name in Change.__slots__}
    change = Change(**{name: value for name, value in told.items() if name not in unfit})
    taken = _described(change, setting)
    if not taken:
        return Decided(demand, (said, *unfit.values()))
    after = _with_sets(_with_load(demand, change.load_kg, sessions, setting), change)
    why = CHANGE_HOLDS(until=_until(decision), change=taken, before=_as_advised(demand, setting))
    return Decided(after, (said, why, *unfit.values()), change.repetitions is not None)


def _rising(change: Change, last: JudgedSession, setting: Setting) -> Iterator[Reason]:
    """What of a change is more than was done last."""
    if change.sets is not None and change.sets > len(last.repetitions):
        yield CHANGE_NOT_TODAY(field="sets", what=counted(change.sets, "set"))
    if change.repetitions is not None and change.repetitions > min(last.repetitions):
        what = counted(change.repetitions, "repetition")
        yield CHANGE_NOT_TODAY(field="repetitions", what=what)
    if change.load_kg is not None and change.load_kg > last.load_kg:
        yield CHANGE_NOT_TODAY(field="load_kg", what=setting.text(change.load_kg))


def _unfit(
    demand: Demand, change: Change, sessions: Sequence[JudgedSession], setting: Setting
) -> Iterator[Reason]:
    """What of a change is not taken over."""
    top = demand.top
    if change.repetitions is not None and top.repetitions_target is None:
        what = counted(change.repetitions, "repetition")
        yield CHANGE_DOES_NOT_FIT(field="repetitions", what=what, this="what is now due")
    if change.load_kg is None:
        return
    load = setting.text(change.load_kg)
    if top.load is None:
        yield CHANGE_DOES_NOT_FIT(field="load_kg", what=load, this="this exercise")
    elif _is_less_than_nothing(change.load_kg, setting):
        yield CHANGE_IMPOSSIBLE(field="load_kg", load=load)
    elif sessions:
        yield from _too_heavy(change.load_kg, load, sessions, setting)
    elif change.load_kg > top.load.load_kg:
        heaviest = setting.text(top.load.load_kg)
        yield CHANGE_TOO_HEAVY_FIRST(field="load_kg", load=load, heaviest=heaviest)


def _is_less_than_nothing(load_kg: float, setting: Setting) -> bool:
    """Of the load alone, or with the body's part, where a machine takes weight off it."""
    if setting.load_mode is LoadMode.EXTERNAL:
        return load_kg < 0.0
    return not setting.leaves_something(load_kg)


def _too_heavy(
    wanted_kg: float, load: str, sessions: Sequence[JudgedSession], setting: Setting
) -> Iterator[Reason]:
    """Against all that is lifted; where the body's part is not known, against the load alone."""
    body_kg = setting.body_kg or 0.0
    heaviest_kg = max(one.load_kg for one in sessions)
    most_kg = HEAVIEST * (body_kg + heaviest_kg) - body_kg
    if wanted_kg > max(most_kg, heaviest_kg) and not same_load(wanted_kg, most_kg):
        heaviest = setting.text(heaviest_kg)
        yield CHANGE_TOO_HEAVY(field="load_kg", load=load, heaviest=heaviest)


def _with_load(
    demand: Demand, wanted_kg: float | None, sessions: Sequence[JudgedSession], setting: Setting
) -> Demand:
    top = demand.top.load
    if wanted_kg is None or top is None:
        return demand
    load = setting.load(wanted_kg)
    action = change_of(sessions[-1].load_kg, load.load_kg) if sessions else Action.START
    return replace(demand, action=action, sets=moved_sets(demand, top, load, setting))


def _with_sets(demand: Demand, change: Change) -> Demand:
    """Only sets that are counted in repetitions have another number of them; more sets are like
    the last one."""
    sets = tuple(_aimed(one, change.repetitions) for one in demand.sets)
    count = change.sets or len(sets)
    return replace(demand, sets=sets[:count] + (sets[-1],) * (count - len(sets)))


def _aimed(one: DemandedSet, repetitions: int | None) -> DemandedSet:
    low, high = one.repetitions_low, one.repetitions_high
    if repetitions is None or one.repetitions_target is None:
        return one
    return replace(
        one,
        repetitions_low=None if low is None else min(low, repetitions),
        repetitions_high=None if high is None else max(high, repetitions),
        repetitions_target=repetitions,
    )


def _said(decision: Decision, setting: Setting) -> Reason:
    on = decision.decided_at.date().isoformat()
    why = in_words(decision.reason)
    if decision.verdict is DecisionVerdict.REFUSED:
        return REFUSED(decided_on=on, why=why)
    change = _described(decision.change, setting)
    return CHANGED(decided_on=on, change=change, why=why)


def _described(change: Change, setting: Setting) -> str:
    told = (
        None if change.sets is None else counted(change.sets, "set"),
        None if change.repetitions is None else counted(change.repetitions, "repetition"),
        None if change.load_kg is None else setting.text(change.load_kg),
    )
    return ", ".join(one for one in told if one is not None)


def _as_advised(demand: Demand, setting: Setting) -> str:
    top = demand.top
    advised = Change(
        None if top.load is None else top.load.load_kg, top.repetitions_target, len(demand.sets)
    )
    return _described(advised, setting)


def _until(decision: Decision) -> str:
    until = decision.holds_until
    return UNTIL_TRAINED if until is None else until.date().isoformat()
