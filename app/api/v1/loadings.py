"""How a load is put together, as it is answered."""

from typing import Annotated

from pydantic import Field

from app.api.v1.fields import MassOut, Output
from app.engine.equipment.inventory import Loading
from app.engine.equipment.pieces import PieceKind
from app.engine.units import MassUnit


class LoadOut(Output):
    load_kg: float
    load: Annotated[MassOut, Field(description="The same in the unit that the person reads.")]

    @classmethod
    def at(cls, load_kg: float | None, unit: MassUnit) -> "LoadOut | None":
        load = MassOut.of(load_kg, unit)
        return None if load_kg is None or load is None else cls(load_kg=load_kg, load=load)


class PieceOut(Output):
    """So many pieces that are alike."""

    kind: PieceKind
    mass: Annotated[MassOut, Field(description="In the unit that is written on it.")]
    count: Annotated[int, Field(description="On each side.")]


class LoadingOut(LoadOut):
    """How a load is put together."""

    remainder_kg: Annotated[
        float, Field(description="What was wanted minus what this makes; below zero where more.")
    ]
    sides: Annotated[int, Field(description="`pieces` go on each of these.")]
    pieces: Annotated[
        list[PieceOut],
        Field(description="As few as there can be, heaviest first; empty for the bare bar."),
    ]

    @classmethod
    def of(cls, loading: Loading, unit: MassUnit) -> "LoadingOut":
        pieces = [
            {"kind": one.kind, "mass": {"value": one.mass, "unit": one.unit}, "count": one.count}
            for one in loading.pieces
        ]
        return cls.model_validate(
            {
                "load_kg": loading.load_kg,
                "load": MassOut.of(loading.load_kg, unit),
                "remainder_kg": loading.remainder_kg,
                "sides": loading.sides,
                "pieces": pieces,
            }
        )
