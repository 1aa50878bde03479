"""What was meant by an id that does not exist."""

import pytest

from app.catalogue.load import catalogue
from app.catalogue.suggestions import equipment_like, groups_like, muscles_like

FACTS = catalogue()


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("adductor-longus", "adductor_longus"),
        ("inner thigh", "adductor_longus"),
        ("quads", "rectus_femoris"),
        ("glutaeus maximus", "gluteus_maximus"),
        ("VMO", "vastus_medialis"),
        ("adductor part", "adductor_magnus"),
    ],
)
def test_muscles(asked: str, first: str) -> None:
    assert muscles_like(FACTS, asked)[0].id == first


@pytest.mark.parametrize(
    ("asked", "first"),
    [("glute", "glutes"), ("abs", "abdominals"), ("inner thighs", "adductors"), ("Lats", "back")],
)
def test_groups(asked: str, first: str) -> None:
    assert groups_like(FACTS, asked)[0].id == first


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("dumbells", "dumbbell"),
        ("cabel", "cable"),
        ("Langhantel", "barbell"),
        ("resistance band", "band"),
        ("hex bar", "trap_bar"),
    ],
)
def test_equipment(asked: str, first: str) -> None:
    assert equipment_like(FACTS, asked)[0].id == first


@pytest.mark.parametrize("asked", ["", "...", "zzzzzz"])
def test_nothing_is_suggested_for_what_is_like_nothing(asked: str) -> None:
    assert muscles_like(FACTS, asked) == groups_like(FACTS, asked) == ()
    assert equipment_like(FACTS, asked) == ()


def test_suggestions_are_few_and_ranked() -> None:
    found = muscles_like(FACTS, "biceps")
    assert len(found) <= 5
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(FACTS.muscles[one.id].name == one.name for one in found)
