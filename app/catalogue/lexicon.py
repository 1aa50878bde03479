"""What words mean: the tables of all languages as one, and long words taken apart."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from app.catalogue.entry import CatalogueError
from app.catalogue.folding import Words, folded, needs_no_blanks, spelt_out
from app.catalogue.load import catalogue
from app.catalogue.records import Catalogue, Language

ENGLISH = "en"
SHORTEST_PIECE = 3
"""Letters of a part of a long word; `up` and `t` make too many words of nothing."""
LONGEST_PIECE = 24
SHORTEST_COMPOUND = 7
LONGEST_NAME = 300
"""Letters that are read; what goes on for longer is no name."""
UNKNOWN_COST = 4
"""What a sign that no piece covers costs in a script without blanks; a piece costs 1."""


@dataclass(slots=True)
class Lexicon:
    """Meanings of words and of runs of words, both folded, by the languages that have them."""

    meanings: dict[Words, dict[str, Words]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    """Most words of a run that begins with this one."""
    pieces: set[str] = field(default_factory=set)
    """What a word that is written together may consist of."""
    equipment: set[str] = field(default_factory=set)
    """Single words for equipment, in all languages."""

    def add(self, key: Words, meaning: Words, language: str) -> None:
        """CatalogueError where the words mean something else in this language already."""
        if not key:
            raise CatalogueError(f"{language}.toml: a word without letters")
        if self.meanings.setdefault(key, {}).setdefault(language, meaning) != meaning:
            known = " ".join(self.meanings[key][language])
            raise CatalogueError(f"{language}.toml: {' '.join(key)!r} means {known!r} already")
        self.longest[key[0]] = max(len(key), self.longest.get(key[0], 0))

    def translated(self, text: Words) -> Words:
        """The words in English, the longest known run first.

        Where languages differ over a word, those decide that other words belong to (words that
        English has as well tell nothing); English has it where none does.
        """
        runs = list(self._runs(text))
        votes = Counter(
            language
            for run, options in runs
            if set(options.values()) != {run} and len(set(options.values())) == 1
            for language in options
            if language != ENGLISH
        )
        return tuple(word for run, options in runs for word in _meant(run, options, votes))

    def apart(self, text: Words) -> Words:
        """The words with those that are written together taken apart."""
        return tuple(piece for word in text for piece in self._apart(word))

    def equipment_last(self, text: Words) -> Words:
        """The words with those for equipment behind the others, which may then be known together:
        in many languages the bar stands in the middle of its exercise."""
        return tuple(sorted(text, key=self.equipment.__contains__))

    def _runs(self, text: Words) -> Iterator[tuple[Words, Mapping[str, Words]]]:
        at = 0
        while at < len(text):
            longest = self.longest.get(text[at], 1)
            lengths = range(min(longest, len(text) - at), 0, -1)
            run = next(
                (text[at : at + n] for n in lengths if text[at : at + n] in self.meanings),
                text[at : at + 1],
            )
            yield run, self.meanings.get(run, {})
            at += len(run)

    def _apart(self, word: str) -> Words:
        if word in self.longest or word in self.pieces:
            return (word,)
        if needs_no_blanks(word):
            return _covered(word, self.pieces, UNKNOWN_COST)
        if len(word) < SHORTEST_COMPOUND:
            return (word,)
        return _covered(word, self.pieces, None) or (word,)


def _meant(run: Words, options: Mapping[str, Words], votes: Mapping[str, int]) -> Words:
    if len(set(options.values())) <= 1:
        return next(iter(options.values()), run)
    most = max(votes[language] for language in options)
    chosen = {options[language] for language in options if votes[language] == most}
    return chosen.pop() if most and len(chosen) == 1 else options.get(ENGLISH, run)


def normalise(name: str) -> str:
    """A name without case, accents, punctuation and plural s, in one spelling and in English.

    `Tricep Push-Downs` and `Triceps Pushdown` give the same; the order of words is kept.
    """
    return " ".join(words(name))


@lru_cache(maxsize=16384)
def words(name: str) -> Words:
    """The words of a name as `normalise` puts them."""
    known = lexicon()
    return known.translated(known.apart(folded(name[:LONGEST_NAME])))


@lru_cache(maxsize=16384)
def words_equipment_last(name: str) -> Words:
    """The words of a name read once more with its equipment taken out and put behind."""
    known = lexicon()
    return known.translated(known.equipment_last(known.apart(folded(name[:LONGEST_NAME]))))


@cache
def lexicon() -> Lexicon:
    """The tables of the packaged languages."""
    return lexicon_of(catalogue())


def lexicon_of(facts: Catalogue) -> Lexicon:
    """One table of all languages; CatalogueError where one contradicts itself."""
    english = Lexicon()
    if ENGLISH in facts.languages:
        _add(english, facts, facts.languages[ENGLISH], english)
    every = Lexicon(
        {key: dict(options) for key, options in english.meanings.items()}, dict(english.longest)
    )
    vocabulary = frozenset(_vocabulary(facts, english))
    every.pieces.update(word for word in vocabulary if len(word) >= SHORTEST_PIECE)
    for language in facts.languages.values():
        if language.id != ENGLISH:
            _add(every, facts, language, english)
    every.equipment.update(_equipment_words(facts))
    for word in vocabulary:
        if (word,) in every.meanings:
            every.meanings[(word,)].setdefault(ENGLISH, (word,))
    return every


def _add(known: Lexicon, facts: Catalogue, language: Language, english: Lexicon) -> None:
    for text, meaning in _table(facts, language):
        meant = english.translated(folded(meaning))
        for key in {folded(text), spelt_out(text)}:
            known.add(key, meant, language.id)
            if language.compounds and len(key) == 1:
                known.pieces.update(key)


def _table(facts: Catalogue, language: Language) -> Iterator[tuple[str, str]]:
    yield from language.phrases.items()
    yield from language.words.items()
    for id_, named in language.equipment.items():
        yield from ((word, facts.equipment[id_].words[0]) for word in named)
    for id_, named in language.movements.items():
        yield from ((name, facts.movements[id_].name) for name in named)
    for id_, named in language.exercises.items():
        yield from ((name, facts.exercises[id_].name) for name in named)


def _equipment_words(facts: Catalogue) -> Iterator[str]:
    named = (
        text
        for language in facts.languages.values()
        for text in chain(*language.equipment.values())
    )
    english = (text for equipment in facts.equipment.values() for text in equipment.words)
    for key in map(folded, (*named, *english)):
        if len(key) == 1:
            yield key[0]


def _vocabulary(facts: Catalogue, english: Lexicon) -> Iterator[str]:
    """The English words of all names, and of equipment."""
    for text in _english(facts):
        yield from english.translated(folded(text))


def _english(facts: Catalogue) -> Iterator[str]:
    for movement in facts.movements.values():
        yield from (movement.name, *movement.names)
    for exercise in facts.exercises.values():
        yield from (exercise.name, *exercise.aliases)
    for equipment in facts.equipment.values():
        yield from equipment.words


def _covered(word: str, pieces: set[str], unknown_cost: int | None) -> Words:
    """The fewest pieces that make up the word; empty where some letters belong to none.

    With a cost for unknown signs there is always an answer, such signs standing together.
    """
    best: list[tuple[float, Words]] = [(0, ())]
    for end in range(1, len(word) + 1):
        found: tuple[float, Words] = (float("inf"), ())
        for start in range(max(0, end - LONGEST_PIECE), end):
            part = word[start:end]
            cost = 1 if part in pieces else (unknown_cost or float("inf")) * len(part)
            total = best[start][0] + cost
            if total < found[0]:
                found = total, (*best[start][1], part)
        best.append(found)
    return best[-1][1]
