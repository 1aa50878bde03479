"""The fan as it is answered: its middle, its edges, its reasons and its ends."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.answer import Basis, Part, Reason, ReasonKind, Status
from app.engine.energy.outlook.forecast import Forecast, forecast
from app.engine.energy.outlook.limits import Extremes
from app.engine.energy.outlook.outset import outset
from app.engine.energy.outlook.scenario import DietBreaks, Scenario
from app.engine.energy.target.refusals import Refusal
from app.engine.records import Athlete
from tests.engine.energy.outlook.people import KNOWN_FAT, MAN, ON, SPENT, WOMAN, begun, mass, spent

CUT = Scenario("cut", 2248.45)


def ahead(
    plan: Scenario = CUT, *, days: int = 182, goal_kg: float | None = None, **start: Any
) -> Part[Forecast]:
    return forecast(
        begun(**start),
        plan,
        on=ON,
        days=days,
        seed=1,
        goal_kg=goal_kg,
        every_days=14,
    )


def value(part: Part[Forecast]) -> Forecast:
    assert part.value is not None, part
    return part.value


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


def test_the_plan_kept_to_is_the_planners_run() -> None:
    got = value(ahead(days=364))
    assert got.days[:3] == (0, 14, 28)
    assert got.as_planned.body_mass_kg[1] == pytest.approx(88.5667, abs=1e-3)
    assert got.as_planned.fat_mass_kg[0] == pytest.approx(23.1185, abs=1e-4)
    assert got.as_planned.expenditure_kcal_per_day[1] == pytest.approx(2626.46, abs=0.01)


def test_quantiles_are_in_order_and_widen() -> None:
    got = value(ahead())
    for band in (got.body_mass_kg, got.fat_mass_kg, got.lean_mass_kg, got.body_fat_percent):
        rows = np.array([band.p10, band.p25, band.p50, band.p75, band.p90])
        assert (np.diff(rows, axis=0) > 0.0).all()
    width = np.subtract(got.body_mass_kg.p90, got.body_mass_kg.p10)
    assert width[-1] > 2.0 * width[1] > 2.0 * width[0]


def test_the_fan_begins_at_the_estimate_of_now() -> None:
    now = value(ahead()).body_mass_kg.on(0)
    expected = mass().value
    assert expected is not None
    assert now.value == pytest.approx(expected.value, abs=0.01)
    assert (now.low, now.high) == pytest.approx((expected.low, expected.high), abs=0.01)


def test_a_plan_kept_to_has_the_planned_path_in_its_middle() -> None:
    got = value(ahead(replace(CUT, kept_to=True)))
    middle, planned = got.body_mass_kg.p50, got.as_planned.body_mass_kg
    assert middle == pytest.approx(planned, abs=0.35)


def test_people_drift_off_a_plan() -> None:
    drifts, kept = value(ahead(days=364)), value(ahead(replace(CUT, kept_to=True), days=364))
    assert drifts.body_mass_kg.p50[-1] > kept.body_mass_kg.p50[-1] + 2.0
    assert drifts.as_planned == kept.as_planned


def test_who_eats_what_is_spent_stays_in_the_middle_of_the_fan() -> None:
    got = value(ahead(Scenario("same", SPENT)))
    assert got.body_mass_kg.p50 == pytest.approx([90.0] * len(got.days), abs=0.3)


def test_an_unsure_expenditure_makes_a_wide_fan() -> None:
    sure, unsure = value(ahead(sd=60.0)), value(ahead(sd=330.0, method="activity_product"))
    assert _width(unsure) > 1.8 * _width(sure)


def _width(got: Forecast) -> float:
    last = got.body_mass_kg.on(-1)
    return last.high - last.low


def test_the_same_seed_gives_the_same_answer() -> None:
    assert ahead(goal_kg=85.0) == ahead(goal_kg=85.0)


def test_another_seed_gives_nearly_the_same() -> None:
    one = value(forecast(begun(), CUT, on=ON, days=84, seed=1)).body_mass_kg.on(-1)
    two = value(forecast(begun(), CUT, on=ON, days=84, seed=2)).body_mass_kg.on(-1)
    assert one != two
    assert (one.low, one.value, one.high) == pytest.approx((two.low, two.value, two.high), abs=0.4)


def test_a_goal_has_a_range_of_days() -> None:
    part = ahead(goal_kg=85.0, days=364)
    goal = value(part).goal
    assert goal is not None
    assert goal.earliest_on is not None
    assert goal.median_on is not None
    assert ON + timedelta(days=40) < goal.earliest_on < goal.median_on
    assert goal.latest_on is None
    assert 0.1 < goal.share_never < 0.5
    assert "forecast_goal_range" in codes(part.because)


def test_a_goal_out_of_reach_is_never_reached() -> None:
    goal = value(ahead(goal_kg=60.0)).goal
    assert goal is not None
    assert (goal.earliest_on, goal.median_on, goal.latest_on, goal.share_never) == (
        None,
        None,
        None,
        1.0,
    )


def test_reasons_and_warnings() -> None:
    part = ahead()
    assert codes(part.because) == [
        "forecast_start",
        "forecast_eaten_lately",
        "forecast_model",
        "forecast_single_people",
        "forecast_lean_share",
        "forecast_adaptation",
        "forecast_adaptation_disputed",
        "forecast_first_water",
        "forecast_drift",
        "forecast_logging",
        "waist_estimate",
        "visceral_fat_estimate",
    ]
    assert part.warnings == ()
    assert [one.code for one in part.missing] == ["body_fat_percent"]
    adaptation = next(one for one in part.because if one.code == "forecast_adaptation")
    assert adaptation.values["adaptation_kcal_per_day"] == pytest.approx(-70.0, abs=0.5)
    assert "-70 kcal" in adaptation.text


@pytest.mark.parametrize(
    ("plan", "start", "said", "not_said"),
    [
        (Scenario("same", SPENT), {}, "forecast_model", "forecast_drift"),
        (replace(CUT, kept_to=True), {}, "forecast_kept_to", "forecast_drift"),
        (CUT, {"eaten": 2248.45}, "forecast_drift", "forecast_first_water"),
        (CUT, {"intake_known": False}, "forecast_as_if_in_balance", "forecast_eaten_lately"),
        (CUT, {"method": "activity_product"}, "forecast_not_from_log", "forecast_kept_to"),
        (Scenario("run", SPENT, 300.0), {}, "activity_compensation", "forecast_kept_to"),
        (
            Scenario("breaks", 2000.0, breaks=DietBreaks(14, 7)),
            {},
            "diet_breaks_comfort",
            "forecast_kept_to",
        ),
    ],
)
def test_what_is_said_of_a_plan(
    plan: Scenario, start: dict[str, Any], said: str, not_said: str
) -> None:
    found = codes(ahead(plan, **start).because)
    assert said in found
    assert not_said not in found


def test_the_forecast_is_no_longer_than_the_model_was_tried() -> None:
    part = forecast(begun(), Scenario("same", SPENT), on=ON, days=5000, seed=1, every_days=365)
    assert value(part).days == (0, 365, 730)
    assert codes(part.warnings) == ["forecast_capped"]


def test_the_forecast_ends_where_the_model_does() -> None:
    part = ahead(Scenario("starve", 0.0, kept_to=True), days=700)
    last = value(part).days[-1]
    assert 60 < last < 300
    assert codes(part.warnings) == ["forecast_underweight", "forecast_stopped"]
    assert f"day {last}" in part.warnings[-1].text
    assert value(part).extremes.lowest_bmi_kg_per_m2 == pytest.approx(15.0, abs=0.1)


def test_a_plan_into_underweight_is_warned_of() -> None:
    part = ahead(Scenario("cut", 1500.0), athlete=WOMAN, body_mass_kg=53.0, spends=1900.0)
    warned = [one for one in part.warnings if one.code == "forecast_underweight"]
    assert len(warned) == 1
    assert 0 < int(warned[0].values["day"]) < 182


def test_more_activity_than_there_is_cannot_be_taken_off() -> None:
    part = ahead(Scenario("lie still", 2000.0, -900.0))
    assert part.status is Status.REFUSED
    assert codes(part.because) == ["activity_below_none"]
    assert ahead(Scenario("lie", 2000.0, -600.0)).status is Status.OK
    assert ahead(Scenario("lie", 2000.0, -600.0, -50.0)).status is Status.REFUSED


def test_an_unknown_person_gets_no_forecast() -> None:
    part = forecast(outset(Athlete(), mass(), spent()), CUT, on=ON, days=28, seed=1)
    assert part.status is Status.INSUFFICIENT
    assert [one.code for one in part.missing] == ["sex", "age_years", "height_cm"]


TOO_FAST = ReasonKind("too_fast", "{rate:.1f} % a week.", Basis.CONVENTION)


def refuse_fast(extremes: Extremes) -> tuple[Refusal, ...]:
    rate = extremes.fastest_loss_percent_per_week
    return (Refusal(TOO_FAST(rate=rate), "Eat more."),) if rate > 0.4 else ()


@pytest.mark.parametrize(
    ("intake", "status"), [(2248.45, Status.REFUSED), (2448.45, Status.OK), (3000.0, Status.OK)]
)
def test_limits_of_others_are_asked(intake: float, status: Status) -> None:
    plan = Scenario("plan", intake)
    part = forecast(begun(), plan, on=ON, days=84, seed=1, goal_kg=70.0, limits=refuse_fast)
    assert part.status is status
    if status is Status.REFUSED:
        assert codes(part.because) == ["too_fast"]
        assert part.instead == "Eat more."


def test_the_extremes_that_limits_see() -> None:
    plan = Scenario("plan", (1800.0, 2500.0), breaks=DietBreaks(5, 2, 1500.0))
    found = value(ahead(plan, goal_kg=80.0)).extremes
    assert found.lowest_intake_kcal_per_day == 1500.0
    assert found.fat_free_mass_kg == pytest.approx(66.88, abs=0.01)
    assert found.goal_bmi_kg_per_m2 == pytest.approx(24.69, abs=0.01)
    assert found.fastest_gain_percent_per_week == 0.0
    gain = value(ahead(Scenario("bulk", 3200.0))).extremes
    assert gain.fastest_gain_percent_per_week == pytest.approx(0.35, abs=0.1)
    assert gain.goal_bmi_kg_per_m2 is None


def test_the_shortest_forecast() -> None:
    got = value(forecast(begun(), CUT, on=ON, days=1, seed=1))
    assert got.days == (0, 1)
    assert got.extremes.fastest_loss_percent_per_week > 0.0


@pytest.mark.parametrize(
    ("days", "every", "goal"),
    [(0, 7, None), (-5, 7, None), (28, 0, None), (28, 7, -1.0), (28, 7, float("nan"))],
)
def test_what_cannot_be_meant(days: int, every: int, goal: float | None) -> None:
    with pytest.raises(ValueError, match="above 0"):
        forecast(begun(), CUT, on=ON, days=days, seed=1, goal_kg=goal, every_days=every)


@settings(max_examples=15, deadline=None)
@given(
    body_mass_kg=st.floats(60.0, 140.0),
    level=st.floats(1.2, 2.2),
    change=st.floats(-1000.0, 1000.0),
    sd=st.floats(20.0, 400.0),
    days=st.integers(2, 120),
    known_fat=st.booleans(),
)
def test_whatever_is_asked_the_fan_is_in_order(
    body_mass_kg: float, level: float, change: float, sd: float, days: int, known_fat: bool
) -> None:
    athlete = KNOWN_FAT if known_fat else MAN
    spends = level * (9.99 * body_mass_kg + 933.2)
    start = begun(athlete, body_mass_kg=body_mass_kg, spends=spends, sd=sd)
    plan = Scenario("plan", max(spends + change, 0.0))
    got = value(forecast(start, plan, on=date(2025, 1, 1), days=days, seed=4, goal_kg=75.0))
    for band in (got.body_mass_kg, got.fat_mass_kg, got.lean_mass_kg, got.body_fat_percent):
        rows = np.array([band.p10, band.p25, band.p50, band.p75, band.p90])
        assert np.isfinite(rows).all()
        assert (np.diff(rows, axis=0) >= 0.0).all()
        assert (rows > 0.0).all()
    goal = got.goal
    assert goal is not None
    reached = [day or date.max for day in (goal.earliest_on, goal.median_on, goal.latest_on)]
    assert reached == sorted(reached)
