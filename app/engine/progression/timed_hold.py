"""Holds in seconds: a little longer each session, then the next level, if it does not hurt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet
from app.engine.progression.fold import counted, opening, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.progression.timed import GOAL_STARTS, GoalRule, GoalState, after, forgiven, text
from app.engine.progression.variation import HARDER, MOVE_ON, TOP_OF_LADDER, easier, harder
from app.engine.records import Measure
from app.engine.training_log.judged import JudgedSession

MEASURE = Measure.DURATION

PAIN_GATE = ReasonKind(
    "pain_gate",
    "The next level would be {variation}. It waits for a pain of {most} of 10 or less in the area "
    "trained; say how much there is.",
    Basis.CONVENTION,
    "knee_control_2022",
)
PAIN_EASIER = ReasonKind(
    "pain_easier",
    "Pain of {pain_0_to_10:g} of 10 is above {most}: an easier level, {variation}.",
    Basis.CONVENTION,
    "knee_control_2022",
)


@dataclass(frozen=True, slots=True)
class TimedHoldParameters:
    """Five seconds more each session, up to thirty, then the next level."""

    sets: int = parameter(3, "Holds (on each side, where the exercise has sides).", low=1, high=10)
    duration_s: float = parameter(10.0, "Hold to begin with [s].", low=1, high=600)
    step_s: float = parameter(5.0, "By how much a hold becomes longer [s].", low=1, high=120)
    duration_s_most: float = parameter(
        30.0, "Hold after which the level changes [s].", low=1, high=3600
    )
    failures: int = parameter(
        3, "Sessions in a row that miss the goal before it falls by a step.", low=1, high=10
    )
    levels: tuple[str, ...] = parameter(
        (), "The ladder, from the easiest level to the hardest, by names of your own or slugs."
    )
    level: str | None = parameter(None, "Which of them this exercise is.")
    pain_gate: bool = parameter(
        False,
        "Whether the next level waits until pain is told to be low, as in adductor programmes.",
        source="knee_control_2022",
    )
    pain_most: int = parameter(
        3, "Pain of 10 with which a level may change.", low=0, high=4, source="knee_control_2022"
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.duration_s > self.duration_s_most:
            raise ValueError("duration_s must not be above duration_s_most")


def timed_hold(
    sessions: Sequence[JudgedSession], parameters: TimedHoldParameters, setting: Setting
) -> Demand | None:
    """The demand after the log."""
    rule = GoalRule(
        MEASURE,
        parameters.sets,
        lambda goal: min(goal + parameters.step_s, parameters.duration_s_most),
        lambda goal: max(goal - parameters.step_s, parameters.duration_s),
        parameters.failures,
        Action.INCREASE_DURATION,
    )
    starts = GOAL_STARTS(sets=parameters.sets, goal=text(parameters.duration_s, MEASURE))
    first = GoalState(parameters.duration_s, because=(starts,))
    begun = opening(sessions, first, partial(after, rule=rule), forgiven, setting)
    state = walk(counted(sessions, setting), begun, partial(after, rule=rule), forgiven)
    demand = _demand(state, parameters)
    return _gated(_next_level(demand, parameters) if state.at_top else demand, parameters, setting)


def _demand(state: GoalState, parameters: TimedHoldParameters) -> Demand:
    one = DemandedSet(duration_s=state.goal)
    return Demand(state.action, (one,) * parameters.sets, state.because)


def _next_level(demand: Demand, parameters: TimedHoldParameters) -> Demand:
    done = f"{parameters.sets} x {text(parameters.duration_s_most, MEASURE)}"
    level = harder(parameters.levels, parameters.level)
    if level is None:
        return replace(demand, because=(TOP_OF_LADDER(done=done),))
    why = HARDER(done=done, variation=level)
    first = DemandedSet(duration_s=parameters.duration_s)
    because = (why, MOVE_ON(variation=level))
    return Demand(Action.CHANGE_VARIATION, (first,) * parameters.sets, because, variation=level)


def _gated(demand: Demand, parameters: TimedHoldParameters, setting: Setting) -> Demand:
    """Pain above the limit makes it easier; a level changes only where pain is known to be low."""
    if not parameters.pain_gate:
        return demand
    pain, most = setting.pain_0_to_10, parameters.pain_most
    if pain is not None and pain > most:
        level = easier(parameters.levels, parameters.level)
        named = level or parameters.level or "this one, held for less"
        why = PAIN_EASIER(pain_0_to_10=pain, most=most, variation=named)
        first = DemandedSet(duration_s=parameters.duration_s)
        sets = (first,) * parameters.sets
        if level is None:
            return Demand(Action.DELOAD, sets, (why,))
        because = (why, MOVE_ON(variation=level))
        return Demand(Action.CHANGE_VARIATION, sets, because, variation=level)
    if pain is not None or demand.action is not Action.CHANGE_VARIATION:
        return demand
    waits = PAIN_GATE(variation=demand.variation or "", most=most)
    longest = DemandedSet(duration_s=parameters.duration_s_most)
    return Demand(Action.HOLD, (longest,) * parameters.sets, (waits,))
