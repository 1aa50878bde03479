"""Which column is which, by the names of a header row."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.engine.units import MassUnit
from app.exchange.quantities import LENGTH_AT_MOST, distance_unit_of, mass_unit_of
from app.exchange.strong_words import Column, other_apps, plain, words

_UNIT_BEHIND = re.compile(r"(.+?)\s*(?:[(\[（]\s*([^)\]）]+?)\s*[)\]）]|[\s_]([^\W\d_]+))")  # noqa: RUF001


@dataclass(slots=True)
class NamedColumns:
    places: dict[Column, int] = field(default_factory=dict)
    mass_unit: MassUnit | None = None
    """From `Weight (kg)`, `weight_lbs` or a column that is called `lb`."""
    distance_unit: str | None = None
    duration_unit: str = "s"
    """Of bare numbers."""


@dataclass(frozen=True, slots=True)
class _Name:
    column: Column
    unit: str | None


def named_columns(header: list[str]) -> NamedColumns:
    """The first column of a name is the one; what no name tells is left out."""
    found = NamedColumns()
    for place, cell in enumerate(header):
        name = _name(cell)
        if name and name.column not in found.places:
            found.places[name.column] = place
            _note_unit(found, name)
    return found


def app_of(header: list[str]) -> str | None:
    """Another app, where the header has the names that only its files have."""
    names = {plain(cell) for cell in header}
    names |= {plain(_bare(cell)) for cell in header}
    return next((app for app, own in other_apps().items() if own <= names), None)


def _name(cell: str) -> _Name | None:
    column = words("columns").get(plain(cell))
    if column:
        return _Name(Column(column), None)
    return _unit_as_name(cell) or _name_with_unit(cell)


def _unit_as_name(cell: str) -> _Name | None:
    if mass_unit_of(cell):
        return _Name(Column.WEIGHT, cell)
    return _Name(Column.DISTANCE, cell) if distance_unit_of(cell) else None


def _name_with_unit(cell: str) -> _Name | None:
    match = _unit_behind(cell)
    column = words("columns").get(plain(match[1])) if match else None
    if match is None or column is None:
        return None
    unit = match[2] or match[3]
    known = mass_unit_of(unit) or distance_unit_of(unit) or words("time_units").get(plain(unit))
    return _Name(Column(column), unit) if known or match[2] else None


def _unit_behind(cell: str) -> re.Match[str] | None:
    return _UNIT_BEHIND.fullmatch(cell) if len(cell) <= LENGTH_AT_MOST else None


def _bare(cell: str) -> str:
    match = _unit_behind(cell)
    return match[1] if match else cell


def _note_unit(found: NamedColumns, name: _Name) -> None:
    setter = _UNIT_SETTERS.get(name.column)
    if setter and name.unit:
        setter(found, name.unit)


def _set_mass(found: NamedColumns, unit: str) -> None:
    found.mass_unit = mass_unit_of(unit)


def _set_distance(found: NamedColumns, unit: str) -> None:
    found.distance_unit = distance_unit_of(unit)


def _set_duration(found: NamedColumns, unit: str) -> None:
    found.duration_unit = words("time_units").get(plain(unit), "s")


_UNIT_SETTERS: Mapping[Column, Callable[[NamedColumns, str], None]] = {
    Column.WEIGHT: _set_mass,
    Column.DISTANCE: _set_distance,
    Column.DURATION: _set_duration,
}
