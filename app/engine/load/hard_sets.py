"""Which sets are hard enough to count, for how much, and why the others are not.

Direct and indirect counting described growth best of the schemes compared (Pelland 2026). What
makes a set hard is convention: trials count sets that were taken near failure, and say so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import inf
from types import MappingProxyType

from app.engine.answer import Exclusion
from app.engine.load.anatomy import Anatomy
from app.engine.load.training_log import LoggedExercise, TrainingLog
from app.engine.records import ExerciseSession, LoadMode, PerformedSet, SetKind
from app.engine.strength.maximum.repmax import epley
from app.engine.training_log.faults import heaviest_credible_kg, load_of

FAR_FROM_FAILURE = 5.0
"""Repetitions in reserve from which a set does not count; people misjudge them by five."""
LIGHT_SHARE = 0.30
"""Of the one-repetition maximum; at 20 % muscle grew less than half as much (Lasevicius 2018)."""
MOST_REPETITIONS = 10
"""Of a set that the maximum is read from; Epley's equation is for no more."""
LEAST_HOLD_S = 10.0
MOST_HOLD_S = 180.0
"""A hold or a carry of this long is a set; shorter is none, longer is endurance. A convention."""
CARRY_M_PER_S = 1.0
"""Pace at which a loaded carry's metres are read as seconds."""
DROP_WEIGHT = 0.5
"""Of a set, for each drop: several drops grow muscle like several sets, in less time."""
SIDE_WEIGHT = 0.5

LIGHT_LOAD = "light_load"
FUTURE = "future"
DUPLICATE = "duplicate"
MUSCLES_UNKNOWN = "muscles_unknown"

Rule = Callable[[PerformedSet, float], bool]
"""(set, least load [kg]) -> whether the set is left out."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "warm_up": lambda one, _: one.kind is SetKind.WARM_UP,
        "nothing_done": lambda one, _: _amount(one) == 0.0,
        "short_hold": lambda one, _: _is_hold(one) and _hold_s(one) < LEAST_HOLD_S,
        "endurance": lambda one, _: _is_hold(one) and _hold_s(one) > MOST_HOLD_S,
        "far_from_failure": lambda one, _: _left(one) >= FAR_FROM_FAILURE,
        LIGHT_LOAD: lambda one, least_kg: 0.0 < load_of(one) < least_kg,
    }
)
"""Why a set does not count, by code; the first that holds is named."""

TIRING: Mapping[str, Rule] = MappingProxyType(
    {code: rule for code, rule in RULES.items() if code != LIGHT_LOAD}
)
"""For recovery: a light set may be too light to grow from and still tire a muscle."""


@dataclass(frozen=True, slots=True)
class HardSet:
    """A set that counts, and for how much of one in each muscle that it trains."""

    id: str
    exercise_id: str
    performed_at: datetime
    performed_on: date
    """The athlete's own calendar day."""
    weight: float
    """1, or less for a drop and for one side of two."""
    to_failure: bool
    is_hold: bool
    is_drop: bool
    reserve_known: bool
    muscles: Mapping[str, float]
    groups: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Trains:
    """What an exercise trains; read once for all of its sets."""

    muscles: Mapping[str, float]
    groups: Mapping[str, float]

    @classmethod
    def of(cls, anatomy: Anatomy, exercise_id: str) -> "_Trains":
        return cls(anatomy.by_muscle(exercise_id), anatomy.by_group(exercise_id))


@dataclass(frozen=True, slots=True)
class HardSets:
    """The hard sets of a window, oldest first, and what was left out of it."""

    sets: tuple[HardSet, ...]
    excluded: tuple[Exclusion, ...]
    unknown_exercises: tuple[str, ...]
    """Exercises of the window whose muscles nobody said, by name where they have one."""

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.sets)

    def left_out(self, code: str) -> int:
        return sum(each.reason == code for each in self.excluded)


def read_hard_sets(
    log: TrainingLog, window: timedelta, rules: Mapping[str, Rule] = RULES
) -> HardSets:
    """The hard sets within `window` before the log's instant; older sessions are not looked at."""
    sets: list[HardSet] = []
    excluded: list[Exclusion] = []
    seen: set[str] = set()
    for exercise in log.exercises:
        for read in _read(log, exercise, window, rules):
            if read.id in seen:
                excluded.append(Exclusion(read.id, DUPLICATE))
            elif isinstance(read, Exclusion):
                excluded.append(read)
            else:
                sets.append(read)
            seen.add(read.id)
    excluded += _future(log)
    sets.sort(key=lambda one: (one.performed_at, one.id))
    return HardSets(tuple(sets), tuple(excluded), _unknown_exercises(log, window))


def _read(
    log: TrainingLog, exercise: LoggedExercise, window: timedelta, rules: Mapping[str, Rule]
) -> Iterator[HardSet | Exclusion]:
    recent = _recent(exercise, log.at, window)
    trains = _Trains.of(log.anatomy, exercise.exercise_id)
    least_kg = _least_kg(exercise, recent)
    for session in recent:
        performed_on = log.day_of(session.performed_at)
        for one in session.sets:
            code = _fault(one, least_kg, rules)
            code = code or (None if trains.muscles else MUSCLES_UNKNOWN)
            if code is not None:
                yield Exclusion(one.id, code)
            else:
                yield _hard_set(exercise, session.performed_at, performed_on, one, trains)


def _unknown_exercises(log: TrainingLog, window: timedelta) -> tuple[str, ...]:
    unknown = (
        exercise.name or exercise.exercise_id
        for exercise in log.exercises
        if not log.anatomy.by_muscle(exercise.exercise_id) and _recent(exercise, log.at, window)
    )
    return tuple(dict.fromkeys(unknown))


def _recent(
    exercise: LoggedExercise, at: datetime, window: timedelta
) -> tuple[ExerciseSession, ...]:
    return tuple(
        session
        for session in exercise.sessions
        if session.performed_at < at and at - session.performed_at < window
    )


def _future(log: TrainingLog) -> Iterator[Exclusion]:
    for exercise in log.exercises:
        for session in exercise.sessions:
            if session.performed_at >= log.at:
                yield from (Exclusion(one.id, FUTURE) for one in session.sets)


def _least_kg(exercise: LoggedExercise, recent: tuple[ExerciseSession, ...]) -> float:
    """The load from which a set counts [kg]; 0 where no maximum is known, or the body is lifted."""
    if exercise.load_mode is not LoadMode.EXTERNAL:
        return 0.0
    given = exercise.one_repetition_maximum_kg
    maximum_kg = given if given is not None else _shown_maximum_kg(recent)
    return LIGHT_SHARE * maximum_kg if maximum_kg > 0.0 else 0.0


def _shown_maximum_kg(sessions: tuple[ExerciseSession, ...]) -> float:
    """The one-repetition maximum that the sets show at least [kg]; slips of the keyboard do not."""
    credible_kg = heaviest_credible_kg(sessions)
    shown = (
        epley(load_of(one), one.repetitions) if one.repetitions > 1 else load_of(one)
        for session in sessions
        for one in session.sets
        if one.repetitions is not None and 1 <= one.repetitions <= MOST_REPETITIONS
        if load_of(one) <= credible_kg
    )
    return max(shown, default=0.0)


def _fault(one: PerformedSet, least_kg: float, rules: Mapping[str, Rule]) -> str | None:
    return next((code for code, holds in rules.items() if holds(one, least_kg)), None)


def _amount(one: PerformedSet) -> float:
    """Something above 0 where anything was done."""
    return max(_positive((one.repetitions, one.duration_s, one.distance_m)), default=0.0)


def _positive(amounts: Iterable[float | None]) -> list[float]:
    return [amount for amount in amounts if amount is not None and amount > 0]


def _is_hold(one: PerformedSet) -> bool:
    """Counted in seconds or metres."""
    return not _positive((one.repetitions,))


def _hold_s(one: PerformedSet) -> float:
    """Seconds of a hold or of a loaded carry; metres without a load are a run."""
    if seconds := _positive((one.duration_s,)):
        return seconds[0]
    metres = _positive((one.distance_m,))
    if load_of(one) > 0.0:
        return metres[0] / CARRY_M_PER_S
    return inf


def _left(one: PerformedSet) -> float:
    """Repetitions in reserve, 0 where they are not known: an unknown effort counts as hard."""
    if one.kind is SetKind.FAILURE or one.repetitions_in_reserve is None:
        return 0.0
    return one.repetitions_in_reserve


def _hard_set(
    exercise: LoggedExercise,
    performed_at: datetime,
    performed_on: date,
    one: PerformedSet,
    trains: _Trains,
) -> HardSet:
    weight = DROP_WEIGHT if one.kind is SetKind.DROP else 1.0
    to_failure = one.kind in (SetKind.FAILURE, SetKind.DROP) or one.repetitions_in_reserve == 0
    return HardSet(
        id=one.id,
        exercise_id=exercise.exercise_id,
        performed_at=performed_at,
        performed_on=performed_on,
        weight=weight * (SIDE_WEIGHT if exercise.sides_logged_apart else 1.0),
        to_failure=to_failure,
        is_hold=_is_hold(one),
        is_drop=one.kind is SetKind.DROP,
        reserve_known=to_failure or one.repetitions_in_reserve is not None,
        muscles=trains.muscles,
        groups=trains.groups,
    )
