"""Words and properties in, ranked exercises out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.load import catalogue
from app.catalogue.records import Mechanics, Pattern, Plane
from app.catalogue.search import search_exercises
from app.engine.records import Measure

FACTS = catalogue()


def ids(**asked: Any) -> list[str]:
    return [found.exercise.id for found in search_exercises(FACTS, **asked)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("squat", "barbell-back-squat"),
        ("Squat, dumbbell", "dumbbell-squat"),
        ("cop", "copenhagen-plank-long-lever"),
        ("bench pr", "barbell-bench-press"),
        ("adductor machine", "hip-adduction-machine"),
        ("inner thigh", "hip-adduction-machine"),
        ("face pull", "face-pull"),
        ("Bankdrücken", "barbell-bench-press"),
        ("sentadilla", "barbell-back-squat"),
        ("ベンチプレス", "barbell-bench-press"),
        ("banda aductor", "band-hip-adduction"),
    ],
)
def test_the_nearest_name_comes_first(text: str, first: str) -> None:
    assert ids(text=text)[0] == first


def test_a_muscle_can_be_looked_for_by_name() -> None:
    found = ids(text="hamstrings")
    assert "lying-leg-curl" in found
    assert "barbell-bench-press" not in found


@pytest.mark.parametrize("text", ["", "...", "xyzzy", "squat xyzzy"])
def test_words_that_nothing_has_find_nothing(text: str) -> None:
    assert ids(text=text) == []


def test_nothing_asked_is_all_of_them_in_their_order() -> None:
    assert ids() == list(FACTS.exercises)


def test_direct_muscles_come_before_indirect_ones() -> None:
    found = search_exercises(FACTS, muscle="adductor_longus")
    shares = [one.share for one in found]
    assert shares == sorted(shares, key=lambda share: -(share or 0))
    assert set(shares) == {1.0, 0.5}
    assert len(found) >= 25


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"equipment": "band"}, lambda one: one.equipment_id == "band"),
        ({"plane": Plane.FRONTAL}, lambda one: one.plane is Plane.FRONTAL),
        ({"pattern": Pattern.NECK}, lambda one: one.pattern is Pattern.NECK),
        ({"mechanics": Mechanics.COMPOUND}, lambda one: one.mechanics is Mechanics.COMPOUND),
        ({"measured_in": Measure.DURATION}, lambda one: one.measured_in is Measure.DURATION),
    ],
)
def test_all_that_fit_and_no_other(asked: dict[str, Any], holds: Any) -> None:
    found = ids(**asked)
    assert found
    assert all(holds(FACTS.exercises[id_]) for id_ in found)
    assert len(found) == sum(map(holds, FACTS.exercises.values()))


def test_conditions_hold_together() -> None:
    found = ids(group="adductors", equipment="cable", plane=Plane.FRONTAL, text="hip")
    assert found[0] == "cable-hip-adduction"
    assert set(found) < set(ids(group="adductors", equipment="cable"))


@pytest.mark.parametrize(
    "asked",
    [
        {"muscle": "no_muscle"},
        {"group": "no_group"},
        {"equipment": "no_equipment"},
        {"muscle": "adductor_longus", "group": "neck"},
    ],
)
def test_what_does_not_exist_fits_nothing(asked: dict[str, Any]) -> None:
    assert ids(**asked) == []


@given(st.text(max_size=20))
def test_scores_lie_between_0_and_1_and_fall(text: str) -> None:
    scores = [found.score for found in search_exercises(FACTS, text)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
