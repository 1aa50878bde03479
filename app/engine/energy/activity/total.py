"""A day's expenditure from resting energy and an activity level, before any log."""

from app.engine.answer import Estimate, Part, insufficient, ok, refused
from app.engine.energy import missing
from app.engine.energy.activity.factor import (
    FACTOR_OUT_OF_RANGE,
    PRODUCT,
    activity_product,
    is_activity_factor,
)
from app.engine.energy.resting.resting_energy import RestingEnergy


def activity_total(resting: Part[RestingEnergy], activity_level: float | None) -> Part[Estimate]:
    """Resting energy times the level [kcal/d]; exercise is in it.

    Refused outside [1.0, 2.5), and where the resting energy is refused.
    """
    if activity_level is not None and not is_activity_factor(activity_level):
        reason = FACTOR_OUT_OF_RANGE(activity_factor=activity_level)
        return refused((reason,), "Give an activity level from 1.0 to below 2.5.")
    if resting.value is None:
        return Part(resting.status, None, resting.because, resting.missing, (), resting.instead)
    if activity_level is None:
        return insufficient((missing.ACTIVITY_FACTOR,))
    total = activity_product(resting.value.estimate, activity_level)
    because = PRODUCT(
        resting_kcal_per_day=resting.value.estimate.value,
        activity_factor=activity_level,
        energy_kcal_per_day=total.value,
    )
    return ok(total, (because,), warnings=resting.warnings)
