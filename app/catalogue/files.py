"""TOML files as entries, and entries as records by id."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Protocol, TypeVar

from app.catalogue.entry import CatalogueError, Entry


class Identified(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=Identified)


def entries(file: Traversable) -> Iterator[Entry]:
    """The top tables of a file, one entry each."""
    for id_, table in _tables(file).items():
        yield Entry(file.name, id_, table)


def entries_in(folder: Traversable) -> Iterator[Entry]:
    """The top tables of every file of a folder."""
    for file in _toml_files(folder):
        yield from entries(file)


def whole(file: Traversable) -> Entry:
    """A file as one entry, under its name without the suffix."""
    return Entry(file.name, file.name.removesuffix(".toml"), _tables(file))


def wholes_in(folder: Traversable) -> Iterator[Entry]:
    """Every file of a folder as one entry."""
    yield from map(whole, _toml_files(folder))


def records(found: Iterable[Entry], build: Callable[[Entry], Record]) -> Mapping[str, Record]:
    """What is built from the entries, by id; CatalogueError where an id stands twice."""
    built: dict[str, Record] = {}
    for entry in found:
        add(built, build(entry), entry)
        entry.finish()
    return MappingProxyType(built)


def add(built: dict[str, Record], record: Record, entry: Entry) -> None:
    if record.id in built:
        raise entry.error("is defined twice")
    built[record.id] = record


def known(entry: Entry, key: str, ids: Collection[str]) -> tuple[str, ...]:
    """The list of ids under a key; CatalogueError where nothing defines one of them."""
    named = entry.texts(key)
    unknown = [id_ for id_ in named if id_ not in ids]
    if unknown:
        raise entry.error(f"{key!r} names what nothing defines: {', '.join(unknown)}")
    return named


def known_one(entry: Entry, key: str, ids: Collection[str]) -> str:
    """The id under a key; CatalogueError where nothing defines it."""
    named = entry.text(key)
    if named not in ids:
        raise entry.error(f"{key!r} names what nothing defines: {named}")
    return named


def _toml_files(folder: Traversable) -> list[Traversable]:
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    return sorted(files, key=lambda file: file.name)


def _tables(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{file.name}: {error}") from error
