"""APRE: two sets to failure; what they give adjusts the next set and the next session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, Load, fixed
from app.engine.progression.fold import counted, start_kg, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.rise import change_of
from app.engine.progression.setting import Setting
from app.engine.records import PerformedSet
from app.engine.training_log.faults import load_of
from app.engine.training_log.judged import JudgedSession
from app.engine.units import MassUnit, to_kg

SOURCE = "apre_convention"

ADJUSTED = ReasonKind(
    "apre_adjusted",
    "The last set gave {done} repetitions at {load}: between {low:g} and {high:g} {unit} are due, "
    "the middle is taken; the next {protocol}-repetition maximum is {next_load}.",
    Basis.CONVENTION,
    SOURCE,
)
FOURTH_SET = ReasonKind(
    "apre_fourth_set",
    "The fourth set depends on the third: {table}.",
    Basis.CONVENTION,
    SOURCE,
)


@dataclass(frozen=True, slots=True)
class Band:
    """A change of load for repetitions from `least` on, in the unit of the equipment."""

    least: int
    pounds: tuple[float, float]
    kilograms: tuple[float, float]

    def range(self, unit: MassUnit) -> tuple[float, float]:
        return self.pounds if unit == "lb" else self.kilograms

    def middle(self, unit: MassUnit) -> float:
        return sum(self.range(unit)) / 2


BIG_MISS = ((-10.0, -5.0), (-5.0, -2.5))
MISS = ((-5.0, 0.0), (-2.5, 0.0))
HOLD = ((0.0, 0.0), (0.0, 0.0))
OVER = ((5.0, 10.0), (2.5, 5.0))
BIG_OVER = ((10.0, 15.0), (5.0, 7.5))


@dataclass(frozen=True, slots=True)
class Protocol:
    """Repetitions of the first two sets, and the bands of adjustment, from few to many."""

    warm: tuple[int, int]
    bands: tuple[Band, ...]

    def band(self, repetitions: int) -> Band:
        return max(
            (one for one in self.bands if one.least <= repetitions), key=lambda one: one.least
        )


PROTOCOLS: Mapping[str, Protocol] = MappingProxyType(
    {
        "3": Protocol(
            (6, 3), (Band(0, *BIG_MISS), Band(3, *HOLD), Band(5, *OVER), Band(7, *BIG_OVER))
        ),
        "6": Protocol(
            (10, 6),
            (
                *(Band(0, *BIG_MISS), Band(3, *MISS), Band(5, *HOLD)),
                *(Band(8, *OVER), Band(13, *BIG_OVER)),
            ),
        ),
        "10": Protocol(
            (12, 10),
            (
                *(Band(0, *BIG_MISS), Band(7, *MISS), Band(9, *HOLD)),
                *(Band(12, *OVER), Band(17, *BIG_OVER)),
            ),
        ),
    }
)
"""By the repetition maximum that is trained. Nothing is said of 0 in the first and of 0 to 3 in the
last: the largest cut holds there."""

WARM_SHARES = (0.5, 0.75)
SETS_TO_FAILURE = 2


@dataclass(frozen=True, slots=True)
class ApreParameters:
    """Trained at a maximum of three, six or ten repetitions; two sets to failure every session."""

    protocol: Literal["3", "6", "10"] = parameter(
        "6", "The repetition maximum that is trained.", source=SOURCE
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.protocol not in PROTOCOLS:
            raise ValueError("protocol must be 3, 6 or 10")


@dataclass(frozen=True, slots=True)
class MaximumState:
    load: Load
    action: Action = Action.START
    because: tuple[Reason, ...] = ()


def apre(
    sessions: Sequence[JudgedSession], parameters: ApreParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""
    first_kg = start_kg(sessions, setting)
    if first_kg is None:
        return None
    load = setting.load(first_kg)
    start = MaximumState(load, because=(said.STARTS(load=setting.text(load.load_kg)),))
    state = walk(
        counted(sessions, setting),
        start,
        lambda _state, session: _adjusted(session, parameters, setting),
        lambda state: state,
    )
    return _demand(state, parameters, setting)


def _adjusted(session: JudgedSession, parameters: ApreParameters, setting: Setting) -> MaximumState:
    """The last set to failure seeds the next session: it was adjusted already."""
    return adjusted(session.sets[-1], parameters, setting)


def adjusted(last: PerformedSet, parameters: ApreParameters, setting: Setting) -> MaximumState:
    """The load after a set to failure, by the protocol's table."""
    band = PROTOCOLS[parameters.protocol].band(last.repetitions or 0)
    low, high = band.range(setting.unit)
    change_kg = to_kg(band.middle(setting.unit), setting.unit)
    load = setting.load(load_of(last) + change_kg)
    why = ADJUSTED(
        done=last.repetitions or 0,
        load=setting.text(load_of(last)),
        low=low,
        high=high,
        unit=setting.unit,
        protocol=parameters.protocol,
        next_load=setting.text(load.load_kg),
    )
    return MaximumState(load, change_of(load_of(last), load.load_kg), (why,))


def _demand(state: MaximumState, parameters: ApreParameters, setting: Setting) -> Demand:
    protocol = PROTOCOLS[parameters.protocol]
    warm = tuple(
        fixed(setting.load(share * state.load.rule_kg), repetitions)
        for share, repetitions in zip(WARM_SHARES, protocol.warm, strict=True)
    )
    failing = fixed(state.load, int(parameters.protocol), open_ended=True, reserve=0.0)
    why = FOURTH_SET(table=_table(protocol, setting))
    return Demand(state.action, (*warm, *(failing,) * SETS_TO_FAILURE), (*state.because, why))


def _table(protocol: Protocol, setting: Setting) -> str:
    """`0 or more: -10 to -5 lb; 3 or more: …`."""
    unit = setting.unit
    return "; ".join(
        f"from {one.least} repetitions {one.range(unit)[0]:+g} to {one.range(unit)[1]:+g} {unit}"
        for one in protocol.bands
    )
