"""The data files, read once, checked and typed. The files are the truth."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Protocol, TypeVar

from app.catalogue.entry import CatalogueError, Entry
from app.catalogue.records import (
    DIRECT_SHARE,
    INDIRECT_SHARE,
    Activity,
    ActivityGroup,
    Catalogue,
    CatalogueExercise,
    Equipment,
    Laterality,
    Mechanics,
    Muscle,
    MuscleShare,
    Pattern,
    Plane,
    Source,
)
from app.engine.equipment.grid import LoadGrid
from app.engine.records import LoadMode, Measure, Tempo
from app.engine.units import KG_PER_UNIT, MassUnit


class Identified(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=Identified)

COMPENDIUM_CODE_LENGTH = 5
LEAST_MET = 1.0


@cache
def catalogue() -> Catalogue:
    """The packaged catalogue. CatalogueError where a file does not hold together."""
    return read(resources.files("app.catalogue") / "data")


def read(folder: Traversable) -> Catalogue:
    """A catalogue from `muscles.toml`, `equipment.toml`, `activities.toml`, `exercises/` and
    `sources/`."""
    sources = _records(_folder(folder / "sources"), _source)
    muscles = _records(_entries(folder / "muscles.toml"), lambda entry: _muscle(entry, sources))
    equipment = _records(
        _entries(folder / "equipment.toml"), lambda entry: _equipment(entry, sources)
    )
    exercises = _records(
        _folder(folder / "exercises"),
        lambda entry: _exercise(entry, muscles, equipment, sources),
    )
    activities = _records(
        _entries(folder / "activities.toml"), lambda entry: _activity(entry, sources)
    )
    return Catalogue(sources, muscles, equipment, exercises, activities)


def _folder(folder: Traversable) -> Iterator[Entry]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield from _entries(file)


def _entries(file: Traversable) -> Iterator[Entry]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{file.name}: {error}") from error
    for id_, table in tables.items():
        yield Entry(file.name, id_, table)


def _records(entries: Iterable[Entry], build: Callable[[Entry], Record]) -> Mapping[str, Record]:
    records: dict[str, Record] = {}
    for entry in entries:
        record = build(entry)
        entry.finish()
        if record.id in records:
            raise entry.error("is defined twice")
        records[record.id] = record
    return MappingProxyType(records)


def _known(entry: Entry, key: str, ids: Collection[str]) -> tuple[str, ...]:
    named = entry.texts(key)
    unknown = [id_ for id_ in named if id_ not in ids]
    if unknown:
        raise entry.error(f"{key!r} names what nothing defines: {', '.join(unknown)}")
    return named


def _source(entry: Entry) -> Source:
    return Source(
        id=entry.id,
        citation=entry.text("citation"),
        doi=entry.optional_text("doi"),
        note=entry.optional_text("note"),
    )


def _muscle(entry: Entry, sources: Collection[str]) -> Muscle:
    return Muscle(
        id=entry.id,
        name=entry.text("name"),
        group=entry.text("group"),
        function=entry.text("function"),
        nerve=entry.optional_text("nerve"),
        source_ids=_known(entry, "sources", sources),
    )


def _equipment(entry: Entry, sources: Collection[str]) -> Equipment:
    return Equipment(
        id=entry.id,
        name=entry.text("name"),
        load=entry.text("load"),
        grids=MappingProxyType(dict(_grids(entry))),
        source_ids=_known(entry, "sources", sources),
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


def _exercise(
    entry: Entry,
    muscles: Collection[str],
    equipment: Collection[str],
    sources: Collection[str],
) -> CatalogueExercise:
    load_mode = entry.choice("load_mode", LoadMode)
    range_low, range_high = entry.whole_pair("range")
    return CatalogueExercise(
        id=entry.id,
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        equipment_id=_equipment_id(entry, equipment),
        load_mode=load_mode,
        body_mass_share=_body_mass_share(entry, load_mode),
        pattern=entry.choice("pattern", Pattern),
        plane=entry.choice("plane", Plane),
        mechanics=entry.choice("mechanics", Mechanics),
        laterality=entry.choice("laterality", Laterality),
        muscles=_shares(entry, muscles),
        measured_in=entry.choice("measured_in", Measure),
        range_low=range_low,
        range_high=range_high,
        rest_s=entry.number("rest_s"),
        tempo=_tempo(entry),
        cues=entry.texts("cues"),
        source_ids=_known(entry, "sources", sources),
    )


def _activity(entry: Entry, sources: Collection[str]) -> Activity:
    code, met = entry.text("code"), entry.number("met")
    if not (len(code) == COMPENDIUM_CODE_LENGTH and code.isdecimal()):
        raise entry.error("'code' is five digits")
    if met < LEAST_MET:
        raise entry.error("'met' is 1 or more: nobody spends less than lying still")
    return Activity(
        id=entry.id,
        name=entry.text("name"),
        group=entry.choice("group", ActivityGroup),
        code=code,
        met=met,
        is_estimated=entry.flag("estimated"),
        source_ids=_known(entry, "sources", sources),
    )


def _equipment_id(entry: Entry, equipment: Collection[str]) -> str:
    named = entry.text("equipment")
    if named not in equipment:
        raise entry.error(f"'equipment' names what nothing defines: {named}")
    return named


def _body_mass_share(entry: Entry, load_mode: LoadMode) -> float | None:
    share = entry.optional_number("body_mass_share")
    if (share is not None) != (load_mode is LoadMode.BODY_WEIGHT):
        raise entry.error("has a 'body_mass_share' exactly when 'load_mode' is body_weight")
    if share is not None and not 0 < share <= 1:
        raise entry.error("'body_mass_share' lies above 0 and up to 1")
    return share


def _shares(entry: Entry, muscles: Collection[str]) -> tuple[MuscleShare, ...]:
    direct = _known(entry, "direct", muscles)
    indirect = _known(entry, "indirect", muscles)
    if not direct or set(direct) & set(indirect):
        raise entry.error("needs 'direct' muscles, and none that is 'indirect' as well")
    return (
        *(MuscleShare(muscle, DIRECT_SHARE) for muscle in direct),
        *(MuscleShare(muscle, INDIRECT_SHARE) for muscle in indirect),
    )


def _tempo(entry: Entry) -> Tempo | None:
    if not entry.has("tempo"):
        return None
    tempo = entry.table("tempo")
    seconds = Tempo(
        eccentric_s=tempo.number("eccentric_s"),
        pause_s=tempo.number("pause_s"),
        concentric_s=tempo.number("concentric_s"),
        hold_s=tempo.number("hold_s"),
    )
    tempo.finish()
    return seconds
