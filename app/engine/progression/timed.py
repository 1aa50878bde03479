"""Sets in seconds or metres: what was done, and how far the next goal lies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.engine.answer import Basis, Reason, ReasonKind, Value
from app.engine.progression.action import Action
from app.engine.records import Measure, PerformedSet
from app.engine.training_log.judged import JudgedSession

GOAL_STARTS = ReasonKind(
    "goal_starts",
    "The first session of this scheme: {sets} x {goal}.",
    Basis.CONVENTION,
    "timed_convention",
)
GOAL_RISES = ReasonKind(
    "goal_rises",
    "Every one of {sets} sets made {before}: {goal} next.",
    Basis.CONVENTION,
    "timed_convention",
)
GOAL_STANDS = ReasonKind(
    "goal_stands",
    "Asked for: {sets} x {goal}; done: {done}. Repeat it.",
    Basis.CONVENTION,
    "timed_convention",
)
GOAL_FALLS = ReasonKind(
    "goal_falls",
    "Asked for: {sets} x {before}; done: {done}, number {failures} in a row: {goal} next.",
    Basis.CONVENTION,
    "timed_convention",
)

UNITS = {Measure.DURATION: "s", Measure.DISTANCE: "m"}


def amount(one: PerformedSet, measure: Measure) -> float:
    """Seconds or metres of a set; 0 where it has none."""
    return (one.duration_s if measure is Measure.DURATION else one.distance_m) or 0.0


def amounts(session: JudgedSession, measure: Measure) -> tuple[float, ...]:
    return tuple(amount(one, measure) for one in session.sets)


def text(value: float, measure: Measure) -> str:
    return f"{value:g} {UNITS[measure]}"


def listed(values: Sequence[float], measure: Measure) -> str:
    return f"{', '.join(f'{value:g}' for value in values)} {UNITS[measure]}"


@dataclass(frozen=True, slots=True)
class GoalState:
    """The goal of every set."""

    goal: float
    failures: int = 0
    action: Action = Action.START
    because: tuple[Reason, ...] = ()
    at_top: bool = False
    """The most was asked for, and made."""


@dataclass(frozen=True, slots=True)
class GoalRule:
    measure: Measure
    sets: int
    higher: Callable[[float], float]
    """The next goal; at the most the same."""
    lower: Callable[[float], float]
    failures: int
    action: Action


def after(state: GoalState, session: JudgedSession, rule: GoalRule) -> GoalState:
    """The next goal; progression reads what was done, so more than was asked for counts."""
    done = amounts(session, rule.measure)
    numbers: dict[str, Value] = {"sets": rule.sets, "done": listed(done, rule.measure)}
    reached = sorted(done, reverse=True)[rule.sets - 1] if len(done) >= rule.sets else 0.0
    if reached >= state.goal:
        goal = rule.higher(reached)
        if goal <= reached:
            return GoalState(goal, at_top=True, action=Action.HOLD)
        before = text(reached, rule.measure)
        rises = GOAL_RISES(sets=rule.sets, before=before, goal=text(goal, rule.measure))
        return GoalState(goal, action=rule.action, because=(rises,))
    failures = state.failures + 1
    goal = rule.lower(state.goal)
    if failures >= rule.failures and goal < state.goal:
        falls = GOAL_FALLS(
            **numbers,
            before=text(state.goal, rule.measure),
            failures=failures,
            goal=text(goal, rule.measure),
        )
        return GoalState(goal, action=Action.DELOAD, because=(falls,))
    stands = GOAL_STANDS(**numbers, goal=text(state.goal, rule.measure))
    return GoalState(state.goal, failures, Action.HOLD, (stands,))
