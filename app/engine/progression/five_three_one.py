"""5/3/1: three weeks of rising percentages of a training maximum, then an easy one; the maximum
rises with every cycle that reached its minimum repetitions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, Reason, ReasonKind, Value
from app.engine.equipment.same_load import same_load
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, DemandedSet, fixed
from app.engine.progression.fold import counted, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession
from app.engine.units import MassUnit, to_kg

SOURCE = "five_three_one_convention"


@dataclass(frozen=True, slots=True)
class Week:
    """One session of the cycle: shares of the training maximum, and repetitions at each."""

    shares: tuple[float, ...]
    repetitions: tuple[int, ...]
    open_last: bool


WEEKS = (
    Week((0.65, 0.75, 0.85), (5, 5, 5), open_last=True),
    Week((0.70, 0.80, 0.90), (3, 3, 3), open_last=True),
    Week((0.75, 0.85, 0.95), (5, 3, 1), open_last=True),
    Week((0.40, 0.50, 0.60), (5, 5, 5), open_last=False),
)

INCREMENT: dict[MassUnit, float] = {"kg": 2.5, "lb": 5.0}
"""Rise of the training maximum with each cycle for the upper body; twice that for the lower."""

AS_TOLD = ReasonKind(
    "training_max_as_told", "The training maximum is {maximum}, as set.", Basis.CONVENTION, SOURCE
)
FROM_FIRST_SESSION = ReasonKind(
    "training_max_from_first_session",
    "No training maximum is set: the first session of this scheme went up to {load}, {percent:g} % "
    "of {maximum}.",
    Basis.CONVENTION,
    SOURCE,
)
FROM_STRENGTH = ReasonKind(
    "training_max_from_strength",
    "No training maximum is set: {percent:g} % of the one-repetition maximum that the log shows, "
    "{estimate}, is {maximum}.",
    Basis.CONVENTION,
    SOURCE,
)
WEEK_DONE = ReasonKind(
    "five_three_one_week_done",
    "Week {week} asked for {wanted} or more at {load} and got {done}: the next week follows.",
    Basis.CONVENTION,
    SOURCE,
)
CYCLE_DONE = ReasonKind(
    "five_three_one_cycle_done",
    "The cycle is done: the training maximum rises by {step} to {maximum}.",
    Basis.CONVENTION,
    SOURCE,
)
MINIMUM_MISSED = ReasonKind(
    "five_three_one_minimum_missed",
    "Week {week} asked for {wanted} or more at {load} and got {done}: the training maximum falls "
    "by {steps:g} steps to {maximum}, and the cycle starts again.",
    Basis.CONVENTION,
    SOURCE,
)
WEEK_NOT_DONE = ReasonKind(
    "five_three_one_week_not_done",
    "Week {week} ends at {wanted}; the heaviest set done was at {load}: the week is still due.",
    Basis.CONVENTION,
    SOURCE,
)


@dataclass(frozen=True, slots=True)
class FiveThreeOneParameters:
    """The training maximum is 90 % of the one-repetition maximum."""

    training_max_kg: float | None = parameter(
        None,
        "Training maximum at the start [kg]; null is taken from the strength that the log shows.",
        low=1,
        high=1000,
        source=SOURCE,
    )
    training_max_percent: float = parameter(
        90.0,
        "Of the one-repetition maximum, where the training maximum is taken from it [%].",
        low=70,
        high=95,
        source=SOURCE,
    )
    increment: float | None = parameter(
        None,
        "Rise of the training maximum with each cycle, in the unit of the equipment; null is the "
        "step asked for, else 2.5 kg or 5 lb (twice that is usual for the lower body).",
        low=0,
        high=50,
        source=SOURCE,
    )
    step_back_increments: float = parameter(
        3.0,
        "By how many increments it falls after a missed minimum.",
        low=0,
        high=10,
        source=SOURCE,
    )
    easy_week: bool = parameter(True, "Whether each cycle ends with an easy week.", source=SOURCE)

    def __post_init__(self) -> None:
        check_bounds(self)


@dataclass(frozen=True, slots=True)
class CycleState:
    training_max_kg: float
    week: int = 0
    action: Action = Action.START
    because: tuple[Reason, ...] = ()


def five_three_one(
    sessions: Sequence[JudgedSession], parameters: FiveThreeOneParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no training maximum is given or can be told.

    Without a date of its beginning and without a training maximum the scheme begins now.
    """
    begins_now = setting.since is None and parameters.training_max_kg is None
    judged = [] if begins_now else counted(sessions, setting)
    start = _start(judged, parameters, setting)
    if start is None:
        return None
    weeks = WEEKS if parameters.easy_week else WEEKS[:-1]
    state = walk(
        judged,
        start,
        lambda state, session: _after(state, session, weeks, parameters, setting),
        lambda state: state,
    )
    place = f"week {state.week + 1} of {len(weeks)}"
    return Demand(state.action, _sets(state, weeks, setting), state.because, place)


def increment_kg(parameters: FiveThreeOneParameters, setting: Setting) -> float:
    """Rise of the training maximum with each cycle [kg]."""
    told = setting.step if parameters.increment is None else parameters.increment
    return to_kg(INCREMENT[setting.unit] if told is None else told, setting.unit)


def _start(
    judged: Sequence[JudgedSession], parameters: FiveThreeOneParameters, setting: Setting
) -> CycleState | None:
    if parameters.training_max_kg is not None:
        told = AS_TOLD(maximum=setting.text(parameters.training_max_kg))
        return CycleState(parameters.training_max_kg, because=(told,))
    if judged:
        return _from_first_session(judged[0], setting)
    return _from_strength(parameters, setting)


def _from_first_session(first: JudgedSession, setting: Setting) -> CycleState:
    share = WEEKS[0].shares[-1]
    maximum_kg = first.load_kg / share
    why = FROM_FIRST_SESSION(
        load=setting.text(first.load_kg), percent=100.0 * share, maximum=setting.text(maximum_kg)
    )
    return CycleState(maximum_kg, because=(why,))


def _from_strength(parameters: FiveThreeOneParameters, setting: Setting) -> CycleState | None:
    estimate_kg = None if setting.strength is None else setting.strength.maximum_kg()
    if estimate_kg is None:
        return None
    maximum_kg = estimate_kg * parameters.training_max_percent / 100.0
    why = FROM_STRENGTH(
        percent=parameters.training_max_percent,
        estimate=setting.text(estimate_kg),
        maximum=setting.text(maximum_kg),
    )
    return CycleState(maximum_kg, because=(why,))


def _after(
    state: CycleState,
    session: JudgedSession,
    weeks: Sequence[Week],
    parameters: FiveThreeOneParameters,
    setting: Setting,
) -> CycleState:
    """The next week, the same one where its heaviest set was not done, or another cycle."""
    week = weeks[state.week]
    top_kg = setting.load(state.training_max_kg * week.shares[-1]).load_kg
    done, wanted = max(session.repetitions), week.repetitions[-1]
    if session.load_kg < top_kg and not same_load(session.load_kg, top_kg):
        why = WEEK_NOT_DONE(
            week=state.week + 1,
            wanted=setting.text(top_kg),
            load=setting.text(session.load_kg),
        )
        return replace(state, action=Action.HOLD, because=(why,))
    numbers: dict[str, Value] = {
        "week": state.week + 1,
        "wanted": wanted,
        "load": setting.text(session.load_kg),
        "done": done,
    }
    if done >= wanted or not week.open_last:
        return _went_well(state, WEEK_DONE(**numbers), weeks, parameters, setting)
    steps = parameters.step_back_increments
    maximum_kg = state.training_max_kg - steps * increment_kg(parameters, setting)
    missed = MINIMUM_MISSED(**numbers, steps=steps, maximum=setting.text(maximum_kg))
    return CycleState(maximum_kg, 0, Action.DELOAD, (missed,))


def _went_well(
    state: CycleState,
    done: Reason,
    weeks: Sequence[Week],
    parameters: FiveThreeOneParameters,
    setting: Setting,
) -> CycleState:
    if state.week + 1 < len(weeks):
        following = weeks[state.week + 1]
        action = Action.INCREASE_LOAD if following.open_last else Action.DELOAD
        return CycleState(state.training_max_kg, state.week + 1, action, (done,))
    step_kg = increment_kg(parameters, setting)
    maximum_kg = state.training_max_kg + step_kg
    risen = CYCLE_DONE(step=setting.text(step_kg), maximum=setting.text(maximum_kg))
    return CycleState(maximum_kg, 0, Action.INCREASE_LOAD, (done, risen))


def _sets(state: CycleState, weeks: Sequence[Week], setting: Setting) -> tuple[DemandedSet, ...]:
    week = weeks[state.week]
    last = len(week.shares) - 1
    return tuple(
        fixed(
            setting.load(state.training_max_kg * share),
            repetitions,
            open_ended=week.open_last and place == last,
        )
        for place, (share, repetitions) in enumerate(
            zip(week.shares, week.repetitions, strict=True)
        )
    )
