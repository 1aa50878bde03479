import pytest

from app.engine.answer import Estimate
from app.engine.energy.activity.factor import (
    activity_product,
    expenditure_prior,
    is_activity_factor,
)

RESTING = Estimate(1780.0, 1600.0, 1960.0)


def test_the_product_is_within_15_percent_for_four_in_five() -> None:
    product = activity_product(RESTING, 1.55)
    assert product.value == pytest.approx(2759.0)
    assert product.high / product.value == pytest.approx(1.154, abs=0.001)


def test_a_known_factor_makes_a_close_prior() -> None:
    prior = expenditure_prior(RESTING, 1.55)
    assert prior.mean_kcal_per_day == pytest.approx(2759.0)
    assert prior.sd_kcal_per_day == pytest.approx(331.08)
    assert prior.because.code == "prior_activity_product"


@pytest.mark.parametrize(
    ("factor", "possible"), [(0.99, False), (1.0, True), (2.49, True), (2.5, False)]
)
def test_factors_that_nobody_lives(factor: float, possible: bool) -> None:
    assert is_activity_factor(factor) is possible
