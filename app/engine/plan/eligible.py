"""Which exercises may stand in a plan at all, and by which constraint the others may not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.load.check_ins import PAIN_LIMIT
from app.engine.plan.ladder import difficulty
from app.engine.plan.plan import PlanConstraint
from app.engine.plan.prescription import FEW_REPETITIONS
from app.engine.plan.question import (
    Pain,
    PlanExercise,
    PlanObjective,
    PlanQuestion,
    TrainingLevel,
)
from app.engine.records import LoadMode, Measure

BODY_ONLY = frozenset({"body_weight", "none"})
"""Equipment that everybody has."""
NO_SETS = frozenset({"locomotion", "jump", "weightlifting", "carry"})
"""Patterns that are no sets of a muscle, or are learnt from a person: not planned here."""
HARDEST: Mapping[TrainingLevel, float] = MappingProxyType(
    {TrainingLevel.NOVICE: 0.5, TrainingLevel.INTERMEDIATE: 0.8, TrainingLevel.ADVANCED: 1.0}
)
"""Place on its ladder up to which an exercise without external load is given. A convention."""
LEAST_REPETITIONS: Mapping[TrainingLevel, int] = MappingProxyType(
    {TrainingLevel.NOVICE: 6, TrainingLevel.INTERMEDIATE: 3, TrainingLevel.ADVANCED: 3}
)
"""Where the customary range of such an exercise begins lower, it is too hard for the level."""


@dataclass(frozen=True, slots=True)
class Eligible:
    exercises: Mapping[str, PlanExercise]
    difficulty: Mapping[str, float]
    barred: Mapping[str, frozenset[PlanConstraint]]
    """Of the others, by which constraints; those that are never planned are not here."""
    eased: Mapping[str, Pain]
    """Exercises that stand in for harder rungs because an area hurts a little."""

    def barring(
        self, wanted: Callable[[PlanExercise], bool], of: PlanQuestion
    ) -> set[PlanConstraint]:
        """The constraints that keep such exercises out where only one does, else all of them."""
        reasons = [why for id_, why in self.barred.items() if wanted(of.exercises[id_])]
        single = {one for why in reasons if len(why) == 1 for one in why}
        return single or {one for why in reasons for one in why}


def eligible(question: PlanQuestion) -> Eligible:
    """The exercises that every plan of this question may use."""
    hard = difficulty(question.exercises)
    barred: dict[str, frozenset[PlanConstraint]] = {}
    allowed: dict[str, PlanExercise] = {}
    for id_, one in question.exercises.items():
        if never_planned(one, question):
            continue
        why = frozenset(name for name, rule in RULES.items() if rule(one, question, hard))
        if why:
            barred[id_] = why
        else:
            allowed[id_] = one
    eased = _eased(allowed, question)
    kept = {id_: one for id_, one in allowed.items() if id_ not in eased}
    stand_in = {
        easier: pain
        for id_, pain in eased.items()
        for easier in question.exercises[id_].regressions
    }
    barred |= {id_: frozenset({PlanConstraint.PAIN}) for id_ in eased}
    return Eligible(kept, hard, barred, {id_: p for id_, p in stand_in.items() if id_ in kept})


def never_planned(one: PlanExercise, question: PlanQuestion) -> bool:
    """Whether no plan of this question has it, and nothing that was told changes that."""
    no_sets = one.pattern in NO_SETS or one.measured_in is Measure.DISTANCE or not one.muscles
    return no_sets or _only_heavy(one, question)


def _only_heavy(one: PlanExercise, question: PlanQuestion) -> bool:
    """A lift of few repetitions, which nobody should do in long sets with short rests."""
    few = one.measured_in is Measure.REPETITIONS and one.range_high <= FEW_REPETITIONS
    long_sets = question.objective is PlanObjective.ENDURANCE
    return few and long_sets and one.id not in question.preferred


def _unequipped(one: PlanExercise, question: PlanQuestion, _: Mapping[str, float]) -> bool:
    return one.equipment_id not in BODY_ONLY and one.equipment_id not in question.equipment


def _excluded(one: PlanExercise, question: PlanQuestion, _: Mapping[str, float]) -> bool:
    return one.id in question.excluded


def _contraindicated(one: PlanExercise, question: PlanQuestion, _: Mapping[str, float]) -> bool:
    return not one.contraindications.isdisjoint(question.contraindications)


def _painful(one: PlanExercise, question: PlanQuestion, _: Mapping[str, float]) -> bool:
    """Whether it loads, by any share, an area that hurts too much."""
    return any(loads(one, pain) for pain in question.pain if pain.value_0_to_10 > PAIN_LIMIT)


def loads(one: PlanExercise, pain: Pain) -> bool:
    hurt = not pain.muscles.isdisjoint(one.muscles)
    return hurt or not pain.contraindications.isdisjoint(one.contraindications)


def _too_hard(one: PlanExercise, question: PlanQuestion, hard: Mapping[str, float]) -> bool:
    """Only of what cannot be made lighter, and never of what is known or asked for."""
    if one.load_mode is LoadMode.EXTERNAL or one.id in (*question.known, *question.preferred):
        return False
    steep = hard.get(one.id, 0.0) > HARDEST[question.level]
    few = one.measured_in is Measure.REPETITIONS
    return steep or (few and one.range_low < LEAST_REPETITIONS[question.level])


Rule = Callable[[PlanExercise, PlanQuestion, Mapping[str, float]], bool]
RULES: Mapping[PlanConstraint, Rule] = MappingProxyType(
    {
        PlanConstraint.EQUIPMENT: _unequipped,
        PlanConstraint.EXCLUDED: _excluded,
        PlanConstraint.CONTRAINDICATIONS: _contraindicated,
        PlanConstraint.PAIN: _painful,
        PlanConstraint.LEVEL: _too_hard,
    }
)


def _eased(allowed: Mapping[str, PlanExercise], question: PlanQuestion) -> dict[str, Pain]:
    """Exercises that load an area which hurts a little and have an easier rung that is allowed.

    What is preferred stays: up to the limit it is for the person to say.
    """
    bearable = [pain for pain in question.pain if 0.0 < pain.value_0_to_10 <= PAIN_LIMIT]
    return {
        id_: pain
        for pain in bearable
        for id_, one in allowed.items()
        if id_ not in question.preferred
        and loads(one, pain)
        and any(rung in allowed for rung in one.regressions)
    }
