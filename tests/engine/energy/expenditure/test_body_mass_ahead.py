"""Body mass some days ahead."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.answer import Estimate, Status
from app.engine.energy.expenditure.body_mass_ahead import (
    MassAhead,
    body_mass_ahead,
    body_masses_ahead,
)
from app.engine.records import Athlete, IntakeDay, WaterEvent, WaterEventKind, Weighing
from tests.engine.energy.logs import MAN, ON, eaten, lived, steady, weighing

Log = tuple[list[Weighing], list[IntakeDay]]


def ahead(log: Log, days_ahead: int, *planned: IntakeDay, athlete: Athlete = MAN) -> MassAhead:
    part = body_mass_ahead(athlete, *log, on=ON, days_ahead=days_ahead, planned=planned)
    assert part.value is not None
    return part.value


def width(estimate: Estimate) -> float:
    return estimate.high - estimate.low


def plan(energy_kcal: float, days: int) -> list[IntakeDay]:
    return [eaten(-day, energy_kcal) for day in range(days)]


@pytest.mark.parametrize("days_ahead", [1, 7, 28])
def test_a_steady_loss_goes_on_and_slows(days_ahead: int) -> None:
    """On less body less is spent, so the straight line is left on its upper side."""
    found = ahead(steady(90), days_ahead)
    straight_kg = 80.0 - 0.06 * (90 + days_ahead)
    assert found.day == ON + timedelta(days=days_ahead)
    assert straight_kg - 0.1 < found.body_mass.value < straight_kg + 0.016 * days_ahead + 0.15
    assert found.body_mass.low < straight_kg < found.body_mass.high


def test_a_scale_is_less_sure_than_the_body_behind_it() -> None:
    found = ahead(lived(60), 7)
    assert width(found.weighing) > width(found.body_mass)


def test_the_farther_the_wider() -> None:
    widths = [width(ahead(lived(60), days).body_mass) for days in (1, 7, 14, 28, 42)]
    assert widths == sorted(widths)


def test_a_plan_is_followed() -> None:
    log = lived(90)
    lean, rich = (ahead(log, 28, *plan(kcal, 28)) for kcal in (1900.0, 2900.0))
    apart_kg = rich.body_mass.value - lean.body_mass.value
    energy_kg = 28 * 1000.0 / 7500.0
    assert 0.7 * energy_kg < apart_kg < 1.25 * energy_kg
    assert width(lean.body_mass) < width(ahead(log, 28).body_mass)


def test_the_plan_is_said_and_days_outside_it_are_not_read() -> None:
    log = lived(60)
    inside, outside = plan(2000.0, 3), [eaten(5, 9000.0), eaten(-20, 9000.0), eaten(-2, 0.0)]
    part = body_mass_ahead(MAN, *log, on=ON, days_ahead=7, planned=inside)
    assert part.because[0].code == "body_mass_ahead_planned"
    assert part.because[0].values["planned_days"] == 3
    assert part.because[0].values["intake_kcal_per_day"] == 2000.0
    other = body_mass_ahead(MAN, *log, on=ON, days_ahead=7, planned=[*outside, *inside[:2]])
    two = body_mass_ahead(MAN, *log, on=ON, days_ahead=7, planned=inside[:2])
    assert other == two
    free = body_mass_ahead(MAN, *log, on=ON, days_ahead=7)
    assert free.because[0].code == "body_mass_ahead"
    assert free.because[0].values["day"] == "2025-07-07"


def test_a_weekly_rhythm_is_learnt() -> None:
    weighings, intake_days = steady(90, kg_per_day=0.0, energy_kcal=2500.0)
    heavy = [
        replace(w, body_mass_kg=w.body_mass_kg + (1.0 if w.weighed_on.weekday() == 0 else 0.0))
        for w in weighings
    ]
    monday, thursday = (ahead((heavy, intake_days), days).weighing for days in (7, 3))
    assert ON.weekday() == 0
    assert monday.value - thursday.value > 0.5
    bodies = [ahead((heavy, intake_days), days).body_mass.value for days in (7, 3)]
    assert bodies[0] == pytest.approx(bodies[1], abs=0.1)


def test_a_log_of_weights_alone_is_enough() -> None:
    weighings, _ = steady(60)
    found = ahead((weighings, []), 7, athlete=Athlete())
    straight_kg = 80.0 - 0.06 * 67
    assert found.body_mass.low < straight_kg < found.body_mass.high
    assert found.body_mass.value < 80.0 - 0.06 * 60


@pytest.mark.parametrize("days_ago", [[0], [1, 0], [4, 2, 0], [900]])
def test_what_to_log_first(days_ago: list[int]) -> None:
    part = body_mass_ahead(MAN, [weighing(d, 80.0) for d in days_ago], [], on=ON, days_ahead=7)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] in (["weighings"], ["weighing"])


def test_several_days_in_one_answer() -> None:
    log = lived(60)
    many = body_masses_ahead(MAN, *log, on=ON, days_ahead=(7, 14, 28))
    assert many.value is not None
    assert many.value[-1] == ahead(log, 28)
    assert [one.day for one in many.value] == [ON + timedelta(days=days) for days in (7, 14, 28)]
    for one in many.value[:-1]:
        alone = ahead(log, (one.day - ON).days)
        assert one.body_mass.value == pytest.approx(alone.body_mass.value, abs=0.01)
    assert body_masses_ahead(MAN, *log, on=ON, days_ahead=(43, 7)).status is Status.REFUSED


def test_an_absurd_log_tells_nothing_of_the_future() -> None:
    log = [weighing(d, 80.0) for d in (59, 57, 54)], [eaten(d, 12_000.0) for d in range(53)]
    part = body_mass_ahead(MAN, *log, on=ON, days_ahead=7)
    assert [reason.code for reason in part.because] == ["log_contradicts_itself"]
    assert [one.code for one in part.missing] == ["consistent_log"]


@pytest.mark.parametrize("days_ahead", [0, -3, 43, 10**9])
def test_too_far(days_ahead: int) -> None:
    part = body_mass_ahead(MAN, *lived(30), on=ON, days_ahead=days_ahead)
    assert part.status is Status.REFUSED
    assert part.instead == "Ask for 1 to 42 days ahead."
    assert [reason.code for reason in part.because] == ["ahead_too_far"]


def test_the_calendar_ends() -> None:
    log = [
        replace(weighing(d, 80.0), weighed_on=date.max - timedelta(days=d + 3)) for d in range(9)
    ]
    late = date.max - timedelta(days=3)
    assert body_mass_ahead(MAN, log, [], on=late, days_ahead=4).status is Status.REFUSED
    assert body_mass_ahead(MAN, log, [], on=late, days_ahead=3).status is Status.OK


def test_what_is_left_out_and_told_is_said() -> None:
    weighings, intake_days = lived(40)
    weighings[10] = replace(weighings[10], body_mass_kg=8.0)
    told = [WaterEvent("t", WaterEventKind.TRAVEL, ON - timedelta(days=1))]
    part = body_mass_ahead(MAN, weighings, intake_days, on=ON, days_ahead=7, events=told)
    assert "water_travel" in [reason.code for reason in part.because]
    assert [reason.code for reason in part.warnings] == ["weighings_left_out"]
    assert {one.id: one.reason for one in part.evidence.excluded} == {"w30": "implausible_change"}
    assert {"w0", "i1"} <= set(part.evidence.used)


def test_water_that_comes_from_today_on_is_foretold() -> None:
    weighings, intake_days = lived(40)
    told = [WaterEvent("c", WaterEventKind.CREATINE, ON)]
    plain = ahead((weighings, intake_days), 21)
    part = body_mass_ahead(MAN, weighings, intake_days, on=ON, days_ahead=21, events=told)
    assert part.value is not None
    assert part.value.weighing.value - plain.weighing.value == pytest.approx(0.76, abs=0.05)
    assert width(part.value.weighing) > width(plain.weighing)


def test_the_future_is_not_read() -> None:
    weighings, intake_days = lived(40)
    told = [*weighings, weighing(-3, 120.0)], [*intake_days, eaten(-3, 9000.0)]
    assert ahead(told, 7) == ahead((weighings, intake_days), 7)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 1000),
    days=st.integers(5, 120),
    days_ahead=st.integers(1, 42),
    kcal=st.none() | st.floats(500.0, 8000.0),
)
def test_any_forecast_is_finite_and_in_order(
    seed: int, days: int, days_ahead: int, kcal: float | None
) -> None:
    planned = plan(kcal, days_ahead) if kcal is not None else []
    found = ahead(lived(days, seed=seed), days_ahead, *planned)
    for estimate in (found.weighing, found.body_mass):
        assert 0.0 <= estimate.low <= estimate.value <= estimate.high < 1e3


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 1000), days_ahead=st.integers(2, 42), more_kcal=st.floats(50.0, 2000.0))
def test_more_eaten_is_more_weighed(seed: int, days_ahead: int, more_kcal: float) -> None:
    log = lived(50, seed=seed)
    lean, rich = (
        ahead(log, days_ahead, *plan(kcal, days_ahead)).body_mass.value
        for kcal in (2000.0, 2000.0 + more_kcal)
    )
    assert rich > lean
