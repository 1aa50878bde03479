"""The data files, read once, checked and typed. The files are the truth."""

from collections.abc import Collection
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from app.catalogue.activities import read_activity
from app.catalogue.entry import Entry
from app.catalogue.equipment import read_equipment
from app.catalogue.files import entries, entries_in, known, records, whole, wholes_in
from app.catalogue.ladders import mirrored
from app.catalogue.languages import check_languages, read_language
from app.catalogue.movements import Known, read_movements
from app.catalogue.muscles import read_muscle, read_muscle_sets
from app.catalogue.records import Catalogue, Contraindication, ContraindicationNote, Source


def data() -> Traversable:
    """The packaged folder of data files."""
    return resources.files("app.catalogue") / "data"


@cache
def catalogue() -> Catalogue:
    """The packaged catalogue. CatalogueError where a file does not hold together."""
    return read(data())


def read(folder: Traversable) -> Catalogue:
    """A catalogue from a folder that is laid out as the packaged one."""
    sources = records(entries_in(folder / "sources"), _source)
    notes = records(
        entries(folder / "contraindications.toml"), lambda entry: _contraindication(entry, sources)
    )
    muscles = records(entries_in(folder / "muscles"), lambda entry: read_muscle(entry, sources))
    equipment = records(
        entries(folder / "equipment.toml"), lambda entry: read_equipment(entry, sources)
    )
    languages = records(
        wholes_in(folder / "languages"), lambda entry: read_language(entry, equipment)
    )
    sets = read_muscle_sets(whole(folder / "muscle_sets.toml"), muscles)
    movements, exercises = read_movements(
        entries_in(folder / "exercises"), Known(sources, notes, muscles, sets, equipment, languages)
    )
    check_languages(languages, movements, exercises)
    activities = records(
        entries(folder / "activities.toml"), lambda entry: read_activity(entry, sources)
    )
    return Catalogue(
        sources=sources,
        contraindications=notes,
        muscles=muscles,
        equipment=equipment,
        movements=movements,
        exercises=mirrored(exercises),
        languages=languages,
        activities=activities,
    )


def _source(entry: Entry) -> Source:
    return Source(
        id=entry.id,
        citation=entry.text("citation"),
        doi=entry.optional_text("doi"),
        note=entry.optional_text("note"),
    )


def _contraindication(entry: Entry, sources: Collection[str]) -> ContraindicationNote:
    try:
        id_ = Contraindication(entry.id)
    except ValueError:
        raise entry.error("is no contraindication that the program knows") from None
    return ContraindicationNote(
        id=id_,
        name=entry.text("name"),
        text=entry.text("text"),
        source_ids=known(entry, "sources", sources),
    )
