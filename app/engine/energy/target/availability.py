"""Energy availability: what food leaves for the body once training is paid for."""

from math import inf

from app.engine.answer import (
    Basis,
    Estimate,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy import missing
from app.engine.energy.target import cautions, refusals

LOW_KCAL_PER_KG = cautions.AVAILABILITY_KCAL_PER_KG
TOO_LOW_KCAL_PER_KG = refusals.AVAILABILITY_KCAL_PER_KG

AVAILABILITY = ReasonKind(
    "energy_availability",
    "({intake_kcal_per_day:.0f} \N{MINUS SIGN} {exercise_kcal_per_day:.0f} kcal of training) / "
    "{fat_free_mass_kg:.1f} kg of fat-free mass = {availability_kcal_per_kg:.1f} kcal for each kg "
    "a day.",
    Basis.EVIDENCE,
    "mountjoy_2023",
)
BEFORE_TRAINING = ReasonKind(
    "energy_availability_before_training",
    "What training costs is unknown and taken as nothing, so this is the most that it can be.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
LOW = ReasonKind(
    "energy_availability_low",
    "{availability_kcal_per_kg:.1f} is below the customary "
    f"{LOW_KCAL_PER_KG:g} kcal/kg; hormones, bones and mood "
    "suffer in some people who stay there. No single number is agreed on.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
TOO_LOW = ReasonKind(
    "energy_availability_too_low",
    "{availability_kcal_per_kg:.1f} is below "
    f"{TOO_LOW_KCAL_PER_KG:g} kcal/kg: too little to plan with.",
    Basis.CONVENTION,
    "mountjoy_2023",
)
IMPOSSIBLE = ReasonKind(
    "energy_availability_inputs",
    "Intake and training are 0 or more, and fat-free mass is above 0.",
    Basis.CONVENTION,
)


def energy_availability(
    intake_kcal_per_day: float, exercise_kcal_per_day: float, fat_free_mass_kg: float
) -> float:
    """Intake less the energy of training, for each kg of fat-free mass [kcal/kg/d].

    The energy of training is net of rest. Mountjoy et al. (2023) Br J Sports Med 57:1073.
    """
    return (intake_kcal_per_day - exercise_kcal_per_day) / fat_free_mass_kg


def availability(
    intake_kcal_per_day: float,
    net_exercise: Estimate | None,
    fat_free_mass_kg: float | None,
) -> Part[Estimate]:
    """Energy availability of a day [kcal/kg/d]; the interval is that of the training.

    `net_exercise` is for each day and above rest; None is unknown, and the answer is the most that
    it can be. Insufficient without fat-free mass. A low one is answered and warned of: it tells how
    a day was. A target that leads there is another thing and refused elsewhere.
    """
    if fat_free_mass_kg is None:
        return insufficient((missing.BODY_FAT,))
    spent = net_exercise or Estimate(0.0, 0.0, 0.0)
    if not (intake_kcal_per_day >= 0.0 and spent.value >= 0.0 and 0.0 < fat_free_mass_kg < inf):
        return refused((IMPOSSIBLE(),), "Check intake, training and body fat.")
    value, low, high = (
        energy_availability(intake_kcal_per_day, kcal, fat_free_mass_kg)
        for kcal in (spent.value, spent.high, spent.low)
    )
    because = AVAILABILITY(
        intake_kcal_per_day=intake_kcal_per_day,
        exercise_kcal_per_day=spent.value,
        fat_free_mass_kg=fat_free_mass_kg,
        availability_kcal_per_kg=value,
    )
    warnings = _warnings(value) + (() if net_exercise else (BEFORE_TRAINING(),))
    return ok(Estimate(value, low, high), (because,), warnings=warnings)


def _warnings(availability_kcal_per_kg: float) -> tuple[Reason, ...]:
    if availability_kcal_per_kg < TOO_LOW_KCAL_PER_KG:
        return (TOO_LOW(availability_kcal_per_kg=availability_kcal_per_kg),)
    if availability_kcal_per_kg < LOW_KCAL_PER_KG:
        return (LOW(availability_kcal_per_kg=availability_kcal_per_kg),)
    return ()
