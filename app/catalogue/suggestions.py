"""What somebody may have meant who asked for a muscle, a group or equipment that does not exist.

For exercises `app.catalogue.names.candidates` does the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.catalogue.lexicon import words
from app.catalogue.records import Catalogue

WORDS_WEIGHT = 0.6
"""Share of a score that comes from whole words; the rest from likeness of letters."""
LOWEST_SCORE = 0.35
TYPING_ERROR = 0.8
"""Likeness of letters from which on words count as the same, spelt wrong: `cabel`, `cable`."""
MOST = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A guess, and how alike it is to what was asked (0 to 1)."""

    id: str
    name: str
    score: float


def muscles_like(catalogue: Catalogue, text: str) -> tuple[Suggestion, ...]:
    """Muscles that the text may mean, likeliest first, by name, head, alias or group."""
    return _ranked(
        text,
        (
            (one.id, one.name, (one.name, *one.aliases, *(part.name for part in one.parts)))
            for one in catalogue.muscles.values()
        ),
    )


def groups_like(catalogue: Catalogue, text: str) -> tuple[Suggestion, ...]:
    """Groups of muscles that the text may mean, by their own name or by that of a member."""
    return _ranked(text, _groups(catalogue))


def equipment_like(catalogue: Catalogue, text: str) -> tuple[Suggestion, ...]:
    """Equipment that the text may mean, in any language."""
    return _ranked(
        text,
        (
            (one.id, one.name, (one.name, *one.words, *one.loose_words))
            for one in catalogue.equipment.values()
        ),
    )


def _groups(catalogue: Catalogue) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for group in catalogue.muscle_groups:
        members = [one for one in catalogue.muscles.values() if one.group == group]
        names = (name for one in members for name in (one.name, *one.aliases))
        spoken = group.replace("_", " ")
        yield group, spoken.capitalize(), (spoken, *names)


def _ranked(text: str, known: Iterable[tuple[str, str, tuple[str, ...]]]) -> tuple[Suggestion, ...]:
    asked = words(text.replace("-", " "))
    if not asked:
        return ()
    scored = (
        Suggestion(id_, name, round(max(_likeness(asked, words(one)) for one in names), 3))
        for id_, name, names in known
    )
    near = [one for one in scored if one.score >= LOWEST_SCORE]
    return tuple(sorted(near, key=lambda one: -one.score)[:MOST])


def _likeness(asked: tuple[str, ...], known: tuple[str, ...]) -> float:
    """Dice's coefficient of the words, and likeness of the letters."""
    shared = 2 * len(set(asked) & set(known)) / (len(set(asked)) + len(set(known)))
    letters = SequenceMatcher(None, " ".join(asked), " ".join(known)).ratio()
    if letters >= TYPING_ERROR:
        return letters
    return WORDS_WEIGHT * shared + (1 - WORDS_WEIGHT) * letters
