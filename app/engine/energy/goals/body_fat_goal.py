"""The body mass at which a body fat is reached."""

from app.engine.energy.body.composition import FORBES_KG, Composition
from app.engine.energy.dynamics.forbes import tissue_change
from app.engine.energy.outlook.lean_loss import TRAINING_SHARE

_HALVINGS = 60


def mass_at_body_fat(
    body: Composition, percent: float, lean_loss_share: float = TRAINING_SHARE
) -> float:
    """Body mass at a body fat below that of now, along the Forbes curve [kg].

    `percent` is above 0 and below that of now. `lean_loss_share` multiplies the Forbes constant:
    by default what is assumed of somebody who trains against resistance. The plain curve leads to
    a lower mass, and whoever then keeps lean mass would be sent too far. Fat falls faster than
    mass while enough is lean, so halving finds it; where too little is, the mass found is next to
    none and every limit refuses it.
    """
    mass_kg, forbes_kg = body.fat_mass_kg + body.fat_free_mass_kg, FORBES_KG * lean_loss_share
    low, high = 0.0, mass_kg
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        lost = tissue_change(body.fat_mass_kg, middle - mass_kg, forbes_kg)
        fat_kg = body.fat_mass_kg + float(lost.fat_kg)
        low, high = (middle, high) if 100.0 * fat_kg < percent * middle else (low, middle)
    return high
