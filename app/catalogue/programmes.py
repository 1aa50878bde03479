"""The files of built-in programmes, read and checked."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType

from app.catalogue.entry import Entry
from app.catalogue.files import entries_in, known, known_one, records
from app.catalogue.load import catalogue, data
from app.catalogue.programme_records import Goal, Level, Programme, ProgrammeDay, Slot
from app.catalogue.records import Catalogue
from app.catalogue.slot_parameters import Prescribed, parameters_of, rungs_of, scheme_of
from app.engine.answer import Basis
from app.engine.units import KG_PER_UNIT, MassUnit


@cache
def programmes() -> Mapping[str, Programme]:
    """The packaged programmes by id. CatalogueError where a file does not hold together."""
    return read_programmes(data() / "programmes", catalogue())


def read_programmes(folder: Traversable, facts: Catalogue) -> Mapping[str, Programme]:
    """Programmes by id from the files of a folder, held against a catalogue."""
    return records(entries_in(folder), lambda entry: _programme(entry, facts))


def _programme(entry: Entry, facts: Catalogue) -> Programme:
    weeks = entry.whole("weeks") if entry.has("weeks") else None
    programme = Programme(
        id=entry.id,
        name=entry.text("name"),
        summary=entry.text("summary"),
        goals=entry.choices("goals", Goal),
        level=entry.choice("level", Level),
        sessions_per_week=entry.wholes("sessions_per_week"),
        weeks=weeks,
        basis=entry.choice("basis", Basis),
        source_ids=known(entry, "sources", facts.sources),
        notes=entry.texts("notes"),
        days=tuple(_day(day, weeks, facts) for day in entry.tables("day")),
    )
    _check_weeks(entry, programme)
    return programme


def _check_weeks(entry: Entry, programme: Programme) -> None:
    if not programme.goals:
        raise entry.error("has no 'goals'")
    ids = [day.id for day in programme.days]
    if len(set(ids)) != len(ids):
        raise entry.error("has two days of one id")
    last = programme.weeks or len(programme.sessions_per_week)
    if len(programme.sessions_per_week) > last:
        raise entry.error("has 'sessions_per_week' for more weeks than it lasts")
    idle = [week for week in range(1, last + 1) if not programme.days_in_week(week)]
    if idle:
        raise entry.error(f"has no day in week {idle[0]}")


def _day(entry: Entry, weeks: int | None, facts: Catalogue) -> ProgrammeDay:
    on = entry.wholes("weeks") if entry.has("weeks") else ()
    if any(week > (weeks or 0) for week in on):
        raise entry.error("is done in a week that the programme does not have")
    day = ProgrammeDay(
        id=entry.text("id"),
        name=entry.text("name"),
        weeks=on,
        slots=tuple(_slot(slot, facts) for slot in entry.tables("slot")),
    )
    lonely = _lonely_supersets(day)
    if lonely:
        raise entry.error(f"has only one slot in superset {lonely[0]}")
    entry.finish()
    return day


def _lonely_supersets(day: ProgrammeDay) -> list[str]:
    letters = [slot.superset for slot in day.slots if slot.superset is not None]
    return sorted(letter for letter in set(letters) if letters.count(letter) == 1)


def _slot(entry: Entry, facts: Catalogue) -> Slot:
    exercise = facts.exercises[known_one(entry, "exercise", facts.exercises)]
    usual = (exercise.range_low, exercise.range_high)
    low, high = entry.whole_pair("range") if entry.has("range") else usual
    told = Prescribed(exercise, entry.whole("sets"), low, high, entry.optional_number("rir"))
    scheme = scheme_of(entry)
    slot = Slot(
        exercise_id=exercise.id,
        scheme=scheme.name,
        parameters=parameters_of(entry, scheme, told),
        sets=told.sets,
        range_low=low,
        range_high=high,
        repetitions_in_reserve=told.repetitions_in_reserve,
        step=MappingProxyType(dict(_steps(entry))),
        rest_s=entry.number("rest_s") if entry.has("rest_s") else exercise.rest_s,
        tempo=entry.tempo("tempo"),
        superset=entry.optional_text("superset"),
    )
    _check_rungs(entry, slot, facts)
    entry.finish()
    return slot


def _check_rungs(entry: Entry, slot: Slot, facts: Catalogue) -> None:
    """Rungs of a ladder are exercises, and the slot's own is one of them."""
    rungs = rungs_of(slot.parameters)
    unknown = [rung for rung in rungs if rung not in facts.exercises]
    if unknown:
        raise entry.error(f"has rungs that nothing defines: {', '.join(unknown)}")
    if rungs and slot.exercise_id not in rungs:
        raise entry.error(f"has a ladder without {slot.exercise_id}")


def _steps(entry: Entry) -> Iterator[tuple[MassUnit, float]]:
    steps = entry.table("step")
    for unit in KG_PER_UNIT:
        if steps.has(unit):
            yield unit, steps.amount(unit)
    steps.finish()
