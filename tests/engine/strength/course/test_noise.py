import pytest

from app.engine.strength.course.noise import minimal_detectable_change, slope_standard_error

CV = 4.2
"""Percent (Grgic 2020)."""


@pytest.mark.parametrize(
    ("tests", "percent"), [(1, 11.64), (2, 8.23), (3, 6.72), (4, 5.82), (6, 4.75)]
)
def test_minimal_detectable_change(tests: int, percent: float) -> None:
    assert minimal_detectable_change(CV, tests) == pytest.approx(percent, abs=0.005)


def test_minimal_detectable_change_at_90_percent() -> None:
    assert minimal_detectable_change(CV, level=0.9) == pytest.approx(9.77, abs=0.005)


SLOPES = [(4, 1.878), (6, 1.004), (8, 0.648), (12, 0.351), (26, 0.110)]


@pytest.mark.parametrize(("weeks", "error"), SLOPES)
def test_slope_of_weekly_tests(weeks: int, error: float) -> None:
    assert slope_standard_error(CV, range(weeks)) == pytest.approx(error, abs=5.1e-4)


def test_no_slope_at_one_time() -> None:
    with pytest.raises(ZeroDivisionError):
        slope_standard_error(CV, [3.0, 3.0])
