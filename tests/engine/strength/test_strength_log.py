import math
from datetime import timedelta

import pytest

from app.engine.records import ExerciseSession, PerformedSet, SetKind
from app.engine.strength.strength_log import (
    StrengthLog,
    read_strength_log,
    reserve_of,
    what_is_missing,
)
from tests.engine.strength.written import NOW, written

YEAR = timedelta(weeks=52)


def read(log: str, every: float = 3.0, **more: float) -> StrengthLog:
    return read_strength_log(written(log, every), NOW, YEAR, **more)


def left_out(log: StrengthLog) -> dict[str, str]:
    return {one.id: one.reason for one in log.excluded}


def test_slips_and_warm_ups_are_named() -> None:
    log = read("20x10w 60x8 60x101 0x8 60x0 / 62.5x8 / 860x8 65x8 / 65x7")
    assert left_out(log) == {
        "0.0": "warm_up",
        "0.2": "too_many_repetitions",
        "0.3": "no_load",
        "0.4": "no_repetitions",
        "2.0": "implausible_load",
    }
    assert [len(session.sets) for session in log.sessions] == [1, 1, 1, 1]


ODD = [
    (PerformedSet("s", None, 8), "no_load"),
    (PerformedSet("s", -20.0, 8), "no_load"),
    (PerformedSet("s", math.nan, 8), "no_load"),
    (PerformedSet("s", 0.001, 8), "no_load"),
    (PerformedSet("s", math.inf, 8), "implausible_load"),
    (PerformedSet("s", 20_000.0, 8), "implausible_load"),
    (PerformedSet("s", 60.0), "no_repetitions"),
    (PerformedSet("s", 60.0, -1), "no_repetitions"),
    (PerformedSet("s", 60.0, 8, kind=SetKind.DROP), "drop"),
    (PerformedSet("s", 60.0, 8, band="green"), "band"),
]


@pytest.mark.parametrize(("odd", "code"), ODD)
def test_odd_sets(odd: PerformedSet, code: str) -> None:
    log = read_strength_log([ExerciseSession(NOW - timedelta(1), (odd,))], NOW, YEAR)
    assert left_out(log) == {"s": code}
    assert log.sessions == ()
    assert what_is_missing(log).code == "usable_sets"


def test_nothing_logged() -> None:
    assert what_is_missing(read_strength_log([], NOW, YEAR)).code == "sets_of_exercise"


def test_later_sets_are_named_and_older_ones_counted() -> None:
    sessions = written("60x8 / 60x9 / 60x10", every=200)
    log = read_strength_log(sessions, NOW - timedelta(days=250), timedelta(days=300))
    assert log.older_sessions == 1
    assert [session.sets[0].id for session in log.sessions] == ["1.0"]
    assert left_out(log) == {"2.0": "not_before_the_instant_asked"}


def test_any_order_and_two_records_of_one_instant() -> None:
    at = NOW - timedelta(1)
    sessions = [
        ExerciseSession(NOW, (PerformedSet("later", 60.0, 8),)),
        ExerciseSession(at, (PerformedSet("a", 60.0, 8),)),
        ExerciseSession(at - timedelta(1), (PerformedSet("earlier", 60.0, 8),)),
        ExerciseSession(at, (PerformedSet("b", 60.0, 7),)),
    ]
    log = read_strength_log(sessions, NOW, YEAR)
    ids = [[one.id for one in session.sets] for session in log.sessions]
    assert ids == [["earlier"], ["a", "b"]]


def test_the_body_is_counted_in() -> None:
    sets = (PerformedSet("bare", None, 8), PerformedSet("assisted", -30.0, 8))
    log = read_strength_log([ExerciseSession(NOW - timedelta(1), sets)], NOW, YEAR, body_kg=76.0)
    assert [one.load_kg for one in log.sessions[0].sets] == [76.0, 46.0]


RESERVES = [
    (PerformedSet("s", 60.0, 8), None),
    (PerformedSet("s", 60.0, 8, 2.0), 2.0),
    (PerformedSet("s", 60.0, 8, 0.0), 0.0),
    (PerformedSet("s", 60.0, 8, -1.0), None),
    (PerformedSet("s", 60.0, 8, math.nan), None),
    (PerformedSet("s", 60.0, 8, math.inf), None),
    (PerformedSet("s", 60.0, 8, 3.0, SetKind.FAILURE), 0.0),
]


@pytest.mark.parametrize(("performed", "reserve"), RESERVES)
def test_reserve(performed: PerformedSet, reserve: float | None) -> None:
    assert reserve_of(performed) == reserve
