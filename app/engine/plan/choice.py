"""Which exercise comes next: what it adds to growth, as the curve of dose and response has it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, inf, sqrt

from app.engine.load.anatomy import DIRECT
from app.engine.load.dose_response import SIZE_SLOPE
from app.engine.plan.dose import Target
from app.engine.plan.focus import Focus
from app.engine.plan.options import OBSCURE_BELOW, Option
from app.engine.plan.question import Staple, TrainingLevel
from app.engine.plan.week import LEAST_SETS_OF_EXERCISE, USUAL_SETS, Week
from app.engine.units import SECONDS_PER_MINUTE

UNCOVERED, NEW_MECHANICS, NEW_PLANE = 1.2, 0.5, 0.25
"""Of a focus: heads without direct sets, the other kind of exercise, another plane."""
REPEATED: Mapping[TrainingLevel, float] = {
    TrainingLevel.NOVICE: 0.4,
    TrainingLevel.INTERMEDIATE: 1.3,
    TrainingLevel.ADVANCED: 1.5,
}
"""Taken off a movement that the week has already: novices learn by repeating."""
SAME_PATTERN, ALIKE_ON_A_DAY = 0.4, 1.6
"""Taken off a day, and off a large exercise, for each of the same pattern that the day has."""
FIRST_DIRECT, OTHER_MECHANICS, NEW_PATTERN = 0.4, 0.4, 0.6
"""Beside the focus: the first sets of its own for a group, the other kind of exercise, and a large
movement that the week does not have yet."""
LARGE_PATTERNS = frozenset(
    {"squat", "hinge", "horizontal_push", "vertical_push", "horizontal_pull", "vertical_pull"}
)
SURPLUS = 0.15
"""For each direct set of a large group above what it is to have."""
LEAST_GAIN = 0.25
"""Percent of growth, weighted, below which an exercise is not worth its time."""
OBSCURE_GAIN = 0.6
"""More than that for what hardly anybody knows. All of these are ours, in percent of growth."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the choice is made for."""

    targets: Mapping[str, Target]
    focus: tuple[Focus, ...]
    level: TrainingLevel
    staples: tuple[Staple, ...] = ()
    preferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pick:
    option: Option
    day: int
    sets: int


def best(
    week: Week,
    wanted: Wanted,
    offered: Iterable[Option],
    *,
    days: Iterable[int] | None = None,
    least_gain: float = LEAST_GAIN,
) -> Pick | None:
    """The exercise, day and sets that add most; None where nothing is worth it or fits."""
    on = tuple(week.layout.days if days is None else days)
    scored = [
        (gain_of + _bonus(week, wanted, option) + option.merit, option)
        for option in offered
        if (gain_of := gain(week, wanted, option)) >= least_gain + _threshold(option)
    ]
    scored.sort(key=lambda one: (-one[0], one[1].exercise.id))
    chosen, most = None, -inf
    for score, option in scored:
        if score <= most:
            break
        place = _place(week, option, on)
        if place is not None and score - _sameness(week, place) > most:
            chosen, most = place, score - _sameness(week, place)
    return chosen


def _threshold(option: Option) -> float:
    """What hardly anybody knows has to bring more to be worth learning."""
    return OBSCURE_GAIN * (option.exercise.familiarity < OBSCURE_BELOW)


def _sameness(week: Week, pick: Pick) -> float:
    """What it takes away that the day has another large exercise of the kind."""
    return (
        ALIKE_ON_A_DAY * (not pick.option.exercise.isolation) * _alike(week, pick.option, pick.day)
    )


def _alike(week: Week, option: Option, day: int) -> int:
    return sum(slot.option.exercise.pattern == option.exercise.pattern for slot in week.on(day))


def gain(week: Week, wanted: Wanted, option: Option, sets: int = USUAL_SETS) -> float:
    """Weighted growth [%] that the sets add up to each target, by the root of their minutes."""
    total = 0.0
    for group, share in option.groups.items():
        target = wanted.targets.get(group)
        if target is not None:
            total += target.weight * _growth(week.sets[group], sets * share, target.sets)
            surplus = week.sets[group] + sets * share - max(target.sets, week.sets[group])
            total -= SURPLUS * max(0.0, surplus)
    return total / sqrt(option.dosage.duration_s(sets) / SECONDS_PER_MINUTE / USUAL_SETS)


def _growth(done: float, added: float, target: float) -> float:
    """What the added sets bring as far as the target [%]; beyond it nothing is wanted."""
    top = min(done + added, target)
    if top <= done:
        return 0.0
    return 100.0 * (
        exp(SIZE_SLOPE * (sqrt(top + 1.0) - 1.0)) - exp(SIZE_SLOPE * (sqrt(done + 1.0) - 1.0))
    )


def _bonus(week: Week, wanted: Wanted, option: Option) -> float:
    one = option.exercise
    total = sum(_for_focus(week, each, option) for each in wanted.focus)
    total += _for_the_rest(week, wanted, option)
    if any(slot.option.exercise.movement_id == one.movement_id for slot in week.slots):
        total -= REPEATED[wanted.level]
    return total


def _for_the_rest(week: Week, wanted: Wanted, option: Option) -> float:
    """What the groups beside the focus lack: sets of their own, and one kind of exercise."""
    if option.exercise.familiarity < OBSCURE_BELOW:
        return 0.0
    focused = {focus.group for focus in wanted.focus}
    total = 0.0
    for group in option.direct & wanted.targets.keys() - focused:
        kinds = {slot.option.exercise.isolation for slot in week.of_group(group)}
        total += FIRST_DIRECT * (not kinds)
        total += OTHER_MECHANICS * (bool(kinds) and option.exercise.isolation not in kinds)
    return min(total, FIRST_DIRECT + OTHER_MECHANICS) + _for_the_pattern(week, option)


def _for_the_pattern(week: Week, option: Option) -> float:
    one = option.exercise
    if one.isolation or one.pattern not in LARGE_PATTERNS:
        return 0.0
    return NEW_PATTERN * all(slot.option.exercise.pattern != one.pattern for slot in week.slots)


def _for_focus(week: Week, focus: Focus, option: Option) -> float:
    """Heads that have no direct set yet, and what the exercises of the group lack so far."""
    one = option.exercise
    if focus.key not in option.serves:
        return 0.0
    done = [slot.option.exercise for slot in week.serving(focus)]
    bare = [head for head in focus.heads if not week.direct_sets(head)]
    hit = sum(one.muscles.get(head, 0.0) >= DIRECT for head in bare)
    covered = UNCOVERED * hit / max(len(bare), 1)
    mechanics = NEW_MECHANICS * (one.isolation not in {each.isolation for each in done})
    return covered + mechanics + NEW_PLANE * (one.plane not in {each.plane for each in done})


def _place(week: Week, option: Option, days: tuple[int, ...]) -> Pick | None:
    """The day on which its groups have least yet, then the one with most time left."""
    fitting = [(week.room(option, day), day) for day in days]
    open_days = [(sets, day) for sets, day in fitting if sets >= LEAST_SETS_OF_EXERCISE]
    if not open_days:
        return None
    sets, day = min(open_days, key=lambda one: (*_crowding(week, option, one[1]), one[1]))
    return Pick(option, day, sets)


def _crowding(week: Week, option: Option, day: int) -> tuple[float, float]:
    there = sum(week.sets_on(group, day) for group in option.direct)
    return there + SAME_PATTERN * _alike(week, option, day), -week.free_s(day)
