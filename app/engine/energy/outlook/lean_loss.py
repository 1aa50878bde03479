"""How much less lean mass is taken to be lost by who trains and eats protein: an assumption.

The model knows neither. Trials agree on the direction and differ in size, so the shares here are
smaller than what they found, work on losses only, and never turn a loss into a gain.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.engine.answer import Basis, Reason, ReasonKind

PROTEIN_G_PER_KG = 1.6
"""From here on protein counts: where gains level off (Morton 2018)."""
TRAINING_SHARE = 0.5
TRAINING_AND_PROTEIN_SHARE = 0.35

LEAN_LOSS_SHARES: Mapping[tuple[bool, bool], float] = MappingProxyType(
    {
        (False, False): 1.0,
        (False, True): 1.0,
        (True, False): TRAINING_SHARE,
        (True, True): TRAINING_AND_PROTEIN_SHARE,
    }
)
"""By (resistance training, enough protein): the Forbes constant while losing, over the average."""

TRAINING_ASSUMED = ReasonKind(
    "lean_loss_training_assumed",
    "Assumed: with resistance training the lean share of a loss weighs {share:.2f} of the usual. "
    "A review of six trials in older people found nearly all of the lean loss prevented.",
    Basis.CONVENTION,
    "sardeli_2018",
)
PROTEIN_ASSUMED = ReasonKind(
    "lean_loss_protein_assumed",
    "Assumed: with {protein_g_per_kg:.1f} g of protein for each kg beside it, {share:.2f}. In "
    "young men who trained hard, 2.4 instead of 1.2 g kept 1 kg more lean mass over four weeks.",
    Basis.CONVENTION,
    "longland_2016",
)
PROTEIN_MATTERS = ReasonKind(
    "lean_loss_protein_trained",
    "In trained athletes 2.3 instead of 1.0 g/kg cut the lean loss of two weeks from 1.6 to 0.3 "
    "kg; some of that is water.",
    Basis.EVIDENCE,
    "mettler_2010",
)
PROTEIN_ALONE = ReasonKind(
    "lean_loss_protein_alone",
    "Protein changes nothing here without resistance training: the trials had both.",
    Basis.CONVENTION,
    "morton_2018",
)
PROTEIN_TOO_LITTLE = ReasonKind(
    "lean_loss_protein_little",
    "{protein_g_per_kg:.1f} g of protein for each kg is below 1.6, from where on it is counted.",
    Basis.CONVENTION,
    "morton_2018",
)
NO_GAIN_IN_DEFICIT = ReasonKind(
    "lean_gain_not_forecast",
    "No gain of lean mass is forecast in a deficit: over trials, 500 kcal a day prevented it.",
    Basis.EVIDENCE,
    "murphy_koehler_2022",
)


def lean_loss_share(resistance_training: bool, protein_g_per_kg: float | None) -> float:
    """What the Forbes constant is multiplied by while tissue is lost."""
    enough = protein_g_per_kg is not None and protein_g_per_kg >= PROTEIN_G_PER_KG
    return LEAN_LOSS_SHARES[resistance_training, enough]


def lean_loss_reasons(
    resistance_training: bool, protein_g_per_kg: float | None
) -> tuple[Reason, ...]:
    """What is assumed of training and protein; nothing where neither is said."""
    if not resistance_training:
        return () if protein_g_per_kg is None else (PROTEIN_ALONE(),)
    if protein_g_per_kg is None:
        return TRAINING_ASSUMED(share=TRAINING_SHARE), NO_GAIN_IN_DEFICIT()
    if protein_g_per_kg < PROTEIN_G_PER_KG:
        little = PROTEIN_TOO_LITTLE(protein_g_per_kg=protein_g_per_kg)
        return TRAINING_ASSUMED(share=TRAINING_SHARE), little, NO_GAIN_IN_DEFICIT()
    share = TRAINING_AND_PROTEIN_SHARE
    return (
        TRAINING_ASSUMED(share=TRAINING_SHARE),
        PROTEIN_ASSUMED(protein_g_per_kg=protein_g_per_kg, share=share),
        PROTEIN_MATTERS(),
        NO_GAIN_IN_DEFICIT(),
    )
