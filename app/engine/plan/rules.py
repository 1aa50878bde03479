"""What a week is held to beside recovery, time and equipment, and what it still lacks.

Recovery, time, equipment, pain and exclusions cannot be broken by any week that is made here; the
rules of this module can, where all of them are too much at once, and then it is said which.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.engine.load.anatomy import DIRECT
from app.engine.load.balance import LOPSIDED, PAIRS, Side
from app.engine.plan.choice import Wanted
from app.engine.plan.dose import LEAST_SETS
from app.engine.plan.focus import Focus
from app.engine.plan.options import Option
from app.engine.plan.plan import PlanConstraint
from app.engine.plan.question import Staple
from app.engine.plan.regions import PRIMARY
from app.engine.plan.week import Slot, Week
from app.engine.plan.weekdays import most_spaced

FOCUS_DAYS = 2
"""Days a week for a muscle in focus; two to three are customary."""
ENOUGH = 0.75
"""Of the wanted sets of a focus, from which they count as given."""

Test = Callable[[Option], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a week does not hold, and what would mend it."""

    rule: PlanConstraint
    about: str
    """A group, a muscle, a pair or a day."""
    helps: Test
    """Exercises that would mend it."""
    weight: float = 1.0
    days: tuple[int, ...] | None = None
    """Where they would have to stand; None is anywhere."""
    silent: bool = False
    """Less than the best, and nothing to tell."""


def faults(week: Week, wanted: Wanted, offered: tuple[Option, ...]) -> tuple[Fault, ...]:
    """Everything that the week lacks, the gravest first."""
    found = [fault for one in wanted.focus for fault in _of_focus(week, one, wanted, offered)]
    found += _unnamed(week, wanted, offered)
    found += _unused(week)
    found += _lopsided(week)
    found += _left_out(week, wanted)
    return tuple(found)


def weight(found: tuple[Fault, ...]) -> float:
    return sum(fault.weight for fault in found)


def _of_focus(
    week: Week, one: Focus, wanted: Wanted, offered: tuple[Option, ...]
) -> Iterator[Fault]:
    yield from _rare(week, one)
    yield from _uncovered(week, one)
    yield from _monotonous(week, one, offered)
    least = max(LEAST_SETS, ENOUGH * wanted.targets[one.key].sets)
    if week.sets[one.key] < least:
        lack = 1.0 - week.sets[one.key] / least
        yield Fault(PlanConstraint.VOLUME, one.key, _serves(one), 1.0 + 2.0 * lack)


def _rare(week: Week, one: Focus) -> Iterator[Fault]:
    """Fewer days than a focus is to have."""
    done = week.focus_days(one)
    if len(done) < FOCUS_DAYS:
        lacking = tuple(day for day in week.layout.days_of(one.group) if day not in done)
        short = float(FOCUS_DAYS - len(done))
        yield Fault(PlanConstraint.FREQUENCY, one.key, _serves(one), 6.0 * short, lacking)


def _uncovered(week: Week, one: Focus) -> Iterator[Fault]:
    for head in one.heads:
        if not week.direct_sets(head):
            yield Fault(PlanConstraint.COVERAGE, head, _hits(head), 5.0)
    for muscle in one.helped:
        if not week.muscle_sets(muscle):
            yield Fault(PlanConstraint.COVERAGE, muscle, _helps(muscle), 3.0)


def _monotonous(week: Week, one: Focus, offered: tuple[Option, ...]) -> Iterator[Fault]:
    """Only compound or only isolation work, or only one plane, where there is another."""
    done = [slot.option.exercise for slot in week.serving(one)]
    if not done:
        return
    serving = [option.exercise for option in offered if one.key in option.serves]
    kinds = {slot.option.exercise.isolation for slot in week.slots if one.key in slot.option.groups}
    planes = {each.plane for each in done}
    if len(kinds) < 2 and any(each.isolation not in kinds for each in serving):
        yield Fault(PlanConstraint.VARIETY, one.key, _other_kind(one, kinds), 2.0)
    if len(planes) < 2 and any(each.plane not in planes for each in serving):
        yield Fault(PlanConstraint.VARIETY, one.key, _other_plane(one, planes), 1.5)


def _unnamed(week: Week, wanted: Wanted, offered: tuple[Option, ...]) -> Iterator[Fault]:
    """What a person or a goal named and the week does not have."""
    placed = {slot.option.exercise.id for slot in week.slots}
    for id_ in wanted.preferred:
        if id_ not in placed:
            yield Fault(PlanConstraint.PREFERRED, id_, _is(id_), 6.0)
    for staple in wanted.staples:
        done = [slot for slot in week.slots if slot.option.exercise.movement_id in staple.movements]
        if len(done) < min(staple.times, most_spaced(week.layout.days)):
            yield Fault(PlanConstraint.STAPLES, staple.movements[0], _of(staple.movements), 5.0)
        yield from _second_best(staple, done, offered)


def _second_best(staple: Staple, done: list[Slot], offered: tuple[Option, ...]) -> Iterator[Fault]:
    """A movement further down the list, where the first could be done."""
    known = {option.exercise.movement_id for option in offered}
    first = next((one for one in staple.movements if one in known), None)
    if first and done and all(slot.option.exercise.movement_id != first for slot in done):
        yield Fault(PlanConstraint.STAPLES, first, _of((first,)), 1.5, silent=True)


def _unused(week: Week) -> Iterator[Fault]:
    for day in week.layout.days:
        if not any(week.on(day)):
            yield Fault(PlanConstraint.DAYS, str(day), lambda _: True, 4.0, (day,))


def sides(week: Week, pair: tuple[Side, Side]) -> tuple[float, float]:
    """Weekly sets of two sides of the body, as `app.engine.load.balance` counts them."""
    first, second = (
        sum(slot.sets * share_of(slot.option, side) for slot in week.slots) for side in pair
    )
    return first, second


def share_of(option: Option, side: Side) -> float:
    named = (share for group, share in option.groups.items() if group in side)
    muscles = (share for muscle, share in option.exercise.muscles.items() if muscle in side)
    return max((*named, *muscles), default=0.0)


def _lopsided(week: Week) -> Iterator[Fault]:
    for name, pair in PAIRS.items():
        counted = sides(week, pair)
        less = counted.index(min(counted))
        if max(counted) > LOPSIDED * min(counted):
            excess = max(counted) - LOPSIDED * min(counted)
            yield Fault(PlanConstraint.BALANCE, name, _on_side(pair, less), 2.0 + 0.1 * excess)


def _left_out(week: Week, wanted: Wanted) -> Iterator[Fault]:
    """Large groups without any set."""
    for group in PRIMARY:
        if group in wanted.targets and not week.sets[group]:
            yield Fault(PlanConstraint.BALANCE, group, _loads(group), 0.8)


def _is(id_: str) -> Test:
    return lambda option: option.exercise.id == id_


def _of(movements: tuple[str, ...]) -> Test:
    return lambda option: option.exercise.movement_id in movements


def _loads(group: str) -> Test:
    return lambda option: group in option.direct


def _hits(muscle: str) -> Test:
    return lambda option: option.exercise.muscles.get(muscle, 0.0) >= DIRECT


def _helps(muscle: str) -> Test:
    return lambda option: muscle in option.exercise.muscles


def _serves(focus: Focus) -> Test:
    return lambda option: focus.key in option.serves


def _other_kind(focus: Focus, kinds: set[bool]) -> Test:
    return lambda option: focus.key in option.serves and option.exercise.isolation not in kinds


def _other_plane(focus: Focus, planes: set[str]) -> Test:
    return lambda option: focus.key in option.serves and option.exercise.plane not in planes


def _on_side(pair: tuple[Side, Side], number: int) -> Test:
    other = pair[1 - number]
    return lambda option: share_of(option, pair[number]) > share_of(option, other)
