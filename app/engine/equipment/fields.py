"""Refusals of an inventory that cannot be: each names the field."""

LEAST_MASS = 0.01
"""Of a plate or a dumbbell, in its unit; none so small is sold."""

MOST_MASS = 10_000.0
"""In its unit; what nobody lifts and no machine holds."""


def require_piece(field: str, mass: float) -> None:
    """ValueError where this is not the mass of something that can be taken up."""
    if not LEAST_MASS <= mass <= MOST_MASS:
        raise ValueError(f"{field}: {mass:g} is not between {LEAST_MASS:g} and {MOST_MASS:g}")


def require_mass(field: str, mass: float) -> None:
    """ValueError where this is not a mass; nothing is one."""
    if not 0 <= mass <= MOST_MASS:
        raise ValueError(f"{field}: {mass:g} is not between 0 and {MOST_MASS:g}")


def require_count(field: str, count: int | None) -> None:
    """ValueError below nothing; None is plenty."""
    if count is not None and count < 0:
        raise ValueError(f"{field}: {count} is less than none")
