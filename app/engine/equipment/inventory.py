"""What an athlete says of their equipment: the loads it makes, and what to put on for one of them.

The usual equal steps (`LoadGrid`) stand where nothing is said.
"""

from dataclasses import dataclass

from app.engine.equipment.bands import Bands
from app.engine.equipment.fixed_loads import FixedLoads
from app.engine.equipment.load_list import LoadList
from app.engine.equipment.loads import nearest
from app.engine.equipment.pieces import Piece
from app.engine.equipment.plates import Plates
from app.engine.equipment.rounding import CannotBeLoaded, neighbours, require_finite
from app.engine.equipment.same_load import same_load
from app.engine.equipment.stack import Stack


@dataclass(frozen=True, slots=True)
class BodyOnly:
    """Nothing to load."""


Unweighed = Bands | BodyOnly
"""No load is told in kilograms."""

Weighed = Plates | FixedLoads | Stack

Inventory = Weighed | Unweighed


@dataclass(frozen=True, slots=True)
class Loading:
    """How a load is made."""

    load_kg: float
    """What these pieces make."""
    remainder_kg: float
    """Of the load that was wanted: wanted minus made."""
    pieces: tuple[Piece, ...]
    """On each of `sides`; none for the bare bar."""
    sides: int


def loads_of(inventory: Inventory) -> LoadList | None:
    """Every load that the equipment makes; None where none is told in kilograms."""
    return None if isinstance(inventory, Unweighed) else inventory.makes()


def loading_of(inventory: Inventory, load_kg: float) -> Loading | CannotBeLoaded:
    """The pieces for exactly this load. ValueError where it is no finite number."""
    require_finite(load_kg)
    if isinstance(inventory, Unweighed):
        return CannotBeLoaded(load_kg, None, None)
    loads = inventory.makes()
    made = nearest(loads, load_kg)
    if made is None or not same_load(made.load_kg, load_kg):
        return neighbours(loads, load_kg)
    return put_together(inventory, made.load_kg, load_kg)


def put_together(inventory: Weighed, made_kg: float, wanted_kg: float) -> Loading:
    """The pieces for a load that the equipment makes, where another may have been wanted."""
    pieces = inventory.pieces(made_kg)
    return Loading(made_kg, wanted_kg - made_kg, pieces, inventory.sides)
