import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.strength.maximum.repmax import (
    ALL_EQUATIONS,
    EQUATIONS,
    brzycki,
    linear_33,
    one_repetition_maximum_kg,
)

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


MULTIPLIERS = {
    "epley": [1.0667, 1.1, 1.1333, 1.1667, 1.2, 1.2667, 1.3333, 1.4, 1.5, 1.6667],
    "brzycki": [1.0286, 1.0588, 1.0909, 1.125, 1.1613, 1.2414, 1.3333, 1.44, 1.6364, 2.1176],
    "lander": [1.0421, 1.072, 1.1036, 1.1371, 1.1727, 1.2511, 1.3407, 1.4441, 1.6331, 2.0888],
    "lombardi": [1.0718, 1.1161, 1.1487, 1.1746, 1.1962, 1.2311, 1.2589, 1.2821, 1.311, 1.3493],
    "mayhew": [1.1144, 1.1399, 1.1652, 1.1901, 1.2147, 1.2629, 1.3093, 1.354, 1.4172, 1.5118],
    "oconner": [1.05, 1.075, 1.1, 1.125, 1.15, 1.2, 1.25, 1.3, 1.375, 1.5],
    "wathen": [1.0515, 1.0898, 1.128, 1.1658, 1.2033, 1.2767, 1.3475, 1.415, 1.5091, 1.6446],
}


@pytest.mark.parametrize("name", MULTIPLIERS)
def test_multipliers(name: str) -> None:
    repetitions = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20]
    found = [one_repetition_maximum_kg(1.0, k, equation=name) for k in repetitions]
    assert found == pytest.approx(MULTIPLIERS[name], abs=5.1e-5)


MARZAGAO = [
    (10, 10, 18.095, 5e-4),
    (12, 5, 16.415, 5e-4),
    (20, 10, 31.59, 5e-3),
    (45, 10, 64.57, 5e-3),
    (100, 5, 117.523, 5e-4),
    (100, 10, 134.911, 5e-4),
    (150, 5, 173.891, 5e-4),
]


@pytest.mark.parametrize(("load_kg", "repetitions", "maximum_kg", "last_digit"), MARZAGAO)
def test_marzagao(load_kg: float, repetitions: int, maximum_kg: float, last_digit: float) -> None:
    found = one_repetition_maximum_kg(load_kg, repetitions, equation="marzagao")
    assert found == pytest.approx(maximum_kg, abs=last_digit)


@given(load_kg=st.floats(5, 1000), repetitions=st.integers(1, 60))
def test_marzagao_rises_with_load_and_repetitions(load_kg: float, repetitions: int) -> None:
    found = one_repetition_maximum_kg(load_kg, repetitions, equation="marzagao")
    heavier = one_repetition_maximum_kg(1.01 * load_kg, repetitions, equation="marzagao")
    assert load_kg <= found < heavier
    assert found < one_repetition_maximum_kg(load_kg, repetitions + 1, equation="marzagao")


def test_marzagao_says_nothing_of_a_light_load() -> None:
    with pytest.raises(ValueError, match="no answer at 4"):
        one_repetition_maximum_kg(4.0, 10, equation="marzagao")


def test_linear_forms() -> None:
    assert linear_33(1.0, 5) == pytest.approx(1 / 0.879, abs=1e-3)
    assert brzycki(1.0, 5) == pytest.approx(1 / 0.889, abs=1e-3)
    with pytest.raises(ValueError, match="no answer"):
        linear_33(100.0, 34)


def test_epley_and_brzycki_agree_at_ten() -> None:
    assert one_repetition_maximum_kg(90, 10) == pytest.approx(120)
    assert one_repetition_maximum_kg(90, 10, equation="brzycki") == pytest.approx(120)


@pytest.mark.parametrize("name", ALL_EQUATIONS)
def test_a_single_with_nothing_in_reserve_is_its_own_maximum(name: str) -> None:
    assert one_repetition_maximum_kg(87.5, 1, equation=name) == 87.5


def test_reserve_counts_as_done() -> None:
    assert one_repetition_maximum_kg(100, 5, 2) == pytest.approx(123.33, abs=0.005)
    assert one_repetition_maximum_kg(100, 5, 2, "brzycki") == pytest.approx(120.0)
    assert one_repetition_maximum_kg(100, 1, 1) == pytest.approx(106.67, abs=0.005)


@given(
    load_kg=st.floats(0.001, 1000),
    repetitions=st.integers(1, 32),
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
