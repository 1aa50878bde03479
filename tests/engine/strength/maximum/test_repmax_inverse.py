import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.load import catalogue
from app.engine.strength.maximum.repmax import ALL_EQUATIONS, one_repetition_maximum_kg
from app.engine.strength.maximum.repmax_inverse import (
    FACTS,
    INVERSES,
    load_for_repetitions_kg,
    repetitions_at,
)

NAMES = ["epley", "brzycki", "lander", "lombardi", "mayhew", "oconner", "wathen"]

REPETITIONS = [
    (0.9, [3.33, 4.60, 4.23, 2.87, 1.87, 4.44, 3.56]),
    (0.8, [7.50, 8.20, 7.97, 9.31, 7.46, 10.00, 7.26]),
    (0.7, [12.86, 11.80, 11.72, 35.40, 15.57, 17.14, 12.42]),
]


@pytest.mark.parametrize(("share", "repetitions"), REPETITIONS)
def test_repetitions_at_a_share_of_the_maximum(share: float, repetitions: list[float]) -> None:
    found = [repetitions_at(100 * share, 100, name) for name in NAMES]
    assert found == pytest.approx(repetitions, abs=0.0051)


STMR_AT_85 = [("epley", 5.3), ("modified_epley", 6.0), ("linear_33", 5.95), ("brzycki", 6.4)]


@pytest.mark.parametrize(("name", "repetitions"), STMR_AT_85)
def test_repetitions_at_85_percent_as_published_by_stmr(name: str, repetitions: float) -> None:
    assert repetitions_at(85, 100, name) == pytest.approx(repetitions, abs=0.05)


@pytest.mark.parametrize("name", ALL_EQUATIONS)
def test_the_maximum_itself_and_loads_near_it_are_done_once(name: str) -> None:
    assert repetitions_at(100, 100, name) == pytest.approx(1.0, abs=1e-9)
    assert load_for_repetitions_kg(100, 1, name) == 100
    assert repetitions_at(99.9, 100, name) >= 1.0


@given(
    name=st.sampled_from(sorted(ALL_EQUATIONS)),
    load_kg=st.floats(5, 500),
    repetitions=st.integers(2, 15),
)
def test_round_trips(name: str, load_kg: float, repetitions: int) -> None:
    maximum_kg = one_repetition_maximum_kg(load_kg, repetitions, equation=name)
    assert repetitions_at(load_kg, maximum_kg, name) == pytest.approx(repetitions)
    assert load_for_repetitions_kg(maximum_kg, repetitions, name) == pytest.approx(load_kg)


NO_ANSWER = [("mayhew", 52.2), ("mayhew", 20), ("wathen", 48.8), ("lombardi", 60), ("epley", 20)]


@pytest.mark.parametrize(("name", "load_kg"), [*NO_ANSWER, ("lombardi", 1e-40), ("marzagao", 4)])
def test_no_answer_where_the_equation_has_none(name: str, load_kg: float) -> None:
    with pytest.raises(ValueError, match=f"{name} has no answer"):
        repetitions_at(load_kg, 100, name)


@pytest.mark.parametrize(
    ("load_kg", "maximum_kg"),
    [(0, 100), (-5, 100), (101, 100), (math.nan, 100), (100, math.nan), (100, math.inf)],
)
def test_no_load_of_a_maximum(load_kg: float, maximum_kg: float) -> None:
    with pytest.raises(ValueError, match="load_kg"):
        repetitions_at(load_kg, maximum_kg)


@pytest.mark.parametrize(
    ("maximum_kg", "repetitions", "named"),
    [
        (0, 5, "maximum_kg"),
        (math.inf, 5, "maximum_kg"),
        (math.nan, 5, "maximum_kg"),
        (100, 0.5, "repetitions"),
        (100, 101, "repetitions"),
        (100, math.nan, "repetitions"),
    ],
)
def test_no_load_for_what_is_no_question(maximum_kg: float, repetitions: float, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        load_for_repetitions_kg(maximum_kg, repetitions)


def test_no_load_outside_an_equation() -> None:
    with pytest.raises(ValueError, match="no answer"):
        load_for_repetitions_kg(100, 40, "brzycki")
    with pytest.raises(ValueError, match="no load"):
        load_for_repetitions_kg(6, 10, "marzagao")


def test_every_equation_has_its_facts_its_inverse_and_its_source() -> None:
    assert FACTS.keys() == INVERSES.keys() == ALL_EQUATIONS.keys()
    assert {one.source for one in FACTS.values()} <= catalogue().sources.keys()
    assert [name for name, one in FACTS.items() if one.published_fit] == ["mayhew"]


MAYHEW_2008 = {
    "brzycki": (-2.0, 10.5),
    "lander": (-1.1, 10.5),
    "epley": (0.5, 10.2),
    "wathen": (0.7, 10.6),
    "mayhew": (1.6, 9.4),
    "lombardi": (-0.9, 9.2),
    "oconner": (-3.7, 9.1),
}


def test_errors_are_those_of_mayhew_2008() -> None:
    found = {
        name: (one.bias_percent, one.sd_percent)
        for name, one in FACTS.items()
        if one.sd_percent is not None
    }
    assert found == MAYHEW_2008
