"""Body fat over time, one line for each method: only the same method tells a change."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.engine.energy.body.composition import BODY_FAT_RANGE_PERCENT
from app.engine.energy.body.fat import body_fat_by_method
from app.engine.energy.body.fat_methods import body_fat_methods
from app.engine.energy.body.measurements import Measurement, of_methods
from app.engine.records import Athlete, Sex, Weighing
from app.engine.units import DAYS_PER_YEAR

WEIGHED_WITHIN_DAYS = 7
"""A weighing this near a measurement gives its fat and lean mass; ours."""
TOLD = "told"


@dataclass(frozen=True, slots=True)
class BodyFatPoint:
    measurement_id: str
    measured_on: date
    percent: float
    body_mass_kg: float | None
    """Of the weighing nearest in days, at most seven away; None where there is none."""
    fat_mass_kg: float | None
    fat_free_mass_kg: float | None


@dataclass(frozen=True, slots=True)
class BodyFatCourse:
    """One method over time, oldest first."""

    method: str
    """`told` for what a device told: then `device` says which, where that was said."""
    device: str | None
    standard_error_points: float | None
    """Of one value, in the method's own study; None where it was told."""
    points: tuple[BodyFatPoint, ...]


def body_fat_courses(
    athlete: Athlete,
    measurements: Sequence[Measurement],
    weighings: Sequence[Weighing],
    *,
    on: date,
    days: int,
    conversion: str = "siri",
) -> tuple[BodyFatCourse, ...]:
    """The methods that measure fat, or where it sits, over the last `days` up to `on`.

    Each point rests on one measurement alone. What is reckoned from body mass index is left out: it
    would tell the course of body mass again. The athlete's age is given for `on`.
    """
    taken = sorted(
        (one for one in measurements if 0 <= (on - one.measured_on).days < days),
        key=lambda one: (one.measured_at, one.id),
    )
    weighed = sorted(weighings, key=lambda one: (one.weighed_on, one.measured_at, one.id))
    days_weighed = [one.weighed_on for one in weighed]
    lines: dict[tuple[str, str | None], list[BodyFatPoint]] = {}
    for measurement in taken:
        mass = _mass_near(measurement.measured_on, weighed, days_weighed)
        then = _at_age_of(athlete, (on - measurement.measured_on).days)
        for line, percent in _shares(then, mass, measurement, conversion):
            lines.setdefault(line, []).append(_point(measurement, percent, mass))
    errors = _errors(athlete.sex)
    return tuple(
        BodyFatCourse(method, device, errors.get(method), tuple(points))
        for (method, device), points in lines.items()
    )


def _shares(
    athlete: Athlete, body_mass_kg: float | None, measurement: Measurement, conversion: str
) -> Iterator[tuple[tuple[str, str | None], float]]:
    """Body fat [%] by what was told and by each method that this measurement is enough for."""
    low, high = BODY_FAT_RANGE_PERCENT
    told = measurement.body_fat_percent
    if told is not None and low <= told <= high:
        yield (TOLD, measurement.body_fat_device), told
    measured = of_methods(measurement.girths_cm, measurement.skinfolds_mm)
    parts = body_fat_by_method(athlete, body_mass_kg, measured, conversion=conversion)
    for name in _errors(athlete.sex):
        part = parts.get(name)
        if part is not None and part.value is not None:
            yield (name, None), part.value.percent.value


def _errors(sex: Sex | None) -> Mapping[str, float]:
    """Standard errors of the methods that see more than body mass index."""
    if sex is None:
        return {}
    return {
        name: method.standard_error_points
        for name, method in body_fat_methods(sex).items()
        if not method.from_bmi
    }


def _mass_near(day: date, weighed: Sequence[Weighing], days: Sequence[date]) -> float | None:
    """The body mass of the weighing nearest in days; of two as near, the later one."""
    place = bisect_left(days, day)
    near = [
        one
        for one in weighed[max(place - 1, 0) : place + 1]
        if abs((one.weighed_on - day).days) <= WEIGHED_WITHIN_DAYS
    ]
    if not near:
        return None
    return min(reversed(near), key=lambda one: abs((one.weighed_on - day).days)).body_mass_kg


def _at_age_of(athlete: Athlete, days_before: int) -> Athlete:
    if athlete.age_years is None:
        return athlete
    return replace(athlete, age_years=athlete.age_years - days_before / DAYS_PER_YEAR)


def _point(measurement: Measurement, percent: float, body_mass_kg: float | None) -> BodyFatPoint:
    fat_kg = None if body_mass_kg is None else body_mass_kg * percent / 100.0
    fat_free_kg = None if body_mass_kg is None or fat_kg is None else body_mass_kg - fat_kg
    return BodyFatPoint(
        measurement.id, measurement.measured_on, percent, body_mass_kg, fat_kg, fat_free_kg
    )
