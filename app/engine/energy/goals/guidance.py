"""All that is said of energy on a day: the answer with the goal's target, the week, the course."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.engine.answer import Estimate, Part, insufficient
from app.engine.energy import missing
from app.engine.energy.advice import EnergyAnswer
from app.engine.energy.expenditure.log import IntakeLog
from app.engine.energy.goals.after_diet import AfterDiet, after_diet
from app.engine.energy.goals.approach import Approach, approach
from app.engine.energy.goals.check_in import (
    EVERY_DAYS,
    FIRST_WEEK,
    ON_BREAK,
    CheckIn,
    check_in,
)
from app.engine.energy.goals.course import LOOKED_BACK_DAYS, Course, ExerciseTrend, course, falls
from app.engine.energy.goals.follow import goal_target, target_today
from app.engine.energy.goals.goal import Goal
from app.engine.energy.goals.spot_reduction import SpotReduction, spot_reduction
from app.engine.energy.goals.standing import Standing
from app.engine.energy.goals.training_days import WeekTarget, training_days
from app.engine.energy.target.availability import availability
from app.engine.energy.target.plan import NO_AIM, Aim
from app.engine.energy.target.target import EnergyTarget
from app.engine.records import Athlete

NOTHING_EATEN = IntakeLog({}, {}, ())

Ask = Callable[[date], EnergyAnswer]
"""The answer of a day, from what was logged up to it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an athlete asks for beside the log."""

    goal: Goal
    planned_kcal_per_day: float | None = None
    """For the week that ends; None is what the goal asked for a week ago."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Each part stands for itself; a refused or missing one hides no other."""

    answer: EnergyAnswer
    """Its target follows the goal."""
    goal: Goal
    week: Part[WeekTarget]
    check_in: Part[CheckIn]
    course: Part[Course]
    after_diet: Part[AfterDiet]
    availability: Part[Estimate]
    """Energy that food leaves for the body once training is paid for, lately [kcal/kg/d]."""
    spot_reduction: Part[SpotReduction] | None
    """None where no place was named."""


@dataclass(frozen=True, slots=True)
class Days:
    """Where an athlete stands now, a week ago and two weeks ago."""

    now: Standing
    week_ago: Standing
    two_weeks_ago: Standing


def days_of(athlete: Athlete, ask: Ask, on: date) -> Days:
    """Three answers of the same log; the first days of the calendar have none before them."""

    def standing(days_ago: int) -> Standing:
        day = on - timedelta(days=min(days_ago, on.toordinal() - 1))
        return Standing(athlete, ask(day), day)

    return Days(standing(0), standing(EVERY_DAYS), standing(LOOKED_BACK_DAYS))


def mass_falls(days: Days) -> bool:
    """Whether body mass falls, so that strength is worth a look."""
    seen = course(days.now, days.two_weeks_ago, NOTHING_EATEN)
    return seen.value is not None and falls(seen.value.rate_percent_per_week)


def guidance(
    days: Days, intake: IntakeLog, wish: Wish, *, strength: Sequence[ExerciseTrend] = ()
) -> Guidance:
    """What is said on a day. `strength` is how the exercises of the log go, where that is known."""
    now, goal = days.now, wish.goal
    on_diet = goal_target(goal, now)
    today = target_today(goal, now, on_diet)
    seen = course(
        now,
        days.two_weeks_ago,
        intake,
        days_on_goal=None if goal.starts_on is None else (now.on - goal.starts_on).days,
        strength=strength,
    )
    return Guidance(
        answer=replace(now.answer, target=today),
        goal=goal,
        week=training_days(goal, today, now),
        check_in=_said_of_break(_check_in(days, intake, wish, on_diet, seen), today, on_diet),
        course=seen,
        after_diet=after_diet(now.answer, now.body),
        availability=_availability(goal, now, seen),
        spot_reduction=None if goal.place is None else spot_reduction(goal.place, now),
    )


def _check_in(
    days: Days, intake: IntakeLog, wish: Wish, target: Part[EnergyTarget], seen: Part[Course]
) -> Part[CheckIn]:
    goal, week_ago = wish.goal, days.week_ago
    is_new = goal.starts_on is not None and week_ago.on < goal.starts_on
    if is_new and wish.planned_kcal_per_day is None:
        return insufficient((FIRST_WEEK,))
    return check_in(
        (days.now, target),
        (week_ago, goal_target(goal, week_ago)),
        intake,
        seen=seen,
        aim=_aim(goal, days.now),
        planned_kcal_per_day=wish.planned_kcal_per_day,
    )


def _said_of_break(
    part: Part[CheckIn], today: Part[EnergyTarget], on_diet: Part[EnergyTarget]
) -> Part[CheckIn]:
    """On a day off the diet, that the target of the day is another one."""
    if part.value is None or today.value is None or today is on_diet:
        return part
    on_break = ON_BREAK(today_kcal=today.value.intake.value)
    return replace(part, because=(on_break, *part.because))


def _availability(goal: Goal, now: Standing, seen: Part[Course]) -> Part[Estimate]:
    """Of what was eaten lately; what training costs is known where the goal says it."""
    eaten = seen.value.eaten_kcal_per_day if seen.value else None
    if eaten is None:
        return insufficient((missing.INTAKE,))
    kcal = goal.exercise_kcal_per_day
    exercise = None if kcal is None else Estimate(kcal, kcal, kcal)
    return availability(eaten, exercise, now.body.fat_free_mass_kg if now.body else None)


def _aim(goal: Goal, standing: Standing) -> Aim:
    found = approach(goal, standing)
    return found.aim if isinstance(found, Approach) else NO_AIM
