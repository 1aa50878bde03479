"""What told equipment makes, and what to put on for a load: text in, text out."""

import math
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.equipment.bands import Bands
from app.engine.equipment.fixed_loads import FixedLoads
from app.engine.equipment.inventory import BodyOnly, Inventory, Loading, loading_of, loads_of
from app.engine.equipment.pieces import Piece, PieceKind
from app.engine.equipment.plates import Plate, Plates
from app.engine.equipment.rounding import CannotBeLoaded
from app.engine.equipment.stack import AddOn, Stack, regular_pins
from app.engine.units import to_kg
from tests.engine.equipment.inventories import inventory_of, loading_text

MAKES = """
kg 20 4 14 4                                          | 4 14 20
kg 8 12 16 24                                         | 8 12 16 24
lb 5 7.5 10                                           | 5 7.5 10
kg pins 7 12 17 22                                    | 7 12 17 22
kg pins 22 7 12 17 12                                 | 7 12 17 22
kg pins 0 5 10                                        | 0 5 10
kg pins 7 12 add 2.5                                  | 7 9.5 12 14.5
kg pins 7 12 add 1.25 2.5                             | 7 8.25 9.5 10.75 12 13.25 14.5 15.75
kg pins 5 10 add 2.5x2                                | 5 7.5 10 12.5 15
lb pins 10 20 add 5                                   | 10 15 20 25
kg assisting pins 10 5                                | -10 -5 0
kg assisting pins 5 10 add 2.5                        | -12.5 -10 -7.5 -5 0
kg plates 10x2 5x2 on 20                              | 20 30 40 50
kg plates 10x2 5x2 on 20 + 5                          | 25 35 45 55
kg plates 10x2 5x2 on 20 to 45                        | 20 30 40
kg plates 10x2 5x2 on 20, one side                    | 20 25 30 35 40 45 50
kg plates 10x3 5x1 on 20                              | 20 40
kg plates 10x0 on 20                                  | 20
kg plates on 20                                       | 20
kg plates 20 10 on 20 to 100                          | 20 40 60 80 100
kg plates 20x2 on 0                                   | 0 40
lb plates 45x2 2.5x2 on 45                            | 45 50 135 140
lb plates 45x2 on 20kg                                | 44.092452 134.092452
lb plates 45x2 on 20kg + 5                            | 55.115566 145.115566
kg plates 20x2 45lbx2 on 20                           | 20 60 60.823313 100.823313
kg plates 0.25x2 0.5x2 on 20                          | 20 20.5 21 21.5
kg plates 20x2 44.08lbx2 on 20                        | 20 59.988703 99.988703
"""


@pytest.mark.parametrize("line", MAKES.strip().splitlines())
def test_loads(line: str) -> None:
    told, loads = (cell.strip() for cell in line.split("|"))
    made = loads_of(inventory_of(told))
    assert made is not None
    assert made.unit == told[:2]
    assert " ".join(f"{load:.10g}" for load in made.loads) == loads


LOADINGS = """
kg 4 6 8                              | 6    | 6
kg 4 6 8                              | 6.04 | 6
kg 4 6 8                              | 7    | not: 6 or 8
kg 4 6 8                              | 9    | not: 8
kg 4 6 8                              | 3    | not: 4
lb 45 50                              | 50   | 50
kg pins 7 12 17                       | 12   | pin 12
kg pins 7 12 17                       | 14.5 | not: 12 or 17
kg pins 7 12 17 add 1.25 2.5          | 15.75 | pin 12 add 2.5 add 1.25
kg pins 5 10 add 2.5x2                | 10   | pin 10
kg pins 5 10 add 2.5x2                | 15   | pin 10 add 2.5x2
kg pins 5 10 add 2.5x2 5              | 15   | pin 10 add 5
kg assisting pins 5 10                | -10  | pin 10
kg assisting pins 5 10                | 0    |
kg assisting pins 5 10                | -7   | not: -10 or -5
kg assisting pins 5 10 add 2.5        | -7.5 | pin 5 add 2.5
kg plates 20 10 5 2.5 1.25 on 20 to 200 | 20     | each side
kg plates 20 10 5 2.5 1.25 on 20 to 200 | 62.5   | 20 1.25 each side
kg plates 20 10 5 2.5 1.25 on 20 to 200 | 142.5  | 20x3 1.25 each side
kg plates 20 10 5 2.5 1.25 on 20 to 200 | 61     | not: 60 or 62.5
kg plates 20 10 5 2.5 1.25 on 20 to 200 | 201    | not: 200
kg plates 15 10 1.25 on 20 to 200     | 60   | 10x2 each side
kg plates 25x2 15 10 on 20 to 200     | 120  | 25 15 10 each side
kg plates 25 20 15 10 5 on 20 to 200  | 90   | 25 10 each side
kg plates 25 20 15 on 20 to 200       | 90   | 20 15 each side
kg plates 20x2 10x4 5x2 on 20         | 80   | 20 10 each side
kg plates 10x4 5x2 on 20              | 70   | 10x2 5 each side
kg plates 10x2 4x8 on 20              | 52   | 4x4 each side
kg plates 10 5 2.5 on 0, one side to 50 | 17.5 | 10 5 2.5
lb plates 45 25 10 5 2.5 on 45 to 400 | 135  | 45 each side
lb plates 45 25 10 5 2.5 on 45 to 400 | 185  | 45 25 each side
lb plates 45 25 on 20kg to 400        | 135  | not: 134.092 or 144.092
lb plates 45 25 on 20kg to 400        | 134.1 | 45 each side
"""


@pytest.mark.parametrize("line", LOADINGS.strip().splitlines())
def test_loading(line: str) -> None:
    told, load, loading = (cell.strip() for cell in line.split("|"))
    inventory = inventory_of(told)
    made = loading_of(inventory, to_kg(float(load), inventory.unit))
    assert loading_text(made, inventory.unit) == loading


def test_a_loading_names_its_pieces_and_what_remains() -> None:
    gym = inventory_of("kg plates 20 10 1.25 on 20 to 200")
    assert loading_of(gym, 62.515625) == Loading(
        load_kg=62.5,
        remainder_kg=0.015625,
        pieces=(Piece(PieceKind.PLATE, 20, "kg", 1), Piece(PieceKind.PLATE, 1.25, "kg", 1)),
        sides=2,
    )


def test_a_bar_of_20_kg_is_not_one_of_45_lb() -> None:
    assert loading_of(inventory_of("kg plates 10x2 on 20"), to_kg(45, "lb")) == CannotBeLoaded(
        to_kg(45, "lb"), 20.0, 40.0
    )
    assert loads_of(inventory_of("lb plates 45x2 on 20kg")) != loads_of(
        inventory_of("lb plates 45x2 on 45")
    )


@pytest.mark.parametrize("told", [BodyOnly(), Bands(("red", "blue"))])
@pytest.mark.parametrize("load_kg", [0.0, 10.0])
def test_where_nothing_is_told_in_kilograms_nothing_is_loaded(
    told: Inventory, load_kg: float
) -> None:
    assert loads_of(told) is None
    assert loading_of(told, load_kg) == CannotBeLoaded(load_kg, None, None)


@pytest.mark.parametrize("load_kg", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("told", [BodyOnly(), FixedLoads("kg", (4, 6))])
def test_a_load_that_is_no_number_is_refused(told: Inventory, load_kg: float) -> None:
    with pytest.raises(ValueError, match="load_kg: "):
        loading_of(told, load_kg)


REFUSED: list[tuple[type, dict[str, Any], str]] = [
    (Plate, {"mass": 0}, "plates.mass: 0 is not"),
    (Plate, {"mass": -5}, "plates.mass: -5 is not"),
    (Plate, {"mass": math.nan}, "plates.mass: nan is not"),
    (Plate, {"mass": 1e300}, r"plates.mass: 1e\+300 is not"),
    (Plate, {"mass": 5, "count": -2}, "plates.count: -2 is"),
    (Plates, {"bar": -20}, "bar: -20 is not"),
    (Plates, {"bar": math.inf}, "bar: inf is not"),
    (Plates, {"collars": -1}, "collars: -1 is not"),
    (Plates, {"sides": 3}, "sides: 3 is neither"),
    (Plates, {"plates": (Plate(5),)}, "maximum: needed"),
    (Plates, {"maximum": math.nan}, "maximum: nan is not"),
    (Plates, {"maximum": 24.9, "collars": 5}, "maximum: is below"),
    (Plates, {"plates": (Plate(5, 2), Plate(5.0, 4))}, "plates: 5 kg is listed twice"),
    (Plates, {"plates": (Plate(5, 2, "kg"), Plate(5, 4))}, "plates: 5 kg is listed twice"),
    (Plates, {"plates": (Plate(5, 2),) * 31}, "plates: more than 30 kinds"),
    (Plates, {"plates": (Plate(0.01),), "maximum": 999}, "plates: more than 10,000 different"),
    (Plates, {"plates": (Plate(0.5, 10**12),)}, "plates: more than 10,000 different"),
    (FixedLoads, {"loads": ()}, "loads: from one to 10,000"),
    (FixedLoads, {"loads": (4,) * 10_001}, "loads: from one to 10,000"),
    (FixedLoads, {"loads": (4, 0)}, "loads: 0 is not"),
    (FixedLoads, {"loads": (4, -6)}, "loads: -6 is not"),
    (FixedLoads, {"loads": (4, math.nan)}, "loads: nan is not"),
    (AddOn, {"mass": 0}, "add_ons.mass: 0 is not"),
    (AddOn, {"mass": 2.5, "count": -1}, "add_ons.count: -1 is"),
    (Stack, {"pins": ()}, "pins: from one to 10,000"),
    (Stack, {"pins": (5, -10)}, "pins: -10 is not"),
    (Stack, {"pins": (5, math.inf)}, "pins: inf is not"),
    (Stack, {"pins": (5, 10), "add_ons": (AddOn(1, 5_001),)}, "add_ons: with the pins"),
    (Stack, {"pins": (5, 10), "add_ons": (AddOn(1, 10**12),)}, "add_ons: more than 10,000"),
]
WHOLE: dict[type, dict[str, Any]] = {
    Plate: {},
    AddOn: {},
    Plates: {"unit": "kg", "plates": (), "bar": 20},
    FixedLoads: {"unit": "kg"},
    Stack: {"unit": "kg"},
}


@pytest.mark.parametrize(("told", "wrong", "message"), REFUSED)
def test_what_cannot_be_is_refused_by_field(
    told: type, wrong: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        told(**{**WHOLE[told], **wrong})


def test_pins_in_equal_steps() -> None:
    assert regular_pins(7, 5, 4) == (7, 12, 17, 22)
    assert regular_pins(0, 0.1, 4) == (0, 0.1, 0.2, 0.3)


@pytest.mark.parametrize(
    ("first", "step", "count", "message"),
    [
        (-1, 5, 10, "first: -1"),
        (math.nan, 5, 10, "first: nan"),
        (5, 0, 10, "step: 0"),
        (5, 5, 0, "count: 0"),
        (5, 5, 10**9, "count: 1000000000"),
    ],
)
def test_pins_that_make_no_stack_are_refused(
    first: float, step: float, count: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        regular_pins(first, step, count)


MASSES = [1.25, 2.5, 5.0, 10.0, 15.0, 20.0, 25.0]
OWNED = st.dictionaries(st.sampled_from(MASSES), st.integers(0, 7), max_size=4)


def ways(plates: Plates) -> dict[float, int]:
    """Fewest plates on a side by load, by trying all of them."""
    masses = [plate.mass for plate in plates.plates]
    numbers = [range((plate.count or 0) // plates.sides + 1) for plate in plates.plates]
    fewest: dict[float, int] = {}
    for counts in product(*numbers):
        side = sum(mass * count for mass, count in zip(masses, counts, strict=True))
        load = plates.bar + plates.sides * side
        if plates.maximum is None or load <= plates.maximum:
            fewest[load] = min(fewest.get(load, 99), sum(counts))
    return fewest


@given(OWNED, st.sampled_from([1, 2]), st.sampled_from([None, 60.0, 101.25]))
def test_plates_make_every_load_that_they_can_from_the_fewest(
    owned: dict[float, int], sides: Any, maximum: float | None
) -> None:
    kinds = tuple(Plate(mass, count) for mass, count in owned.items())
    plates = Plates("kg", kinds, 20, sides, maximum=maximum)
    fewest = ways(plates)
    made = loads_of(plates)
    assert made is not None
    assert made.loads == tuple(sorted(fewest))
    for load_kg, count in fewest.items():
        loading = loading_of(plates, load_kg)
        assert isinstance(loading, Loading)
        assert loading.remainder_kg == 0.0
        assert sum(piece.count for piece in loading.pieces) == count
        masses = [piece.mass for piece in loading.pieces]
        assert masses == sorted(masses, reverse=True)
        side = sum(piece.mass * piece.count for piece in loading.pieces)
        assert 20 + sides * side == load_kg
        assert all(piece.count * sides <= owned[piece.mass] for piece in loading.pieces)


@given(OWNED, st.sampled_from([10.0, 20.0]), st.sampled_from(["kg", "lb"]))
def test_plenty_is_as_many_as_fit(owned: dict[float, int], bar: float, unit: Any) -> None:
    plenty = tuple(Plate(mass) for mass in owned)
    enough = tuple(Plate(mass, 2 * math.ceil(80 / mass)) for mass in owned)
    told = (Plates(unit, kinds, bar, maximum=100) for kinds in (plenty, enough))
    assert len({loads_of(each) for each in told}) == 1


@given(
    st.lists(st.integers(0, 80).map(lambda half: half / 2), min_size=1, max_size=20),
    st.lists(st.tuples(st.sampled_from([1.25, 2.5, 5.0]), st.integers(0, 2)), max_size=3),
    st.booleans(),
)
def test_a_stack_makes_every_pin_with_any_add_ons(
    pins: list[float], added: list[tuple[float, int]], assists: bool
) -> None:
    stack = Stack("kg", tuple(pins), tuple(AddOn(*each) for each in added), assists)
    made = loads_of(stack)
    assert made is not None
    more = {
        sum(mass * n for (mass, _), n in zip(added, counts, strict=True))
        for counts in product(*(range(count + 1) for _, count in added))
    }
    sums = {pin + each for pin in pins for each in more}
    assert set(made.loads) == ({-each for each in sums} | {0.0} if assists else sums)
    for load in made.loads:
        loading = loading_of(stack, load)
        assert isinstance(loading, Loading)
        assert sum(piece.mass * piece.count for piece in loading.pieces) == abs(load)
