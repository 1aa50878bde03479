"""How much to eat: the one answer that the use cases ask for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from app.engine.answer import Basis, Estimate, Part, ReasonKind, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.balance import energy_balance
from app.engine.energy.composition import composition, energy_density
from app.engine.energy.expenditure import Expenditure, Known, expenditure, prior_of
from app.engine.energy.filter_log import Filtered, filter_log
from app.engine.energy.interval import normal_estimate
from app.engine.energy.log import WeighingLog, read_intake, read_weighings
from app.engine.energy.resting import RestingEnergy, resting_energy
from app.engine.energy.target import DEFAULT_RATE_PERCENT_PER_WEEK, EnergyTarget, energy_target
from app.engine.records import Athlete, IntakeDay, Weighing

RECENT_WEIGHINGS = 5
BELIEVED_SHARES = (0.85, 1.15)
"""A filtered mass this far beyond the least and the largest weight comes from a log that errs."""

BODY_MASS = ReasonKind(
    "body_mass_filtered",
    "{weighing_days} days of weight, the last on {last_on}, freed of water and scale noise give "
    "{body_mass_kg:.1f} kg.",
    Basis.EVIDENCE,
)
LOG_CONTRADICTS = ReasonKind(
    "log_contradicts_itself",
    "Weights and intake together would mean {body_mass_kg:.0f} kg now, which no weighing shows.",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class EnergyAnswer:
    """Each part stands for itself; a refused or missing one hides no other."""

    body_mass: Part[Estimate]
    """[kg]"""
    resting: Part[RestingEnergy]
    expenditure: Part[Expenditure]
    balance: Part[Estimate]
    """Intake less expenditure [kcal/d], negative in a deficit."""
    target: Part[EnergyTarget]


def energy_advice(
    athlete: Athlete,
    weighings: Sequence[Weighing],
    intake_days: Sequence[IntakeDay],
    *,
    on: date,
    rate_percent_per_week: float = DEFAULT_RATE_PERCENT_PER_WEEK,
    activity_factor: float | None = None,
) -> EnergyAnswer:
    """Body mass, resting energy, expenditure, balance and target on a day of the athlete.

    Records after `on` are not read, nor any older than the window of `log`; records may come in
    any order. `rate_percent_per_week` is percent of body mass, losing negative, and finite.
    """
    if not math.isfinite(rate_percent_per_week):
        raise ValueError("rate_percent_per_week must be finite")
    weighed, eaten = read_weighings(weighings, on), read_intake(intake_days, on)
    if not weighed.days:
        nothing: Part[Estimate] = insufficient((missing.WEIGHING,), evidence=weighed.evidence)
        return _without_body_mass(athlete, nothing, rate_percent_per_week)
    guess_kg = median(day.body_mass_kg for day in weighed.days[-RECENT_WEIGHINGS:])
    known = Known(weighed, eaten, on, resting_energy(athlete, guess_kg), activity_factor)
    prior = prior_of(known)
    density = energy_density(composition(athlete, guess_kg))
    filtered = filter_log(
        weighed, eaten, on, (prior.mean_kcal_per_day, prior.sd_kcal_per_day), density.kcal_per_kg
    )
    if not _is_believable(filtered, weighed):
        reason = LOG_CONTRADICTS(body_mass_kg=filtered.body_mass_kg)
        absurd: Part[Estimate] = insufficient(
            (missing.CONSISTENT_LOG,), (reason,), evidence=weighed.evidence
        )
        return _without_body_mass(athlete, absurd, rate_percent_per_week)
    known = replace(known, resting=resting_energy(athlete, filtered.body_mass_kg))
    spent = expenditure(known, filtered, prior, density)
    body_mass = _body_mass(filtered, weighed)
    return EnergyAnswer(
        body_mass=body_mass,
        resting=known.resting,
        expenditure=spent,
        balance=energy_balance(eaten, on, spent),
        target=energy_target(
            athlete, rate_percent_per_week, body_mass, known.resting, spent, density.kcal_per_kg
        ),
    )


def _body_mass(filtered: Filtered, weighed: WeighingLog) -> Part[Estimate]:
    estimate = normal_estimate(filtered.body_mass_kg, filtered.body_mass_sd_kg, at_least=0.0)
    reason = BODY_MASS(
        weighing_days=len(weighed.days),
        last_on=weighed.days[-1].weighed_on.isoformat(),
        body_mass_kg=estimate.value,
    )
    return ok(estimate, (reason,), evidence=weighed.evidence)


def _is_believable(filtered: Filtered, weighed: WeighingLog) -> bool:
    masses_kg = [day.body_mass_kg for day in weighed.days]
    low, high = BELIEVED_SHARES
    return low * min(masses_kg) <= filtered.body_mass_kg <= high * max(masses_kg)


def _without_body_mass(
    athlete: Athlete, body_mass: Part[Estimate], rate_percent_per_week: float
) -> EnergyAnswer:
    """Without a body mass only refusals can be said."""
    resting: Part[RestingEnergy] = insufficient(body_mass.missing)
    spent: Part[Expenditure] = insufficient(body_mass.missing)
    balance: Part[Estimate] = insufficient(body_mass.missing)
    target = energy_target(athlete, rate_percent_per_week, body_mass, resting, spent, 0.0)
    return EnergyAnswer(body_mass, resting, spent, balance, target)
