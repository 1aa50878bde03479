"""Which scheme moves an exercise on: by what it is loaded with and counted in.

The schemes and their parameters are those of `app.engine.progression.schemes`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.engine.plan.ladder import Exercises, rungs
from app.engine.plan.options import Option
from app.engine.plan.prescription import is_heavy_lift
from app.engine.plan.question import PlanExercise, PlanObjective, PlanQuestion, TrainingLevel
from app.engine.plan.week import MOST_SETS
from app.engine.progression.schemes import DOUBLE_PROGRESSION
from app.engine.records import LoadMode, Measure

Parameters = Mapping[str, object]
Telling = Callable[[Option, int, Exercises], Parameters]


def _ranged(option: Option, sets: int, _: Exercises) -> Parameters:
    low, high = option.dosage.low, option.dosage.high
    return {"sets": sets, "repetitions_low": low, "repetitions_high": high}


def _fixed(option: Option, sets: int, _: Exercises) -> Parameters:
    return {"sets": sets, "repetitions": option.dosage.high}


def _effort(option: Option, sets: int, _: Exercises) -> Parameters:
    reserve = option.dosage.reserve
    return {"sets": sets, "repetitions": option.dosage.high, "repetitions_in_reserve": reserve}


def _ladder(option: Option, sets: int, allowed: Exercises) -> Parameters:
    return {
        **_ranged(option, sets, allowed),
        "sets_most": max(sets, MOST_SETS),
        "variations": rungs(option.exercise, allowed),
        "variation": option.exercise.id,
    }


def _held(option: Option, sets: int, allowed: Exercises) -> Parameters:
    return {
        "sets": sets,
        "duration_s": float(option.dosage.low),
        "duration_s_most": float(option.dosage.high),
        "levels": rungs(option.exercise, allowed),
        "level": option.exercise.id,
        "pain_gate": "groin_pain" in option.exercise.contraindications,
    }


TELLING: Mapping[str, Telling] = MappingProxyType(
    {
        DOUBLE_PROGRESSION: _ranged,
        "linear": _fixed,
        "rir_target": _effort,
        "assistance_reduction": _ranged,
        "band_ladder": _ranged,
        "body_weight_ladder": _ladder,
        "timed_hold": _held,
    }
)
OF_EQUIPMENT: Mapping[str, str] = MappingProxyType(
    {"band": "band_ladder", "assisted_machine": "assistance_reduction"}
)


def scheme_of(one: PlanExercise, question: PlanQuestion) -> str:
    """The name of the scheme."""
    if one.measured_in is Measure.DURATION:
        return "timed_hold"
    if one.equipment_id in OF_EQUIPMENT:
        return OF_EQUIPMENT[one.equipment_id]
    if one.load_mode is not LoadMode.EXTERNAL:
        return "body_weight_ladder"
    return _of_lift(one, question)


def _of_lift(one: PlanExercise, question: PlanQuestion) -> str:
    """For strength: a step every session for novices, effort for those whose log shows it."""
    if question.objective is not PlanObjective.STRENGTH or not is_heavy_lift(one):
        return DOUBLE_PROGRESSION
    if question.level is TrainingLevel.NOVICE:
        return "linear"
    shown = question.level is TrainingLevel.ADVANCED and one.id in question.known
    return "rir_target" if shown else DOUBLE_PROGRESSION


def parameters_of(scheme: str, option: Option, sets: int, allowed: Exercises) -> Parameters:
    return MappingProxyType(dict(TELLING[scheme](option, sets, allowed)))
