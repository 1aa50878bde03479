"""Pyramids for which nobody set a scheme: each set goes on by itself, and the shape is kept."""

from dataclasses import replace

from app.engine.answer import Basis, ReasonKind
from app.engine.equipment.same_load import same_load
from app.engine.overload.question import ExerciseQuestion
from app.engine.progression.per_set import PerSetParameters
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.records import Measure
from app.engine.training_log.faults import load_of
from app.engine.training_log.judged import JudgedSession, Log

PER_SET = "per_set"
WORK_SHARE = 0.7
"""Of all that is lifted in the top set: sets this heavy are work, lighter ones may warm up."""
LOADS = 3
SESSIONS = 2
"""A single one may have been a search for the right load. All three are conventions."""

PYRAMID_KEPT = ReasonKind(
    "pyramid_kept",
    "No scheme is set and the last sessions each went over {loads} loads: every set goes on by "
    "itself.",
    Basis.CONVENTION,
    "reverse_pyramid_convention",
)


def shaped_as_logged(question: ExerciseQuestion, log: Log, body_kg: float) -> ExerciseQuestion:
    """The question set by set, where the last sessions were pyramids; as it was where a scheme, a
    range or a number of sets was asked for. `body_kg` is the body's part of what is lifted."""
    told = question.targets
    asked = (told.repetitions_low, told.repetitions_high, told.sets, told.sets_max)
    plain = question.scheme == DOUBLE_PROGRESSION and question.measure is Measure.REPETITIONS
    last = log.judged[-SESSIONS:]
    if not plain or any(one is not None for one in asked) or len(last) < SESSIONS:
        return question
    if not all(_is_pyramid(one, body_kg) for one in last):
        return question
    return replace(question, scheme=PER_SET, scheme_parameters=PerSetParameters())


def loads_of(session: JudgedSession) -> list[float]:
    """The different loads of a session, in order."""
    loads: list[float] = []
    for one in session.sets:
        if not any(same_load(load_of(one), each) for each in loads):
            loads.append(load_of(one))
    return loads


def _is_pyramid(session: JudgedSession, body_kg: float) -> bool:
    """Three loads and more that rise or fall from set to set, none so light as a warm-up."""
    done = [load_of(one) for one in session.sets]
    least_kg = WORK_SHARE * (body_kg + session.load_kg)
    steady = done in (sorted(done), sorted(done, reverse=True))
    return steady and len(loads_of(session)) >= LOADS and body_kg + min(done) >= least_kg
