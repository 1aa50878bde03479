"""What activities cost; nothing is read but the catalogue, and nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalogue.records import Activity
from app.engine import ENGINE_VERSION
from app.engine.answer import Estimate, Missing, Part, insufficient
from app.engine.energy.activity_energy import ActivityBout, ActivityEnergy
from app.engine.energy.activity_week import (
    Bout,
    WeeklyActivityEnergy,
    bout_energy,
    weekly_activity_energy,
)
from app.engine.energy.body_quantities import BODY_MASS
from app.engine.energy.exercise_on_top import TotalKind, exercise_on_top
from app.engine.energy.met import MetForm
from app.engine.energy.steps import step_energy
from app.engine.records import Athlete

WEEK_FIRST = Missing("week", "What the week's activities cost has to be known first; see `week`.")


@dataclass(frozen=True, slots=True)
class AskedTotal:
    """A total of the day that the activities may be added to."""

    kind: TotalKind
    energy: Estimate
    beyond_habit: bool


@dataclass(frozen=True, slots=True)
class AskedActivities:
    athlete: Athlete
    body_mass_kg: float | None
    bouts: Sequence[Bout]
    form: MetForm
    compensation_share: float | None
    total: AskedTotal | None
    steps: float | None


@dataclass(frozen=True, slots=True)
class ActivityAnswer:
    bouts: tuple[Part[ActivityEnergy], ...]
    """As they were asked."""
    week: Part[WeeklyActivityEnergy]
    total: Part[Estimate] | None
    steps: Part[Estimate] | None
    engine_version: str = ENGINE_VERSION


def bout_of(activity: Activity, minutes: float, times_per_week: float) -> ActivityBout:
    return ActivityBout(activity.name, activity.met, minutes, times_per_week, activity.is_estimated)


def activity_answer(asked: AskedActivities) -> ActivityAnswer:
    athlete, mass = asked.athlete, asked.body_mass_kg
    week = weekly_activity_energy(
        athlete, mass, asked.bouts, asked.form, compensation_share=asked.compensation_share
    )
    return ActivityAnswer(
        bouts=tuple(bout_energy(athlete, mass, bout, asked.form) for bout in asked.bouts),
        week=week,
        total=None if asked.total is None else _total(asked.total, week, asked.compensation_share),
        steps=None if asked.steps is None else _steps(mass, asked.steps),
    )


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
