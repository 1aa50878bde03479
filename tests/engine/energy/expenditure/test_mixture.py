"""Quantiles of mixtures against the normal tables and against their own distribution function."""

from math import erf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.energy.expenditure.mixture import mixture_quantile


@pytest.mark.parametrize(
    ("probability", "quantile"), [(0.1, -1.2816), (0.5, 0.0), (0.9, 1.2816), (0.975, 1.9600)]
)
def test_of_one_component_is_that_of_the_tables(probability: float, quantile: float) -> None:
    assert mixture_quantile(probability, [1.0], [0.0], [1.0]) == pytest.approx(quantile, abs=5e-5)


def test_a_narrow_and_a_wide_component_hold_80_percent_closer_than_their_deviation_says() -> None:
    weights, means, sds = [0.75, 0.25], [0.0, 0.0], [60.0, 200.0]
    high = mixture_quantile(0.9, weights, means, sds)
    own_sd = sqrt(0.75 * 60.0**2 + 0.25 * 200.0**2)
    assert high < 0.8 * 1.2816 * own_sd


def test_a_component_that_weighs_nothing_changes_nothing() -> None:
    alone = mixture_quantile(0.9, [1.0], [5.0], [2.0])
    assert mixture_quantile(0.9, [2.0, 1e-9], [5.0, 900.0], [2.0, 1.0]) == alone


def test_points() -> None:
    assert mixture_quantile(0.2, [0.5, 0.5], [1.0, 3.0], [0.0, 0.0]) == pytest.approx(1.0)
    assert mixture_quantile(0.8, [0.5, 0.5], [1.0, 3.0], [0.0, 0.0]) == pytest.approx(3.0)
    assert mixture_quantile(0.5, [1.0], [7.0], [0.0]) == 7.0


COMPONENTS = st.lists(
    st.tuples(st.floats(0.01, 1.0), st.floats(-1e4, 1e4), st.floats(0.1, 1e3)),
    min_size=1,
    max_size=8,
)


@given(COMPONENTS, st.floats(0.05, 0.95))
def test_the_distribution_function_gives_the_probability_back(
    components: list[tuple[float, float, float]], probability: float
) -> None:
    weights, means, sds = map(list, zip(*components, strict=True))
    quantile = mixture_quantile(probability, weights, means, sds)
    below = sum(
        weight * 0.5 * (1.0 + erf((quantile - mean) / (sd * sqrt(2.0))))
        for weight, mean, sd in components
    )
    assert below / sum(weights) == pytest.approx(probability, abs=0.005)
