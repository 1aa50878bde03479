"""Linear progression: the same sets and repetitions, a little more load every session."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.demand import Demand, straight
from app.engine.progression.load_rule import LoadRule, LoadState, progressed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

FEWER_SETS = ReasonKind(
    "linear_fewer_sets",
    "The load stepped back {step_backs} times without getting past where it was stuck: {sets} sets "
    "from then on instead of {sets_before}.",
    Basis.CONVENTION,
    "stronglifts_convention",
)


@dataclass(frozen=True, slots=True)
class LinearParameters:
    """StrongLifts 5x5 by default; Starting Strength is 3 sets and 2 failures."""

    sets: int = parameter(5, "Working sets at the load.", low=1, high=10)
    repetitions: int = parameter(5, "Repetitions that every set has to make.", low=1, high=30)
    failures: int = parameter(
        3, "Sessions in a row that miss a repetition before the load steps back.", low=1, high=10
    )
    step_back_percent: float = parameter(
        10.0, "By how much it steps back [% of all that is lifted].", low=1, high=50
    )
    step_backs: int = parameter(
        3,
        "Step backs without getting past the load, after which the sets are fewer.",
        low=1,
        high=9,
    )
    fewer_sets: int = parameter(3, "Sets from then on, where that is fewer.", low=1, high=10)

    def __post_init__(self) -> None:
        check_bounds(self)


def linear(
    sessions: Sequence[JudgedSession], parameters: LinearParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""
    state = progressed(sessions, lambda state: _rule(state, parameters), setting)
    if state is None:
        return None
    sets, because = _sets(state, parameters), state.because
    if sets < parameters.sets:
        why = FEWER_SETS(step_backs=state.most_step_backs, sets=sets, sets_before=parameters.sets)
        because = (*because, why)
    return Demand(state.action, straight(state.load, sets, parameters.repetitions), because)


def _rule(state: LoadState, parameters: LinearParameters) -> LoadRule:
    return LoadRule(
        (parameters.repetitions,) * _sets(state, parameters),
        parameters.failures,
        parameters.step_back_percent / 100.0,
    )


def _sets(state: LoadState, parameters: LinearParameters) -> int:
    fewer = state.most_step_backs >= parameters.step_backs
    return min(parameters.sets, parameters.fewer_sets) if fewer else parameters.sets
