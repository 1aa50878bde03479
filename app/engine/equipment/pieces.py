"""What is taken in hand to make a load."""

from dataclasses import dataclass
from enum import StrEnum

from app.engine.units import MassUnit


class PieceKind(StrEnum):
    PLATE = "plate"
    PIN = "pin"
    """A place in a stack."""
    ADD_ON = "add_on"
    """A small weight that is put on a stack: a second pin, a magnet."""
    WHOLE = "whole"
    """A dumbbell, a kettlebell, a fixed bar."""


@dataclass(frozen=True, slots=True)
class Piece:
    """So many pieces of one mass, in the unit that is written on them."""

    kind: PieceKind
    mass: float
    unit: MassUnit
    count: int = 1
