import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.load import catalogue
from app.engine.strength.maximum.rpe import (
    RPE_TABLES,
    TABLE_SOURCES,
    load_at_rpe_kg,
    maximum_at_rpe_kg,
    openpowerlifting,
    reserve_of_rpe,
    rts,
)

CHART = """
10   100  95.5 92.2 89.2 86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0
9.5  97.8 93.9 90.7 87.8 85.0 82.4 79.9 77.4 75.1 72.3 69.4 66.7
9    95.5 92.2 89.2 86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0 65.3
8.5  93.9 90.7 87.8 85.0 82.4 79.9 77.4 75.1 72.3 69.4 66.7 64.0
8    92.2 89.2 86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0 65.3 62.6
7.5  90.7 87.8 85.0 82.4 79.9 77.4 75.1 72.3 69.4 66.7 64.0 61.3
7    89.2 86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0 65.3 62.6 59.9
6.5  87.8 85.0 82.4 79.9 77.4 75.1 72.3 69.4 66.7 64.0 61.3 58.6
6    86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0 65.3 62.6 59.9 57.2
"""
ROWS = [[float(cell) for cell in row.split()] for row in CHART.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"RPE {row[0]:g}")
def test_the_chart_cell_by_cell(row: list[float]) -> None:
    rpe, *percents = row
    found = [round(100 * rts(repetitions, rpe), 6) for repetitions in range(1, 13)]
    assert found == percents


@given(repetitions=st.integers(2, 12), half_steps=st.integers(2, 8))
def test_one_more_done_is_one_less_in_reserve(repetitions: int, half_steps: int) -> None:
    rpe = 6 + half_steps / 2
    for table in RPE_TABLES.values():
        assert table(repetitions, rpe) == table(repetitions - 1, rpe - 1)


MAXIMA = [
    (100, 5, 8, 123.305),
    (140, 1, 8, 151.844),
    (100, 3, 9, 112.108),
    (80, 8, 7.5, 110.650),
    (60, 12, 10, 88.235),
    (60, 10, 9, 84.866),
    (100, 10, 6, 159.744),
]


@pytest.mark.parametrize(("load_kg", "repetitions", "rpe", "maximum_kg"), MAXIMA)
def test_maximum_by_the_chart(
    load_kg: float, repetitions: int, rpe: float, maximum_kg: float
) -> None:
    found = maximum_at_rpe_kg(load_kg, repetitions, rpe)
    assert found == pytest.approx(maximum_kg, abs=5e-4)


LOADS = [(5, 8, 113.54), (3, 9, 124.88), (8, 7.5, 101.22)]


@pytest.mark.parametrize(("repetitions", "rpe", "load_kg"), LOADS)
def test_load_by_the_chart_from_a_maximum_of_140(
    repetitions: int, rpe: float, load_kg: float
) -> None:
    assert load_at_rpe_kg(140, repetitions, rpe) == pytest.approx(load_kg, abs=0.0051)


SMOOTH = [
    (5, 8, 81.241),
    (3, 9, 89.168),
    (8, 7.5, 71.992),
    (1, 9.5, 97.750),
    (12, 10, 68.028),
    (1, 10, 100.0),
    *[(k + 1, 10, percent) for k, percent in enumerate([95.707, 92.143], 1)],
]


@pytest.mark.parametrize(("repetitions", "rpe", "percent"), SMOOTH)
def test_the_smooth_curve(repetitions: int, rpe: float, percent: float) -> None:
    assert 100 * openpowerlifting(repetitions, rpe) == pytest.approx(percent, abs=5e-4)


@given(
    name=st.sampled_from(sorted(RPE_TABLES)),
    maximum_kg=st.floats(1, 500),
    repetitions=st.integers(1, 11),
    half_steps=st.integers(0, 8),
)
def test_round_trip_and_fewer_are_done_heavier(
    name: str, maximum_kg: float, repetitions: int, half_steps: int
) -> None:
    rpe = 6 + half_steps / 2
    load_kg = load_at_rpe_kg(maximum_kg, repetitions, rpe, name)
    assert maximum_at_rpe_kg(load_kg, repetitions, rpe, name) == pytest.approx(maximum_kg)
    assert load_kg > load_at_rpe_kg(maximum_kg, repetitions + 1, rpe, name)


SCALE = [(10, 0), (9.5, 0.5), (9, 1), (8.5, 1.5), (8, 2), (7.5, 2.5), (7, 3), (6, 4), (5, 5)]


@pytest.mark.parametrize(("rpe", "reserve"), SCALE)
def test_the_scale(rpe: float, reserve: float) -> None:
    assert reserve_of_rpe(rpe) == reserve


@pytest.mark.parametrize("rpe", [4.5, 0, 10.5, -1, math.nan, math.inf])
def test_no_reserve_outside_the_scale(rpe: float) -> None:
    with pytest.raises(ValueError, match="rpe"):
        reserve_of_rpe(rpe)


@pytest.mark.parametrize("name", RPE_TABLES)
@pytest.mark.parametrize(
    ("repetitions", "rpe", "named"),
    [
        (0, 8, "repetitions"),
        (5, 5.5, "rpe"),
        (5, 11, "rpe"),
        (5, math.nan, "rpe"),
        (17, 10, "16 repetitions"),
        (16, 9.5, "16 repetitions"),
        (13, 6, "16 repetitions"),
    ],
)
def test_no_cell_outside_the_charts(name: str, repetitions: int, rpe: float, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        RPE_TABLES[name](repetitions, rpe)


def test_the_last_cells() -> None:
    assert rts(16, 10) == 0.572
    assert rts(15, 9.5) == 0.586
    assert openpowerlifting(16, 10) == pytest.approx(0.5746, abs=5e-5)


def test_quarter_steps_are_for_the_smooth_curve_only() -> None:
    assert rts(5, 8) > openpowerlifting(5, 7.75) > rts(5, 7.5)
    with pytest.raises(ValueError, match="half steps"):
        rts(5, 7.75)


@pytest.mark.parametrize("mass_kg", [0, -5, math.nan, math.inf])
def test_no_load_and_no_maximum_of_what_is_none(mass_kg: float) -> None:
    with pytest.raises(ValueError, match="maximum_kg"):
        load_at_rpe_kg(mass_kg, 5, 8)
    with pytest.raises(ValueError, match="load_kg"):
        maximum_at_rpe_kg(mass_kg, 5, 8)


def test_every_chart_has_its_source() -> None:
    assert TABLE_SOURCES.keys() == RPE_TABLES.keys()
    assert set(TABLE_SOURCES.values()) <= catalogue().sources.keys()
