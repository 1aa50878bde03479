"""Elastic bands: an order, no mass. The pull grows with the stretch and differs between makers."""

from dataclasses import dataclass

MOST_RUNGS = 1_000


@dataclass(frozen=True, slots=True)
class Bands:
    """Rungs by name, weakest pull first: a colour, or a colour at an elongation ("red, 150 %").

    A rung is told, never kilograms: no sum and no share of rungs has a meaning.
    """

    rungs: tuple[str, ...]
    assists: bool = False
    """The band carries part of the body: a weaker one is harder."""

    def __post_init__(self) -> None:
        if not 0 < len(self.rungs) <= MOST_RUNGS:
            raise ValueError(f"rungs: from one to {MOST_RUNGS:,} are needed")
        if not all(rung.strip() for rung in self.rungs):
            raise ValueError("rungs: one has no name")
        if len(set(self.rungs)) < len(self.rungs):
            raise ValueError("rungs: a name is listed twice")
