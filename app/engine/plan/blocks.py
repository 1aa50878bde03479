"""The weeks of a plan in blocks, each with effort that rises and a lighter week at its end."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.load.mesocycle import LEAST_WEEKS, Mesocycle
from app.engine.plan.plan import Block
from app.engine.plan.prescription import RESERVE_FIRST, RESERVE_LAST
from app.engine.plan.question import TrainingLevel

LONGEST: Mapping[TrainingLevel, int] = MappingProxyType(
    {TrainingLevel.NOVICE: 6, TrainingLevel.INTERMEDIATE: 6, TrainingLevel.ADVANCED: 5}
)
"""Weeks of a block, with its deload."""
LEAST_WITH_DELOAD = 4
"""A shorter block tires nobody enough for a week off. A convention."""

DELOADS_PLANNED = ReasonKind(
    "deloads_planned",
    "The last week of every block of four and more is a deload: half of the sets, more in reserve. "
    "Coaches agree on one every four to six weeks; a trial found no gain from a week without "
    "training.",
    Basis.CONVENTION,
    "bell_2023",
)
NO_DELOAD = ReasonKind(
    "no_deload",
    "A block of {weeks} weeks has no deload.",
    Basis.CONVENTION,
    "deload_convention",
)


def blocks(weeks: int, level: TrainingLevel) -> tuple[Block, ...]:
    """So many weeks, split as evenly as can be, the longer blocks first."""
    number = -(-weeks // LONGEST[level])
    size, longer = divmod(weeks, number)
    if size < LEAST_WITH_DELOAD <= weeks and not longer:
        return tuple(_blocks([LEAST_WITH_DELOAD, weeks - LEAST_WITH_DELOAD], level))
    return tuple(_blocks([size + (place < longer) for place in range(number)], level))


def _blocks(sizes: list[int], level: TrainingLevel) -> Iterator[Block]:
    first = 1
    for size in sizes:
        yield Block(first, size, _mesocycle(size, level))
        first += size


def _mesocycle(weeks: int, level: TrainingLevel) -> Mesocycle | None:
    if weeks < LEAST_WEEKS:
        return None
    return Mesocycle(
        weeks=weeks,
        reserve_first=RESERVE_FIRST[level],
        reserve_last=RESERVE_LAST[level],
        deload=weeks >= LEAST_WITH_DELOAD,
    )


def block_reasons(planned: tuple[Block, ...]) -> tuple[Reason, ...]:
    light = any(block.mesocycle and block.mesocycle.deload for block in planned)
    return (DELOADS_PLANNED(),) if light else (NO_DELOAD(weeks=planned[0].weeks),)
