"""Records of one exercise, each with its set, and those that the newest session broke."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.engine.answer import (
    Basis,
    Evidence,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
)
from app.engine.equipment.same_load import same_load
from app.engine.records import ExerciseSession, LoadMode
from app.engine.strength.course.trend import SERIES_EQUATION
from app.engine.strength.maximum.repmax import EQUATIONS
from app.engine.strength.records.record_sets import RecordLog, read_record_log
from app.engine.strength.records.records_held import (
    MOST_REPETITIONS_READ,
    Reading,
    Record,
    RecordKind,
    records_held,
)
from app.engine.strength.strength_log import BODY_MASS, NO_SETS
from app.engine.training_log.faults import JUMP, JUMP_AFTER, load_of
from app.engine.units import KG, MassUnit, mass_text

FROM_LOG = ReasonKind(
    "records_from_log",
    "Of all sets of this exercise that were done (sessions: {sessions}); who did it first holds a "
    "record. Warm-ups and slips of the keyboard hold none.",
    Basis.EVIDENCE,
)
MAXIMUM_DONE = ReasonKind(
    "maximum_of_what_was_done",
    "The estimated maximum is that of sets of up to {repetitions} repetitions by {equation}; what "
    "was left in reserve is a call and counts for no record.",
    Basis.CONVENTION,
    "jovanovic_stmr",
)
BODY_NOW = ReasonKind(
    "body_counted_as_now",
    "The body counts with {body} in every set, as now: an estimated maximum or a volume of years "
    "ago is only about right.",
    Basis.CONVENTION,
)
NOTHING_BEFORE = ReasonKind(
    "first_session",
    "This is the first session: it sets every record and breaks none.",
    Basis.EVIDENCE,
)
UNUSUAL_JUMP = ReasonKind(
    "unusual_jump",
    "{load} is more than half again as heavy as anything in the {sessions} sessions before: check "
    "it.",
    Basis.CONVENTION,
    "typing_error_convention",
)
USABLE_SETS = Missing(
    "usable_sets",
    "None of the sets sent can hold a record: the evidence names why. Log a working set.",
)


@dataclass(frozen=True, slots=True)
class NewRecord:
    record: Record
    before: Record
    """The one that it broke."""


@dataclass(frozen=True, slots=True)
class PersonalRecords:
    records: tuple[Record, ...]
    """Most repetitions by load, heaviest first, at the end."""
    broken: tuple[NewRecord, ...]
    """By the newest session."""
    newest_at: datetime


def personal_records(
    sessions: Sequence[ExerciseSession],
    at: datetime,
    *,
    load_mode: LoadMode = LoadMode.EXTERNAL,
    body_kg: float | None = 0.0,
    equation: str = SERIES_EQUATION,
    mass_unit: MassUnit = KG,
) -> Part[PersonalRecords]:
    """Records of all sets before `at`. The cost grows with the log, as a record may be old.

    `body_kg` is the body's own part of what is lifted [kg], None where it has one that is not
    known; a negative load says that it has. KeyError for an equation that is not in EQUATIONS.
    """
    EQUATIONS[equation]  # an unknown name is an error even where nothing was logged
    log = read_record_log(sessions, at, load_mode, body_kg or None)
    if not log.sessions:
        lacking = USABLE_SETS if log.excluded else NO_SETS
        return insufficient((lacking,), evidence=Evidence((), log.excluded))
    known = log.load_mode is not LoadMode.BODY_WEIGHT or bool(body_kg)
    loaded = any(load_of(one) for session in log.sessions for one in session.sets)
    reading = Reading(equation, (body_kg or 0.0) if known else None, loaded)
    earlier, newest = log.sessions[:-1], log.sessions[-1]
    held = records_held(log.sessions, reading)
    before = records_held(earlier, reading) if earlier else ()
    found = PersonalRecords(
        held, tuple(_broken(held, before, newest.performed_at)), newest.performed_at
    )
    return ok(
        found,
        tuple(_because(log, reading, mass_unit)),
        missing=() if known else (BODY_MASS,),
        warnings=tuple(_jump(log, reading, mass_unit)),
        evidence=Evidence(_ids(held), log.excluded),
    )


def _broken(
    held: tuple[Record, ...], before: tuple[Record, ...], newest_at: datetime
) -> Iterator[NewRecord]:
    """Records of the newest session that had a holder; those of repetitions only where no heavier
    load had been done as often already."""
    for record in held:
        old = next((one for one in before if _is_successor(record, one)), None)
        if old and record.performed_at == newest_at and not _is_beaten(record, before):
            yield NewRecord(record, old)


def _is_successor(record: Record, old: Record) -> bool:
    if record.kind is RecordKind.HEAVIEST_LOAD and old.kind is RecordKind.LIGHTEST_ASSISTANCE:
        return True
    if record.kind is not RecordKind.MOST_REPETITIONS:
        return record.kind is old.kind
    return record.kind is old.kind and same_load(_load_kg(record), _load_kg(old))


def _is_beaten(record: Record, before: tuple[Record, ...]) -> bool:
    return record.kind is RecordKind.MOST_REPETITIONS and any(
        one.kind is record.kind and _load_kg(one) > _load_kg(record) and one.value >= record.value
        for one in before
    )


def _load_kg(record: Record) -> float:
    return record.load_kg or 0.0


def _ids(held: tuple[Record, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for record in held for one in record.set_ids))


def _because(log: RecordLog, reading: Reading, mass_unit: MassUnit) -> Iterator[Reason]:
    yield FROM_LOG(sessions=len(log.sessions))
    yield MAXIMUM_DONE(repetitions=MOST_REPETITIONS_READ, equation=reading.equation)
    if reading.body_kg:
        yield BODY_NOW(body=mass_text(reading.body_kg, mass_unit))
    if len(log.sessions) == 1:
        yield NOTHING_BEFORE()


def _jump(log: RecordLog, reading: Reading, mass_unit: MassUnit) -> Iterator[Reason]:
    """Against all that is lifted; where the body is not known, nothing can be said."""
    earlier, newest = log.sessions[:-1], log.sessions[-1]
    if len(earlier) < JUMP_AFTER:
        return
    heaviest_kg = max(reading.lifted_kg(one) for session in earlier for one in session.sets)
    top = max(newest.sets, key=reading.lifted_kg)
    if reading.lifted_kg(top) > JUMP * heaviest_kg > 0.0:
        yield UNUSUAL_JUMP(load=mass_text(load_of(top), mass_unit), sessions=len(earlier))
