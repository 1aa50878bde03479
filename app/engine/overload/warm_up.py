"""Lighter sets before the first working set: a ramp of loads that can be made.

All of it is convention. Trials do not agree that warming up adds repetitions; it costs little, and
the first heavy repetition is not the first of the day: docs/science/equipment.md.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.equipment.loads import Loads, floor, lightest_kg, nearest

WARM_UP = ReasonKind(
    "warm_up",
    "Warm-up before {load}: {sets}. A ramp of the trade; it should not tire.",
    Basis.CONVENTION,
    "warm_up_convention",
)


@dataclass(frozen=True, slots=True)
class WarmUpSet:
    load_kg: float
    repetitions: int
    share: float
    """Of all that is lifted in the working sets, the body's part included."""


@dataclass(frozen=True, slots=True)
class Step:
    share: float
    repetitions: int


EMPTY_REPETITIONS = 8
"""With the lightest load: the empty bar."""

FULL_RAMP = (Step(0.4, 5), Step(0.6, 3), Step(0.8, 2))
SHORT_RAMP = (Step(0.6, 3), Step(0.8, 2))
"""Where the working load is less than FULL_FROM times the lightest."""

ISOLATION_RAMP = (Step(0.5, 8),)
BODY_RAMP = (Step(0.6, 5), Step(0.8, 3))
"""With assistance, or with less hung on the body."""

SINGLE = Step(0.9, 1)
SINGLE_UP_TO = 3
"""Repetitions of the working sets, up to which a single comes before them."""

RAMP_FROM = 2.0
"""Times the lightest load; a lighter working load needs no warm-up with the same exercise."""
FULL_FROM = 4.0

HEAVIEST_SHARE = 0.9
LEAST_RISE = 0.07
"""A set nearer to the one before is left out; the equipment's steps take 80 and 90 % this near."""


def warm_up(
    work_load_kg: float,
    repetitions: int,
    loads: Loads | None,
    *,
    isolation: bool = False,
    body_kg: float | None = 0.0,
) -> tuple[WarmUpSet, ...]:
    """The ramp to a working load, lightest first; empty where none is of use or can be loaded.

    `body_kg` is the body's part of what is lifted, 0 on a bar; None, not known, gives no ramp.
    ValueError where the load is no finite number or no repetition is done.
    """
    if not math.isfinite(work_load_kg) or repetitions < 1:
        raise ValueError("a warm-up needs a finite load and at least one repetition")
    if loads is None or body_kg is None or body_kg + work_load_kg <= 0:
        return ()
    if body_kg == 0 and work_load_kg < RAMP_FROM * lightest_kg(loads):
        return ()
    wanted = _steps(work_load_kg, repetitions, loads, body_kg, isolation=isolation)
    return tuple(_rising(wanted, loads, body_kg, body_kg + work_load_kg))


def warm_up_reason(
    sets: tuple[WarmUpSet, ...], work_load_kg: float, text: Callable[[float], str]
) -> Reason | None:
    """The ramp as a sentence, with loads as a person reads them; None without one."""
    if not sets:
        return None
    named = ", ".join(f"{text(one.load_kg)} x {one.repetitions}" for one in sets)
    return WARM_UP(load=text(work_load_kg), load_kg=work_load_kg, sets=named)


def _steps(
    work_load_kg: float, repetitions: int, loads: Loads, body_kg: float, *, isolation: bool
) -> Iterator[Step]:
    if isolation:
        yield from ISOLATION_RAMP
        return
    lightest_share = lightest_kg(loads) / work_load_kg if body_kg == 0 else 0.0
    if lightest_share > 0:
        yield Step(lightest_share, EMPTY_REPETITIONS)
    yield from _ramp(lightest_share, body_kg)
    if repetitions <= SINGLE_UP_TO:
        yield SINGLE


def _ramp(lightest_share: float, body_kg: float) -> tuple[Step, ...]:
    if body_kg > 0:
        return BODY_RAMP
    return SHORT_RAMP if lightest_share > 1 / FULL_FROM else FULL_RAMP


def _rising(
    steps: Iterator[Step], loads: Loads, body_kg: float, lifted_kg: float
) -> Iterator[WarmUpSet]:
    """Each step as it can be loaded, but none that is too heavy or hardly more than the last."""
    before = 0.0
    for step in steps:
        load_kg = _loadable_kg(step.share * lifted_kg - body_kg, loads, body_kg, lifted_kg)
        if load_kg is None:
            continue
        share = (body_kg + load_kg) / lifted_kg
        if share > 0 and (share >= before + LEAST_RISE or not before):
            yield WarmUpSet(load_kg, step.repetitions, share)
            before = share


def _loadable_kg(wanted_kg: float, loads: Loads, body_kg: float, lifted_kg: float) -> float | None:
    """The nearest load; the next one down where that is too heavy, if it can be made."""
    heaviest_kg = HEAVIEST_SHARE * lifted_kg - body_kg
    made = nearest(loads, wanted_kg)
    if made is not None and made.load_kg > heaviest_kg:
        made = floor(loads, heaviest_kg)
    return None if made is None else made.load_kg
