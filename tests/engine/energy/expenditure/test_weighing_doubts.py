"""Logs of two units, of two people, or of slips."""

from itertools import pairwise

import pytest

from app.engine.answer import Status
from app.engine.energy.advice import energy_advice
from app.engine.energy.expenditure.log import read_weighings
from app.engine.energy.expenditure.weighing_doubts import contradictions, remarks
from app.engine.records import Weighing
from tests.engine.energy.logs import MAN, ON, lived, weighing


def log(*masses_kg: float) -> list[Weighing]:
    """One weighing a day, the last today."""
    return [weighing(len(masses_kg) - 1 - n, kg) for n, kg in enumerate(masses_kg)]


STEADY = [70.0, 70.3, 69.9, 70.2, 70.1, 69.8] * 5

CONTRADICTORY = [
    ([70.0, 154.3] * 15, "weighings_mostly_implausible"),
    ([70.0] * 20 + [154.3] * 10, "mixed_units"),
    ([*STEADY, 154.3, 154.1], "mixed_units"),
    ([154.3, 70.1], "mixed_units"),
    ([80.0, 160.0, 81.0], "weighings_jump"),
    ([*STEADY, 90.0, 90.3, 90.1, 89.9], "weighings_jump"),
]


@pytest.mark.parametrize(("masses_kg", "code"), CONTRADICTORY)
def test_a_log_of_two_bodies_or_units_gives_no_body_mass(masses_kg: list[float], code: str) -> None:
    answer = energy_advice(MAN, log(*masses_kg), [], on=ON, activity_factor=1.5)
    assert answer.body_mass.status is Status.INSUFFICIENT
    assert [reason.code for reason in answer.body_mass.because] == [code]
    assert [what.code for what in answer.target.missing] == ["weighing_units"]
    assert "units" in answer.body_mass.missing[0].text
    evidence = answer.body_mass.evidence
    assert evidence.used == ()
    assert len(evidence.excluded) == len(masses_kg)


def test_pounds_and_kilograms_on_one_day() -> None:
    both = read_weighings([weighing(0, 70.0, key="a"), weighing(0, 154.3, key="b")], ON)
    assert [reason.code for reason in contradictions(both)] == ["mixed_units"]


@pytest.mark.parametrize("masses_kg", [STEADY, [80.0, 99.0], [109.0 - d for d in range(40)]])
def test_a_sound_log_is_not_doubted(masses_kg: list[float]) -> None:
    read = read_weighings(log(*masses_kg), ON)
    assert contradictions(read) == ()
    assert remarks(read) == ()


def test_slips_that_are_left_out_are_counted() -> None:
    answer = energy_advice(MAN, log(*STEADY, 154.3), [], on=ON, activity_factor=1.5)
    assert answer.body_mass.value is not None
    assert answer.body_mass.value.value == pytest.approx(70.0, abs=0.5)
    (warning,) = answer.body_mass.warnings
    assert warning.code == "weighings_left_out"
    assert warning.values == {"weighings": 1}


@pytest.mark.parametrize(
    ("evening_kg", "codes"), [(73.4, []), (74.0, ["same_day_weighings_differ"])]
)
def test_weighings_of_a_day_that_differ(evening_kg: float, codes: list[str]) -> None:
    day = [weighing(0, 70.0, key="a"), weighing(0, evening_kg, hour=20, key="b")]
    answer = energy_advice(MAN, day, [], on=ON, activity_factor=1.5)
    assert [reason.code for reason in answer.body_mass.warnings] == codes


def test_real_scatter_is_no_contradiction() -> None:
    weighings, _ = lived(160)
    days = read_weighings(weighings, ON).days
    assert all(earlier.weighed_on < later.weighed_on for earlier, later in pairwise(days))
    assert contradictions(read_weighings(weighings, ON)) == ()
