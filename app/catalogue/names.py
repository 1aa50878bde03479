"""From the name that somebody or some app gave an exercise to the catalogue's own.

`resolve` is sure or silent: spelling, word order, plurals, equipment in any place, words that
change nothing and the words of other languages are folded, and a name that is left over or leads
to two exercises leads to none. `candidates` guesses, for a person to choose from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from heapq import nlargest
from itertools import combinations, pairwise

from app.catalogue.entry import CatalogueError
from app.catalogue.folding import Words
from app.catalogue.lexicon import LONGEST_NAME, normalise, words, words_equipment_last
from app.catalogue.load import catalogue
from app.catalogue.records import Catalogue, CatalogueExercise, Laterality, Movement
from app.catalogue.spoken_names import spoken_names
from app.catalogue.suggestions import LOWEST_SCORE, WORDS_WEIGHT
from app.catalogue.typing_errors import TypingErrors
from app.engine.records import LoadMode

__all__ = ["Candidate", "Index", "candidates", "index", "normalise", "resolve"]

Key = frozenset[str]
"""The words of a name, whatever their order."""

UNILATERAL = "unilateral"
ONE_SIDE = {("single", "arm"), ("single", "leg")}
ONE_SIDED = ("single", "arm", "leg", "alternating", UNILATERAL)
"""Words that add nothing to an exercise that is done one side at a time anyway."""
HANGS_ON_THE_BODY = "weighted"
MOST_NEUTRAL = 6
"""Words that are tried to be left out; more than that is another exercise."""
MOST_CORRECTIONS = 2

WORTH_COMPARING = 40
"""Names compared letter by letter, best by words first; keeps a search within some milliseconds."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A guess, with the name that it was guessed by and how alike the two are (0 to 1)."""

    exercise: CatalogueExercise
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Index:
    """Which exercise a set of words names."""

    exercises: Mapping[Key, CatalogueExercise]
    neutral: Mapping[str, Key]
    """By exercise id: words that may stand beside its name."""
    neutral_words: Key
    typing_errors: TypingErrors

    def find(self, asked: Key) -> CatalogueExercise | None:
        """The exercise of these words, less as few neutral ones as it takes; None in doubt."""
        spare = sorted(asked & self.neutral_words)[:MOST_NEUTRAL]
        for count in range(len(spare) + 1):
            found = {hit.id: hit for hit in self._without(asked, combinations(spare, count))}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _without(
        self, asked: Key, choices: Iterable[tuple[str, ...]]
    ) -> Iterator[CatalogueExercise]:
        for left_out in choices:
            found = self.exercises.get(asked.difference(left_out))
            if found is not None and self.neutral[found.id].issuperset(left_out):
                yield found


@lru_cache(maxsize=8192)
def resolve(name: str) -> CatalogueExercise | None:
    """The exercise of this name, in whatever order its words stand; None if none is, or two are."""
    if len(name) > LONGEST_NAME:
        return None
    known = index()
    asked = words(name)
    found = known.find(frozenset(asked)) or known.find(frozenset(words_equipment_last(name)))
    if found is None and asked:
        corrected = tuple(known.typing_errors.corrected(word) for word in asked)
        changed = sum(old != new for old, new in zip(asked, corrected, strict=True))
        if 0 < changed <= MOST_CORRECTIONS:
            found = known.find(frozenset(corrected))
    return found


@cache
def index() -> Index:
    return index_of(catalogue())


def index_of(facts: Catalogue) -> Index:
    """Names to exercises; CatalogueError where two exercises claim one name.

    Names and aliases come first, then each name of the movement with the equipment's words, then
    with looser words for the equipment where nothing nearer has them.
    """
    told = _claimed(_told(facts))
    made = _claimed(_made(facts, loose=False), told)
    for key, id_ in _made(facts, loose=True):
        made.setdefault(key, id_)
    exercises = {key: facts.exercises[id_] for key, id_ in made.items()}
    neutral = {id_: _neutral(facts, exercise) for id_, exercise in facts.exercises.items()}
    vocabulary = frozenset(word for key in exercises for word in key)
    return Index(exercises, neutral, frozenset().union(*neutral.values()), TypingErrors(vocabulary))


def _claimed(
    names: Iterable[tuple[Key, str]], before: Mapping[Key, str] | None = None
) -> dict[Key, str]:
    """Exercise ids by key, what was claimed before staying as it is."""
    claimed = dict(before or {})
    earlier = frozenset(claimed)
    for key, id_ in names:
        if key not in earlier and claimed.setdefault(key, id_) != id_:
            raise CatalogueError(f"{' '.join(sorted(key))!r} names {claimed[key]} and {id_}")
    return claimed


def _told(facts: Catalogue) -> Iterator[tuple[Key, str]]:
    for exercise in facts.exercises.values():
        for name in (exercise.name, *exercise.aliases):
            yield from ((key, exercise.id) for key in _keys(name))


def _made(facts: Catalogue, *, loose: bool) -> Iterator[tuple[Key, str]]:
    for exercise in facts.exercises.values():
        movement = facts.movements[exercise.movement_id]
        extras = list(_equipment_words(facts, exercise, movement, loose=loose))
        for name in (movement.name, *movement.names):
            for bare in _keys(name):
                if exercise.id == movement.usual_exercise_id:
                    yield bare, exercise.id
                yield from ((bare.union(extra), exercise.id) for extra in extras)


def _keys(name: str) -> Iterator[Key]:
    """The words of a name, and once more with `unilateral` for a single arm or leg."""
    text = words(name)
    yield frozenset(text)
    for at, pair in enumerate(pairwise(text)):
        if pair in ONE_SIDE:
            yield frozenset((*text[:at], UNILATERAL, *text[at + 2 :]))


def _equipment_words(
    facts: Catalogue, exercise: CatalogueExercise, movement: Movement, *, loose: bool
) -> Iterator[Words]:
    equipment = facts.equipment[exercise.equipment_id]
    for text in equipment.loose_words if loose else equipment.words:
        yield words(text)
    usual = exercise.id == movement.usual_exercise_id
    if usual and exercise.load_mode is LoadMode.BODY_WEIGHT:
        yield (HANGS_ON_THE_BODY,)


def _neutral(facts: Catalogue, exercise: CatalogueExercise) -> Key:
    told = (*facts.movements[exercise.movement_id].neutral, *exercise.neutral)
    one_sided = ONE_SIDED if exercise.laterality is Laterality.UNILATERAL else ()
    return frozenset(one_sided).union(*(words(text) for text in told))


def candidates(name: str, limit: int = 5) -> tuple[Candidate, ...]:
    """Exercises that the name may mean, likeliest first; none where nothing is alike."""
    asked = tuple(index().typing_errors.nearest(word) for word in words(name))
    if not asked:
        return ()
    best: dict[str, Candidate] = {}
    for candidate in _scored(asked):
        known = best.get(candidate.exercise.id)
        if known is None or candidate.score > known.score:
            best[candidate.exercise.id] = candidate
    ranked = sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.exercise.id))
    return tuple(ranked[:limit])


@dataclass(frozen=True, slots=True)
class _Known:
    """A name that a candidate may be known by."""

    words: Key
    spoken: str
    exercise: CatalogueExercise
    name: str


@cache
def _names() -> tuple[_Known, ...]:
    facts = catalogue()
    return tuple(
        _Known(frozenset(words(name)), normalise(name), exercise, name)
        for exercise in facts.exercises.values()
        for name in spoken_names(facts, exercise)
    )


def _scored(asked: Words) -> Iterator[Candidate]:
    key, spoken = frozenset(asked), " ".join(asked)
    shared = ((_overlap(key, known.words), known) for known in _names())
    for overlap, known in nlargest(WORTH_COMPARING, shared, key=lambda pair: pair[0]):
        letters = SequenceMatcher(None, spoken, known.spoken).ratio()
        score = WORDS_WEIGHT * overlap + (1 - WORDS_WEIGHT) * letters
        if overlap > 0 and score >= LOWEST_SCORE:
            yield Candidate(known.exercise, known.name, round(score, 3))


def _overlap(asked: Key, known: Key) -> float:
    """Dice's coefficient of the two sets of words."""
    return 2 * len(asked & known) / (len(asked) + len(known))
