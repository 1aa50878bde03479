"""How much to eat: the one answer that the use cases ask for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from app.engine.answer import (
    Basis,
    Estimate,
    Evidence,
    Exclusion,
    Part,
    ReasonKind,
    insufficient,
    ok,
)
from app.engine.energy import missing
from app.engine.energy.balance import energy_balance
from app.engine.energy.believed import believed
from app.engine.energy.composition import composition, energy_density
from app.engine.energy.expenditure import Expenditure, Known, expenditure, prior_of
from app.engine.energy.filter_log import Filtered, filter_log
from app.engine.energy.interval import normal_estimate
from app.engine.energy.log import WeighingLog, read_intake, read_weighings
from app.engine.energy.resting import RestingEnergy, resting_energy
from app.engine.energy.target import DEFAULT_RATE_PERCENT_PER_WEEK, EnergyTarget, energy_target
from app.engine.energy.weighing_doubts import contradictions, remarks
from app.engine.records import Athlete, IntakeDay, Weighing

RECENT_WEIGHINGS = 5
BELIEVED_SHARES = (0.85, 1.15)
"""A filtered mass this far beyond the least and the largest weight comes from a log that errs."""

BODY_MASS = ReasonKind(
    "body_mass_filtered",
    "Freed of water and scale noise, the weights (days: {weighing_days}, the last {last_on}) give "
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
    kcal_per_kg: float | None = None
    """Energy of a kilogram of change, where a body mass is known."""


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
    rate_percent_per_week += 0.0  # a rate of -0.0 is maintenance and is said as 0
    known = Known(read_weighings(weighings, on), read_intake(intake_days, on), on, activity_factor)
    if not known.weighings.days:
        evidence = known.weighings.evidence
        unweighed: Part[Estimate] = insufficient((missing.WEIGHING,), evidence=evidence)
        return _without_body_mass(athlete, unweighed, rate_percent_per_week, activity_factor)
    if wrong := contradictions(known.weighings):
        evidence = Evidence(excluded=_all_left_out(known.weighings))
        unclear: Part[Estimate] = insufficient((missing.WEIGHING_UNITS,), wrong, evidence=evidence)
        return _without_body_mass(athlete, unclear, rate_percent_per_week, activity_factor)
    return _from_log(athlete, known, rate_percent_per_week)


def _all_left_out(weighed: WeighingLog) -> tuple[Exclusion, ...]:
    unclear = tuple(Exclusion(key, "units_unclear") for key in weighed.evidence.used)
    return weighed.excluded + unclear


def _from_log(athlete: Athlete, known: Known, rate_percent_per_week: float) -> EnergyAnswer:
    """The prior and the energy density are reckoned at the median of the last weighings."""
    recent = known.weighings.days[-RECENT_WEIGHINGS:]
    guess_kg = median(day.body_mass_kg for day in recent)
    guess = resting_energy(athlete, ok(normal_estimate(guess_kg, 0.0)))
    prior = prior_of(known, guess)
    density = energy_density(composition(believed(athlete, guess_kg), guess_kg))
    filtered = filter_log(
        known.weighings,
        known.intake,
        known.on,
        (prior.mean_kcal_per_day, prior.sd_kcal_per_day),
        density.kcal_per_kg,
    )
    body_mass = _body_mass(filtered, known.weighings)
    if body_mass.value is None:
        factor = known.activity_factor
        return _without_body_mass(athlete, body_mass, rate_percent_per_week, factor)
    resting = resting_energy(athlete, body_mass)
    spent = expenditure(known, resting, filtered, prior, density)
    person = believed(athlete, filtered.body_mass_kg)
    return EnergyAnswer(
        body_mass=body_mass,
        resting=resting,
        expenditure=spent,
        balance=energy_balance(known.intake, known.on, spent),
        target=energy_target(
            person, rate_percent_per_week, body_mass, resting, spent, density.kcal_per_kg
        ),
        kcal_per_kg=density.kcal_per_kg,
    )


def _body_mass(filtered: Filtered, weighed: WeighingLog) -> Part[Estimate]:
    if not _is_believable(filtered, weighed):
        absurd = LOG_CONTRADICTS(body_mass_kg=filtered.body_mass_kg)
        return insufficient((missing.CONSISTENT_LOG,), (absurd,), evidence=weighed.evidence)
    estimate = normal_estimate(filtered.body_mass_kg, filtered.body_mass_sd_kg, at_least=0.0)
    reason = BODY_MASS(
        weighing_days=len(weighed.days),
        last_on=weighed.days[-1].weighed_on.isoformat(),
        body_mass_kg=estimate.value,
    )
    return ok(estimate, (reason,), warnings=remarks(weighed), evidence=weighed.evidence)


def _is_believable(filtered: Filtered, weighed: WeighingLog) -> bool:
    masses_kg = [day.body_mass_kg for day in weighed.days]
    low, high = BELIEVED_SHARES
    return low * min(masses_kg) <= filtered.body_mass_kg <= high * max(masses_kg)


def _without_body_mass(
    athlete: Athlete,
    body_mass: Part[Estimate],
    rate_percent_per_week: float,
    activity_factor: float | None,
) -> EnergyAnswer:
    """Without a body mass only refusals can be said, and what is missing."""
    resting = resting_energy(athlete, body_mass)
    lacking = resting.missing or body_mass.missing
    if activity_factor is None:
        lacking += (missing.ACTIVITY_FACTOR,)
    spent: Part[Expenditure] = insufficient(lacking)
    balance: Part[Estimate] = insufficient((*body_mass.missing, missing.EXPENDITURE))
    person = believed(athlete, None)
    target = energy_target(person, rate_percent_per_week, body_mass, resting, spent, 0.0)
    return EnergyAnswer(body_mass, resting, spent, balance, target)
