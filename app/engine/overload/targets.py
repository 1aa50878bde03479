"""The rule's parameters for a question: what was asked, else what the log and the trade say."""

from dataclasses import replace

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.loads import Loads
from app.engine.overload.heavier import extended_top
from app.engine.overload.judged import Log, read_log
from app.engine.overload.observed_grid import usable_loads
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.ranges import in_use, usual_repetitions
from app.engine.overload.state import Parameters
from app.engine.records import LoadMode

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
    """The log that the rule reads for a question."""
    loads, mass_kg, share = question.loads, question.body_mass_kg, question.body_mass_share
    return read_log(
        question.sessions,
        question.at,
        question.load_mode,
        least_kg=0.0 if loads is None else loads.least_kg,
        body_kg=None if mass_kg is None else mass_kg * (1.0 if share is None else share),
    )


def parameters_for(question: ExerciseQuestion, log: Log) -> Parameters:
    """The parameters; the log must hold at least one judged session."""
    asked, defaults = question.targets, question.defaults
    low, high = _range_asked(question)
    parameters = Parameters(
        low,
        high,
        sets=asked.sets,
        loads=usable_loads(question.loads, log),
        step=asked.step,
        sets_max=asked.sets_max,
        tempo=asked.tempo or defaults.tempo,
        explicit=_range_is_set(question),
        since=asked.since,
        body_kg=_body_kg(question, log),
        load_mode=log.load_mode,
        mass_unit=question.mass_unit,
    )
    if parameters.explicit:
        return parameters
    usual = usual_repetitions(log.judged[-1])
    most = extended_top(log.judged[-1].load_kg, parameters)
    low, high = in_use(usual, low, high, most)
    return replace(parameters, repetitions_low=low, repetitions_high=high)


def conventions(
    question: ExerciseQuestion, log: Log, parameters: Parameters, sets: int
) -> tuple[Reason, ...]:
    """Each default that was used for want of a target, by name; effort is said elsewhere."""
    asked, defaults = question.targets, question.defaults
    named = (
        None if parameters.explicit else _range_reason(question, log, parameters),
        None if asked.sets else _sets_reason(sets, len(log.judged[-1].repetitions), parameters),
        None if asked.step else _step_reason(question.loads, parameters.loads),
        None if asked.rest_s is not None else REST_DEFAULT(rest_s=defaults.rest_s),
        None if asked.tempo else _tempo_reason(question),
    )
    return tuple(reason for reason in named if reason is not None)


def _range_is_set(question: ExerciseQuestion) -> bool:
    asked = question.targets
    return asked.repetitions_low is not None or asked.repetitions_high is not None


def _range_asked(question: ExerciseQuestion) -> tuple[int, int]:
    """One end given moves the other end of the default only as far as it must."""
    asked, defaults = question.targets, question.defaults
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


def _range_reason(question: ExerciseQuestion, log: Log, parameters: Parameters) -> Reason:
    low, high = parameters.repetitions_low, parameters.repetitions_high
    if (low, high) == _range_asked(question):
        return RANGE_DEFAULT(repetitions_low=low, repetitions_high=high)
    usual = float(usual_repetitions(log.judged[-1]))
    that = "that holds it" if low <= usual <= high else "nearest to it"
    return RANGE_FROM_LOG(usual=usual, repetitions_low=low, repetitions_high=high, that=that)


def _sets_reason(sets: int, done: int, parameters: Parameters) -> Reason | None:
    """Nothing where a set was added or a pause takes some away: that is said with the action."""
    if done > parameters.sets_cap == sets:
        return SETS_CAPPED(sets=sets, sets_done=done)
    return SETS_AS_DONE(sets=sets) if sets == done else None


def _step_reason(usual: Loads | None, used: Loads | None) -> Reason | None:
    """Nothing where the athlete told what can be loaded: the steps are those."""
    if not (isinstance(usual, LoadGrid) and isinstance(used, LoadGrid)):
        return None
    kind = STEP_DEFAULT if used.step == usual.step else STEP_FROM_LOG
    return kind(step=used.step, unit=used.unit)


def _tempo_reason(question: ExerciseQuestion) -> Reason | None:
    tempo = question.defaults.tempo
    if tempo is None:
        return None
    seconds = (tempo.eccentric_s, tempo.pause_s, tempo.concentric_s, tempo.hold_s)
    return TEMPO_DEFAULT(tempo="-".join(f"{each:g}" for each in seconds))
