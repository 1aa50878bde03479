"""Where the filter starts when resting energy is known and the activity is not."""

from app.engine.answer import Basis, Estimate, ReasonKind
from app.engine.energy.activity.factor import ExpenditurePrior

ADULT_LEVEL = 1.7
"""Physical activity level of adults of reproductive age: 1.7 to 1.8 on average by labelled water.

Westerterp (2013) Front Physiol 4:90; the lower end, since people who log are seldom the fittest.
"""
OLD_LEVEL = 1.4
"""The same at 90 years."""
DECLINE_YEARS = (50.0, 90.0)
"""From the first age to the second the level falls in a straight line; the first is ours."""
RELATIVE_SD = 0.14
"""Of sustainable life styles, 1.1 to 2.5, and of the resting equation; a choice of ours."""

PRIOR_UNKNOWN_ACTIVITY = ReasonKind(
    "prior_activity_unknown",
    "No activity factor is known, so the log starts from resting energy x {activity_factor:.2f}, "
    "the average of adults, = {energy_kcal_per_day:.0f} kcal a day with a wide margin "
    "({relative_sd_percent:.0f} %).",
    Basis.EVIDENCE,
    "westerterp_2013",
)


def average_activity_level(age_years: float | None) -> float:
    """Mean physical activity level at an age; of unknown age, that of younger adults."""
    young, old = DECLINE_YEARS
    age = young if age_years is None else min(max(age_years, young), old)
    return ADULT_LEVEL - (ADULT_LEVEL - OLD_LEVEL) * (age - young) / (old - young)


def unknown_activity_prior(resting: Estimate, age_years: float | None) -> ExpenditurePrior:
    """Resting energy times the average level, with a stated wide margin."""
    level = average_activity_level(age_years)
    mean = resting.value * level
    reason = PRIOR_UNKNOWN_ACTIVITY(
        activity_factor=level,
        energy_kcal_per_day=mean,
        relative_sd_percent=100.0 * RELATIVE_SD,
    )
    return ExpenditurePrior(mean, RELATIVE_SD * mean, reason)
