"""What double progression is told, and the state that it folds over the log."""

from dataclasses import dataclass

from app.engine.answer import Reason
from app.engine.progression.action import Action
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.records import Tempo


@dataclass(frozen=True, slots=True)
class DoubleProgressionParameters:
    """Eight to twelve repetitions, as many sets as were done last."""

    repetitions_low: int = parameter(8, "Bottom of the range.", low=1, high=100)
    repetitions_high: int = parameter(12, "What every set has to make.", low=1, high=100)
    sets: int | None = parameter(
        None, "Sets; null is as many as were done last, at most `sets_cap`.", low=1, high=20
    )
    sets_cap: int = parameter(
        6, "More sets than these are not copied from a log, nor added.", low=1, high=20
    )
    sets_max: int | None = parameter(
        None, "Sets up to which one is added; null is two more than at the start.", low=1, high=20
    )
    eccentric_s_max: float = parameter(
        4.0,
        "Slowest lowering that is asked for [s].",
        low=1,
        high=6,
        source="schoenfeld_2015_tempo",
    )
    repetition_s_max: float = parameter(
        8.0,
        "Longest repetition that is asked for [s]; up to here muscle grows alike.",
        low=2,
        high=8,
        source="schoenfeld_2015_tempo",
    )
    repetitions_cap: int = parameter(
        20, "How far the range is extended on the way to a far load.", low=1, high=100
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.repetitions_low > self.repetitions_high:
            raise ValueError("repetitions_low must not be above repetitions_high")

    @property
    def most_repetitions(self) -> int:
        return max(self.repetitions_cap, self.repetitions_high)

    def sets_for(self, done: int) -> int:
        """The number of sets to prescribe and to judge, where so many were done."""
        return self.sets or min(done, self.sets_cap)


@dataclass(frozen=True, slots=True)
class Given:
    """What the rule's functions are given."""

    told: DoubleProgressionParameters
    setting: Setting


@dataclass(frozen=True, slots=True)
class State:
    """The demand of the next session, and what the log has shown of it so far."""

    action: Action
    load_kg: float
    """What can be loaded."""
    unrounded_load_kg: float
    """What the rule says; carried on, so that steps smaller than the equipment's add up."""
    sets: int
    first_sets: int
    """The count of sets from which sets are added."""
    repetitions_high: int
    """The top of the range, extended where the next load is far."""
    repetitions_target: int
    tempo: Tempo | None
    best_total: int | None = None
    """Most repetitions over the prescribed sets at this demand; None before its first session."""
    repeats: int = 0
    """Sessions in a row that brought no gain at this demand."""
    because: tuple[Reason, ...] = ()
    left: "State | None" = None
    """The demand that was stepped back from, until the lighter load has been lifted."""
