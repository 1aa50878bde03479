"""The first session of an exercise: found by going up, or from what moves alike."""

from datetime import timedelta
from typing import Any

import pytest

from app.engine.answer import Status
from app.engine.equipment.fixed_loads import FixedLoads
from app.engine.equipment.inventory import loads_of
from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.records import ExerciseSession, LoadMode, Measure
from tests.engine.overload.test_prescribe import GRIDS, ten_at_fifty
from tests.engine.progression.double.traces import START, sessions_of


def related(done: str) -> dict[str, tuple[ExerciseSession, ...]]:
    return {"Front Squat": sessions_of(done)}


def first(**other: Any) -> ExerciseQuestion:
    asked: dict[str, Any] = {"loads": GRIDS["kg"], **other}
    return ExerciseQuestion((), START + timedelta(days=30), **asked)


CASES: list[tuple[dict[str, Any], str, str]] = [
    ({}, "20 x 8", "start_from_lightest"),
    ({"targets": Targets(5, 8)}, "20 x 5", "start_from_lightest"),
    ({"loads": loads_of(FixedLoads("kg", (4, 6, 8)))}, "4 x 8", "start_from_lightest"),
    ({"load_mode": LoadMode.BODY_WEIGHT}, "0 x 8", "start_from_lightest"),
    # 500 kg over the load go, less one: 8 with 4 left at 36 kg, of which 60 % is the lightest load.
    ({"related": related("60x8")}, "20 x 8", "start_from_lightest"),
    # 3 with 4 left go at 60 kg.
    ({"related": related("60x8"), "targets": Targets(3, 5)}, "35 x 3", "start_from_related"),
    ({"related": related("1000x1")}, "20 x 8", "start_from_lightest"),
    ({"related": {"Nothing": ()}}, "20 x 8", "start_from_lightest"),
    ({"targets": Targets(start_load_kg=50)}, "50 x 8", "scheme_starts"),
    ({"scheme": "linear"}, "20 x 8", "start_from_lightest"),
]


@pytest.mark.parametrize(("other", "following", "code"), CASES)
def test_a_first_load_is_found_not_guessed(
    other: dict[str, Any], following: str, code: str
) -> None:
    part = prescribe(first(**other), ten_at_fifty)
    assert part.value is not None
    one = part.value.sets[0]
    assert f"{one.load_kg:g} x {one.repetitions_target}" == following
    assert code in [each.code for each in part.because]
    assert [each.code for each in part.missing] == ["first_sets"]


def test_sessions_of_a_related_exercise_that_are_yet_to_come_say_nothing() -> None:
    later = {
        "Front Squat": (ExerciseSession(START + timedelta(days=31), sessions_of("60x8")[0].sets),)
    }
    part = prescribe(first(related=later, targets=Targets(3, 5)), ten_at_fifty)
    assert "start_from_lightest" in [each.code for each in part.because]


@pytest.mark.parametrize("other", [{"loads": None}, {"measure": Measure.DURATION}])
def test_where_nothing_can_be_loaded_it_says_what_to_log(other: dict[str, Any]) -> None:
    part = prescribe(first(**other), ten_at_fifty)
    assert part.status is Status.INSUFFICIENT
    assert [each.code for each in part.missing] == ["first_load"]


def test_holds_and_ladders_begin_without_a_log() -> None:
    holds = prescribe(first(scheme="timed_hold", measure=Measure.DURATION, loads=None))
    assert holds.value is not None
    assert [one.duration_s for one in holds.value.sets] == [10.0] * 3
    ladder = prescribe(first(scheme="body_weight_ladder", load_mode=LoadMode.NONE))
    assert ladder.value is not None
    assert [one.load_kg for one in ladder.value.sets] == [None] * 3
