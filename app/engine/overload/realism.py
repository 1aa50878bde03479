"""What the rule asks for, held against what this lifter could do: targets, effort, warnings."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.overload.predictions import Prediction
from app.engine.overload.question import ExerciseQuestion
from app.engine.progression.action import Action
from app.engine.progression.double.reasons import counted
from app.engine.progression.double.state import Parameters, State
from app.engine.training_log.judged import JudgedSession

IN_REACH = 0.5
"""Least chance of a target that nobody set; so likely as not, on the first set."""

OUT_OF_REACH_BELOW = 0.25
"""Below this chance a target is warned of, whoever set it. Both shares are conventions."""

TARGET_LOWERED = ReasonKind(
    "target_lowered",
    "The rule's target of {rule} has a chance of {percent} on the first set: aim at {target} this "
    "time.",
    Basis.CONVENTION,
    "realistic_target_convention",
)
TARGET_AS_DONE = ReasonKind(
    "target_as_done",
    "The rule's target of {rule} has a chance of {percent} on the first set: aim at {target}, as "
    "done last, until more is likely.",
    Basis.CONVENTION,
    "realistic_target_convention",
)
OUT_OF_REACH = ReasonKind(
    "out_of_reach",
    "The chance that the first set reaches {reached} at {load} is {percent}: stop where the "
    "movement is no longer clean, or take less.",
    Basis.CONVENTION,
    "realistic_target_convention",
)
CHANCE_LIMIT = ReasonKind(
    "chance_limit",
    "The target is {target}; chances are given up to {repetitions_most} repetitions.",
    Basis.CONVENTION,
)
LEAST_RESERVE = 1
"""Repetitions; the last one costs recovery and gains little (Refalo 2023)."""

RESERVE_DEFAULT = ReasonKind(
    "reserve_default",
    "No effort is set: stop with about {left} in reserve.",
    Basis.CONVENTION,
    "refalo_2023",
)
RESERVE_FROM_CAPACITY = ReasonKind(
    "reserve_from_capacity",
    "No effort is set, and you could do about {capacity:.0f} in one set: stop with about {left} in "
    "reserve, even if that is short of {target}.",
    Basis.CONVENTION,
    "refalo_2023",
)
RESERVE_OUT_OF_REACH = ReasonKind(
    "reserve_out_of_reach",
    "{target} with {reserve:g} in reserve ask for more than the {capacity:.0f} that you could "
    "likely do in one set: stop short of the target, or leave less.",
    Basis.CONVENTION,
    "realistic_target_convention",
)


def within_reach(
    state: State, last: JudgedSession, parameters: Parameters, prediction: Prediction
) -> State:
    """The state with a target that is as likely as not, or no more than was done last.

    A range that was set keeps its target: it is warned of.
    """
    target = state.repetitions_target
    if parameters.explicit or _likely(prediction, target):
        return state
    done = min(_counted(last, state))
    least = min(target, done)
    fewer = range(target - 1, least, -1)
    target = next((k for k in fewer if _likely(prediction, k)), least)
    if target == state.repetitions_target:
        return state
    held = state.action is Action.INCREASE_REPETITIONS and target == done
    kind = TARGET_AS_DONE if held or target == done else TARGET_LOWERED
    chance = prediction.at_most(state.repetitions_target)
    why = kind(
        rule=state.repetitions_target, target=target, percent=_percent(chance), chance=chance or 0.0
    )
    return replace(
        state,
        action=Action.HOLD if held else state.action,
        repetitions_target=target,
        because=(*state.because, why),
    )


def reserve(question: ExerciseQuestion, state: State, prediction: Prediction) -> float:
    """Repetitions to leave undone: as asked, else as usual if the capacity leaves it, but one.

    Failure is never the advice where nobody asked for it.
    """
    asked = question.targets.repetitions_in_reserve
    if asked is not None:
        return asked
    usual, left = question.defaults.repetitions_in_reserve, _left(state, prediction)
    return usual if left is None else min(usual, max(LEAST_RESERVE, floor(left)))


def reserve_reason(
    question: ExerciseQuestion, state: State, prediction: Prediction
) -> Reason | None:
    if question.targets.repetitions_in_reserve is not None:
        return None
    left = reserve(question, state, prediction)
    if prediction.at_load is None or left == question.defaults.repetitions_in_reserve:
        return RESERVE_DEFAULT(repetitions_in_reserve=left, left=counted(left, "repetition"))
    return RESERVE_FROM_CAPACITY(
        repetitions_in_reserve=left,
        left=counted(left, "repetition"),
        target=state.repetitions_target,
        capacity=prediction.at_load.capacity.value,
    )


def chance_limit(state: State, prediction: Prediction) -> Reason | None:
    """Where a chance is missing only because the target is beyond what is modelled."""
    if prediction.at_load is None or prediction.chance(state.repetitions_target) is not None:
        return None
    return CHANCE_LIMIT(
        target=state.repetitions_target, repetitions_most=len(prediction.at_load.chance)
    )


def doubts(
    question: ExerciseQuestion, state: State, parameters: Parameters, prediction: Prediction
) -> Iterator[Reason]:
    """Warnings of a target or an effort that the lifter's capacity does not hold."""
    target, chance = state.repetitions_target, prediction.at_most(state.repetitions_target)
    if chance is not None and chance < OUT_OF_REACH_BELOW:
        yield OUT_OF_REACH(
            reached=counted(target, "repetition"),
            repetitions=target,
            load=parameters.text(state.load_kg),
            percent=_percent(chance),
            chance=chance,
        )
    asked, left = question.targets.repetitions_in_reserve, _left(state, prediction)
    if asked is not None and left is not None and asked > max(0.0, left):
        yield RESERVE_OUT_OF_REACH(
            target=counted(target, "repetition"),
            repetitions=target,
            reserve=asked,
            capacity=target + left,
        )


def _likely(prediction: Prediction, repetitions: int) -> bool:
    """Not known to be less likely than not."""
    chance = prediction.at_most(repetitions)
    return chance is None or chance >= IN_REACH


def _counted(last: JudgedSession, state: State) -> list[int]:
    return sorted(last.repetitions, reverse=True)[: state.sets]


def _left(state: State, prediction: Prediction) -> float | None:
    """Repetitions that the capacity leaves at the target; negative where it falls short."""
    if prediction.at_load is None:
        return None
    return prediction.at_load.capacity.value - state.repetitions_target


def _percent(chance: float | None) -> str:
    """`12 %`; a model knows no chance of nothing."""
    percent = 100 * (chance or 0.0)
    return "less than 1 %" if percent < 1 else f"{percent:.0f} %"
