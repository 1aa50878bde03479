"""What every scheme is given beside its own parameters: loads, step, body, dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.engine.equipment.loads import (
    Loads,
    floor,
    lightest_kg,
    nearest,
    next_above,
    next_below,
    step_kg,
)
from app.engine.equipment.rounding import Rounding
from app.engine.equipment.same_load import same_load
from app.engine.progression.demand import Load
from app.engine.records import LoadMode, Tempo
from app.engine.strength.repetitions.repetitions import RepetitionsAtLoad
from app.engine.training_log.judged import JudgedSession
from app.engine.units import MassUnit, mass_text, to_kg


class Strength(Protocol):
    """What the log shows of this lifter's strength at the instant asked; loads are as logged."""

    @property
    def heaviest_kg(self) -> float:
        """Of the log [kg]."""
        ...

    def at_loads(self, loads_kg: Sequence[float]) -> Sequence[RepetitionsAtLoad]:
        """What the lifter will and could do at each load [kg], when fresh; empty where the log,
        say of a thousand repetitions, tells nothing of it."""
        ...

    def maximum_kg(self) -> float | None:
        """The load that could likely be lifted once [kg]; None where too little is known."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """One exercise of one athlete at one instant."""

    at: datetime
    loads: Loads | None = None
    """What can be loaded; None where nothing can."""
    rounding: Rounding = nearest
    step: float | None = None
    """The increase that is wanted, in the unit of the loads; None is the smallest they make."""
    body_kg: float | None = 0.0
    """The body's own part of what is lifted; None where it has one that is not known."""
    load_mode: LoadMode = LoadMode.EXTERNAL
    mass_unit: MassUnit = "kg"
    """Of the sentences."""
    tempo: Tempo | None = None
    """As asked, else as is usual."""
    explicit: bool = True
    """Somebody set what has to be done; otherwise nothing can be failed."""
    since: datetime | None = None
    """When the scheme began: earlier sessions only say where it starts."""
    start_load_kg: float | None = None
    """Of the first session, where the caller says it."""
    deficit_since: datetime | None = None
    """Since when the athlete eats less than is spent: from then on to hold is to succeed."""
    pain_0_to_10: float | None = None
    strength: Strength | None = None
    """None where the log holds nothing to predict from."""

    @property
    def unit(self) -> MassUnit:
        """Of the equipment."""
        return self.mass_unit if self.loads is None else self.loads.unit

    def step_on(self, loads: Loads, load_kg: float) -> float:
        """The increase that is wanted at a load [kg]: as asked, else the gap to the next load."""
        return step_kg(loads, load_kg) if self.step is None else to_kg(self.step, loads.unit)

    def load(self, rule_kg: float) -> Load:
        """What can be loaded for what the rule says: rounded, or the nearest end of the equipment.

        Without equipment the rule's own load: what is hung on nothing is not rounded."""
        if self.loads is None:
            return Load(rule_kg, rule_kg)
        made = self.rounding(self.loads, rule_kg)
        return Load(rule_kg, _end_kg(self.loads, rule_kg) if made is None else made.load_kg)

    def raised(self, load: Load, steps: float = 1.0) -> Load | None:
        """So many steps more, un-rounded; None where the equipment makes nothing heavier."""
        if self.loads is None or next_above(self.loads, load.load_kg) is None:
            return None
        rise_kg = steps * self.step_on(self.loads, load.load_kg)
        return self.load(carried_load_kg(load, self.loads) + rise_kg)

    def lighter(self, load: Load, share: float) -> Load | None:
        """Less by a share of all that is lifted, at least one step and rounded down, so that no
        step back rounds to the load it came from; None where nothing lighter can be loaded.

        On the body's own weight a step back is more assistance, but never all of the body.
        """
        lifted_kg = self.lifted_kg(load.load_kg) or abs(load.load_kg)
        wanted_kg = load.load_kg - share * lifted_kg
        below = None if self.loads is None else next_below(self.loads, load.load_kg)
        if self.loads is None or below is None:
            return None
        made = floor(self.loads, min(wanted_kg, below.load_kg))
        next_kg = lightest_kg(self.loads) if made is None else made.load_kg
        return Load(wanted_kg, next_kg) if self.leaves_something(next_kg) else None

    def leaves_something(self, load_kg: float) -> bool:
        """False where the assistance would be at least the body's part."""
        return not self.body_kg or self.body_kg + load_kg > 0

    def lifted_kg(self, load_kg: float) -> float | None:
        """Everything that moves, the body's part included [kg]; None where that is not known."""
        if self.body_kg is None or self.body_kg + load_kg <= 0:
            return None
        return self.body_kg + load_kg

    def lenient(self, session: JudgedSession) -> bool:
        """Whether to hold was to succeed on that day."""
        return self.deficit_since is not None and session.performed_at >= self.deficit_since

    def text(self, load_kg: float) -> str:
        """A load as a person reads it; without one it is the body's weight that is lifted."""
        if not same_load(load_kg, 0.0):
            return mass_text(load_kg, self.mass_unit)
        return "no load" if self.load_mode is LoadMode.EXTERNAL else "body weight"


def _end_kg(loads: Loads, rule_kg: float) -> float:
    made = floor(loads, rule_kg)
    return lightest_kg(loads) if made is None else made.load_kg


def carried_load_kg(load: Load, loads: Loads) -> float:
    """The rule's load while it rounds to the load lifted, so that small steps add up; after a step
    back it may not [kg]."""
    ahead_kg = load.rule_kg - load.load_kg
    gap_kg = loads.gap_above_kg(load.load_kg) if ahead_kg > 0 else loads.gap_below_kg(load.load_kg)
    return load.rule_kg if abs(ahead_kg) <= gap_kg / 2 else load.load_kg
