"""How an exercise is done: range, effort, tempo, rest, and the time that a set takes.

The seconds of a set are those at the top of the range, of both sides where there are two, so that
a session is never longer than it says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.answer import Basis, ReasonKind
from app.engine.plan.question import PlanExercise, PlanObjective, PlanQuestion, TrainingLevel
from app.engine.progression.double.levers import USUAL_TEMPO
from app.engine.records import LoadMode, Measure, Tempo
from app.engine.training_log.judged import duration_s

SIDE_CHANGE_S = 10.0
WARM_UP_S = 300.0
WARM_UP_SHARE = 0.2
"""Of the session at most: a short session has a short warm-up."""
RESERVE_FIRST: Mapping[TrainingLevel, float] = MappingProxyType(
    {TrainingLevel.NOVICE: 3.0, TrainingLevel.INTERMEDIATE: 3.0, TrainingLevel.ADVANCED: 2.0}
)
RESERVE_LAST: Mapping[TrainingLevel, float] = MappingProxyType(
    {TrainingLevel.NOVICE: 2.0, TrainingLevel.INTERMEDIATE: 1.0, TrainingLevel.ADVANCED: 1.0}
)
"""Repetitions in reserve in the first and in the last week before a deload; never to failure."""
STRENGTH_RANGE: Mapping[TrainingLevel, tuple[int, int]] = MappingProxyType(
    {
        TrainingLevel.NOVICE: (5, 5),
        TrainingLevel.INTERMEDIATE: (3, 6),
        TrainingLevel.ADVANCED: (3, 5),
    }
)
HEAVY_PATTERNS = frozenset(
    {"squat", "hinge", "hip_extension", "horizontal_push", "vertical_push"}
    | {"horizontal_pull", "vertical_pull"}
)
HEAVY_FROM = 8
"""Customary repetitions from which on nobody lifts it heavy. Both are conventions."""
FEW_REPETITIONS = 8
"""A customary range that ends here is of heavy sets."""
HEAVY_REST_S = 180.0
ENDURANCE_RANGE = (15, 25)
ENDURANCE_REST_S = 60.0

TIME_TAKEN = ReasonKind(
    "session_time",
    "Counted are {warm_up_min:g} min of warm-up, and each set at the top of its range and tempo, "
    "on both sides where there are two, with its rest.",
    Basis.CONVENTION,
    "plan_time_convention",
)
RANGE_OF_SIZE = ReasonKind(
    "customary_range",
    "{low} to {high} {unit} with {reserve:g} in reserve: the customary range of the exercise; for "
    "size loads from light to heavy do alike near failure.",
    Basis.CONVENTION,
    "repetition_range_convention",
)
RANGE_OF_STRENGTH = ReasonKind(
    "heavy_range",
    "{low} to {high} repetitions with three minutes of rest: heavy sets bring most strength.",
    Basis.CONVENTION,
    "acsm_2009_loading",
)
RANGE_OF_ENDURANCE = ReasonKind(
    "light_range",
    "{low} to {high} repetitions with a minute of rest: long sets train endurance of the muscle.",
    Basis.CONVENTION,
    "acsm_2009_loading",
)


@dataclass(frozen=True, slots=True)
class Dosage:
    """One exercise as it is to be done, whatever its number of sets."""

    low: int
    high: int
    reserve: float
    tempo: Tempo | None
    rest_s: float
    set_s: float
    """Seconds that one set works."""
    why: ReasonKind

    def duration_s(self, sets: int) -> float:
        return sets * (self.set_s + self.rest_s)


def warm_up_s(minutes: float) -> float:
    """Seconds of a session before the first working set."""
    return min(WARM_UP_S, WARM_UP_SHARE * 60.0 * minutes)


def is_heavy_lift(one: PlanExercise) -> bool:
    """Whether strength is trained on it: a large lift on both sides, with a load of its own."""
    counted = one.measured_in is Measure.REPETITIONS and one.range_low <= HEAVY_FROM
    loaded = one.load_mode is LoadMode.EXTERNAL and one.pattern in HEAVY_PATTERNS
    return counted and loaded and not one.isolation and not one.per_side


def dosage(one: PlanExercise, question: PlanQuestion) -> Dosage:
    """Range and rest by what the sets are to bring; holds and bands keep their own."""
    counted = one.measured_in is Measure.REPETITIONS
    low, high, rest_s, why = one.range_low, one.range_high, one.rest_s, RANGE_OF_SIZE
    if question.objective is PlanObjective.STRENGTH and is_heavy_lift(one):
        low, high = STRENGTH_RANGE[question.level]
        rest_s, why = max(rest_s, HEAVY_REST_S), RANGE_OF_STRENGTH
    elif question.objective is PlanObjective.ENDURANCE and counted and high > FEW_REPETITIONS:
        low, high = (
            max(usual, end) for usual, end in zip((low, high), ENDURANCE_RANGE, strict=True)
        )
        rest_s, why = min(rest_s, ENDURANCE_REST_S), RANGE_OF_ENDURANCE
    tempo = one.tempo if counted else None
    once = high * duration_s(tempo or USUAL_TEMPO) if counted else float(high)
    set_s = 2.0 * once + SIDE_CHANGE_S if one.per_side else once
    return Dosage(low, high, RESERVE_FIRST[question.level], tempo, rest_s, set_s, why)
