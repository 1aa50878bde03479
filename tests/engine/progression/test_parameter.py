"""Parameters as JSON holds them, and as the engine does."""

from typing import Any

import pytest

from app.engine.progression.parameter import as_lists, as_tuples


@pytest.mark.parametrize(
    ("stored", "held"),
    [
        (None, None),
        (2.5, 2.5),
        ("double", "double"),
        ([], ()),
        ([1, [2, 3], "a"], (1, (2, 3), "a")),
        ([[5, 3], [3]], ((5, 3), (3,))),
    ],
)
def test_there_and_back(stored: Any, held: Any) -> None:
    assert as_tuples(stored) == held
    assert as_lists(held) == stored
