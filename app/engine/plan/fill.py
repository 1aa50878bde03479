"""Filling a week: what a goal or a person names first, then the focus, then what adds most."""

from collections.abc import Iterable
from dataclasses import replace

from app.engine.plan.choice import Pick, Wanted, best
from app.engine.plan.dose import MOST_SETS as MOST_SETS_A_WEEK
from app.engine.plan.dose import targets
from app.engine.plan.focus import Focus
from app.engine.plan.layout import Layout
from app.engine.plan.options import Option
from app.engine.plan.plan import ExerciseRole
from app.engine.plan.question import PlanQuestion, Staple
from app.engine.plan.repair import ANY_GAIN, repaired, role_of
from app.engine.plan.week import LEAST_SETS_OF_EXERCISE, MOST_SETS, USUAL_SETS, Slot, Week


def filled(
    question: PlanQuestion,
    wanted: Wanted,
    offered: tuple[Option, ...],
    days: Layout,
    session_s: float,
) -> Week:
    """The week of the question. Recovery and time hold at every step."""
    week = Week(days, session_s, MOST_SETS_A_WEEK[question.level])
    _prefer(week, question, wanted, offered)
    _stand_by(week, question.staples, wanted, offered)
    for focus in wanted.focus:
        _every_focus_day(week, focus, wanted, offered)
    _prepare(week, question.staples, offered)
    _grow(week, wanted, USUAL_SETS)
    _take_the_best(week, wanted, offered)
    more = replace(wanted, targets=targets(question, wanted.focus, even=True))
    _grow(week, wanted, MOST_SETS)
    _take_the_best(week, more, offered)
    week = repaired(week, wanted, offered)
    spare = replace(wanted, targets=targets(question, wanted.focus, spare=True))
    trial = week.copy()
    _take_the_best(trial, spare, offered)
    return repaired(trial, wanted, offered)


def _prefer(
    week: Week, question: PlanQuestion, wanted: Wanted, offered: tuple[Option, ...]
) -> None:
    by_id = {option.exercise.id: option for option in offered}
    for id_ in question.preferred:
        if id_ in by_id:
            _add(week, best(week, wanted, [by_id[id_]], least_gain=ANY_GAIN), wanted)


def _stand_by(
    week: Week, staples: Iterable[Staple], wanted: Wanted, offered: tuple[Option, ...]
) -> None:
    """The goal's own movements, each on as many days as it asks for and there is room."""
    for staple in staples:
        if staple.preparation:
            continue
        for movement in staple.movements:
            if sum(_is(slot, staple) for slot in week.slots) >= staple.times:
                break
            of_it = [one for one in offered if one.exercise.movement_id == movement][:1]
            for _ in range(staple.times):
                _add(week, _small(best(week, wanted, of_it, least_gain=ANY_GAIN)), wanted)


def _is(slot: Slot, staple: Staple) -> bool:
    return slot.option.exercise.movement_id in staple.movements


def _small(pick: Pick | None) -> Pick | None:
    """With few sets at first, so that the others find room."""
    return pick and Pick(pick.option, pick.day, min(pick.sets, LEAST_SETS_OF_EXERCISE))


def _every_focus_day(week: Week, focus: Focus, wanted: Wanted, offered: tuple[Option, ...]) -> None:
    serving = [option for option in offered if focus.key in option.serves]
    for day in week.layout.days_of(focus.group):
        if day not in week.focus_days(focus):
            pick = best(week, wanted, serving, days=(day,), least_gain=ANY_GAIN)
            _add(week, _small(pick), wanted)


def _prepare(week: Week, staples: Iterable[Staple], offered: tuple[Option, ...]) -> None:
    """Light work of the focus on every day on which it is trained."""
    for staple in (one for one in staples if one.preparation):
        of_it = [
            one for move in staple.movements for one in offered if one.exercise.movement_id == move
        ]
        for option in of_it[:1]:
            for day in sorted({day for group in option.direct for day in week.days_of(group)}):
                if sets := week.room(option, day, LEAST_SETS_OF_EXERCISE):
                    week.add(option, day, sets, ExerciseRole.PREPARATION)


def _take_the_best(week: Week, wanted: Wanted, offered: tuple[Option, ...]) -> None:
    while (pick := best(week, wanted, offered)) is not None:
        _add(week, pick, wanted)


def _grow(week: Week, wanted: Wanted, most: int) -> None:
    """More sets of what is there, the fewest first, while the groups it trains want them."""
    growing = True
    while growing:
        growing = False
        for slot in sorted(week.slots, key=lambda one: one.sets):
            wanting = slot.sets < most and slot.role is not ExerciseRole.PREPARATION
            if wanting and _wanted_more(week, slot, wanted) and week.grow(slot):
                growing = True
                break


def _wanted_more(week: Week, slot: Slot, wanted: Wanted) -> bool:
    """Whether a group that it loads directly lacks a whole set."""
    return any(
        group in wanted.targets and week.sets[group] + 1.0 <= wanted.targets[group].sets
        for group in slot.option.direct
    )


def _add(week: Week, pick: Pick | None, wanted: Wanted) -> None:
    if pick is not None:
        week.add(pick.option, pick.day, pick.sets, role_of(pick.option, wanted))
