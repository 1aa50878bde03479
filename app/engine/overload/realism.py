"""What the rule asks for, held against what this lifter could do: targets, effort, warnings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import floor

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.overload.predictions import Prediction
from app.engine.overload.question import ExerciseQuestion
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, load_kg
from app.engine.progression.double.reasons import counted
from app.engine.progression.setting import Setting
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
    "The chance of {reached} at {load} is {percent}: stop where the movement is no longer clean, "
    "or take less.",
    Basis.CONVENTION,
    "realistic_target_convention",
)
CHANCE_LIMIT = ReasonKind(
    "chance_limit",
    "The target is {target}; chances are given up to {repetitions_most} repetitions.",
    Basis.CONVENTION,
)
LATE_SETS_FROM = 5
LATE_SETS = ReasonKind(
    "late_sets",
    "From set {number} on the chances rest on few logs, and those said too much.",
    Basis.EVIDENCE,
    "house_backtest",
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
RESERVE_OF_WEEK = ReasonKind(
    "reserve_of_week",
    "Week {week} of the mesocycle: stop with about {left} in reserve.",
    Basis.CONVENTION,
    "mesocycle_convention",
)
RESERVE_OUT_OF_REACH = ReasonKind(
    "reserve_out_of_reach",
    "{target} with {reserve:g} in reserve ask for more than the {capacity:.0f} that you could "
    "likely do in one set: stop short of the target, or leave less.",
    Basis.CONVENTION,
    "realistic_target_convention",
)


def within_reach(
    demand: Demand, last: JudgedSession, setting: Setting, prediction: Prediction
) -> Demand:
    """The demand with a target that is as likely as not, or no more than was done last.

    What was set keeps its target: it is warned of.
    """
    rule = demand.top.repetitions_target
    if setting.explicit or rule is None or _likely(prediction, rule):
        return demand
    done = min(sorted(last.repetitions, reverse=True)[: len(demand.sets)])
    least = min(rule, done)
    target = next((k for k in range(rule - 1, least, -1) if _likely(prediction, k)), least)
    if target == rule:
        return demand
    held = demand.action is Action.INCREASE_REPETITIONS and target == done
    kind = TARGET_AS_DONE if held or target == done else TARGET_LOWERED
    chance = prediction.at_most(rule)
    why = kind(rule=rule, target=target, percent=_percent(chance), chance=chance or 0.0)
    return replace(
        demand,
        action=Action.HOLD if held else demand.action,
        sets=tuple(replace(one, repetitions_target=target) for one in demand.sets),
        because=(*demand.because, why),
    )


def reserve(
    question: ExerciseQuestion, one: DemandedSet, prediction: Prediction
) -> tuple[float, bool]:
    """Repetitions to leave undone, and whether somebody set that: the caller, the scheme or the
    week; else as usual if the capacity leaves it, but one.

    Failure is never the advice where nobody asked for it.
    """
    week = question.week.repetitions_in_reserve if question.week else None
    asked = (question.targets.repetitions_in_reserve, one.repetitions_in_reserve, week)
    told = next((each for each in asked if each is not None), None)
    if told is not None:
        return told, True
    usual, left = question.defaults.repetitions_in_reserve, _left(one, prediction)
    return (usual if left is None else min(usual, max(LEAST_RESERVE, floor(left)))), False


def reserve_reason(
    question: ExerciseQuestion, one: DemandedSet, prediction: Prediction
) -> Reason | None:
    left, told = reserve(question, one, prediction)
    if told:
        return _of_week(question, one)
    if one.repetitions_target is None:
        return None
    if prediction.at_load is None or left == question.defaults.repetitions_in_reserve:
        return RESERVE_DEFAULT(repetitions_in_reserve=left, left=counted(left, "repetition"))
    return RESERVE_FROM_CAPACITY(
        repetitions_in_reserve=left,
        left=counted(left, "repetition"),
        target=one.repetitions_target,
        capacity=prediction.at_load.capacity.value,
    )


def _of_week(question: ExerciseQuestion, one: DemandedSet) -> Reason | None:
    """Where the week says it and nobody nearer does; a deload has a reason of its own."""
    week, nearer = question.week, (question.targets, one)
    if week is None or week.is_deload:
        return None
    if any(each.repetitions_in_reserve is not None for each in nearer):
        return None
    left = week.repetitions_in_reserve
    return RESERVE_OF_WEEK(
        week=week.number, left=counted(left, "repetition"), repetitions_in_reserve=left
    )


def chance_limit(one: DemandedSet, prediction: Prediction) -> Reason | None:
    """Where a chance is missing only because the target is beyond what is modelled."""
    target = one.repetitions_target
    if prediction.at_load is None or target is None or prediction.chance(target) is not None:
        return None
    return CHANCE_LIMIT(target=target, repetitions_most=len(prediction.at_load.chance))


def late_sets(found: Sequence[Prediction]) -> Reason | None:
    """Where sets are planned of which the backtest holds little."""
    late = any(one.at_load is not None for one in found[LATE_SETS_FROM - 1 :])
    return LATE_SETS(number=LATE_SETS_FROM) if late else None


def doubts(
    question: ExerciseQuestion, one: DemandedSet, setting: Setting, prediction: Prediction
) -> Iterator[Reason]:
    """Warnings of a target or an effort that the lifter's capacity does not hold."""
    target = one.repetitions_target
    if target is None:
        return
    chance = prediction.at_most(target)
    if chance is not None and chance < OUT_OF_REACH_BELOW:
        yield OUT_OF_REACH(
            reached=counted(target, "repetition"),
            repetitions=target,
            load=setting.text(load_kg(one)),
            percent=_percent(chance),
            chance=chance,
        )
    asked, left = question.targets.repetitions_in_reserve, _left(one, prediction)
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


def _left(one: DemandedSet, prediction: Prediction) -> float | None:
    """Repetitions that the capacity leaves at the target; negative where it falls short."""
    if prediction.at_load is None or one.repetitions_target is None:
        return None
    return prediction.at_load.capacity.value - one.repetitions_target


def _percent(chance: float | None) -> str:
    """`12 %`; a model knows no chance of nothing."""
    percent = 100 * (chance or 0.0)
    return "less than 1 %" if percent < 1 else f"{percent:.0f} %"
