"""Body mass some days ahead: what a scale will show, and the mass behind it."""

from collections.abc import Sequence
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
    refused,
)
from app.engine.energy import missing
from app.engine.energy.beliefs import beliefs, read_log, unreadable
from app.engine.energy.filter_log import filter_log
from app.engine.energy.log import Log
from app.engine.energy.observations import Asked, View
from app.engine.energy.water_events import named_events
from app.engine.energy.weighing_doubts import remarks
from app.engine.records import Athlete, IntakeDay, WaterEvent, Weighing

LONGEST_AHEAD_DAYS = 42
"""Farther ahead a body changes its expenditure in ways that this linear model does not know."""
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
    events: Sequence[WaterEvent] = (),
) -> Part[MassAhead]:
    """Body mass `days_ahead` (1 to 42) days after `on`, from records up to `on` alone.

    `planned` is what will be eaten from `on` on, where that is known; other days are expected to
    be like those logged, or where nothing is logged, to go on as the weights did.
    """
    longest_days = min(LONGEST_AHEAD_DAYS, (date.max - on).days)
    if not 1 <= days_ahead <= longest_days:
        reason = TOO_FAR(days_ahead=days_ahead, longest_days=longest_days)
        return refused((reason,), f"Ask for 1 to {LONGEST_AHEAD_DAYS} days ahead.")
    log = read_log(weighings, intake_days, events, on)
    unread: Part[MassAhead] | None = unreadable(log.weighings)
    if unread is not None:
        return unread
    if lacking := _lacking(log):
        return insufficient(lacking, evidence=log.weighings.evidence)
    before = beliefs(athlete, log, activity_factor)
    plan = _planned(planned, log.on, days_ahead)
    coming = replace(log, intake=replace(log.intake, energy_kcal=log.intake.energy_kcal | plan))
    asked = [Asked(-days_ahead, view) for view in (View.SCALE, View.BODY)]
    filtered = filter_log(coming, before.prior, asked)
    day = on + timedelta(days=days_ahead)
    value = MassAhead(day, *(filtered.estimate(index) for index in range(len(asked))))
    weighed = log.weighings
    return ok(
        value,
        (_because(value, list(plan.values())), *named_events(log)),
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
