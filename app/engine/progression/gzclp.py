"""GZCLP: heavy sets that end in a test, lighter ones that start over, high repetitions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, ReasonKind
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, fixed, reached, straight
from app.engine.progression.fold import Answered
from app.engine.progression.load_rule import LoadRule, progressed
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.rise import change_of, shortfall
from app.engine.progression.setting import Setting
from app.engine.progression.stages import Stage, Stages, StageState
from app.engine.strength.maximum.repmax import EPLEY_REPETITIONS
from app.engine.training_log.judged import JudgedSession
from app.engine.units import MassUnit, to_kg

SOURCE = "gzclp_convention"
T1_STAGES = Stages((Stage(5, 3), Stage(6, 2), Stage(10, 1)), open_last=True)
T2_STAGES = Stages((Stage(3, 10), Stage(3, 8), Stage(3, 6)), open_last=False)
TESTED = 5
"""Repetitions of the test that ends the last stage of the first tier."""
RESTART_GAIN: dict[MassUnit, float] = {"lb": 15.0, "kg": 7.5}
"""Above the last load of the first stage; in pounds as the programme's text has it (its code says
10 for the upper body), in kilograms ours."""

TEST_DUE = ReasonKind(
    "gzclp_test_due",
    "Asked for at {load}: {wanted}; done: {done}, and that was the last stage: find the heaviest "
    "load for {repetitions} repetitions, from about {next_load} up; the first stage then starts "
    "again at {percent:g} % of it.",
    Basis.CONVENTION,
    SOURCE,
)
TEST_DONE = ReasonKind(
    "gzclp_test_done",
    "The test gave {repetitions} at {load}, a {tested}-repetition maximum of {maximum}: the first "
    "stage starts again at {percent:g} % of that, {next_load}.",
    Basis.CONVENTION,
    SOURCE,
)
STARTED_OVER = ReasonKind(
    "gzclp_started_over",
    "Asked for at {load}: {wanted}; done: {done}, and that was the last stage: the first stage "
    "starts again at {next_load}, {gain:g} {unit} above where it last was.",
    Basis.CONVENTION,
    SOURCE,
)


@dataclass(frozen=True, slots=True)
class T1Parameters:
    """First tier: 5 x 3+, 6 x 2+, 10 x 1+, then a test of five."""

    restart_percent: float = parameter(
        85.0,
        "Where the first stage starts again [% of the tested five-repetition maximum].",
        low=50,
        high=100,
        source=SOURCE,
    )

    def __post_init__(self) -> None:
        check_bounds(self)


@dataclass(frozen=True, slots=True)
class T2Parameters:
    """Second tier: 3 x 10, 3 x 8, 3 x 6, then again, a little heavier than before."""

    restart_gain: float | None = parameter(
        None,
        "Above the last load of the first stage, where it starts again, in the unit of the "
        "equipment; null is 15 lb or 7.5 kg.",
        low=0,
        high=100,
        source=SOURCE,
    )

    def __post_init__(self) -> None:
        check_bounds(self)


@dataclass(frozen=True, slots=True)
class T3Parameters:
    """Third tier: 3 x 15, the last set open-ended."""

    sets: int = parameter(3, "Sets; the last one is open-ended.", low=1, high=10, source=SOURCE)
    repetitions: int = parameter(15, "Repetitions of every set.", low=1, high=50, source=SOURCE)
    raise_from: int = parameter(
        25, "Repetitions in the last set with which the load rises.", low=1, high=100, source=SOURCE
    )

    def __post_init__(self) -> None:
        check_bounds(self)


def gzclp_t1(
    sessions: Sequence[JudgedSession], parameters: T1Parameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""

    def over(state: StageState, done: Answered) -> StageState:
        return _test_due(state, done, parameters, setting)

    def step(state: StageState, session: JudgedSession) -> StageState:
        if state.testing:
            return _test_done(session, parameters, setting)
        return T1_STAGES.advanced(state, session, setting, over)

    state = T1_STAGES.walked(sessions, step, setting)
    if state is None or not state.testing:
        return None if state is None else T1_STAGES.demand(state)
    test = fixed(state.load, TESTED, open_ended=True)
    return Demand(state.action, (test,), state.because, f"test of {TESTED} repetitions")


def gzclp_t2(
    sessions: Sequence[JudgedSession], parameters: T2Parameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""

    def over(state: StageState, done: Answered) -> StageState:
        return _started_over(state, done, parameters, setting)

    def step(state: StageState, session: JudgedSession) -> StageState:
        return T2_STAGES.advanced(state, session, setting, over)

    state = T2_STAGES.walked(sessions, step, setting)
    return None if state is None else T2_STAGES.demand(state)


def gzclp_t3(
    sessions: Sequence[JudgedSession], parameters: T3Parameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known. It never steps back."""
    wanted = (parameters.repetitions,) * parameters.sets
    rule = LoadRule(
        wanted,
        failures_allowed=None,
        step_back=0.0,
        met=lambda done: reached(wanted, done) and done[len(wanted) - 1] >= parameters.raise_from,
    )
    state = progressed(sessions, lambda _state: rule, setting)
    if state is None:
        return None
    sets = straight(state.load, parameters.sets, parameters.repetitions, open_last=True)
    return Demand(state.action, sets, state.because)


def _test_due(
    state: StageState, done: Answered, parameters: T1Parameters, setting: Setting
) -> StageState:
    """Singles were done last: by Epley about this much goes five times."""
    about_kg = done.load.load_kg * (1 + 1 / EPLEY_REPETITIONS) / (1 + TESTED / EPLEY_REPETITIONS)
    load = setting.load(about_kg)
    why = TEST_DUE(
        **shortfall(T1_STAGES.stages[-1].wanted, done, setting),
        repetitions=TESTED,
        next_load=setting.text(load.load_kg),
        percent=parameters.restart_percent,
    )
    return replace(state, load=load, action=Action.TEST, testing=True, because=(why,))


def _test_done(session: JudgedSession, parameters: T1Parameters, setting: Setting) -> StageState:
    """Fewer than five at the heaviest load show a smaller maximum, by Epley; more count as five."""
    most = min(max(session.repetitions), TESTED)
    share = (1 + most / EPLEY_REPETITIONS) / (1 + TESTED / EPLEY_REPETITIONS)
    maximum_kg = session.load_kg * share
    load = setting.load(maximum_kg * parameters.restart_percent / 100.0)
    why = TEST_DONE(
        repetitions=max(session.repetitions),
        load=setting.text(session.load_kg),
        tested=TESTED,
        maximum=setting.text(maximum_kg),
        percent=parameters.restart_percent,
        next_load=setting.text(load.load_kg),
    )
    return StageState(load, 0, load.load_kg, Action.DELOAD, because=(why,))


def _started_over(
    state: StageState, done: Answered, parameters: T2Parameters, setting: Setting
) -> StageState:
    gain = parameters.restart_gain
    gain = RESTART_GAIN[setting.unit] if gain is None else gain
    load = setting.load(state.first_stage_kg + to_kg(gain, setting.unit))
    why = STARTED_OVER(
        **shortfall(T2_STAGES.stages[-1].wanted, done, setting),
        next_load=setting.text(load.load_kg),
        gain=gain,
        unit=setting.unit,
    )
    return StageState(
        load, 0, load.load_kg, change_of(done.load.load_kg, load.load_kg), because=(why,)
    )
