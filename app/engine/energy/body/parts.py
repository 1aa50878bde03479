"""A body in its parts: fat by every method, what a device told, lean mass for height, classes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from app.engine.answer import (
    Basis,
    Evidence,
    Missing,
    Part,
    ReasonKind,
    Status,
    insufficient,
    ok,
    refused,
)
from app.engine.energy.body.classes import (
    Classified,
    bmi_class,
    body_fat_class,
    waist_to_height_class,
)
from app.engine.energy.body.composition import BODY_FAT_RANGE_PERCENT
from app.engine.energy.body.fat import (
    MEASURE_AGAIN,
    BodyFat,
    BodyFatByMethod,
    body_fat,
    body_fat_by_method,
)
from app.engine.energy.body.lean_mass_index import LeanMassIndex, lean_mass_index
from app.engine.energy.body.measurements import BodyFatDevice, Girth
from app.engine.energy.body.on_day import BodyOnDay
from app.engine.energy.body.quantities import BODY_MASS
from app.engine.energy.missing import HEIGHT
from app.engine.energy.resting.reasons import BODY_FAT_NOT_BELIEVED
from app.engine.records import Athlete

TOLD = ReasonKind(
    "body_fat_told",
    "{percent:.1f} % of body fat was told ({device}, {day}); how far that misses is not known "
    "here.",
    Basis.CONVENTION,
)
RECKONED_WITH = ReasonKind(
    "body_fat_reckoned_with",
    "Reckoned with {percent:.1f} % of body fat ({method}).",
    Basis.CONVENTION,
)

BODY_FAT_TOLD = Missing("body_fat_percent", "Log a body fat that was measured, if you have one.")
FAT_FIRST = Missing("body_fat", "Body fat has to be known first; see that part.")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ToldBodyFat:
    """Body fat as it was told, and what it makes of the body mass."""

    percent: float
    device: BodyFatDevice | None
    told_on: date | None
    """None where it is known of the athlete without a day."""
    fat_mass_kg: float | None
    """None where body mass is unknown."""
    fat_free_mass_kg: float | None


@dataclass(frozen=True, slots=True)
class BodyComposition:
    body: BodyOnDay
    body_fat: Part[BodyFat]
    by_method: Mapping[str, Part[BodyFatByMethod]]
    """Every method; empty where `body_fat` answers for all of them."""
    told: Part[ToldBodyFat]
    lean_mass_index: Part[LeanMassIndex]
    body_mass_index: Part[Classified]
    waist_to_height: Part[Classified]
    body_fat_class: Part[Classified]


def body_composition(
    athlete: Athlete, body: BodyOnDay, *, conversion: str = "siri"
) -> BodyComposition:
    """Each part stands for itself. What a device told goes before what a method reckons, for the
    lean mass and the class of body fat."""
    asked = (athlete, body.body_mass_kg, body.measurements)
    fat = _resting_on(body.taken_by, body_fat(*asked, conversion=conversion))
    told = told_body_fat(athlete, body)
    waist = body.girths.get(Girth.WAIST)
    waist_by = () if waist is None else (waist.by.id,)
    return BodyComposition(
        body=body,
        body_fat=fat,
        by_method=body_fat_by_method(*asked, conversion=conversion),
        told=told,
        lean_mass_index=_lean(athlete, body, fat, told),
        body_mass_index=_resting_on(body.weighed_by, bmi_class(athlete, body.body_mass_kg)),
        waist_to_height=_resting_on(
            (*waist_by, *body.weighed_by),
            waist_to_height_class(athlete, body.body_mass_kg, body.measurements.waist_cm),
        ),
        body_fat_class=_class(athlete, fat, told),
    )


def told_body_fat(athlete: Athlete, body: BodyOnDay) -> Part[ToldBodyFat]:
    """The body fat of the newest measurement that tells one, else what is known of the athlete.

    Refused outside 3 to 65 %.
    """
    taken = body.told
    percent = athlete.body_fat_percent if taken is None else taken.value
    used = () if taken is None else (taken.by.id, *body.weighed_by)
    if percent is None:
        return insufficient((BODY_FAT_TOLD,))
    low, high = BODY_FAT_RANGE_PERCENT
    if not low <= percent <= high:
        reason = BODY_FAT_NOT_BELIEVED(body_fat_percent=percent)
        return refused((reason,), MEASURE_AGAIN, evidence=Evidence(used))
    device = None if taken is None else taken.by.body_fat_device
    told_on = None if taken is None else taken.by.measured_on
    mass = body.body_mass_kg
    fat_mass = None if mass is None else mass * percent / 100.0
    fat_free = None if mass is None or fat_mass is None else mass - fat_mass
    because = TOLD(
        percent=percent,
        device="no device named" if device is None else device.replace("_", " "),
        day="no day named" if told_on is None else told_on.isoformat(),
    )
    value = ToldBodyFat(percent, device, told_on, fat_mass, fat_free)
    return ok(value, (because,), evidence=Evidence(used))


@dataclass(frozen=True, slots=True)
class _Fat:
    """The body fat that the other parts are reckoned with."""

    percent: float
    method: str
    evidence: Evidence


def _fat(fat: Part[BodyFat], told: Part[ToldBodyFat]) -> _Fat | None:
    if told.value is not None:
        return _Fat(told.value.percent, "told", told.evidence)
    if fat.value is not None:
        return _Fat(fat.value.percent.value, fat.value.method, fat.evidence)
    return None


def _lean(
    athlete: Athlete, body: BodyOnDay, fat: Part[BodyFat], told: Part[ToldBodyFat]
) -> Part[LeanMassIndex]:
    if fat.status is Status.REFUSED:
        return refused(fat.because, fat.instead or "")
    known, mass, height = _fat(fat, told), body.body_mass_kg, athlete.height_cm
    needed = ((FAT_FIRST, known), (BODY_MASS, mass), (HEIGHT, height))
    if known is None or mass is None or height is None:
        return insufficient(tuple(what for what, value in needed if value is None))
    fat_free_kg = mass * (1.0 - known.percent / 100.0)
    return _reckoned_with(known, lean_mass_index(athlete.sex, fat_free_kg, height))


def _class(athlete: Athlete, fat: Part[BodyFat], told: Part[ToldBodyFat]) -> Part[Classified]:
    if fat.status is Status.REFUSED:
        return refused(fat.because, fat.instead or "")
    known = _fat(fat, told)
    if known is None:
        return insufficient((FAT_FIRST,))
    return _reckoned_with(known, body_fat_class(athlete.sex, known.percent))


def _reckoned_with(known: _Fat, part: Part[T]) -> Part[T]:
    if part.value is None:
        return part
    first = RECKONED_WITH(percent=known.percent, method=known.method.replace("_", " "))
    return replace(part, because=(first, *part.because), evidence=known.evidence)


def _resting_on(used: tuple[str, ...], part: Part[T]) -> Part[T]:
    return replace(part, evidence=Evidence(used)) if part.value is not None else part
