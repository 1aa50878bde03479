"""Parts of the body that have to meet on a day, so that what a focus wants can be trained at all.

A side bend loads belly and lower back directly: where these never share a day it has no place, and
the muscle that only it trains would stay without sets.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.engine.load.anatomy import DIRECT
from app.engine.plan.focus import Focus
from app.engine.plan.options import Option
from app.engine.plan.regions import region_of
from app.engine.plan.weekdays import Days

HEAD, KIND, PLANE = 25.0, 5.0, 3.0
"""What it weighs where one of them cannot be trained; ours."""


@dataclass(frozen=True, slots=True)
class Want:
    """Something that a focus wants, and the regions that each way of getting it loads."""

    ways: frozenset[frozenset[str]]
    weight: float

    def fault(self, chosen: Mapping[str, Days]) -> float:
        return 0.0 if any(_meet(way, chosen) for way in self.ways) else self.weight


def wants(focus: tuple[Focus, ...], offered: tuple[Option, ...]) -> tuple[Want, ...]:
    """Every muscle in focus, both kinds of exercise and every plane, where something does it."""
    return tuple(want for one in focus for want in _of_focus(one, offered))


def _of_focus(focus: Focus, offered: tuple[Option, ...]) -> Iterator[Want]:
    serving = [option for option in offered if focus.key in option.serves]
    for head in focus.heads:
        yield from _want([one for one in offered if _share(one, head) >= DIRECT], HEAD)
    for muscle in focus.helped:
        yield from _want([one for one in offered if _share(one, muscle) > 0.0], HEAD)
    for kind in (True, False):
        yield from _want([one for one in serving if one.exercise.isolation is kind], KIND)
    for plane in sorted({option.exercise.plane for option in serving}):
        yield from _want([one for one in serving if one.exercise.plane == plane], PLANE)


def _share(option: Option, muscle: str) -> float:
    return option.exercise.muscles.get(muscle, 0.0)


def _want(serving: Iterable[Option], weight: float) -> Iterator[Want]:
    ways = frozenset(frozenset(map(region_of, option.direct)) for option in serving)
    if ways:
        yield Want(ways, weight)


def _meet(way: frozenset[str], chosen: Mapping[str, Days]) -> bool:
    days = [set(chosen.get(region, ())) for region in way]
    return not days or bool(set.intersection(*days))
