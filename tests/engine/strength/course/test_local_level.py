from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.strength.course.local_level import Level, filtered

START = Level(100.0, 100.0)
VALUES = [100.0, 102.0, 101.0, 105.0, 104.0]


def test_reference_series() -> None:
    levels = filtered(START, VALUES, [1.0] * 5, noise_variance=17.64, drift=1.0)
    means = [100, 100.9518, 100.9685, 102.1290, 102.6084]
    variances = [15.0172, 8.3947, 6.1300, 5.0776, 4.5202]
    gains = [0.8513, 0.4759, 0.3475, 0.2878, 0.2562]
    assert [one.mean for one in levels] == pytest.approx(means, abs=5e-5)
    assert [one.variance for one in levels] == pytest.approx(variances, abs=5.1e-5)
    assert [one.gain for one in levels] == pytest.approx(gains, abs=5e-5)


@pytest.mark.parametrize(
    ("drift", "variance", "gain"), [(1, 4.7297, 0.21143), (0.25, 2.2287, 0.11217)]
)
def test_steady_state(drift: float, variance: float, gain: float) -> None:
    before = (drift + sqrt(drift * drift + 4.0 * drift * 17.64)) / 2.0
    assert before == pytest.approx(variance, abs=5e-5)
    assert before / (before + 17.64) == pytest.approx(gain, abs=5.1e-6)
    levels = filtered(START, [100.0] * 200, [1.0] * 200, noise_variance=17.64, drift=drift)
    assert levels[-1].gain == pytest.approx(gain, abs=5.1e-6)


@given(
    values=st.lists(st.floats(1, 500), min_size=1, max_size=30),
    wait=st.floats(0, 100),
)
def test_a_level_lies_among_its_values_and_waiting_makes_it_less_sure(
    values: list[float], wait: float
) -> None:
    waits = [wait] * len(values)
    levels = filtered(Level(values[0], 4.0), values, waits, noise_variance=17.64, drift=1.0)
    slack = 1e-9 * max(values)
    assert min(values) - slack <= levels[-1].mean <= max(values) + slack
    assert 0.0 < levels[-1].variance <= 17.64
    assert levels[-1].later(wait, 1.0).variance == pytest.approx(levels[-1].variance + wait)


def test_values_and_waits_belong_together() -> None:
    with pytest.raises(ValueError, match="zip"):
        filtered(START, VALUES, [1.0], noise_variance=1.0, drift=1.0)
