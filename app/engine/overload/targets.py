"""The rule's setting and parameters: what was asked, else what the log and the trade say."""

from dataclasses import replace
from typing import Any

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.loads import Loads
from app.engine.equipment.rounding import ROUNDINGS
from app.engine.load.check_ins import read_check_ins
from app.engine.overload.deload_sessions import without_deload
from app.engine.overload.observed_grid import usable_loads
from app.engine.overload.question import ExerciseQuestion
from app.engine.progression.demand import Demand
from app.engine.progression.double.heavier import extended_top
from app.engine.progression.double.ranges import in_use, usual_repetitions
from app.engine.progression.double.state import DoubleProgressionParameters, Given
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.progression.setting import Setting
from app.engine.records import LoadMode
from app.engine.training_log.judged import Log, read_log, with_every_set

RANGE_DEFAULT = ReasonKind(
    "range_default",
    "No repetition range is set: {repetitions_low} to {repetitions_high} is usual for this "
    "exercise.",
    Basis.CONVENTION,
    "repetition_range_convention",
)
RANGE_FROM_LOG = ReasonKind(
    "range_from_log",
    "No repetition range is set; the median set of the last session had {usual:g}: "
    "{repetitions_low} to {repetitions_high} is the customary range {that}.",
    Basis.CONVENTION,
    "repetition_range_convention",
)
SETS_AS_DONE = ReasonKind(
    "sets_as_done",
    "No number of sets is set: as many as last at the top load, {sets}.",
    Basis.CONVENTION,
)
SETS_CAPPED = ReasonKind(
    "sets_capped",
    "No number of sets is set and {sets_done} were done last at the top load: no more than {sets} "
    "are prescribed without being asked for.",
    Basis.CONVENTION,
    "sets_cap_convention",
)
STEP_DEFAULT = ReasonKind(
    "step_default",
    "No step is set: {step:g} {unit} is the smallest that such equipment usually makes.",
    Basis.CONVENTION,
)
STEP_FROM_LOG = ReasonKind(
    "step_from_log",
    "No step is set: your log holds loads between the usual ones, so steps of {step:g} {unit} can "
    "be made.",
    Basis.EVIDENCE,
)
REST_DEFAULT = ReasonKind(
    "rest_default",
    "No rest is set: {rest_s:g} s is usual for this exercise.",
    Basis.CONVENTION,
    "singer_2024",
)
TEMPO_DEFAULT = ReasonKind(
    "tempo_default",
    "No tempo is set: {tempo} (lower, pause, lift, hold in seconds) is usual for this exercise.",
    Basis.CONVENTION,
    "schoenfeld_2015_tempo",
)


def log_of(question: ExerciseQuestion) -> Log:
    """The log that the rule reads for a question; what was done in a deload is passed over."""
    loads, mass_kg, share = question.loads, question.body_mass_kg, question.body_mass_share
    log = read_log(
        question.sessions,
        question.at,
        question.load_mode,
        least_kg=0.0 if loads is None else loads.least_kg,
        body_kg=None if mass_kg is None else mass_kg * (1.0 if share is None else share),
        measure=question.measure,
        sessions_most=question.rule.sessions_most,
    )
    if question.rule.every_set:
        log = with_every_set(log)
    return without_deload(log, question.deload_days)


def setting_for(question: ExerciseQuestion, log: Log) -> Setting:
    """What every scheme is given, apart from the predictions."""
    asked = question.targets
    return Setting(
        question.at,
        loads=usable_loads(question.loads, log) if log.judged else question.loads,
        rounding=ROUNDINGS[question.rounding],
        step=asked.step,
        body_kg=_body_kg(question, log),
        load_mode=log.load_mode,
        mass_unit=question.mass_unit,
        tempo=asked.tempo or question.defaults.tempo,
        explicit=question.scheme != DOUBLE_PROGRESSION or _range_is_set(question),
        since=asked.since,
        start_load_kg=asked.start_load_kg,
        deficit_since=question.deficit_since,
        pain_0_to_10=_pain(question),
    )


def _pain(question: ExerciseQuestion) -> float | None:
    """As asked, else as the newest check-ins say of the areas that are trained."""
    if question.pain_0_to_10 is not None:
        return question.pain_0_to_10
    told = read_check_ins(question.recovery_notes, question.at).pain(question.areas)
    return None if told is None else told.value


def told_for(question: ExerciseQuestion, log: Log, setting: Setting) -> Any:
    """The scheme's parameters; those of double progression are also read from targets and log."""
    told = question.scheme_parameters or question.rule.parameters()
    if question.scheme != DOUBLE_PROGRESSION:
        return told
    low, high = _range_asked(question)
    told = replace(
        told,
        repetitions_low=low,
        repetitions_high=high,
        sets=question.targets.sets or told.sets,
        sets_max=question.targets.sets_max or told.sets_max,
    )
    return told if setting.explicit or not log.judged else _in_use(told, log, setting)


def conventions(
    question: ExerciseQuestion, log: Log, setting: Setting, told: Any, demand: Demand
) -> tuple[Reason, ...]:
    """Each default that was used for want of a target, by name; effort is said elsewhere."""
    asked, defaults = question.targets, question.defaults
    loaded = any(one.load is not None for one in demand.sets)
    counted = any(one.repetitions_target is not None for one in demand.sets)
    named = (
        *_of_double_progression(question, log, setting, told, demand),
        None if asked.step or not loaded else _step_reason(question.loads, setting.loads),
        None if asked.rest_s is not None else REST_DEFAULT(rest_s=defaults.rest_s),
        None if asked.tempo or not counted else _tempo_reason(question),
    )
    return tuple(reason for reason in named if reason is not None)


def _of_double_progression(
    question: ExerciseQuestion, log: Log, setting: Setting, told: Any, demand: Demand
) -> tuple[Reason | None, ...]:
    if question.scheme != DOUBLE_PROGRESSION or not log.judged:
        return ()
    return (
        None if setting.explicit else _range_reason(question, log, told),
        None if told.sets else _sets_reason(len(demand.sets), log, told),
    )


def _in_use(
    told: DoubleProgressionParameters, log: Log, setting: Setting
) -> DoubleProgressionParameters:
    """With the range that the last session was in."""
    usual = usual_repetitions(log.judged[-1])
    most = extended_top(log.judged[-1].load_kg, Given(told, setting))
    low, high = in_use(usual, told.repetitions_low, told.repetitions_high, most)
    return replace(told, repetitions_low=low, repetitions_high=high)


def _range_is_set(question: ExerciseQuestion) -> bool:
    asked = question.targets
    told = question.scheme_parameters is not None
    return told or asked.repetitions_low is not None or asked.repetitions_high is not None


def _range_asked(question: ExerciseQuestion) -> tuple[int, int]:
    """One end given moves the other end of the default only as far as it must."""
    asked, defaults = question.targets, question.defaults
    told = question.scheme_parameters
    if told is not None and asked.repetitions_low is None and asked.repetitions_high is None:
        return told.repetitions_low, told.repetitions_high
    low = asked.repetitions_low or min(
        defaults.repetitions_low, asked.repetitions_high or defaults.repetitions_low
    )
    return low, asked.repetitions_high or max(defaults.repetitions_high, low)


def _body_kg(question: ExerciseQuestion, log: Log) -> float | None:
    """The body's part of what is lifted [kg]; None where it has one and it is not known."""
    if log.load_mode is LoadMode.EXTERNAL:
        return 0.0
    mass_kg, share = question.body_mass_kg, question.body_mass_share
    if log.load_mode is LoadMode.NONE or mass_kg is None or share is None:
        return None
    return mass_kg * share


def _range_reason(
    question: ExerciseQuestion, log: Log, told: DoubleProgressionParameters
) -> Reason:
    low, high = told.repetitions_low, told.repetitions_high
    if (low, high) == _range_asked(question):
        return RANGE_DEFAULT(repetitions_low=low, repetitions_high=high)
    usual = float(usual_repetitions(log.judged[-1]))
    that = "that holds it" if low <= usual <= high else "nearest to it"
    return RANGE_FROM_LOG(usual=usual, repetitions_low=low, repetitions_high=high, that=that)


def _sets_reason(sets: int, log: Log, told: DoubleProgressionParameters) -> Reason | None:
    """Nothing where a set was added or a pause takes some away: that is said with the action."""
    done = len(log.judged[-1].repetitions)
    if done > told.sets_cap == sets:
        return SETS_CAPPED(sets=sets, sets_done=done)
    return SETS_AS_DONE(sets=sets) if sets == done else None


def _step_reason(usual: Loads | None, loads: Loads | None) -> Reason | None:
    """Only usual steps are a convention; told loads have no one step."""
    if not isinstance(loads, LoadGrid) or not isinstance(usual, LoadGrid):
        return None
    kind = STEP_DEFAULT if loads.step == usual.step else STEP_FROM_LOG
    return kind(step=loads.step, unit=loads.unit)


def _tempo_reason(question: ExerciseQuestion) -> Reason | None:
    tempo = question.defaults.tempo
    if tempo is None:
        return None
    seconds = (tempo.eccentric_s, tempo.pause_s, tempo.concentric_s, tempo.hold_s)
    return TEMPO_DEFAULT(tempo="-".join(f"{each:g}" for each in seconds))
