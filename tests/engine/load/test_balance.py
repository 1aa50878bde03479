"""Sets against sets."""

import pytest

from app.catalogue.load import catalogue
from app.engine.answer import Status
from app.engine.load.balance import PAIRS, balance
from tests.engine.load.logs import log_of

SIDES = sorted({member for sides in PAIRS.values() for side in sides for member in side})
THIGHS = {
    "thighs": (frozenset({"adductors"}), frozenset({"abductors"})),
    "press": (frozenset({"chest"}), frozenset({"lats", "delt_rear"})),
}


@pytest.mark.parametrize("member", SIDES)
def test_sides_are_muscles_and_groups_of_the_catalogue(member: str) -> None:
    muscles = catalogue().muscles
    assert member in muscles or member in {muscle.group for muscle in muscles.values()}


@pytest.mark.parametrize(
    ("logged", "pair", "first", "second", "ratio", "lopsided"),
    [
        ("adduction 4x9 4x9 | abduction 4x9 4x9", "thighs", 2.0, 2.0, 1.0, False),
        ("adduction 4x9 | abduction 4x9 4x9", "thighs", 1.0, 2.0, 0.5, False),
        ("adduction 4x9 | abduction 4x9 4x9 4x9", "thighs", 1.0, 3.0, 1 / 3, True),
        ("squat 100x5 100x5 | abduction 4x9", "thighs", 1.0, 1.0, 1.0, False),
        ("adduction 4x9", "thighs", 1.0, 0.0, None, True),
        ("abduction 4x9", "thighs", 0.0, 1.0, 0.0, True),
        # One set of a row counts once for a side of two muscles.
        ("bench 9x9 | row 9x9", "press", 1.0, 1.0, 1.0, False),
    ],
)
def test_sides(
    logged: str, pair: str, first: float, second: float, ratio: float | None, lopsided: bool
) -> None:
    part = balance(log_of(f"2026-01-20 18:00 {logged}"), THIGHS)
    assert part.value is not None
    one = part.value[pair]
    assert (one.first_sets, one.second_sets, one.lopsided) == (first, second, lopsided)
    assert one.ratio == (None if ratio is None else pytest.approx(ratio))
    assert (pair in [each.values["pair"] for each in part.warnings]) == lopsided


def test_a_pair_that_nobody_trained_has_no_ratio() -> None:
    part = balance(log_of("2026-01-20 18:00 bench 9x9"), THIGHS)
    assert part.value is not None
    assert list(part.value) == ["press"]


@pytest.mark.parametrize("text", ["", "2026-01-20 18:00 curl 9x9", "2025-12-01 18:00 bench 9x9"])
def test_no_sets_no_balance(text: str) -> None:
    part = balance(log_of(text), THIGHS)
    assert (part.status, part.value) == (Status.INSUFFICIENT, None)


def test_no_ratio_is_called_right() -> None:
    part = balance(log_of("2026-01-20 18:00 adduction 4x9 | abduction 4x9"))
    assert part.value is not None
    assert part.value["adductors_to_abductors"].ratio == 1.0
    assert [each.code for each in part.because] == ["balance_counted", "no_right_ratio"]
