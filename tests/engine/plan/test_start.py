"""The load of the first session, from the history."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.catalogue.load import catalogue
from app.engine.plan.builder import plan
from app.engine.plan.eligible import eligible
from app.engine.plan.options import option_of
from app.engine.plan.plan import PlannedExercise
from app.engine.plan.question import Known, PlanObjective, TrainingLevel
from app.engine.plan.start import start_load
from app.engine.records import ExerciseSession, PerformedSet, SetKind
from tests.engine.plan.questions import planned, question

DUMBBELLS = catalogue().equipment["dumbbell"].grids["kg"]


def performed(text: str) -> ExerciseSession:
    """`2026-11-18: 40x12@1 20x8w`: load, repetitions, reserve; w is a warm-up."""
    day, _, sets = text.partition(": ")
    at = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    return ExerciseSession(
        at, tuple(one_set(number, one) for number, one in enumerate(sets.split()))
    )


def one_set(number: int, text: str) -> PerformedSet:
    kind = SetKind.WARM_UP if text.endswith("w") else SetKind.WORKING
    done, _, reserve = text.removesuffix("w").partition("@")
    load, repetitions = done.split("x")
    return PerformedSet(
        f"{number}",
        float(load) if load else None,
        int(repetitions) if repetitions else None,
        float(reserve) if reserve else None,
        kind,
    )


def started(
    sessions: list[str], exercise_id: str = "sumo-squat", starts_on: str | None = None, **told: Any
) -> tuple[float | None, list[str]]:
    asked = question()
    one = option_of(asked.exercises[exercise_id], asked, (), eligible(asked))
    loads = told.get("loads", DUMBBELLS)
    known = Known(tuple(map(performed, sessions)), loads)
    on = date.fromisoformat(starts_on) if starts_on else None
    load_kg, why = start_load(one, known, on)
    return load_kg, [reason.code for reason in why]


PAUSED = ["start_load", "start_load_after_pause"]


@pytest.mark.parametrize(
    ("sessions", "starts_on", "load_kg", "codes"),
    [
        # By Epley 40 x 8 is 50.7 kg; 8 with 3 in reserve is 37.1, of which the dumbbells make 36.
        (["2026-11-18: 40x8"], None, 36.0, ["start_load"]),
        (["2026-11-18: 40x12@2"], None, 40.0, ["start_load"]),
        (["2026-11-18: 20x8w 30x8 40x8 40x7"], None, 36.0, ["start_load"]),
        (["2026-11-11: 50x8", "2026-11-18: 40x8"], None, 36.0, ["start_load"]),
        (["2026-11-18: 40x8"], "2026-11-25", 36.0, ["start_load"]),
        (["2026-11-18: 40x8"], "2026-12-02", 34.0, PAUSED),
        (["2026-11-18: 40x8"], "2026-12-16", 32.0, PAUSED),
        (["2026-11-18: 40x8"], "2027-02-10", 28.0, PAUSED),
        (["2026-11-18: 40x8"], "2027-05-19", None, []),
        (["2026-11-18: 2x3"], None, None, []),
        (["2026-11-18: 40x8w"], None, None, []),
        (["2026-11-18: x8"], None, None, []),
        (["2026-11-18: 40x0"], None, None, []),
        ([], None, None, []),
    ],
)
def test_start_loads(
    sessions: list[str], starts_on: str | None, load_kg: float | None, codes: list[str]
) -> None:
    assert started(sessions, starts_on=starts_on) == (load_kg, codes)


def test_nothing_is_said_of_what_is_not_loaded() -> None:
    asked = question()
    one = option_of(asked.exercises["sumo-squat"], asked, (), eligible(asked))
    assert start_load(one, None, None) == (None, ())
    assert started(["2026-11-18: 40x8"], "push-up") == (None, [])
    assert started(["2026-11-18: 40x8"], "weighted-plank") == (None, [])
    assert started(["2026-11-18: 40x8"], loads=None) == (None, [])


def test_who_is_advanced_and_logs_trains_strength_by_effort() -> None:
    known = {"barbell-back-squat": Known((performed("2026-11-18: 100x5@2"),), None)}
    asked = question(
        focus=("quadriceps",),
        objective=PlanObjective.STRENGTH,
        level=TrainingLevel.ADVANCED,
        known=known,
        preferred=("barbell-back-squat",),
        minutes=90.0,
    )
    done: dict[str, PlannedExercise] = {one.exercise_id: one for _, one in planned(plan(asked))}
    squat = done["barbell-back-squat"]
    assert (squat.scheme, squat.parameters["repetitions"]) == ("rir_target", 5)
    assert {one.scheme for one in done.values() if one.range_low == 3} == {
        "rir_target",
        "double_progression",
    }
