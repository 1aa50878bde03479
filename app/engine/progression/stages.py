"""Stages: a miss keeps the load and changes sets and repetitions; the last starts over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from app.engine.answer import Basis, Reason, ReasonKind
from app.engine.progression import said
from app.engine.progression.action import Action
from app.engine.progression.demand import Demand, Load, reached, straight
from app.engine.progression.fold import Answered, answered, counted, start_kg, walk
from app.engine.progression.rise import rise, shortfall
from app.engine.progression.setting import Setting
from app.engine.training_log.judged import JudgedSession

NEXT_STAGE = ReasonKind(
    "next_stage",
    "Asked for at {load}: {wanted}; done: {done}. The load stays, the sets change to {stage}.",
    Basis.CONVENTION,
    "gzclp_convention",
)


@dataclass(frozen=True, slots=True)
class Stage:
    sets: int
    repetitions: int

    @property
    def wanted(self) -> tuple[int, ...]:
        return (self.repetitions,) * self.sets

    def text(self, *, open_last: bool) -> str:
        return f"{self.sets} x {self.repetitions}{'+' if open_last else ''}"


@dataclass(frozen=True, slots=True)
class StageState:
    load: Load
    stage: int
    first_stage_kg: float
    """The last load at which the first stage was done."""
    action: Action = Action.START
    testing: bool = False
    because: tuple[Reason, ...] = ()


Over = Callable[[StageState, Answered], StageState]
"""What follows a miss in the last stage."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of one tier."""

    stages: tuple[Stage, ...]
    open_last: bool

    def opening(self, sessions: Sequence[JudgedSession], setting: Setting) -> StageState | None:
        """Where the log begins: in the stage whose repetitions are nearest to those done."""
        first_kg = start_kg(sessions, setting)
        if first_kg is None:
            return None
        load = setting.load(first_kg)
        judged = counted(sessions, setting)
        usual = median(judged[0].repetitions) if judged else self.stages[0].repetitions
        apart = [abs(stage.repetitions - usual) for stage in self.stages]
        why = said.STARTS(load=setting.text(load.load_kg))
        return StageState(load, apart.index(min(apart)), load.load_kg, because=(why,))

    def walked(
        self,
        sessions: Sequence[JudgedSession],
        step: Callable[[StageState, JudgedSession], StageState],
        setting: Setting,
    ) -> StageState | None:
        state = self.opening(sessions, setting)
        if state is None:
            return None
        return walk(counted(sessions, setting), state, step, lambda rested: rested)

    def advanced(
        self, state: StageState, session: JudgedSession, setting: Setting, over: Over
    ) -> StageState:
        done = answered(state.load, session)
        first_kg = done.load.load_kg if state.stage == 0 else state.first_stage_kg
        state = replace(state, load=done.load, first_stage_kg=first_kg)
        if reached(self.stages[state.stage].wanted, done.repetitions):
            return self._risen(state, done, setting)
        if setting.lenient(session):
            why = said.HELD_IN_DEFICIT(**shortfall(self.stages[state.stage].wanted, done, setting))
            return replace(state, action=Action.HOLD, because=(why,))
        if state.stage + 1 < len(self.stages):
            return self._next_stage(state, done, setting)
        return over(state, done)

    def demand(self, state: StageState) -> Demand:
        stage = self.stages[state.stage]
        sets = straight(state.load, stage.sets, stage.repetitions, open_last=self.open_last)
        place = f"stage {state.stage + 1} of {len(self.stages)}"
        return Demand(state.action, sets, state.because, place)

    def _risen(self, state: StageState, done: Answered, setting: Setting) -> StageState:
        load, action, because = rise(done, 1.0, setting)
        return replace(state, load=load, action=action, because=because)

    def _next_stage(self, state: StageState, done: Answered, setting: Setting) -> StageState:
        following = self.stages[state.stage + 1]
        why = NEXT_STAGE(
            **shortfall(self.stages[state.stage].wanted, done, setting),
            stage=following.text(open_last=self.open_last),
        )
        return replace(state, stage=state.stage + 1, action=Action.HOLD, because=(why,))
