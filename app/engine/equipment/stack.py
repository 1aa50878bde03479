"""A stack of weights with a pin, and the small weights that are put on top of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from app.engine.equipment.fields import require_count, require_mass, require_piece
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.pieces import Piece, PieceKind
from app.engine.equipment.sums import GRAINS_PER_KG, MOST_SUMS, Kind, Sums, grains, mass_of, sums_of
from app.engine.units import MassUnit


@dataclass(frozen=True, slots=True)
class AddOn:
    """Add-on pins or magnets that are alike."""

    mass: float
    count: int = 1

    def __post_init__(self) -> None:
        require_piece("add_ons.mass", self.mass)
        require_count("add_ons.count", self.count)


@dataclass(frozen=True, slots=True)
class Stack:
    """What the pins say, in any order (7, 12, 17, ...; see `regular_pins`), and the add-ons.

    The load is what is written on the stack; what a pulley makes of it at the handle is not known.
    """

    unit: MassUnit
    pins: tuple[float, ...]
    add_ons: tuple[AddOn, ...] = ()
    """Each is used once or not at all."""
    assists: bool = False
    """The stack takes weight off the body: loads are below zero, and 0 without the pin."""
    sides: ClassVar[int] = 1

    def __post_init__(self) -> None:
        if not 0 < len(self.pins) <= MOST_SUMS:
            raise ValueError(f"pins: from one to {MOST_SUMS:,} are needed")
        for pin in self.pins:
            require_mass("pins", pin)
        try:
            added = len(self._added().fewest[0])
        except ValueError as error:
            raise ValueError(f"add_ons: {error}") from error
        if added * len(self.pins) > MOST_SUMS:
            raise ValueError(f"add_ons: with the pins they make more than {MOST_SUMS:,} loads")

    def makes(self) -> LoadList:
        """Every pin with and without add-ons."""
        return load_list(self.unit, (mass_of(one.total, self.unit) for one in self._settings()))

    def pieces(self, load_kg: float) -> tuple[Piece, ...]:
        """The pin and the fewest add-ons, nearest to the load; nothing where no help is wanted."""
        wanted = round(load_kg * GRAINS_PER_KG)
        one = min(self._settings(), key=lambda each: (abs(each.total - wanted), each.pieces))
        if one.pin is None:
            return ()
        counts = zip(self._heaviest_first(), self._added().counts(one.added), strict=True)
        added = (
            Piece(PieceKind.ADD_ON, add_on.mass, self.unit, count)
            for add_on, count in counts
            if count
        )
        return (Piece(PieceKind.PIN, one.pin, self.unit), *added)

    def _settings(self) -> Iterator["_Setting"]:
        sign = -1 if self.assists else 1
        added = self._added().fewest[0]
        for pin in self.pins:
            for more, pieces in added.items():
                yield _Setting(sign * (grains(pin, self.unit) + more), pin, more, pieces)
        if self.assists:
            yield _Setting(0, None, 0, 0)

    def _heaviest_first(self) -> list[AddOn]:
        return sorted(self.add_ons, key=lambda add_on: add_on.mass, reverse=True)

    def _added(self) -> Sums:
        kinds = [Kind(grains(one.mass, self.unit), one.count) for one in self._heaviest_first()]
        return sums_of(kinds, sum(kind.mass * (kind.number or 0) for kind in kinds))


@dataclass(frozen=True, slots=True)
class _Setting:
    total: int
    """In grains, below zero where the stack assists."""
    pin: float | None
    added: int
    pieces: int
    """Of the add-ons."""


def regular_pins(first: float, step: float, count: int) -> tuple[float, ...]:
    """The pins of a stack in equal steps: first, first + step, ..."""
    require_mass("first", first)
    require_piece("step", step)
    if not 0 < count <= MOST_SUMS:
        raise ValueError(f"count: {count} is not between 1 and {MOST_SUMS:,}")
    return tuple(round(first + step * pin, 6) for pin in range(count))
