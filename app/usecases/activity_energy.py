"""What activities cost: told by the caller, or as they were logged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from app.catalogue.load import catalogue
from app.catalogue.records import Activity
from app.engine import ENGINE_VERSION
from app.engine.answer import Estimate, Evidence, Missing, Part, insufficient
from app.engine.energy.activity.bout import ActivityBout, ActivityEnergy
from app.engine.energy.activity.exercise_on_top import TotalKind, exercise_on_top
from app.engine.energy.activity.met import MetForm
from app.engine.energy.activity.steps import step_energy
from app.engine.energy.activity.week import (
    Bout,
    WeeklyActivityEnergy,
    bout_energy,
    weekly_activity_energy,
)
from app.engine.energy.body.quantities import BODY_MASS
from app.engine.records import Athlete
from app.engine.units import DAYS_PER_WEEK, SECONDS_PER_MINUTE
from app.store.activities import ActivityRow, activities_between
from app.store.weighings import last_weighing
from app.usecases.athlete_day import BODY_MASS_HOLDS
from app.usecases.athletes import athlete_record, day_in, local_day, require_athlete
from app.usecases.calendar_days import days_before, end_of_day, instants_around

TABLE = "table"
DEFAULT_DAYS = 28
MOST_DAYS = 92
WEEK_FIRST = Missing("week", "What the week's activities cost has to be known first; see `week`.")


@dataclass(frozen=True, slots=True)
class AskedTotal:
    """A total of the day that the activities may be added to."""

    kind: TotalKind
    energy: Estimate
    beyond_habit: bool


@dataclass(frozen=True, slots=True)
class AskedBout:
    id: str
    """Of the log or of the caller, or its place in the body."""
    kind: str
    """The way in which it was told."""
    bout: Bout


@dataclass(frozen=True, slots=True)
class AskedActivities:
    athlete: Athlete
    body_mass_kg: float | None
    bouts: Sequence[AskedBout]
    form: MetForm = MetForm.KCAL_PER_KG_HOUR
    compensation_share: float | None = None
    total: AskedTotal | None = None
    steps: float | None = None


@dataclass(frozen=True, slots=True)
class LogQuestion:
    on: date | None = None
    """The athlete's calendar day; None is today."""
    days: int = DEFAULT_DAYS
    """So many, up to that day, are made into a mean week."""
    form: MetForm = MetForm.KCAL_PER_KG_HOUR
    compensation_share: float | None = None


@dataclass(frozen=True, slots=True)
class ActivityAnswer:
    asked: AskedActivities
    bouts: tuple[Part[ActivityEnergy], ...]
    """As they were asked."""
    week: Part[WeeklyActivityEnergy]
    total: Part[Estimate] | None
    steps: Part[Estimate] | None
    engine_version: str = ENGINE_VERSION


def bout_of(activity: Activity, minutes: float, times_per_week: float) -> ActivityBout:
    return ActivityBout(activity.name, activity.met, minutes, times_per_week, activity.is_estimated)


async def stored_activity_answer(
    session: AsyncSession, tenant_id: UUID, athlete_id: UUID, question: LogQuestion
) -> ActivityAnswer:
    """The mean week of what was logged: each activity counts 7 / days times a week."""
    athlete = await require_athlete(session, tenant_id, athlete_id)
    zone = ZoneInfo(athlete.time_zone)
    on = question.on or local_day(athlete, datetime.now(UTC))
    first = days_before(on, question.days - 1)
    rows = await activities_between(session, athlete_id, *instants_around(first, on))
    weighing = await last_weighing(session, athlete_id, end_of_day(on, zone), BODY_MASS_HOLDS)
    times = DAYS_PER_WEEK / question.days
    asked = AskedActivities(
        athlete=athlete_record(athlete, on),
        body_mass_kg=weighing.body_mass_kg if weighing else None,
        bouts=[
            _logged_bout(row, times) for row in rows if first <= day_in(zone, row.started_at) <= on
        ],
        form=question.form,
        compensation_share=question.compensation_share,
    )
    return activity_answer(asked)


def _logged_bout(row: ActivityRow, times_per_week: float) -> AskedBout:
    activity = catalogue().activities[row.activity_id]
    bout = bout_of(activity, row.duration_s / SECONDS_PER_MINUTE, times_per_week)
    return AskedBout(str(row.id), TABLE, bout)


def activity_answer(asked: AskedActivities) -> ActivityAnswer:
    """Both doors meet here."""
    athlete, mass, share = asked.athlete, asked.body_mass_kg, asked.compensation_share
    bouts = [one.bout for one in asked.bouts]
    week = weekly_activity_energy(athlete, mass, bouts, asked.form, compensation_share=share)
    if week.value is not None:
        week = replace(week, evidence=Evidence(tuple(one.id for one in asked.bouts)))
    return ActivityAnswer(
        asked=asked,
        bouts=tuple(_bout(asked, one) for one in asked.bouts),
        week=week,
        total=None if asked.total is None else _total(asked.total, week, share),
        steps=None if asked.steps is None else _steps(mass, asked.steps),
    )


def _bout(asked: AskedActivities, one: AskedBout) -> Part[ActivityEnergy]:
    part = bout_energy(asked.athlete, asked.body_mass_kg, one.bout, asked.form)
    return part if part.value is None else replace(part, evidence=Evidence((one.id,)))


def _total(
    total: AskedTotal, week: Part[WeeklyActivityEnergy], share: float | None
) -> Part[Estimate]:
    if week.value is None:
        return insufficient((WEEK_FIRST,))
    return exercise_on_top(
        total.kind,
        total.energy,
        week.value.net_of_a_day,
        beyond_habit=total.beyond_habit,
        compensation_share=share,
    )


def _steps(body_mass_kg: float | None, steps: float) -> Part[Estimate]:
    if body_mass_kg is None:
        return insufficient((BODY_MASS,))
    return step_energy(body_mass_kg, steps)
