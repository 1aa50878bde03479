"""The fan of a goal, its day as a range, and the goals that get none."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.engine.answer import Part, Status
from app.engine.energy.goals.goal import Goal, GoalKind, Place
from app.engine.energy.goals.goal_forecast import (
    GoalForecast,
    Outlook,
    goal_forecast,
    plan_forecast,
)
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.scenario import DietBreaks, Scenario
from tests.engine.energy.goals.people import MAN, ON, SPENT, after, codes, standing

LOOK = Outlook(182, 1, 14, Scenario("plan", 0.0))
LONG = replace(LOOK, days=364, every_days=28)
KEPT = replace(LONG, beside=Scenario("plan", 0.0, kept_to=True))


def ahead(goal: Goal, look: Outlook = LOOK, where: Standing | None = None) -> Part[GoalForecast]:
    return goal_forecast(goal, where or standing(eaten_kcal=SPENT), look)


def value(part: Part[GoalForecast]) -> GoalForecast:
    assert part.value is not None, part
    return part.value


def test_the_intake_follows_the_target_of_each_week() -> None:
    part = ahead(Goal(GoalKind.RATE, -0.5))
    got = value(part)
    assert len(got.intake_kcal_per_day) == len(got.fan.days)
    assert list(got.intake_kcal_per_day) == sorted(got.intake_kcal_per_day, reverse=True)
    assert got.fan.goal is None
    assert "forecast_weekly_target" in codes(part.because)
    planned = got.fan.as_planned.body_mass_kg
    assert planned[-1] == pytest.approx(90.0 * 0.995**26, abs=1.6)


def test_a_goal_has_a_range_of_days_and_is_then_held() -> None:
    part = ahead(Goal(GoalKind.BODY_MASS, body_mass_kg=85.0), KEPT)
    fan = value(part).fan
    assert fan.goal is not None
    assert fan.goal.earliest_on is not None
    assert fan.goal.median_on is not None
    assert fan.goal.latest_on is not None
    assert fan.goal.earliest_on < fan.goal.median_on < fan.goal.latest_on
    planned_on = ON + timedelta(days=int(part.because[-1].values["day"]))
    assert abs(fan.goal.median_on - planned_on) < timedelta(days=35)
    assert fan.as_planned.body_mass_kg[-1] == pytest.approx(85.0, abs=0.1)
    assert fan.body_mass_kg.p50[-1] == pytest.approx(85.0, abs=0.2)
    assert part.because[-1].code == "forecast_then_held"


def test_people_who_drift_are_there_later() -> None:
    goal = Goal(GoalKind.BODY_MASS, body_mass_kg=85.0)
    kept, drifts = value(ahead(goal, KEPT)).fan.goal, value(ahead(goal, LONG)).fan.goal
    assert kept is not None
    assert drifts is not None
    assert drifts.share_never > kept.share_never


def test_a_goal_by_a_day() -> None:
    part = ahead(Goal(GoalKind.BODY_MASS, body_mass_kg=80.0, by=after(180)), KEPT)
    got = value(part)
    assert got.intake_kcal_per_day[0] == pytest.approx(2166.66, abs=1.0)
    assert got.intake_kcal_per_day[-1] == pytest.approx(2537.57, abs=0.5)
    assert got.fan.as_planned.body_mass_kg[-1] == pytest.approx(80.0, abs=0.1)


def test_a_goal_of_body_fat_is_reached_as_a_body_fat() -> None:
    part = ahead(Goal(GoalKind.BODY_FAT, body_fat_percent=22.0), KEPT)
    fan = value(part).fan
    fat, mass = fan.as_planned.fat_mass_kg[-1], fan.as_planned.body_mass_kg[-1]
    # On a diet nearly a kilogram of water is gone too, and comes back when it ends.
    assert 100.0 * fat / (mass + 0.9) == pytest.approx(22.5, abs=0.1)
    assert "lean_loss_training_assumed" in codes(part.because)


def test_a_goal_that_is_not_reached_in_time_says_so() -> None:
    part = ahead(Goal(GoalKind.BODY_MASS, body_mass_kg=70.0))
    (never,) = (one for one in part.warnings if one.code == "goal_not_reached_safely")
    assert "70.0 kg is not reached within 182 days" in never.text


def test_a_limit_slows_a_loss_and_is_named() -> None:
    lean = replace(MAN, body_fat_percent=15.0)
    where = standing(lean, spent_kcal=2200.0, eaten_kcal=2200.0)
    part = ahead(Goal(GoalKind.BODY_MASS, -0.25, body_mass_kg=75.0), LONG, where)
    assert {"forecast_floor", "least_intake_availability", "goal_not_reached_safely"} <= set(
        codes(part.warnings)
    )


@pytest.mark.parametrize(
    "goal",
    [
        Goal(GoalKind.MAINTENANCE),
        Goal(GoalKind.BODY_MASS, body_mass_kg=90.1),
        Goal(GoalKind.BODY_MASS, body_mass_kg=90.1, by=after(30)),
    ],
)
def test_who_is_there_stays(goal: Goal) -> None:
    fan = value(ahead(goal)).fan
    assert fan.goal is None
    assert fan.as_planned.body_mass_kg == pytest.approx([90.0] * len(fan.days), abs=0.1)


def test_breaks_slow_a_diet() -> None:
    plain, breaks = (
        value(ahead(Goal(GoalKind.SPOT_REDUCTION, place=Place.WAIST, breaks=one)))
        for one in (None, DietBreaks(14, 14))
    )
    lost = (each.fan.as_planned.fat_mass_kg[-1] for each in (plain, breaks))
    assert next(lost) < next(lost)


@pytest.mark.parametrize(
    ("goal", "where", "status"),
    [
        (Goal(GoalKind.RATE, -2.0), standing(), Status.REFUSED),
        (Goal(GoalKind.BODY_MASS, body_mass_kg=59.0), standing(), Status.REFUSED),
        (Goal(GoalKind.RATE, -0.5), standing(spent_kcal=None), Status.INSUFFICIENT),
        (Goal(GoalKind.RATE, -0.5), standing(replace(MAN, sex=None)), Status.INSUFFICIENT),
        (
            Goal(GoalKind.BODY_FAT, body_fat_percent=18.0),
            standing(replace(MAN, sex=None)),
            Status.INSUFFICIENT,
        ),
    ],
)
def test_no_target_no_fan(goal: Goal, where: Standing, status: Status) -> None:
    part = ahead(goal, LOOK, where)
    assert part.status is status
    assert bool(part.instead) == (status is Status.REFUSED)
    assert bool(part.missing) == (status is Status.INSUFFICIENT)


def test_what_cannot_be_is_refused_all_the_same() -> None:
    lying = replace(LOOK, beside=Scenario("plan", 0.0, -1500.0))
    assert ahead(Goal(GoalKind.RATE, -0.5), lying).status is Status.REFUSED


def planned(scenario: Scenario, goal_kg: float | None = None) -> Part[GoalForecast]:
    return plan_forecast(scenario, standing(eaten_kcal=SPENT), LOOK, goal_kg)


def test_a_plan_of_ones_own() -> None:
    got = value(planned(Scenario("mine", 2300.0), 85.0))
    assert set(got.intake_kcal_per_day) == {2300.0}
    assert got.fan.goal is not None
    assert "below_resting" in codes(planned(Scenario("mine", 1800.0)).warnings)
    assert planned(Scenario("mine", 700.0)).status is Status.REFUSED
    assert planned(Scenario("mine", SPENT - 400.0), 55.0).status is Status.REFUSED


def test_the_same_seed_gives_the_same_answer() -> None:
    goal = Goal(GoalKind.BODY_MASS, body_mass_kg=85.0)
    assert ahead(goal) == ahead(goal)
