"""The loadable load whose chance is nearest to the one wanted."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.equipment.chance import ChosenLoad, NoneBetween, nearest_to_chance
from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.loads import Loads

BAR = LoadGrid("kg", 2.5, 20)
DUMBBELLS = LoadList("kg", (4, 6, 8, 10, 12, 14, 20))


@dataclass
class Lifter:
    """Chances that fall by a hundredth a kilogram around `even_kg`, counting what is asked."""

    even_kg: float
    calls: int = 0
    asked: list[float] = field(default_factory=list)

    def __call__(self, loads_kg: tuple[float, ...]) -> list[float]:
        self.calls += 1
        self.asked += loads_kg
        return [chance_at(each, self.even_kg) for each in loads_kg]


def chance_at(load_kg: float, even_kg: float) -> float:
    return min(1.0, max(0.0, 0.5 + (even_kg - load_kg) / 100))


TABLE: list[tuple[Loads, float, float, tuple[float, float], float]] = [
    # loads, even at, wanted, bounds, chosen
    (BAR, 60, 0.5, (20, 100), 60),
    (BAR, 61, 0.5, (20, 100), 60),
    (BAR, 62, 0.5, (20, 100), 62.5),
    (BAR, 61.25, 0.5, (20, 100), 60),
    (BAR, 60, 0.7, (20, 100), 40),
    (BAR, 60, 0.5, (20, 50), 50),
    (BAR, 60, 0.5, (70, 100), 70),
    (BAR, 60, 1.0, (0, 100), 20),
    (BAR, 100, 1.0, (0, 200), 20),
    (BAR, 100, 1.0, (45, 200), 45),
    (BAR, 200, 1.0, (0, 400), 20),
    (BAR, 200, 1.0, (0, 140), 20),
    (BAR, 60, 0.0, (20, 300), 110),
    (BAR, 60, 0.5, (60, 60), 60),
    (BAR, 60, 0.5, (60.03, 60.03), 60),
    (DUMBBELLS, 17, 0.5, (4, 20), 14),
    (DUMBBELLS, 17.5, 0.5, (4, 20), 20),
    (DUMBBELLS, 17.5, 0.5, (4, 19), 14),
]


@pytest.mark.parametrize(("loads", "even_kg", "wanted", "bounds", "chosen"), TABLE)
def test_choice(
    loads: Loads, even_kg: float, wanted: float, bounds: tuple[float, float], chosen: float
) -> None:
    made = nearest_to_chance(loads, Lifter(even_kg), wanted, *bounds)
    assert made == ChosenLoad(chosen, chance_at(chosen, even_kg))


@pytest.mark.parametrize(
    ("loads", "bounds", "ends"),
    [
        (BAR, (60.5, 62), (60, 62.5)),
        (BAR, (5, 19), (None, 20)),
        (DUMBBELLS, (21, 30), (20, None)),
        (DUMBBELLS, (15, 19), (14, 20)),
    ],
)
def test_where_nothing_can_be_loaded_it_says_so(
    loads: Loads, bounds: tuple[float, float], ends: tuple[float | None, float | None]
) -> None:
    lifter = Lifter(60)
    assert nearest_to_chance(loads, lifter, 0.5, *bounds) == NoneBetween(*bounds, *ends)
    assert lifter.calls == 0


@pytest.mark.parametrize("wanted", [-0.1, 1.1, math.nan])
def test_a_chance_that_is_none_is_refused(wanted: float) -> None:
    with pytest.raises(ValueError, match="wanted: "):
        nearest_to_chance(BAR, Lifter(60), wanted, 20, 100)


@pytest.mark.parametrize(
    "bounds", [(100, 20), (math.nan, 20), (20, math.nan), (20, math.inf), (-math.inf, 20)]
)
def test_bounds_that_are_none_are_refused(bounds: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="low_kg, high_kg: "):
        nearest_to_chance(BAR, Lifter(60), 0.5, *bounds)


def test_as_many_chances_as_loads_are_needed() -> None:
    def short(loads_kg: tuple[float, ...]) -> Sequence[float]:
        return [0.5] * (len(loads_kg) - 1)

    with pytest.raises(ValueError, match="shorter"):
        nearest_to_chance(BAR, short, 0.5, 20, 100)


@pytest.mark.parametrize("high_kg", [100, 400])
def test_chances_that_are_no_numbers_are_refused(high_kg: float) -> None:
    with pytest.raises(ValueError, match="chances: "):
        nearest_to_chance(BAR, lambda loads_kg: [math.nan] * len(loads_kg), 0.5, 20, high_kg)


@given(st.floats(0, 1), st.integers(0, 2**32))
def test_chances_in_no_order_still_give_a_load(wanted: float, seed: int) -> None:
    """A model's noise must neither stop the search nor leave the bounds."""
    noise = random.Random(seed)
    made = nearest_to_chance(
        LoadGrid("kg", 0.5, 20),
        lambda loads_kg: [noise.random() for _ in loads_kg],
        wanted,
        30,
        300,
    )
    assert isinstance(made, ChosenLoad)
    assert 30 <= made.load_kg <= 300


@pytest.mark.parametrize(
    ("loads", "high_kg", "calls"),
    [
        (BAR, 177.5, 1),
        (BAR, 180, 3),
        (LoadGrid("kg", 0.01, 0), 2000, 5),
    ],
)
def test_few_calls(loads: Loads, high_kg: float, calls: int) -> None:
    lifter = Lifter(61)
    nearest_to_chance(loads, lifter, 0.5, 20, high_kg)
    assert lifter.calls <= calls
    assert len(lifter.asked) == len(set(lifter.asked)) <= 64 * calls


LOADS = st.one_of(
    st.sampled_from([BAR, LoadGrid("lb", 0.5, 5), LoadGrid("kg", 0.1, -60, 0)]),
    st.builds(
        load_list,
        st.sampled_from(["kg", "lb"]),
        st.lists(st.integers(-200, 800).map(lambda half: half / 2), min_size=1, max_size=300),
    ),
)


@given(
    LOADS,
    st.floats(-50, 150),
    st.integers(0, 10),
    st.integers(1, 40),
    st.floats(-100, 200),
    st.floats(0, 300),
)
def test_no_other_load_is_nearer_and_none_that_is_as_near_is_lighter(
    loads: Loads, even_kg: float, tenths: int, steps: int, low_kg: float, width_kg: float
) -> None:
    """Chances in stairs, so that there are plateaus and ties."""

    def chances(loads_kg: tuple[float, ...]) -> list[float]:
        return [math.ceil(chance_at(each, even_kg) * steps) / steps for each in loads_kg]

    wanted, high_kg = tenths / 10, low_kg + width_kg
    made = nearest_to_chance(loads, chances, wanted, low_kg, high_kg)
    first, last = loads.rung_at_or_above(low_kg), loads.rung_at_or_below(high_kg)
    every = [loads.rung_kg(rung) or 0.0 for rung in range(first, last + 1)]
    if isinstance(made, NoneBetween):
        assert every == []
    else:
        distance = {
            each: round(abs(chance - wanted), 12)
            for each, chance in zip(every, chances(tuple(every)), strict=True)
        }
        assert made.load_kg == min(every, key=lambda each: (distance[each], each))
        assert [made.chance] == chances((made.load_kg,))
