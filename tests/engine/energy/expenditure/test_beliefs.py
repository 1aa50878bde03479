"""What is believed before the log is read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.engine.energy.expenditure.beliefs import Beliefs, beliefs, read_log
from app.engine.records import Athlete, WaterEvent, WaterEventKind
from tests.engine.energy.logs import MAN, ON, lived, weighing


def believe(athlete: Athlete, factor: float | None, days: int = 30) -> Beliefs:
    return beliefs(athlete, read_log(*lived(days), (), ON), factor)


@pytest.mark.parametrize(
    ("athlete", "factor", "code", "relative_sd"),
    [
        (MAN, 1.5, "prior_activity_product", 0.12),
        (MAN, None, "prior_activity_unknown", 0.14),
        (MAN, 9.0, "prior_activity_unknown", 0.14),
        (Athlete(), 1.5, "prior_none", 0.25),
        (replace(MAN, age_years=2000.0), None, "prior_none", 0.25),
    ],
)
def test_where_the_filter_starts(
    athlete: Athlete, factor: float | None, code: str, relative_sd: float
) -> None:
    found = believe(athlete, factor).expenditure
    assert found.because.code == code
    assert found.sd_kcal_per_day == pytest.approx(relative_sd * found.mean_kcal_per_day)


def test_without_anything_a_number_only_to_follow_the_weight() -> None:
    log = read_log([weighing(0, 80.0)], (), (), ON)
    prior = beliefs(Athlete(), log, None).prior
    assert (prior.mean_kcal_per_day, prior.kcal_per_kg) == (2500.0, 7700.0)


def test_events_to_come_are_not_read() -> None:
    coming, here = (
        WaterEvent(key, WaterEventKind.TRAVEL, ON + timedelta(days=days))
        for key, days in (("coming", 1), ("here", 0))
    )
    assert read_log(*lived(9), (coming, here), ON).events == (here,)
    assert read_log((), (), [coming, here], ON).events == ()


def test_events_that_move_nothing_any_more_are_not_read() -> None:
    old, ended, lasting = (
        WaterEvent(key, WaterEventKind.CREATINE, ON - timedelta(days=900), end)
        for key, end in (("old", None), ("ended", ON - timedelta(days=99)), ("lasting", ON))
    )
    assert read_log(*lived(9), (old, ended, lasting), ON).events == (lasting,)


def test_a_longer_window_reads_more() -> None:
    assert len(read_log(*lived(300), (), ON).weighings.days) == 168
    assert len(read_log(*lived(300), (), ON, 300).weighings.days) == 300
