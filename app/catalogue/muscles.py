"""Muscles, and the sets of them that exercises name together: `@triceps` is its three heads."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from app.catalogue.entry import Entry
from app.catalogue.files import known
from app.catalogue.records import Muscle, MusclePart

SET_MARK = "@"


def read_muscle(entry: Entry, sources: Collection[str]) -> Muscle:
    return Muscle(
        id=entry.id,
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        group=entry.text("group"),
        parts=tuple(_parts(entry)),
        function=entry.text("function"),
        posture_gait=entry.text("posture_gait"),
        programmed=entry.flag("programmed", default=True),
        nerve=entry.optional_text("nerve"),
        source_ids=known(entry, "sources", sources),
    )


def read_muscle_sets(entry: Entry, muscles: Mapping[str, Muscle]) -> Mapping[str, tuple[str, ...]]:
    sets = {name: known(entry, name, muscles) for name in entry.unread()}
    return MappingProxyType(sets)


def named_muscles(
    entry: Entry, key: str, muscles: Collection[str], sets: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Muscle ids under a key, each `@set` as its members, no id unknown and none twice."""
    ids = [id_ for named in entry.texts(key) for id_ in sets.get(_set_name(named), (named,))]
    unknown = [id_ for id_ in ids if id_ not in muscles]
    if unknown:
        raise entry.error(f"{key!r} names what nothing defines: {', '.join(unknown)}")
    if len(set(ids)) != len(ids):
        raise entry.error(f"{key!r} says a muscle twice")
    return tuple(ids)


def _set_name(named: str) -> str:
    return named.removeprefix(SET_MARK) if named.startswith(SET_MARK) else ""


def _parts(entry: Entry) -> Iterator[MusclePart]:
    parts = entry.table("parts")
    for name in parts.unread():
        yield MusclePart(name, parts.text(name))
