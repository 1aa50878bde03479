"""What is known of a body on a day: of each thing the newest measurement that still speaks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from app.engine.energy.body.measurements import (
    METHOD_GIRTHS,
    BodyMeasurements,
    Girth,
    Measurement,
    Skinfold,
    of_methods,
)
from app.engine.records import Athlete, Weighing

HOLDS_DAYS = 60
"""How long a girth, a fold, a told body fat or a weighing speaks for the body; ours, and as long as
a weighing speaks for energy."""

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class Taken:
    """One value with the measurement that it is from."""

    value: float
    by: Measurement


@dataclass(frozen=True, slots=True)
class BodyOnDay:
    on: date
    girths: Mapping[Girth, Taken]
    skinfolds: Mapping[Skinfold, Taken]
    told: Taken | None
    """Body fat as a device told it [%]."""
    weighing: Weighing | None

    @property
    def body_mass_kg(self) -> float | None:
        return None if self.weighing is None else self.weighing.body_mass_kg

    @property
    def measurements(self) -> BodyMeasurements:
        return of_methods(_values(self.girths), _values(self.skinfolds))

    @property
    def taken_by(self) -> tuple[str, ...]:
        """Ids of the measurements that the methods of body fat read, and of the weighing."""
        girths = (self.girths[place] for place in METHOD_GIRTHS if place in self.girths)
        taken = (*girths, *self.skinfolds.values())
        ids = dict.fromkeys(one.by.id for one in taken)
        return (*ids, *self.weighed_by)

    @property
    def weighed_by(self) -> tuple[str, ...]:
        return () if self.weighing is None else (self.weighing.id,)


def body_on_day(
    measurements: Iterable[Measurement], weighings: Sequence[Weighing], on: date
) -> BodyOnDay:
    """The body of a day from records in any order; later ones and those too old are left out."""
    holding = sorted(
        (one for one in measurements if _holds(one.measured_on, on)),
        key=lambda one: (one.measured_at, one.id),
    )
    told = [Taken(one.body_fat_percent, one) for one in holding if one.body_fat_percent is not None]
    weighed = [one for one in weighings if _holds(one.weighed_on, on)]
    return BodyOnDay(
        on=on,
        girths=_newest((one, one.girths_cm) for one in holding),
        skinfolds=_newest((one, one.skinfolds_mm) for one in holding),
        told=told[-1] if told else None,
        weighing=max(weighed, key=lambda one: (one.measured_at, one.id), default=None),
    )


def with_told_fat(athlete: Athlete, measurements: Iterable[Measurement], on: date) -> Athlete:
    """The athlete with the body fat that a device told last, where one still speaks on the day.

    It has a day and what the athlete says of themselves has none, so it goes before that.
    """
    told = body_on_day(measurements, (), on).told
    return athlete if told is None else replace(athlete, body_fat_percent=told.value)


def _holds(day: date, on: date) -> bool:
    return 0 <= (on - day).days <= HOLDS_DAYS


def _newest(
    measured: Iterable[tuple[Measurement, Mapping[Place, float]]],
) -> Mapping[Place, Taken]:
    """Of each place the last value; the measurements come oldest first."""
    return MappingProxyType(
        {place: Taken(value, by) for by, values in measured for place, value in values.items()}
    )


def _values(taken: Mapping[Place, Taken]) -> Mapping[Place, float]:
    return MappingProxyType({place: one.value for place, one in taken.items()})
