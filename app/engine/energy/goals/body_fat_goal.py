"""The body mass at which a body fat is reached."""

from app.engine.energy.composition import Composition
from app.engine.energy.dynamics.forbes import tissue_change

_HALVINGS = 60


def mass_at_body_fat(body: Composition, percent: float) -> float:
    """Body mass at a body fat below that of now, along the Forbes curve [kg].

    `percent` is above 0 and below that of now. Fat falls faster than mass, so halving finds it.
    """
    mass_kg = body.fat_mass_kg + body.fat_free_mass_kg
    low, high = 0.0, mass_kg
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        fat = body.fat_mass_kg + float(tissue_change(body.fat_mass_kg, middle - mass_kg).fat_kg)
        low, high = (middle, high) if 100.0 * fat < percent * middle else (low, middle)
    return high
