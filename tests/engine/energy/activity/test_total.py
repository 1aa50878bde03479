"""Resting energy times an activity level."""

from dataclasses import replace

import pytest

from app.engine.answer import Estimate, Status, ok
from app.engine.energy.activity.total import activity_total
from app.engine.energy.resting.resting_energy import resting_energy
from app.engine.records import Athlete
from tests.engine.energy.logs import MAN

WEIGHED = ok(Estimate(80.0, 80.0, 80.0))


def test_the_product() -> None:
    part = activity_total(resting_energy(MAN, WEIGHED), 1.5)
    assert part.value is not None
    assert part.value.value == pytest.approx(1780.0 * 1.5)
    assert part.value.high == pytest.approx(2670.0 * (1 + 0.12 * 1.2815515655))
    assert [one.code for one in part.because] == ["activity_product"]


@pytest.mark.parametrize("level", [0.99, 2.5, -1.0, float("nan"), float("inf")])
def test_a_level_that_nobody_lives_at(level: float) -> None:
    part = activity_total(resting_energy(MAN, WEIGHED), level)
    assert part.status is Status.REFUSED
    assert [one.code for one in part.because] == ["activity_factor_out_of_range"]


@pytest.mark.parametrize(
    ("athlete", "status", "codes"),
    [
        (Athlete(), Status.INSUFFICIENT, ["sex", "age_years", "height_cm"]),
        (replace(MAN, age_years=12.0), Status.REFUSED, []),
    ],
)
def test_without_resting_energy_there_is_none(
    athlete: Athlete, status: Status, codes: list[str]
) -> None:
    part = activity_total(resting_energy(athlete, WEIGHED), 1.5)
    assert part.status is status
    assert [one.code for one in part.missing] == codes


def test_the_level_is_not_guessed() -> None:
    part = activity_total(resting_energy(MAN, WEIGHED), None)
    assert [one.code for one in part.missing] == ["activity_factor"]
