"""Mending a week that lacks something: room is found, made, or taken from what matters less."""

from collections.abc import Iterator
from itertools import islice

from app.engine.plan.choice import Wanted, best
from app.engine.plan.options import Option
from app.engine.plan.plan import ExerciseRole
from app.engine.plan.rules import Fault, faults, weight
from app.engine.plan.week import Slot, Week

ROUNDS = 24
"""More than any week of the tests needed."""
ANY_GAIN = -1e9
TRIED_SLOTS = 6


def repaired(week: Week, wanted: Wanted, offered: tuple[Option, ...]) -> Week:
    """The week with as few faults as were reached; each step makes them lighter."""
    for better in islice(_steps(week, wanted, offered), ROUNDS):
        week = better
    return week


def _steps(week: Week, wanted: Wanted, offered: tuple[Option, ...]) -> Iterator[Week]:
    found = faults(week, wanted, offered)
    while (better := next(_better(week, wanted, offered, found), None)) is not None:
        week, found = better
        yield week


def _better(
    week: Week, wanted: Wanted, offered: tuple[Option, ...], found: tuple[Fault, ...]
) -> Iterator[tuple[Week, tuple[Fault, ...]]]:
    """Weeks with lighter faults, the least change first."""
    heavy = weight(found)
    for fault in found:
        helping = tuple(option for option in offered if fault.helps(option))
        for trial in _trials(week, wanted, helping, fault):
            left = faults(trial, wanted, offered)
            if weight(left) < heavy:
                yield trial, left


def _trials(
    week: Week, wanted: Wanted, helping: tuple[Option, ...], fault: Fault
) -> Iterator[Week]:
    if (added := _with_one_more(week, wanted, helping, fault)) is not None:
        yield added
    yield from _grown(week, fault)
    for slot in _expendable(week):
        trial = _without(week, slot)
        if (swapped := _with_one_more(trial, wanted, helping, fault)) is not None:
            yield swapped
    for slot in _expendable(week):
        if not fault.helps(slot.option):
            yield _less(week, slot)


def _with_one_more(
    week: Week, wanted: Wanted, helping: tuple[Option, ...], fault: Fault
) -> Week | None:
    pick = best(week, wanted, helping, days=fault.days, least_gain=ANY_GAIN)
    if pick is None:
        return None
    trial = week.copy()
    trial.add(pick.option, pick.day, pick.sets, role_of(pick.option, wanted))
    return trial


def _grown(week: Week, fault: Fault) -> Iterator[Week]:
    for number, slot in enumerate(week.slots):
        if fault.helps(slot.option):
            trial = week.copy()
            if trial.grow(trial.slots[number]):
                yield trial


def _expendable(week: Week) -> list[Slot]:
    """What may go, the least important first: the rest of the body before the focus."""
    late = reversed(week.slots)
    order = sorted(late, key=lambda slot: (slot.role is not ExerciseRole.BALANCE, slot.sets))
    return order[:TRIED_SLOTS] + [
        slot for slot in order[TRIED_SLOTS:] if slot.role is ExerciseRole.FOCUS
    ]


def _without(week: Week, slot: Slot) -> Week:
    trial = week.copy()
    trial.remove(trial.slots[_place(week, slot)])
    return trial


def _less(week: Week, slot: Slot) -> Week:
    trial = week.copy()
    trial.shrink(trial.slots[_place(week, slot)])
    return trial


def _place(week: Week, slot: Slot) -> int:
    return next(number for number, one in enumerate(week.slots) if one is slot)


def role_of(option: Option, wanted: Wanted) -> ExerciseRole:
    focused = any(one.key in option.serves for one in wanted.focus)
    return ExerciseRole.FOCUS if focused else ExerciseRole.BALANCE
