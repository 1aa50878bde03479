"""Pyramids without a scheme keep their shape; everything else is one load for all sets."""

from typing import Any

import pytest

from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import Targets
from app.engine.records import LoadMode
from tests.engine.overload.test_prescribe import codes, question, tireless

UP = "60x12 + 65x10 + 70x8"
DOWN = "70x8 + 65x10 + 60x12"


def loads(done: str, **asked: Any) -> list[float | None]:
    part = prescribe(question(done, 2, **{"targets": Targets(), **asked}), tireless)
    assert part.value is not None
    kept = len({one.load_kg for one in part.value.sets}) > 1
    assert ("pyramid_kept" in codes(part)) == kept
    return [one.load_kg for one in part.value.sets]


@pytest.mark.parametrize(
    ("done", "planned"),
    [
        (f"{UP} {UP}", [60.0, 65.0, 70.0]),
        (f"{DOWN} {DOWN}", [70.0, 65.0, 60.0]),
        (f"{UP} 70x8,8,8 {UP} {UP}", [60.0, 65.0, 70.0]),
        # One may have been a search for the load.
        (UP, None),
        (f"70x8,8,8 {UP}", None),
        (f"{UP} 70x8,8,8", None),
        # A top set with back-off sets, a ramp of warm-ups, loads up and down.
        ("70x8 + 65x10,10 70x8 + 65x10,10", None),
        ("30x12 + 50x10 + 70x8 30x12 + 50x10 + 70x8", None),
        ("60x12 + 70x8 + 65x10 60x12 + 70x8 + 65x10", None),
    ],
)
def test_a_pyramid_is_kept(done: str, planned: list[float] | None) -> None:
    if planned is None:
        assert len(set(loads(done))) == 1
    else:
        assert [round(load or 0.0) for load in loads(done)] == planned


@pytest.mark.parametrize(
    "told",
    [
        {"targets": Targets(sets=3)},
        {"targets": Targets(repetitions_low=8, repetitions_high=12)},
        {"scheme": "linear"},
    ],
)
def test_what_was_asked_for_comes_first(told: dict[str, Any]) -> None:
    assert len(set(loads(f"{UP} {UP}", **told))) == 1


def test_the_body_counts_as_lifted() -> None:
    body = {"load_mode": LoadMode.BODY_WEIGHT, "body_mass_kg": 80.0, "body_mass_share": 0.95}
    done = "0x12 + 5x10 + 10x8 0x12 + 5x10 + 10x8"
    assert len(set(loads(done, **body))) == 3
