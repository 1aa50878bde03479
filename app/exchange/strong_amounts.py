"""The numbers of one row: load, repetitions, effort, duration and distance, within what can be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.engine.units import MassUnit, to_kg
from app.exchange.durations import duration_s
from app.exchange.layout import Layout
from app.exchange.quantities import METRES_PER_UNIT, distance_unit_of, mass_unit_of, number
from app.exchange.strong_words import Column

LOAD_AT_MOST_KG = 2_000.0
REPETITIONS_AT_MOST = 1_000.0
DURATION_AT_MOST_S = 86_400.0
DISTANCE_AT_MOST_M = 1_000_000.0

_ASSUMED_DISTANCE_UNIT: Mapping[MassUnit, str] = {"lb": "mi", "kg": "km"}

Assume = Callable[[str], None]


class CellError(Exception):
    def __init__(self, column: Column, code: str, detail: str) -> None:
        super().__init__(detail)
        self.column, self.code, self.detail = column, code, detail


@dataclass(frozen=True, slots=True)
class Amounts:
    load_kg: float | None
    load_unit: MassUnit
    repetitions: int | None
    repetitions_in_reserve: float | None
    duration_s: float | None
    distance_m: float | None

    def none_performed(self) -> bool:
        return self.repetitions is self.duration_s is self.distance_m is None


def amounts_of(
    cells: Mapping[Column, str], layout: Layout, mass_unit: MassUnit, assume: Assume
) -> Amounts:
    """Zero repetitions, seconds or metres are none; a load of zero is body weight and stays."""
    load, unit = _load(cells, layout, mass_unit, assume)
    return Amounts(
        load_kg=load,
        load_unit=unit,
        repetitions=_repetitions(cells),
        repetitions_in_reserve=_repetitions_in_reserve(cells),
        duration_s=_duration_s(cells),
        distance_m=_distance_m(cells, layout, unit, assume),
    )


def _load(
    cells: Mapping[Column, str], layout: Layout, mass_unit: MassUnit, assume: Assume
) -> tuple[float | None, MassUnit]:
    """In kg, with the unit in which it was sent. Negative where a machine assists."""
    text = cells[Column.WEIGHT_UNIT]
    unit = mass_unit_of(text) if text else mass_unit
    if unit is None:
        detail = f"{text!r} is no unit of mass that we know (kg, lb)"
        raise CellError(Column.WEIGHT_UNIT, "unknown_mass_unit", detail)
    load = _number(cells, Column.WEIGHT)
    if load and not text and Column.WEIGHT_UNIT in layout.places:
        assume(f"A load without a unit was read as {unit}.")
    if load is None:
        return None, unit
    load_kg = to_kg(load, unit)
    if abs(load_kg) > LOAD_AT_MOST_KG:
        detail = f"{load:g} {unit} is beyond {LOAD_AT_MOST_KG:g} kg"
        raise CellError(Column.WEIGHT, "out_of_range", detail)
    return load_kg, unit


def _repetitions(cells: Mapping[Column, str]) -> int | None:
    value = _amount(cells, Column.REPS, REPETITIONS_AT_MOST)
    if value is not None and not value.is_integer():
        raise CellError(Column.REPS, "not_whole", f"{value:g} is no whole number of repetitions")
    return int(value) if value else None


def _repetitions_in_reserve(cells: Mapping[Column, str]) -> float | None:
    """10 − RPE, the definition of the scale (Zourdos 2016). RPE 0 is none given."""  # noqa: RUF002
    rpe = _amount(cells, Column.RPE, 10.0)
    if rpe and rpe < 1.0:
        raise CellError(Column.RPE, "out_of_range", f"{rpe:g} is not on the scale of 1 to 10")
    return 10.0 - rpe if rpe else None


def _duration_s(cells: Mapping[Column, str]) -> float | None:
    text = cells[Column.SECONDS]
    worded_s = duration_s(text) if text and number(text) is None else None
    if worded_s is not None and worded_s <= DURATION_AT_MOST_S:
        return worded_s or None
    return _amount(cells, Column.SECONDS, DURATION_AT_MOST_S) or None


def _distance_m(
    cells: Mapping[Column, str], layout: Layout, mass_unit: MassUnit, assume: Assume
) -> float | None:
    distance = _amount(cells, Column.DISTANCE, DISTANCE_AT_MOST_M)
    if not distance:
        return None
    unit = _distance_unit(cells[Column.DISTANCE_UNIT]) or layout.distance_unit
    if unit is None:
        unit = _ASSUMED_DISTANCE_UNIT[mass_unit]
        assume(f"A distance without a unit was read as {unit}, as loads are {mass_unit}.")
    distance_m = distance * METRES_PER_UNIT[unit]
    if distance_m > DISTANCE_AT_MOST_M:
        detail = f"{distance:g} {unit} is beyond {DISTANCE_AT_MOST_M:g} m"
        raise CellError(Column.DISTANCE, "out_of_range", detail)
    return distance_m


def _distance_unit(text: str) -> str | None:
    unit = distance_unit_of(text)
    if text and unit is None:
        known = ", ".join(METRES_PER_UNIT)
        detail = f"{text!r} is no unit of distance that we know ({known})"
        raise CellError(Column.DISTANCE_UNIT, "unknown_distance_unit", detail)
    return unit


def _amount(cells: Mapping[Column, str], column: Column, at_most: float) -> float | None:
    """A number from zero to `at_most`."""
    value = _number(cells, column)
    if value is not None and value < 0:
        raise CellError(column, "negative", f"{value:g} is below zero")
    if value is not None and value > at_most:
        raise CellError(column, "out_of_range", f"{value:g} is beyond {at_most:g}")
    return value


def _number(cells: Mapping[Column, str], column: Column) -> float | None:
    text = cells[column]
    value = number(text) if text else None
    if text and value is None:
        raise CellError(column, "bad_number", f"{text[:40]!r} is no number")
    return value
