"""The load of the first session, where the history shows one: never more than was lifted last."""

from datetime import date, timedelta

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.equipment.loads import floor
from app.engine.overload.reentry import CUTS, NEW_AFTER
from app.engine.plan.options import Option
from app.engine.plan.question import Known
from app.engine.records import ExerciseSession, LoadMode, Measure, PerformedSet, SetKind
from app.engine.strength.maximum.repmax import EPLEY_REPETITIONS, epley

START_LOAD = ReasonKind(
    "start_load",
    "{load_kg:g} kg to begin with: {last_kg:g} kg x {repetitions} was done on {last_on}, which by "
    "Epley allows this for {low} with {reserve:g} in reserve; never more than was lifted then.",
    Basis.CONVENTION,
    "epley_1985",
)
AFTER_PAUSE = ReasonKind(
    "start_load_after_pause",
    "{percent:g} % less for the pause of {days} days.",
    Basis.CONVENTION,
    "re_entry_convention",
)


def start_load(
    option: Option, known: Known | None, starts_on: date | None
) -> tuple[float | None, tuple[Reason, ...]]:
    """The load [kg] and why; None where no history shows one, or it is too long ago."""
    top = _top_set(option, known)
    if known is None or known.loads is None or top is None:
        return None, ()
    done_on, one = top
    pause = (starts_on or done_on) - done_on
    if pause >= NEW_AFTER:
        return None, ()
    load_kg, repetitions = one.load_kg or 0.0, one.repetitions or 0
    dosage, cut = option.dosage, _cut(pause)
    maximum = epley(load_kg, repetitions + (one.repetitions_in_reserve or 0.0))
    allowed = maximum / (1.0 + (dosage.low + dosage.reserve) / EPLEY_REPETITIONS)
    made = floor(known.loads, min(allowed, load_kg) * (1.0 - cut))
    if made is None or made.load_kg <= 0.0:
        return None, ()
    why = START_LOAD(
        load_kg=made.load_kg,
        last_kg=load_kg,
        repetitions=repetitions,
        last_on=done_on.isoformat(),
        low=dosage.low,
        reserve=dosage.reserve,
    )
    paused = (AFTER_PAUSE(percent=100.0 * cut, days=pause.days),) if cut else ()
    return made.load_kg, (why, *paused)


def _top_set(option: Option, known: Known | None) -> tuple[date, PerformedSet] | None:
    """The set of the last session with the highest estimated maximum."""
    one = option.exercise
    if known is None or one.load_mode is not LoadMode.EXTERNAL:
        return None
    if one.measured_in is not Measure.REPETITIONS:
        return None
    dated = [(each.performed_at.date(), found) for each in known.sessions if (found := _best(each))]
    return max(dated, key=lambda each: each[0], default=None)


def _best(session: ExerciseSession) -> PerformedSet | None:
    working = [
        one
        for one in session.sets
        if one.kind is not SetKind.WARM_UP and (one.load_kg or 0.0) > 0.0 and one.repetitions
    ]
    return max(
        working, key=lambda one: epley(one.load_kg or 0.0, one.repetitions or 0), default=None
    )


def _cut(pause: timedelta) -> float:
    return max((cut for after, cut in CUTS.items() if pause >= after), default=0.0)
