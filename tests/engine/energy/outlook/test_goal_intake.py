"""What to eat for a goal, what then holds it, and the goals that get no number."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.engine.answer import Part, Status
from app.engine.energy.outlook.goal_intake import goal_intake
from app.engine.energy.outlook.goal_reach import GoalIntake, Unreachable, reach
from app.engine.energy.outlook.outset import outset
from app.engine.energy.outlook.safe_intake import (
    LEAST_RATE,
    IntakeLimit,
    least_intake,
    most_intake,
)
from app.engine.energy.outlook.scenario import DietBreaks, Scenario
from app.engine.records import Athlete
from tests.engine.energy.outlook.people import KNOWN_FAT, MAN, ON, WOMAN, begun, mass, spent, start
from tests.engine.energy.outlook.test_forecast import codes, refuse_fast


def after(days: int) -> date:
    return ON + timedelta(days=days)


def asked(goal_kg: float, days: int, **others: object) -> Part[GoalIntake]:
    return goal_intake(begun(), goal_kg, after(days), on=ON, **others)  # type: ignore[arg-type]


def test_the_planners_goal() -> None:
    part = asked(80.0, 180)
    got = part.value
    assert got is not None
    assert got.reach.value == pytest.approx(2166.67, abs=0.1)
    assert got.hold.value == pytest.approx(2537.57, abs=0.1)
    assert got.hold_now.value == pytest.approx(2748.45, abs=1e-6)
    assert got.change_percent_per_week == pytest.approx(-0.432, abs=1e-3)
    assert codes(part.because) == [
        "forecast_start",
        "forecast_eaten_lately",
        "goal_intake_reaches",
        "goal_intake_holds",
    ]


def test_intervals_are_those_of_the_expenditure() -> None:
    got = goal_intake(begun(intake_known=False), 80.0, after(180), on=ON).value
    assert got is not None
    spends = start().expenditure
    assert got.hold_now.low == pytest.approx(spends.low)
    assert got.hold_now.high == pytest.approx(spends.high)
    for one in (got.reach, got.hold):
        assert one.low < one.value < one.high
        assert one.high - one.low == pytest.approx(spends.high - spends.low, rel=0.15)


def test_who_eats_more_than_is_spent_is_held_by_less_than_is_spent() -> None:
    """A quarter of a change of intake is followed by expenditure itself."""
    got = goal_intake(begun(eaten=3248.45), 91.0, after(100), on=ON).value
    assert got is not None
    assert got.hold_now.value < 2748.45 - 100.0


def test_a_gain() -> None:
    got = asked(93.0, 150).value
    assert got is not None
    assert got.reach.value > got.hold.value > got.hold_now.value
    assert got.change_percent_per_week > 0.0


def test_moving_more_lets_one_eat_more() -> None:
    plain = asked(82.0, 180).value
    runs = asked(82.0, 180, beside=Scenario("run", 0.0, 300.0))
    assert plain is not None
    assert runs.value is not None
    assert runs.value.reach.value > plain.reach.value + 150.0
    assert runs.value.hold.value > plain.hold.value + 150.0
    assert "activity_compensation" in codes(runs.because)


def test_a_goal_too_soon_gets_the_earliest_day() -> None:
    part = asked(75.0, 60)
    assert part.status is Status.REFUSED
    assert codes(part.because) == ["goal_not_by_then", "least_intake_rate"]
    day = int(part.because[0].values["earliest_day"])
    assert part.instead == f"Choose {after(day).isoformat()} or a later day."
    assert asked(75.0, day).status is Status.OK
    assert asked(75.0, day - 1).status is Status.REFUSED


def test_a_goal_too_far_down_is_never_reached() -> None:
    lean = begun(KNOWN_FAT, spends=2000.0)
    part = goal_intake(lean, 75.0, after(300), on=ON)
    assert part.status is Status.REFUSED
    assert codes(part.because) == ["goal_not_at_all", "least_intake_availability"]
    assert part.instead == "Choose a goal nearer to the mass of now."


def test_a_gain_too_soon() -> None:
    part = asked(100.0, 30)
    assert codes(part.because) == ["goal_not_by_then", "most_intake_rate"]


def test_what_cannot_be_reached_has_a_type_of_its_own() -> None:
    person = start()
    found = reach(person, 75.0, 60, Scenario("goal", 0.0), least_intake(person))
    assert isinstance(found, Unreachable)
    assert found.body_mass_then_kg == pytest.approx(83.3, abs=0.1)
    assert found.earliest_day == 167
    assert found.limit.because.code == "least_intake_rate"


def test_not_even_fasting_is_enough() -> None:
    nothing = IntakeLimit(0.0, LEAST_RATE(intake_kcal_per_day=0.0))
    part = asked(60.0, 20, least=nothing)
    assert codes(part.because) == ["goal_not_by_then", "least_intake_rate"]


def test_where_the_low_end_would_need_less_than_nothing_it_is_nothing() -> None:
    nothing = IntakeLimit(0.0, LEAST_RATE(intake_kcal_per_day=0.0))
    wide = begun(sd=500.0)
    part = goal_intake(wide, 76.5, after(35), on=ON, least=nothing)
    assert part.value is not None
    assert part.value.reach.low == 0.0
    assert part.value.reach.value > 0.0


@pytest.mark.parametrize(
    ("athlete", "mass_kg", "spends", "code", "kcal"),
    [
        (MAN, 90.0, 2748.45, "least_intake_rate", 1838.8),
        (KNOWN_FAT, 90.0, 2000.0, "least_intake_availability", 25.0 * 76.5),
        (replace(WOMAN, body_fat_percent=45.0), 50.0, 1250.0, "least_intake_very_low", 800.0),
    ],
)
def test_the_tightest_limit_is_named(
    athlete: Athlete, mass_kg: float, spends: float, code: str, kcal: float
) -> None:
    person = start(athlete, body_mass_kg=mass_kg, spends=spends)
    limit = least_intake(person)
    assert limit.because.code == code
    assert limit.kcal_per_day == pytest.approx(kcal, abs=0.5)
    assert most_intake(person).kcal_per_day > person.expenditure.value


def test_limits_of_others_are_asked() -> None:
    assert codes(asked(80.0, 180, limits=refuse_fast).because) == ["too_fast"]
    assert asked(88.0, 180, limits=refuse_fast).status is Status.OK


@pytest.mark.parametrize(
    ("goal_kg", "days", "code"),
    [(48.0, 300, "goal_below_bmi_15"), (80.0, 731, "goal_beyond_horizon")],
)
def test_goals_beyond_the_model(goal_kg: float, days: int, code: str) -> None:
    part = asked(goal_kg, days)
    assert part.status is Status.REFUSED
    assert codes(part.because) == [code]
    assert part.instead


@pytest.mark.parametrize("sd", [1.0, 500.0, 5000.0])
@pytest.mark.parametrize("eaten", [900.0, 2748.45, 5400.0])
@pytest.mark.parametrize("goal_kg", [70.0, 89.9, 91.0])
def test_the_widest_interval_is_still_one(sd: float, eaten: float, goal_kg: float) -> None:
    part = goal_intake(begun(sd=sd, eaten=eaten), goal_kg, after(365), on=ON)
    if part.value is None:
        assert part.status is Status.REFUSED
    else:
        for one in (part.value.reach, part.value.hold, part.value.hold_now):
            assert 0.0 <= one.low <= one.value <= one.high


def test_an_unknown_person_gets_no_number() -> None:
    part = goal_intake(outset(Athlete(), mass(), spent()), 80.0, after(90), on=ON)
    assert part.status is Status.INSUFFICIENT
    assert part.missing


@pytest.mark.parametrize(
    ("goal_kg", "days"), [(80.0, 0), (80.0, -1), (0.0, 10), (float("nan"), 10), (float("inf"), 10)]
)
def test_what_cannot_be_meant(goal_kg: float, days: int) -> None:
    with pytest.raises(ValueError, match="a goal is above 0"):
        asked(goal_kg, days)


def test_breaks_on_the_way_ask_for_less_between_them() -> None:
    plain = asked(84.0, 180).value
    rests = asked(84.0, 180, beside=Scenario("breaks", 0.0, breaks=DietBreaks(14, 7))).value
    assert plain is not None
    assert rests is not None
    assert rests.reach.value < plain.reach.value - 50.0
    with pytest.raises(ValueError, match="breaks"):
        asked(84.0, 180, beside=Scenario("refeeds", 0.0, breaks=DietBreaks(5, 2, 2500.0)))
