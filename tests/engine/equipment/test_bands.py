"""Bands are an order of names."""

import pytest

from app.engine.equipment.bands import Bands


@pytest.mark.parametrize(
    ("rungs", "message"),
    [
        ((), "rungs: from one"),
        (("red",) * 1_001, "rungs: from one"),
        (("red", " "), "rungs: one has no name"),
        (("red", "green", "red"), "rungs: a name is listed twice"),
    ],
)
def test_a_ladder_that_is_none_is_refused(rungs: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Bands(rungs)
