import pytest

from app.engine.answer import Exclusion
from app.engine.energy.log import STALE_AFTER_DAYS, WINDOW_DAYS, read_intake, read_weighings
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


def test_two_records_of_a_day_are_averaged() -> None:
    log = read_intake([eaten(1, 2400.0, key="b"), eaten(1, 2200.0, key="a")], ON)
    assert list(log.energy_kcal.values()) == [2300.0]
    assert log.evidence.used == ("a", "b")
