"""A goal as it is asked for, and what cannot be meant."""

from datetime import date
from typing import Any

import pytest

from app.engine.energy.goals.goal import Goal, GoalKind, Place
from app.engine.energy.outlook.scenario import DietBreaks
from tests.engine.energy.goals.people import ON, after

BREAKS = Goal(GoalKind.RATE, -0.5, breaks=DietBreaks(14, 7), starts_on=ON)


@pytest.mark.parametrize(
    ("on", "is_break"),
    [
        (after(-1), False),
        (ON, False),
        (after(13), False),
        (after(14), True),
        (after(20), True),
        (after(21), False),
        (after(34), False),
        (after(35), True),
    ],
)
def test_breaks_come_again_and_again(on: date, is_break: bool) -> None:
    assert BREAKS.is_break(on) is is_break


def test_without_a_first_day_no_day_is_a_break() -> None:
    assert not Goal(GoalKind.RATE, -0.5, breaks=DietBreaks(1, 7)).is_break(after(3))
    assert not Goal(GoalKind.RATE, -0.5, starts_on=ON).is_break(after(3))


@pytest.mark.parametrize(
    ("told", "kcal"),
    [
        ({"training_days_per_week": 3, "exercise_kcal_per_session": 350.0}, 150.0),
        ({"training_days_per_week": 3}, None),
        ({"exercise_kcal_per_session": 350.0}, None),
    ],
)
def test_training_in_the_mean_of_the_week(told: dict[str, Any], kcal: float | None) -> None:
    assert Goal(GoalKind.MAINTENANCE, **told).exercise_kcal_per_day == kcal


@pytest.mark.parametrize(
    ("kind", "told", "needs"),
    [
        (GoalKind.RATE, {}, "rate"),
        (GoalKind.BODY_MASS, {}, "body_mass_kg"),
        (GoalKind.BODY_FAT, {}, "body_fat_percent"),
        (GoalKind.SPOT_REDUCTION, {}, "place"),
        (GoalKind.MAINTENANCE, {"training_days_per_week": 8}, "0 to 7"),
        (GoalKind.MAINTENANCE, {"breaks": DietBreaks(7, 7, 2500.0)}, "no intake"),
    ],
)
def test_what_cannot_be_meant(kind: GoalKind, told: dict[str, Any], needs: str) -> None:
    with pytest.raises(ValueError, match=needs):
        Goal(kind, **told)


def test_a_place_reads_as_words() -> None:
    assert Place.INNER_THIGHS.words == "inner thighs"
