import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.strength.repmax import EQUATIONS, one_repetition_maximum_kg

NAMES = ["epley", "brzycki", "lander", "lombardi", "mayhew", "oconner", "wathen"]

MAXIMA = [
    (100, 5, [116.67, 112.50, 113.71, 117.46, 119.01, 112.50, 116.58]),
    (100, 10, [133.33, 133.33, 134.07, 125.89, 130.93, 125.00, 134.75]),
    (60, 8, [76.00, 74.48, 75.07, 73.87, 75.77, 72.00, 76.60]),
    (140, 3, [154.00, 148.24, 150.08, 156.26, 159.59, 150.50, 152.57]),
]


@pytest.mark.parametrize(("load_kg", "repetitions", "maxima"), MAXIMA)
def test_published_maxima(load_kg: float, repetitions: int, maxima: list[float]) -> None:
    found = [one_repetition_maximum_kg(load_kg, repetitions, equation=name) for name in NAMES]
    assert found == pytest.approx(maxima, abs=0.005)


@pytest.mark.parametrize(
    ("repetitions", "multiplier"),
    [(2, 1.0353), (5, 1.1412), (10, 1.3177), (20, 1.6707)],
)
def test_modified_epley(repetitions: int, multiplier: float) -> None:
    found = one_repetition_maximum_kg(1.0, repetitions, equation="modified_epley")
    assert found == pytest.approx(multiplier, abs=5e-5)


@pytest.mark.parametrize("name", EQUATIONS)
def test_a_single_with_nothing_in_reserve_is_its_own_maximum(name: str) -> None:
    assert one_repetition_maximum_kg(87.5, 1, equation=name) == 87.5


def test_reserve_counts_as_done() -> None:
    assert one_repetition_maximum_kg(100, 5, 2) == pytest.approx(123.33, abs=0.005)
    assert one_repetition_maximum_kg(100, 5, 2, "brzycki") == pytest.approx(120.0)
    assert one_repetition_maximum_kg(100, 1, 1) == pytest.approx(106.67, abs=0.005)


@given(
    load_kg=st.floats(0.001, 1000),
    repetitions=st.integers(1, 35),
    name=st.sampled_from(sorted(EQUATIONS)),
)
def test_rises_with_repetitions_and_in_proportion_to_load(
    load_kg: float, repetitions: int, name: str
) -> None:
    less = one_repetition_maximum_kg(load_kg, repetitions, equation=name)
    more = one_repetition_maximum_kg(load_kg, repetitions + 1, equation=name)
    double = one_repetition_maximum_kg(2 * load_kg, repetitions, equation=name)
    assert load_kg <= less < more
    assert double == pytest.approx(2 * less)


@pytest.mark.parametrize("name", ["brzycki", "lander"])
@pytest.mark.parametrize("repetitions", [37, 38, 60])
def test_no_answer_at_or_past_a_pole(name: str, repetitions: int) -> None:
    with pytest.raises(ValueError, match="no answer"):
        one_repetition_maximum_kg(100, repetitions, equation=name)


@pytest.mark.parametrize(
    ("load_kg", "repetitions", "reserve", "named"),
    [
        (0.0, 5, 0.0, "load_kg"),
        (-20.0, 5, 0.0, "load_kg"),
        (math.inf, 5, 0.0, "load_kg"),
        (math.nan, 5, 0.0, "load_kg"),
        (100.0, 0, 0.0, "repetitions"),
        (100.0, 5, -1.0, "in_reserve"),
        (100.0, 5, math.nan, "in_reserve"),
    ],
)
def test_refuses_what_is_no_set(
    load_kg: float, repetitions: int, reserve: float, named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        one_repetition_maximum_kg(load_kg, repetitions, reserve)
