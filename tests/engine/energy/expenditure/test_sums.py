"""Closed forms of covariances of sums against the sums written out."""

import numpy as np
import pytest

from app.engine.energy.expenditure import sums
from app.engine.energy.expenditure.sums import Array

LENGTH, NOW = 12, 4
PLACE = np.array([11, 7, 4, 2, 0])
"""Places of masses in arrays by lag; 4 is this morning, 0 is four days ahead."""


def signs(length: int = LENGTH, now: int = NOW) -> Array:
    """By place: +1 for the days from that morning to this one, -1 for those still to come."""
    written = np.zeros((length, length))
    for place in range(length):
        written[place, now + 1 : place + 1] = 1.0
        written[place, place + 1 : now + 1] = -1.0
    return written


def test_since() -> None:
    daily = np.arange(1.0, LENGTH + 1.0) ** 2
    assert sums.since(daily, NOW) == pytest.approx(signs() @ daily)


def test_independent_errors() -> None:
    variance = np.linspace(1.0, 3.0, LENGTH)
    written = signs() @ np.diag(variance) @ signs().T
    closed = sums.independent(sums.since(variance, NOW)[PLACE])
    assert closed == pytest.approx(written[np.ix_(PLACE, PLACE)])


@pytest.mark.parametrize("on", [[], [0], [2, 3, 4, 9], list(range(LENGTH))])
def test_errors_that_last_over_some_days(on: list[int]) -> None:
    flag = np.zeros(LENGTH, dtype=np.bool_)
    flag[on] = True
    lags = np.arange(LENGTH)
    daily = np.exp(-np.abs(lags[:, None] - lags) / 6.0) * np.outer(flag, flag)
    written = signs() @ daily @ signs().T
    closed = sums.lasting(flag, 6.0, NOW, PLACE)
    assert closed == pytest.approx(written[np.ix_(PLACE, PLACE)], abs=1e-9)


def test_a_wander() -> None:
    own, now_share = 1e-4, 0.76
    lags = np.arange(LENGTH)
    daily = np.exp(-np.abs(lags[:, None] - lags) / 9.0)
    effect = own * signs()[PLACE]
    today = np.zeros(LENGTH)
    today[NOW] = now_share
    written = np.vstack([effect, today]) @ daily @ np.vstack([effect, today]).T
    assert sums.wander(PLACE - NOW, 9.0, own, now_share) == pytest.approx(written)
