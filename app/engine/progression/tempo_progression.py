"""Tempo: the lowering becomes slower by a second at a time; at its limit the load rises."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, Load, ranged, reached
from app.engine.progression.double.levers import USUAL_TEMPO
from app.engine.progression.fold import Answered, answered, counted, start_kg, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.rise import rise, shortfall
from app.engine.progression.setting import Setting
from app.engine.records import Tempo
from app.engine.training_log.judged import JudgedSession, duration_s

SLOWER = ReasonKind(
    "tempo_slower",
    "All sets made {repetitions} lowering for {before:g} s: {after:g} s next. Up to 8 s a "
    "repetition muscle grows alike; that slower counts as more is convention.",
    Basis.CONVENTION,
    "schoenfeld_2015_tempo",
)
TEMPO_STARTS_AGAIN = ReasonKind(
    "tempo_starts_again",
    "{before:g} s of lowering are the most: from here {after:g} s again.",
    Basis.CONVENTION,
    "schoenfeld_2015_tempo",
)
QUICKER = ReasonKind(
    "tempo_quicker_than_asked",
    "The lowering was logged as {logged:g} s instead of {asked:g} s: the tempo is still due.",
    Basis.EVIDENCE,
)


@dataclass(frozen=True, slots=True)
class TempoProgressionParameters:
    """One second more at a time, up to four, then more load."""

    sets: int = parameter(3, "Sets.", low=1, high=10)
    repetitions_low: int = parameter(8, "Bottom of the range.", low=1, high=50)
    repetitions_high: int = parameter(12, "What every set has to make.", low=1, high=50)
    eccentric_s_most: float = parameter(
        4.0,
        "Lowering after which the load rises [s].",
        low=1,
        high=6,
        source="schoenfeld_2015_tempo",
    )
    repetition_s_most: float = parameter(
        8.0,
        "Longest repetition [s].",
        low=2,
        high=8,
        basis=Basis.EVIDENCE,
        source="schoenfeld_2015_tempo",
    )

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.repetitions_low > self.repetitions_high:
            raise ValueError("repetitions_low must not be above repetitions_high")


@dataclass(frozen=True, slots=True)
class TempoState:
    load: Load
    tempo: Tempo
    target: int
    action: Action = Action.START
    because: tuple[Reason, ...] = ()


def tempo_progression(
    sessions: Sequence[JudgedSession], parameters: TempoProgressionParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known.

    A tempo that is not logged counts as done.
    """
    first_kg = start_kg(sessions, setting)
    if first_kg is None:
        return None
    load = setting.load(first_kg)
    why = said.STARTS(load=setting.text(load.load_kg))
    first = setting.tempo or USUAL_TEMPO
    state = walk(
        counted(sessions, setting),
        TempoState(load, first, parameters.repetitions_low, because=(why,)),
        lambda state, session: _after(state, session, first, parameters, setting),
        lambda state: state,
    )
    low, high = parameters.repetitions_low, parameters.repetitions_high
    one = replace(ranged(state.load, low, high, state.target), tempo=state.tempo)
    return Demand(state.action, (one,) * parameters.sets, state.because)


def _after(
    state: TempoState,
    session: JudgedSession,
    first: Tempo,
    parameters: TempoProgressionParameters,
    setting: Setting,
) -> TempoState:
    done = answered(state.load, session)
    if not done.as_demanded:
        state = TempoState(done.load, session.tempo or first, parameters.repetitions_low)
    logged = session.tempo
    if logged is not None and logged.eccentric_s < state.tempo.eccentric_s:
        why = QUICKER(logged=logged.eccentric_s, asked=state.tempo.eccentric_s)
        return replace(state, action=Action.HOLD, because=(why,))
    wanted = (parameters.repetitions_high,) * parameters.sets
    if reached(wanted, done.repetitions):
        return _harder(state, done, first, parameters, setting)
    target = min(max(min(done.repetitions) + 1, parameters.repetitions_low), wanted[0])
    missed = said.REPEATED(**shortfall(wanted, done, setting))
    return replace(state, target=target, action=Action.INCREASE_REPETITIONS, because=(missed,))


def _harder(
    state: TempoState,
    done: Answered,
    first: Tempo,
    parameters: TempoProgressionParameters,
    setting: Setting,
) -> TempoState:
    before = state.tempo.eccentric_s
    slower = replace(state.tempo, eccentric_s=before + 1)
    low = parameters.repetitions_low
    within = slower.eccentric_s <= parameters.eccentric_s_most
    if within and duration_s(slower) <= parameters.repetition_s_most:
        why = SLOWER(
            repetitions=parameters.repetitions_high, before=before, after=slower.eccentric_s
        )
        return TempoState(done.load, slower, low, Action.SLOW_TEMPO, (why,))
    load, action, because = rise(done, 1.0, setting)
    if action is not Action.INCREASE_LOAD:
        return replace(state, load=load, action=action, because=because)
    again = TEMPO_STARTS_AGAIN(before=before, after=first.eccentric_s)
    return TempoState(load, first, low, action, (*because, again))
