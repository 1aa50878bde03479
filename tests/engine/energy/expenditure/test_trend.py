"""The smoothed course and the weekly rate."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.answer import Estimate, Status
from app.engine.energy.advice import energy_advice
from app.engine.energy.expenditure.trend import Progress, Rate, TrendDay, body_mass_progress
from app.engine.records import Athlete, WaterEvent, WaterEventKind
from tests.engine.energy.logs import MAN, ON, eaten, lived, steady, weighing


def course(progress: Progress) -> tuple[TrendDay, ...]:
    assert progress.trend.value is not None
    return progress.trend.value


def rate(progress: Progress) -> Rate:
    assert progress.rate.value is not None
    return progress.rate.value


def width(estimate: Estimate) -> float:
    return estimate.high - estimate.low


def test_every_day_has_a_body_mass_and_the_last_is_that_of_the_advice() -> None:
    log = lived(60)
    days = course(body_mass_progress(MAN, *log, on=ON))
    assert [one.day for one in days] == [ON - timedelta(days=lag) for lag in range(60, -1, -1)]
    advice = energy_advice(MAN, *log, on=ON).body_mass.value
    assert advice is not None
    assert days[-1].body_mass.value == pytest.approx(advice.value, abs=1e-6)
    assert width(days[-1].body_mass) == pytest.approx(width(advice), rel=1e-6)


def test_the_past_is_better_known_than_the_present() -> None:
    days = course(body_mass_progress(MAN, *lived(60), on=ON))
    assert width(days[30].body_mass) < width(days[-1].body_mass)


def test_the_course_is_smoother_than_the_weights_and_runs_through_them() -> None:
    weighings, intake_days = lived(90)
    days = course(body_mass_progress(MAN, weighings, intake_days, on=ON))
    shown = [one.body_mass_kg for one in weighings]
    smooth = [one.body_mass.value for one in days]
    jumps = [abs(b - a) for a, b in pairwise(smooth)]
    assert max(jumps) < 0.35
    assert sum(jumps) < 0.5 * sum(abs(b - a) for a, b in pairwise(shown))
    off = [a - b for a, b in zip(shown, smooth, strict=True)]
    assert abs(sum(off) / len(off)) < 0.1


@pytest.mark.parametrize("kg_per_day", [-0.1, -0.06, 0.0, 0.05])
def test_the_rate_of_a_straight_line(kg_per_day: float) -> None:
    log = steady(60, kg_per_day=kg_per_day, energy_kcal=2500.0 + 7400.0 * kg_per_day)
    found = rate(body_mass_progress(MAN, *log, on=ON, activity_factor=1.5))
    assert found.kg_per_week.value == pytest.approx(7.0 * kg_per_day, abs=0.08)
    assert found.kg_per_week.low < 7.0 * kg_per_day < found.kg_per_week.high
    mass_kg = 80.0 + 60.0 * kg_per_day
    assert found.percent_per_week.value == pytest.approx(700.0 * kg_per_day / mass_kg, abs=0.1)
    assert found.days == 14


def test_water_that_was_told_is_not_in_the_rate() -> None:
    weighings, intake_days = steady(60, kg_per_day=0.0, energy_kcal=2500.0)
    start = ON - timedelta(days=6)
    wet = [
        replace(w, body_mass_kg=w.body_mass_kg + (1.0 if w.weighed_on >= start else 0.0))
        for w in weighings
    ]
    told = [WaterEvent("c", WaterEventKind.CREATINE, start - timedelta(days=1))]
    plain = rate(body_mass_progress(MAN, wet, intake_days, on=ON))
    wiser = rate(body_mass_progress(MAN, wet, intake_days, on=ON, events=told))
    assert abs(wiser.kg_per_week.value) < 0.75 * abs(plain.kg_per_week.value)
    named = body_mass_progress(MAN, wet, intake_days, on=ON, events=told)
    for part in (named.trend, named.rate):
        assert "water_creatine" in [reason.code for reason in part.because]


@pytest.mark.parametrize(
    ("days_ago", "rate_status"),
    [
        ([0], Status.INSUFFICIENT),
        ([6, 3, 0], Status.INSUFFICIENT),
        ([7, 0], Status.INSUFFICIENT),
        ([7, 3, 0], Status.OK),
    ],
)
def test_a_rate_needs_three_weighings_over_a_week(days_ago: list[int], rate_status: Status) -> None:
    progress = body_mass_progress(MAN, [weighing(d, 80.0) for d in days_ago], [], on=ON)
    assert len(course(progress)) == days_ago[0] + 1
    assert progress.rate.status is rate_status
    if progress.rate.value is None:
        assert [one.code for one in progress.rate.missing] == ["weighings"]
    else:
        assert progress.rate.value.days == 7


def test_nothing_weighed_or_not_one_body() -> None:
    empty = body_mass_progress(MAN, [], [], on=ON)
    mixed = body_mass_progress(
        MAN, [weighing(d, 80.0 + 96.0 * (d % 2)) for d in range(6)], [], on=ON
    )
    for progress, code in ((empty, "weighing"), (mixed, "weighing_units")):
        for part in (progress.trend, progress.rate):
            assert part.status is Status.INSUFFICIENT
            assert [one.code for one in part.missing] == [code]


def test_a_year_may_be_asked_and_a_week() -> None:
    log = lived(380)
    assert len(course(body_mass_progress(MAN, *log, on=ON, days=365))) == 365
    assert len(course(body_mass_progress(MAN, *log, on=ON, days=7))) == 7


@pytest.mark.parametrize("days", [0, -1, 401])
def test_days_out_of_range(days: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 400"):
        body_mass_progress(MAN, [], [], on=ON, days=days)


def test_the_first_days_of_the_calendar() -> None:
    first = replace(weighing(0, 80.0), weighed_on=date.min)
    assert len(course(body_mass_progress(MAN, [first], [], on=date.min))) == 1


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(weighing, st.integers(0, 200), st.floats(70.0, 90.0)),
        min_size=1,
        max_size=30,
        unique_by=lambda one: one.id,
    )
)
def test_any_course_is_finite_and_in_order(weighings: list[object]) -> None:
    progress = body_mass_progress(Athlete(), weighings, [], on=ON)  # type: ignore[arg-type]
    for one in progress.trend.value or ():
        assert 0.0 <= one.body_mass.low <= one.body_mass.value <= one.body_mass.high < 1e3


def test_an_absurd_log_has_no_course() -> None:
    feast = [eaten(d, 12_000.0) for d in range(60)]
    found = body_mass_progress(MAN, [weighing(59, 80.0)], feast, on=ON)
    assert [reason.code for reason in found.trend.because] == ["log_contradicts_itself"]
    for part in (found.trend, found.rate):
        assert part.status is Status.INSUFFICIENT
        assert [one.code for one in part.missing] == ["consistent_log"]
