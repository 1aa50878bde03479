import pytest

from app.engine.strength.course.noise import (
    detectable_slope,
    minimal_detectable_change,
    slope_standard_error,
)

CV = 4.2
"""Percent (Grgic 2020)."""


@pytest.mark.parametrize(
    ("tests", "percent"), [(1, 11.64), (2, 8.23), (3, 6.72), (4, 5.82), (6, 4.75)]
)
def test_minimal_detectable_change(tests: int, percent: float) -> None:
    assert minimal_detectable_change(CV, tests) == pytest.approx(percent, abs=0.005)


def test_minimal_detectable_change_at_90_percent() -> None:
    assert minimal_detectable_change(CV, level=0.9) == pytest.approx(9.77, abs=0.005)


SLOPES = [(4, 1.878, 3.681), (6, 1.004, 1.968), (8, 0.648, 1.270), (12, 0.351, 0.688)]


@pytest.mark.parametrize(("weeks", "error", "detectable"), [*SLOPES, (26, 0.110, 0.215)])
def test_slope_of_weekly_tests(weeks: int, error: float, detectable: float) -> None:
    assert slope_standard_error(CV, range(weeks)) == pytest.approx(error, abs=5.1e-4)
    assert detectable_slope(CV, range(weeks)) == pytest.approx(detectable, abs=5.1e-4)


def test_no_slope_at_one_time() -> None:
    with pytest.raises(ZeroDivisionError):
        slope_standard_error(CV, [3.0, 3.0])
