"""Sets in seconds or metres for which nobody set a scheme: they become a little longer."""

from collections import Counter
from dataclasses import replace

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.overload.question import ExerciseQuestion
from app.engine.progression.distance_duration import DistanceDurationParameters
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.records import ExerciseSession, Measure
from app.engine.training_log.faults import NOT_MEASURED

TIMED = "distance_duration"
SETS_MOST = 6
"""More are not copied from a log. A convention."""

TIMED_DEFAULT = ReasonKind(
    "timed_default",
    "No scheme is set and the sets are logged in {unit}: the goal rises by a tenth once every set "
    "makes it.",
    Basis.CONVENTION,
    "timed_convention",
)
UNITS = {Measure.DURATION: "seconds", Measure.DISTANCE: "metres"}


def counted_as_logged(question: ExerciseQuestion) -> ExerciseQuestion:
    """The question in the measure that most sets of the newest session have; as it was where a
    scheme was asked for."""
    past = [one for one in question.sessions if one.performed_at < question.at]
    if question.scheme != DOUBLE_PROGRESSION or not past:
        return question
    newest = max(past, key=lambda one: one.performed_at)
    measure, sets = _counts(newest).most_common(1)[0]
    told = DistanceDurationParameters(
        "distance" if measure is Measure.DISTANCE else "duration",
        sets=question.targets.sets or min(max(sets, 1), SETS_MOST),
    )
    return replace(question, scheme=TIMED, scheme_parameters=told, measure=measure, loads=None)


def timed_reason(question: ExerciseQuestion) -> Reason:
    """What was taken where nobody set a scheme."""
    return TIMED_DEFAULT(unit=UNITS[question.measure])


def _counts(session: ExerciseSession) -> Counter[Measure]:
    counts = Counter({Measure.DURATION: 0, Measure.DISTANCE: 0})
    for measure in counts:
        lacks = next(iter(NOT_MEASURED[measure].values()))
        counts[measure] = sum(not lacks(one) for one in session.sets)
    return counts
