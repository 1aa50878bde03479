"""The deficit or surplus that is being run now: what is eaten less what is spent."""

import math
from datetime import date
from statistics import fmean, stdev

from app.engine.answer import Basis, Estimate, Evidence, Part, ReasonKind, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.expenditure.expenditure import Expenditure
from app.engine.energy.expenditure.log import IntakeLog
from app.engine.energy.interval import normal_estimate, standard_deviation

RECENT_DAYS = 14
FEWEST_DAYS = 4
"""Logged days of the last 14 that a mean intake needs; a choice of ours."""

BALANCE = ReasonKind(
    "energy_balance",
    "Mean intake of {days} days of the last {recent_days} is {intake_kcal_per_day:.0f} kcal; less "
    "expenditure that is {balance_kcal_per_day:+z.0f} kcal a day.",
    Basis.EVIDENCE,
)


def energy_balance(intake: IntakeLog, on: date, expenditure: Part[Expenditure]) -> Part[Estimate]:
    """Intake less expenditure [kcal/d], negative in a deficit.

    The interval takes the errors of both as independent, which is a little too wide: what is
    known of expenditure comes from the same intake.
    """
    recent = intake.last(RECENT_DAYS, on)
    eaten = list(recent.energy_kcal.values())
    lacking = (missing.INTAKE,) if len(eaten) < FEWEST_DAYS else ()
    evidence = Evidence(recent.evidence.used)
    if expenditure.value is None:
        return insufficient((*lacking, missing.EXPENDITURE), evidence=evidence)
    if lacking:
        return insufficient(lacking, evidence=evidence)
    spent = expenditure.value.estimate
    mean_kcal = fmean(eaten)
    error_of_mean = stdev(eaten) * math.sqrt(1 / len(eaten) - 1 / RECENT_DAYS)
    balance = mean_kcal - spent.value
    reason = BALANCE(
        days=len(eaten),
        recent_days=RECENT_DAYS,
        intake_kcal_per_day=mean_kcal,
        balance_kcal_per_day=balance,
    )
    sd = math.hypot(error_of_mean, standard_deviation(spent))
    return ok(normal_estimate(balance, sd), (reason,), evidence=evidence)
