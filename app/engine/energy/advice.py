"""How much to eat: the one answer that the use cases ask for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.engine.answer import Basis, Estimate, Part, ReasonKind, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.body.believed import believed
from app.engine.energy.expenditure.balance import energy_balance
from app.engine.energy.expenditure.beliefs import beliefs, read_log, unreadable
from app.engine.energy.expenditure.expenditure import Expenditure, Known, expenditure
from app.engine.energy.expenditure.filter_log import Filtered, filter_log
from app.engine.energy.expenditure.log import Log
from app.engine.energy.expenditure.water_events import named_events
from app.engine.energy.expenditure.weighing_doubts import absurd, remarks
from app.engine.energy.resting.resting_energy import RestingEnergy, resting_energy
from app.engine.energy.target.target import (
    DEFAULT_RATE_PERCENT_PER_WEEK,
    EnergyTarget,
    energy_target,
)
from app.engine.records import Athlete, IntakeDay, WaterEvent, Weighing

BODY_MASS = ReasonKind(
    "body_mass_filtered",
    "Freed of water and scale noise, the weights (days: {weighing_days}, the last {last_on}) give "
    "{body_mass_kg:.1f} kg.",
    Basis.EVIDENCE,
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
    resting_equation: str | None = None,
    events: Sequence[WaterEvent] = (),
) -> EnergyAnswer:
    """Body mass, resting energy, expenditure, balance and target on a day of the athlete.

    Records after `on` are not read, nor any older than the window of `log`; records may come in
    any order. `rate_percent_per_week` is percent of body mass, losing negative, and finite.
    `resting_equation` is one of `RESTING_EQUATIONS`; None is the best for what is known.
    """
    if not math.isfinite(rate_percent_per_week):
        raise ValueError("rate_percent_per_week must be finite")
    rate_percent_per_week += 0.0  # a rate of -0.0 is maintenance and is said as 0
    log = read_log(weighings, intake_days, events, on)
    known = Known(log, activity_factor, resting_equation)
    unread: Part[Estimate] | None = unreadable(log.weighings)
    if unread is not None:
        return _without_body_mass(athlete, known, unread, rate_percent_per_week)
    return _from_log(athlete, known, rate_percent_per_week)


def _from_log(athlete: Athlete, known: Known, rate_percent_per_week: float) -> EnergyAnswer:
    log, equation = known.log, known.resting_equation
    before = beliefs(athlete, log, known.activity_factor, equation)
    filtered = filter_log(log, before.prior)
    body_mass = _body_mass(filtered, log)
    if body_mass.value is None:
        return _without_body_mass(athlete, known, body_mass, rate_percent_per_week)
    resting = resting_energy(athlete, body_mass, equation=equation)
    spent = expenditure(known, resting, filtered, before)
    person = believed(athlete, filtered.body_mass_kg)
    kcal_per_kg = before.density.kcal_per_kg
    return EnergyAnswer(
        body_mass=body_mass,
        resting=resting,
        expenditure=spent,
        balance=energy_balance(log.intake, log.on, spent),
        target=energy_target(person, rate_percent_per_week, body_mass, resting, spent, kcal_per_kg),
        kcal_per_kg=kcal_per_kg,
    )


def _body_mass(filtered: Filtered, log: Log) -> Part[Estimate]:
    weighed = log.weighings
    if wrong := absurd(filtered.body_mass_kg, weighed):
        return insufficient((missing.CONSISTENT_LOG,), wrong, evidence=weighed.evidence)
    estimate = filtered.estimate(0)
    reason = BODY_MASS(
        weighing_days=len(weighed.days),
        last_on=weighed.days[-1].weighed_on.isoformat(),
        body_mass_kg=estimate.value,
    )
    because = (reason, *named_events(log))
    return ok(estimate, because, warnings=remarks(weighed), evidence=weighed.evidence)


def _without_body_mass(
    athlete: Athlete, known: Known, body_mass: Part[Estimate], rate_percent_per_week: float
) -> EnergyAnswer:
    """Without a body mass only refusals can be said, and what is missing."""
    resting = resting_energy(athlete, body_mass, equation=known.resting_equation)
    lacking = resting.missing or body_mass.missing
    if known.activity_factor is None:
        lacking += (missing.ACTIVITY_FACTOR,)
    spent: Part[Expenditure] = insufficient(lacking)
    balance: Part[Estimate] = insufficient((*body_mass.missing, missing.EXPENDITURE))
    person = believed(athlete, None)
    target = energy_target(person, rate_percent_per_week, body_mass, resting, spent, 0.0)
    return EnergyAnswer(body_mass, resting, spent, balance, target)
