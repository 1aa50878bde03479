"""The start where resting energy is known and the activity is not."""

import pytest

from app.engine.energy.advice import energy_advice
from app.engine.energy.expenditure.unknown_activity import (
    average_activity_level,
    unknown_activity_prior,
)
from app.engine.energy.interval import normal_estimate
from tests.engine.energy.logs import MAN, ON, lived


@pytest.mark.parametrize(
    ("age_years", "level"),
    [(None, 1.7), (20.0, 1.7), (50.0, 1.7), (70.0, 1.55), (90.0, 1.4), (109.0, 1.4)],
)
def test_the_level_of_an_age(age_years: float | None, level: float) -> None:
    """Westerterp (2013): 1.7 to 1.8 at reproductive age, 1.4 at 90 years."""
    assert average_activity_level(age_years) == pytest.approx(level)


def test_the_prior_says_what_it_is() -> None:
    prior = unknown_activity_prior(normal_estimate(1500.0, 100.0), 40.0)
    assert prior.mean_kcal_per_day == pytest.approx(2550.0)
    assert prior.sd_kcal_per_day == pytest.approx(0.14 * 2550.0)
    assert prior.because.source == "westerterp_2013"
    assert "x 1.70" in prior.because.text


def test_a_few_days_of_log_start_from_it() -> None:
    answer = energy_advice(MAN, *lived(7, expenditure_kcal=3000.0), on=ON)
    assert answer.expenditure.value is not None
    assert 2700.0 < answer.expenditure.value.estimate.value < 3150.0
