"""Fat at one place: what is known of choosing it, and what a loss does there."""

from dataclasses import dataclass

from app.engine.answer import Basis, Part, ReasonKind, ok
from app.engine.energy.body.classes import DEFINITION, DEFINITION_PERCENT
from app.engine.energy.goals.body_fat_goal import mass_at_body_fat
from app.engine.energy.goals.goal import Place
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.girth import VISCERAL_EXPONENT, WAIST_CM_PER_KG_FAT

SYSTEMIC = ReasonKind(
    "spot_reduction_systemic",
    "Where fat goes first cannot be chosen: the plan is to lose fat all over, with its share "
    "from the {place}. Training there builds the muscle under the fat.",
    Basis.EVIDENCE,
    "ramirez_campillo_2022",
)
AGAINST_POOLED = ReasonKind(
    "spot_reduction_meta_analysis",
    "Against: over 13 studies and more than 1,000 people, training one limb did not take more fat "
    "from it than from the other.",
    Basis.EVIDENCE,
    "ramirez_campillo_2022",
)
AGAINST_ARM = ReasonKind(
    "spot_reduction_arm",
    "Against: after 12 weeks of training one arm, 104 people had no less fat in it than in the "
    "other by magnetic resonance; calipers showed less in men.",
    Basis.EVIDENCE,
    "kostek_2007",
)
AGAINST_LEG = ReasonKind(
    "spot_reduction_leg",
    "Against: 11 people trained one leg for 12 weeks and lost fat at the arms and the trunk.",
    Basis.EVIDENCE,
    "ramirez_campillo_2013",
)
FOR_TRUNK = ReasonKind(
    "spot_reduction_trunk",
    "For: 16 overweight men ran alike; those who also trained the abdomen for an hour, four times "
    "a week, lost 0.7 kg more fat from the trunk and no more in all. It is small and was not "
    "repeated.",
    Basis.EVIDENCE,
    "brobakken_2023",
)
FASTER = ReasonKind(
    "fat_that_falls_faster",
    "What does fall faster is fat within the belly: about {exponent:.1f} times as fast as fat in "
    "all, whatever the diet. The waist falls by about {waist_cm_per_kg:.1f} cm for each kg of fat.",
    Basis.EVIDENCE,
    "hallgreen_hall_2008",
)


@dataclass(frozen=True, slots=True)
class Definition:
    """The range of body fat in which coaches say that muscles begin to show: a convention."""

    low_percent: float
    high_percent: float
    now_percent: float | None
    """About; None where it is not known."""
    body_mass_kg: float | None
    """About, at the upper end; None where that is not below body fat now."""


@dataclass(frozen=True, slots=True)
class SpotReduction:
    place: Place
    waist_cm_per_kg_fat: float
    visceral_exponent: float
    """Visceral fat changes as fat in all to this power."""
    definition: Definition | None
    """None where the sex is not known."""


def spot_reduction(place: Place, standing: Standing) -> Part[SpotReduction]:
    """What is known for and against; the plan itself is the target of the same answer."""
    value = SpotReduction(place, WAIST_CM_PER_KG_FAT, VISCERAL_EXPONENT, _definition(standing))
    because = (
        SYSTEMIC(place=place.words),
        AGAINST_POOLED(),
        AGAINST_ARM(),
        AGAINST_LEG(),
        FOR_TRUNK(),
        FASTER(exponent=VISCERAL_EXPONENT, waist_cm_per_kg=WAIST_CM_PER_KG_FAT),
    )
    if value.definition is None:
        return ok(value, because)
    low, high = value.definition.low_percent, value.definition.high_percent
    return ok(value, (*because, DEFINITION(low_percent=low, high_percent=high)))


def _definition(standing: Standing) -> Definition | None:
    sex, body, mass_kg = standing.athlete.sex, standing.body, standing.body_mass_kg
    if sex is None:
        return None
    low, high = DEFINITION_PERCENT[sex]
    if body is None or mass_kg is None:
        return Definition(low, high, None, None)
    now = 100.0 * body.fat_mass_kg / mass_kg
    return Definition(low, high, now, mass_at_body_fat(body, high) if high < now else None)
