"""Which sets count: a table of what was logged and of what it is worth."""

from dataclasses import replace
from datetime import timedelta
from math import nan

import pytest

from app.engine.load.hard_sets import TIRING, read_hard_sets
from app.engine.load.training_log import TrainingLog
from app.engine.records import LoadMode
from tests.engine.load.logs import ANATOMY, NOW, log_of

WINDOW = timedelta(days=28)


def weights(log: TrainingLog) -> list[float]:
    return [one.weight for one in read_hard_sets(log, WINDOW).sets]


def codes(log: TrainingLog) -> list[str]:
    return [each.reason for each in read_hard_sets(log, WINDOW).excluded]


def with_reserve(log: TrainingLog, reserve: float) -> TrainingLog:
    exercise = log.exercises[0]
    session = exercise.sessions[0]
    sets = tuple(replace(one, repetitions_in_reserve=reserve) for one in session.sets)
    return replace(log, exercises=(replace(exercise, sessions=(replace(session, sets=sets),)),))


@pytest.mark.parametrize(
    ("logged", "counted", "left_out"),
    [
        ("bench 100x5", [1.0], []),
        ("bench 100x5 100x5 100x4", [1.0, 1.0, 1.0], []),
        ("bench 20x10w 100x5", [1.0], ["warm_up"]),
        ("bench 100x5r0 100x5r4 100x5r4.5", [1.0, 1.0, 1.0], []),
        ("bench 100x5r5 100x5r8", [], ["far_from_failure", "far_from_failure"]),
        ("bench 100x5r5f", [1.0], []),
        ("bench 100x0", [], ["nothing_done"]),
        # Epley: 100 x 5 shows 116.7 kg, of which 30 % are 35 kg.
        ("bench 100x5 34.9x20 35.1x20", [1.0, 1.0], ["light_load"]),
        ("bench 60x20 10x20", [1.0, 1.0], []),
        ("bench 100x1 29x20 31x20", [1.0, 1.0], ["light_load"]),
        ("bench x8 x8", [1.0, 1.0], []),
        ("bench 100x8f 80x6d 60x6d", [1.0, 0.5, 0.5], []),
        ("plank 9s 10s 180s 181s", [1.0, 1.0], ["short_hold", "endurance"]),
        ("walk 20m9 20m40 20m200", [1.0], ["short_hold", "endurance"]),
        ("walk m40", [], ["endurance"]),
        ("wizardry 100x5", [], ["muscles_unknown"]),
    ],
)
def test_what_a_set_counts(logged: str, counted: list[float], left_out: list[str]) -> None:
    log = log_of(f"2026-01-30 18:00 {logged}")
    assert sorted(weights(log)) == sorted(counted)
    assert codes(log) == left_out


def test_a_slip_of_the_keyboard_makes_no_other_set_light() -> None:
    log = log_of(
        """2026-01-26 18:00 bench 100x5
           2026-01-28 18:00 bench 1000x5
           2026-01-30 18:00 bench 100x5"""
    )
    assert weights(log) == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("maximum_kg", "left_out"),
    [(100.0, []), (400.0, ["light_load"]), (0.0, []), (nan, []), (None, [])],
)
def test_a_given_maximum_goes_before_what_the_sets_show(
    maximum_kg: float | None, left_out: list[str]
) -> None:
    maxima = {} if maximum_kg is None else {"bench": maximum_kg}
    assert codes(log_of("2026-01-30 18:00 bench 100x5", maxima=maxima)) == left_out


def test_no_load_is_light_where_the_body_is_lifted() -> None:
    text = "2026-01-30 18:00 row 60x5 20x12 -20x12"
    assert codes(log_of(text)) == ["light_load"]
    assert codes(log_of(text, modes={"row": LoadMode.BODY_WEIGHT})) == []


def test_one_side_is_half_a_set_where_both_are_logged() -> None:
    assert weights(log_of("2026-01-30 18:00 curl 10x10 10x10", apart=("curl",))) == [0.5, 0.5]


def test_an_effort_that_is_no_number_counts_as_unknown() -> None:
    assert weights(with_reserve(log_of("2026-01-30 18:00 bench 100x5"), nan)) == [1.0]


def test_light_sets_tire() -> None:
    log = log_of("2026-01-30 18:00 bench 100x5 20x30f 20x5w")
    assert len(read_hard_sets(log, WINDOW, TIRING).sets) == 2


def test_sets_of_the_future_and_of_before_the_window_are_not_counted() -> None:
    log = log_of(
        """2026-01-04 18:00 bench 100x5
           2026-01-30 18:00 bench 100x5
           2026-02-01 18:00 bench 100x5
           2026-02-03 18:00 bench 100x5"""
    )
    hard = read_hard_sets(log, WINDOW)
    assert hard.used == ("2026-01-30T18:00.bench.0",)
    assert [(each.id, each.reason) for each in hard.excluded] == [
        ("2026-02-01T18:00.bench.0", "future"),
        ("2026-02-03T18:00.bench.0", "future"),
    ]


def test_a_set_sent_twice_counts_once() -> None:
    log = log_of("2026-01-30 18:00 bench 100x5")
    doubled = replace(log, exercises=(*log.exercises, *log.exercises))
    hard = read_hard_sets(doubled, WINDOW)
    assert len(hard.sets) == 1
    assert [each.reason for each in hard.excluded] == ["duplicate"]


def test_a_group_counts_a_set_once_by_its_largest_share() -> None:
    assert ANATOMY.by_group("bench") == {"chest": 1.0, "triceps": 0.5, "deltoids": 0.5}
    assert ANATOMY.by_group("squat")["adductors"] == 0.5
    assert ANATOMY.by_group("walk") == {"grip": 1.0, "abdominals": 0.5}
    assert ANATOMY.by_muscle("wizardry") == {}


def test_a_share_of_nothing_is_none() -> None:
    anatomy = replace(ANATOMY, shares={"odd": {"vastus": 0.0, "lats": nan, "calf": 1.0}})
    assert anatomy.by_muscle("odd") == {"calf": 1.0}


def test_exercises_without_muscles_are_named_once() -> None:
    log = log_of("2026-01-30 18:00 wizardry 100x5\n2026-01-31 18:00 wizardry 100x5 | bench 100x5")
    assert read_hard_sets(log, WINDOW).unknown_exercises == ("wizardry",)
    assert read_hard_sets(replace(log, at=NOW + WINDOW), WINDOW).unknown_exercises == ()
