"""What holds a body after a diet: more than is spent while less is eaten.

While less is eaten, less is spent: on digestion, and by adaptation. Both come back with the food,
so whoever ends a diet at the expenditure of the diet goes on losing. How large adaptation is, is
disputed, and it is the interval here.
"""

import math
from dataclasses import dataclass

from app.engine.answer import Basis, Estimate, Part, ReasonKind, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.advice import EnergyAnswer
from app.engine.energy.body.composition import Composition
from app.engine.energy.dynamics.calibration import making_cost
from app.engine.energy.dynamics.constants import NIH_PLANNER
from app.engine.energy.outlook.draws import ADAPTATION_RANGE
from app.engine.energy.outlook.outset import eaten_lately
from app.engine.energy.outlook.remarks import ADAPTATION_DISPUTED
from app.engine.energy.outlook.scenario import BREAKS_WATER

HELD_AFTER_DIET = ReasonKind(
    "maintenance_after_diet",
    "While {eaten_kcal_per_day:.0f} kcal a day are eaten, {spent_kcal_per_day:.0f} are spent; "
    "digestion and adaptation come back with the food, and about {intake_kcal_per_day:.0f} hold "
    "this mass.",
    Basis.EVIDENCE,
    "hall_2011",
)
ADAPTATION_NOW = ReasonKind(
    "adaptation_now",
    "Adaptation now is about {adaptation_kcal_per_day:.0f} kcal a day in Hall's model, and from "
    "{low_kcal_per_day:.0f} to {high_kcal_per_day:.0f} by what studies find.",
    Basis.EVIDENCE,
    "hall_2011",
)
REGAIN = ReasonKind(
    "regain_after_diet",
    "Two years after two years of eating less, people who had not been obese had regained 54 % "
    "of 9 kg; watch the weight and ask again each week.",
    Basis.EVIDENCE,
    "marlatt_2017",
)
NO_DIET = ReasonKind(
    "no_deficit_now",
    "The log shows no deficit now, so what is spent is what holds this mass.",
    Basis.EVIDENCE,
)


@dataclass(frozen=True, slots=True)
class AfterDiet:
    """What to eat once a diet ends [kcal/d]."""

    deficit_seen: bool
    """Whether the log shows one, its whole interval below 0."""
    intake: Estimate
    """Holds the mass of now; as sure as the expenditure and the size of adaptation."""
    spent_now_kcal_per_day: float
    eaten_kcal_per_day: float
    adaptation: Estimate
    """Spent less by adaptation now, beside what the lost mass no longer spends."""


def after_diet(answer: EnergyAnswer, body: Composition | None) -> Part[AfterDiet]:
    """What would hold the mass of now; where no deficit is seen that is what is spent.

    Insufficient without an expenditure or an intake.
    """
    spent, eaten = answer.expenditure.value, eaten_lately(answer.expenditure, answer.balance)
    balance = answer.balance.value
    if spent is None or eaten is None or balance is None:
        lacking = answer.balance.missing or (missing.INTAKE,)
        return insufficient(lacking, evidence=answer.balance.evidence)
    if balance.high >= 0.0:
        none = Estimate(0.0, 0.0, 0.0)
        same = AfterDiet(False, spent.estimate, spent.estimate.value, eaten, none)
        return ok(same, (NO_DIET(),), evidence=answer.balance.evidence)
    value = _held(spent.estimate, eaten, None if body is None else body.fat_mass_kg)
    named = {
        "intake_kcal_per_day": value.intake.value,
        "spent_kcal_per_day": spent.estimate.value,
        "eaten_kcal_per_day": eaten,
    }
    adapted = ADAPTATION_NOW(
        adaptation_kcal_per_day=value.adaptation.value,
        low_kcal_per_day=value.adaptation.low,
        high_kcal_per_day=value.adaptation.high,
    )
    because = (HELD_AFTER_DIET(**named), adapted, ADAPTATION_DISPUTED(), BREAKS_WATER(), REGAIN())
    return ok(value, because, evidence=answer.balance.evidence)


def in_balance(
    spent_kcal: float, eaten_kcal: float, adaptation_share: float, fat_mass_kg: float | None
) -> float:
    """Expenditure B once just that is eaten [kcal/d]; from expenditure E at an intake I.

    E = B - (a + t) (B - I) - m (E - I), where t is the thermic effect of food, a the share of
    adaptation and m the cost of making tissue, which is saved while tissue is lost. It is left
    out where fat mass is not known: 2 % of the deficit. Hall (2011), eqs 5 to 7.
    """
    follows = NIH_PLANNER.digestion_share + adaptation_share
    making = 0.0
    if fat_mass_kg is not None:
        lean = NIH_PLANNER.partition_kg / (NIH_PLANNER.partition_kg + fat_mass_kg)
        making = making_cost(lean, NIH_PLANNER)
    at_intake = spent_kcal + making * (spent_kcal - eaten_kcal)
    return (at_intake - follows * eaten_kcal) / (1.0 - follows)


def _held(spent: Estimate, eaten_kcal: float, fat_mass_kg: float | None) -> AfterDiet:
    share, (least, most) = NIH_PLANNER.adaptation_share, ADAPTATION_RANGE
    value, low, high = (
        in_balance(spent.value, eaten_kcal, of, fat_mass_kg) for of in (share, least, most)
    )
    # The errors of expenditure and of adaptation are independent of each other.
    slope = 1.0 / (1.0 - NIH_PLANNER.digestion_share - share)
    below = math.hypot(value - low, slope * (spent.value - spent.low))
    above = math.hypot(high - value, slope * (spent.high - spent.value))
    deficits = [of * (b - eaten_kcal) for of, b in ((share, value), (least, low), (most, high))]
    return AfterDiet(
        True,
        Estimate(value, value - below, value + above),
        spent.value,
        eaten_kcal,
        Estimate(*deficits),
    )
