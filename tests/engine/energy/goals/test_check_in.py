"""Once a week: what was planned, what the log asks for, what is proposed."""

from datetime import timedelta

import pytest

from app.engine.answer import Part, Status
from app.engine.energy.goals.check_in import CheckIn, check_in
from app.engine.energy.goals.course import course
from app.engine.energy.goals.follow import goal_target
from app.engine.energy.goals.goal import Goal, GoalKind
from app.engine.energy.goals.standing import Standing
from app.engine.energy.target.plan import Aim
from tests.engine.energy.goals.people import ON, SMALL_WOMAN, codes, standing
from tests.engine.energy.goals.test_course import eaten

HOLD = Goal(GoalKind.RATE, 0.0)


def checked(
    now: Standing,
    before: Standing,
    *,
    goal: Goal = HOLD,
    kcal: float = 2500.0,
    days: int = 7,
    planned: float | None = None,
) -> Part[CheckIn]:
    log = eaten(kcal, days)
    return check_in(
        (now, goal_target(goal, now)),
        (before, goal_target(goal, before)),
        log,
        seen=course(now, before, log),
        aim=Aim(),
        planned_kcal_per_day=planned,
    )


@pytest.mark.parametrize(
    ("before", "now", "planned", "proposed", "said"),
    [
        (2500.0, 2500.0, None, 2500.0, "check_in_keep"),
        (2500.0, 2451.0, None, 2500.0, "check_in_keep"),
        (2500.0, 2549.0, None, 2500.0, "check_in_keep"),
        (2500.0, 2450.0, None, 2475.0, "check_in_change"),
        (2500.0, 2300.0, None, 2400.0, "check_in_change"),
        (2500.0, 2700.0, None, 2600.0, "check_in_change"),
        (2500.0, 1900.0, None, 2350.0, "check_in_change"),
        (2500.0, 3500.0, None, 2650.0, "check_in_change"),
        (2500.0, 2500.0, 2300.0, 2400.0, "check_in_change"),
    ],
)
def test_a_smoothed_change(
    before: float, now: float, planned: float | None, proposed: float, said: str
) -> None:
    part = checked(standing(spent_kcal=now), standing(spent_kcal=before), planned=planned)
    got = part.value
    assert got is not None
    assert got.planned_kcal_per_day == pytest.approx(planned or before)
    assert got.asked_kcal_per_day == pytest.approx(now)
    assert got.proposed_kcal_per_day == pytest.approx(proposed)
    assert got.change_kcal_per_day == pytest.approx(proposed - (planned or before))
    assert got.next_on == ON + timedelta(days=7)
    assert part.because[0].code == said


def test_why() -> None:
    part = checked(standing(spent_kcal=2300.0), standing(spent_kcal=2500.0), kcal=2300.0)
    assert codes(part.because) == [
        "check_in_change",
        "check_in_expenditure",
        "check_in_rate",
        "check_in_off_plan",
    ]
    texts = [reason.text for reason in part.because]
    assert "-100" in texts[0]
    assert "2500 kcal a day a week ago and is 2300 now (-200)" in texts[1]
    assert "2300 kcal a day were logged on 7 days, 2500 were planned" in texts[3]


@pytest.mark.parametrize(
    ("kcal", "days", "eaten_kcal", "is_said"),
    [
        (2500.0, 7, 2500.0, False),
        (2590.0, 7, 2590.0, False),
        (2610.0, 7, 2610.0, True),
        (2390.0, 4, 2390.0, True),
        (2390.0, 3, None, False),
    ],
)
def test_what_was_eaten_off_the_plan(
    kcal: float, days: int, eaten_kcal: float | None, is_said: bool
) -> None:
    same = standing(spent_kcal=2500.0)
    part = checked(same, same, kcal=kcal, days=days)
    assert part.value is not None
    assert part.value.eaten_kcal_per_day == eaten_kcal
    assert ("check_in_off_plan" in codes(part.because)) is is_said


def test_smoothing_breaks_no_limit() -> None:
    """A plan of 700 kcal is not smoothed towards what is advised, but left."""
    small = standing(SMALL_WOMAN, body_mass_kg=50.0, spent_kcal=1500.0)
    part = checked(small, small, planned=700.0)
    assert part.value is not None
    assert part.value.proposed_kcal_per_day == pytest.approx(1500.0)
    assert part.because[0].code == "check_in_limit"


@pytest.mark.parametrize(
    ("now", "before", "planned", "lacking"),
    [
        (standing(spent_kcal=None), standing(), None, ["expenditure", "activity_factor"]),
        (standing(), standing(spent_kcal=None), None, ["expenditure", "activity_factor"]),
        (standing(), standing(spent_kcal=900.0), None, ["check_in_week"]),
    ],
)
def test_without_two_targets_there_is_nothing_to_compare(
    now: Standing, before: Standing, planned: float | None, lacking: list[str]
) -> None:
    part = checked(now, before, planned=planned)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == lacking


def test_what_was_planned_may_be_told_instead() -> None:
    part = checked(standing(), standing(body_mass_kg=None, spent_kcal=None), planned=2700.0)
    assert part.value is not None
    assert codes(part.because) == ["check_in_keep", "check_in_off_plan"]
