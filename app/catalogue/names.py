"""From the name that somebody or some app gave an exercise to the catalogue's own.

`resolve` is sure or silent: only spelling, word order, plurals and a few foreign words are folded.
`candidates` guesses, for a person to choose from.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache, lru_cache
from importlib import resources

from app.catalogue.entry import CatalogueError, Entry
from app.catalogue.load import catalogue
from app.catalogue.records import CatalogueExercise

Words = tuple[str, ...]

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({"\u0131": "i", "ø": "o", "ł": "l", "đ": "d"})
SHORTEST_PLURAL = 4
"""Words of three letters keep their s: abs, lbs, ohs."""

WORDS_WEIGHT = 0.6
"""Share of a candidate's score that comes from whole words; the rest from likeness of letters."""
NEAR_WORD = 0.8
"""Likeness from which a word counts as a misspelling of a known one."""
WORTH_COMPARING = 40
"""Names compared letter by letter, best by words first; keeps a candidate search near 1 ms."""
LOWEST_SCORE = 0.35


@dataclass(frozen=True, slots=True)
class Candidate:
    """A guess, with the name that it was guessed by and how alike the two are (0 to 1)."""

    exercise: CatalogueExercise
    name: str
    score: float


def normalise(name: str) -> str:
    """A name without case, accents, punctuation and plural s, in one spelling and in English.

    `Tricep Push-Downs` and `Triceps Pushdown` give the same; the order of words is kept.
    """
    text = _folded(name)
    for spelling, meant in _spellings():
        text = spelling.sub(meant, text)
    return " ".join(_translations().get(word, word) for word in text.split())


def resolve(name: str) -> CatalogueExercise | None:
    """The exercise of this name or alias, in whatever order its words stand; None if none is."""
    return _index().get(_key(name))


def candidates(name: str, limit: int = 5) -> tuple[Candidate, ...]:
    """Exercises that the name may mean, likeliest first; none where nothing is alike."""
    asked = tuple(_corrected(word) for word in normalise(name).split())
    if not asked:
        return ()
    best: dict[str, Candidate] = {}
    for candidate in _scored(asked):
        known = best.get(candidate.exercise.id)
        if known is None or candidate.score > known.score:
            best[candidate.exercise.id] = candidate
    ranked = sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.exercise.id))
    return tuple(ranked[:limit])


def index(exercises: Mapping[str, CatalogueExercise]) -> Mapping[Words, CatalogueExercise]:
    """Exercises by the sorted words of each name; CatalogueError where two claim the same."""
    found: dict[Words, CatalogueExercise] = {}
    for exercise in exercises.values():
        for name in (exercise.name, *exercise.aliases):
            other = found.setdefault(_key(name), exercise)
            if other.id != exercise.id:
                raise CatalogueError(f"{name!r} of {exercise.id} already names {other.id}")
    return found


@cache
def _index() -> Mapping[Words, CatalogueExercise]:
    return index(catalogue().exercises)


def _key(name: str) -> Words:
    return tuple(sorted(normalise(name).split()))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS_WITHOUT_DECOMPOSITION))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_singular(word) for word in re.findall(r"\w+", letters.replace("_", " ")))


def _singular(word: str) -> str:
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "sses")) else word[:-1]


def _words_file(table: str) -> Iterator[tuple[str, str]]:
    file = resources.files("app.catalogue") / "data" / "words.toml"
    entry = Entry(file.name, table, tomllib.loads(file.read_text(encoding="utf-8")).get(table))
    for key in entry.unread():
        yield _folded(key), entry.text(key)


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    longest_first = sorted(_words_file("spelling"), key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"\b{re.escape(key)}\b"), meant) for key, meant in longest_first)


@cache
def _translations() -> Mapping[str, str]:
    return dict(_words_file("word"))


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for key in _index() for word in key)


@lru_cache(maxsize=4096)
def _corrected(word: str) -> str:
    """The known word that is meant, as far as spelling tells."""
    if word in _vocabulary() or word.isdigit():
        return word
    return next(iter(get_close_matches(word, _vocabulary(), n=1, cutoff=NEAR_WORD)), word)


@cache
def _names() -> tuple[tuple[Words, CatalogueExercise, str], ...]:
    return tuple(
        (tuple(normalise(name).split()), exercise, name)
        for exercise in catalogue().exercises.values()
        for name in (exercise.name, *exercise.aliases)
    )


def _scored(asked: Words) -> Iterator[Candidate]:
    by_words = sorted(
        ((_overlap(asked, words), words, exercise, name) for words, exercise, name in _names()),
        key=lambda row: -row[0],
    )
    for overlap, words, exercise, name in by_words[:WORTH_COMPARING]:
        letters = SequenceMatcher(None, " ".join(asked), " ".join(words)).ratio()
        score = WORDS_WEIGHT * overlap + (1 - WORDS_WEIGHT) * letters
        if overlap > 0 and score >= LOWEST_SCORE:
            yield Candidate(exercise, name, round(score, 3))


def _overlap(asked: Words, known: Words) -> float:
    """Dice's coefficient of the two sets of words."""
    return 2 * len(set(asked) & set(known)) / (len(set(asked)) + len(set(known)))
