"""The plain balance identity: mean intake less the energy of the weight that was lost."""

import numpy as np

from app.engine.answer import Basis, Estimate, Evidence, Part, ReasonKind, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.body.composition import WISHNOFSKY_KCAL_PER_KG
from app.engine.energy.expenditure.beliefs import unreadable
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.expenditure.log import IntakeLog, WeighingLog
from app.engine.energy.interval import normal_estimate

FEWEST_WEIGHING_DAYS = 3
FEWEST_SPAN_DAYS = 7
AUTOCORRELATION_FACTOR = 2.0
"""Water lasts for days: with a correlation of 0.6 from day to day, the error of a slope doubles."""

IDENTITY = ReasonKind(
    "balance_identity",
    "Mean intake {intake_kcal_per_day:.0f} kcal less {slope_kg_per_day:z.3f} kg a day times "
    "{kcal_per_kg:.0f} kcal gives {energy_kcal_per_day:.0f} kcal a day.",
    Basis.CONVENTION,
    "wishnofsky_1958",
)


def balance_identity(
    weighings: WeighingLog, intake: IntakeLog, kcal_per_kg: float = WISHNOFSKY_KCAL_PER_KG
) -> Part[Expenditure]:
    """Expenditure [kcal/d] by least squares on raw weights over the whole log that is given.

    The mean of days logged between the first and the last weighing stands for all. The first
    week after a change of intake is read as fat, which errs by hundreds of kilocalories.
    """
    unread: Part[Expenditure] | None = unreadable(weighings)
    if unread is not None:
        return unread
    first, last = weighings.days[0].weighed_on, weighings.days[-1].weighed_on
    eaten = [kcal for day, kcal in intake.energy_kcal.items() if first <= day < last]
    span_days = (last - first).days
    evidence = Evidence(weighings.evidence.used + intake.evidence.used)
    if len(weighings.days) < FEWEST_WEIGHING_DAYS or span_days < FEWEST_SPAN_DAYS or not eaten:
        lacking = missing.more_weighings(FEWEST_WEIGHING_DAYS, FEWEST_SPAN_DAYS)
        return insufficient((lacking, missing.more_intake(1)), evidence=evidence)
    slope, slope_sd = _slope(weighings)
    mean = float(np.mean(eaten))
    energy = mean - kcal_per_kg * slope
    reason = IDENTITY(
        intake_kcal_per_day=mean,
        slope_kg_per_day=slope,
        kcal_per_kg=kcal_per_kg,
        energy_kcal_per_day=energy,
    )
    error_of_mean = float(np.std(eaten)) / float(np.sqrt(len(eaten)))
    sd = float(np.hypot(kcal_per_kg * slope_sd, error_of_mean))
    estimate: Estimate = normal_estimate(energy, sd)
    value = Expenditure(estimate, "balance_identity", span_days, len(weighings.days), len(eaten))
    return ok(value, (reason,), evidence=evidence)


def _slope(weighings: WeighingLog) -> tuple[float, float]:
    """Least squares slope of mass over days, and its standard deviation [kg/d]."""
    start = weighings.days[0].weighed_on
    day = np.array([float((w.weighed_on - start).days) for w in weighings.days])
    mass = np.array([w.body_mass_kg for w in weighings.days])
    centred = day - day.mean()
    slope = float(centred @ mass / (centred @ centred))
    residual = mass - mass.mean() - slope * centred
    variance = float(residual @ residual) / (len(day) - 2) / float(centred @ centred)
    return slope, AUTOCORRELATION_FACTOR * float(np.sqrt(variance))
