"""The way to a mass by a day, and everything that stands in it."""

from dataclasses import replace

import pytest

from app.engine.answer import Part, Status
from app.engine.energy.goals.dated import way_by_day
from app.engine.energy.goals.standing import Standing
from app.engine.energy.outlook.goal_reach import GoalIntake
from app.engine.energy.outlook.scenario import Scenario
from app.engine.records import HealthFlag
from tests.engine.energy.goals.people import MAN, SPENT, after, codes, standing

FLAGGED = replace(MAN, health_flags=frozenset({HealthFlag.GLUCOSE_LOWERING_DRUG}))
LEAN = replace(MAN, body_fat_percent=12.0)


def way(
    goal_kg: float, days: int, where: Standing | None = None, more_kcal: float = 0.0
) -> Part[GoalIntake]:
    beside = Scenario("goal", 0.0, more_kcal)
    return way_by_day(goal_kg, after(days), where or standing(eaten_kcal=SPENT), beside)


def test_the_planners_numbers() -> None:
    got = way(80.0, 180).value
    assert got is not None
    found = (got.hold_now.value, got.reach.value, got.hold.value)
    assert found == pytest.approx((2748.45, 2166.66, 2537.57), abs=1.0)


@pytest.mark.parametrize(
    ("part", "broken"),
    [
        (way(80.0, 0), ["goal_date_passed"]),
        (way(80.0, 180, standing(FLAGGED)), ["health_flag"]),
        (way(80.0, 180, standing(FLAGGED, body_mass_kg=None)), ["health_flag"]),
        (way(59.0, 300), ["underweight_goal"]),
        (way(59.0, 300, standing(body_mass_kg=None)), ["underweight_goal"]),
        (way(92.0, 300, standing(replace(MAN, age_years=17.0))), ["under_18"]),
        (way(75.0, 60), ["goal_not_by_then", "least_intake_rate"]),
        (way(80.0, 731), ["goal_beyond_horizon"]),
        (
            way(88.5, 60, standing(LEAN, spent_kcal=2300.0, eaten_kcal=2300.0), 1100.0),
            ["energy_availability_too_low"],
        ),
    ],
)
def test_refused(part: Part[GoalIntake], broken: list[str]) -> None:
    assert part.status is Status.REFUSED
    assert codes(part.because) == broken
    assert part.instead


def test_a_gain_out_of_underweight_has_a_way() -> None:
    part = way(58.0, 200, standing(body_mass_kg=55.0, spent_kcal=2300.0))
    assert part.status is Status.OK


def test_too_little_known() -> None:
    assert [one.code for one in way(80.0, 180, standing(body_mass_kg=None)).missing] == ["weighing"]
    assert way(80.0, 180, standing(spent_kcal=None)).status is Status.INSUFFICIENT
