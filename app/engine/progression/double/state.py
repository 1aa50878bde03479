"""What a progression scheme is given and what it says: its parameters and its state."""

from dataclasses import dataclass
from datetime import datetime

from app.engine.answer import Reason
from app.engine.equipment.loads import Loads, step_kg
from app.engine.equipment.same_load import same_load
from app.engine.progression.action import Action
from app.engine.records import LoadMode, Tempo
from app.engine.units import MassUnit, mass_text, to_kg


@dataclass(frozen=True, slots=True)
class Parameters:
    """The rule's numbers, from a programme where there is one, else from conventions."""

    repetitions_low: int
    repetitions_high: int
    sets: int | None = None
    """None: as many as were done last, at most `sets_cap`."""
    sets_cap: int = 6
    """More are not copied from a log, nor added. A convention."""
    loads: Loads | None = None
    """What can be loaded; None where nothing can."""
    step: float | None = None
    """In the unit of the loads; None is the gap to the next one up."""
    sets_max: int | None = None
    """None: two more than at the start, at most six."""
    tempo: Tempo | None = None
    eccentric_s_max: float = 4.0
    repetition_s_max: float = 8.0
    """Up to here a slower repetition builds as much (Schoenfeld, Ogborn & Krieger 2015)."""
    repetitions_cap: int = 20
    """How far a range is extended for a large step."""
    explicit: bool = False
    """The range was set by a programme; only then can a session fall short of it."""
    since: datetime | None = None
    """When it was set."""
    body_kg: float | None = 0.0
    """The body's own part of what is lifted; None where it has one that is not known."""
    load_mode: LoadMode = LoadMode.EXTERNAL
    mass_unit: MassUnit = "kg"
    """Of the sentences."""

    def step_on(self, loads: Loads, load_kg: float) -> float:
        """The increase that is wanted at a load [kg]."""
        return step_kg(loads, load_kg) if self.step is None else to_kg(self.step, loads.unit)

    @property
    def most_repetitions(self) -> int:
        return max(self.repetitions_cap, self.repetitions_high)

    def lifted_kg(self, load_kg: float) -> float | None:
        """Everything that moves, the body's part included [kg]; None where that is not known."""
        if self.body_kg is None or self.body_kg + load_kg <= 0:
            return None
        return self.body_kg + load_kg

    def leaves_something(self, load_kg: float) -> bool:
        """False where the assistance would be at least the body's part."""
        return not self.body_kg or self.body_kg + load_kg > 0

    def sets_for(self, done: int) -> int:
        """The number of sets to prescribe and to judge, where so many were done."""
        return self.sets or min(done, self.sets_cap)

    def text(self, load_kg: float) -> str:
        """A load as a person reads it; without one it is the body's weight that is lifted."""
        if not same_load(load_kg, 0.0):
            return mass_text(load_kg, self.mass_unit)
        return "no load" if self.load_mode is LoadMode.EXTERNAL else "body weight"


@dataclass(frozen=True, slots=True)
class State:
    """The demand of the next session, and what the log has shown of it so far."""

    action: Action
    load_kg: float
    """What can be loaded."""
    unrounded_load_kg: float
    """What the rule says; carried on, so that steps smaller than the equipment's add up."""
    sets: int
    first_sets: int
    """The count of sets from which sets are added."""
    repetitions_high: int
    """The top of the range, extended where the next load is far."""
    repetitions_target: int
    tempo: Tempo | None
    best_total: int | None = None
    """Most repetitions over the prescribed sets at this demand; None before its first session."""
    repeats: int = 0
    """Sessions in a row that brought no gain at this demand."""
    because: tuple[Reason, ...] = ()
    left: "State | None" = None
    """The demand that was stepped back from, until the lighter load has been lifted."""
