"""What is said beside the sets: the session they start from, warnings, what would help."""

from datetime import datetime, timedelta

from app.engine.answer import Basis, Missing, Reason, ReasonKind
from app.engine.overload.judged import JudgedSession, Log
from app.engine.overload.predictions import Prediction
from app.engine.overload.reentry import STILL_HEAVY_LOAD, is_still_heavy
from app.engine.overload.state import Parameters, State
from app.engine.records import LoadMode

SPACING = timedelta(hours=48)
SPACING_AFTER_FAILURE = timedelta(hours=72)

LAST_SESSION = ReasonKind(
    "last_session",
    "Last session, {performed_on}: {repetitions} repetitions at {load}.",
    Basis.EVIDENCE,
)
RECOVERY = ReasonKind(
    "recovery",
    "The last session was {hours:.0f} h ago; {spacing_hours:g} h are customary. "
    "Ready from {ready_at}.",
    Basis.CONVENTION,
    "spacing_convention",
)

TARGETS = Missing(
    "targets",
    "Set a repetition range and a number of sets, so that a stall can be told from a habit.",
)
LOADS = Missing(
    "loads",
    "No load was ever logged for this exercise. Log it, or say that the exercise lifts the body.",
)
TEMPO = Missing("tempo", "Log the tempo: as long as it is not logged it counts as done.")


def last_session(last: JudgedSession, parameters: Parameters) -> Reason:
    return LAST_SESSION(
        performed_on=last.performed_at.date().isoformat(),
        repetitions=", ".join(map(str, last.repetitions)),
        load=parameters.text(last.load_kg),
        load_kg=last.load_kg,
    )


def what_would_help(
    log: Log, parameters: Parameters, state: State, prediction: Prediction
) -> tuple[Missing, ...]:
    """What would make the answer better, most useful first."""
    wanted = {
        LOADS: log.load_mode is LoadMode.EXTERNAL and log.heaviest_kg == 0.0,
        TARGETS: not parameters.explicit,
        TEMPO: state.tempo != parameters.tempo and all(one.tempo is None for one in log.judged),
    }
    return (*(each for each, holds in wanted.items() if holds), *prediction.missing)


def warnings(
    at: datetime, last: JudgedSession, state: State, parameters: Parameters
) -> tuple[Reason, ...]:
    said = []
    spacing = SPACING_AFTER_FAILURE if last.to_failure else SPACING
    since = at - last.performed_at
    if since < spacing:
        said.append(
            RECOVERY(
                hours=since / timedelta(hours=1),
                spacing_hours=spacing / timedelta(hours=1),
                ready_at=(last.performed_at + spacing).isoformat(),
            )
        )
    if is_still_heavy(state, last, parameters):
        said.append(STILL_HEAVY_LOAD(next_load=parameters.text(state.load_kg)))
    return tuple(said)
