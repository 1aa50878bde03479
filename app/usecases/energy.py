"""How much to eat: weighings and intake from the store or from the caller, one engine for both."""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.engine import ENGINE_VERSION
from app.engine.decision import PlainDecision, remarked
from app.engine.energy.advice import EnergyAnswer, energy_advice
from app.engine.energy.body.on_day import HOLDS_DAYS, with_told_fat
from app.engine.energy.expenditure.log import read_intake
from app.engine.energy.goals.course import ExerciseTrend
from app.engine.energy.goals.goal import Goal, GoalKind
from app.engine.energy.goals.guidance import Days, Guidance, Wish, days_of, guidance, mass_falls
from app.engine.energy.goals.standing import Standing
from app.engine.energy.target.target import DEFAULT_RATE_PERCENT_PER_WEEK
from app.engine.records import Athlete, IntakeDay, WaterEvent, Weighing
from app.engine.units import MassUnit
from app.store.athletes import AthleteRow
from app.store.goals import current_goal
from app.store.intake import intake_between
from app.store.measurements import measurements_between
from app.store.water_events import water_events_around
from app.store.weighings import weighings_between
from app.usecases.athletes import local_day, require_athlete
from app.usecases.calendar_days import days_before, instants_around
from app.usecases.decisions import Advice, plain_decision
from app.usecases.goal_records import goal_record
from app.usecases.intake import intake_record
from app.usecases.measurements import stored_measurement
from app.usecases.screenings import known_athlete
from app.usecases.strength_trends import StrengthLog, stored_strength_log, strength_trends
from app.usecases.water_events import water_event_record
from app.usecases.weighings import weighing_record

DAYS_READ = 400
"""From the store; the engine looks at fewer. Keeps the cost flat over years of logs."""
EVENT_DAYS = 60
"""Before those days, after which what lasts moves nothing any more."""
BY_DEFAULT = Goal(GoalKind.RATE, rate_percent_per_week=DEFAULT_RATE_PERCENT_PER_WEEK)


@dataclass(frozen=True, slots=True)
class EnergyAdvice:
    on: date
    mass_unit: MassUnit
    guidance: Guidance
    goal_id: UUID | None
    """Of the goal that is followed; None where it has none, or none is."""
    engine_version: str = ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class GoalAsked:
    """A goal and how its caller knows it."""

    goal: Goal
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class EnergyQuestion:
    """What a caller may say beside the log."""

    rate_percent_per_week: float | None = None
    """None follows the goal; without one it is the usual loss."""
    activity_factor: float | None = None
    on: date | None = None
    """The athlete's calendar day; None is today."""
    planned_kcal_per_day: float | None = None
    training_days_per_week: int | None = None
    exercise_kcal_per_session: float | None = None
    resting_equation: str | None = None
    programme_days_per_week: int | None = None
    """Days of training of the programme that goes on; they count where nobody says otherwise."""

    def wish(self, stored: GoalAsked | None) -> tuple[Wish, UUID | None]:
        """What is followed: the rate where one is asked, else the goal, else the usual loss."""
        rate = self.rate_percent_per_week
        followed = stored or GoalAsked(BY_DEFAULT)
        if rate is not None:
            followed = GoalAsked(Goal(GoalKind.RATE, rate_percent_per_week=rate + 0.0))
        goal = followed.goal
        days = self.training_days_per_week
        if days is None and goal.training_days_per_week is None:
            days = self.programme_days_per_week
        if days is not None:
            goal = replace(goal, training_days_per_week=days)
        if self.exercise_kcal_per_session is not None:
            goal = replace(goal, exercise_kcal_per_session=self.exercise_kcal_per_session)
        return Wish(goal, self.planned_kcal_per_day), followed.id


@dataclass(frozen=True, slots=True)
class EnergyLog:
    """All that is known of an athlete's energy on a day."""

    athlete: Athlete
    weighings: tuple[Weighing, ...]
    intake: tuple[IntakeDay, ...]
    on: date
    activity_factor: float | None
    events: tuple[WaterEvent, ...] = ()
    """What moves water and not fat, as the athlete tells it."""
    resting_equation: str | None = None
    """By name; None is the best for what is known."""

    def answer_on(self, on: date) -> EnergyAnswer:
        """The answer of a day; its target is that of maintenance."""
        return energy_advice(
            self.athlete,
            self.weighings,
            self.intake,
            on=on,
            rate_percent_per_week=0.0,
            activity_factor=self.activity_factor,
            resting_equation=self.resting_equation,
            events=self.events,
        )

    def standing(self) -> Standing:
        return Standing(self.athlete, self.answer_on(self.on), self.on)

    def days(self) -> Days:
        return days_of(self.athlete, self.answer_on, self.on)


async def stored_energy(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, question: EnergyQuestion
) -> EnergyAdvice:
    """The goal that goes on is followed, and strength is read where body mass falls."""
    athlete = await require_athlete(session, tenant_id, athlete_id)
    on = question.on or local_day(athlete, datetime.now(UTC))
    log = await stored_log(
        session, athlete, on, question.activity_factor, question.resting_equation
    )
    asked = await stored_goal(session, athlete_id, on)
    zone = ZoneInfo(athlete.time_zone)
    decided = await plain_decision(session, athlete_id, Advice.ENERGY, last_instant(on), zone)
    days = await asyncio.to_thread(log.days)
    strength: StrengthLog | None = None
    if mass_falls(days):
        strength = await stored_strength_log(session, tenant_id, athlete_id, on, zone)
    advice = await asyncio.to_thread(energy, log, days, question, asked, strength)
    return as_decided(advice, decided)


def as_decided(advice: EnergyAdvice, decision: PlainDecision | None) -> EnergyAdvice:
    """With a word on what the athlete made of the advice before."""
    answer = advice.guidance.answer
    target = remarked(answer.target, decision, last_instant(advice.on))
    return replace(advice, guidance=replace(advice.guidance, answer=replace(answer, target=target)))


def last_instant(on: date) -> datetime:
    """Of a day by UTC: up to it decisions and answers are known."""
    return datetime.combine(on, time.max, UTC)


async def stored_energy_of(
    session: AsyncSession, athlete: AthleteRow, on: date, question: EnergyQuestion
) -> EnergyAnswer:
    """The plain answer of a day, for an athlete that was found already."""
    log = await stored_log(
        session, athlete, on, question.activity_factor, question.resting_equation
    )
    return log.answer_on(on)


async def stored_log(
    session: AsyncSession,
    athlete: AthleteRow,
    on: date,
    activity_factor: float | None = None,
    resting_equation: str | None = None,
) -> EnergyLog:
    """The last days of the log, for an athlete that was found already."""
    first = days_before(on, DAYS_READ)
    weighings = await weighings_between(session, athlete.id, *instants_around(first, on))
    intake = await intake_between(session, athlete.id, first, on)
    begun = days_before(on, DAYS_READ + EVENT_DAYS)
    events = await water_events_around(session, athlete.id, begun, on)
    return EnergyLog(
        await _measured_athlete(session, athlete, on),
        tuple(weighing_record(athlete, row) for row in weighings),
        tuple(intake_record(row) for row in intake),
        on,
        athlete.activity_factor if activity_factor is None else activity_factor,
        tuple(water_event_record(row) for row in events),
        resting_equation,
    )


async def _measured_athlete(session: AsyncSession, row: AthleteRow, on: date) -> Athlete:
    """With the body fat that was measured last."""
    window = instants_around(days_before(on, HOLDS_DAYS), on)
    measured = await measurements_between(session, row.id, *window)
    zone = ZoneInfo(row.time_zone)
    records = [stored_measurement(one, zone) for one in measured]
    return with_told_fat(await known_athlete(session, row, on), records, on)


async def stored_goal(session: AsyncSession, athlete_id: UUID, on: date) -> GoalAsked | None:
    """The goal that goes on on a day."""
    row = await current_goal(session, athlete_id, on)
    return None if row is None else GoalAsked(goal_record(row), row.id)


def energy(
    log: EnergyLog,
    days: Days,
    question: EnergyQuestion,
    asked: GoalAsked | None,
    strength: StrengthLog | None,
) -> EnergyAdvice:
    """Both doors meet here. Strength says something only where body mass falls."""
    wish, goal_id = question.wish(asked)
    trends: tuple[ExerciseTrend, ...] = ()
    if strength is not None and mass_falls(days):
        trends = strength_trends(strength)
    found = guidance(days, read_intake(log.intake, log.on), wish, strength=trends)
    return EnergyAdvice(log.on, log.athlete.mass_unit, found, goal_id)
