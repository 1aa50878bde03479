"""Which exercise comes next: what it adds to growth, as the curve of dose and response has it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, sqrt

from app.engine.load.anatomy import DIRECT
from app.engine.load.dose_response import SIZE_SLOPE
from app.engine.plan.dose import Target
from app.engine.plan.focus import Focus
from app.engine.plan.options import Option
from app.engine.plan.question import Staple, TrainingLevel
from app.engine.plan.week import LEAST_SETS_OF_EXERCISE, USUAL_SETS, Week

MINUTE_S = 60.0
UNCOVERED, NEW_MECHANICS, NEW_PLANE = 1.2, 0.5, 0.25
REPEATED: Mapping[TrainingLevel, float] = {
    TrainingLevel.NOVICE: 0.4,
    TrainingLevel.INTERMEDIATE: 0.9,
    TrainingLevel.ADVANCED: 1.1,
}
SAME_PATTERN = 0.4
SURPLUS = 0.15
"""For each direct set of a large group above what it is to have."""
LEAST_GAIN = 0.25
"""Percent of growth, weighted, below which an exercise is not worth its time. All ours."""


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
        if (gain_of := gain(week, wanted, option)) >= least_gain
    ]
    scored.sort(key=lambda one: (-one[0], one[1].exercise.id))
    for _, option in scored:
        place = _place(week, option, on)
        if place is not None:
            return place
    return None


def gain(week: Week, wanted: Wanted, option: Option, sets: int = USUAL_SETS) -> float:
    """Weighted growth [%] that the sets add up to each target, by the root of their minutes."""
    total = 0.0
    for group, share in option.groups.items():
        target = wanted.targets.get(group)
        if target is not None:
            total += target.weight * _growth(week.sets[group], sets * share, target.sets)
            surplus = week.sets[group] + sets * share - max(target.sets, week.sets[group])
            total -= SURPLUS * max(0.0, surplus)
    return total / sqrt(option.dosage.duration_s(sets) / MINUTE_S / USUAL_SETS)


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
    if any(slot.option.exercise.movement_id == one.movement_id for slot in week.slots):
        total -= REPEATED[wanted.level]
    return total


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
    alike = sum(slot.option.exercise.pattern == option.exercise.pattern for slot in week.on(day))
    return there + SAME_PATTERN * alike, -week.free_s(day)
