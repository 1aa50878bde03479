"""What bars, stacks and dumbbells can make, in their own unit."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.loads import (
    Loadable,
    ceiling,
    floor,
    lightest_kg,
    nearest,
    next_above,
    next_below,
)
from app.engine.units import from_kg, to_kg

KG_BAR = LoadGrid("kg", 2.5, 20)
LB_BAR = LoadGrid("lb", 5, 45)
STACK = LoadGrid("kg", 5, 5, 22)
ASSISTANCE = LoadGrid("kg", 5, -40, 0)

Rounding = Callable[[LoadGrid, float], Loadable | None]

TABLE: list[tuple[LoadGrid, float, list[float | None]]] = [
    # grid, wanted in its unit, then nearest, floor, ceiling, next above, next below
    (KG_BAR, 60, [60, 60, 60, 62.5, 57.5]),
    (KG_BAR, 61.2, [60, 60, 62.5, 62.5, 60]),
    (KG_BAR, 61.25, [60, 60, 62.5, 62.5, 60]),
    (KG_BAR, 61.3, [62.5, 60, 62.5, 62.5, 60]),
    (KG_BAR, 60.04, [60, 60, 60, 62.5, 57.5]),
    (KG_BAR, 20, [20, 20, 20, 22.5, None]),
    (KG_BAR, 19, [20, None, 20, 20, None]),
    (KG_BAR, 10, [None, None, 20, 20, None]),
    (LB_BAR, 135, [135, 135, 135, 140, 130]),
    (LB_BAR, 137.6, [140, 135, 140, 140, 135]),
    (STACK, 20, [20, 20, 20, None, 15]),
    (STACK, 21, [20, 20, None, None, 20]),
    (STACK, 60, [None, 20, None, None, 20]),
    (ASSISTANCE, -22, [-20, -25, -20, -20, -25]),
    (ASSISTANCE, 0, [0, 0, 0, None, -5]),
]
ROUNDINGS: list[Rounding] = [nearest, floor, ceiling, next_above, next_below]


@pytest.mark.parametrize(("grid", "wanted", "made"), TABLE)
def test_roundings(grid: LoadGrid, wanted: float, made: list[float | None]) -> None:
    wanted_kg = to_kg(wanted, grid.unit)
    loads = [rounding(grid, wanted_kg) for rounding in ROUNDINGS]
    assert [load and from_kg(load.load_kg, grid.unit) for load in loads] == made
    for load in loads:
        assert load is None or math.isclose(load.load_kg, wanted_kg + load.rounding_kg)


@pytest.mark.parametrize("logged_kg", [61.234969, 61.235, 61.24, 61.2, 61.23])
def test_135_lb_is_135_lb_however_it_was_logged(logged_kg: float) -> None:
    above = next_above(LB_BAR, logged_kg)
    assert above is not None
    assert from_kg(above.load_kg, "lb") == 140


def test_the_lightest_load() -> None:
    assert lightest_kg(LB_BAR) == pytest.approx(20.41165665)


@pytest.mark.parametrize(
    ("step", "minimum", "maximum"),
    [(0, 20, None), (-1, 20, None), (2.5, 20, 10), (2.5, math.nan, None)],
)
def test_a_grid_that_makes_nothing_is_refused(
    step: float, minimum: float, maximum: float | None
) -> None:
    with pytest.raises(ValueError, match="a load grid"):
        LoadGrid("kg", step, minimum, maximum)


GRIDS = st.builds(
    LoadGrid,
    unit=st.sampled_from(["kg", "lb"]),
    step=st.sampled_from([0.25, 0.5, 1.0, 1.25, 2.0, 2.5, 5.0, 10.0]),
    minimum=st.sampled_from([-60.0, 0.0, 2.0, 5.0, 20.0, 45.0]),
    maximum=st.sampled_from([None, 60.0, 101.0]),
)


@given(GRIDS, st.floats(-100, 400))
def test_what_is_made_is_on_the_grid_and_on_the_right_side(grid: LoadGrid, load_kg: float) -> None:
    for rounding in ROUNDINGS:
        made = rounding(grid, load_kg)
        if made is not None:
            steps = (from_kg(made.load_kg, grid.unit) - grid.minimum) / grid.step
            assert steps == pytest.approx(round(steps), abs=1e-4)
            assert steps >= 0
    above, below = next_above(grid, load_kg), next_below(grid, load_kg)
    assert above is None or above.load_kg > load_kg
    assert below is None or below.load_kg < load_kg
