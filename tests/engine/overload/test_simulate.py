"""Weeks ahead under stated assumptions: the same for the same seed, and nothing but assumptions."""

from datetime import timedelta
from typing import Any

import pytest

from app.engine.answer import Part, Status
from app.engine.overload.assumptions import Assumptions
from app.engine.overload.question import Targets
from app.engine.overload.simulate import Simulation, simulate
from app.engine.progression.schemes import SCHEMES
from app.engine.records import LoadMode, Measure
from tests.engine.overload.test_prescribe import question

LOG = "60x10,9,9 60x11,10,9 60x12,11,10"
SHORT = Assumptions(sessions=8, lives=4)


def simulated(scheme: str = "double_progression", **assumed: Any) -> Simulation:
    targets = Targets(8, 12, 3) if scheme == "double_progression" else Targets()
    part = simulate(question(LOG, scheme=scheme, targets=targets), told(**assumed))
    assert part.value is not None
    return part.value


def told(**assumed: Any) -> Assumptions:
    return Assumptions(**{"sessions": 8, "lives": 4, **assumed})


def test_the_same_seed_gives_the_same_weeks() -> None:
    assert simulated() == simulated()
    assert simulated(seed=2) != simulated()


def test_who_grows_ends_higher_than_who_does_not() -> None:
    grown, same = (
        simulated(gain_percent_per_week=gain, sessions=30, form_percent=1.0) for gain in (2.0, 0.0)
    )
    assert grown.top_load_kg.value > same.top_load_kg.value
    assert grown.maximum_kg.value > same.maximum_kg.value


def test_sessions_left_out_are_left_out() -> None:
    every = simulated(sessions=20)
    assert [one.number for one in every.sessions] == list(range(1, 21))
    some = simulated(sessions=20, adherence=0.3, lives=1)
    assert 1 <= len(some.sessions) < 20


def test_a_layoff_makes_the_next_session_lighter() -> None:
    weeks = simulated(layoff_after=4, layoff_days=40.0, form_percent=0.0)
    before, after = weeks.sessions[3], weeks.sessions[4]
    assert after.at - before.at == timedelta(days=43.5)
    assert after.load_kg.value < before.load_kg.value


COUNTED = [name for name, scheme in SCHEMES.items() if Measure.REPETITIONS in scheme.measures]


@pytest.mark.parametrize("name", COUNTED)
def test_every_scheme_can_be_lived_through(name: str) -> None:
    weeks = simulated(name)
    assert len(weeks.sessions) == 8
    for one in weeks.sessions:
        assert 0.0 <= one.done_share <= 1.0
        assert one.load_kg.low <= one.load_kg.value <= one.load_kg.high
        assert one.load_kg.high <= 150.0


def status(**other: Any) -> Part[Simulation]:
    return simulate(question(LOG, **other), SHORT)


def test_without_strength_there_is_nothing_to_start_from() -> None:
    body = question("0x8 5x8", load_mode=LoadMode.BODY_WEIGHT)
    assert simulate(body, SHORT).status is Status.INSUFFICIENT
    assert status(measure=Measure.DURATION).status is Status.INSUFFICIENT
    long = simulate(question("20x40,40 20x45,40"), SHORT)
    assert [each.code for each in long.missing] == ["strength"]
    nothing = status(scheme="rir_target", loads=None, targets=Targets())
    assert [each.code for each in nothing.missing] == ["strength"]


def test_every_assumption_is_said() -> None:
    part = simulate(question(LOG), told(layoff_after=2, layoff_days=21.0))
    assert [each.code for each in part.because] == [
        "simulation_starts_from",
        "simulation_assumed",
        "simulation_layoff",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"sessions": 0},
        {"sessions": 121},
        {"days_between": 0.5},
        {"adherence": 0.0},
        {"gain_percent_per_week": float("nan")},
        {"form_percent": 11.0},
        {"layoff_days": -1.0},
        {"lives": 51},
        {"seed": -1},
    ],
)
def test_assumptions_have_bounds(wrong: dict[str, Any]) -> None:
    [name] = wrong
    with pytest.raises(ValueError, match=f"{name} must lie from"):
        Assumptions(**wrong)
