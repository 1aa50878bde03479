"""Quantiles and dates from draws, on draws made by hand."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from app.engine.answer import Estimate
from app.engine.energy.dynamics.calibration import calibrated
from app.engine.energy.dynamics.conditions import Conditions
from app.engine.energy.dynamics.hall import simulate
from app.engine.energy.dynamics.trajectory import Trajectory
from app.engine.energy.outlook.fan import band, estimate, goal_date, last_day_of, shown_days
from app.engine.energy.outlook.girth import visceral_change_percent, waist_change_cm
from tests.engine.energy.dynamics.people import A
from tests.engine.energy.outlook.people import ON

TEN = np.linspace(0.01, 0.10, 10)
"""Kilograms lost in a day by each of ten draws."""


def falling(days: int = 200, start_kg: float = 90.0) -> Trajectory:
    """Ten draws that fall in straight lines; the other quantities are of no matter."""
    whole = simulate(calibrated(A.repeated(10)), Conditions(2000.0), days)
    return replace(whole, body_mass_kg=start_kg - TEN[:, None] * np.arange(days + 1.0))


def test_a_band() -> None:
    got = band(falling().body_mass_kg, np.array([0, 100]))
    assert got.p50 == pytest.approx((90.0, 84.5))
    assert got.p10 == pytest.approx((90.0, 80.9))
    assert got.p90 == pytest.approx((90.0, 88.1))
    assert got.on(1) == Estimate(got.p50[1], got.p10[1], got.p90[1])


def test_a_draw_that_is_gone_counts_as_the_lightest() -> None:
    values = falling().body_mass_kg.copy()
    values[5, 50:] = np.nan
    got = band(values, np.array([100]))
    assert got.p50[0] == pytest.approx(84.0)
    assert got.p10[0] == pytest.approx(80.0)
    assert estimate(values[:, 100]).value == pytest.approx(85.0)


@pytest.mark.parametrize(
    ("goal", "days", "earliest", "middle", "latest", "never"),
    [
        (85.0, 200, 50, 84, None, 0.2),
        (89.95, 200, 1, 1, 3, 0.0),
        (90.0, 200, 0, 0, 0, 0.0),
        (60.0, 200, None, None, None, 1.0),
        (85.0, 60, 50, None, None, 0.8),
    ],
)
def test_a_goal_is_a_range_of_days(
    goal: float,
    days: int,
    earliest: int | None,
    middle: int | None,
    latest: int | None,
    never: float,
) -> None:
    got = goal_date(falling(), goal, ON, days)
    dates = (got.earliest_on, got.median_on, got.latest_on)
    lags = [None if day is None else (day - ON).days for day in dates]
    assert lags == [earliest, middle, latest]
    assert got.share_never == pytest.approx(never)
    assert (got.body_mass_kg, got.within_days) == (goal, days)


def test_a_goal_above_is_waited_for_from_below() -> None:
    rising = replace(falling(), body_mass_kg=180.0 - falling().body_mass_kg)
    got = goal_date(rising, 91.0, date(2025, 1, 1), 200)
    assert got.earliest_on == date(2025, 1, 11)


def test_the_fan_ends_where_draws_are_gone() -> None:
    path = falling()
    assert last_day_of(path, 200) == 200
    values = path.body_mass_kg.copy()
    values[0, 70:] = np.nan
    assert last_day_of(replace(path, body_mass_kg=values), 200) == 69


@pytest.mark.parametrize(
    ("last", "every", "days"),
    [(14, 7, [0, 7, 14]), (16, 7, [0, 7, 14, 16]), (3, 7, [0, 3]), (0, 7, [0]), (2, 1, [0, 1, 2])],
)
def test_the_days_shown(last: int, every: int, days: list[int]) -> None:
    assert shown_days(last, every).tolist() == days


def test_waist_and_visceral_fat() -> None:
    assert waist_change_cm(Estimate(-5.4, -6.0, -5.0)).value == pytest.approx(-6.2, abs=0.3)
    got = visceral_change_percent(Estimate(0.9, 0.8, 1.0))
    assert got.value == pytest.approx(100.0 * (0.9**1.3 - 1.0))
    assert got.value == pytest.approx(-13.0, abs=0.5)
    assert got.high == 0.0
