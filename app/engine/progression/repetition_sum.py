"""Repetition sum: a fixed number of sets, a goal for all repetitions together."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from app.engine.progression.demand import Demand, ranged
from app.engine.progression.load_rule import LoadRule, progressed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession


@dataclass(frozen=True, slots=True)
class RepetitionSumParameters:
    """Thirty repetitions in three sets; how they are spread over the sets is free."""

    sets: int = parameter(3, "Sets.", low=1, high=10)
    goal: int = parameter(
        30, "Repetitions over all sets, with which the load rises.", low=1, high=500
    )
    failures: int = parameter(
        4, "Sessions in a row without a new best before the load steps back.", low=1, high=20
    )
    step_back_percent: float = parameter(
        10.0, "By how much it steps back [% of all that is lifted].", low=1, high=50
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.goal < self.sets:
            raise ValueError("goal must be at least one repetition a set")


def repetition_sum(
    sessions: Sequence[JudgedSession], parameters: RepetitionSumParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""
    each = ceil(parameters.goal / parameters.sets)
    rule = LoadRule(
        (each,) * parameters.sets,
        parameters.failures,
        parameters.step_back_percent / 100.0,
        met=lambda done: sum(done[: parameters.sets]) >= parameters.goal,
        forgives_gains=True,
    )
    state = progressed(sessions, lambda _state: rule, setting)
    if state is None:
        return None
    more = each if state.best is None else ceil((state.best + 1) / parameters.sets)
    one = ranged(state.load, 1, each, min(each, more))
    return Demand(state.action, (one,) * parameters.sets, state.because)
