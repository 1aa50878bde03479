"""Muscles and their groups, as callers name them."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import islice
from types import MappingProxyType

from app.catalogue.load import catalogue
from app.catalogue.suggestions import groups_like, muscles_like
from app.usecases.errors import UnknownReference, UnknownReferences

UNKNOWN_SHOWN_AT_MOST = 20
"""Each is compared with every name there is."""

CANDIDATES_AT_MOST = 3

Named = Iterable[tuple[str, str]]
"""Pointers into the caller's body, with what is named there."""


@cache
def groups_by_muscle() -> Mapping[str, str]:
    return MappingProxyType({one.id: one.group for one in catalogue().muscles.values()})


@cache
def muscles_by_group() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for muscle, group in groups_by_muscle().items():
        found[group] = (*found.get(group, ()), muscle)
    return MappingProxyType(found)


def require_muscles(named: Named) -> None:
    """UnknownReferences, with candidates, where the catalogue has no such muscle."""
    _require(named, groups_by_muscle(), "muscle")


def require_groups(named: Named) -> None:
    """The same for groups of muscles."""
    _require(named, muscles_by_group(), "muscle group")


def require_areas(named: Named) -> None:
    """The same for what may be a group or a muscle."""
    _require(named, (*muscles_by_group(), *groups_by_muscle()), "muscle")


def with_neighbours(areas: Iterable[str]) -> tuple[str, ...]:
    """The areas, the muscles of those that are groups, and the groups of those that are muscles:
    pain noted of one is pain where the other is trained."""
    found: dict[str, None] = {}
    for area in areas:
        group = groups_by_muscle().get(area, area)
        found |= dict.fromkeys((area, group, *muscles_by_group().get(area, ())))
    return tuple(found)


def _require(named: Named, known: Collection[str], kind: str) -> None:
    unknown = ((pointer, value) for pointer, value in named if value not in known)
    faults = tuple(
        UnknownReference(kind, pointer, value, _candidates(value, known))
        for pointer, value in islice(unknown, UNKNOWN_SHOWN_AT_MOST)
    )
    if faults:
        raise UnknownReferences(faults)


def _candidates(value: str, known: Collection[str]) -> tuple[str, ...]:
    """The group of a muscle or the muscles of a group, where the other is asked; else what is
    spelt alike, or called so."""
    related = (*muscles_by_group().get(value, ()), groups_by_muscle().get(value, ""))
    return tuple(one for one in related if one in known) or areas_like(value, known)


def areas_like(value: str, known: Collection[str]) -> tuple[str, ...]:
    """Which of the groups and muscles that are known may be meant: spelt alike, else called so."""
    if near := get_close_matches(value, known):
        return tuple(near)
    said, facts = value.replace("_", " "), catalogue()
    called = (*groups_like(facts, said), *muscles_like(facts, said))
    best = sorted(called, key=lambda one: -one.score)
    return tuple(one.id for one in best if one.id in known)[:CANDIDATES_AT_MOST]
