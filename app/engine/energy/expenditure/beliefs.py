"""What is believed of an athlete before the log is read; and when it cannot be read at all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean, median
from typing import TypeVar

from app.engine.answer import Basis, Evidence, Exclusion, Part, Reason, ReasonKind, insufficient, ok
from app.engine.energy import missing
from app.engine.energy.activity.factor import (
    ExpenditurePrior,
    expenditure_prior,
    is_activity_factor,
)
from app.engine.energy.body.believed import believed
from app.engine.energy.body.composition import EnergyDensity, composition, energy_density
from app.engine.energy.expenditure.filter import RECENT_WEIGHINGS
from app.engine.energy.expenditure.filter_log import Prior
from app.engine.energy.expenditure.log import (
    WINDOW_DAYS,
    Log,
    WeighingLog,
    read_intake,
    read_weighings,
)
from app.engine.energy.expenditure.unknown_activity import unknown_activity_prior
from app.engine.energy.expenditure.water_events import moving_events
from app.engine.energy.expenditure.weighing_doubts import contradictions
from app.engine.energy.interval import normal_estimate
from app.engine.energy.resting.resting_energy import RestingEnergy, resting_energy
from app.engine.records import Athlete, IntakeDay, WaterEvent, Weighing

T = TypeVar("T")

NO_PRIOR_RELATIVE_SD = 0.25
"""Of logged intake around expenditure, where nothing but the log is known; a choice of ours."""
NOTHING_KNOWN_KCAL_PER_DAY = 2500.0
"""Only to follow body mass where neither body nor intake is known; never shown."""

PRIOR_NONE = ReasonKind(
    "prior_none",
    "Resting energy is unknown, so the log alone speaks, starting from the mean intake of "
    "{energy_kcal_per_day:.0f} kcal a day with a wide margin.",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class Beliefs:
    expenditure: ExpenditurePrior
    density: EnergyDensity

    @property
    def prior(self) -> Prior:
        spent = self.expenditure
        return Prior(spent.mean_kcal_per_day, spent.sd_kcal_per_day, self.density.kcal_per_kg)


def read_log(
    weighings: Iterable[Weighing],
    intake_days: Iterable[IntakeDay],
    events: Iterable[WaterEvent],
    on: date,
    window_days: int = WINDOW_DAYS,
) -> Log:
    """What counts on a day: the records of the window that ends there, in any order.

    Of the events those that move water between the first weighing and that day.
    """
    begun = sorted(
        (event for event in events if event.started_on <= on),
        key=lambda event: (event.started_on, event.id),
    )
    log = Log(
        read_weighings(weighings, on, window_days),
        read_intake(intake_days, on, window_days),
        on,
        tuple(begun),
    )
    return replace(log, events=moving_events(log))


def unreadable(weighed: WeighingLog) -> Part[T] | None:
    """Why no body mass can be had, None where it can: nothing weighed, or not of one body."""
    if not weighed.days:
        return insufficient((missing.WEIGHING,), evidence=weighed.evidence)
    if wrong := contradictions(weighed):
        unclear = tuple(Exclusion(key, "units_unclear") for key in weighed.evidence.used)
        evidence = Evidence(excluded=weighed.excluded + unclear)
        return insufficient((missing.WEIGHING_UNITS,), wrong, evidence=evidence)
    return None


def beliefs(
    athlete: Athlete,
    log: Log,
    activity_factor: float | None,
    resting_equation: str | None = None,
) -> Beliefs:
    """Prior and energy density, reckoned at the median of the last weighings."""
    recent = log.weighings.days[-RECENT_WEIGHINGS:]
    guess_kg = median(day.body_mass_kg for day in recent)
    guess = ok(normal_estimate(guess_kg, 0.0))
    resting = resting_energy(athlete, guess, equation=resting_equation)
    density = energy_density(composition(believed(athlete, guess_kg), guess_kg))
    return Beliefs(_expenditure(athlete, log, resting, activity_factor), density)


def _expenditure(
    athlete: Athlete, log: Log, resting: Part[RestingEnergy], factor: float | None
) -> ExpenditurePrior:
    """Without resting energy, mean intake and doubt."""
    if resting.value is None:
        logged = log.intake.energy_kcal.values()
        mean = fmean(logged) if logged else NOTHING_KNOWN_KCAL_PER_DAY
        reason: Reason = PRIOR_NONE(energy_kcal_per_day=mean)
        return ExpenditurePrior(mean, NO_PRIOR_RELATIVE_SD * mean, reason)
    if factor is not None and is_activity_factor(factor):
        return expenditure_prior(resting.value.estimate, factor)
    age = believed(athlete, None).age_years
    return unknown_activity_prior(resting.value.estimate, age)
