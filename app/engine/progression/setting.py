"""What every scheme is given beside its own parameters: loads, step, body, dates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.engine.overload.equipment import (
    LoadableLoad,
    LoadGrid,
    floor,
    lightest_kg,
    nearest,
    next_above,
    same_load,
    step_kg,
)
from app.engine.overload.judged import JudgedSession
from app.engine.progression.demand import Load
from app.engine.records import LoadMode, Tempo
from app.engine.strength.repetitions import RepetitionsAtLoad
from app.engine.units import MassUnit, mass_text, to_kg


class Strength(Protocol):
    """What the log shows of this lifter's strength at the instant asked; loads are as logged."""

    @property
    def heaviest_kg(self) -> float:
        """Of the log [kg]."""
        ...

    def at_loads(self, loads_kg: Sequence[float]) -> Sequence[RepetitionsAtLoad]:
        """What the lifter will and could do at each load [kg], when fresh."""
        ...

    def maximum_kg(self) -> float:
        """The load that could likely be lifted once [kg]."""
        ...


Rounding = Callable[[LoadGrid, float], LoadableLoad | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """One exercise of one athlete at one instant."""

    at: datetime
    loads: LoadGrid | None = None
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
    since: datetime | None = None
    """When the scheme began: earlier sessions only say where it starts."""
    start_load_kg: float | None = None
    """Of the first session, where the caller says it."""
    deficit_since: datetime | None = None
    """Since when the athlete eats less than is spent: from then on to hold is to succeed."""
    pain_0_to_10: int | None = None
    strength: Strength | None = None
    """None where the log holds nothing to predict from."""

    @property
    def unit(self) -> MassUnit:
        """Of the equipment."""
        return self.mass_unit if self.loads is None else self.loads.unit

    @property
    def step_kg(self) -> float:
        """The increase that is wanted [kg]; 0 where nothing can be loaded and none was asked."""
        if self.step is not None:
            return to_kg(self.step, self.unit)
        return 0.0 if self.loads is None else step_kg(self.loads)

    def load(self, rule_kg: float) -> Load:
        """What can be loaded for what the rule says: rounded, or the nearest end of the equipment.

        Without equipment the rule's own load: what is hung on nothing is not rounded."""
        if self.loads is None:
            return Load(rule_kg, rule_kg)
        made = self.rounding(self.loads, rule_kg)
        return Load(rule_kg, self._end_kg(rule_kg) if made is None else made.load_kg)

    def raised(self, load: Load, steps: float = 1.0) -> Load | None:
        """So many steps more, un-rounded; None where the equipment makes nothing heavier."""
        if self.loads is None or next_above(self.loads, load.load_kg) is None:
            return None
        return self.load(self._carried_kg(load) + steps * self.step_kg)

    def lighter(self, load: Load, share: float) -> Load | None:
        """Less by a share of all that is lifted, at least one step and rounded down, so that no
        step back rounds to the load it came from; None where nothing lighter can be loaded."""
        lifted_kg = self.lifted_kg(load.load_kg) or abs(load.load_kg)
        wanted_kg = load.load_kg - share * lifted_kg
        if self.loads is None:
            return None
        at_most_kg = min(wanted_kg, load.load_kg - step_kg(self.loads))
        made = floor(self.loads, at_most_kg)
        next_kg = lightest_kg(self.loads) if made is None else made.load_kg
        leaves_something = not self.body_kg or self.body_kg + next_kg > 0
        if next_kg >= load.load_kg or same_load(next_kg, load.load_kg) or not leaves_something:
            return None
        return Load(wanted_kg, next_kg)

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

    def _carried_kg(self, load: Load) -> float:
        """The rule's load while it rounds to the load lifted, so that small steps add up."""
        near = same_load(self.load(load.rule_kg).load_kg, load.load_kg)
        return load.rule_kg if near else load.load_kg

    def _end_kg(self, rule_kg: float) -> float:
        if self.loads is None or rule_kg < lightest_kg(self.loads):
            return rule_kg if self.loads is None else lightest_kg(self.loads)
        made = floor(self.loads, rule_kg)
        return rule_kg if made is None else made.load_kg
