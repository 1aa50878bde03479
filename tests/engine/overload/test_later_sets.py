"""Every set of a prescription is predicted after the sets before it."""

from itertools import pairwise
from typing import Any

import pytest

from app.engine.overload.predictions import sets_that_tire
from app.engine.overload.prescribe import prescribe
from app.engine.overload.prescription import PrescribedSet
from app.engine.overload.question import Targets
from app.engine.strength.repetitions.repetitions import repetitions_at_loads
from tests.engine.overload.test_prescribe import BODY, question

TIRING = [
    ([], 100.0, 0),
    ([100.0, 100.0], 100.0, 2),
    ([60.0, 79.9, 80.0], 100.0, 1),
    ([100.0, 50.0], 50.0, 2),
]


@pytest.mark.parametrize(("before_kg", "lifted_kg", "tiring"), TIRING)
def test_light_sets_tire_nobody(before_kg: list[float], lifted_kg: float, tiring: int) -> None:
    assert sets_that_tire(before_kg, lifted_kg) == tiring


def sets_of(done: str, targets: Targets, **other: Any) -> tuple[PrescribedSet, ...]:
    part = prescribe(question(done, targets=targets, **other))
    assert part.value is not None
    return part.value.sets


LOGS = [
    ("50x10,9,8 50x10,9,8 50x10,9,9", {}),
    ("50x10 50x10 50x10,9,9", {}),
    ("10x10,9,8 10x10,9,9", {**BODY, "body_mass_kg": 80.0, "body_mass_share": 0.95}),
    ("0x10,9,8 0x10,9,9", BODY),
]


@pytest.mark.parametrize(("done", "other"), LOGS)
def test_the_chance_falls_from_set_to_set(done: str, other: dict[str, Any]) -> None:
    sets = sets_of(done, Targets(8, 12, 4), **other)
    chances = [one.chance for one in sets]
    assert len(chances) == 4
    for before, after in pairwise(chances):
        assert before is not None
        assert after is not None
        assert after < before
    for one in sets:
        assert one.prediction is not None
        assert one.capacity is not None
        assert one.prediction.value <= one.capacity.value


def test_the_first_set_is_fresh() -> None:
    asked = question("50x10,9,8 50x10,9,8", targets=Targets(8, 12, 3))
    (first, *_) = sets_of("50x10,9,8 50x10,9,8", Targets(8, 12, 3))
    assert first.load_kg is not None
    fresh = repetitions_at_loads(asked.sessions, asked.at, [first.load_kg]).items[0].value
    assert fresh is not None
    assert (first.prediction, first.capacity) == (fresh.repetitions, fresh.capacity)


def test_what_is_done_in_later_sets_is_expected_of_them() -> None:
    sets = sets_of(" ".join(["50x12,10,8"] * 8), Targets(8, 15, 3))
    done = [one.prediction.value for one in sets if one.prediction]
    assert done == pytest.approx([12.0, 10.0, 8.0], abs=0.3)


@pytest.mark.parametrize(("sets", "said"), [(4, False), (5, True), (6, True)])
def test_of_many_sets_it_says_that_little_is_known(sets: int, said: bool) -> None:
    part = prescribe(question("50x10,9,8", targets=Targets(8, 12, sets)))
    assert ("late_sets" in [one.code for one in part.because]) is said
