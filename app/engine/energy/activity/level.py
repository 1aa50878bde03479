"""Whether an expenditure read from a log is one that a body can live with."""

from app.engine.answer import Basis, Estimate, Part, Reason, ReasonKind
from app.engine.energy.resting.resting_energy import RestingEnergy

POSSIBLE_LEVELS = (0.8, 3.0)
"""Expenditure over resting energy: below 1 nobody lives and food is missing from the log; above
2.5 nobody lives for weeks. Beyond these the log contradicts itself."""
USUAL_LEVELS = (1.0, 2.5)
ROUGH_RESTING_KCAL_PER_KG = (12.0, 28.0)
"""Of a kilogram of body mass, from very obese to lean and small; where nothing else is known."""
PLAUSIBLE_KCAL_PER_DAY = (600.0, 8000.0)
"""Expenditure of adults, from bed rest of the smallest to a cycling tour; beyond, the log errs."""

LOG_CONTRADICTS = ReasonKind(
    "log_contradicts_itself",
    "The log would mean {energy_kcal_per_day:.0f} kcal a day, which nobody of this body spends; "
    "weights or intake are wrong.",
    Basis.CONVENTION,
)
BELOW_RESTING = ReasonKind(
    "expenditure_below_resting",
    "{energy_kcal_per_day:.0f} kcal a day is {level:.2f} of the resting energy, and nobody spends "
    "less than that: food is probably missing from the log.",
    Basis.EVIDENCE,
    "fao_2004",
)
ABOVE_SUSTAINED = ReasonKind(
    "expenditure_above_sustained",
    "{energy_kcal_per_day:.0f} kcal a day is {level:.2f} of the resting energy, and nobody keeps "
    f"up more than {USUAL_LEVELS[1]:g} for weeks: "
    "check the weights (units, another scale) and the intake.",
    Basis.EVIDENCE,
    "fao_2004",
)


def impossible(
    spent: Estimate, resting: Part[RestingEnergy], body_mass_kg: float
) -> tuple[Reason, ...]:
    """Why nobody spends this; only where even the ends of both intervals do not meet."""
    low_kcal, high_kcal = _resting_range(resting, body_mass_kg)
    low, high = POSSIBLE_LEVELS
    least, most = PLAUSIBLE_KCAL_PER_DAY
    within = spent.high >= low * low_kcal and spent.low <= high * high_kcal
    if within and least <= spent.value <= most:
        return ()
    return (LOG_CONTRADICTS(energy_kcal_per_day=spent.value),)


def unusual(spent: Estimate, resting: Part[RestingEnergy]) -> tuple[Reason, ...]:
    """A warning where the log says that more or less is spent than people do."""
    if resting.value is None:
        return ()
    level = spent.value / resting.value.estimate.value
    low, high = USUAL_LEVELS
    if low <= level <= high:
        return ()
    kind = BELOW_RESTING if level < low else ABOVE_SUSTAINED
    return (kind(energy_kcal_per_day=spent.value, level=level),)


def _resting_range(resting: Part[RestingEnergy], body_mass_kg: float) -> tuple[float, float]:
    if resting.value is not None:
        return resting.value.estimate.low, resting.value.estimate.high
    low, high = ROUGH_RESTING_KCAL_PER_KG
    return low * body_mass_kg, high * body_mass_kg
