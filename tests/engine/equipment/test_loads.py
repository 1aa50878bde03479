"""Which load is meant on bars, stacks and dumbbells, in their own unit."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.loads import (
    Loadable,
    Loads,
    ceiling,
    floor,
    heaviest_kg,
    lightest_kg,
    nearest,
    next_above,
    next_below,
    step_kg,
)
from app.engine.equipment.same_load import same_load
from app.engine.units import from_kg, to_kg

KG_BAR = LoadGrid("kg", 2.5, 20)
LB_BAR = LoadGrid("lb", 5, 45)
STACK = LoadGrid("kg", 5, 5, 22)
ASSISTANCE = LoadGrid("kg", 5, -40, 0)

DUMBBELLS = LoadList("kg", (4, 6, 8, 10, 12, 14, 20))
ODD_STACK = LoadList("kg", (7, 9.5, 12, 14.5, 17, 19.5, 22))
LB_PLATES = LoadList("lb", (45, 55, 65, 95, 135, 155))
KETTLEBELL = LoadList("kg", (16,))
PLATFORM = LoadList("kg", (-45, -30, -20, -10, 0))
FINE = LoadList("kg", (60, 60.06, 60.12, 60.5))

Rounding = Callable[[Loads, float], Loadable | None]

TABLE: list[tuple[Loads, float, list[float | None]]] = [
    # loads, wanted in their unit, then nearest, floor, ceiling, next above, next below
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
    (DUMBBELLS, 12, [12, 12, 12, 14, 10]),
    (DUMBBELLS, 11, [10, 10, 12, 12, 10]),
    (DUMBBELLS, 14, [14, 14, 14, 20, 12]),
    (DUMBBELLS, 17, [14, 14, 20, 20, 14]),
    (DUMBBELLS, 17.01, [20, 14, 20, 20, 14]),
    (DUMBBELLS, 20.04, [20, 20, 20, None, 14]),
    (DUMBBELLS, 19.96, [20, 20, 20, None, 14]),
    (DUMBBELLS, 23, [20, 20, None, None, 20]),
    (DUMBBELLS, 23.01, [None, 20, None, None, 20]),
    (DUMBBELLS, 3, [4, None, 4, 4, None]),
    (DUMBBELLS, 2.99, [None, None, 4, 4, None]),
    (DUMBBELLS, 0, [None, None, 4, 4, None]),
    (ODD_STACK, 10, [9.5, 9.5, 12, 12, 9.5]),
    (LB_PLATES, 135, [135, 135, 135, 155, 95]),
    (LB_PLATES, 115, [95, 95, 135, 135, 95]),
    (LB_PLATES, 166, [None, 155, None, None, 155]),
    (KETTLEBELL, 16, [16, 16, 16, None, None]),
    (KETTLEBELL, 16.04, [16, 16, 16, None, None]),
    (KETTLEBELL, 17, [None, 16, None, None, 16]),
    (KETTLEBELL, 15, [None, None, 16, 16, None]),
    (PLATFORM, -22, [-20, -30, -20, -20, -30]),
    (PLATFORM, -25, [-30, -30, -20, -20, -30]),
    (PLATFORM, 0, [0, 0, 0, None, -10]),
    (FINE, 60.01, [60, 60, 60, 60.06, None]),
    (FINE, 60.03, [60, 60, 60.06, 60.06, 60]),
    (FINE, 60.05, [60.06, 60.06, 60.06, 60.12, 60]),
]
ROUNDINGS: list[Rounding] = [nearest, floor, ceiling, next_above, next_below]


@pytest.mark.parametrize(("loads", "wanted", "made"), TABLE)
def test_roundings(loads: Loads, wanted: float, made: list[float | None]) -> None:
    wanted_kg = to_kg(wanted, loads.unit)
    results = [rounding(loads, wanted_kg) for rounding in ROUNDINGS]
    assert [load and from_kg(load.load_kg, loads.unit) for load in results] == made
    for load in results:
        assert load is None or math.isclose(load.load_kg, wanted_kg + load.rounding_kg)


@pytest.mark.parametrize("logged_kg", [61.234969, 61.235, 61.24, 61.2, 61.23])
def test_135_lb_is_135_lb_however_it_was_logged(logged_kg: float) -> None:
    above = next_above(LB_BAR, logged_kg)
    assert above is not None
    assert from_kg(above.load_kg, "lb") == 140


ENDS: list[tuple[Loads, float, float | None]] = [
    (LB_BAR, 45, None),
    (STACK, 5, 20),
    (ASSISTANCE, -40, 0),
    (DUMBBELLS, 4, 20),
    (LB_PLATES, 45, 155),
    (KETTLEBELL, 16, 16),
]


@pytest.mark.parametrize(("loads", "lightest", "heaviest"), ENDS)
def test_ends(loads: Loads, lightest: float, heaviest: float | None) -> None:
    assert from_kg(lightest_kg(loads), loads.unit) == lightest
    end_kg = heaviest_kg(loads)
    assert (end_kg and from_kg(end_kg, loads.unit)) == heaviest


STEPS: list[tuple[Loads, float, float, float]] = [
    # loads, a load, the gap to the next one up, to the next one down
    (KG_BAR, 60, 2.5, 2.5),
    (KG_BAR, 61, 2.5, 2.5),
    (DUMBBELLS, 12, 2, 2),
    (DUMBBELLS, 14, 6, 2),
    (DUMBBELLS, 16, 4, 2),
    (DUMBBELLS, 20, 6, 6),
    (DUMBBELLS, 30, 6, 6),
    (DUMBBELLS, 4, 2, 2),
    (DUMBBELLS, 1, 2, 2),
    (LB_PLATES, 95, 40, 30),
    (KETTLEBELL, 16, 0, 0),
    (KETTLEBELL, 30, 0, 0),
    (PLATFORM, -20, 10, 10),
    (PLATFORM, -30, 10, 15),
]


@pytest.mark.parametrize(("loads", "load", "up", "down"), STEPS)
def test_the_step_is_the_gap_where_one_is(
    loads: Loads, load: float, up: float, down: float
) -> None:
    load_kg = to_kg(load, loads.unit)
    assert from_kg(step_kg(loads, load_kg), loads.unit) == up
    assert from_kg(loads.gap_below_kg(load_kg), loads.unit) == down


@pytest.mark.parametrize(
    ("loads", "least_kg"), [(KG_BAR, 0.625), (LB_BAR, to_kg(1.25, "lb")), (DUMBBELLS, 0.05)]
)
def test_a_crumb_is_no_load(loads: Loads, least_kg: float) -> None:
    assert loads.least_kg == least_kg


@pytest.mark.parametrize(
    ("step", "minimum", "maximum"),
    [
        (0, 20, None),
        (-1, 20, None),
        (2.5, 20, 10),
        (2.5, math.nan, None),
        (math.inf, 20, None),
        (2.5, 20, math.nan),
        (2.5, 20, math.inf),
    ],
)
def test_a_grid_that_makes_nothing_is_refused(
    step: float, minimum: float, maximum: float | None
) -> None:
    with pytest.raises(ValueError, match="a load grid"):
        LoadGrid("kg", step, minimum, maximum)


@pytest.mark.parametrize(
    "loads",
    [(), (math.nan,), (math.inf,), (5, math.nan, 10), (10, 5), (5, 5), (5, 5.04), (-5, -5.01)],
)
def test_a_list_that_makes_nothing_or_does_not_rise_is_refused(loads: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="loads: "):
        LoadList("kg", loads)


@pytest.mark.parametrize(
    ("any_loads", "in_order"),
    [
        ((20, 4, 14, 4), (4, 14, 20)),
        ((5, 5.04, 5.08, 5.2), (5, 5.08, 5.2)),
        ((0.0, -10, -5), (-10, -5, 0)),
    ],
)
def test_a_list_is_made_of_any_loads(
    any_loads: tuple[float, ...], in_order: tuple[float, ...]
) -> None:
    assert load_list("kg", any_loads).loads == in_order


@pytest.mark.parametrize("loads", [(), (math.nan,), (5, math.inf), (math.nan, 5)])
def test_a_list_is_not_made_of_nothing_nor_of_what_is_no_number(loads: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="loads: "):
        load_list("kg", loads)


GRIDS = st.builds(
    LoadGrid,
    unit=st.sampled_from(["kg", "lb"]),
    step=st.sampled_from([0.25, 0.5, 1.0, 1.25, 2.0, 2.5, 5.0, 10.0]),
    minimum=st.sampled_from([-60.0, 0.0, 2.0, 5.0, 20.0, 45.0]),
    maximum=st.sampled_from([None, 60.0, 101.0]),
)


LISTS = st.builds(
    load_list,
    unit=st.sampled_from(["kg", "lb"]),
    loads=st.lists(st.integers(-400, 1600).map(lambda quarter: quarter / 4), min_size=1),
)


@given(GRIDS, st.floats(-100, 400))
def test_what_is_made_is_on_the_grid_and_on_the_right_side(grid: LoadGrid, load_kg: float) -> None:
    for rounding in ROUNDINGS:
        made = rounding(grid, load_kg)
        if made is not None:
            steps = (from_kg(made.load_kg, grid.unit) - grid.minimum) / grid.step
            assert steps == pytest.approx(round(steps), abs=1e-4)
            assert steps >= 0


@given(GRIDS | LISTS, st.floats(-100, 400))
def test_above_is_above_and_below_is_below(loads: Loads, load_kg: float) -> None:
    above, below = next_above(loads, load_kg), next_below(loads, load_kg)
    assert above is None or above.load_kg > load_kg
    assert below is None or below.load_kg < load_kg


@given(GRIDS | LISTS, st.floats(-100, 400))
def test_up_and_down_again_is_the_same_load(loads: Loads, load_kg: float) -> None:
    made = nearest(loads, load_kg)
    above = None if made is None else next_above(loads, made.load_kg)
    if made is not None and above is not None:
        back = next_below(loads, above.load_kg)
        assert back is not None
        assert back.load_kg == made.load_kg


@given(LISTS, st.floats(-100, 400))
def test_a_list_is_searched_as_one_reads_it(loads: LoadList, load_kg: float) -> None:
    all_kg = [to_kg(each, loads.unit) for each in loads.loads]
    near_kg = min(all_kg, key=lambda each: (round(abs(each - load_kg), 6), each))
    if not same_load(near_kg, load_kg):
        heavier, lighter = bisect_left(all_kg, load_kg), bisect_right(all_kg, load_kg) - 1
        up, down = ceiling(loads, load_kg), floor(loads, load_kg)
        assert up == next_above(loads, load_kg)
        assert down == next_below(loads, load_kg)
        assert (up and up.load_kg) == (all_kg[heavier] if heavier < len(all_kg) else None)
        assert (down and down.load_kg) == (all_kg[lighter] if lighter >= 0 else None)
    made = nearest(loads, load_kg)
    if all_kg[0] <= load_kg <= all_kg[-1]:
        assert made is not None
        assert made.load_kg == near_kg


@given(
    st.sampled_from([0.5, 1.0, 1.25, 2.0, 2.5, 5.0]),
    st.sampled_from([-60.0, 0.0, 2.0, 7.0, 20.0]),
    st.integers(1, 60),
    st.floats(-100, 400),
)
def test_a_grid_and_the_list_of_its_loads_are_one(
    step: float, minimum: float, steps: int, load_kg: float
) -> None:
    grid = LoadGrid("kg", step, minimum, minimum + steps * step)
    told = LoadList("kg", tuple(minimum + rung * step for rung in range(steps + 1)))
    for rounding in ROUNDINGS:
        assert rounding(grid, load_kg) == rounding(told, load_kg)


@given(GRIDS | LISTS, st.floats(-100, 400), st.floats(0, 10))
def test_rounding_never_turns_loads_around(loads: Loads, load_kg: float, more_kg: float) -> None:
    for rounding in ROUNDINGS:
        lighter, heavier = rounding(loads, load_kg), rounding(loads, load_kg + more_kg)
        assert lighter is None or heavier is None or lighter.load_kg <= heavier.load_kg
