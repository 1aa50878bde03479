"""What activities cost, once and in a week."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Estimate, Status
from app.engine.energy.activity.bout import ActivityBout, activity_energy
from app.engine.energy.activity.compensation import after_compensation
from app.engine.energy.activity.met import MetForm
from app.engine.energy.activity.week import weekly_activity_energy
from app.engine.records import Athlete
from tests.engine.energy.logs import MAN

BRISK = ActivityBout("Brisk walking", 4.8, 40.0, 3.0)
SOMEBODY = Athlete()


def test_a_bout() -> None:
    part = activity_energy(SOMEBODY, 70.0, replace(BRISK, minutes=60.0))
    assert part.value is not None
    assert part.value.gross.value == pytest.approx(336.0)
    assert part.value.net.value == pytest.approx(266.0)
    assert part.value.form is MetForm.KCAL_PER_KG_HOUR
    assert part.value.corrected_met is None
    assert [one.code for one in part.because] == ["activity_cost", "activity_average_rate"]
    assert "336 kcal gross at 1.00 kcal" in part.because[0].text
    assert part.warnings == ()


def test_the_form_is_said() -> None:
    part = activity_energy(SOMEBODY, 70.0, replace(BRISK, minutes=60.0), MetForm.OXYGEN)
    assert part.value is not None
    assert part.value.gross.value == pytest.approx(352.8)
    assert "at 1.05 kcal" in part.because[0].text


def test_gross_and_net_miss_by_the_same_kilocalories() -> None:
    part = activity_energy(SOMEBODY, 70.0, BRISK)
    assert part.value is not None
    gross, net = part.value.gross, part.value.net
    assert gross.high - gross.value == pytest.approx(0.2 * 1.2815515655 * 224.0)
    assert net.high - net.value == pytest.approx(gross.high - gross.value)


def test_an_estimated_rate_is_wider_and_warned_of() -> None:
    measured, guessed = (
        activity_energy(SOMEBODY, 70.0, replace(BRISK, is_estimated=flag)) for flag in (False, True)
    )
    assert measured.value is not None
    assert guessed.value is not None
    assert guessed.value.gross.high > measured.value.gross.high
    assert [one.code for one in guessed.warnings] == ["activity_rate_estimated"]


def test_corrected_for_whom_it_can_be() -> None:
    part = activity_energy(MAN, 80.0, BRISK)
    assert part.value is not None
    assert part.value.corrected_met == pytest.approx(5.190, abs=5e-4)
    assert part.value.gross.value == pytest.approx(4.8 * 80.0 * 40.0 / 60.0)
    assert part.because[-1].code == "activity_corrected_met"


@pytest.mark.parametrize("athlete", [replace(MAN, age_years=12.0), Athlete(MAN.sex, 110.0, 20.0)])
def test_and_not_for_others(athlete: Athlete) -> None:
    part = activity_energy(athlete, 20.0, BRISK)
    assert part.value is not None
    assert part.value.corrected_met is None


def test_children_are_warned_of() -> None:
    part = activity_energy(replace(MAN, age_years=12.0), 40.0, BRISK)
    assert [one.code for one in part.warnings] == ["activity_rates_of_adults"]


IMPOSSIBLE = [
    (replace(BRISK, met=0.9), ["activity_met_out_of_range"]),
    (replace(BRISK, met=25.1), ["activity_met_out_of_range"]),
    (replace(BRISK, met=float("nan")), ["activity_met_out_of_range"]),
    (replace(BRISK, minutes=0.0), ["activity_time_out_of_range"]),
    (replace(BRISK, minutes=1441.0), ["activity_time_out_of_range"]),
    (replace(BRISK, times_per_week=-1.0), ["activity_time_out_of_range"]),
    (
        replace(BRISK, met=0.0, minutes=-5.0),
        ["activity_met_out_of_range", "activity_time_out_of_range"],
    ),
]


@pytest.mark.parametrize(("bout", "codes"), IMPOSSIBLE)
def test_impossible_bouts(bout: ActivityBout, codes: list[str]) -> None:
    for part in (
        activity_energy(SOMEBODY, 70.0, bout),
        weekly_activity_energy(SOMEBODY, 70.0, [BRISK, bout]),
    ):
        assert part.status is Status.REFUSED
        assert [one.code for one in part.because] == codes
        assert part.instead


@pytest.mark.parametrize("body_mass_kg", [0.0, -70.0, float("nan"), float("inf")])
def test_a_body_mass_that_cannot_be(body_mass_kg: float) -> None:
    part = activity_energy(SOMEBODY, body_mass_kg, BRISK)
    assert part.status is Status.INSUFFICIENT
    assert weekly_activity_energy(SOMEBODY, body_mass_kg, [BRISK]).status is Status.INSUFFICIENT


def test_brisk_walking_three_times_a_week() -> None:
    part = weekly_activity_energy(SOMEBODY, 70.0, [BRISK])
    assert part.value is not None
    week = part.value
    assert week.minutes == 120.0
    assert week.gross.value == pytest.approx(672.0)
    assert week.net.value == pytest.approx(532.0)
    assert week.net_kcal_per_day == pytest.approx(76.0)
    assert (week.net.low, week.net.high) == pytest.approx((359.8, 704.2), abs=0.1)
    assert week.reaching_total.value == pytest.approx(532.0)
    assert week.reaching_total.low == pytest.approx(0.7 * week.net.low)
    assert [one.code for one in part.because] == [
        "activity_cost",
        "activity_average_rate",
        "compensation_unknown",
        "compensation_none_found",
    ]


def test_a_week_of_several_adds_up() -> None:
    run = ActivityBout("Running", 9.3, 30.0, 2.0, is_estimated=True)
    part = weekly_activity_energy(SOMEBODY, 70.0, [BRISK, run, run], compensation_share=0.28)
    assert part.value is not None
    assert part.value.net.value == pytest.approx(532.0 + 4 * 290.5)
    assert part.value.reaching_total.value == pytest.approx(0.72 * part.value.net.value)
    assert [one.code for one in part.warnings] == ["activity_rate_estimated"]
    assert part.because[-1].code == "compensation_given"


def test_no_more_than_a_week() -> None:
    part = weekly_activity_energy(
        SOMEBODY, 70.0, [replace(BRISK, minutes=1440.0, times_per_week=7.1)]
    )
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == ["activity_time_out_of_range"]


def test_no_activity_is_no_answer() -> None:
    part = weekly_activity_energy(SOMEBODY, 70.0, [])
    assert [one.code for one in part.missing] == ["activities"]


@pytest.mark.parametrize("share", [-0.01, 0.31, 1.0, float("nan")])
def test_a_share_that_no_study_finds(share: float) -> None:
    part = weekly_activity_energy(SOMEBODY, 70.0, [BRISK], compensation_share=share)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == ["compensation_out_of_range"]


@given(st.floats(0, 1000), st.floats(0, 500), st.floats(0, 0.3))
def test_compensation_only_takes_off(value: float, half: float, share: float) -> None:
    net = Estimate(value, max(value - half, 0.0), value + half)
    for part in (after_compensation(net), after_compensation(net, share)):
        assert part.value is not None
        assert part.value.low <= part.value.value <= part.value.high <= net.high
        assert part.value.low <= net.low


@given(
    st.floats(1, 23), st.floats(30, 200), st.floats(1, 300), st.floats(0.1, 7), st.floats(0.1, 50)
)
def test_more_is_more(
    met: float, mass_kg: float, minutes: float, times: float, more_kg: float
) -> None:
    bout = ActivityBout("x", met, minutes, times)
    light = weekly_activity_energy(SOMEBODY, mass_kg, [bout]).value
    heavy = weekly_activity_energy(SOMEBODY, mass_kg + more_kg, [bout]).value
    assert light is not None
    assert heavy is not None
    assert light.gross.value < heavy.gross.value
    assert 0.0 <= light.net.low <= light.net.value <= light.gross.value
