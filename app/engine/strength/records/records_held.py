"""The records that a row of sessions holds. The first to reach a mark holds it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from app.engine.equipment.same_load import same_load
from app.engine.records import ExerciseSession, PerformedSet
from app.engine.strength.maximum.repmax import EQUATIONS
from app.engine.training_log.faults import load_of

MOST_REPETITIONS_READ = 10
"""Of a set whose maximum may be a record."""


class RecordKind(StrEnum):
    """What is counted, and its unit."""

    HEAVIEST_LOAD = "heaviest_load"
    """[kg] as logged; what hangs on the body, where the body is lifted."""
    LIGHTEST_ASSISTANCE = "lightest_assistance"
    """[kg] taken off the body; the less the better."""
    ESTIMATED_MAXIMUM = "estimated_maximum"
    """[kg] by the equation, of repetitions that were done; the body's own part with it."""
    MOST_REPETITIONS = "most_repetitions"
    """At one load; one record for each."""
    SET_VOLUME = "set_volume"
    """[kg] Load times repetitions; the body's own part with it."""
    SESSION_VOLUME = "session_volume"
    LONGEST_DURATION = "longest_duration"
    """[s]"""
    LONGEST_DISTANCE = "longest_distance"
    """[m]"""


@dataclass(frozen=True, slots=True)
class Record:
    kind: RecordKind
    value: float
    performed_at: datetime
    set_ids: tuple[str, ...]
    load_kg: float | None
    """As logged, of the set; None for a whole session."""
    repetitions: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """How the sets are read."""

    equation: str
    body_kg: float | None
    """The body's own part of what is lifted [kg]; None where it has one that is not known."""
    loaded: bool
    """Some load was used at some time; else there is no heaviest one."""

    def lifted_kg(self, performed: PerformedSet) -> float:
        """0 where that is not known, or nothing."""
        return 0.0 if self.body_kg is None else max(self.body_kg + load_of(performed), 0.0)

    def maximum_kg(self, performed: PerformedSet) -> float:
        repetitions = performed.repetitions or 0
        if not 1 <= repetitions <= MOST_REPETITIONS_READ:
            return 0.0
        lifted_kg = self.lifted_kg(performed)
        return lifted_kg if repetitions == 1 else EQUATIONS[self.equation](lifted_kg, repetitions)

    def volume_kg(self, performed: PerformedSet) -> float:
        return self.lifted_kg(performed) * max(performed.repetitions or 0, 0)


SetValue = Callable[[Reading, PerformedSet], float]

OF_A_SET: Mapping[RecordKind, SetValue] = MappingProxyType(
    {
        RecordKind.ESTIMATED_MAXIMUM: Reading.maximum_kg,
        RecordKind.SET_VOLUME: Reading.volume_kg,
        RecordKind.LONGEST_DURATION: lambda _, one: one.duration_s or 0.0,
        RecordKind.LONGEST_DISTANCE: lambda _, one: one.distance_m or 0.0,
    }
)
"""Records of one set at any load; 0 is none."""


def records_held(sessions: tuple[ExerciseSession, ...], reading: Reading) -> tuple[Record, ...]:
    done = [(session.performed_at, one) for session in sessions for one in session.sets]
    return (
        *(_load_record(done) if reading.loaded else ()),
        *(record for kind in OF_A_SET for record in _best(done, kind, reading)),
        *_session_record(sessions, reading),
        *_repetition_records(done),
    )


Done = list[tuple[datetime, PerformedSet]]


def _load_record(done: Done) -> Iterator[Record]:
    """The heaviest; or the lightest assistance, where nothing was ever done without."""
    performed_at, one = max(done, key=lambda each: load_of(each[1]))
    load_kg = load_of(one)
    kind = RecordKind.LIGHTEST_ASSISTANCE if load_kg < 0.0 else RecordKind.HEAVIEST_LOAD
    yield _record(kind, abs(load_kg), performed_at, one)


def _best(done: Done, kind: RecordKind, reading: Reading) -> Iterator[Record]:
    of = OF_A_SET[kind]
    performed_at, one = max(done, key=lambda each: of(reading, each[1]))
    value = of(reading, one)
    if value > 0.0:
        yield _record(kind, value, performed_at, one)


def _session_record(sessions: Iterable[ExerciseSession], reading: Reading) -> Iterator[Record]:
    def volume_kg(session: ExerciseSession) -> float:
        return sum(reading.volume_kg(one) for one in session.sets)

    best = max(sessions, key=volume_kg)
    if volume_kg(best) > 0.0:
        ids = tuple(one.id for one in best.sets)
        kind = RecordKind.SESSION_VOLUME
        yield Record(kind, volume_kg(best), best.performed_at, ids, None, None)


def _repetition_records(done: Done) -> Iterator[Record]:
    """Heaviest load first; loads as near as rounding of pounds makes them are one."""
    counted = [each for each in done if (each[1].repetitions or 0) > 0]
    counted.sort(key=lambda each: -load_of(each[1]))
    while counted:
        end = _same_loads(counted)
        here, counted = counted[:end], counted[end:]
        performed_at, one = min(here, key=lambda each: (-(each[1].repetitions or 0), each[0]))
        yield _record(RecordKind.MOST_REPETITIONS, float(one.repetitions or 0), performed_at, one)


def _same_loads(done: Done) -> int:
    """How many of the first ones are of the load of the first."""
    first_kg = load_of(done[0][1])
    beyond = (n for n, (_, one) in enumerate(done) if not same_load(load_of(one), first_kg))
    return next(beyond, len(done))


def _record(kind: RecordKind, value: float, performed_at: datetime, one: PerformedSet) -> Record:
    return Record(kind, value, performed_at, (one.id,), one.load_kg, one.repetitions)
