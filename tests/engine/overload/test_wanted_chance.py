"""A load for a wanted chance, and how a load is put together."""

from typing import Any

import pytest

from app.engine.answer import Status
from app.engine.equipment.fixed_loads import FixedLoads
from app.engine.equipment.inventory import loads_of
from app.engine.equipment.plates import Plate, Plates
from app.engine.overload.predictions import LoggedStrength
from app.engine.overload.prescribe import prescribe
from app.engine.overload.question import ExerciseQuestion, Targets
from app.engine.overload.targets import log_of
from app.engine.records import LoadMode
from app.engine.strength.repetitions.fatigue import repetitions_in_session
from tests.engine.overload.test_prescribe import codes, question, tireless

HOME = Plates("kg", (Plate(10, 2), Plate(5, 2), Plate(2.5, 2)), bar=20)


def likely(done: str, chance: float, **other: Any) -> ExerciseQuestion:
    return question(done, targets=Targets(8, 12, 3, chance=chance), **other)


PLAN = Targets(8, 12, 3)


def top_load(asked: ExerciseQuestion) -> float | None:
    part = prescribe(asked)
    assert part.value is not None
    return part.value.sets[0].load_kg


def top(asked: ExerciseQuestion) -> tuple[float, float]:
    part = prescribe(asked)
    assert part.value is not None
    one = part.value.sets[0]
    assert one.load_kg is not None
    assert one.chance is not None
    return one.load_kg, one.chance


@pytest.mark.parametrize("done", ["60x8,8,8", "60x12,12,12 62.5x10,9,8 62.5x12,12,12", "40x6,5"])
def test_the_more_likely_the_lighter(done: str) -> None:
    loads = [top(likely(done, chance)) for chance in (0.95, 0.8, 0.6, 0.4)]
    assert [load for load, _ in loads] == sorted(load for load, _ in loads)


def test_the_chosen_load_is_the_nearest_to_the_chance() -> None:
    asked = likely("60x8,8,8", 0.7)
    load_kg, chance = top(asked)
    strength = LoggedStrength(log_of(asked), asked.at, 0.0, repetitions_in_session)
    for near in strength.at_loads([load_kg - 2.5, load_kg + 2.5]):
        assert abs(near.chance[7] - 0.7) >= abs(chance - 0.7)
    assert "load_for_chance" in codes(prescribe(asked))


def test_no_more_than_a_tenth_above_what_was_lifted() -> None:
    part = prescribe(likely("60x30,30,30", 0.1), tireless)
    assert part.value is not None
    assert part.value.sets[0].load_kg == 65.0
    assert "load_at_limit" in codes(part)


UNKNOWN = [
    likely("60x8,8,8", 0.7, loads=None),
    likely("-20x8,8,8 -30x8,8", 0.7, load_mode=LoadMode.BODY_WEIGHT),
    likely("60x8,8,8", 0.7, loads=loads_of(FixedLoads("kg", (100, 120)))),
    likely("60x8,8,8", 0.7, loads=loads_of(FixedLoads("kg", (10, 120)))),
]


@pytest.mark.parametrize("asked", UNKNOWN)
def test_where_no_chance_can_be_told_the_rule_stands(asked: ExerciseQuestion) -> None:
    assert "load_for_chance" not in codes(prescribe(asked))


def test_a_pyramid_moves_as_a_whole() -> None:
    part = prescribe(
        question("60x12 + 70x8", scheme="per_set", targets=Targets(chance=0.9)), tireless
    )
    assert part.value is not None
    loads = [one.load_kg or 0.0 for one in part.value.sets]
    assert loads[1] - loads[0] == 10.0


def test_how_a_load_is_put_together_is_said() -> None:
    part = prescribe(
        question("35x12,12,12", loads=loads_of(HOME), inventory=HOME, targets=Targets(6, 12, 3)),
        tireless,
    )
    assert part.value is not None
    loading = part.value.sets[0].loading
    assert loading is not None
    assert loading.load_kg == part.value.sets[0].load_kg
    assert [(one.mass, one.count) for one in loading.pieces] == [(10.0, 1)]
    other = prescribe(question("41x9", loads=loads_of(HOME), inventory=HOME), tireless)
    assert other.value is not None
    assert other.value.sets[0].loading is None
    assert "load_outside_equipment" in {each.code for each in other.warnings}


@pytest.mark.parametrize("chance", [0.0, 1.0, float("nan")])
def test_a_certain_chance_is_none(chance: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Targets(chance=chance)


def test_a_load_that_lifts_nothing_is_not_asked_about() -> None:
    log = log_of(question("60x8"))
    strength = LoggedStrength(log, question("60x8").at, 0.0, repetitions_in_session)
    assert strength.at_loads([60.0, -5.0]) == []


def test_of_a_thousand_repetitions_the_models_know_nothing() -> None:
    assert top_load(likely("60x1000", 0.7)) == top_load(question("60x1000", targets=PLAN))
    part = prescribe(question("60x1000", scheme="rir_target"))
    assert (part.status, [one.code for one in part.missing]) == (Status.INSUFFICIENT, ["strength"])
