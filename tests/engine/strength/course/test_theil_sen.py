import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from app.engine.strength.course.theil_sen import intercept_joint, slopes_of

DAYS = np.arange(0.0, 50.0, 7.0)
MAXIMA = np.array([100.0, 101, 103, 90, 104, 106, 107, 109])
"""The 90 is a slip."""


def test_reference_series() -> None:
    slopes = slopes_of(DAYS, MAXIMA)
    assert len(slopes.sorted) == 28
    assert slopes.median == pytest.approx(0.175)
    assert 7 * slopes.median == pytest.approx(1.225)
    assert intercept_joint(DAYS, MAXIMA, slopes.median) == pytest.approx(99.825)
    assert slopes.interval(0.95) == pytest.approx((0.142857, 0.285714), abs=5e-7)


def test_the_least_squares_line_is_moved_by_the_slip() -> None:
    assert 7 * np.polyfit(DAYS, MAXIMA, 1)[0] == pytest.approx(1.38095, abs=5e-6)


pairs = st.lists(st.tuples(st.integers(0, 12), st.integers(-9, 9)), min_size=2, max_size=25)


@given(pairs=pairs, level=st.sampled_from([0.8, 0.9, 0.95]))
def test_the_same_as_scipy(pairs: list[tuple[int, int]], level: float) -> None:
    x, y = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    if (x == x[0]).all():
        with pytest.raises(ValueError, match="two points"):
            slopes_of(x, y)
        return
    slopes = slopes_of(x, y)
    with np.errstate(invalid="ignore"):
        theirs = theilslopes(y, x, alpha=level)
    assert slopes.median == pytest.approx(theirs[0])
    low, high = slopes.interval(level)
    assert low <= slopes.median <= high
    if not np.isnan(theirs[2]):  # with ties in both their variance may be below 0
        assert (low, high) == pytest.approx((theirs[2], theirs[3]))


@given(pairs=pairs, slope=st.integers(-3, 3))
def test_a_line_added_is_a_slope_added(pairs: list[tuple[int, int]], slope: int) -> None:
    x, y = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    if (x == x[0]).all():
        return
    tilted = slopes_of(x, y + slope * x).median
    assert tilted == pytest.approx(slopes_of(x, y).median + slope)


def test_a_quarter_of_wild_points_moves_nothing() -> None:
    x = np.arange(20.0)
    y = 100.0 + 0.5 * x
    y[[1, 6, 11, 16]] = [1000.0, 0.0, 860.0, 5.0]
    assert slopes_of(x, y).median == pytest.approx(0.5)
