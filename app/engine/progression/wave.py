"""Waves: sets of fewer and fewer repetitions with more and more load, one wave or several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.demand import Demand, fixed
from app.engine.progression.load_rule import LoadRule, progressed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.strength.maximum.repmax import EPLEY_REPETITIONS
from app.engine.training_log.judged import JudgedSession

SOURCE = "wave_convention"

BELOW_TOP = ReasonKind(
    "wave_below_top",
    "The sets before the heaviest are at {percents} of it: what Epley's curve leaves for their "
    "repetitions, and as much easier as asked.",
    Basis.CONVENTION,
    SOURCE,
)


@dataclass(frozen=True, slots=True)
class WaveParameters:
    """Ten, eight, six repetitions; the earlier sets a tenth and a twentieth easier than they could
    be."""

    repetitions: tuple[int, ...] = parameter(
        (10, 8, 6),
        "Repetitions of the sets of one wave, falling.",
        low=1,
        high=30,
        source=SOURCE,
        least_items=1,
    )
    easier_percent: tuple[float, ...] = parameter(
        (10.0, 5.0, 0.0),
        "By how much each set is lighter than its repetitions allow [% of the maximum].",
        low=0,
        high=40,
        source=SOURCE,
    )
    waves: int = parameter(1, "How often the wave is done.", low=1, high=3, source=SOURCE)
    failures: int = parameter(
        2, "Sessions in a row that miss a repetition before the load steps back.", low=1, high=10
    )
    step_back_percent: float = parameter(
        10.0, "By how much it steps back [% of all that is lifted].", low=1, high=50
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if len(self.repetitions) != len(self.easier_percent):
            raise ValueError("easier_percent must have one number for each of repetitions")
        if any(b >= a for a, b in zip(self.repetitions, self.repetitions[1:], strict=False)):
            raise ValueError("repetitions must fall from set to set")


def wave(
    sessions: Sequence[JudgedSession], parameters: WaveParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known.

    The heaviest set, the last of a wave, is what is judged; the others follow it.
    """
    rule = LoadRule(
        (parameters.repetitions[-1],) * parameters.waves,
        parameters.failures,
        parameters.step_back_percent / 100.0,
    )
    state = progressed(sessions, lambda _state: rule, setting)
    if state is None:
        return None
    shares = _shares(parameters)
    sets = tuple(
        fixed(setting.load(share * state.load.load_kg) if share < 1.0 else state.load, repetitions)
        for share, repetitions in zip(shares, parameters.repetitions, strict=True)
    )
    percents = ", ".join(f"{100 * share:.0f} %" for share in shares[:-1])
    lower = (BELOW_TOP(percents=percents),) if percents else ()
    return replace(
        Demand(state.action, sets * parameters.waves, state.because),
        because=(*state.because, *lower),
    )


def _shares(parameters: WaveParameters) -> list[float]:
    """Each set's share of the load of the last one."""
    allowed = [
        1.0 / (1.0 + repetitions / EPLEY_REPETITIONS) - easier / 100.0
        for repetitions, easier in zip(
            parameters.repetitions, parameters.easier_percent, strict=True
        )
    ]
    return [each / allowed[-1] for each in allowed]
