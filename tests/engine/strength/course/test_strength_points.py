from datetime import timedelta

import pytest

from app.engine.records import ExerciseSession
from app.engine.strength.course.strength_points import Series, series_of
from app.engine.strength.strength_log import read_strength_log
from tests.engine.strength.written import NOW, written


def series(sessions: list[ExerciseSession]) -> Series:
    return series_of(read_strength_log(sessions, NOW, timedelta(weeks=52)), "modified_epley")


def maxima(found: Series) -> list[float]:
    return [round(point.maximum_kg, 1) for point in found.points]


def left_out(found: Series) -> dict[str, str]:
    return {one.id: one.reason for one in found.excluded}


def test_the_best_set_of_each_session() -> None:
    found = series(written("60x8 60x7 65x3 / 62.5x8 50x16"))
    assert maxima(found) == [74.8, 77.9]
    assert found.used == ("0.0", "1.0")
    assert left_out(found) == {
        "0.1": "not_best_of_session",
        "0.2": "not_best_of_session",
        "1.1": "beyond_fifteen_repetitions",
    }


def test_a_session_of_long_sets_is_no_point_but_a_session() -> None:
    found = series(written("60x8 / 40x20 / 60x9"))
    assert found.used == ("0.0", "2.0")
    assert len(found.sessions) == 3


def test_points_beyond_ten_are_flagged() -> None:
    found = series(written("60x10 / 60x11 / 60x12"))
    assert [point.beyond_ten for point in found.points] == [False, True, True]


EFFORT = [
    ("known everywhere", "60x8r2 / 60x8r1 / 60x8f", True, [10.0, 9.0, 8.0]),
    ("known nowhere", "60x8 / 60x8", False, [8.0, 8.0]),
    ("known in some", "60x8 / 60x8r2 / 60x8 / 60x8r2", False, [8.0] * 4),
    ("a call far from failure is none", "60x8r2 / 60x8r6 / 60x8r6", False, [8.0] * 3),
    ("known in four of five", "60x8r2 / 60x8r2 / 60x8 / 60x8r2 / 60x8r2", True, [10.0] * 4),
    ("the set of known effort speaks", "60x9 60x8r0 / 60x8r1", True, [8.0, 9.0]),
]


@pytest.mark.parametrize(("why", "log", "counts", "possible"), EFFORT, ids=[e[0] for e in EFFORT])
def test_effort_counts_in_all_sessions_or_in_none(
    why: str, log: str, counts: bool, possible: list[float]
) -> None:
    found = series(written(log))
    assert found.effort_counts is counts, why
    assert [point.repetitions_possible for point in found.points] == possible


def test_sets_of_unknown_effort_are_named_where_effort_counts() -> None:
    found = series(written("60x8r2 / 60x8r2 / 60x8 / 60x8r2 / 60x8r2"))
    assert left_out(found) == {"2.0": "effort_not_known"}


def spaced(log: str, *gaps: float) -> list[ExerciseSession]:
    """Sessions so many days apart, the last one a day before NOW."""
    sessions = written(log)
    days = [1.0 + sum(gaps[n:]) for n in range(len(gaps) + 1)]
    return [
        ExerciseSession(NOW - timedelta(days=ago), one.sets)
        for ago, one in zip(days, sessions, strict=True)
    ]


FIVE = "60x8 / 60x8 / 60x8 / 60x8 / 60x8"
PAUSES = [
    ("none", (4, 3, 4, 3), {}, False),
    ("less than two weeks", (4, 3, 13, 3), {}, False),
    ("two weeks: the first one back is light", (4, 3, 14, 3), {"3.0": "first_after_pause"}, False),
    (
        "four weeks: the series begins anew",
        (4, 3, 28, 3),
        dict.fromkeys(("0.0", "1.0", "2.0"), "before_layoff") | {"3.0": "first_after_pause"},
        True,
    ),
    ("a habit of every third week is no pause", (21, 21, 21, 21), {}, False),
    ("a habit of every fifth week is no layoff", (35, 35, 35, 35), {}, False),
]


@pytest.mark.parametrize(("why", "gaps", "out", "back"), PAUSES, ids=[row[0] for row in PAUSES])
def test_pauses(why: str, gaps: tuple[float, ...], out: dict[str, str], back: bool) -> None:
    found = series(spaced(FIVE, *gaps))
    assert left_out(found) == out, why
    assert (found.back_since is not None) is back


def test_two_visits_of_one_day_are_one_session() -> None:
    found = series(spaced("60x8 / 62.5x8 / 60x9", 0.2, 3))
    assert found.used == ("1.0", "2.0")
    assert len(found.sessions) == 2


def test_nothing() -> None:
    found = series([])
    assert (found.points, found.sessions, found.back_since) == ((), (), None)
