"""Intakes for a goal: the planner's own answers, and what cannot be reached."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.energy.dynamics.bodies import planner_body
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.goal import first_day, reaching_intake
from app.engine.energy.dynamics.hall import (
    activity_kcal_per_kg,
    final_state,
    holding_intake,
    simulate,
)
from app.engine.records import Sex
from tests.engine.energy.dynamics.people import A

NOTHING_ELSE = Conditions(0.0)
ALL = (0.0, 6000.0)


@pytest.mark.parametrize(
    ("sex", "age", "height", "mass", "level", "goal", "days", "now", "to_reach", "to_hold"),
    [
        (Sex.MALE, 36, 173, 76, 1.5, 70, 365, 2502.55, 2286.54, 2359.92),
        (Sex.FEMALE, 21, 164, 58, 1.7, 55, 365, 2278.17, 2158.61, 2186.99),
        (Sex.MALE, 40, 180, 90, 1.5, 80, 180, 2748.45, 2166.66, 2537.57),
        (Sex.MALE, 23, 180, 70, 1.6, 65, 180, 2745.82, 2474.67, 2592.62),
    ],
)
def test_the_planners_goals(
    sex: Sex,
    age: float,
    height: float,
    mass: float,
    level: float,
    goal: float,
    days: int,
    now: float,
    to_reach: float,
    to_hold: float,
) -> None:
    people = planner_body(sex, age, height, mass, level)
    model = calibrated(people)
    eaten = reaching_intake(people, goal, days, ALL, NOTHING_ELSE)
    state = final_state(model, Conditions(eaten[:, None]), days)
    holds = holding_intake(model, state, activity_kcal_per_kg(model))
    assert model.balance_kcal_per_day == pytest.approx([now], abs=0.01)
    assert eaten == pytest.approx([to_reach], abs=0.05)
    assert holds == pytest.approx([to_hold], abs=0.05)


@pytest.mark.parametrize(
    ("tool_now", "tool_reach", "tool_hold", "sex", "age", "height", "mass", "level", "goal"),
    [
        (2503, 2287, 2360, Sex.MALE, 36, 173, 76, 1.5, 70),
        (2278, 2159, 2187, Sex.FEMALE, 21, 164, 58, 1.7, 55),
    ],
)
def test_the_tool_itself(
    tool_now: int,
    tool_reach: int,
    tool_hold: int,
    sex: Sex,
    age: float,
    height: float,
    mass: float,
    level: float,
    goal: float,
) -> None:
    people = planner_body(sex, age, height, mass, level)
    model = calibrated(people)
    eaten = reaching_intake(people, goal, 365, ALL, NOTHING_ELSE)
    state = final_state(model, Conditions(eaten[:, None]), 365)
    holds = holding_intake(model, state, activity_kcal_per_kg(model))
    got = [model.balance_kcal_per_day[0], eaten[0], holds[0]]
    assert got == pytest.approx([tool_now, tool_reach, tool_hold], abs=1.0)


def test_the_intake_that_holds_does_hold() -> None:
    """From the day of the goal on, but for the adaptation that has yet to settle."""
    model = calibrated(A)
    state = final_state(model, Conditions(2166.66), 180)
    holds = float(holding_intake(model, state, activity_kcal_per_kg(model))[0])
    by_day = np.where(np.arange(280) < 180, 2166.66, holds)
    path = simulate(model, Conditions(by_day), 280).body_mass_kg[0]
    assert path[200:280].max() - path[200:280].min() < 0.3


def test_days_that_hold_keep_the_mass_of_now() -> None:
    path = simulate(calibrated(A), Conditions(1500.0, holding=True), 100)
    assert path.body_mass_kg[0] == pytest.approx(np.full(101, 90.0), abs=1e-6)


def test_a_break_brings_the_water_back_and_no_fat() -> None:
    holding = np.arange(70) >= 56
    path = simulate(calibrated(A), Conditions(2000.0, holding=holding), 70)
    assert path.body_mass_kg[0, 63] - path.body_mass_kg[0, 56] > 0.5
    assert path.fat_mass_kg[0, 70] == pytest.approx(path.fat_mass_kg[0, 56], abs=0.2)


def test_out_of_reach_is_no_number() -> None:
    people = A.repeated(3)
    eaten = reaching_intake(people, [60.0, 85.0, 200.0], 100, (1500.0, 3500.0), NOTHING_ELSE)
    assert np.isnan(eaten).tolist() == [True, False, True]


@settings(max_examples=20, deadline=None)
@given(
    goal=st.floats(70.0, 100.0),
    days=st.integers(30, 200),
    more=st.floats(-0.5, 0.5),
)
def test_what_is_solved_is_reached(goal: float, days: int, more: float) -> None:
    beside = Conditions(0.0, activity_change=more)
    eaten = reaching_intake(A, goal, days, (0.0, 8000.0), beside)
    if np.isfinite(eaten[0]):
        path = simulate(calibrated(A), Conditions(eaten[:, None], activity_change=more), days)
        assert path.body_mass_kg[0, days] == pytest.approx(goal, abs=2e-3)


@pytest.mark.parametrize(
    ("masses", "goal", "losing", "day"),
    [
        ([90, 89, 88, 87], 88.0, True, 2),
        ([90, 89, 88, 89], 88.5, True, 2),
        ([90, 89, 88, 87], 86.0, True, np.inf),
        ([90, 91, 92, 93], 91.5, False, 2),
        ([90, 90, 90, 90], 90.0, True, 0),
        ([90, 89, np.nan, np.nan], 85.0, True, np.inf),
    ],
)
def test_the_first_day(masses: list[float], goal: float, losing: bool, day: float) -> None:
    row = np.array([masses], dtype=float)
    assert first_day(row, goal, losing=losing).tolist() == [day]
