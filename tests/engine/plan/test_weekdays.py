"""Days of the week as a circle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.plan.cardio import cardio_days
from app.engine.plan.weekdays import choose, gaps, is_spaced, most_spaced, spaced_sets

DAYS = st.sets(st.integers(0, 6), min_size=1)


@pytest.mark.parametrize(
    ("days", "between", "spaced"),
    [
        ((0,), [7], True),
        ((0, 1), [1, 6], False),
        ((0, 2), [2, 5], True),
        ((0, 6), [6, 1], False),
        ((0, 2, 4), [2, 2, 3], True),
        ((1, 3, 5), [2, 2, 3], True),
        ((0, 2, 4, 6), [2, 2, 2, 1], False),
        ((), [], True),
    ],
)
def test_gaps_run_over_the_end_of_the_week(
    days: tuple[int, ...], between: list[int], spaced: bool
) -> None:
    assert (gaps(days), is_spaced(days)) == (between, spaced)


@pytest.mark.parametrize(
    ("days", "most"),
    [((), 0), ((0,), 1), ((0, 1), 1), ((0, 3), 2), ((0, 1, 2), 2), ((0, 1, 3), 2), ((0, 2, 4), 3)],
)
def test_how_many_days_one_muscle_can_have(days: tuple[int, ...], most: int) -> None:
    assert most_spaced(days) == most


@pytest.mark.parametrize(
    ("offered", "wanted", "chosen"),
    [
        ((), 3, (0, 2, 4)),
        ((), 4, (0, 1, 3, 4)),
        ((), 7, (0, 1, 2, 3, 4, 5, 6)),
        ((6, 1, 1), None, (1, 6)),
        ((0, 1), 5, (0, 1)),
        ((0, 1, 2, 3, 4), 3, (0, 2, 4)),
        ((1, 2, 3, 5), 2, (1, 5)),
        ((1, 2, 3, 5, 6), 3, (1, 3, 5)),
    ],
)
def test_days_are_chosen_as_evenly_as_can_be(
    offered: tuple[int, ...], wanted: int | None, chosen: tuple[int, ...]
) -> None:
    assert choose(offered, wanted) == chosen


@given(DAYS)
def test_every_choice_of_days_for_a_muscle_is_spaced(days: set[int]) -> None:
    found = list(spaced_sets(sorted(days)))
    assert all(is_spaced(one) and set(one) <= days for one in found)
    assert {(day,) for day in days} <= set(found)
    assert [len(one) for one in found] == sorted((len(one) for one in found), reverse=True)


@pytest.mark.parametrize(
    ("trained", "times", "days"),
    [
        ((0, 2, 4), 3, (1, 3, 5)),
        ((0, 2, 4), 0, ()),
        ((), 2, (0, 3)),
        ((0, 1, 2, 3, 4, 5, 6), 2, (0, 3)),
        ((0, 1, 2, 3, 4), 3, (2, 5, 6)),
        ((), 9, (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_endurance_goes_to_the_free_days(
    trained: tuple[int, ...], times: int, days: tuple[int, ...]
) -> None:
    assert cardio_days(trained, times) == days
