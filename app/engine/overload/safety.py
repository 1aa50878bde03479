"""What is not prescribed, with what to do instead: pain, red flags, maximal efforts too early."""

from collections.abc import Iterator

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.load.check_ins import PAIN_LIMIT
from app.engine.overload.question import ExerciseQuestion, Person
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand
from app.engine.records import HealthFlag, Reproduction
from app.engine.training_log.judged import Log

MAXIMAL_AFTER_SESSIONS = 6
"""Sessions of an exercise before a set of it is taken to failure or a maximum is tested. A
convention: the movement is to be sure before it is done to its limit."""

PAIN = ReasonKind(
    "pain",
    "Pain of {pain_0_to_10} of 10 in the area trained is above {limit:g}.",
    Basis.CONVENTION,
    "knee_control_2022",
)
INSTEAD_OF_PAIN = (
    "Leave this exercise out, or take an easier variation that stays at "
    f"{PAIN_LIMIT:g} of 10 or less. Pain that "
    "is severe, that follows an injury or that lasts more than two weeks belongs to a clinician."
)
RED_FLAG = ReasonKind(
    "red_flag",
    "{flag}: no training is prescribed until a clinician has cleared you for it.",
    Basis.CONVENTION,
    "exercise_screening_convention",
)
INSTEAD_OF_RED_FLAG = (
    "Ask the clinician who treats you which training is right for now, and record the clearance "
    "(cleared_for_maximal_effort) when you have it."
)
MAXIMAL_IN_PREGNANCY = ReasonKind(
    "maximal_effort_in_pregnancy",
    "In pregnancy sets to failure and tests of a maximum are prescribed only with a clinician's "
    "clearance for maximal effort.",
    Basis.CONVENTION,
    "exercise_screening_convention",
)
MAXIMAL_WITH_FLAG = ReasonKind(
    "maximal_effort_with_flag",
    "{flag}: sets to failure and tests of a maximum are prescribed only with a clinician's "
    "clearance for maximal effort.",
    Basis.CONVENTION,
    "exercise_screening_convention",
)
MAXIMAL_TOO_EARLY = ReasonKind(
    "maximal_effort_too_early",
    "Sets to failure and tests of a maximum come after {most} sessions of an exercise; your log "
    "holds {sessions}.",
    Basis.CONVENTION,
    "maximal_effort_convention",
)
INSTEAD_OF_MAXIMAL = (
    "Train it with two or three repetitions in reserve for now, for example by double progression."
)

STOPS = {
    HealthFlag.RECENT_SURGERY: "Recent surgery",
    HealthFlag.UNEXPLAINED_SYMPTOMS: "Unexplained symptoms",
    HealthFlag.MEDICAL_SUPERVISION: "Active only under medical supervision",
}
"""Flags with which nothing is prescribed."""
LIMITS = {
    HealthFlag.HEART_FAILURE: "Heart failure",
    HealthFlag.KIDNEY_FAILURE: "Kidney failure",
    HealthFlag.HEART_CONDITION: "A heart condition or high blood pressure",
}
"""Flags with which nothing is taken to its limit."""


def red_flags(person: Person) -> Iterator[Reason]:
    """Why no training at all is prescribed, unless a clinician has cleared it."""
    if not person.cleared_for_maximal_effort:
        for flag, name in STOPS.items():
            if flag in person.health_flags:
                yield RED_FLAG(flag=name)


def stops(question: ExerciseQuestion) -> Iterator[tuple[Reason, str]]:
    """Why nothing is prescribed at all, and what to do instead; the most urgent first."""
    for why in red_flags(question.person):
        yield why, INSTEAD_OF_RED_FLAG
    if question.pain_0_to_10 is not None and question.pain_0_to_10 > PAIN_LIMIT:
        pain = PAIN(pain_0_to_10=question.pain_0_to_10, limit=PAIN_LIMIT)
        yield pain, INSTEAD_OF_PAIN


def is_maximal(demand: Demand) -> bool:
    """Whether a demand tests a maximum or goes to failure."""
    return demand.action is Action.TEST or any(
        one.repetitions_in_reserve == 0.0 for one in demand.sets
    )


def limits(question: ExerciseQuestion, log: Log) -> Iterator[Reason]:
    """Why nothing may be taken to its limit; the most urgent first."""
    person = question.person
    if not person.cleared_for_maximal_effort:
        for flag, name in LIMITS.items():
            if flag in person.health_flags:
                yield MAXIMAL_WITH_FLAG(flag=name)
        if person.reproduction is Reproduction.PREGNANT:
            yield MAXIMAL_IN_PREGNANCY()
    if len(log.trained) < MAXIMAL_AFTER_SESSIONS:
        yield MAXIMAL_TOO_EARLY(most=MAXIMAL_AFTER_SESSIONS, sessions=len(log.trained))
