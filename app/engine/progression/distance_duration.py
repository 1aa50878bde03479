"""Distance and duration: carries, runs and rides that become a little longer each time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, Load
from app.engine.progression.fold import counted, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.progression.timed import GOAL_STARTS, GoalRule, GoalState, after, amounts, text
from app.engine.records import Measure
from app.engine.training_log.judged import JudgedSession

AT_MOST = ReasonKind(
    "goal_at_most",
    "{goal} is the most that was asked for, and it was made: hold it, go faster, or add load.",
    Basis.CONVENTION,
    "timed_convention",
)


@dataclass(frozen=True, slots=True)
class DistanceDurationParameters:
    """A tenth more after every session that made the goal."""

    measured_in: Literal["duration", "distance"] = parameter(
        "duration", "Whether the goal is in seconds or in metres."
    )
    sets: int = parameter(1, "Sets.", low=1, high=20)
    goal: float | None = parameter(
        None, "To begin with [s or m]; null is the least that the first session did.", low=1
    )
    step_percent: float = parameter(10.0, "By how much the goal rises [%].", low=1, high=50)
    goal_most: float | None = parameter(
        None, "Where the goal stops [s or m]; null is nowhere.", low=1
    )
    failures: int = parameter(
        3, "Sessions in a row that miss the goal before it falls by as much.", low=1, high=10
    )

    def __post_init__(self) -> None:
        check_bounds(self)

    @property
    def measure(self) -> Measure:
        return Measure(self.measured_in)


def distance_duration(
    sessions: Sequence[JudgedSession], parameters: DistanceDurationParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no goal is given and no session says one."""
    judged = counted(sessions, setting)
    goal = parameters.goal or _least(judged or sessions[-1:], parameters.measure)
    if goal is None:
        return None
    starts = GOAL_STARTS(sets=parameters.sets, goal=text(goal, parameters.measure))
    state = walk(
        judged,
        GoalState(goal, because=(starts,)),
        lambda state, session: after(state, session, _rule(parameters)),
        lambda state: replace(state, failures=0),
    )
    because = state.because
    if state.at_top:
        because = (AT_MOST(goal=text(state.goal, parameters.measure)),)
    last_kg = sessions[-1].load_kg if sessions else 0.0
    load = Load(last_kg, last_kg) if last_kg else None
    one = _one(state.goal, load, parameters.measure)
    return Demand(state.action, (one,) * parameters.sets, because)


def _rule(parameters: DistanceDurationParameters) -> GoalRule:
    share = 1.0 + parameters.step_percent / 100.0

    def higher(goal: float) -> float:
        most = parameters.goal_most
        more = float(round(goal * share)) if goal * share >= goal + 1 else goal + 1.0
        return more if most is None else min(more, max(most, goal))

    return GoalRule(
        parameters.measure,
        parameters.sets,
        higher,
        lambda goal: max(1.0, float(round(goal / share))),
        parameters.failures,
        Action.INCREASE_DURATION
        if parameters.measure is Measure.DURATION
        else Action.INCREASE_DISTANCE,
    )


def _least(sessions: Sequence[JudgedSession], measure: Measure) -> float | None:
    done = [each for session in sessions[:1] for each in amounts(session, measure) if each > 0]
    return min(done, default=None)


def _one(goal: float, load: Load | None, measure: Measure) -> DemandedSet:
    if measure is Measure.DURATION:
        return DemandedSet(load, duration_s=goal)
    return DemandedSet(load, distance_m=goal)
