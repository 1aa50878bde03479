"""Whether the weighings of a log can be those of one body in one unit."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.energy.expenditure.log import WeighingDay, WeighingLog
from app.engine.units import KG_PER_UNIT

LB_PER_KG = 1.0 / KG_PER_UNIT["lb"]
UNIT_WITHIN = 0.08
"""Weights whose ratio is this near that of pound and kilogram have the wrong unit, not body."""
JUMP, JUMP_PER_DAY = 1.25, 0.01
"""From one weighing to the next nobody changes by this factor, and 1 % for each day between."""
WRONG_SHARE = 1.0 / 3.0
"""Of the weighing days, above which it cannot be said which of them are wrong."""
BELIEVED_SHARES = (0.85, 1.15)
"""A filtered mass this far beyond the least and the largest weight comes from a log that errs."""
DAY_SPREAD = 1.05
"""Weighings of one day differ by less, with all that is eaten, drunk and sweated."""

MIXED_UNITS = ReasonKind(
    "mixed_units",
    "Weights of {light_kg:.1f} and {heavy_kg:.1f} kg stand in one log; their ratio is that of "
    "pounds and kilograms.",
    Basis.CONVENTION,
)
JUMPS = ReasonKind(
    "weighings_jump",
    "From {light_kg:.1f} to {heavy_kg:.1f} kg, or back, from one weighing to the next: no body "
    "does that.",
    Basis.CONVENTION,
)
MOSTLY_IMPLAUSIBLE = ReasonKind(
    "weighings_mostly_implausible",
    "Too many weighings do not fit those around them to say which are right (here {excluded} of "
    "{weighings}).",
    Basis.CONVENTION,
)
LEFT_OUT = ReasonKind(
    "weighings_left_out",
    "Weighings far from those around them are left out as slips (here {weighings}); check them.",
    Basis.CONVENTION,
)
SAME_DAY_DIFFERS = ReasonKind(
    "same_day_weighings_differ",
    "Weighings of one day differ by up to {difference_percent:.0f} %; their mean is used. Check "
    "the units and the scale.",
    Basis.CONVENTION,
)

LOG_CONTRADICTS = ReasonKind(
    "log_contradicts_itself",
    "Weights and intake together would mean {body_mass_kg:.0f} kg now, which no weighing shows.",
    Basis.CONVENTION,
)


def contradictions(log: WeighingLog) -> tuple[Reason, ...]:
    """Why no body mass can be read from the weighings; nothing of a sound log."""
    wrong = _implausible(log)
    weighings = wrong + sum(len(day.ids) for day in log.days)
    if wrong > WRONG_SHARE * weighings:
        return (MOSTLY_IMPLAUSIBLE(excluded=wrong, weighings=weighings),)
    return tuple(_jumps(log.days))[:1]


def _jumps(days: Sequence[WeighingDay]) -> Iterator[Reason]:
    """Steps that no body makes, within a day and from one day to the next."""
    for light_kg, heavy_kg in (day.range_kg for day in days):
        if _is_other_unit(heavy_kg / light_kg):
            yield MIXED_UNITS(light_kg=light_kg, heavy_kg=heavy_kg)
    for earlier, later in pairwise(days):
        light_kg, heavy_kg = sorted((earlier.body_mass_kg, later.body_mass_kg))
        apart = (later.weighed_on - earlier.weighed_on).days
        if heavy_kg / light_kg > JUMP + JUMP_PER_DAY * apart:
            kind = MIXED_UNITS if _is_other_unit(heavy_kg / light_kg) else JUMPS
            yield kind(light_kg=light_kg, heavy_kg=heavy_kg)


def _is_other_unit(ratio: float) -> bool:
    return abs(ratio / LB_PER_KG - 1.0) < UNIT_WITHIN


def remarks(log: WeighingLog) -> tuple[Reason, ...]:
    """What to warn of in weighings that are used nevertheless."""
    found: tuple[Reason, ...] = ()
    if wrong := _implausible(log):
        found += (LEFT_OUT(weighings=wrong),)
    widest = max(heavy_kg / light_kg for light_kg, heavy_kg in (d.range_kg for d in log.days))
    if widest > DAY_SPREAD:
        found += (SAME_DAY_DIFFERS(difference_percent=100.0 * (widest - 1.0)),)
    return found


def _implausible(log: WeighingLog) -> int:
    return sum(one.reason == "implausible_change" for one in log.excluded)


def absurd(body_mass_kg: float, log: WeighingLog) -> tuple[Reason, ...]:
    """Why a filtered body mass of now cannot be; nothing where the weighings are near it."""
    masses_kg = [day.body_mass_kg for day in log.days]
    low, high = BELIEVED_SHARES
    if low * min(masses_kg) <= body_mass_kg <= high * max(masses_kg):
        return ()
    return (LOG_CONTRADICTS(body_mass_kg=body_mass_kg),)
