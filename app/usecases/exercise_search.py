"""Exercises of the catalogue by words and by what they are; near misses are named."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from app.catalogue.load import catalogue
from app.catalogue.names import Candidate, candidates
from app.catalogue.records import Catalogue, Mechanics, Pattern, Plane
from app.catalogue.search import Found, search_exercises
from app.catalogue.suggestions import Suggestion, equipment_like, groups_like, muscles_like
from app.engine.records import Measure
from app.usecases.errors import UnknownReference, UnknownReferences


@dataclass(frozen=True, slots=True)
class Asked:
    text: str | None = None
    muscle_id: str | None = None
    group: str | None = None
    equipment_id: str | None = None
    plane: Plane | None = None
    pattern: Pattern | None = None
    mechanics: Mechanics | None = None
    measured_in: Measure | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    found: tuple[Found, ...]
    candidates: tuple[Candidate, ...]
    """What the words may have meant, where nothing was found."""


def search(asked: Asked) -> Hits:
    """UnknownReferences, with candidates, for a muscle, group or equipment that there is not."""
    facts = catalogue()
    require_one(asked.muscle_id, "muscle", "query/muscle_id", facts.muscles, muscles_like)
    require_one(asked.group, "muscle group", "query/group", facts.muscle_groups, groups_like)
    require_one(
        asked.equipment_id, "equipment", "query/equipment_id", facts.equipment, equipment_like
    )
    found = search_exercises(
        facts,
        text=asked.text,
        muscle=asked.muscle_id,
        group=asked.group,
        equipment=asked.equipment_id,
        plane=asked.plane,
        pattern=asked.pattern,
        mechanics=asked.mechanics,
        measured_in=asked.measured_in,
    )
    guessed = candidates(asked.text) if asked.text is not None and not found else ()
    return Hits(found, guessed)


def require_one(
    asked: str | None,
    kind: str,
    pointer: str,
    known: Collection[str],
    like: Callable[[Catalogue, str], tuple[Suggestion, ...]],
) -> None:
    """UnknownReferences, with what may have been meant, where the catalogue has no such thing."""
    if asked is not None and asked not in known:
        near = tuple(one.id for one in like(catalogue(), asked))
        raise UnknownReferences((UnknownReference(kind, pointer, asked, near),))
