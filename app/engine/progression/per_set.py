"""Every set progresses by itself: pyramids and back-off sets are kept, never flattened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, Reason, ReasonKind, Value
from app.engine.equipment.same_load import same_load
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, Load, ranged
from app.engine.progression.double.ranges import LADDER
from app.engine.progression.fold import counted, start_kg, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.records import PerformedSet
from app.engine.training_log.faults import load_of
from app.engine.training_log.judged import JudgedSession

SOURCE = "reverse_pyramid_convention"

SET_RISES = ReasonKind(
    "set_rises",
    "Set {number}: {done} at {load}, the top of its range: {next_load}, from {low}.",
    Basis.CONVENTION,
    SOURCE,
)
SET_GOES_ON = ReasonKind(
    "set_goes_on",
    "Set {number}: {done} at {load}; its range is {low} to {high}: aim at {target}.",
    Basis.CONVENTION,
    SOURCE,
)
SET_STEPS_BACK = ReasonKind(
    "set_steps_back",
    "Set {number}: {done} at {load}, below {low} for the {failures}. time in a row: {next_load}.",
    Basis.CONVENTION,
    SOURCE,
)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PerSetParameters:
    """The sets are those done last; each has a range of its own."""

    ranges: tuple[Range, ...] = parameter(
        (),
        "Repetition range of each set, in order; a set beyond the list has the last of them. Empty "
        "is the customary range that holds what the set did.",
        low=1,
        high=100,
        source=SOURCE,
    )
    failures: int = parameter(
        3, "Sessions in a row in which a set misses its range before it steps back.", low=1, high=10
    )
    step_back_percent: float = parameter(
        10.0, "By how much a set steps back [% of all that is lifted].", low=1, high=50
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if any(low > high for low, high in self.ranges):
            raise ValueError("ranges must each begin with the lower number")


@dataclass(frozen=True, slots=True)
class ReversePyramidParameters:
    """The heaviest set first, then lighter ones with more repetitions."""

    sets: int = parameter(3, "Sets, the heaviest first.", low=2, high=6, source=SOURCE)
    repetitions_low: int = parameter(
        4, "Bottom of the first set's range.", low=1, high=30, source=SOURCE
    )
    repetitions_high: int = parameter(
        6, "Top of the first set's range.", low=1, high=30, source=SOURCE
    )
    repetitions_more: int = parameter(
        2, "Repetitions more in each following set.", low=0, high=10, source=SOURCE
    )
    drop_percent: float = parameter(
        10.0, "By how much each following set starts lighter [%].", low=1, high=30, source=SOURCE
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.repetitions_low > self.repetitions_high:
            raise ValueError("repetitions_low must not be above repetitions_high")

    @property
    def ranges(self) -> tuple[Range, ...]:
        more = [self.repetitions_more * place for place in range(self.sets)]
        return tuple((self.repetitions_low + m, self.repetitions_high + m) for m in more)


@dataclass(frozen=True, slots=True)
class SetState:
    load: Load
    low: int
    high: int
    target: int
    failures: int = 0
    action: Action = Action.START
    because: Reason | None = None


def per_set(
    sessions: Sequence[JudgedSession], parameters: PerSetParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None without a session: only the log says which sets there are."""
    judged = counted(sessions, setting) or sessions[-1:]
    if not judged:
        return None
    states = _walked(judged, (), parameters, setting)
    return _demand(states[: len(judged[-1].sets)])


def reverse_pyramid(
    sessions: Sequence[JudgedSession], parameters: ReversePyramidParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""
    first_kg = start_kg(sessions, setting)
    if first_kg is None:
        return None
    drop = 1.0 - parameters.drop_percent / 100.0
    opening = tuple(
        SetState(setting.load(first_kg * drop**place), low, high, low)
        for place, (low, high) in enumerate(parameters.ranges)
    )
    per_set_parameters = PerSetParameters(ranges=parameters.ranges)
    states = _walked(counted(sessions, setting), opening, per_set_parameters, setting)
    demand = _demand(states[: parameters.sets])
    starts = said.STARTS(load=setting.text(opening[0].load.load_kg))
    return replace(demand, because=demand.because or (starts,))


def _walked(
    judged: Sequence[JudgedSession],
    opening: tuple[SetState, ...],
    parameters: PerSetParameters,
    setting: Setting,
) -> tuple[SetState, ...]:
    return walk(
        judged,
        opening,
        lambda states, session: _session_done(states, session, parameters, setting),
        lambda states: tuple(replace(state, failures=0) for state in states),
    )


def _session_done(
    states: tuple[SetState, ...],
    session: JudgedSession,
    parameters: PerSetParameters,
    setting: Setting,
) -> tuple[SetState, ...]:
    """Each set judged by its place; sets that were not done keep their demand."""
    done = [
        _set_done(place, one, states[place] if place < len(states) else None, parameters, setting)
        for place, one in enumerate(session.sets)
    ]
    return (*done, *states[len(done) :])


def _set_done(
    place: int,
    one: PerformedSet,
    state: SetState | None,
    parameters: PerSetParameters,
    setting: Setting,
) -> SetState:
    repetitions = one.repetitions or 0
    low, high = _range(place, repetitions, state, parameters)
    load = Load(load_of(one), load_of(one))
    failures = 0
    if state is not None and same_load(state.load.load_kg, load.load_kg):
        load, failures = state.load, state.failures
    numbers: dict[str, Value] = {
        "number": place + 1,
        "done": repetitions,
        "load": setting.text(load.load_kg),
    }
    if repetitions >= high and (after := setting.raised(load)) is not None:
        why = SET_RISES(**numbers, next_load=setting.text(after.load_kg), low=low)
        action = Action.INCREASE_LOAD if after.load_kg > load.load_kg else Action.HOLD
        return SetState(after, low, high, low, action=action, because=why)
    failures = failures + 1 if repetitions < low else 0
    lighter = setting.lighter(load, parameters.step_back_percent / 100.0)
    if failures >= parameters.failures and lighter is not None:
        why = SET_STEPS_BACK(
            **numbers, low=low, failures=failures, next_load=setting.text(lighter.load_kg)
        )
        return SetState(lighter, low, high, low, action=Action.DELOAD, because=why)
    target = min(max(repetitions + 1, low), high)
    why = SET_GOES_ON(**numbers, low=low, high=high, target=target)
    action = Action.INCREASE_REPETITIONS if target > repetitions >= low else Action.HOLD
    return SetState(load, low, high, target, failures, action, why)


def _range(
    place: int, repetitions: int, state: SetState | None, parameters: PerSetParameters
) -> Range:
    if parameters.ranges:
        return parameters.ranges[min(place, len(parameters.ranges) - 1)]
    if state is not None and state.low <= repetitions <= state.high:
        return state.low, state.high
    return min(
        LADDER,
        key=lambda ends: (
            max(ends[0] - repetitions, repetitions - ends[1], 0),
            abs(repetitions - (ends[0] + ends[1]) / 2),
        ),
    )


ORDER = (Action.DELOAD, Action.INCREASE_LOAD, Action.INCREASE_REPETITIONS, Action.HOLD)
"""The action of a session is that of the set which changes most."""


def _demand(states: tuple[SetState, ...]) -> Demand:
    actions = {state.action for state in states}
    action = next((one for one in ORDER if one in actions), Action.START)
    sets: tuple[DemandedSet, ...] = tuple(
        ranged(state.load, state.low, state.high, state.target) for state in states
    )
    return Demand(action, sets, tuple(s.because for s in states if s.because is not None))
