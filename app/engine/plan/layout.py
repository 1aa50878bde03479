"""Which part of the body is trained on which days, so that no muscle comes too soon again.

Each region gets days that lie 48 h apart around the week; an exercise may stand on a day only where
all that it loads directly has that day. Recovery is thereby held by the shape of the week.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.plan.dose import Target
from app.engine.plan.focus import Focus
from app.engine.plan.regions import REGIONS, region_of
from app.engine.plan.weekdays import Days, most_spaced, spaced_sets

WANTED_DAYS = 2
PASSES = 4
"""Rounds in which regions change their days for the better; three were enough for every choice of
weekdays."""

UNUSED_DAY, FOCUS_SHORT, SHORT, PEAK, THIRD_DAY, ANY_DAY = 40.0, 30.0, 4.0, 0.5, 2.0, 0.05
"""What a fault of a week weighs; ours."""


@dataclass(frozen=True, slots=True)
class Layout:
    days: Days
    by_region: Mapping[str, Days]

    def days_of(self, group: str) -> Days:
        """On which a group may be loaded directly."""
        return self.by_region.get(region_of(group), ())

    def allows(self, groups: frozenset[str], day: int) -> bool:
        return all(day in self.days_of(group) for group in groups)


def layout(days: Days, targets: Mapping[str, Target], focus: tuple[Focus, ...]) -> Layout:
    """The best days found for every region that has something to train."""
    work = _work(targets)
    focused = frozenset(region_of(one.group) for one in focus)
    choices = tuple(spaced_sets(days))
    chosen = dict.fromkeys(work, choices[0])
    for _ in range(PASSES):
        for region in chosen:
            chosen[region] = min(
                choices, key=lambda one: (_fault({**chosen, region: one}, days, work, focused), one)
            )
    return Layout(days, chosen)


def _work(targets: Mapping[str, Target]) -> Mapping[str, float]:
    """Weekly sets by region; regions of focus and the large ones first in the fixed order."""
    work = dict.fromkeys(REGIONS, 0.0)
    for target in targets.values():
        work[region_of(target.group)] += target.sets
    return {region: sets for region, sets in work.items() if sets}


def _fault(
    chosen: Mapping[str, Days], days: Days, work: Mapping[str, float], focused: frozenset[str]
) -> float:
    load = dict.fromkeys(days, 0.0)
    fault = 0.0
    possible = most_spaced(days)
    for region, on in chosen.items():
        short = max(0, min(WANTED_DAYS, possible) - len(on))
        fault += short * (FOCUS_SHORT if region in focused else SHORT) - ANY_DAY * len(on)
        if region in focused:
            fault += THIRD_DAY * (possible - len(on))
        for day in on:
            load[day] += work[region] / len(on)
    unused = sum(not sets for sets in load.values())
    spread = max(load.values()) - min(load.values())
    return fault + UNUSED_DAY * unused + PEAK * spread
