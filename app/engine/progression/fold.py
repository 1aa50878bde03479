"""Walking through the log: where a scheme starts, what each session answers, what pauses do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from app.engine.equipment.same_load import same_load
from app.engine.progression.demand import Load
from app.engine.progression.setting import Setting
from app.engine.training_log.faults import load_of
from app.engine.training_log.judged import JudgedSession

LAYOFF = timedelta(days=14)
"""After a pause of this length failures are counted anew: days not trained are no failures."""

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a session says to a demand."""

    load: Load
    """As demanded, where that was lifted; else what was lifted."""
    repetitions: tuple[int, ...]
    """Of the sets at that load, in order."""
    as_demanded: bool


def answered(demanded: Load, session: JudgedSession) -> Answered:
    """Progression reads the load lifted: the sets at the load demanded, or at the session's
    working load where none was, or where at least as many were done with more."""
    there = repetitions_at(session, demanded.load_kg)
    working_kg = working_load_kg(session)
    done = repetitions_at(session, working_kg)
    heavier = working_kg > demanded.load_kg and not same_load(working_kg, demanded.load_kg)
    if there and not (heavier and len(done) >= len(there)):
        return Answered(demanded, there, True)
    return Answered(Load(working_kg, working_kg), done, False)


def working_load_kg(session: JudgedSession) -> float:
    """The load of most sets, of equals the heaviest [kg]: neither the one of a last heavy single
    nor that of warm-ups which nobody marked."""
    loads = {round(load_of(one), 3) for one in session.sets}
    return max(loads, key=lambda load: (len(repetitions_at(session, load)), load))


def repetitions_at(session: JudgedSession, load_kg: float) -> tuple[int, ...]:
    """Repetitions of the sets at a load, in order."""
    return tuple(one.repetitions or 0 for one in session.sets if same_load(load_of(one), load_kg))


def counted(sessions: Sequence[JudgedSession], setting: Setting) -> Sequence[JudgedSession]:
    """The sessions that a scheme judges: those since it began."""
    since = setting.since
    return [one for one in sessions if since is None or one.performed_at >= since]


def start_kg(sessions: Sequence[JudgedSession], setting: Setting) -> float | None:
    """The load of the first session: as the caller says, as last done before, else as the log
    begins; None where nobody says."""
    if setting.start_load_kg is not None:
        return setting.start_load_kg
    judged = counted(sessions, setting)
    earlier = sessions[: len(sessions) - len(judged)]
    known = earlier[-1:] or judged[:1]
    return working_load_kg(known[0]) if known else None


def walk(
    sessions: Sequence[JudgedSession],
    state: S,
    step: Callable[[S, JudgedSession], S],
    rested: Callable[[S], S],
) -> S:
    """The state after the sessions, oldest first; `rested` is what a layoff leaves of it."""
    before: JudgedSession | None = None
    for session in sessions:
        if before is not None and session.performed_at - before.performed_at >= LAYOFF:
            state = rested(state)
        state = step(state, session)
        before = session
    return state
