"""A mesocycle as text: week by week."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.load.mesocycle import (
    DeloadDays,
    Mesocycle,
    deload_days,
    mesocycle_weeks,
    week_of,
)

START = date(2026, 1, 7)


def text_of(plan: Mesocycle) -> str:
    return " ".join(
        f"{'d' if week.is_deload else ''}{week.repetitions_in_reserve:g}x{week.sets_factor:g}"
        for week in mesocycle_weeks(plan)
    )


@pytest.mark.parametrize(
    ("plan", "weeks"),
    [
        (Mesocycle(), "3x1 2.5x1 1.5x1 1x1 d5x0.5"),
        (Mesocycle(5, reserve_last=0.0), "3x1 2x1 1x1 0x1 d5x0.5"),
        (Mesocycle(4), "3x1 2x1 1x1 d5x0.5"),
        (Mesocycle(4, deload=False), "3x1 2.5x1 1.5x1 1x1"),
        (Mesocycle(2), "3x1 d5x0.5"),
        (Mesocycle(4, reserve_first=2.0, reserve_last=2.0), "2x1 2x1 2x1 d4x0.5"),
        (Mesocycle(4, sets_last=1.5), "3x1 2x1.25 1x1.5 d5x0.5"),
        (Mesocycle(4, sets_last=0.5), "3x1 2x0.75 1x0.5 d5x0.5"),
    ],
)
def test_weeks(plan: Mesocycle, weeks: str) -> None:
    assert text_of(plan) == weeks


@pytest.mark.parametrize(
    ("days", "number", "is_deload"),
    [(0, 1, False), (6, 1, False), (7, 2, False), (27, 4, False), (28, 5, True), (34, 5, True)],
)
def test_the_week_of_a_day(days: int, number: int, is_deload: bool) -> None:
    week = week_of(START, START + timedelta(days=days), Mesocycle()).value
    assert week is not None
    assert (week.number, week.is_deload) == (number, is_deload)


@pytest.mark.parametrize(
    ("days", "missing"), [(-1, "not_started"), (-400, "not_started"), (35, "new_mesocycle")]
)
def test_outside_there_is_no_week(days: int, missing: str) -> None:
    part = week_of(START, START + timedelta(days=days), Mesocycle())
    assert (part.status, part.value) == (Status.INSUFFICIENT, None)
    assert [each.code for each in part.missing] == [missing]


@pytest.mark.parametrize(
    ("plan", "days", "said", "warned"),
    [
        (Mesocycle(), 0, ["effort_wave"], []),
        (Mesocycle(), 30, ["planned_deload"], []),
        (Mesocycle(sets_last=1.2), 0, ["effort_wave", "sets_rise"], []),
        (Mesocycle(sets_last=1.2), 30, ["planned_deload"], []),
        (Mesocycle(reserve_last=0.0), 20, ["effort_wave"], []),
        (Mesocycle(reserve_last=0.0), 27, ["effort_wave"], ["failure_planned"]),
        (Mesocycle(reserve_last=0.0), 30, ["planned_deload"], []),
    ],
)
def test_what_is_said(plan: Mesocycle, days: int, said: list[str], warned: list[str]) -> None:
    part = week_of(START, START + timedelta(days=days), plan)
    assert [each.code for each in part.because] == said
    assert [each.code for each in part.warnings] == warned


@pytest.mark.parametrize(
    "wrong",
    [
        {"weeks": 1},
        {"weeks": 13},
        {"reserve_first": 1.0, "reserve_last": 2.0},
        {"reserve_last": -1.0},
        {"reserve_first": 11.0},
        {"reserve_first": float("nan")},
        {"sets_last": 0.4},
        {"sets_last": 2.1},
        {"sets_last": float("nan")},
    ],
)
def test_what_is_no_plan(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must"):
        Mesocycle(**wrong)  # type: ignore[arg-type]


@given(st.integers(2, 12), st.floats(0.0, 10.0), st.floats(0.0, 10.0), st.booleans())
def test_effort_never_falls_before_the_deload(
    weeks: int, one: float, other: float, deload: bool
) -> None:
    plan = Mesocycle(weeks, max(one, other), min(one, other), deload=deload)
    loading = [week for week in mesocycle_weeks(plan) if not week.is_deload]
    reserves = [week.repetitions_in_reserve for week in loading]
    assert reserves == sorted(reserves, reverse=True)
    assert len(loading) == plan.loading_weeks
    assert [week.number for week in mesocycle_weeks(plan)] == list(range(1, weeks + 1))


@pytest.mark.parametrize(
    ("starts_on", "plan", "days"),
    [
        (START, Mesocycle(4), DeloadDays(date(2026, 1, 28), date(2026, 2, 3))),
        (START, Mesocycle(4, deload=False), None),
        (date.max - timedelta(days=27), Mesocycle(4), DeloadDays(date(9999, 12, 25), date.max)),
        (date.max - timedelta(days=26), Mesocycle(4), None),
    ],
)
def test_days_of_the_deload(starts_on: date, plan: Mesocycle, days: DeloadDays | None) -> None:
    assert deload_days(starts_on, plan) == days


@given(starts_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)), weeks=st.integers(2, 12))
def test_they_are_those_of_its_week(starts_on: date, weeks: int) -> None:
    days, plan = deload_days(starts_on, Mesocycle(weeks)), Mesocycle(weeks)
    assert days is not None
    for day in (starts_on + timedelta(days=n) for n in range(7 * weeks)):
        week = week_of(starts_on, day, plan).value
        assert week is not None
        assert (day in days) == week.is_deload
