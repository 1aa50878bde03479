"""Expenditure as resting energy times an activity factor: the prior of the filter."""

from dataclasses import dataclass

from app.engine.answer import Basis, Estimate, Reason, ReasonKind
from app.engine.energy.interval import normal_estimate, standard_deviation

ACTIVITY_FACTOR_RANGE = (1.0, 2.5)
"""Half-open; outside, nobody lives for weeks (bounds of the 2023 DRI categories)."""

PRODUCT_RELATIVE_SD = 0.12
"""Of expenditure from a resting equation and a category of activity against labelled water."""

PRODUCT = ReasonKind(
    "activity_product",
    "Resting energy {resting_kcal_per_day:.0f} x activity factor {activity_factor:.2f} = "
    "{energy_kcal_per_day:.0f} kcal a day, within 15 % for four people in five.",
    Basis.CONVENTION,
    "activity_multipliers",
)
PRIOR_PRODUCT = ReasonKind(
    "prior_activity_product",
    "Before the log speaks: resting energy x activity factor {activity_factor:.2f} = "
    "{energy_kcal_per_day:.0f} kcal a day.",
    Basis.CONVENTION,
    "activity_multipliers",
)
FACTOR_OUT_OF_RANGE = ReasonKind(
    "activity_factor_out_of_range",
    "An activity factor of {activity_factor:.2f} is outside "
    f"{ACTIVITY_FACTOR_RANGE[0]:.1f} to {ACTIVITY_FACTOR_RANGE[1]:.1f}.",
    Basis.EVIDENCE,
    "fao_2004",
)


@dataclass(frozen=True, slots=True)
class ExpenditurePrior:
    """What is believed of expenditure before the log is read [kcal/d]."""

    mean_kcal_per_day: float
    sd_kcal_per_day: float
    because: Reason


def is_activity_factor(value: float) -> bool:
    low, high = ACTIVITY_FACTOR_RANGE
    return low <= value < high


def activity_product(resting: Estimate, activity_factor: float) -> Estimate:
    """Expenditure [kcal/d] as resting energy times an activity factor in [1, 2.5)."""
    value = resting.value * activity_factor
    return normal_estimate(value, PRODUCT_RELATIVE_SD * value)


def expenditure_prior(resting: Estimate, activity_factor: float) -> ExpenditurePrior:
    """The filter's start where a factor in [1, 2.5) is known."""
    product = activity_product(resting, activity_factor)
    reason = PRIOR_PRODUCT(activity_factor=activity_factor, energy_kcal_per_day=product.value)
    return ExpenditurePrior(product.value, standard_deviation(product), reason)
