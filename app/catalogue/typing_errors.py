"""Known words that a mistyped one may mean."""

from collections import defaultdict
from difflib import get_close_matches
from functools import lru_cache

SHORTEST_CORRECTED = 6
"""Letters from which one slip still leaves one word: below that, `curl` and `hurl` are too near."""
SHORTEST_NEAR = 4
"""Letters from which a word is likened to others at all: `old` is not `hold`."""
NEAR_WORD = 0.8
"""Likeness from which a word counts as near; for guesses only."""


class TypingErrors:
    """A vocabulary that finds its words with a letter missing, too many, wrong or swapped."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self._vocabulary = vocabulary
        self._shortened: dict[str, set[str]] = defaultdict(set)
        for word in vocabulary:
            for short in _one_less(word):
                self._shortened[short].add(word)
        self.nearest = lru_cache(maxsize=4096)(self._nearest)

    def corrected(self, word: str) -> str:
        """The one known word that a single slip makes of this; the word itself in doubt."""
        if word in self._vocabulary or len(word) < SHORTEST_CORRECTED or word.isdigit():
            return word
        found = {known for short in _one_less(word) for known in self._shortened.get(short, ())}
        meant = [
            known for known in found if len(known) >= SHORTEST_CORRECTED and _one_slip(word, known)
        ]
        return meant[0] if len(meant) == 1 else word

    def _nearest(self, word: str) -> str:
        """The known word that is most alike, as far as one is; else the word itself."""
        if word in self._vocabulary or len(word) < SHORTEST_NEAR or word.isdigit():
            return word
        near = get_close_matches(word, self._vocabulary, n=1, cutoff=NEAR_WORD)
        return near[0] if near else word


def _one_less(word: str) -> set[str]:
    """The word, and the word with each letter left out."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter was left out, added, changed or swapped with its neighbour, of two words
    whose lengths differ by one letter at most."""
    short, long = sorted((one, other), key=len)
    first = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if len(short) < len(long):
        return short[first:] == long[first + 1 :]
    rest_swapped = short[first + 1 : first + 2] + short[first : first + 1] + short[first + 2 :]
    return short[first + 1 :] == long[first + 1 :] or rest_swapped == long[first:]
