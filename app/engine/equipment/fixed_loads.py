"""Pieces taken as they are: dumbbells, kettlebells, fixed bars, the dial of an adjustable."""

from dataclasses import dataclass
from typing import ClassVar

from app.engine.equipment.fields import require_piece
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.pieces import Piece, PieceKind
from app.engine.equipment.sums import MOST_SUMS
from app.engine.units import MassUnit, to_kg


@dataclass(frozen=True, slots=True)
class FixedLoads:
    """Each by the mass that is written on it, in any order; a pair may be listed twice."""

    unit: MassUnit
    loads: tuple[float, ...]
    sides: ClassVar[int] = 1

    def __post_init__(self) -> None:
        if not 0 < len(self.loads) <= MOST_SUMS:
            raise ValueError(f"loads: from one to {MOST_SUMS:,} are needed")
        for load in self.loads:
            require_piece("loads", load)

    def makes(self) -> LoadList:
        return load_list(self.unit, self.loads)

    def pieces(self, load_kg: float) -> tuple[Piece, ...]:
        """The one piece; the nearest to the load."""
        mass = min(self.loads, key=lambda each: abs(to_kg(each, self.unit) - load_kg))
        return (Piece(PieceKind.WHOLE, mass, self.unit),)
