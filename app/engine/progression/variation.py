"""Ladders of variations: which one is harder, which easier."""

from app.engine.answer import Basis, ReasonKind

HARDER = ReasonKind(
    "harder_variation",
    "{done} is the top of this variation: change to {variation}, from the bottom again.",
    Basis.CONVENTION,
    "ladder_convention",
)
EASIER = ReasonKind(
    "easier_variation",
    "{done}, number {failures} in a row below what this variation asks: change to {variation}.",
    Basis.CONVENTION,
    "ladder_convention",
)
TOP_OF_LADDER = ReasonKind(
    "top_of_ladder",
    "{done} is the top of the hardest variation of the ladder: hold it, or add load.",
    Basis.CONVENTION,
    "ladder_convention",
)

MOVE_ON = ReasonKind(
    "put_the_variation_in_its_place",
    "No programme changes by itself: put {variation} in the place of this exercise (PUT the "
    "programme) and log it under its own name. Until then this answer stays.",
    Basis.CONVENTION,
)

UNNAMED_HARDER, UNNAMED_EASIER = "a harder variation", "an easier variation"


def harder(ladder: tuple[str, ...], current: str | None) -> str | None:
    """The next rung; unnamed where the ladder does not hold this one, None at its top."""
    if current not in ladder:
        return UNNAMED_HARDER
    place = ladder.index(current) + 1
    return ladder[place] if place < len(ladder) else None


def easier(ladder: tuple[str, ...], current: str | None) -> str | None:
    """The rung before; unnamed where the ladder does not hold this one, None at its bottom."""
    if current not in ladder:
        return UNNAMED_EASIER
    place = ladder.index(current)
    return ladder[place - 1] if place else None
