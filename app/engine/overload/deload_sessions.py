"""Sessions of a planned deload: fewer sets, as advised, are neither a miss nor the new habit."""

from dataclasses import replace

from app.engine.answer import Basis, Exclusion, Reason, ReasonKind
from app.engine.load.mesocycle import DeloadDays
from app.engine.training_log.judged import Log

DELOAD_NOT_JUDGED = ReasonKind(
    "deload_not_judged",
    "Sessions in the deload week from {first_on}: {sessions}. Less was planned there, so nothing "
    "of it is held against you: it goes on from the session of {before_on}.",
    Basis.CONVENTION,
    "deload_convention",
)
DELOAD_WEEK_EXCLUDED = "deload_week"


def without_deload(log: Log, days: DeloadDays | None) -> Log:
    """The log with the sessions of a deload passed over; they still say what strength there is.

    An exercise that was trained in the deload only is judged by that.
    """
    if days is None:
        return log
    passed = tuple(one for one in log.judged if one.performed_at.date() in days)
    judged = tuple(one for one in log.judged if one not in passed)
    if not passed or not judged:
        return log
    named = (Exclusion(each, DELOAD_WEEK_EXCLUDED) for one in passed for each in one.set_ids)
    return replace(log, judged=judged, passed_over=passed, excluded=(*log.excluded, *named))


def deload_remark(log: Log, days: DeloadDays | None) -> tuple[Reason, ...]:
    """Where it is the last that was done: later there is nothing left to explain."""
    if days is None or not log.passed_over or log.trained[-1] is log.judged[-1]:
        return ()
    why = DELOAD_NOT_JUDGED(
        first_on=days.first_on.isoformat(),
        sessions=len(log.passed_over),
        before_on=log.judged[-1].performed_at.date().isoformat(),
    )
    return (why,)
