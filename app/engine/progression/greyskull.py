"""Greyskull (Phrak's variant): two sets of five, a third with as many as can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.progression.demand import Demand, straight
from app.engine.progression.load_rule import LoadRule, progressed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession


@dataclass(frozen=True, slots=True)
class GreyskullParameters:
    """Two sources differ: its text doubles the step from ten repetitions on, its code above ten."""

    sets: int = parameter(3, "Sets; the last one is open-ended.", low=1, high=10)
    repetitions: int = parameter(5, "Repetitions that every set has to make.", low=1, high=20)
    double_from: int = parameter(
        10, "Repetitions in the last set from which the step is doubled.", low=2, high=100
    )
    step_back_percent: float = parameter(
        10.0, "By how much a miss steps back [% of all that is lifted].", low=1, high=50
    )

    def __post_init__(self) -> None:
        check_bounds(self)


def greyskull(
    sessions: Sequence[JudgedSession], parameters: GreyskullParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""
    rule = LoadRule(
        (parameters.repetitions,) * parameters.sets,
        failures_allowed=1,
        step_back=parameters.step_back_percent / 100.0,
        steps=lambda done: 2.0 if done[parameters.sets - 1] >= parameters.double_from else 1.0,
    )
    state = progressed(sessions, lambda _state: rule, setting)
    if state is None:
        return None
    sets = straight(state.load, parameters.sets, parameters.repetitions, open_last=True)
    return Demand(state.action, sets, state.because)
