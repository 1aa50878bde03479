"""The kinds of bodies and lives, and their shares."""

from dataclasses import astuple, replace

import pytest

from app.engine.energy.expenditure.scatter import SCATTER, noises


def test_shares_are_those_of_people() -> None:
    kinds = noises(SCATTER)
    assert sum(kind.share for kind in kinds) == pytest.approx(1.0)
    assert len({kind.water for kind in kinds}) == 4
    assert all(0.0 < kind.water_per_day < 1.0 and kind.share > 0.0 for kind in kinds)


def test_odds_are_odds() -> None:
    kinds = noises(replace(SCATTER, changing_odds=3.0))
    changing = sum(k.share for k in kinds if k.wander == SCATTER.changing_wander)
    assert changing == pytest.approx(0.75)


def test_every_constant_is_a_positive_number() -> None:
    assert all(value > 0.0 for value in astuple(SCATTER))
