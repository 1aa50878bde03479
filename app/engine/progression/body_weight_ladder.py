"""Body weight: more repetitions, then more sets, then a harder variation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, Load, ranged, reached
from app.engine.progression.fold import counted, opening, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.progression.variation import EASIER, HARDER, MOVE_ON, TOP_OF_LADDER, easier, harder
from app.engine.training_log.judged import JudgedSession

SET_ADDED = ReasonKind(
    "ladder_set_added",
    "Every set made {repetitions}: one more set, {sets}, from {low}.",
    Basis.CONVENTION,
    "ladder_convention",
)
GOES_ON = ReasonKind(
    "ladder_goes_on",
    "{done}; every one of {sets} sets is to make {high}: aim at {target}.",
    Basis.CONVENTION,
    "ladder_convention",
)
LADDER_STARTS = ReasonKind(
    "ladder_starts",
    "The first session of this variation: {sets} sets from {low} repetitions.",
    Basis.CONVENTION,
    "ladder_convention",
)


@dataclass(frozen=True, slots=True)
class BodyWeightLadderParameters:
    """Three sets from five to eight repetitions, then the next variation."""

    sets: int = parameter(3, "Sets to begin with.", low=1, high=10)
    sets_most: int = parameter(3, "Sets after which the variation changes.", low=1, high=10)
    repetitions_low: int = parameter(5, "Bottom of the range.", low=1, high=100)
    repetitions_high: int = parameter(8, "What every set has to make.", low=1, high=100)
    failures: int = parameter(
        3, "Sessions in a row below the range before an easier variation.", low=1, high=10
    )
    variations: tuple[str, ...] = parameter(
        (), "The ladder, from the easiest variation to the hardest, by names of your own or slugs."
    )
    variation: str | None = parameter(None, "Which of them this exercise is.")

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.repetitions_low > self.repetitions_high:
            raise ValueError("repetitions_low must not be above repetitions_high")
        if self.sets > self.sets_most:
            raise ValueError("sets must not be above sets_most")


@dataclass(frozen=True, slots=True)
class LadderState:
    sets: int
    target: int
    failures: int = 0
    action: Action = Action.START
    because: tuple[Reason, ...] = ()
    variation: str | None = None


def body_weight_ladder(
    sessions: Sequence[JudgedSession], parameters: BodyWeightLadderParameters, setting: Setting
) -> Demand | None:
    """The demand after the log. What hangs on the body stays as it was done last."""
    low, high = parameters.repetitions_low, parameters.repetitions_high
    starts = LADDER_STARTS(sets=parameters.sets, low=low)
    step = partial(_after, parameters=parameters)
    first = LadderState(parameters.sets, low, because=(starts,))
    begun = opening(sessions, first, step, _forgiven, setting)
    state = walk(counted(sessions, setting), begun, step, _forgiven)
    last_kg = sessions[-1].load_kg if sessions else 0.0
    one = ranged(Load(last_kg, last_kg), low, high, state.target)
    return Demand(state.action, (one,) * state.sets, state.because, variation=state.variation)


def _forgiven(state: LadderState) -> LadderState:
    return replace(state, failures=0)


def _after(
    state: LadderState, session: JudgedSession, parameters: BodyWeightLadderParameters
) -> LadderState:
    low, high = parameters.repetitions_low, parameters.repetitions_high
    done = said.listed(session.repetitions)
    if reached((high,) * state.sets, session.repetitions):
        return _harder(state, done, parameters)
    fewest = min(session.repetitions)
    failures = state.failures + 1 if fewest < low else 0
    variation = easier(parameters.variations, parameters.variation)
    if failures >= parameters.failures and variation is not None:
        why = EASIER(done=done, failures=failures, variation=variation)
        return _changed(why, variation, parameters)
    target = min(max(fewest + 1, low), high)
    on = GOES_ON(done=done, sets=state.sets, high=high, target=target)
    action = Action.HOLD if failures else Action.INCREASE_REPETITIONS
    return LadderState(state.sets, target, failures, action, (on,))


def _harder(state: LadderState, done: str, parameters: BodyWeightLadderParameters) -> LadderState:
    low, high = parameters.repetitions_low, parameters.repetitions_high
    if state.sets < parameters.sets_most:
        added = SET_ADDED(repetitions=high, sets=state.sets + 1, low=low)
        return LadderState(state.sets + 1, low, action=Action.ADD_SET, because=(added,))
    variation = harder(parameters.variations, parameters.variation)
    if variation is None:
        why = TOP_OF_LADDER(done=done)
        return LadderState(state.sets, high, action=Action.HOLD, because=(why,))
    why = HARDER(done=done, variation=variation)
    return _changed(why, variation, parameters)


def _changed(why: Reason, variation: str, parameters: BodyWeightLadderParameters) -> LadderState:
    because = (why, MOVE_ON(variation=variation))
    low, action = parameters.repetitions_low, Action.CHANGE_VARIATION
    return LadderState(parameters.sets, low, 0, action, because, variation)
