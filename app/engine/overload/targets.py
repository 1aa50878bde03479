"""The rule's parameters for a question: what was asked, else what the log and the trade say."""

from dataclasses import replace

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.overload.equipment import LoadGrid
from app.engine.overload.heavier import extended_top
from app.engine.overload.judged import Log
from app.engine.overload.observed_grid import observed_grid
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
    "No repetition range is set and about {usual:g} repetitions are done: {repetitions_low} to "
    "{repetitions_high} is the customary range that holds them.",
    Basis.CONVENTION,
    "repetition_range_convention",
)
SETS_AS_DONE = ReasonKind(
    "sets_as_done",
    "No number of sets is set: {sets} were done last at the top load.",
    Basis.CONVENTION,
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
RESERVE_DEFAULT = ReasonKind(
    "reserve_default",
    "No effort is set: stop with about {repetitions_in_reserve:g} repetitions in reserve.",
    Basis.CONVENTION,
    "refalo_2023",
)


def parameters_for(question: ExerciseQuestion, log: Log) -> Parameters:
    """The parameters; the log must hold at least one judged session."""
    asked, defaults = question.targets, question.defaults
    low, high = _range_asked(question)
    parameters = Parameters(
        low,
        high,
        sets=asked.sets,
        grid=observed_grid(question.grid, log),
        step=asked.step,
        sets_max=asked.sets_max,
        tempo=asked.tempo or defaults.tempo,
        explicit=_range_is_set(question),
        since=asked.since,
        body_kg=_body_kg(question, log),
        mass_unit=question.mass_unit,
    )
    if parameters.explicit:
        return parameters
    usual = usual_repetitions(log.judged)
    most = extended_top(log.judged[-1].load_kg, parameters)
    low, high = in_use(usual, low, high, most)
    return replace(parameters, repetitions_low=low, repetitions_high=high)


def conventions(question: ExerciseQuestion, log: Log, parameters: Parameters) -> tuple[Reason, ...]:
    """Each default that was used for want of a target, by name."""
    asked, defaults = question.targets, question.defaults
    named = (
        None if parameters.explicit else _range_reason(question, log, parameters),
        None if asked.sets else SETS_AS_DONE(sets=len(log.judged[-1].repetitions)),
        None if asked.step else _step_reason(question.grid, parameters.grid),
        None if asked.rest_s is not None else REST_DEFAULT(rest_s=defaults.rest_s),
        None if asked.tempo else _tempo_reason(question),
        None
        if asked.repetitions_in_reserve is not None
        else RESERVE_DEFAULT(repetitions_in_reserve=defaults.repetitions_in_reserve),
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
    usual = float(usual_repetitions(log.judged))
    return RANGE_FROM_LOG(usual=usual, repetitions_low=low, repetitions_high=high)


def _step_reason(usual: LoadGrid | None, grid: LoadGrid | None) -> Reason | None:
    if grid is None or usual is None:
        return None
    kind = STEP_DEFAULT if grid.step == usual.step else STEP_FROM_LOG
    return kind(step=grid.step, unit=grid.unit)


def _tempo_reason(question: ExerciseQuestion) -> Reason | None:
    tempo = question.defaults.tempo
    if tempo is None:
        return None
    seconds = (tempo.eccentric_s, tempo.pause_s, tempo.concentric_s, tempo.hold_s)
    return TEMPO_DEFAULT(tempo="-".join(f"{each:g}" for each in seconds))
