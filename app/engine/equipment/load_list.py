"""Loads as they are: the run of dumbbells with its gaps, what plates make, an odd stack."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.engine.equipment.same_load import SAME_LOAD_TOLERANCE_KG
from app.engine.units import MassUnit, from_kg, to_kg


@dataclass(frozen=True, slots=True)
class LoadList:
    """Every load that the equipment can make, in `unit`, lightest first; negative is assistance.

    Neighbours lie further apart than the tolerance of one load. `load_list` makes one of any loads.
    """

    unit: MassUnit
    loads: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.loads or not all(map(math.isfinite, self.loads)):
            raise ValueError("loads: at least one is needed, and each must be a finite number")
        if any(above - below <= self._slack for below, above in pairwise(self.loads)):
            raise ValueError("loads: must rise, by more than the tolerance of one load")

    @property
    def last_rung(self) -> int:
        """Of the heaviest load, the lightest being 0."""
        return len(self.loads) - 1

    @property
    def lightest_kg(self) -> float:
        return to_kg(self.loads[0], self.unit)

    def rung_at_or_below(self, load_kg: float) -> int:
        """The heaviest rung that is not above a load; -1 below the lightest."""
        load = from_kg(load_kg, self.unit)
        rung = bisect_right(self.loads, load + self._slack) - 1
        return rung if rung < 1 or self.loads[rung] - load <= self._gap(rung) / 4 else rung - 1

    def rung_at_or_above(self, load_kg: float) -> int:
        """The lightest rung that is not below a load; one after the last above the heaviest."""
        load = from_kg(load_kg, self.unit)
        rung = bisect_left(self.loads, load - self._slack)
        if rung >= self.last_rung or load - self.loads[rung] <= self._gap(rung + 1) / 4:
            return rung
        return rung + 1

    def rung_kg(self, rung: int) -> float | None:
        """The load of a rung [kg]; None where there is no such rung."""
        return to_kg(self.loads[rung], self.unit) if 0 <= rung <= self.last_rung else None

    def gap_above_kg(self, load_kg: float) -> float:
        """From a load to the next one up [kg]; beyond an end the gap there, 0 of a single load."""
        rung = self.rung_at_or_below(load_kg)
        above_kg = self.rung_kg(rung + 1)
        if rung < 0 or above_kg is None:
            return self._end_gap_kg(rung)
        return above_kg - load_kg

    def gap_below_kg(self, load_kg: float) -> float:
        """From a load to the next one down [kg]; beyond an end the gap there, 0 of a single one."""
        rung = self.rung_at_or_above(load_kg)
        below_kg = self.rung_kg(rung - 1)
        if rung > self.last_rung or below_kg is None:
            return self._end_gap_kg(rung)
        return load_kg - below_kg

    @property
    def least_kg(self) -> float:
        """A lighter load is none [kg]; one that the equipment does not make may still be lifted."""
        return SAME_LOAD_TOLERANCE_KG

    @property
    def _slack(self) -> float:
        return from_kg(SAME_LOAD_TOLERANCE_KG, self.unit)

    def _gap(self, rung: int) -> float:
        """Between a rung and the one below it."""
        return self.loads[rung] - self.loads[rung - 1]

    def _end_gap_kg(self, rung: int) -> float:
        """At the end that is nearer to a rung."""
        if self.last_rung == 0:
            return 0.0
        return to_kg(self._gap(1 if rung <= 0 else self.last_rung), self.unit)


def load_list(unit: MassUnit, loads: Iterable[float]) -> LoadList:
    """Any loads in any order; of those that are one load within the tolerance the lightest stays.

    ValueError where there is none, or one is no finite number.
    """
    slack = from_kg(SAME_LOAD_TOLERANCE_KG, unit)
    apart: list[float] = []
    for load in sorted(loads):
        if not apart or not load - apart[-1] <= slack:
            apart.append(load)
    return LoadList(unit, tuple(apart))
