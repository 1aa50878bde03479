"""In which unit a file's loads are: by row, by header, or as the caller says."""

from collections import Counter

from app.engine.units import MassUnit
from app.exchange.layout import Layout
from app.exchange.quantities import mass_unit_of
from app.exchange.strong_words import Column
from app.exchange.table import Row
from app.exchange.training_file import LineProblem


def file_mass_unit(
    layout: Layout, rows: list[Row], mass_unit: MassUnit | None
) -> MassUnit | LineProblem:
    """The unit of loads whose row has none; a problem where file and caller differ or are mute."""
    stated = _stated(layout, rows)
    if stated and mass_unit and mass_unit not in stated:
        return _problem(
            layout,
            "mass_unit_contradicts",
            f"the file states {' and '.join(sorted(stated))}, mass_unit says {mass_unit}; "
            "leave mass_unit out or correct it",
        )
    unit = mass_unit or next((unit for unit, _ in stated.most_common(1)), None)
    if unit is None:
        detail = "the file does not say whether its loads are kg or lb; send mass_unit"
        return _problem(layout, "mass_unit_needed", detail)
    return unit


def _stated(layout: Layout, rows: list[Row]) -> Counter[MassUnit]:
    """How many rows state each unit. A unit column goes before the header."""
    place = layout.places.get(Column.WEIGHT_UNIT)
    cells: Counter[str] = Counter()
    if place is not None:
        cells.update(row.cells[place] for row in rows if len(row.cells) > place)
    stated: Counter[MassUnit] = Counter()
    for cell, count in cells.items():
        unit = mass_unit_of(cell)
        if unit:
            stated[unit] += count
    if layout.mass_unit and not stated:
        stated[layout.mass_unit] += 1
    return stated


def _problem(layout: Layout, code: str, detail: str) -> LineProblem:
    return LineProblem(None, layout.name(Column.WEIGHT), code, detail)
