"""The week laid out over days of training and of rest: its mean stays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.energy.goals.follow import goal_target
from app.engine.energy.goals.goal import Goal, GoalKind
from app.engine.energy.goals.standing import Standing
from app.engine.energy.goals.training_days import WeekTarget, training_days
from tests.engine.energy.goals.people import WOMAN, codes, standing


def week(goal: Goal, where: Standing | None = None) -> Part[WeekTarget]:
    where = where or standing()
    return training_days(goal, goal_target(goal, where), where)


def loss(rate: float = -0.5, days: int | None = 3, cost: float | None = None) -> Goal:
    return Goal(GoalKind.RATE, rate, training_days_per_week=days, exercise_kcal_per_session=cost)


def test_a_tenth_of_the_mean_day_by_default() -> None:
    part = week(loss(0.0, 3))
    got = part.value
    assert got is not None
    training, rest = got.training_day.intake.value, got.rest_day.intake.value
    assert training - rest == pytest.approx(274.845)
    assert (3 * training + 4 * rest) / 7 == pytest.approx(2748.45)
    moved = got.training_day.carbohydrate_g.value - got.rest_day.carbohydrate_g.value
    assert moved == pytest.approx(274.845 / 4.0)
    assert got.training_day.protein_g == got.rest_day.protein_g
    assert got.training_day.fat_g == got.rest_day.fat_g
    assert codes(part.because) == ["training_rest_split", "training_rest_shift_share"]


def test_what_a_session_costs_is_what_is_moved() -> None:
    part = week(loss(0.0, 2, 400.0))
    assert part.value is not None
    training, rest = part.value.training_day, part.value.rest_day
    assert training.intake.value - rest.intake.value == pytest.approx(400.0)
    assert "training_rest_shift_cost" in codes(part.because)


@pytest.mark.parametrize("days", [0, 7])
def test_days_all_alike(days: int) -> None:
    part = week(loss(-0.5, days))
    assert part.value is not None
    assert part.value.training_day == part.value.rest_day
    assert part.because == ()


@given(
    days=st.integers(0, 7),
    cost=st.one_of(st.none(), st.floats(0.0, 800.0)),
    rate=st.floats(-0.8, 0.5),
)
def test_the_mean_of_the_week_is_the_target(days: int, cost: float | None, rate: float) -> None:
    goal = loss(rate, days, cost)
    target, part = goal_target(goal, standing()).value, week(goal)
    if part.value is None:
        assert part.instead
    else:
        training, rest = part.value.training_day.intake, part.value.rest_day.intake
        assert target is not None
        mean = (days * training.value + (7 - days) * rest.value) / 7
        assert mean == pytest.approx(target.intake.value)
        assert part.value.rest_day.carbohydrate_g.low >= 0.0


def test_a_day_of_rest_keeps_every_limit() -> None:
    """1,640 kcal keep 25 kcal for each of 65.5 kg; a day of rest would not."""
    part = week(loss(-0.5, 4), standing(spent_kcal=2150.0))
    assert part.status is Status.REFUSED
    assert codes(part.because) == ["rest_day_too_low"]
    assert part.instead == "Eat the same each day."


def test_nobody_rests_without_carbohydrate() -> None:
    fat = replace(WOMAN, body_fat_percent=45.0)
    part = week(loss(-0.3, 6, 785.0), standing(fat, body_mass_kg=82.0, spent_kcal=2100.0))
    assert codes(part.because) == ["rest_day_without_carbohydrate"]


def test_a_day_of_rest_below_resting_energy_is_warned_of() -> None:
    part = week(loss(-0.5, 5), standing(WOMAN, body_mass_kg=80.0, spent_kcal=1990.0))
    assert codes(part.warnings) == ["rest_day_below_resting"]


def test_days_that_are_not_told() -> None:
    assert [one.code for one in week(loss(days=None)).missing] == ["training_days_per_week"]


def test_without_a_target_there_is_no_week() -> None:
    assert week(loss(-2.0)).status is Status.REFUSED
    assert week(loss(), standing(spent_kcal=None)).status is Status.INSUFFICIENT
