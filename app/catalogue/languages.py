"""How a language speaks of exercises: one file each, named by its code."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from app.catalogue.entry import CatalogueError, Entry
from app.catalogue.records import Language, Movement


def read_language(entry: Entry, equipment: Collection[str]) -> Language:
    return Language(
        id=entry.id,
        name=entry.text("name"),
        movements=_lists(entry.table("movement")),
        exercises=_lists(entry.table("exercise")),
        equipment=_lists(entry.table("equipment"), equipment),
        phrases=_texts(entry.table("phrase")),
        words=_texts(entry.table("word")),
        compounds=entry.flag("compounds", default=False),
    )


def local_names(
    languages: Mapping[str, Language], movement: Movement, exercise_id: str, equipment_id: str
) -> Mapping[str, tuple[str, ...]]:
    """Names of an exercise by language: its own, the movement's, one with its equipment.

    The bare names go to the usual exercise only; a language without a word for the equipment has
    no name for the others.
    """
    names: dict[str, tuple[str, ...]] = {}
    for code, language in languages.items():
        own = language.exercises.get(exercise_id, ())
        bare = language.movements.get(movement.id, ())
        words = language.equipment.get(equipment_id, ())[:1]
        full = tuple(f"{name} ({word})" for name in bare[:1] for word in words)
        usual = bare if exercise_id == movement.usual_exercise_id else ()
        if own or usual or full:
            names[code] = tuple(dict.fromkeys((*own, *usual, *full)))
    return MappingProxyType(names)


def check_languages(
    languages: Mapping[str, Language], movements: Collection[str], exercises: Collection[str]
) -> None:
    """CatalogueError where a language names a movement or an exercise that nothing defines."""
    for language in languages.values():
        unknown = sorted(
            {id_ for id_ in language.movements if id_ not in movements}
            | {id_ for id_ in language.exercises if id_ not in exercises}
        )
        if unknown:
            raise CatalogueError(
                f"{language.id}.toml: names what nothing defines: {', '.join(unknown)}"
            )


def _lists(entry: Entry, ids: Collection[str] | None = None) -> Mapping[str, tuple[str, ...]]:
    lists = {key: entry.texts(key) for key in entry.unread()}
    unknown = [] if ids is None else [key for key in lists if key not in ids]
    if unknown:
        raise entry.error(f"names what nothing defines: {', '.join(unknown)}")
    return MappingProxyType(lists)


def _texts(entry: Entry) -> Mapping[str, str]:
    return MappingProxyType({key: entry.text_or_nothing(key) for key in entry.unread()})
