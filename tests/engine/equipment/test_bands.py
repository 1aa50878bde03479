"""Bands are an order of names."""

from collections.abc import Callable

import pytest

from app.engine.equipment.bands import Bands, next_easier, next_harder

RED_TO_BLACK = Bands(("yellow, 100 %", "red", "green", "black"))
PULL_UPS = Bands(("red", "green", "black"), assists=True)

LADDERS: list[tuple[Bands, str, str | None, str | None]] = [
    # bands, a rung, the next harder, the next easier
    (RED_TO_BLACK, "yellow, 100 %", "red", None),
    (RED_TO_BLACK, "red", "green", "yellow, 100 %"),
    (RED_TO_BLACK, "black", None, "green"),
    (PULL_UPS, "black", "green", None),
    (PULL_UPS, "green", "red", "black"),
    (PULL_UPS, "red", None, "green"),
    (Bands(("red",)), "red", None, None),
]


@pytest.mark.parametrize(("bands", "rung", "harder", "easier"), LADDERS)
def test_the_next_rungs(bands: Bands, rung: str, harder: str | None, easier: str | None) -> None:
    assert next_harder(bands, rung) == harder
    assert next_easier(bands, rung) == easier


@pytest.mark.parametrize("step", [next_harder, next_easier])
def test_an_unknown_rung_is_refused(step: Callable[[Bands, str], str | None]) -> None:
    with pytest.raises(ValueError, match="rung: 'blue' is not one of red, green, black"):
        step(PULL_UPS, "blue")


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
