"""Add a set: the load stays while sets are added one by one; at their limit the load rises."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, Load, reached, straight
from app.engine.progression.fold import answered, counted, start_kg, walk
from app.engine.progression.parameter import check_bounds, parameter
from app.engine.progression.rise import rise, shortfall
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

SET_ADDED = ReasonKind(
    "set_added",
    "All {sets_before} sets made {repetitions}: one more set, {sets}. Trials found no advantage "
    "over a fixed number of sets.",
    Basis.CONVENTION,
    "add_a_set_convention",
)
SETS_START_AGAIN = ReasonKind(
    "sets_start_again",
    "{sets_before} sets are the most: from here {sets} again.",
    Basis.CONVENTION,
    "add_a_set_convention",
)


@dataclass(frozen=True, slots=True)
class AddASetParameters:
    """From three sets to six, then three again with more load."""

    sets: int = parameter(3, "Sets to begin with.", low=1, high=10)
    sets_most: int = parameter(6, "Sets after which the load rises.", low=1, high=12)
    repetitions: int = parameter(10, "Repetitions that every set has to make.", low=1, high=50)

    def __post_init__(self) -> None:
        check_bounds(self)
        if self.sets > self.sets_most:
            raise ValueError("sets must not be above sets_most")


@dataclass(frozen=True, slots=True)
class SetsState:
    load: Load
    sets: int
    action: Action = Action.START
    because: tuple[Reason, ...] = ()


def add_a_set(
    sessions: Sequence[JudgedSession], parameters: AddASetParameters, setting: Setting
) -> Demand | None:
    """The demand after the log; None where no load to start from is known."""
    first_kg = start_kg(sessions, setting)
    if first_kg is None:
        return None
    load = setting.load(first_kg)
    why = said.STARTS(load=setting.text(load.load_kg))
    state = walk(
        counted(sessions, setting),
        SetsState(load, parameters.sets, because=(why,)),
        lambda state, session: _after(state, session, parameters, setting),
        lambda state: state,
    )
    return Demand(
        state.action, straight(state.load, state.sets, parameters.repetitions), state.because
    )


def _after(
    state: SetsState, session: JudgedSession, parameters: AddASetParameters, setting: Setting
) -> SetsState:
    done = answered(state.load, session)
    if not done.as_demanded:
        sets = min(max(len(done.repetitions), parameters.sets), parameters.sets_most)
        state = SetsState(done.load, sets)
    wanted = (parameters.repetitions,) * state.sets
    if not reached(wanted, done.repetitions):
        missed = said.REPEATED(**shortfall(wanted, done, setting))
        return replace(state, action=Action.HOLD, because=(missed,))
    if state.sets < parameters.sets_most:
        added = SET_ADDED(
            sets_before=state.sets, sets=state.sets + 1, repetitions=parameters.repetitions
        )
        return replace(state, sets=state.sets + 1, action=Action.ADD_SET, because=(added,))
    load, action, because = rise(done, 1.0, setting)
    if action is not Action.INCREASE_LOAD:
        return replace(state, load=load, action=action, because=because)
    again = SETS_START_AGAIN(sets_before=state.sets, sets=parameters.sets)
    return SetsState(load, parameters.sets, action, (*because, again))
