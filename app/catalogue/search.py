"""Exercises by words and by what they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from app.catalogue.folding import Words
from app.catalogue.lexicon import words
from app.catalogue.records import (
    DIRECT_SHARE,
    Catalogue,
    CatalogueExercise,
    Mechanics,
    Pattern,
    Plane,
)
from app.catalogue.spoken_names import spoken_names
from app.engine.records import Measure

SPREAD_SCORE = 0.25
"""Where the words stand in different names, or partly in that of a muscle or of equipment."""


@dataclass(frozen=True, slots=True)
class Found:
    """An exercise that was searched for."""

    exercise: CatalogueExercise
    score: float
    """How much of its best name was asked for (0 to 1); 1 where no words were."""
    share: float | None
    """Its share of the muscle or group asked for; None where none was."""


def search_exercises(
    catalogue: Catalogue,
    text: str | None = None,
    muscle: str | None = None,
    group: str | None = None,
    equipment: str | None = None,
    plane: Plane | None = None,
    pattern: Pattern | None = None,
    mechanics: Mechanics | None = None,
    measured_in: Measure | None = None,
) -> tuple[Found, ...]:
    """The exercises that fit all that is asked, best first.

    Muscle, group and equipment are ids, and an unknown one fits nothing. The text is one or more
    words in any language, the last ones perhaps unfinished; all of them must be found. Direct
    muscles come before indirect ones, nearer names before further ones, and else the order of the
    files holds.
    """
    trained = _trained(catalogue, muscle, group)
    asked = None if text is None else words(text)
    found = []
    for exercise in catalogue.exercises.values():
        share = None if trained is None else _share(exercise, trained)
        fits = (
            share != 0
            and equipment in (None, exercise.equipment_id)
            and plane in (None, exercise.plane)
            and pattern in (None, exercise.pattern)
            and mechanics in (None, exercise.mechanics)
            and measured_in in (None, exercise.measured_in)
        )
        score = _score(catalogue, exercise, asked) if fits else 0.0
        if score > 0:
            found.append(Found(exercise, round(score, 3), share))
    return tuple(sorted(found, key=lambda one: (-(one.share or 0.0), -one.score)))


def _trained(catalogue: Catalogue, muscle: str | None, group: str | None) -> frozenset[str] | None:
    """The muscles that an exercise has to train one of; None where any will do."""
    if muscle is None and group is None:
        return None
    return frozenset(
        one.id
        for one in catalogue.muscles.values()
        if muscle in (None, one.id) and group in (None, one.group)
    )


def _share(exercise: CatalogueExercise, trained: frozenset[str]) -> float:
    return max((one.share for one in exercise.muscles if one.muscle_id in trained), default=0.0)


def _score(catalogue: Catalogue, exercise: CatalogueExercise, asked: Words | None) -> float:
    if asked is None:
        return 1.0
    names, every = _terms(catalogue)[exercise.id]
    if not asked or not _all_begun(asked, every):
        return 0.0
    whole = (len(asked) / len(name) for name in names if _all_begun(asked, name))
    return min(1.0, max(whole, default=SPREAD_SCORE))


def _all_begun(asked: Words, name: Iterable[str]) -> bool:
    """Whether each word asked for is the beginning of a word of the name."""
    return all(any(word.startswith(begun) for word in name) for begun in asked)


@lru_cache(maxsize=4)
def _terms(catalogue: Catalogue) -> dict[str, tuple[tuple[Words, ...], frozenset[str]]]:
    """By exercise id: the words of each name, and all words that may find it."""
    return {
        exercise.id: _terms_of(catalogue, exercise) for exercise in catalogue.exercises.values()
    }


def _terms_of(
    catalogue: Catalogue, exercise: CatalogueExercise
) -> tuple[tuple[Words, ...], frozenset[str]]:
    local = (name for names in exercise.local_names.values() for name in names)
    spoken = chain(spoken_names(catalogue, exercise), local)
    names = {tuple(dict.fromkeys(words(name))) for name in spoken}
    every = {word for name in names for word in name}
    every.update(word for text in _beside(catalogue, exercise) for word in words(text))
    return tuple(names), frozenset(every)


def _beside(catalogue: Catalogue, exercise: CatalogueExercise) -> Iterator[str]:
    """What else an exercise may be looked for by."""
    yield from catalogue.equipment[exercise.equipment_id].words
    for share in exercise.muscles:
        if share.share == DIRECT_SHARE:
            muscle = catalogue.muscles[share.muscle_id]
            yield from (muscle.name, muscle.group, *muscle.aliases)
