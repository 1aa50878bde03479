"""Built-in programmes: what they are made of, and their files read and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

from app.catalogue.entry import Entry
from app.catalogue.files import entries_in, known, known_one, records
from app.catalogue.load import catalogue, data
from app.catalogue.records import Catalogue
from app.engine.answer import Basis
from app.engine.records import Tempo


class SchemeName(StrEnum):
    """Rules of progression that a slot may name."""

    DOUBLE_PROGRESSION = "double_progression"
    LINEAR = "linear"
    GREYSKULL = "greyskull"
    GZCLP_T1 = "gzclp_t1"
    GZCLP_T2 = "gzclp_t2"
    GZCLP_T3 = "gzclp_t3"
    FIVE_THREE_ONE = "five_three_one"
    APRE = "apre"
    RIR_TARGET = "rir_target"
    REPETITION_SUM = "repetition_sum"
    REVERSE_PYRAMID = "reverse_pyramid"
    UNDULATING = "undulating"
    WAVE = "wave"
    TEMPO_PROGRESSION = "tempo_progression"
    ADD_A_SET = "add_a_set"
    BODY_WEIGHT_LADDER = "body_weight_ladder"
    ASSISTANCE_REDUCTION = "assistance_reduction"
    TIMED_HOLD = "timed_hold"
    BAND_LADDER = "band_ladder"
    DISTANCE_DURATION = "distance_duration"


class Goal(StrEnum):
    """What a programme is chosen for."""

    STRENGTH = "strength"
    MUSCLE = "muscle"
    GENERAL_FITNESS = "general_fitness"
    BODY_WEIGHT_STRENGTH = "body_weight_strength"
    ADDUCTORS = "adductors"
    HIPS_AND_GLUTES = "hips_and_glutes"
    GROIN_PROTECTION = "groin_protection"
    NEGLECTED_MUSCLES = "neglected_muscles"


class Level(StrEnum):
    NOVICE = "novice"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise of a training day."""

    exercise_id: str
    scheme: SchemeName
    parameters: Mapping[str, object]
    """As they stand in the file; whoever runs the scheme checks them."""
    sets: int
    range_low: int
    """Repetitions, seconds or metres, as the exercise is measured."""
    range_high: int
    repetitions_in_reserve: float | None
    rest_s: float
    tempo: Tempo | None
    """None leaves it to the exercise."""
    superset: str | None
    """Slots of one day with the same letter are done in turn."""


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    id: str
    name: str
    weeks: tuple[int, ...]
    """The weeks in which it is done, from 1; empty for all."""
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Days that are done in turn: a week takes up where the last one stopped.

    In a week only its own days count, `sessions_per_week` of them.
    """

    id: str
    name: str
    summary: str
    goals: tuple[Goal, ...]
    level: Level
    sessions_per_week: tuple[int, ...]
    """By week, the last number going on; one number for all weeks alike."""
    weeks: int | None
    """None where it goes on until its own rules end it."""
    basis: Basis
    source_ids: tuple[str, ...]
    notes: tuple[str, ...]
    days: tuple[ProgrammeDay, ...]

    def sessions_in_week(self, week: int) -> int:
        """Sessions of a week, from 1."""
        return self.sessions_per_week[min(week, len(self.sessions_per_week)) - 1]

    def days_in_week(self, week: int) -> tuple[ProgrammeDay, ...]:
        """The days that a week chooses from, from 1, in their order."""
        return tuple(day for day in self.days if not day.weeks or week in day.weeks)


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
    parameters = entry.table("parameters")
    _check_rungs(parameters, facts)
    low, high = (
        entry.whole_pair("range")
        if entry.has("range")
        else (exercise.range_low, exercise.range_high)
    )
    slot = Slot(
        exercise_id=exercise.id,
        scheme=entry.choice("scheme", SchemeName),
        parameters=parameters.plain(),
        sets=entry.whole("sets"),
        range_low=low,
        range_high=high,
        repetitions_in_reserve=entry.optional_number("rir"),
        rest_s=entry.number("rest_s") if entry.has("rest_s") else exercise.rest_s,
        tempo=entry.tempo("tempo"),
        superset=entry.optional_text("superset"),
    )
    entry.finish()
    return slot


def _check_rungs(parameters: Entry, facts: Catalogue) -> None:
    """Rungs of a ladder are exercises."""
    unknown = [rung for rung in _rungs(parameters) if rung not in facts.exercises]
    if unknown:
        raise parameters.error(f"'rungs' names what nothing defines: {', '.join(unknown)}")


def _rungs(parameters: Entry) -> Iterator[str]:
    rungs = parameters.peek("rungs")
    yield from (str(rung) for rung in rungs) if isinstance(rungs, list) else ()
