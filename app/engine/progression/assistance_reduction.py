"""Assistance: a little less of it after every success, until the body is lifted alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, Load, ranged
from app.engine.progression.load_rule import LoadRule, LoadState, progressed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

UNASSISTED = ReasonKind(
    "unassisted",
    "The next step leaves no assistance: the body is lifted alone from here.",
    Basis.CONVENTION,
    "ladder_convention",
)


@dataclass(frozen=True, slots=True)
class AssistanceReductionParameters:
    """Three sets from five to eight repetitions at each level of assistance."""

    sets: int = parameter(3, "Sets.", low=1, high=10)
    repetitions_low: int = parameter(5, "Bottom of the range.", low=1, high=50)
    repetitions_high: int = parameter(
        8, "What every set has to make before assistance is taken away.", low=1, high=50
    )
    failures: int = parameter(
        3, "Sessions in a row without a gain before more assistance is given.", low=1, high=10
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.repetitions_low > self.repetitions_high:
            raise ValueError("repetitions_low must not be above repetitions_high")


def assistance_reduction(
    sessions: Sequence[JudgedSession], parameters: AssistanceReductionParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; loads are negative. None where no assistance is known."""
    rule = LoadRule(
        (parameters.repetitions_high,) * parameters.sets,
        parameters.failures,
        step_back=0.1,
        forgives_gains=True,
    )
    state = progressed(sessions, lambda _state: rule, setting)
    if state is None:
        return None
    state = _alone(state)
    low, high = parameters.repetitions_low, parameters.repetitions_high
    done = 0 if state.best is None else state.best // parameters.sets
    target = low if state.best is None else min(max(done + 1, low), high)
    one = ranged(state.load, low, high, target)
    return Demand(state.action, (one,) * parameters.sets, state.because)


def _alone(state: LoadState) -> LoadState:
    """A step never goes from assistance to added load."""
    before_alone = state.load.load_kg < 0 or state.action is not Action.INCREASE_LOAD
    if before_alone:
        return state
    return replace(state, load=Load(0.0, 0.0), because=(*state.because, UNASSISTED()))
