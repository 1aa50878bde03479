"""The next session of one exercise: the log, a scheme, a pause, the equipment, the predictions."""

from app.engine.answer import (
    Basis,
    Evidence,
    Missing,
    Part,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.overload.predictions import Prediction, Predictor, predicted
from app.engine.overload.prescription import PrescribedSet, Prescription
from app.engine.overload.question import ExerciseQuestion
from app.engine.overload.realism import chance_limit, reserve, reserve_reason, within_reach
from app.engine.overload.reentry import after_pause
from app.engine.overload.remarks import last_session, warnings, what_would_help
from app.engine.overload.schemes import SCHEMES
from app.engine.overload.targets import conventions, log_of, parameters_for
from app.engine.progression.double.state import Parameters, State
from app.engine.records import LoadMode
from app.engine.strength.repetitions import repetitions_at_loads
from app.engine.training_log.judged import Log

PAIN_LIMIT = 3
"""Of 10; above it an easier level is due, not a heavier load (Extended Knee Control trial)."""

PAIN = ReasonKind(
    "pain",
    "Pain of {pain_0_to_10} of 10 in the area trained is above {limit}.",
    Basis.CONVENTION,
    "knee_control_2022",
)
INSTEAD_OF_PAIN = (
    "Leave this exercise out, or take an easier variation that stays at 3 of 10 or less. Pain that "
    "is severe, that follows an injury or that lasts more than two weeks belongs to a clinician."
)
START = ReasonKind(
    "start",
    "This exercise has no sets to go by yet: its first session finds the load.",
    Basis.CONVENTION,
    "first_session_convention",
)
FIRST_LOAD = Missing(
    "first_load",
    "Begin with the lightest load that the equipment makes and do the low end of the range. While "
    "it leaves more than four repetitions in reserve, rest and go up one step. Stop at two to "
    "three in reserve, or as soon as the movement is not clean. Log these sets: the next "
    "session starts from them.",
)
DURATION_PROGRESSION = Missing(
    "duration_progression",
    "These sets are measured in seconds or metres. Advice on them does not exist yet; it is given "
    "only for sets with repetitions.",
)


def prescribe(
    question: ExerciseQuestion, predict: Predictor = repetitions_at_loads
) -> Part[Prescription]:
    """What to do at `question.at`; pure, the same for any order of the sessions."""
    if question.pain_0_to_10 is not None and question.pain_0_to_10 > PAIN_LIMIT:
        why = PAIN(pain_0_to_10=question.pain_0_to_10, limit=PAIN_LIMIT)
        return refused((why,), INSTEAD_OF_PAIN)
    log = log_of(question)
    evidence = Evidence(log.used, log.excluded)
    if not log.judged:
        return insufficient(
            (DURATION_PROGRESSION if log.timed else FIRST_LOAD,),
            () if log.timed else (START(),),
            evidence=evidence,
        )
    return _prescribed(question, log, evidence, predict)


def _prescribed(
    question: ExerciseQuestion, log: Log, evidence: Evidence, predict: Predictor
) -> Part[Prescription]:
    parameters = parameters_for(question, log)
    last = log.judged[-1]
    state = SCHEMES[question.scheme](log.judged, parameters)
    state = after_pause(state, last, question.at - last.performed_at, parameters)
    prediction = predicted(
        log,
        question.at,
        state.load_kg,
        parameters,
        predict,
        body_mass_known=question.body_mass_kg is not None,
    )
    state = within_reach(state, last, parameters, prediction)
    said = (chance_limit(state, prediction), reserve_reason(question, state, prediction))
    one_set = _set(question, log, parameters, state, prediction)
    return ok(
        Prescription(state.action, (one_set,) * state.sets),
        (
            last_session(last, parameters),
            *state.because,
            *conventions(question, log, parameters, state.sets),
            *(reason for reason in said if reason is not None),
        ),
        missing=what_would_help(log, parameters, state, prediction),
        warnings=warnings(question, log, state, parameters, prediction),
        evidence=evidence,
    )


def _set(
    question: ExerciseQuestion,
    log: Log,
    parameters: Parameters,
    state: State,
    prediction: Prediction,
) -> PrescribedSet:
    asked, defaults, at_load = question.targets, question.defaults, prediction.at_load
    loaded = log.load_mode is not LoadMode.NONE
    return PrescribedSet(
        load_kg=state.load_kg if loaded else None,
        unrounded_load_kg=state.unrounded_load_kg if loaded else None,
        rounding_kg=state.load_kg - state.unrounded_load_kg if loaded else None,
        repetitions_low=parameters.repetitions_low,
        repetitions_high=state.repetitions_high,
        repetitions_target=state.repetitions_target,
        prediction=at_load.repetitions if at_load else None,
        capacity=at_load.capacity if at_load else None,
        chance=prediction.chance(state.repetitions_target),
        rest_s=defaults.rest_s if asked.rest_s is None else asked.rest_s,
        tempo=state.tempo,
        repetitions_in_reserve=reserve(question, state, prediction),
    )
