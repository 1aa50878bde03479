"""Reading the log: which sets a session is judged by, and why the others are not.

A session is judged by its top sets: the working sets at its highest load. Pyramids and back-off
sets keep their place in the log and in the predictions; they are not averaged into the judgement.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from app.engine.answer import Exclusion
from app.engine.equipment.same_load import same_load
from app.engine.records import ExerciseSession, LoadMode, Measure, PerformedSet, SetKind, Tempo
from app.engine.training_log.at_once import one_at_a_time
from app.engine.training_log.faults import (
    NOT_MEASURED,
    SLIPS,
    Fault,
    fault_of,
    faults_in,
    load_of,
    signs_slipped,
)

WINDOW_SESSIONS = 60
"""Sessions folded; an older one cannot change the state, which follows the load last lifted.

Older ones are not read, and of later ones than asked about no more are named: an answer costs the
same after ten years of logs, and the same whether the store or the caller holds them.
"""

TWICE_NAMED = 100
"""Sets that were logged twice are named up to so many: a whole log may have been."""

BELOW_TOP_LOAD = "below_top_load"
"""Code of a set that says nothing where a session is judged by its heaviest sets."""
BELIEVED_TEMPO_S = 30.0
"""A repetition logged as longer than this is a slip, and its tempo is read as not logged."""


@dataclass(frozen=True, slots=True)
class JudgedSession:
    """What one session shows of the demand: its top sets, in the order in which they were done."""

    performed_at: datetime
    load_kg: float
    """As logged, highest of the session; 0 where none was logged."""
    repetitions: tuple[int, ...]
    set_ids: tuple[str, ...]
    sets: tuple[PerformedSet, ...]
    """All sets that could be judged, those below the top load too, in order."""
    tempo: Tempo | None
    """The quickest lowering that was logged; None where none was."""
    disbelieved_tempo_s: float | None
    """Duration of a repetition, where one was logged that nobody does [s]."""
    to_failure: bool


@dataclass(frozen=True, slots=True)
class Log:
    """The window of the log, judged, oldest first."""

    sessions: tuple[ExerciseSession, ...]
    """What was read, in order of time, without loads that cannot be true: for the predictions."""
    judged: tuple[JudgedSession, ...]
    """What the rules fold."""
    excluded: tuple[Exclusion, ...]
    timed: bool
    """Some set has a duration or a distance and no repetitions."""
    load_mode: LoadMode
    """As asked, or as the log shows it."""
    passed_over: tuple[JudgedSession, ...] = ()
    """Done as planned in a deload, so that they show nothing of the demand."""

    @property
    def trained(self) -> tuple[JudgedSession, ...]:
        """All sessions, those that are passed over too."""
        both = (*self.judged, *self.passed_over)
        return tuple(sorted(both, key=lambda one: one.performed_at))

    @property
    def heaviest_kg(self) -> float:
        return max(one.load_kg for one in self.judged)

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(set_id for one in self.judged for set_id in one.set_ids)


def read_log(
    sessions: Iterable[ExerciseSession],
    at: datetime,
    load_mode: LoadMode,
    *,
    least_kg: float = 0.0,
    body_kg: float | None = None,
    measure: Measure = Measure.REPETITIONS,
    sessions_most: int = WINDOW_SESSIONS,
) -> Log:
    """The log before `at` as the rules read it. The order of the sessions given is of no account.

    Loads below `least_kg` are none; assistance of `body_kg` and more would leave nothing to lift.
    """
    in_order, twice = one_at_a_time(sorted(sessions, key=_order))
    past = [one for one in in_order if one.performed_at < at]
    window = tuple(_with_loads(one, least_kg) for one in past[-sessions_most:])
    excluded = [*_named("future", in_order[len(past) :][:sessions_most]), *twice[:TWICE_NAMED]]
    mode = _mode(window, load_mode)
    faults = faults_in(window, mode, body_kg, measure)
    judged = []
    for session in window:
        one, left_out = _judge(session, faults)
        excluded += left_out
        if one is not None:
            judged.append(one)
    slips = frozenset(each.id for each in excluded if each.reason in SLIPS)
    read = tuple(_without_slips(session, slips) for session in window)
    return Log(read, tuple(judged), tuple(excluded), _timed(window), mode)


def with_every_set(log: Log) -> Log:
    """The log where a rule reads the sets below the top load as well."""
    judged = (replace(one, set_ids=tuple(each.id for each in one.sets)) for one in log.judged)
    left_out = (one for one in log.excluded if one.reason != BELOW_TOP_LOAD)
    return replace(log, judged=tuple(judged), excluded=tuple(left_out))


def duration_s(tempo: Tempo) -> float:
    """Of one repetition [s]."""
    return tempo.eccentric_s + tempo.pause_s + tempo.concentric_s + tempo.hold_s


def _order(session: ExerciseSession) -> tuple[datetime, tuple[str, ...]]:
    return session.performed_at, tuple(one.id for one in session.sets)


def _named(code: str, sessions: Iterable[ExerciseSession]) -> list[Exclusion]:
    return [Exclusion(one.id, code) for session in sessions for one in session.sets]


def _mode(window: tuple[ExerciseSession, ...], asked: LoadMode) -> LoadMode:
    """As asked, unless the log says that the body is lifted.

    A negative load is assistance, unless its sign slipped; and where most sessions name no load,
    the load that some name is hung on the body: an exercise of the athlete's own is not always
    described. So is a plate that was held where no load is usual.
    """
    loads = [[load_of(one) for one in session.sets] for session in window]
    assisted = any(load < 0 for session in loads for load in session)
    if assisted and asked is LoadMode.EXTERNAL and signs_slipped(window):
        return asked
    loaded = sum(any(session) for session in loads)
    most = {LoadMode.EXTERNAL: len(loads) / 2, LoadMode.NONE: inf}.get(asked, 0)
    added = 0 < loaded < most
    return LoadMode.BODY_WEIGHT if assisted or added else asked


def _timed(window: tuple[ExerciseSession, ...]) -> bool:
    uncounted = NOT_MEASURED[Measure.REPETITIONS]["no_repetitions"]
    return any(
        uncounted(one) and (one.duration_s or one.distance_m)
        for session in window
        for one in session.sets
    )


def _with_loads(session: ExerciseSession, least_kg: float) -> ExerciseSession:
    """A gram is no load that anything makes."""
    if not any(0.0 < abs(load_of(one)) < least_kg for one in session.sets):
        return session
    sets = (
        replace(one, load_kg=0.0) if abs(load_of(one)) < least_kg else one for one in session.sets
    )
    return replace(session, sets=tuple(sets))


def _without_slips(session: ExerciseSession, slips: frozenset[str]) -> ExerciseSession:
    if not any(one.id in slips for one in session.sets):
        return session
    return replace(session, sets=tuple(one for one in session.sets if one.id not in slips))


def _judge(
    session: ExerciseSession, faults: Mapping[str, Fault]
) -> tuple[JudgedSession | None, list[Exclusion]]:
    faulty = {one.id: code for one in session.sets if (code := fault_of(one, faults))}
    sound = [one for one in session.sets if one.id not in faulty]
    top_kg = max(map(load_of, sound), default=0.0)
    top = [one for one in sound if same_load(load_of(one), top_kg)]
    below = {one.id: BELOW_TOP_LOAD for one in sound if not same_load(load_of(one), top_kg)}
    excluded = [
        Exclusion(one.id, code) for one in session.sets if (code := (faulty | below).get(one.id))
    ]
    return (_judged(session.performed_at, top_kg, top, sound) if top else None), excluded


def _judged(
    performed_at: datetime, load_kg: float, top: list[PerformedSet], sound: list[PerformedSet]
) -> JudgedSession:
    logged = [one.tempo for one in top if one.tempo is not None]
    tempi = [tempo for tempo in logged if duration_s(tempo) <= BELIEVED_TEMPO_S]
    return JudgedSession(
        performed_at,
        load_kg,
        tuple(one.repetitions or 0 for one in top),
        tuple(one.id for one in top),
        tuple(sound),
        min(tempi, key=lambda tempo: tempo.eccentric_s, default=None),
        max((duration_s(tempo) for tempo in logged if tempo not in tempi), default=None),
        any(one.kind is SetKind.FAILURE or one.repetitions_in_reserve == 0 for one in top),
    )
