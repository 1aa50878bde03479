"""Masses that were computed, as a person reads them."""

from app.engine.units import MassUnit, from_kg


def about_text(mass_kg: float, unit: MassUnit) -> str:
    """To a tenth, since nothing computed is surer: `123.3 kg`, `271.8 lb`."""
    return f"{from_kg(mass_kg, unit):.1f} {unit}"
