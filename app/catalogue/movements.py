"""Movements and their exercises.

A movement says what its exercises have in common; an exercise adds its equipment and whatever
differs, so that shares, cues and contraindications are told once.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.catalogue.entry import Entry
from app.catalogue.files import add, known, known_one
from app.catalogue.languages import local_names
from app.catalogue.muscles import named_muscles
from app.catalogue.records import (
    DIRECT_SHARE,
    INDIRECT_SHARE,
    CatalogueExercise,
    Contraindication,
    Equipment,
    Language,
    Laterality,
    Mechanics,
    Movement,
    MuscleShare,
    Pattern,
    Plane,
)
from app.engine.records import LoadMode, Measure, Tempo

ALWAYS = ("pelland_2026", "singer_2024", "our_choice")
"""Sources of what every exercise has: its shares, its rest, and the choices around them."""
WITH_TEMPO = "schoenfeld_2015_tempo"
WITH_BODY_MASS = "body_mass_shares"


@dataclass(frozen=True, slots=True)
class Known:
    """What exercises may refer to."""

    sources: Collection[str]
    contraindications: Collection[str]
    muscles: Collection[str]
    muscle_sets: Mapping[str, tuple[str, ...]]
    equipment: Mapping[str, Equipment]
    languages: Mapping[str, Language]


def read_movements(
    found: Iterable[Entry], refer: Known
) -> tuple[Mapping[str, Movement], Mapping[str, CatalogueExercise]]:
    """Movements and exercises by id, in the order of the files."""
    movements: dict[str, Movement] = {}
    exercises: dict[str, CatalogueExercise] = {}
    for entry in found:
        variants = entry.table("exercise")
        movement = _movement(entry, variants)
        add(movements, movement, entry)
        for variant in _variants(variants, entry.plain()):
            add(exercises, _exercise(variant, movement, refer), variant)
            variant.finish()
    return MappingProxyType(movements), MappingProxyType(exercises)


def _movement(entry: Entry, variants: Entry) -> Movement:
    ids = variants.unread()
    if not ids:
        raise entry.error("has no exercises")
    usual = known_one(entry, "usual", ids) if entry.has("usual") else None
    return Movement(
        id=entry.id,
        name=entry.text("name"),
        names=entry.texts("names"),
        neutral=entry.texts("neutral"),
        usual_exercise_id=ids[0] if len(ids) == 1 else usual,
    )


def _variants(variants: Entry, defaults: Mapping[str, object]) -> Iterator[Entry]:
    for id_ in variants.unread():
        yield Entry(variants.file, id_, {**defaults, **variants.table(id_).plain()})


def _exercise(entry: Entry, movement: Movement, refer: Known) -> CatalogueExercise:
    equipment = refer.equipment[known_one(entry, "equipment", refer.equipment)]
    share = entry.optional_number("body_mass_share")
    if share is not None and not 0 < share <= 1:
        raise entry.error("'body_mass_share' lies above 0 and up to 1")
    load_mode = _load_mode(entry, equipment, share)
    pattern = entry.choice("pattern", Pattern)
    tempo = entry.tempo("tempo")
    range_low, range_high = entry.whole_pair("range")
    return CatalogueExercise(
        id=entry.id,
        movement_id=movement.id,
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        local_names=local_names(refer.languages, movement, entry.id, equipment.id),
        neutral=entry.texts("neutral"),
        equipment_id=equipment.id,
        load_mode=load_mode,
        body_mass_share=share,
        pattern=pattern,
        plane=entry.choice("plane", Plane),
        mechanics=entry.choice("mechanics", Mechanics),
        laterality=entry.optional_choice("laterality", Laterality) or Laterality.BILATERAL,
        muscles=_shares(entry, pattern, refer),
        measured_in=entry.optional_choice("measured_in", Measure) or Measure.REPETITIONS,
        range_low=range_low,
        range_high=range_high,
        rest_s=entry.number("rest_s"),
        tempo=tempo,
        cues=entry.texts("cues"),
        regressions=(),
        progressions=entry.texts("progressions"),
        contraindications=tuple(
            Contraindication(code)
            for code in known(entry, "contraindications", refer.contraindications)
        ),
        source_ids=_sources(entry, refer.sources, tempo, share),
    )


def _load_mode(entry: Entry, equipment: Equipment, share: float | None) -> LoadMode:
    """The body where a share of it is lifted, nothing where nothing can be told, else the load."""
    if share is not None:
        return LoadMode.BODY_WEIGHT
    usual = LoadMode.EXTERNAL if equipment.grids else LoadMode.NONE
    mode = entry.optional_choice("load_mode", LoadMode) or usual
    if mode is LoadMode.BODY_WEIGHT:
        raise entry.error("lifts the body without a 'body_mass_share'")
    if mode is LoadMode.EXTERNAL and not equipment.grids:
        raise entry.error(f"has an external load, of which {equipment.id} knows none")
    return mode


def _shares(entry: Entry, pattern: Pattern, refer: Known) -> tuple[MuscleShare, ...]:
    direct = named_muscles(entry, "direct", refer.muscles, refer.muscle_sets)
    indirect = named_muscles(entry, "indirect", refer.muscles, refer.muscle_sets)
    if bool(direct) == (pattern is Pattern.LOCOMOTION) or set(direct) & set(indirect):
        raise entry.error("needs 'direct' muscles (endurance none), and none 'indirect' as well")
    return (
        *(MuscleShare(muscle, DIRECT_SHARE) for muscle in direct),
        *(MuscleShare(muscle, INDIRECT_SHARE) for muscle in indirect),
    )


def _sources(
    entry: Entry, sources: Collection[str], tempo: Tempo | None, share: float | None
) -> tuple[str, ...]:
    own = known(entry, "sources", sources)
    shared = [*ALWAYS, *([WITH_TEMPO] if tempo else []), *([WITH_BODY_MASS] if share else [])]
    return tuple(dict.fromkeys((*own, *shared)))
