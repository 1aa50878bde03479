"""Exercises that may be chosen, with what the choice looks at worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.load.anatomy import DIRECT
from app.engine.plan.eligible import Eligible
from app.engine.plan.focus import Focus
from app.engine.plan.prescription import Dosage, dosage, is_heavy_lift
from app.engine.plan.question import PlanExercise, PlanObjective, PlanQuestion, TrainingLevel
from app.engine.records import LoadMode, Measure

WANTED_DIFFICULTY: Mapping[TrainingLevel, float] = MappingProxyType(
    {TrainingLevel.NOVICE: 0.3, TrainingLevel.INTERMEDIATE: 0.55, TrainingLevel.ADVANCED: 0.8}
)
UNLADDERED = 0.5
LEAST_TOP_FOR_SIZE = 8
PEAKING = 2.0
FAMILIAR = 1.8
OBSCURE, OBSCURE_BELOW = 1.2, 0.1
"""Against what hardly anybody knows."""
LOADED: Mapping[TrainingLevel, float] = MappingProxyType(
    {TrainingLevel.NOVICE: 0.4, TrainingLevel.INTERMEDIATE: 0.9, TrainingLevel.ADVANCED: 0.9}
)
"""For a load that goes up in small steps."""
FIXTURE, FIXTURE_OF_A_GYM = 2.0, 0.3
"""Against what needs a bar or a bench: at home, and where machines stand."""
GYM = frozenset({"machine", "plate_loaded", "cable", "assisted_machine"})
PER_MOVEMENT = 2
"""Of the exercises of one movement, which load the same muscles, the best few are looked at."""


@dataclass(frozen=True, slots=True)
class Option:
    exercise: PlanExercise
    dosage: Dosage
    groups: Mapping[str, float]
    """Share of a set by group, the largest of its muscles, and by what is in focus."""
    direct: frozenset[str]
    """Groups that it loads directly."""
    serves: frozenset[str]
    """Keys of the focuses that it trains."""
    merit: float
    """How well it suits, whatever it trains."""


def options(
    question: PlanQuestion, focus: tuple[Focus, ...], allowed: Eligible
) -> tuple[Option, ...]:
    """The best few of every movement, best first; what is preferred is always among them."""
    made = [option_of(one, question, focus, allowed) for one in allowed.exercises.values()]
    made.sort(key=lambda one: (-one.merit, one.exercise.id))
    seen: dict[str, int] = {}
    kept = []
    for one in made:
        movement = one.exercise.movement_id
        seen[movement] = seen.get(movement, 0) + 1
        if seen[movement] <= PER_MOVEMENT or one.exercise.id in question.preferred:
            kept.append(one)
    return tuple(kept)


def option_of(
    one: PlanExercise, question: PlanQuestion, focus: tuple[Focus, ...], allowed: Eligible
) -> Option:
    groups: dict[str, float] = {}
    for muscle, share in one.muscles.items():
        group = question.group_of(muscle)
        groups[group] = max(share, groups.get(group, 0.0))
    direct = frozenset(group for group, share in groups.items() if share >= DIRECT)
    groups |= {each.key: each.share(one) for each in focus if each.share(one) > 0.0}
    serves = frozenset(each.key for each in focus if each.serves(one))
    merit = _merit(one, question, allowed)
    return Option(one, dosage(one, question), groups, direct, serves, merit)


def _merit(one: PlanExercise, question: PlanQuestion, allowed: Eligible) -> float:
    """Ours: what is known and can be loaded in small steps comes first, what is awkward last."""
    place = allowed.difficulty.get(one.id, UNLADDERED)
    return (
        FAMILIAR * one.familiarity
        + (0.4 if one.id in question.known else 0.0)
        + (LOADED[question.level] if one.load_mode is LoadMode.EXTERNAL else 0.0)
        + (0.3 if _is_main_lift(one, question) else 0.0)
        + (0.2 if not one.isolation and not one.per_side else 0.0)
        - 0.5 * abs(place - WANTED_DIFFICULTY[question.level])
        - (OBSCURE if one.familiarity < OBSCURE_BELOW else 0.0)
        - (_fixture(question) if one.fixture else 0.0)
        - (PEAKING if _is_peaking(one, question) else 0.0)
    )


def in_a_gym(question: PlanQuestion) -> bool:
    """Whether there are machines, and so bars and benches too."""
    return not GYM.isdisjoint(question.equipment)


def _fixture(question: PlanQuestion) -> float:
    return FIXTURE_OF_A_GYM if in_a_gym(question) else FIXTURE


def _is_peaking(one: PlanExercise, question: PlanQuestion) -> bool:
    """A set of a few repetitions, where strength is not what is asked for."""
    return (
        one.measured_in is Measure.REPETITIONS
        and one.range_high < LEAST_TOP_FOR_SIZE
        and question.objective is not PlanObjective.STRENGTH
    )


def _is_main_lift(one: PlanExercise, question: PlanQuestion) -> bool:
    """For strength a bar, which goes up by small steps for years."""
    heavy = question.objective is PlanObjective.STRENGTH and is_heavy_lift(one)
    return heavy and one.equipment_id == "barbell"
