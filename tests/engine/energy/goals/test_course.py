"""How it goes, and what of it is warned of."""

from datetime import timedelta
from typing import Any

import pytest

from app.engine.answer import Estimate, Part, Status
from app.engine.energy.expenditure.log import IntakeLog
from app.engine.energy.goals.course import Course, ExerciseTrend, course
from tests.engine.energy.goals.people import MAN, ON, codes, standing


def eaten(kcal: float, days: int) -> IntakeLog:
    logged = {ON - timedelta(days=day): kcal for day in range(1, days + 1)}
    return IntakeLog(logged, dict.fromkeys(logged, ("id",)), ())


def trend(percent: float, half: float = 0.2, name: str = "squat") -> ExerciseTrend:
    return ExerciseTrend(name, Estimate(percent, percent - half, percent + half))


def gone(
    now_kg: float, before_kg: float, *, kcal: float = 2500.0, days: int = 28, **told: Any
) -> Part[Course]:
    now, before = standing(body_mass_kg=now_kg), standing(body_mass_kg=before_kg)
    return course(now, before, eaten(kcal, days), **told)


def test_the_rate_of_two_weeks() -> None:
    part = gone(89.1, 90.0)
    assert part.value is not None
    rate = part.value.rate_percent_per_week
    assert rate.value == pytest.approx(-0.5)
    # Two masses with a standard deviation of 0.2 kg each.
    assert rate.high - rate.value == pytest.approx(1.2816 * 0.2828 / 90.0 * 50.0, rel=1e-3)
    assert part.value.eaten_kcal_per_day == pytest.approx(2500.0)
    assert part.warnings == ()
    assert "89.1" in part.because[0].text


@pytest.mark.parametrize(
    ("now_kg", "days_on_goal", "warned"),
    [
        (88.1, None, ["fast_loss"]),
        (88.1, 14, ["fast_loss"]),
        (88.1, 13, []),
        (88.3, None, []),
        (92.0, None, []),
    ],
)
def test_a_fast_loss(now_kg: float, days_on_goal: int | None, warned: list[str]) -> None:
    assert codes(gone(now_kg, 90.0, days_on_goal=days_on_goal).warnings) == warned


@pytest.mark.parametrize(
    ("kcal", "days", "warned"),
    [
        (1700.0, 28, ["below_resting_for_weeks"]),
        (1700.0, 20, ["below_resting_for_weeks"]),
        (1700.0, 19, []),
        (1900.0, 28, []),
    ],
)
def test_weeks_below_resting_energy(kcal: float, days: int, warned: list[str]) -> None:
    """Person A rests at 1,830 kcal."""
    assert codes(gone(90.0, 90.0, kcal=kcal, days=days).warnings) == warned


@pytest.mark.parametrize(
    ("now_kg", "strength", "warned"),
    [
        (89.1, [trend(-0.5)], ["lean_mass_at_risk"]),
        (89.1, [trend(-0.5), trend(0.4)], ["lean_mass_at_risk"]),
        (89.1, [trend(-0.5), trend(0.4), trend(0.1)], []),
        (89.1, [trend(-0.1)], []),
        (89.1, [trend(0.5)], []),
        (89.1, [], []),
        (90.0, [trend(-0.5)], []),
        (91.0, [trend(-0.5)], []),
    ],
)
def test_lean_mass_at_risk(now_kg: float, strength: list[ExerciseTrend], warned: list[str]) -> None:
    part = gone(now_kg, 90.0, strength=strength)
    assert codes(part.warnings) == warned
    assert part.value is not None
    assert part.value.strength == tuple(strength)


def test_what_is_not_known() -> None:
    nobody, somebody = standing(body_mass_kg=None), standing()
    unweighed = course(nobody, somebody, eaten(2000.0, 28))
    assert [one.code for one in unweighed.missing] == ["weighing"]
    begun = course(somebody, nobody, eaten(2000.0, 28))
    assert begun.status is Status.INSUFFICIENT
    assert [one.code for one in begun.missing] == ["weighings"]


def test_resting_energy_that_is_not_known_is_not_warned_by() -> None:
    nobody = standing(type(MAN)())
    assert course(nobody, nobody, eaten(900.0, 28)).warnings == ()
