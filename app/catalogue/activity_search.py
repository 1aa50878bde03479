"""Activities by words of their names."""

from functools import lru_cache

from app.catalogue.folding import Words, folded
from app.catalogue.records import Activity, ActivityGroup, Catalogue


def search_activities(
    catalogue: Catalogue, text: str | None = None, group: ActivityGroup | None = None
) -> tuple[Activity, ...]:
    """The activities that fit all that is asked: those whose name the words fill best come first,
    and else the order of the file holds.

    Each word asked for is the beginning of a word of the name or of its group; text without any
    word fits nothing.
    """
    asked = None if text is None else folded(text)
    found = []
    for activity in catalogue.activities.values():
        if group not in (None, activity.group):
            continue
        score = 1.0 if asked is None else _score(asked, _terms(catalogue)[activity.id])
        if score > 0.0:
            found.append((score, activity))
    return tuple(activity for _, activity in sorted(found, key=lambda one: -one[0]))


def _score(asked: Words, terms: tuple[Words, Words]) -> float:
    """0 where a word asked for is not there; else more, the less of the head is left unsaid."""
    head, every = terms
    if not asked or not all(_begins(begun, every) for begun in asked):
        return 0.0
    said = sum(any(word.startswith(begun) for begun in asked) for word in head)
    return (1.0 + said) / (1.0 + len(head))


def _begins(begun: str, words: Words) -> bool:
    return any(word.startswith(begun) for word in words)


@lru_cache(maxsize=4)
def _terms(catalogue: Catalogue) -> dict[str, tuple[Words, Words]]:
    """By id: the words of the name up to its first comma (behind it stand speed and power), and all
    words that may find it."""
    return {
        one.id: (
            folded(one.name.partition(",")[0]),
            folded(f"{one.name} {one.group.replace('_', ' ')}"),
        )
        for one in catalogue.activities.values()
    }
