"""Equipment and the loads that it usually makes."""

from collections.abc import Collection, Iterator
from types import MappingProxyType

from app.catalogue.entry import Entry
from app.catalogue.files import known
from app.catalogue.records import Equipment
from app.engine.equipment.grid import LoadGrid
from app.engine.units import KG_PER_UNIT, MassUnit


def read_equipment(entry: Entry, sources: Collection[str]) -> Equipment:
    return Equipment(
        id=entry.id,
        name=entry.text("name"),
        words=entry.texts("words"),
        loose_words=entry.texts("loose_words"),
        load=entry.text("load"),
        grids=MappingProxyType(dict(_grids(entry))),
        source_ids=known(entry, "sources", sources),
        note=entry.optional_text("note"),
    )


def _grids(entry: Entry) -> Iterator[tuple[MassUnit, LoadGrid]]:
    for unit in KG_PER_UNIT:
        if entry.has(unit):
            yield unit, _grid(entry.table(unit), unit)


def _grid(entry: Entry, unit: MassUnit) -> LoadGrid:
    step, minimum, maximum = (entry.number(key) for key in ("step", "minimum", "maximum"))
    entry.finish()
    if step <= 0 or minimum >= maximum:
        raise entry.error("needs a step above zero and a minimum below its maximum")
    return LoadGrid(unit=unit, step=step, minimum=minimum, maximum=maximum)
