"""The file of questions before training, read and checked."""

from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable

from app.catalogue.entry import Entry
from app.catalogue.files import entries, known, records
from app.catalogue.load import catalogue, data
from app.catalogue.records import Catalogue
from app.engine.health.screening import TOGETHER, ScreeningQuestion
from app.engine.records import HealthFlag, Reproduction


@cache
def screening_questions() -> Mapping[str, ScreeningQuestion]:
    """The packaged questions by id, in their order. CatalogueError where they do not hold."""
    return read_questions(data() / "screening.toml", catalogue())


def read_questions(file: Traversable, facts: Catalogue) -> Mapping[str, ScreeningQuestion]:
    return records(entries(file), lambda entry: _question(entry, facts))


def _question(entry: Entry, facts: Catalogue) -> ScreeningQuestion:
    question = ScreeningQuestion(
        id=entry.id,
        text=entry.text("text"),
        then=entry.text("then"),
        flag=entry.optional_choice("flag", HealthFlag),
        reproduction=entry.optional_choice("reproduction", Reproduction),
        together=entry.optional_text("together"),
        optional=entry.flag("optional", default=False),
        source_ids=known(entry, "sources", facts.sources),
    )
    if question.together is not None and question.together not in TOGETHER:
        raise entry.error(f"counts together with {question.together!r}, which nothing defines")
    if question.together is not None and (question.flag or question.reproduction):
        raise entry.error("counts together with others and leads to something alone")
    return question
