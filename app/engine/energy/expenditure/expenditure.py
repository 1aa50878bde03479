"""Total daily energy expenditure: from the athlete's own log where it speaks, else a product."""

from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean

from app.engine.answer import (
    Basis,
    Estimate,
    Evidence,
    Missing,
    Part,
    Reason,
    ReasonKind,
    insufficient,
    ok,
    refused,
)
from app.engine.energy import missing
from app.engine.energy.activity.factor import (
    FACTOR_OUT_OF_RANGE,
    PRODUCT,
    activity_product,
    is_activity_factor,
)
from app.engine.energy.activity.level import impossible, unusual
from app.engine.energy.expenditure.beliefs import Beliefs
from app.engine.energy.expenditure.filter_log import Filtered
from app.engine.energy.expenditure.log import IntakeLog, Log
from app.engine.energy.expenditure.water_events import named_events
from app.engine.energy.resting.resting_energy import RestingEnergy

STEP_SHARE = 0.15
STEP_DAYS = 10
STEP_BEFORE_DAYS = 28
STEP_FEWEST_DAYS = 3
"""A mean intake of the last 10 days this far from that of the 28 logged before moves water."""

FROM_LOG = ReasonKind(
    "expenditure_from_log",
    "The log gives {energy_kcal_per_day:.0f} kcal a day (days weighed: {weighing_days}, of intake: "
    "{intake_days}, from first to last: {span_days}).",
    Basis.EVIDENCE,
)
LOGGED_SCALE = ReasonKind(
    "logged_scale",
    "A constant share of food left out of the log cannot be seen; this is expenditure on the "
    "scale of your own log. People leave out 12 to 20 % on average.",
    Basis.EVIDENCE,
    "subar_2003",
)
UNLOGGED_DAYS = ReasonKind(
    "unlogged_days",
    "Days without usable intake ({unlogged_days} of {span_days}) count as the days around them, "
    "with a wider margin.",
    Basis.CONVENTION,
)
WATER_AFTER_STEP = ReasonKind(
    "water_after_step",
    "Intake changed by {change_kcal_per_day:+.0f} kcal a day in the last {days} days; the first "
    "days of weight after that are mostly water and count less.",
    Basis.EVIDENCE,
    "hall_2011",
)
AVERAGED_DAY = ReasonKind(
    "averaged_day",
    "Where a day has more than one record, they are averaged (days: {days}).",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class Expenditure:
    """Total expenditure [kcal/d], how it was found and from how many days."""

    estimate: Estimate
    method: str
    """`filter`, `activity_product` or `balance_identity`."""
    span_days: int
    weighing_days: int
    intake_days: int


@dataclass(frozen=True, slots=True)
class LogGate:
    """The least log that may speak: days weighed, days from first to last, days of intake."""

    weighing_days: int
    span_days: int
    intake_days: int


GATES = {
    "resting_energy": LogGate(3, 5, 3),
    "log_alone": LogGate(6, 14, 10),
}
"""By what is known beforehand; choices of ours, the less is known the more has to be logged."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when expenditure is asked."""

    log: Log
    activity_factor: float | None
    resting_equation: str | None = None
    """By name; None is the best for what is known."""

    @property
    def span_days(self) -> int:
        return (self.log.on - self.log.weighings.days[0].weighed_on).days

    @property
    def intake_in_span(self) -> IntakeLog:
        return self.log.intake.last(self.span_days, self.log.on)


def expenditure(
    known: Known,
    resting: Part[RestingEnergy],
    filtered: Filtered,
    believed: Beliefs,
) -> Part[Expenditure]:
    """Expenditure from the log where it is long enough, else resting energy times the factor.

    Needs at least one weighing. Insufficient, naming what to log, where neither can be had.
    """
    factor = known.activity_factor
    if factor is not None and not is_activity_factor(factor):
        reason = FACTOR_OUT_OF_RANGE(activity_factor=factor)
        return refused((reason,), "Give an activity factor between 1.2 and 2.4, or leave it out.")
    lacking = _lacking(known, GATES["log_alone" if resting.value is None else "resting_energy"])
    if not lacking:
        return _from_log(known, resting, filtered, believed)
    if resting.value is None:
        return insufficient(resting.missing + lacking, evidence=known.log.weighings.evidence)
    if factor is None:
        needed = (missing.ACTIVITY_FACTOR, *lacking)
        return insufficient(needed, evidence=known.log.weighings.evidence)
    return _from_product(known, resting.value.estimate, factor, lacking)


def _lacking(known: Known, gate: LogGate) -> tuple[Missing, ...]:
    lacking: tuple[Missing, ...] = ()
    if len(known.log.weighings.days) < gate.weighing_days or known.span_days < gate.span_days:
        lacking += (missing.more_weighings(gate.weighing_days, gate.span_days),)
    if len(known.intake_in_span.energy_kcal) < gate.intake_days:
        lacking += (missing.more_intake(gate.intake_days),)
    return lacking


def _from_product(
    known: Known, resting: Estimate, factor: float, lacking: tuple[Missing, ...]
) -> Part[Expenditure]:
    estimate = activity_product(resting, factor)
    reason = PRODUCT(
        resting_kcal_per_day=resting.value,
        activity_factor=factor,
        energy_kcal_per_day=estimate.value,
    )
    value = Expenditure(estimate, "activity_product", 0, len(known.log.weighings.days), 0)
    return ok(value, (reason,), missing=lacking, evidence=known.log.weighings.evidence)


def _from_log(
    known: Known,
    resting: Part[RestingEnergy],
    filtered: Filtered,
    believed: Beliefs,
) -> Part[Expenditure]:
    spent = filtered.expenditure
    intake = known.intake_in_span
    evidence = Evidence(
        known.log.weighings.evidence.used + intake.evidence.used,
        known.log.weighings.excluded + known.log.intake.excluded,
    )
    if wrong := impossible(spent, resting, filtered.body_mass_kg):
        return insufficient((missing.CONSISTENT_LOG,), wrong, evidence=evidence)
    estimate = replace(spent, low=max(spent.low, 0.0))
    days = (known.span_days, len(known.log.weighings.days), len(intake.energy_kcal))
    because = (
        FROM_LOG(
            span_days=days[0],
            weighing_days=days[1],
            intake_days=days[2],
            energy_kcal_per_day=spent.value,
        ),
        believed.expenditure.because,
        believed.density.because,
        LOGGED_SCALE(),
        *_remarks(known, intake),
    )
    return ok(
        Expenditure(estimate, "filter", *days),
        because,
        missing=(missing.ACTIVITY_FACTOR,) if known.activity_factor is None else (),
        warnings=unusual(estimate, resting),
        evidence=evidence,
    )


def _remarks(known: Known, intake: IntakeLog) -> tuple[Reason, ...]:
    remarks: tuple[Reason, ...] = ()
    if unlogged := known.span_days - len(intake.energy_kcal):
        remarks += (UNLOGGED_DAYS(unlogged_days=unlogged, span_days=known.span_days),)
    repeated = sum(len(ids) > 1 for ids in intake.ids.values())
    if repeated := repeated + sum(len(day.ids) > 1 for day in known.log.weighings.days):
        remarks += (AVERAGED_DAY(days=repeated),)
    remarks += named_events(known.log)
    return remarks + _water_after_step(intake, known.log.on)


def _water_after_step(intake: IntakeLog, on: date) -> tuple[Reason, ...]:
    recent = [kcal for day, kcal in intake.energy_kcal.items() if (on - day).days <= STEP_DAYS]
    before = [kcal for day, kcal in intake.energy_kcal.items() if (on - day).days > STEP_DAYS]
    if min(len(recent), len(before)) < STEP_FEWEST_DAYS:
        return ()
    change = fmean(recent) - fmean(before[-STEP_BEFORE_DAYS:])
    if abs(change) < STEP_SHARE * fmean(before[-STEP_BEFORE_DAYS:]):
        return ()
    return (WATER_AFTER_STEP(change_kcal_per_day=change, days=STEP_DAYS),)
