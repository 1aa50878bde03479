"""Words in, kinds of equipment out."""

import pytest

from app.catalogue.equipment_names import equipment_candidates


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("barbel", ["barbell", "ball"]),
        ("dumbell", ["dumbbell"]),
        ("Kettle-Bell", ["kettlebell"]),
        ("my-barbell", ["barbell", "dumbbell"]),
        ("leg_machine", ["machine", "smith_machine", "assisted_machine"]),
        ("anvil", []),
        ("", []),
    ],
)
def test_candidates(word: str, ids: list[str]) -> None:
    assert list(equipment_candidates(word)) == ids


def test_candidates_have_a_limit() -> None:
    assert equipment_candidates("leg_machine", limit=1) == ("machine",)
