import pytest

from app.engine.answer import Exclusion
from app.engine.energy.expenditure.log import (
    STALE_AFTER_DAYS,
    WINDOW_DAYS,
    read_intake,
    read_weighings,
    shown_unit_kg,
)
from app.engine.records import Weighing
from tests.engine.energy.logs import ON, eaten, lived, weighing


def masses(weighings: list[Weighing]) -> list[float]:
    return [day.body_mass_kg for day in read_weighings(weighings, ON).days]


def codes(exclusions: tuple[Exclusion, ...]) -> dict[str, str]:
    return {exclusion.id: exclusion.reason for exclusion in exclusions}


def test_weighings_come_in_order_whatever_the_order_sent() -> None:
    assert masses([weighing(1, 80.1), weighing(5, 81.2), weighing(3, 80.7)]) == [81.2, 80.7, 80.1]


def test_two_weighings_of_a_day_are_averaged_and_both_used() -> None:
    log = read_weighings([weighing(0, 80.4, key="a"), weighing(0, 80.0, hour=20, key="b")], ON)
    assert [day.body_mass_kg for day in log.days] == [pytest.approx(80.2)]
    assert log.evidence.used == ("a", "b")


def test_what_lies_ahead_or_before_the_window_is_not_read() -> None:
    log = read_weighings([weighing(-1, 70.3), weighing(WINDOW_DAYS, 90.3), weighing(0, 80.3)], ON)
    assert log.evidence.used == ("w0",)
    assert log.excluded == ()


def test_a_stale_log_says_nothing() -> None:
    log = read_weighings([weighing(STALE_AFTER_DAYS + 1, 80.3)], ON)
    assert log.days == ()
    assert codes(log.excluded) == {"w61": "stale"}
    assert read_weighings([weighing(STALE_AFTER_DAYS, 80.3)], ON).days


def test_no_weighings() -> None:
    assert read_weighings([], ON).days == ()


def test_a_run_of_equal_weights_is_reduced_to_its_first_day() -> None:
    log = read_weighings(
        [weighing(5, 80.3), *(weighing(d, 80.1) for d in (4, 3, 2)), weighing(1, 79.9)], ON
    )
    assert log.evidence.used == ("w5", "w4", "w1")
    assert codes(log.excluded) == {"w3": "carried_forward", "w2": "carried_forward"}


def test_two_equal_days_and_equal_weeks_are_no_copies() -> None:
    assert len(masses([weighing(d, 80.1) for d in (14, 7, 1, 0)])) == 4


@pytest.mark.parametrize("coarse_kg", [80.0, 176 * 0.45359237])
def test_a_coarse_scale_repeats_itself_honestly(coarse_kg: float) -> None:
    assert len(masses([weighing(d, coarse_kg) for d in range(6)])) == 6


@pytest.mark.parametrize("typo_kg", [8.05, 805.0, 77.0, 83.5, 176.4])
def test_a_typing_error_is_left_out(typo_kg: float) -> None:
    weighings, _ = lived(30, intake_kcal=2700.0)
    weighings[12] = weighing(18, typo_kg)
    log = read_weighings(weighings, ON)
    assert codes(log.excluded) == {"w18": "implausible_change"}


def test_a_real_change_over_a_gap_is_kept() -> None:
    weighings = [weighing(d, 80.0 + d % 3 / 10) for d in range(100, 110)]
    later = [weighing(d, 73.0 + d % 3 / 10) for d in range(10)]
    assert len(masses(weighings + later)) == 20


def test_three_weights_cannot_accuse_one_another() -> None:
    assert len(masses([weighing(2, 80.0), weighing(1, 160.0), weighing(0, 81.0)])) == 3


def test_intake_that_cannot_be_used_is_named() -> None:
    log = read_intake(
        [
            eaten(5, 2300.0),
            eaten(4, 0.0),
            eaten(3, 900.0, complete=False),
            eaten(2, 20_000.0),
            eaten(1, 2500.0),
            eaten(0, 800.0),
            eaten(-1, 2000.0),
        ],
        ON,
    )
    assert list(log.energy_kcal.values()) == [2300.0, 2500.0]
    assert codes(log.excluded) == {
        "i4": "zero_intake",
        "i3": "incomplete_day",
        "i2": "implausible_intake",
        "i0": "day_not_over",
    }


def intake(kcal: list[float]) -> dict[str, str]:
    return codes(read_intake([eaten(n + 1, one) for n, one in enumerate(kcal)], ON).excluded)


@pytest.mark.parametrize(
    ("kcal", "left_out"),
    [
        ([2300.0] * 6 + [800.0], {"i7": "partly_logged"}),
        ([2300.0] * 6 + [810.0], {}),  # 35 % of 2,300 is 805
        ([2300.0] * 12 + [150.0, 700.0], {"i13": "partly_logged", "i14": "partly_logged"}),
        ([2300.0, 500.0] * 7, {}),  # fasts every other day
        ([2300.0] * 3 + [150.0], {}),  # too few to tell
        ([2300.0] * 6 + [0.0], {"i7": "zero_intake"}),
    ],
)
def test_half_a_log_is_not_a_days_intake(kcal: list[float], left_out: dict[str, str]) -> None:
    assert intake(kcal) == left_out


@pytest.mark.parametrize(
    ("masses_kg", "unit_kg"),
    [
        ([80.0, 81.0, 80.0], 1.0),
        ([176 * 0.45359237, 177 * 0.45359237], 0.45359237),
        ([80.1, 80.2, 80.0], 0.0),
    ],
)
def test_the_unit_a_scale_rounds_to(masses_kg: list[float], unit_kg: float) -> None:
    assert shown_unit_kg(masses_kg) == unit_kg


def test_two_records_of_a_day_are_averaged() -> None:
    log = read_intake([eaten(1, 2400.0, key="b"), eaten(1, 2200.0, key="a")], ON)
    assert list(log.energy_kcal.values()) == [2300.0]
    assert log.evidence.used == ("a", "b")
