"""Which equipment an exercise's name speaks of: `Adductor Thing (Machine)` is on a machine."""

from functools import cache

from app.catalogue.lexicon import words
from app.catalogue.load import catalogue

ASSISTED, ASSISTED_MACHINE, BAND = "assisted", "assisted_machine", "band"


def equipment_in(name: str) -> str | None:
    """Id of the equipment that the name mentions, the longest mention first; None where none is.

    Only equipment whose load can be read counts: a band tells nothing of kilograms.
    """
    asked = frozenset(words(name))
    if ASSISTED in asked and BAND not in asked:
        return ASSISTED_MACHINE
    return next((id_ for mention, id_ in _mentions() if mention <= asked), None)


@cache
def _mentions() -> tuple[tuple[frozenset[str], str], ...]:
    mentions = [
        (frozenset(words(text)), one.id)
        for one in catalogue().equipment.values()
        if one.grids
        for text in one.words
    ]
    return tuple(sorted(mentions, key=lambda pair: -len(pair[0])))
