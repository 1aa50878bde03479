"""Bouts told by heart rate or by speed and power: published rates times the minutes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Part, Status
from app.engine.energy.activity.bout import ActivityBout, ActivityEnergy
from app.engine.energy.activity.met import MetForm
from app.engine.energy.activity.steady_bouts import HeartRateBout, SteadyBout
from app.engine.energy.activity.week import Bout, bout_energy, weekly_activity_energy
from app.engine.records import Athlete, Sex
from tests.engine.energy.logs import MAN

WOMAN = Athlete(Sex.FEMALE, 35.0, 165.0)
KEYTEL = [
    (MAN, 80.0, HeartRateBout(140.0, True, 60.0), 13.189),
    (MAN, 80.0, HeartRateBout(140.0, True, 60.0, vo2max=45.0), 12.145),
    (WOMAN, 65.0, HeartRateBout(140.0, True, 60.0), 8.744),
    (WOMAN, 65.0, HeartRateBout(140.0, True, 60.0, vo2max=38.0), 8.205),
]


@pytest.mark.parametrize(("athlete", "mass_kg", "bout", "kcal_per_min"), KEYTEL)
def test_by_heart_rate(
    athlete: Athlete, mass_kg: float, bout: HeartRateBout, kcal_per_min: float
) -> None:
    part = bout_energy(athlete, mass_kg, bout)
    assert part.value is not None
    assert part.value.gross.value / 60.0 == pytest.approx(kcal_per_min, abs=5e-4)
    assert part.value.net.value == pytest.approx(part.value.gross.value - mass_kg)
    assert part.value.met == pytest.approx(part.value.gross.value / mass_kg)
    assert part.value.form is MetForm.KCAL_PER_KG_HOUR
    assert [one.code for one in part.because] == ["heart_rate_cost", "heart_rate_net"]


ACSM = [
    ("walking", {"speed_m_per_min": 93.88, "grade": 0.0}, 70.0, 12.888),
    ("walking", {"speed_m_per_min": 93.88, "grade": 0.05}, 70.0, 21.337),
    ("running", {"speed_m_per_min": 160.93, "grade": 0.0}, 70.0, 35.686),
    ("running", {"speed_m_per_min": 160.93, "grade": 0.02}, 70.0, 38.583),
    ("leg_cycling", {"power_w": 100.0}, 70.0, 22.429),
    ("leg_cycling", {"power_w": 200.0}, 75.0, 35.80),
]


@pytest.mark.parametrize(("equation", "quantities", "mass_kg", "oxygen"), ACSM)
def test_by_speed_and_power(
    equation: str, quantities: dict[str, float], mass_kg: float, oxygen: float
) -> None:
    part = bout_energy(MAN, mass_kg, SteadyBout(equation, quantities, 30.0))
    assert part.value is not None
    assert part.value.met == pytest.approx(oxygen / 3.5, abs=5e-4)
    assert part.value.gross.value == pytest.approx(oxygen * mass_kg / 1000 * 5 * 30, rel=5e-5)
    rest = 3.5 * mass_kg / 1000 * 5 * 30
    assert part.value.gross.value - part.value.net.value == pytest.approx(rest)
    assert part.value.form is MetForm.OXYGEN


REFUSED = [
    (HeartRateBout(140.0, False, 60.0), "heart_rate_not_steady"),
    (HeartRateBout(140.0, True, 0.0), "activity_time_out_of_range"),
    (HeartRateBout(89.0, True, 60.0), "heart_rate_out_of_range"),
    (SteadyBout("walking", {"speed_m_per_min": 120.0, "grade": 0.0}, 60.0), "oxygen_between"),
    (SteadyBout("running", {"speed_m_per_min": 160.0, "grade": -0.1}, 60.0), "oxygen_outside"),
    (SteadyBout("leg_cycling", {"power_w": 100.0}, 1441.0), "activity_time_out_of_range"),
]


@pytest.mark.parametrize(("bout", "code"), REFUSED)
def test_refused_with_what_to_do(bout: Bout, code: str) -> None:
    brisk = ActivityBout("Brisk walking", 4.8, 40.0, 3.0)
    parts: list[Part[Any]] = [
        bout_energy(MAN, 80.0, bout),
        weekly_activity_energy(MAN, 80.0, [brisk, bout]),
    ]
    for part in parts:
        assert part.status is Status.REFUSED
        assert part.because[0].code.startswith(code)
        assert part.instead


def test_who_lacks_what_the_fit_asks() -> None:
    part = bout_energy(Athlete(), 80.0, HeartRateBout(140.0, True, 60.0))
    assert [one.code for one in part.missing] == ["sex", "age_years"]
    nobody = bout_energy(MAN, None, HeartRateBout(140.0, True, 60.0))
    assert [one.code for one in nobody.missing] == ["body_mass_kg"]
    week = weekly_activity_energy(MAN, None, [HeartRateBout(140.0, True, 60.0)])
    assert [one.code for one in week.missing] == ["body_mass_kg"]


def test_growing_people_are_warned() -> None:
    bout = SteadyBout("leg_cycling", {"power_w": 100.0}, 30.0)
    part = bout_energy(replace(MAN, age_years=12.0), 50.0, bout)
    assert [one.code for one in part.warnings] == ["activity_rates_of_adults"]
    assert bout_energy(MAN, 50.0, bout).warnings == ()


def test_a_week_of_all_ways() -> None:
    bouts: list[Bout] = [
        ActivityBout("Brisk walking", 4.8, 60.0, 2.0),
        HeartRateBout(140.0, True, 60.0),
        SteadyBout("leg_cycling", {"power_w": 100.0}, 60.0, 3.0),
    ]
    part = weekly_activity_energy(MAN, 80.0, bouts, compensation_share=0.0)
    assert part.value is not None
    costs = [bout_energy(MAN, 80.0, bout).value for bout in bouts]
    nets = [cost.net.value for cost in costs if cost is not None]
    assert part.value.net.value == pytest.approx(2 * nets[0] + nets[1] + 3 * nets[2])
    assert part.value.minutes == 360.0
    day = part.value.net_of_a_day
    assert day.value == pytest.approx(part.value.net_kcal_per_day)
    assert day.low < day.value < day.high


@given(st.floats(90, 220), st.floats(40, 150), st.floats(1, 1440), st.sampled_from(list(Sex)))
def test_net_is_never_below_nothing(rate: float, mass_kg: float, minutes: float, sex: Sex) -> None:
    part: Part[ActivityEnergy] = bout_energy(
        replace(MAN, sex=sex), mass_kg, HeartRateBout(rate, True, minutes)
    )
    if part.value is not None:
        net = part.value.net
        assert 0.0 <= net.low <= net.value <= net.high < part.value.gross.high
