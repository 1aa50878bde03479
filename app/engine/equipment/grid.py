"""Loads in equal steps: what is assumed of equipment that nobody described."""

import math
from dataclasses import dataclass

from app.engine.equipment.same_load import SAME_LOAD_TOLERANCE_KG
from app.engine.units import MassUnit, from_kg, to_kg

LEAST_SHARE_OF_STEP = 0.25
"""Loads below this share of the usual step are none: half of the finest step read off a log."""


@dataclass(frozen=True, slots=True)
class LoadGrid:
    """The loads that the equipment can make: minimum, minimum + step, ..., maximum.

    All in `unit`: a bar with kilogram plates is ("kg", 2.5, 20), with pound plates ("lb", 5, 45).
    A negative minimum is assistance; `maximum` None is no limit worth naming.
    """

    unit: MassUnit
    step: float
    minimum: float
    maximum: float | None = None

    def __post_init__(self) -> None:
        if not 0 < self.step < math.inf or not math.isfinite(self.minimum):
            raise ValueError("a load grid needs a positive step and a finite minimum")
        if self.maximum is not None and not self.minimum <= self.maximum < math.inf:
            raise ValueError("a load grid's maximum is below its minimum, or no number")

    @property
    def last_rung(self) -> int | None:
        """Of the heaviest load, the lightest being 0; None where there is no limit."""
        if self.maximum is None:
            return None
        return math.floor((self.maximum - self.minimum) / self.step + 1e-9)

    @property
    def lightest_kg(self) -> float:
        return to_kg(self.minimum, self.unit)

    def rung_at_or_below(self, load_kg: float) -> int:
        """The heaviest rung that is not above a load; -1 below the lightest."""
        rung = math.floor(self._steps(load_kg) + self._tolerance())
        return max(rung if self.last_rung is None else min(rung, self.last_rung), -1)

    def rung_at_or_above(self, load_kg: float) -> int:
        """The lightest rung that is not below a load; one after the last above the heaviest."""
        rung = max(math.ceil(self._steps(load_kg) - self._tolerance()), 0)
        return rung if self.last_rung is None else min(rung, self.last_rung + 1)

    def rung_kg(self, rung: int) -> float | None:
        """The load of a rung [kg]; None where there is no such rung."""
        if rung < 0 or (self.last_rung is not None and rung > self.last_rung):
            return None
        return to_kg(round(self.minimum + rung * self.step, 6), self.unit)

    def gap_above_kg(self, _load_kg: float) -> float:
        return to_kg(self.step, self.unit)

    def gap_below_kg(self, _load_kg: float) -> float:
        return to_kg(self.step, self.unit)

    @property
    def least_kg(self) -> float:
        """A lighter load is none [kg]."""
        return LEAST_SHARE_OF_STEP * to_kg(self.step, self.unit)

    def _steps(self, load_kg: float) -> float:
        return (from_kg(load_kg, self.unit) - self.minimum) / self.step

    def _tolerance(self) -> float:
        """The tolerance of one load, in steps, never so wide that two neighbours are one."""
        return min(SAME_LOAD_TOLERANCE_KG / to_kg(self.step, self.unit), 0.25)
