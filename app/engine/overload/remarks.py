"""What is said beside the sets: the session they start from, warnings, what would help."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.engine.answer import Basis, Missing, Reason, ReasonKind
from app.engine.equipment.load_list import LoadList
from app.engine.equipment.rounding import neighbours
from app.engine.equipment.same_load import same_load
from app.engine.load.spacing import LONG_SPACING, SPACING, later
from app.engine.overload.predictions import Prediction
from app.engine.overload.pyramid_default import WORK_SHARE
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.realism import doubts
from app.engine.overload.reentry import STILL_HEAVY_LOAD, is_still_heavy
from app.engine.progression import timed
from app.engine.progression.demand import Demand, load_kg
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.progression.setting import Setting
from app.engine.records import LoadMode, Measure
from app.engine.strength.lifted import STAND_IN_KG
from app.engine.training_log.faults import IMPLAUSIBLE_LOAD, JUMP, JUMP_AFTER, load_of
from app.engine.training_log.judged import BELIEVED_TEMPO_S, JudgedSession, Log, duration_s

LAST_SESSION = ReasonKind(
    "last_session",
    "Last session, {performed_on}: {done} at {load}.",
    Basis.EVIDENCE,
)
RECOVERY = ReasonKind(
    "recovery",
    "The last session was {hours:.0f} h ago; {spacing_hours:g} h are customary. "
    "Ready from {ready_at}.",
    Basis.CONVENTION,
    "spacing_convention",
)

UNUSUAL_JUMP = ReasonKind(
    "unusual_jump",
    "{load} is more than half again as heavy as anything in the {sessions} sessions before: check "
    "it.",
    Basis.CONVENTION,
    "typing_error_convention",
)
IMPLAUSIBLE = ReasonKind(
    "implausible_load",
    "Sets left out because nobody lifts their load: {sets}. Correct them in the log.",
    Basis.CONVENTION,
    "typing_error_convention",
)
TEMPO_DISBELIEVED = ReasonKind(
    "tempo_not_believed",
    "A repetition of {seconds:g} s was logged; above {seconds_most:g} s the tempo is read as not "
    "logged.",
    Basis.CONVENTION,
    "typing_error_convention",
)
SLOW_TEMPO = ReasonKind(
    "tempo_beyond_evidence",
    "{seconds:g} s a repetition are more than the {seconds_most:g} s up to which muscle grows "
    "alike.",
    Basis.EVIDENCE,
    "schoenfeld_2015_tempo",
)
LOAD_OUTSIDE_EQUIPMENT = ReasonKind(
    "load_outside_equipment",
    "{load} was lifted last, and the equipment described does not make it, only {nearest}: correct "
    "the one or the other.",
    Basis.EVIDENCE,
)

CANNOT_BE_LOADED = ReasonKind(
    "cannot_be_loaded",
    "The rule asks for {rule}, which the equipment does not make: {load} is the nearest that it "
    "does.",
    Basis.CONVENTION,
)

PYRAMID = ReasonKind(
    "pyramid_not_planned",
    "The last session had {sets} sets below its top load, from {lightest}. Only the top sets are "
    "planned: the scheme per_set keeps every set at a load of its own.",
    Basis.CONVENTION,
    "progression_rules_convention",
)
PYRAMID_SETS = 2

REPETITION_S_MOST = 8.0
"""Longest repetition with which muscle is known to grow alike (Schoenfeld 2015) [s]."""

TARGETS = Missing(
    "targets",
    "Set a repetition range and a number of sets, so that a stall can be told from a habit.",
)
LOADS = Missing(
    "loads",
    "No load was ever logged for this exercise. Log it, or say that the exercise lifts the body.",
)
TEMPO = Missing("tempo", "Log the tempo: as long as it is not logged it counts as done.")


def last_session(last: JudgedSession, setting: Setting, measure: Measure) -> Reason:
    if measure is not Measure.REPETITIONS:
        done = timed.listed(timed.amounts(last, measure), measure)
        named = done
    else:
        done = ", ".join(map(str, last.repetitions))
        named = f"{done} repetition" if last.repetitions == (1,) else f"{done} repetitions"
    return LAST_SESSION(
        performed_on=last.performed_at.date().isoformat(),
        done=named,
        repetitions=done,
        load=setting.text(last.load_kg),
        load_kg=last.load_kg,
    )


def what_would_help(
    log: Log, setting: Setting, demand: Demand, prediction: Prediction
) -> tuple[Missing, ...]:
    """What would make the answer better, most useful first."""
    unloaded = log.load_mode is LoadMode.EXTERNAL and log.heaviest_kg == 0.0
    slowed = demand.top.tempo != setting.tempo
    wanted = {
        LOADS: unloaded and demand.top.load is not None,
        TARGETS: not setting.explicit,
        TEMPO: slowed and all(one.tempo is None for one in log.judged),
    }
    return (*(each for each, holds in wanted.items() if holds), *prediction.missing)


def warnings(
    question: ExerciseQuestion, log: Log, demand: Demand, setting: Setting, prediction: Prediction
) -> tuple[Reason, ...]:
    """What to check before these sets are done, most urgent first."""
    last = log.judged[-1]
    return (
        *_unlikely_log(log, setting),
        *_outside_equipment(last, setting),
        *doubts(question, demand.top, setting, prediction),
        *_too_soon(question.at, log.trained[-1]),
        *(tuple(_still_heavy(demand, last, setting)) or _cannot_be_loaded(demand, setting)),
        *_slow_tempo(demand),
        *_pyramid(question, last, setting),
    )


def _unlikely_log(log: Log, setting: Setting) -> Iterator[Reason]:
    """What the log says that is not, or hardly, believed."""
    last, earlier = log.judged[-1], log.judged[:-1]
    slips = sum(each.reason == IMPLAUSIBLE_LOAD for each in log.excluded)
    if slips:
        yield IMPLAUSIBLE(sets=slips)
    if len(earlier) >= JUMP_AFTER and _is_jump(last, earlier, setting):
        load = setting.text(last.load_kg)
        yield UNUSUAL_JUMP(load=load, load_kg=last.load_kg, sessions=len(earlier))
    if last.disbelieved_tempo_s is not None:
        yield TEMPO_DISBELIEVED(seconds=last.disbelieved_tempo_s, seconds_most=BELIEVED_TEMPO_S)


def _outside_equipment(last: JudgedSession, setting: Setting) -> Iterator[Reason]:
    """What the athlete told of the equipment is believed, and so is the log."""
    loads = setting.loads
    if not isinstance(loads, LoadList):
        return
    around = neighbours(loads, last.load_kg)
    near = {"below_kg": around.below_kg, "above_kg": around.above_kg}
    near_kg = {end: each for end, each in near.items() if each is not None}
    if not any(same_load(each, last.load_kg) for each in near_kg.values()):
        yield LOAD_OUTSIDE_EQUIPMENT(
            load=setting.text(last.load_kg),
            load_kg=last.load_kg,
            nearest=" and ".join(map(setting.text, near_kg.values())),
            **near_kg,
        )


def _is_jump(last: JudgedSession, earlier: tuple[JudgedSession, ...], setting: Setting) -> bool:
    """Against all that is lifted; a body that is not known is taken for a light one."""
    body_kg = STAND_IN_KG if setting.body_kg is None else setting.body_kg
    heaviest_kg = body_kg + max(one.load_kg for one in earlier)
    return body_kg + last.load_kg > JUMP * heaviest_kg > 0


def _too_soon(at: datetime, last: JudgedSession) -> Iterator[Reason]:
    spacing = LONG_SPACING if last.to_failure else SPACING
    since = at - last.performed_at
    if since < spacing:
        yield RECOVERY(
            hours=since / timedelta(hours=1),
            spacing_hours=spacing / timedelta(hours=1),
            ready_at=later(last.performed_at, spacing).isoformat(),
        )


def _cannot_be_loaded(demand: Demand, setting: Setting) -> Iterator[Reason]:
    """What the rule says lies beyond what the equipment makes: said, not silently rounded."""
    if setting.loads is None:
        return
    for load in dict.fromkeys(one.load for one in demand.sets if one.load is not None):
        is_made = setting.rounding(setting.loads, load.rule_kg) is not None
        if not is_made and not same_load(load.rule_kg, load.load_kg):
            yield CANNOT_BE_LOADED(
                rule=setting.text(load.rule_kg),
                rule_kg=load.rule_kg,
                load=setting.text(load.load_kg),
                load_kg=load.load_kg,
            )


def _still_heavy(demand: Demand, last: JudgedSession, setting: Setting) -> Iterator[Reason]:
    if is_still_heavy(demand, last, setting):
        yield STILL_HEAVY_LOAD(next_load=setting.text(load_kg(demand.top)))


def _slow_tempo(demand: Demand) -> Iterator[Reason]:
    """As asked, as usual or as logged: what is beyond the rule is prescribed, but not silently."""
    tempo = demand.top.tempo
    if tempo is not None and duration_s(tempo) > REPETITION_S_MOST:
        yield SLOW_TEMPO(seconds=duration_s(tempo), seconds_most=REPETITION_S_MOST)


def _pyramid(question: ExerciseQuestion, last: JudgedSession, setting: Setting) -> Iterator[Reason]:
    """A pyramid is not flattened silently: what of it is not planned is said."""
    body_kg = setting.body_kg or 0.0
    least_kg = WORK_SHARE * (body_kg + last.load_kg)
    loads = [load_of(one) for one in last.sets if not same_load(load_of(one), last.load_kg)]
    work = [each for each in loads if body_kg + each >= least_kg > 0]
    if question.scheme == DOUBLE_PROGRESSION and len(work) >= PYRAMID_SETS:
        yield PYRAMID(sets=len(work), lightest=setting.text(min(work)))
