"""Body mass some days ahead: what a scale will show, and the mass behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
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
    passed_on,
    refused,
)
from app.engine.energy import missing
from app.engine.energy.expenditure.beliefs import beliefs, read_log, unreadable
from app.engine.energy.expenditure.filter_log import Filtered, filter_log
from app.engine.energy.expenditure.log import LONGEST_AHEAD_DAYS, Log
from app.engine.energy.expenditure.observations import Asked, View
from app.engine.energy.expenditure.water_events import named_events
from app.engine.energy.expenditure.weighing_doubts import absurd, remarks
from app.engine.records import Athlete, IntakeDay, WaterEvent, Weighing

FEWEST_WEIGHING_DAYS, FEWEST_SPAN_DAYS = 3, 5
"""The least log that says more than its last weighing; a choice of ours."""

AHEAD = ReasonKind(
    "body_mass_ahead",
    "If you go on as in the days logged, body mass is {body_mass_kg:.1f} kg on {day}; a scale "
    "shows the water and the weekday with it.",
    Basis.EVIDENCE,
)
AHEAD_PLANNED = ReasonKind(
    "body_mass_ahead_planned",
    "With {intake_kcal_per_day:.0f} kcal a day as planned (days: {planned_days}), body mass is "
    "{body_mass_kg:.1f} kg on {day}; a scale shows the water and the weekday with it.",
    Basis.EVIDENCE,
)
TOO_FAR = ReasonKind(
    "ahead_too_far",
    "{days_ahead} days ahead is outside 1 to {longest_days}.",
    Basis.CONVENTION,
)


@dataclass(frozen=True, slots=True)
class MassAhead:
    """[kg] on a day to come."""

    day: date
    weighing: Estimate
    """What a scale would show that morning."""
    body_mass: Estimate
    """The same freed of water and scale noise."""


def body_mass_ahead(
    athlete: Athlete,
    weighings: Sequence[Weighing],
    intake_days: Sequence[IntakeDay],
    *,
    on: date,
    days_ahead: int,
    planned: Sequence[IntakeDay] = (),
    activity_factor: float | None = None,
    resting_equation: str | None = None,
    events: Sequence[WaterEvent] = (),
) -> Part[MassAhead]:
    """Body mass `days_ahead` (1 to 42) days after `on`, from records up to `on` alone.

    `planned` is what will be eaten from `on` on, where that is known; other days are expected to
    be like those logged, or where nothing is logged, to go on as the weights did.
    """
    found = body_masses_ahead(
        athlete,
        weighings,
        intake_days,
        on=on,
        days_ahead=(days_ahead,),
        planned=planned,
        activity_factor=activity_factor,
        resting_equation=resting_equation,
        events=events,
    )
    if found.value is None:
        return passed_on(found)
    (one,) = found.value
    return ok(one, found.because, warnings=found.warnings, evidence=found.evidence)


def body_masses_ahead(
    athlete: Athlete,
    weighings: Sequence[Weighing],
    intake_days: Sequence[IntakeDay],
    *,
    on: date,
    days_ahead: Sequence[int],
    planned: Sequence[IntakeDay] = (),
    activity_factor: float | None = None,
    resting_equation: str | None = None,
    events: Sequence[WaterEvent] = (),
) -> Part[tuple[MassAhead, ...]]:
    """The same on several days, at least one and the last one farthest, in one answer."""
    longest_days = min(LONGEST_AHEAD_DAYS, (date.max - on).days)
    for days in days_ahead:
        if not 1 <= days <= longest_days:
            reason = TOO_FAR(days_ahead=days, longest_days=longest_days)
            return refused((reason,), f"Ask for 1 to {LONGEST_AHEAD_DAYS} days ahead.")
    log = read_log(weighings, intake_days, events, on)
    unread: Part[tuple[MassAhead, ...]] | None = unreadable(log.weighings)
    if unread is not None:
        return unread
    if lacking := _lacking(log):
        return insufficient(lacking, evidence=log.weighings.evidence)
    plan = _planned(planned, log.on, days_ahead[-1])
    coming = replace(log, intake=replace(log.intake, energy_kcal=log.intake.energy_kcal | plan))
    before = beliefs(athlete, log, activity_factor, resting_equation)
    return _ahead(log, filter_log(coming, before.prior, _asked(days_ahead)), days_ahead, plan)


def _asked(days_ahead: Sequence[int]) -> list[Asked]:
    """Today, and each day twice."""
    views = (View.SCALE, View.BODY)
    return [Asked(0), *(Asked(-days, view) for days in days_ahead for view in views)]


def _ahead(
    log: Log, filtered: Filtered, days_ahead: Sequence[int], plan: Mapping[date, float]
) -> Part[tuple[MassAhead, ...]]:
    weighed = log.weighings
    if wrong := absurd(filtered.body_mass_kg, weighed):
        return insufficient((missing.CONSISTENT_LOG,), wrong, evidence=weighed.evidence)
    masses = tuple(
        MassAhead(
            log.on + timedelta(days=days),
            weighing=filtered.estimate(2 * place + 1),
            body_mass=filtered.estimate(2 * place + 2),
        )
        for place, days in enumerate(days_ahead)
    )
    return ok(
        masses,
        (_because(masses[-1], list(plan.values())), *named_events(log)),
        warnings=remarks(weighed),
        evidence=Evidence(
            weighed.evidence.used + log.intake.evidence.used,
            weighed.excluded + log.intake.excluded,
        ),
    )


def _lacking(log: Log) -> tuple[Missing, ...]:
    days = log.weighings.days
    span_days = (log.on - days[0].weighed_on).days
    if len(days) < FEWEST_WEIGHING_DAYS or span_days < FEWEST_SPAN_DAYS:
        return (missing.more_weighings(FEWEST_WEIGHING_DAYS, FEWEST_SPAN_DAYS),)
    return ()


def _planned(planned: Sequence[IntakeDay], on: date, days_ahead: int) -> dict[date, float]:
    """Intake of the coming days, where it is known; days outside are not read."""
    return {
        day.eaten_on: day.energy_kcal
        for day in planned
        if 0 <= (day.eaten_on - on).days < days_ahead and day.energy_kcal > 0.0
    }


def _because(ahead: MassAhead, planned_kcal: Sequence[float]) -> Reason:
    mass_kg, day = ahead.body_mass.value, ahead.day.isoformat()
    if not planned_kcal:
        return AHEAD(body_mass_kg=mass_kg, day=day)
    return AHEAD_PLANNED(
        intake_kcal_per_day=fmean(planned_kcal),
        planned_days=len(planned_kcal),
        body_mass_kg=mass_kg,
        day=day,
    )
