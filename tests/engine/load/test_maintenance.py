"""The dose that keeps what was built: Bickel, Cross & Bamman (2011)."""

from math import inf, nan

import pytest

from app.engine.answer import Status
from app.engine.load.maintenance import maintenance


@pytest.mark.parametrize(
    ("age_years", "status", "warned", "missing"),
    [
        (20.0, Status.OK, [], []),
        (35.9, Status.OK, [], []),
        (36.0, Status.OK, ["age_not_measured"], []),
        (59.9, Status.OK, ["age_not_measured"], []),
        (17.0, Status.OK, ["age_not_measured"], []),
        (60.0, Status.INSUFFICIENT, [], ["maintenance_dose"]),
        (None, Status.INSUFFICIENT, [], ["age_years"]),
    ],
)
def test_by_age(
    age_years: float | None, status: Status, warned: list[str], missing: list[str]
) -> None:
    part = maintenance(9.0, age_years)
    assert part.status is status
    assert [each.code for each in part.warnings] == warned
    assert [each.code for each in part.missing] == missing


def test_a_ninth_to_a_third() -> None:
    answer = maintenance(9.0, 25.0).value
    assert answer is not None
    assert (answer.sets_low, answer.sets_high) == pytest.approx((1.0, 3.0))


@pytest.mark.parametrize("sets", [0.0, -3.0, nan, inf])
def test_nothing_was_built(sets: float) -> None:
    with pytest.raises(ValueError, match="building_sets_per_week"):
        maintenance(sets, 25.0)


@pytest.mark.parametrize("age_years", [-1.0, nan, inf])
def test_no_age(age_years: float) -> None:
    with pytest.raises(ValueError, match="age_years"):
        maintenance(9.0, age_years)
