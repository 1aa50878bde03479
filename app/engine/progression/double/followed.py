"""What was done may differ from what was demanded: the demand that a session is judged by."""

from dataclasses import replace

from app.engine.equipment.same_load import same_load
from app.engine.progression.action import Action
from app.engine.progression.double.state import Given, State
from app.engine.training_log.judged import JudgedSession


def first_demand(session: JudgedSession, given: Given) -> State:
    """The first session of the log is judged by what it shows itself."""
    return State(
        Action.START,
        session.load_kg,
        session.load_kg,
        given.told.sets_for(len(session.repetitions)),
        given.told.sets_for(len(session.repetitions)),
        given.told.repetitions_high,
        given.told.repetitions_low,
        given.setting.tempo,
    )


def load_followed(state: State, session: JudgedSession, given: Given) -> State:
    """Progression reads the load lifted: another than was demanded is a demand of its own.

    A step back that was not taken leaves the lifter where they were, repeats and all.
    """
    if same_load(state.load_kg, session.load_kg):
        return state if state.left is None else replace(state, left=None)
    if state.left is not None and same_load(state.left.load_kg, session.load_kg):
        return state.left
    return first_demand(session, given)


def tempo_followed(state: State, session: JudgedSession, given: Given) -> State:
    """A lowering logged quicker than was demanded takes the slower tempo back.

    A tempo that is not logged counts as done; one that a programme set is not moved by the log.
    """
    logged = session.tempo
    unmoved = state.tempo is not None and state.tempo in (given.setting.tempo, logged)
    if logged is None or unmoved:
        return state
    if state.tempo is not None and logged.eccentric_s < state.tempo.eccentric_s:
        state = forgotten(state)
    return replace(state, tempo=logged)


def more_sets_followed(demand: State, session: JudgedSession, given: Given) -> State:
    """Without a prescribed count all sets that were done are judged, up to the cap."""
    done = given.told.sets_for(len(session.repetitions))
    if given.told.sets is not None or done <= demand.sets:
        return demand
    return replace(forgotten(demand), sets=done)


def fewer_sets_followed(demand: State, session: JudgedSession, given: Given) -> State:
    """Fewer than last time hold the demand once; without a prescribed count they are the next."""
    done = len(session.repetitions)
    if given.told.sets is not None or done >= demand.sets:
        return demand
    return replace(forgotten(demand), sets=done, first_sets=min(done, demand.first_sets))


def forgotten(state: State) -> State:
    return replace(state, best_total=None, repeats=0, left=None)
