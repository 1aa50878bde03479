"""The rule that most schemes share: all done, more load; missed too often, less.

A fold over the log. What was lifted counts, not what was demanded; a miss counts only against the
load at which it happened; a layoff forgives misses; in an energy deficit to hold is to succeed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.engine.answer import Reason
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Load, reached
from app.engine.progression.fold import Answered, answered, counted, start_kg, walk
from app.engine.progression.rise import rise, shortfall
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession


@dataclass(frozen=True, slots=True)
class LoadState:
    """The load of the next session, and the misses at it so far."""

    load: Load
    action: Action = Action.START
    failures: int = 0
    """Sessions in a row that missed something at this load."""
    best: int | None = None
    """Most repetitions at this load, over the sets asked for."""
    step_backs: int = 0
    """How often the load stepped back and has not since been overtaken."""
    most_step_backs: int = 0
    """The most that ever were."""
    stuck_kg: float | None = None
    """The heaviest load that was stepped back from."""
    because: tuple[Reason, ...] = ()


def one_step(_done: tuple[int, ...]) -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class LoadRule:
    """What has to be done, how the load rises, and when it steps back."""

    wanted: tuple[int, ...]
    """Repetitions of each set, in order."""
    failures_allowed: int | None
    """The miss with which the load steps back; None where it never does."""
    step_back: float
    """By this share of all that is lifted."""
    steps: Callable[[tuple[int, ...]], float] = one_step
    """How many steps the load rises after sets that did all that was wanted."""
    met: Callable[[tuple[int, ...]], bool] | None = None
    """Where not simply every set has to reach its number."""
    forgives_gains: bool = False
    """More repetitions than ever at this load are no miss."""

    def is_met(self, done: tuple[int, ...]) -> bool:
        return reached(self.wanted, done) if self.met is None else self.met(done)

    def total(self, done: tuple[int, ...]) -> int:
        """Repetitions over the sets asked for."""
        return sum(done[: len(self.wanted)])


RuleOf = Callable[[LoadState], LoadRule]
"""What has to be done at a demand."""


def progressed(
    sessions: Sequence[JudgedSession], rule_of: RuleOf, setting: Setting
) -> LoadState | None:
    """The state after the log; None where no load to start from is known."""
    first_kg = start_kg(sessions, setting)
    if first_kg is None:
        return None
    load = setting.load(first_kg)
    start = LoadState(load, because=(said.STARTS(load=setting.text(load.load_kg)),))
    return walk(
        counted(sessions, setting),
        start,
        lambda state, session: advance(state, session, rule_of(state), setting),
        lambda state: replace(state, failures=0),
    )


def advance(
    state: LoadState, session: JudgedSession, rule: LoadRule, setting: Setting
) -> LoadState:
    """The next load, from the last demand and what was done."""
    done = answered(state.load, session)
    if not done.as_demanded:
        state = replace(state, load=done.load, failures=0, best=None)
    if rule.is_met(done.repetitions):
        return _risen(state, done, rule, setting)
    total = rule.total(done.repetitions)
    missed = replace(state, best=max(total, state.best or 0))
    if rule.forgives_gains and (state.best is None or total > state.best):
        why = said.GAINED(**shortfall(rule.wanted, done, setting))
        return replace(missed, action=Action.INCREASE_REPETITIONS, failures=0, because=(why,))
    if setting.lenient(session) and (state.best is None or total >= state.best):
        why = said.HELD_IN_DEFICIT(**shortfall(rule.wanted, done, setting))
        return replace(missed, action=Action.HOLD, because=(why,))
    return _missed(replace(missed, failures=state.failures + 1), done, rule, setting)


def _risen(state: LoadState, done: Answered, rule: LoadRule, setting: Setting) -> LoadState:
    load, action, because = rise(done, rule.steps(done.repetitions), setting)
    overtaken = state.stuck_kg is None or load.load_kg > state.stuck_kg
    return LoadState(
        load,
        action,
        step_backs=0 if overtaken else state.step_backs,
        most_step_backs=state.most_step_backs,
        stuck_kg=None if overtaken else state.stuck_kg,
        because=because,
    )


def _missed(state: LoadState, done: Answered, rule: LoadRule, setting: Setting) -> LoadState:
    numbers = shortfall(rule.wanted, done, setting)
    if rule.failures_allowed is None:
        return replace(state, action=Action.HOLD, because=(said.REPEATED(**numbers),))
    if state.failures < rule.failures_allowed:
        why = said.MISSED(**numbers, most=rule.failures_allowed, failures=state.failures)
        return replace(state, action=Action.HOLD, because=(why,))
    lighter = setting.lighter(done.load, rule.step_back)
    if lighter is None:
        return replace(state, action=Action.HOLD, because=(said.NOTHING_LIGHTER(**numbers),))
    why = said.STEPPED_BACK(
        **numbers,
        failures=state.failures,
        percent=100.0 * rule.step_back,
        next_load=setting.text(lighter.load_kg),
    )
    return LoadState(
        lighter,
        Action.DELOAD,
        step_backs=state.step_backs + 1,
        most_step_backs=max(state.step_backs + 1, state.most_step_backs),
        stuck_kg=max(done.load.load_kg, state.stuck_kg or done.load.load_kg),
        because=(why,),
    )
