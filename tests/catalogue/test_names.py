"""Names in, exercises out."""

from dataclasses import replace

import pytest

from app.catalogue.entry import CatalogueError
from app.catalogue.load import catalogue
from app.catalogue.names import candidates, index, normalise, resolve

ALL_NAMES = [
    (name, exercise.id)
    for exercise in catalogue().exercises.values()
    for name in (exercise.name, *exercise.aliases)
]


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Bench Press (Barbell)", "bench press barbell"),
        ("  Tricep  Push-Downs ", "tricep pushdown"),
        ("Triceps Pushdown", "tricep pushdown"),
        ("PULLUPS", "pull up"),
        ("T-Bar Row", "t bar row"),
        ("Dumbbell Flyes", "dumbbell fly"),
        ("Crunches", "crunch"),
        ("Leg Press", "leg press"),
        ("Klimmzüge", "pull up"),
        ("Shoulder Press (Dambıl)", "shoulder press dumbbell"),  # noqa: RUF001
        ("Sentadilla", "squat"),
        ("knee_raise", "knee raise"),
        ("...", ""),
    ],
)
def test_normalise(name: str, normal: str) -> None:
    assert normalise(name) == normal


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Bench Press (Barbell)", "barbell-bench-press"),
        ("Barbell Bench Press", "barbell-bench-press"),
        ("bench press - barbell", "barbell-bench-press"),
        ("Flat Barbell Bench Press", "barbell-bench-press"),
        ("Squat (Barbell)", "barbell-back-squat"),
        ("Barbell Squats", "barbell-back-squat"),
        ("Deadlift (Barbell)", "deadlift"),
        ("Romanian Deadlift (Barbell)", "romanian-deadlift"),
        ("RDL", "romanian-deadlift"),
        ("Overhead Press (Barbell)", "overhead-press"),
        ("Incline Bench Press (Dumbbell)", "incline-dumbbell-bench-press"),
        ("Bent Over Row (Barbell)", "barbell-row"),
        ("Pull Up", "pull-up"),
        ("Pull Up (Weighted)", "pull-up"),
        ("Pull Up (Assisted)", "assisted-pull-up"),
        ("Chin Ups", "chin-up"),
        ("Lat Pulldown (Cable)", "lat-pulldown"),
        ("Lat Pulldown (Machine)", "machine-lat-pulldown"),
        ("Triceps Pushdown (Cable - Straight Bar)", "cable-triceps-pushdown"),
        ("Bicep Curl (Barbell)", "barbell-curl"),
        ("Biceps Curl (Dumbbell)", "dumbbell-curl"),
        ("Lateral Raise (Dumbbell)", "dumbbell-lateral-raise"),
        ("Lying Leg Curl (Machine)", "lying-leg-curl"),
        ("Hip Adductor (Machine)", "hip-adduction-machine"),
        ("Hip Thrust (Barbell)", "hip-thrust"),
        ("Copenhagen Plank", "copenhagen-plank-long-lever"),
        ("Bankdrücken (Langhantel)", "barbell-bench-press"),
        ("Kniebeuge (Langhantel)", "barbell-back-squat"),
        ("Klimmzug", "pull-up"),
        ("Sentadilla (Barra)", "barbell-back-squat"),
        ("Peso muerto", "deadlift"),
        ("Barfiks (Ağırlıklı)", "pull-up"),  # noqa: RUF001
        ("Oturarak Leg Curl (Makine)", "seated-leg-curl"),
    ],
)
def test_resolve(name: str, exercise: str) -> None:
    found = resolve(name)
    assert found is not None
    assert found.id == exercise


@pytest.mark.parametrize(
    "name",
    ["", "?", "Press", "Squat (Bodyweight)", "Bench press old", "Zzz", "Pull Up (Band)"],
)
def test_resolve_never_guesses(name: str) -> None:
    assert resolve(name) is None


@pytest.mark.parametrize(("name", "exercise"), ALL_NAMES)
def test_every_name_leads_to_its_own_exercise(name: str, exercise: str) -> None:
    found = resolve(name)
    assert found is not None
    assert found.id == exercise


def test_no_exercise_says_a_name_twice() -> None:
    for exercise in catalogue().exercises.values():
        names = [name.casefold() for name in (exercise.name, *exercise.aliases)]
        assert len(set(names)) == len(names), exercise.id


def test_two_exercises_of_one_name_are_refused() -> None:
    squat = catalogue().exercises["front-squat"]
    reordered = replace(squat, id="other", name="Squat, Front", aliases=())
    with pytest.raises(CatalogueError, match="'Squat, Front' of other already names front-squat"):
        index({"front-squat": squat, "other": reordered})


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Bench Press old", "barbell-bench-press"),
        ("Benhc Press (Barbell)", "barbell-bench-press"),
        ("Romanian Dedlift", "romanian-deadlift"),
        ("inner thigh", "hip-adduction-machine"),
        ("Copenhagen", "copenhagen-plank-long-lever"),
        ("Seated row machine, wide", "machine-row"),
        ("Squat (Barbell)", "barbell-back-squat"),
    ],
)
def test_the_likeliest_candidate_comes_first(name: str, first: str) -> None:
    found = candidates(name)
    assert found[0].exercise.id == first
    assert [guess.score for guess in found] == sorted(
        (guess.score for guess in found), reverse=True
    )
    assert len({guess.exercise.id for guess in found}) == len(found) <= 5


@pytest.mark.parametrize("name", ["", "!!", "xyzzy", "12345"])
def test_no_candidates_for_what_is_like_nothing(name: str) -> None:
    assert candidates(name) == ()


def test_candidates_keep_to_the_limit() -> None:
    assert len(candidates("press", limit=2)) == 2
    assert candidates("Bench Press", limit=1)[0].score == 1
