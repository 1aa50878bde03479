"""What the columns of a Strong file are: by name first, by content where names do not tell."""

from dataclasses import dataclass

from app.engine.units import MassUnit
from app.exchange.assumptions import Assumptions
from app.exchange.column_contents import Sample, columns_by_contents
from app.exchange.column_names import NamedColumns, app_of, named_columns
from app.exchange.instants import day_comes_first, instant_of
from app.exchange.quantities import number
from app.exchange.strong_words import Column
from app.exchange.table import Row
from app.exchange.training_file import FileRefused, LineProblem

REQUIRED = (Column.DATE, Column.EXERCISE, Column.SET_ORDER, Column.WEIGHT, Column.REPS)


@dataclass(frozen=True, slots=True)
class Layout:
    places: dict[Column, int]
    names: list[str]
    """Of all columns, as the file has them; `column 3` where it has none."""
    mass_unit: MassUnit | None
    distance_unit: str | None
    duration_unit: str
    day_first: bool | None

    def name(self, column: Column) -> str:
        place = self.places.get(column)
        return str(column) if place is None else self.names[place]


def layout_of(rows: list[Row], assumptions: Assumptions) -> tuple[Layout, list[Row]]:
    """The layout and the data rows behind the header, if there is one."""
    if not rows:
        raise _no_rows()
    header = rows[0].cells if _is_header(rows[0].cells) else None
    body = rows if header is None else rows[1:]
    names = header or [f"column {place + 1}" for place in range(len(rows[0].cells))]
    _refuse_other_app(names)
    if not body:
        raise _no_rows()
    named = named_columns(header or [])
    places = named.places
    if not set(REQUIRED) <= set(places):
        places = _by_contents(named, names, body, assumptions)
    _name_unread(places, names, body, assumptions)
    return _layout(named, places, names, body), body


def _is_header(cells: list[str]) -> bool:
    """A header holds neither a date nor a number; every row of data does."""
    day_first = day_comes_first(cells)
    return not any(number(cell) is not None or instant_of(cell, day_first) for cell in cells)


def _layout(
    named: NamedColumns, places: dict[Column, int], names: list[str], body: list[Row]
) -> Layout:
    date = places[Column.DATE]
    day_first = day_comes_first(row.cells[date] for row in body if len(row.cells) > date)
    return Layout(
        places, names, named.mass_unit, named.distance_unit, named.duration_unit, day_first
    )


def _by_contents(
    named: NamedColumns, names: list[str], body: list[Row], assumptions: Assumptions
) -> dict[Column, int]:
    width = len(names)
    rows = [row.cells for row in body if len(row.cells) == width]
    if not rows:
        raise _unknown(named.places, names)
    columns = [list(cells) for cells in zip(*rows, strict=True)]
    free = set(range(width)) - set(named.places.values())
    places = columns_by_contents(Sample(columns, set(free), dict(named.places)))
    if not set(REQUIRED) <= set(places):
        raise _unknown(named.places, names)
    told = (f"{names[place]!r} is {column}" for column, place in places.items() if place in free)
    assumptions.take(f"Told by what the columns hold: {', '.join(told)}.")
    return places


def _no_rows() -> FileRefused:
    return FileRefused([LineProblem(None, None, "no_rows", "there is no row below the header")])


def _refuse_other_app(names: list[str]) -> None:
    app = app_of(names)
    if app:
        detail = f"this is a file of {app}, not of Strong; its columns are {_listed(names)}"
        raise FileRefused([LineProblem(1, None, "unknown_layout", detail)])


def _unknown(places: dict[Column, int], names: list[str]) -> FileRefused:
    missing = ", ".join(column for column in REQUIRED if column not in places)
    needed = ", ".join(REQUIRED)
    detail = f"columns found: {_listed(names)}; needed: {needed}; not found: {missing}"
    return FileRefused([LineProblem(1, None, "unknown_layout", detail)])


def _listed(names: list[str]) -> str:
    """At most 30 names of 40 characters: a file that is no table may have any."""
    return ", ".join(repr(name[:40]) for name in names[:30]) + (", …" if names[30:] else "")


def _name_unread(
    places: dict[Column, int], names: list[str], body: list[Row], assumptions: Assumptions
) -> None:
    read = set(places.values())
    for place, name in enumerate(names):
        if place not in read and any(
            row.cells[place : place + 1] not in ([], [""]) for row in body
        ):
            assumptions.take(f"The column {name[:40]!r} is not read.")
