"""What weekly sets bring on average: the curves of Pelland et al. (2026), as refitted.

The refit is somebody's, from the authors' open data: percent gained over about ten weeks, against
fractional hard sets of a muscle in a week. It says what groups gained, not what one person will.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp, expm1, isfinite, log1p, sqrt
from types import MappingProxyType

from app.engine.answer import Basis, Estimate, Missing, Part, Reason, ReasonKind, insufficient, ok

SIZE_SLOPE = 0.01768
"""Of log size on the root of sets + 1."""
STRENGTH_GAIN = 0.14635
"""Of log one-repetition maximum, where sets go to infinity."""

KNOWN_AT_SETS = 20.0
KNOWN_PERCENT = (3.87, 9.12)
"""The 95 % credible interval of growth at 20 sets that was published; the slope's is read off it,
and gives 0.15 to 0.36 % a set at 12.25 sets where 0.15 to 0.33 was published: a little wide."""
LEVEL = 0.95

SPARSE_ABOVE = 30.0
UNKNOWN_FROM = 43.0

STRENGTH_ENOUGH = 5.0
"""Weekly sets of a lift above which no more strength was told apart."""
ADVISED_SETS = 10.0


class Tier(StrEnum):
    """How many weekly sets the next gain costs that trials could tell apart (2.05 % of size)."""

    BELOW_MINIMUM = "below_minimum"
    HIGHEST = "highest"
    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


TIERS: Mapping[float, tuple[Tier, float]] = MappingProxyType(
    {
        0.0: (Tier.BELOW_MINIMUM, 4.0),
        4.0: (Tier.HIGHEST, 6.0),
        11.0: (Tier.HIGH, 8.5),
        19.0: (Tier.MODERATE, 10.75),
        30.0: (Tier.LOW, 12.5),
    }
)
"""From so many weekly sets on: the tier, and the further sets that the next such gain costs."""

EXPECTED_GROWTH = ReasonKind(
    "expected_growth",
    "{sets:g} sets a week: about {percent:.1f} % more muscle over some ten weeks "
    "({low:.1f} to {high:.1f}), as groups in trials gained on average. A refit of open data, not "
    "the paper's own table; people differ from the average by more than that.",
    Basis.EVIDENCE,
    "pelland_refit",
)
NEXT_SET = ReasonKind(
    "next_set",
    "One more weekly set: about {percent:+.2f} % ({low:.2f} to {high:.2f}) over some ten weeks. "
    "The next gain that a trial could tell apart costs about {further:g} sets.",
    Basis.EVIDENCE,
    "pelland_refit",
)
BELOW_MINIMUM = ReasonKind(
    "below_minimum",
    "{sets:g} sets a week are below the {least:g} from which growth was told apart from none.",
    Basis.EVIDENCE,
    "pelland_refit",
)
BELOW_ADVISED = ReasonKind(
    "below_advised",
    "{advised:g} weekly sets and more of a muscle are advised for size.",
    Basis.EVIDENCE,
    "acsm_2026",
)
STRENGTH_LEVELS_OFF = ReasonKind(
    "strength_levels_off",
    "For strength in a lift {enough:g} weekly sets were about as good as more: the gain expected "
    "is {percent:.1f} %, and one more set adds {next_percent:.2f}. No interval of it is known.",
    Basis.EVIDENCE,
    "pelland_refit",
)
SPARSE = ReasonKind(
    "sparse_data",
    "Above {above:g} sets a week few trials were done: the curve is hardly held by data there.",
    Basis.EVIDENCE,
    "pelland_refit",
)
BEYOND_DATA = ReasonKind(
    "beyond_data",
    "From {unknown_from:g} sets a week on there is too little data for any number.",
    Basis.EVIDENCE,
    "pelland_refit",
)
WITHIN_DATA = Missing("sets_per_week", "Ask about fewer than 43 sets a week of one muscle.")


@dataclass(frozen=True, slots=True)
class DoseResponse:
    """What so many weekly sets bring over about ten weeks, on average [%]."""

    sets_per_week: float
    growth_percent: Estimate
    growth_of_next_set_percent: Estimate
    strength_percent: float
    """Of the one-repetition maximum of a lift with so many sets; no interval is published."""
    strength_of_next_set_percent: float
    tier: Tier
    sets_to_next_gain: float
    """Further weekly sets for the next gain that a trial could tell apart."""


def dose_response(sets_per_week: float) -> Part[DoseResponse]:
    """What the weekly fractional sets of a muscle bring; ValueError below 0 or if not finite."""
    sets = _checked(sets_per_week)
    if sets >= UNKNOWN_FROM:
        return insufficient((WITHIN_DATA,), (BEYOND_DATA(unknown_from=UNKNOWN_FROM),))
    tier, further = _tier(sets)
    answer = DoseResponse(
        sets,
        growth_percent(sets),
        growth_of_next_set_percent(sets),
        strength_percent(sets),
        strength_percent(sets + 1.0) - strength_percent(sets),
        tier,
        further - sets if tier is Tier.BELOW_MINIMUM else further,
    )
    sparse = (SPARSE(above=SPARSE_ABOVE),) if sets > SPARSE_ABOVE else ()
    return ok(answer, tuple(_because(answer)), warnings=sparse)


def growth_percent(sets_per_week: float) -> Estimate:
    """Muscle size gained over about ten weeks by so many fractional sets a week [%].

    100 (exp(0.01768 (sqrt(V + 1) - 1)) - 1); the level is 0.95, of the mean of groups.
    """
    root = sqrt(_checked(sets_per_week) + 1.0) - 1.0
    value, low, high = (100.0 * expm1(slope * root) for slope in _SLOPES)
    return Estimate(value, low, high, LEVEL)


def growth_of_next_set_percent(sets_per_week: float) -> Estimate:
    """What one more weekly set adds to that [%]."""
    now, then = growth_percent(sets_per_week), growth_percent(sets_per_week + 1.0)
    return Estimate(then.value - now.value, then.low - now.low, then.high - now.high, LEVEL)


def growth_per_set_percent(sets_per_week: float) -> Estimate:
    """The slope of that curve [% per set]; published at 12.25 sets as 0.24 (0.15 to 0.33)."""
    root = sqrt(_checked(sets_per_week) + 1.0)
    value, low, high = (
        100.0 * slope / (2.0 * root) * exp(slope * (root - 1.0)) for slope in _SLOPES
    )
    return Estimate(value, low, high, LEVEL)


def strength_percent(sets_per_week: float) -> float:
    """One-repetition maximum gained over about ten weeks by so many sets a week of the lift [%].

    100 (exp(0.14635 V / (V + 1)) - 1).
    """
    sets = _checked(sets_per_week)
    return 100.0 * expm1(STRENGTH_GAIN * sets / (sets + 1.0))


def _checked(sets_per_week: float) -> float:
    if not (isfinite(sets_per_week) and sets_per_week >= 0.0):
        raise ValueError(f"sets_per_week must be finite and 0 or more, not {sets_per_week}")
    return sets_per_week


def _slope_for(percent: float) -> float:
    return log1p(percent / 100.0) / (sqrt(KNOWN_AT_SETS + 1.0) - 1.0)


_SLOPES = (SIZE_SLOPE, _slope_for(KNOWN_PERCENT[0]), _slope_for(KNOWN_PERCENT[1]))
"""Value, low and high."""


def _tier(sets: float) -> tuple[Tier, float]:
    return TIERS[max(least for least in TIERS if least <= sets)]


def _because(answer: DoseResponse) -> Iterator[Reason]:
    growth, next_set = answer.growth_percent, answer.growth_of_next_set_percent
    sets = answer.sets_per_week
    yield EXPECTED_GROWTH(sets=sets, percent=growth.value, low=growth.low, high=growth.high)
    yield NEXT_SET(
        percent=next_set.value,
        low=next_set.low,
        high=next_set.high,
        further=answer.sets_to_next_gain,
    )
    if answer.tier is Tier.BELOW_MINIMUM:
        yield BELOW_MINIMUM(sets=sets, least=TIERS[0.0][1])
    if sets < ADVISED_SETS:
        yield BELOW_ADVISED(advised=ADVISED_SETS)
    yield STRENGTH_LEVELS_OFF(
        enough=STRENGTH_ENOUGH,
        percent=answer.strength_percent,
        next_percent=answer.strength_of_next_set_percent,
    )
