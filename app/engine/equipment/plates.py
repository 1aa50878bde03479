"""A bar and its plates, or the pegs of a machine: every loading that is alike on all sides."""

from dataclasses import dataclass, field
from typing import Literal

from app.engine.equipment.fields import require_count, require_mass, require_piece
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.pieces import Piece, PieceKind
from app.engine.equipment.sums import GRAINS_PER_KG, Kind, Sums, grains, mass_of, sums_of
from app.engine.units import MassUnit

MOST_KINDS = 30
"""More than are made, kilograms and pounds together."""


@dataclass(frozen=True, slots=True)
class Plate:
    """Plates that are alike."""

    mass: float
    count: int | None = None
    """Owned in all, not on a side; None is plenty, as in most gyms."""
    unit: MassUnit | None = None
    """The unit written on them; None is that of the inventory."""

    def __post_init__(self) -> None:
        require_piece("plates.mass", self.mass)
        require_count("plates.count", self.count)


@dataclass(frozen=True, slots=True)
class Plates:
    """What a bar, a landmine or a plate-loaded machine can be loaded with.

    All masses are in `unit` where they have none of their own. A bar of another unit than its
    plates (20 kg with pound plates) and plates of both units are summed exactly.
    """

    unit: MassUnit
    plates: tuple[Plate, ...]
    bar: float
    """What is there before a plate is: the bar, the sled; 0 where only the plates are counted."""
    sides: Literal[1, 2] = 2
    """1: a landmine, a T-bar, a machine or a belt with one peg."""
    collars: float = 0.0
    """All of them together, always on; in the unit of the bar."""
    maximum: float | None = None
    """All told; needed where there is plenty of a plate, for there is no end otherwise."""
    bar_unit: MassUnit | None = None
    """Of the bar and the collars; None is `unit`."""
    _on_a_side: Sums = field(init=False, repr=False, compare=False)
    """Worked out once: many kinds of plates take a third of a second."""

    def __post_init__(self) -> None:
        require_mass("bar", self.bar)
        require_mass("collars", self.collars)
        if self.sides not in (1, 2):
            raise ValueError(f"sides: {self.sides} is neither 1 nor 2")
        self._require_distinct_plates()
        self._require_an_end()
        try:
            object.__setattr__(self, "_on_a_side", self._per_side())
        except ValueError as error:
            raise ValueError(f"plates: {error}") from error

    def makes(self) -> LoadList:
        """Every load that can be made, the bare bar included."""
        totals = (self._bare + self.sides * side for side in self._on_a_side.totals)
        return load_list(self.unit, (mass_of(total, self.unit) for total in totals))

    def pieces(self, load_kg: float) -> tuple[Piece, ...]:
        """The plates on each side, heaviest first, as few as there can be; nearest to the load."""
        sums = self._on_a_side
        wanted = round(load_kg * GRAINS_PER_KG)
        side = min(sums.totals, key=lambda each: abs(self._bare + self.sides * each - wanted))
        counts = zip(self._heaviest_first(), sums.counts(side), strict=True)
        return tuple(
            Piece(PieceKind.PLATE, plate.mass, self._unit(plate), count)
            for plate, count in counts
            if count
        )

    def _require_distinct_plates(self) -> None:
        if len(self.plates) > MOST_KINDS:
            raise ValueError(f"plates: more than {MOST_KINDS} kinds")
        masses = [self._grains(plate) for plate in self.plates]
        twice = next(
            (plate for plate in self.plates if masses.count(self._grains(plate)) > 1), None
        )
        if twice is not None:
            raise ValueError(f"plates: {twice.mass:g} {self._unit(twice)} is listed twice")

    def _require_an_end(self) -> None:
        if self.maximum is None:
            if any(plate.count is None for plate in self.plates):
                raise ValueError("maximum: needed where a plate has no count")
            return
        require_mass("maximum", self.maximum)
        if grains(self.maximum, self.unit) < self._bare:
            raise ValueError("maximum: is below the bar with its collars")

    @property
    def _bare(self) -> int:
        """The bar and its collars in grains."""
        unit = self.bar_unit or self.unit
        return grains(self.bar, unit) + grains(self.collars, unit)

    def _unit(self, plate: Plate) -> MassUnit:
        return plate.unit or self.unit

    def _grains(self, plate: Plate) -> int:
        return grains(plate.mass, self._unit(plate))

    def _heaviest_first(self) -> list[Plate]:
        return sorted(self.plates, key=self._grains, reverse=True)

    def _per_side(self) -> Sums:
        kinds = [
            Kind(self._grains(plate), None if plate.count is None else plate.count // self.sides)
            for plate in self.plates
        ]
        return sums_of(kinds, self._most_on_a_side(kinds))

    def _most_on_a_side(self, kinds: list[Kind]) -> int:
        if self.maximum is None:
            return sum(kind.mass * (kind.number or 0) for kind in kinds)
        return (grains(self.maximum, self.unit) - self._bare) // self.sides
