"""The next set of a session under way: the plan, unless what was done today speaks against it.

The plan is that of the session's beginning. A set is made lighter where today's sets say that its
least is out of reach, and follows the reserve where one is asked for and logged. A first session
looks for its load, and schemes that adjust within a session do so by their own table.
"""

from dataclasses import replace

from app.engine.answer import Evidence, Exclusion, Missing, Part, Reason, Value, ok, passed_on
from app.engine.equipment.loads import next_above, next_below
from app.engine.equipment.same_load import same_load
from app.engine.overload.predictions import Predictor
from app.engine.overload.prescribe import Asked, prescribe, read_question
from app.engine.overload.prescription import PrescribedSet
from app.engine.overload.set_question import (
    DoneSets,
    NextSet,
    SetAction,
    SetQuestion,
    done_sets,
)
from app.engine.overload.set_reasons import (
    AS_PLANNED,
    FINISHED,
    LIGHTEST_ALREADY,
    OUT_OF_REACH,
    RESERVE,
    RESERVE_MISSED,
    SEARCH_AGAIN,
    SEARCH_DONE,
    SEARCH_ENDED,
    SEARCH_UP,
    TARGET_LOWERED,
)
from app.engine.overload.under_way import SessionPredictor, UnderWay
from app.engine.progression import apre
from app.engine.progression.action import Action
from app.engine.records import PerformedSet
from app.engine.strength.repetitions.fatigue import repetitions_in_session

LEAST_CHANCE = 0.25
"""Below this chance of its least repetitions a set is made lighter."""
AIM_CHANCE = 0.5
"""A target that is no longer likely becomes the highest of the range with this chance."""
WANTED_CHANCE = 0.7
"""Of the least repetitions at the lighter load."""
RESERVE_OFF = 2.0
"""Repetitions by which the reserve logged must miss the one asked for before the load moves."""
SEARCH_SETS = 8
"""A first session stops looking for its load after so many sets."""
SEARCH_RESERVE = 4.0
"""Repetitions left above which a first session goes on to a heavier load."""

Found = tuple[NextSet, tuple[Reason, ...]]


def next_set(
    question: SetQuestion,
    predict: Predictor = repetitions_in_session,
    predict_in_session: SessionPredictor = repetitions_in_session,
) -> Part[NextSet]:
    """What to do next in the session that began at `question.exercise.at`."""
    plan = prescribe(question.exercise, predict)
    if plan.value is None:
        return passed_on(plan)
    session = UnderWay(
        read_question(question.exercise, predict),
        plan.value,
        done_sets(question.done, plan.value.sets),
        predict_in_session,
    )
    found, because = _next(session)
    return ok(
        found,
        because,
        missing=_missing(session, found),
        warnings=plan.warnings,
        evidence=_evidence(plan.evidence, session.done),
    )


def _next(session: UnderWay) -> Found:
    if session.plan.action is Action.START and session.done.working:
        return _search(session, session.done.working[-1])
    if session.number > len(session.plan.sets):
        return _found(session, SetAction.FINISHED, None, FINISHED(planned=len(session.plan.sets)))
    ramp = session.plan.warm_up[len(session.done.warm_ups) :]
    if ramp and not session.done.working:
        leads = NextSet(SetAction.WARM_UP, 1, len(session.plan.sets), warm_up=ramp[0])
        return leads, ()
    return _by_table(session) or _by_reserve(session) or _within_reach(session)


def _search(session: UnderWay, last: PerformedSet) -> Found:
    """The load of a first session: up while much is left, found when little is."""
    done, left, load_kg = session.done.working, last.repetitions_in_reserve, last.load_kg or 0.0
    if len(done) >= SEARCH_SETS or (left is None and len(done) >= len(session.plan.sets)):
        return _found(session, SetAction.FINISHED, None, SEARCH_ENDED(sets=len(done)))
    if left is None:
        again = session.due_at(load_kg)
        return _found(session, SetAction.AS_PLANNED, again, SEARCH_AGAIN())
    loads = session.asked.setting.loads
    above = next_above(loads, load_kg) if loads and left > SEARCH_RESERVE else None
    if above is None:
        why = SEARCH_DONE(left=left, load=session.text(load_kg))
        return _found(session, SetAction.FINISHED, None, why)
    heavier = session.due_at(above.load_kg)
    why = SEARCH_UP(left=left, load=session.text(above.load_kg))
    return _found(session, SetAction.HEAVIER, heavier, why)


def _by_table(session: UnderWay) -> Found | None:
    """APRE: the second set to failure follows the first by the protocol's table."""
    asked, done = session.asked, session.done.working
    if asked.question.scheme != "apre" or session.number != len(session.plan.sets):
        return None
    state = apre.adjusted(done[-1], asked.told, asked.setting)
    planned_kg = session.due.load_kg or 0.0
    action = _change(planned_kg, state.load.load_kg)
    return _found(session, action, session.due_at(state.load.load_kg), *state.because)


def _by_reserve(session: UnderWay) -> Found | None:
    """One step up or down where a reserve is asked for and the last set missed it by far."""
    asked, due, loads = session.asked, session.due, session.asked.setting.loads
    wanted = _reserve_asked(asked)
    last = session.done.working[-1] if session.done.working else None
    if last is None or wanted is None or loads is None or due.load_kg is None:
        return None
    left = last.repetitions_in_reserve
    if left is None or not same_load(last.load_kg or 0.0, due.load_kg):
        return None
    step = next_above if left >= wanted + RESERVE_OFF else next_below
    if abs(left - wanted) < RESERVE_OFF or (found := step(loads, due.load_kg)) is None:
        return None
    why = RESERVE_MISSED(
        left=left,
        wanted=wanted,
        load=session.text(found.load_kg),
        planned=session.text(due.load_kg),
    )
    action = _change(due.load_kg, found.load_kg)
    return _found(session, action, session.due_at(found.load_kg), why)


def _reserve_asked(asked: Asked) -> float | None:
    """What the caller or the scheme asks to leave; a convention of ours moves no load."""
    told = asked.question.targets.repetitions_in_reserve
    return told if told is not None else getattr(asked.told, "repetitions_in_reserve", None)


def _within_reach(session: UnderWay) -> Found:
    """As planned; lighter where today's sets leave its least little chance."""
    due, number = session.due, session.number
    why = AS_PLANNED(number=number, planned=len(session.plan.sets))
    if due.load_kg is None or due.repetitions_target is None:
        return _found(session, SetAction.AS_PLANNED, due, why)
    planned = session.due_at(due.load_kg)
    least = min(due.repetitions_low or due.repetitions_target, due.repetitions_target)
    chance = session.chance(due.load_kg, least)
    if not session.done.working or chance is None:
        return _found(session, SetAction.AS_PLANNED, planned, why)
    if chance >= LEAST_CHANCE:
        aimed, lowered = _aimed(planned, session, least)
        return _found(session, SetAction.AS_PLANNED, aimed, *(lowered or (why,)))
    told: dict[str, Value] = {
        "least": least,
        "planned": session.text(due.load_kg),
        "chance": chance,
    }
    chosen = session.lighter(least, WANTED_CHANCE)
    if chosen is None:
        return _found(session, SetAction.AS_PLANNED, planned, LIGHTEST_ALREADY(**told))
    why = OUT_OF_REACH(**told, load=session.text(chosen.load_kg), lighter_chance=chosen.chance)
    aimed, lowered = _aimed(session.due_at(chosen.load_kg), session, least)
    return _found(session, SetAction.LIGHTER, aimed, why, *lowered)


def _aimed(
    planned: PrescribedSet, session: UnderWay, least: int
) -> tuple[PrescribedSet, tuple[Reason, ...]]:
    """Within the range, what is likely after today's sets, where the target no longer is."""
    target, load_kg = planned.repetitions_target or least, planned.load_kg or 0.0
    if planned.chance is None or planned.chance >= LEAST_CHANCE or target == least:
        return planned, ()
    chances = {n: session.chance(load_kg, n) or 0.0 for n in range(least, target)}
    aim = max((n for n, chance in chances.items() if chance >= AIM_CHANCE), default=least)
    why = TARGET_LOWERED(target=target, chance=planned.chance, aim=aim, aim_chance=chances[aim])
    return replace(planned, repetitions_target=aim, chance=chances[aim]), (why,)


def _found(
    session: UnderWay, action: SetAction, prescribed: PrescribedSet | None, *why: Reason
) -> Found:
    return NextSet(action, session.number, len(session.plan.sets), prescribed), why


def _change(planned_kg: float, load_kg: float) -> SetAction:
    if same_load(planned_kg, load_kg):
        return SetAction.AS_PLANNED
    return SetAction.HEAVIER if load_kg > planned_kg else SetAction.LIGHTER


def _missing(session: UnderWay, found: NextSet) -> tuple[Missing, ...]:
    done = session.done.working
    untold = bool(done) and done[-1].repetitions_in_reserve is None
    return (RESERVE,) if untold and found.action is not SetAction.FINISHED else ()


def _evidence(plan: Evidence, done: DoneSets) -> Evidence:
    excluded = (
        *(Exclusion(one.id, "warm_up") for one in done.warm_ups),
        *(Exclusion(one.id, "drop") for one in done.left_out),
    )
    used = tuple(one.id for one in done.working)
    return Evidence((*plan.used, *used), (*plan.excluded, *excluded))
