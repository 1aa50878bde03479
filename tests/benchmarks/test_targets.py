"""The scoring rules, on logs one can check by hand."""

import pytest

from app.engine.records import ExerciseSession
from benchmarks.targets import (
    Target,
    capacity_targets,
    habit_targets,
    known_capacity,
    last_session,
    nearest_load,
    occasions,
    same_as_last,
)
from tests.engine.strength.written import one_set, written

EIGHT = "60x8 / 60x8 / 60x8 / 60x8 / 60x8"


def targets(log: str) -> list[Target]:
    return list(habit_targets("lifter", {"squat": tuple(written(log))}))


def test_the_first_set_at_the_highest_load_from_the_sixth_session_on() -> None:
    found = targets(f"{EIGHT} / 40x9w 50x10 65x7 65x9 / 60x8 / 60x8")
    assert [(one.load_kg, one.repetitions) for one in found] == [(65, 7), (60, 8), (60, 8)]
    assert [len(one.earlier) for one in found] == [5, 6, 7]


@pytest.mark.parametrize(
    ("log", "count"),
    [
        (f"{EIGHT} / 60x8 / 60x8", 0),  # seven sessions only
        (f"{EIGHT} / 60x8 / 60x8 / 60x8", 3),
        (f"{EIGHT} / 60x16 / 60x8 / 60x8", 2),  # more than 15 is not a target
        (f"{EIGHT} / 60x21 / 60x8 / 60x8", 0),  # nor a set that counts
        (f"{EIGHT} / 60x8w / 60x8 / 60x8", 0),
        (f"{EIGHT} / 0x8 / 60x8 / 60x8", 0),
    ],
)
def test_what_counts(log: str, count: int) -> None:
    assert len(targets(log)) == count


def test_slices() -> None:
    same, heavier, back = targets(
        f"60x8 / 62.5x8 / {EIGHT.split(' / ', 2)[2]} / 60x8 / 65x6 / 60x8"
    )
    assert [one.load_changed for one in (same, heavier, back)] == [False, True, True]
    assert [one.never_lifted for one in (same, heavier, back)] == [False, True, False]
    assert heavier.gap_days == pytest.approx(3.0)


def test_baselines() -> None:
    target = targets("50x12 / 60x9 / 60x8 / 60x8 / 62.5x7 / 61x5 / 60x8 / 60x8")[0]
    assert same_as_last(target) == 7
    assert nearest_load(target) == pytest.approx(30 * (60 * (1 + 8 / 30) / 61 - 1))
    assert last_session(target) == pytest.approx(30 * (62.5 * (1 + 7 / 30) / 61 - 1))


@pytest.mark.parametrize(
    ("text", "capacity"),
    [("60x8", None), ("60x8f", 8), ("60x8r0", 8), ("60x8r2.5", 10.5), ("60x8r3.5", None)],
)
def test_known_capacity(text: str, capacity: float | None) -> None:
    assert known_capacity(one_set("s", text)) == capacity


def log_of(text: str) -> dict[str, tuple[ExerciseSession, ...]]:
    return {"squat": tuple(written(text))}


def test_capacity_targets_are_the_heaviest_known_set() -> None:
    log = log_of(f"{EIGHT} / 70x5 60x8r2 65x6r1 / 60x8 / 60x17r2 / 60x8f")
    found = list(capacity_targets("lifter", log))
    assert [(one.load_kg, one.repetitions) for one in found] == [(65, 7), (60, 8)]


def test_occasions_hold_every_set() -> None:
    (first, *_) = occasions("lifter", log_of(f"{EIGHT} / 70x5 60x8 / 60x8 / 60x8"))
    assert [(one.load_kg, one.repetitions) for one in first.sets] == [(70, 5), (60, 8)]
