"""Sessions that began at one instant are one; what was logged twice counts once, by name."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.engine.records import ExerciseSession, LoadMode
from app.engine.training_log.judged import read_log
from tests.engine.progression.double.traces import START, sessions_of


def at_once(*done: str) -> list[ExerciseSession]:
    """Sessions as text, all of them at one instant, with ids of their own."""
    return [
        ExerciseSession(
            START, tuple(replace(one, id=f"{n}-{one.id}") for one in sessions_of(text)[0].sets)
        )
        for n, text in enumerate(done)
    ]


@pytest.mark.parametrize(
    ("done", "load_kg", "repetitions", "left_out"),
    [
        (["60x12,12,12", "50x8,8"], 60, (12, 12, 12), ["below_top_load"] * 2),
        (["50x8,8", "60x12,12,12"], 60, (12, 12, 12), ["below_top_load"] * 2),
        (["60x12", "60x11,11"], 60, (12, 11, 11), []),
        (["60x12,12", "60x12,12"], 60, (12, 12), ["logged_twice"] * 2),
        (["60x12,12"] * 3, 60, (12, 12), ["logged_twice"] * 4),
        (["60x12,12", "60x12,12,12"], 60, (12,) * 5, []),
    ],
)
def test_sessions_at_once(
    done: list[str], load_kg: float, repetitions: tuple[int, ...], left_out: list[str]
) -> None:
    sessions = at_once(*done)
    log = read_log(sessions, START + timedelta(days=2), LoadMode.EXTERNAL)
    (one,) = log.judged
    assert (one.load_kg, one.repetitions) == (load_kg, repetitions)
    assert [each.reason for each in log.excluded] == left_out
    backwards = read_log(sessions[::-1], START + timedelta(days=2), LoadMode.EXTERNAL)
    assert backwards == log


def test_a_log_that_was_imported_twice_is_as_one() -> None:
    once = sessions_of("60x12,12,12 62.5x8,8,8 62.5x9,9,9")
    again = [
        replace(each, sets=tuple(replace(one, id=f"again-{one.id}") for one in each.sets))
        for each in once
    ]
    at = once[-1].performed_at + timedelta(days=2)
    log, twice = (read_log(each, at, LoadMode.EXTERNAL) for each in (once, [*once, *again]))
    assert [one.repetitions for one in twice.judged] == [one.repetitions for one in log.judged]
    assert len(twice.excluded) == 9
