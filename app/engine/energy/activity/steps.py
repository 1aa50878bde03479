"""What steps say of energy: little, and never the total of a day."""

from math import inf

from app.engine.answer import Basis, Estimate, Part, ReasonKind, insufficient, ok, refused
from app.engine.energy import missing
from app.engine.energy.interval import normal_estimate

KCAL_PER_KG_PER_STEP = 0.00044
"""0.0285 kcal a step in men of 64.5 kg who went from 9,000 to 29,600 steps in a calorimeter."""
RELATIVE_SD = 0.30
"""Of one person and one counter; ours."""
MOST_STEPS = 100_000.0
STEP_COST = ReasonKind(
    "steps_cost",
    "{steps:.0f} steps x {body_mass_kg:.1f} kg x "
    f"{KCAL_PER_KG_PER_STEP:g} = "
    "{net_kcal:.0f} kcal above rest, on the flat.",
    Basis.EVIDENCE,
    "step_energy",
)
NOT_A_TOTAL = ReasonKind(
    "steps_no_total",
    "Never set a day's total from steps: among 41 adults the steps did not go with the level of "
    "activity, and they see neither weights, wheels nor hills.",
    Basis.EVIDENCE,
    "step_energy",
)
STEPS_OUT_OF_RANGE = ReasonKind(
    "steps_out_of_range",
    "{steps:.0f} steps are no steps of a day.",
    Basis.CONVENTION,
)


def step_energy(body_mass_kg: float, steps: float) -> Part[Estimate]:
    """Energy of steps above rest [kcal]; always warned of. Refused outside 0 to 100,000."""
    if not 0.0 < body_mass_kg < inf:
        return insufficient((missing.HEIGHT_OR_MASS,))
    if not 0.0 <= steps <= MOST_STEPS:
        return refused((STEPS_OUT_OF_RANGE(steps=steps),), "Check the count of steps.")
    net = KCAL_PER_KG_PER_STEP * body_mass_kg * steps
    estimate = normal_estimate(net, RELATIVE_SD * net, at_least=0.0)
    because = STEP_COST(steps=steps, body_mass_kg=body_mass_kg, net_kcal=net)
    return ok(estimate, (because,), warnings=(NOT_A_TOTAL(),))
