"""Which equipment an exercise's name speaks of: `Adductor Thing (Machine)` is on a machine."""

from difflib import get_close_matches
from functools import cache

from app.catalogue.load import catalogue
from app.catalogue.names import normalise


def equipment_in(name: str) -> str | None:
    """Id of the equipment that the name mentions, the longest mention first; None where none is."""
    words = frozenset(normalise(name).split())
    if "assisted" in words:
        return "assisted_machine"
    return next((known for mention, known in _mentions() if mention <= words), None)


def equipment_candidates(name: str, limit: int = 3) -> tuple[str, ...]:
    """Ids that a word for equipment may mean, likeliest first; none where nothing is alike."""
    words = name.replace("_", " ").replace("-", " ").casefold()
    alike = get_close_matches("_".join(words.split()), catalogue().equipment, n=limit)
    mentioned = equipment_in(words)
    return tuple(dict.fromkeys([*([mentioned] if mentioned else []), *alike]))[:limit]


@cache
def _mentions() -> tuple[tuple[frozenset[str], str], ...]:
    mentions = [
        (frozenset(normalise(one.id.replace("_", " ")).split()), one.id)
        for one in catalogue().equipment.values()
        if one.grids
    ]
    return tuple(sorted(mentions, key=lambda pair: -len(pair[0])))
