"""What a goal says beside its plan: training, eating, habits; less where health forbids."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.catalogue.plan_goals import EnergyAim, PlanGoal, Statement
from app.engine.answer import Reason
from app.engine.energy.target.refusals import HEALTH_FLAG, OF_TRAINING_ONLY
from app.engine.records import HealthFlag

ENDURANCE = "cardio"
"""The statement that goes with walking, running and cycling."""


@dataclass(frozen=True, slots=True)
class GoalWords:
    training: tuple[Reason, ...]
    nutrition: tuple[Reason, ...]
    habits: tuple[Reason, ...]
    energy: EnergyAim | None
    """None where there is no goal, or where a clinician sets the intake."""


def words_of(goal: PlanGoal | None, flags: frozenset[HealthFlag], *, trains: bool) -> GoalWords:
    """`trains`: there is a plan. Without one nothing is said of training and endurance."""
    set_elsewhere = sorted(flags - OF_TRAINING_ONLY)
    why = tuple(HEALTH_FLAG(flag=one.value.replace("_", " ")) for one in set_elsewhere)
    if goal is None:
        return GoalWords((), why, (), None)
    return GoalWords(
        training=_said(goal.training) if trains else (),
        nutrition=(*why, *_said(goal.nutrition, of_intake=not why, endurance=trains)),
        habits=_said(goal.habits, of_intake=not why),
        energy=None if why else goal.energy,
    )


def _said(
    said: Iterable[Statement], *, of_intake: bool = True, endurance: bool = True
) -> tuple[Reason, ...]:
    wanted = (one for one in said if of_intake or not one.of_intake)
    return tuple(one.reason() for one in wanted if endurance or one.id != ENDURANCE)
