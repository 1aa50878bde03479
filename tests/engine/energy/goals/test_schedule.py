"""The intake of months, asked for anew each week."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.energy.goals.schedule import Pace, Schedule, weekly_schedule
from app.engine.energy.outlook.draws import as_planned
from app.engine.energy.outlook.outset import Outset
from app.engine.energy.outlook.scenario import DietBreaks, Scenario
from tests.engine.energy.outlook.people import KNOWN_FAT, SPENT, start

PLAIN = Scenario("plan", 0.0)


def masses(person: Outset, plan: Schedule) -> np.ndarray:
    eaten = Scenario("plan", plan.intake_kcal_per_day)
    path = as_planned(person, eaten, len(plan.intake_kcal_per_day))
    return np.asarray(path.fat_mass_kg[0] + path.lean_tissue_kg[0])


def test_the_rate_is_kept_as_the_body_changes() -> None:
    person = start(eaten=SPENT)
    plan = weekly_schedule(person, Pace(-0.5), 182, PLAIN)
    mass = masses(person, plan)
    weekly = 100.0 * (mass[7::7] / mass[:-7:7] - 1.0)
    # Expenditure follows the first cut within weeks; then the rate is the one asked for.
    assert weekly[4:] == pytest.approx(-0.5, abs=0.03)
    assert np.diff(plan.intake_kcal_per_day).max() <= 1e-9
    assert plan.goal_day is None
    assert plan.floor_day is None


def test_the_first_day_is_the_target_of_today() -> None:
    person = start(eaten=SPENT)
    plan = weekly_schedule(person, Pace(-0.5, kcal_per_kg=7000.0), 28, PLAIN)
    assert plan.intake_kcal_per_day[0] == pytest.approx(SPENT - 0.005 * 90.0 / 7.0 * 7000.0)


def test_a_goal_is_held() -> None:
    person = start(eaten=SPENT)
    plan = weekly_schedule(person, Pace(-0.75, 86.0), 182, PLAIN)
    assert plan.goal_day is not None
    eaten = np.array(plan.intake_kcal_per_day)
    mass = masses(person, plan)
    assert 28 < plan.goal_day < 42
    assert eaten[plan.goal_day] > eaten[plan.goal_day - 1] + 300.0
    assert np.ptp(mass[plan.goal_day + 7 :]) < 0.4
    late = set(plan.on_the_way[plan.goal_day :])
    assert late == {plan.on_the_way[plan.goal_day - 1]}


def test_who_is_beyond_a_goal_is_held_from_the_first_day() -> None:
    plan = weekly_schedule(start(eaten=SPENT), Pace(-0.5, 95.0), 14, PLAIN)
    assert plan.goal_day == 0
    assert plan.intake_kcal_per_day == plan.on_the_way == pytest.approx((SPENT,) * 14)


def test_a_gain() -> None:
    person = start(eaten=SPENT)
    plan = weekly_schedule(person, Pace(0.25, 91.0), 112, PLAIN)
    assert plan.goal_day is not None
    assert plan.intake_kcal_per_day[0] > SPENT
    assert plan.floor_day is None


def test_an_intake_that_is_given_until_a_day() -> None:
    person = start(eaten=SPENT)
    plan = weekly_schedule(person, Pace(-0.43, 80.0, 2166.66, 180), 210, PLAIN)
    assert set(plan.intake_kcal_per_day[:180]) == {2166.66}
    # The planner holds 80 kg with 2,537.57.
    assert plan.intake_kcal_per_day[180:] == pytest.approx([2537.57] * 30, abs=0.5)
    assert plan.goal_day == 180


def test_a_given_intake_that_ends_beyond_the_days_looked_at() -> None:
    plan = weekly_schedule(start(eaten=SPENT), Pace(-0.43, 80.0, 2166.66, 180), 100, PLAIN)
    assert plan.intake_kcal_per_day == plan.on_the_way == (2166.66,) * 100


def test_a_limit_keeps_the_intake_up() -> None:
    """25 kcal for each of 76.5 kg that are not fat."""
    lean = start(KNOWN_FAT, spends=2200.0, eaten=2200.0)
    plan = weekly_schedule(lean, Pace(-0.25), 182, PLAIN)
    assert plan.floor_day is not None
    assert plan.floor.because.code == "least_intake_availability"
    assert min(plan.intake_kcal_per_day) == pytest.approx(1912.5)


def test_days_beyond_the_model_go_on_as_the_last() -> None:
    thin = start(body_mass_kg=55.0, spends=2100.0, eaten=2100.0)
    plan = weekly_schedule(thin, Pace(-1.0), 200, PLAIN)
    assert np.isfinite(plan.intake_kcal_per_day).all()


def test_breaks_are_walked_through() -> None:
    person, pace = start(eaten=SPENT), Pace(-0.5, 85.0)
    plain = weekly_schedule(person, pace, 300, PLAIN).goal_day
    rests = weekly_schedule(person, pace, 300, replace(PLAIN, breaks=DietBreaks(10, 5))).goal_day
    feasts = replace(PLAIN, breaks=DietBreaks(5, 2, 3000.0))
    assert plain is not None
    assert rests is not None
    assert rests > 1.2 * plain
    assert weekly_schedule(person, pace, 300, feasts).goal_day != plain


@settings(max_examples=15)
@given(rate=st.floats(-1.0, 0.5), days=st.integers(1, 120), goal_kg=st.floats(70.0, 110.0))
def test_any_pace_has_numbers(rate: float, days: int, goal_kg: float) -> None:
    plan = weekly_schedule(start(eaten=SPENT), Pace(rate, goal_kg), days, PLAIN)
    assert len(plan.intake_kcal_per_day) == len(plan.on_the_way) == days
    assert all(800.0 <= kcal <= 6000.0 for kcal in plan.intake_kcal_per_day)
