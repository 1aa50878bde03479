"""Which part of the body is trained on which days, so that no muscle comes too soon again.

Each region gets days that lie 48 h apart around the week; an exercise may stand on a day only where
all that it loads directly has that day. Recovery is thereby held by the shape of the week.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.plan.dose import Target
from app.engine.plan.focus import Focus
from app.engine.plan.meeting import Want, wants
from app.engine.plan.options import Option
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


def layout(
    days: Days,
    targets: Mapping[str, Target],
    focus: tuple[Focus, ...],
    offered: tuple[Option, ...],
) -> Layout:
    """The best days found for every region that has something to train."""
    week = _Wanted(
        days,
        _work(targets),
        frozenset(region_of(one.group) for one in focus),
        wants(focus, offered),
    )
    choices = tuple(spaced_sets(days))
    chosen = dict.fromkeys(week.work, choices[0])
    pliant_first = sorted(chosen, key=lambda region: region in week.focused)
    for _ in range(PASSES):
        for region in pliant_first:
            chosen[region] = min(
                choices, key=lambda one: (week.fault({**chosen, region: one}), one)
            )
    return Layout(days, chosen)


def _work(targets: Mapping[str, Target]) -> Mapping[str, float]:
    """Weekly sets by region; regions of focus and the large ones first in the fixed order."""
    work = dict.fromkeys(REGIONS, 0.0)
    for target in targets.values():
        work[region_of(target.group)] += target.sets
    return {region: sets for region, sets in work.items() if sets}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a choice of days is judged by."""

    days: Days
    work: Mapping[str, float]
    focused: frozenset[str]
    wants: tuple[Want, ...]

    def fault(self, chosen: Mapping[str, Days]) -> float:
        """How far a choice is from what is wanted; less is better."""
        load = dict.fromkeys(self.days, 0.0)
        fault = sum(want.fault(chosen) for want in self.wants)
        possible = most_spaced(self.days)
        for region, on in chosen.items():
            fault += self._of_region(region, len(on), possible)
            for day in on:
                load[day] += self.work[region] / len(on)
        unused = sum(not sets for sets in load.values())
        return fault + UNUSED_DAY * unused + PEAK * (max(load.values()) - min(load.values()))

    def _of_region(self, region: str, days: int, possible: int) -> float:
        short = max(0, min(WANTED_DAYS, possible) - days)
        if region not in self.focused:
            return SHORT * short - ANY_DAY * days
        return FOCUS_SHORT * short - ANY_DAY * days + THIRD_DAY * (possible - days)
