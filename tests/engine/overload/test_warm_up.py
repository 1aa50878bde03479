"""The ramp before the working sets, text in, text out."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.equipment.grid import LoadGrid
from app.engine.equipment.load_list import LoadList, load_list
from app.engine.equipment.loads import Loads, lightest_kg, nearest
from app.engine.equipment.same_load import SAME_LOAD_TOLERANCE_KG
from app.engine.overload.warm_up import WarmUpSet, warm_up, warm_up_reason
from app.engine.units import from_kg, mass_text, mass_unit, to_kg
from tests.engine.progression.double.traces import loads_of_text

RAMPS = """
bar                   | kg 20+2.5             | 100x5   | 20x8 40x5 60x3 80x2
before singles        | kg 20+2.5             | 100x1   | 20x8 40x5 60x3 80x2 90x1
before triples        | kg 20+2.5             | 60x3    | 20x8 35x3 47.5x2 52.5x1
before fours          | kg 20+2.5             | 60x4    | 20x8 35x3 47.5x2
heavy                 | kg 20+2.5             | 220x5   | 20x8 87.5x5 132.5x3 175x2
four empty bars       | kg 20+2.5             | 80x5    | 20x8 32.5x5 47.5x3 65x2
two empty bars        | kg 20+2.5             | 40x5    | 20x8 25x3 32.5x2
light                 | kg 20+2.5             | 42.5x5  | 20x8 25x3 35x2
less than two bars    | kg 20+2.5             | 37.5x5  |
the empty bar         | kg 20+2.5             | 20x5    |
below the bar         | kg 20+2.5             | 15x5    |
pounds                | lb 45+5               | 225x5   | 45x8 90x5 135x3 180x2
few pound plates      | lb plates 45x4 on 45  | 225x5   | 45x8 135x3
dumbbells with gaps   | kg 4 6 8 10 12 14 20  | 20x8    | 4x8 8x5 12x3 14x2
light dumbbells       | kg 4 6 8 10 12 14 20  | 8x8     | 4x8 6x2
very light dumbbells  | kg 4 6 8 10 12 14 20  | 6x8     |
one kettlebell        | kg 16                 | 16x8    |
two kettlebells       | kg 16 32              | 32x8    | 16x8
a stack               | kg pins 7 12 17 22 27 32 37 42 | 42x8 | 7x8 17x5 27x3 32x2
plates only           | kg 0+2.5              | 100x8   | 40x5 60x3 80x2
a crumb               | kg 0+2.5              | 2.5x8   |
isolation             | kg 4 6 8 10 12 14 20  | 14x12   | 6x8
light isolation       | kg 4 6 8 10 12 14 20  | 6x12    |
isolation singles     | kg 20+2.5             | 60x2    | 30x8
pull-ups              | kg 0+2.5, body 76     | 0x8     |
pull-ups with 5 kg    | kg 0+2.5, body 76     | 5x8     |
pull-ups with 20 kg   | kg 0+2.5, body 76     | 20x5    | 0x3
pull-ups with 60 kg   | kg 0+2.5, body 76     | 60x3    | 5x5 32.5x3 45x1
with assistance       | kg -60+5 to 0, body 76 | -20x8  | -40x5 -30x3
with it to be had     | kg -60+5 to 0, body 76 | 0x8    | -30x5 -15x3
assistance told       | kg assisting pins 10 45, body 76 | -10x8 | -45x5
body not known        | kg -60+5 to 0, body unknown | -20x8 |
more help than body   | kg -90+5 to 0, body 76 | -80x8  |
"""


def ramp_of(line: str) -> tuple[str, str]:
    name, told, work, ramp = (cell.strip() for cell in line.split("|"))
    equipment, *body = told.split(", body ")
    unit = mass_unit(equipment[:2])
    load, repetitions = work.split("x")
    sets = warm_up(
        to_kg(float(load), unit),
        int(repetitions),
        loads_of_text(equipment[3:], unit),
        isolation="isolation" in name,
        body_kg={"": 0.0, "unknown": None}.get("".join(body), 76.0),
    )
    return " ".join(f"{from_kg(one.load_kg, unit):g}x{one.repetitions}" for one in sets), ramp


@pytest.mark.parametrize("line", RAMPS.strip().splitlines())
def test_ramp(line: str) -> None:
    made, ramp = ramp_of(line)
    assert made == ramp


def test_without_anything_to_load_there_is_no_ramp() -> None:
    assert warm_up(60, 8, None) == ()


def test_a_share_is_of_all_that_is_lifted() -> None:
    assert warm_up(20, 5, LoadGrid("kg", 2.5, 0), body_kg=76) == (WarmUpSet(0.0, 3, 76 / 96),)


def test_the_ramp_as_a_sentence() -> None:
    sets = warm_up(60, 8, LoadGrid("kg", 2.5, 20))
    said = warm_up_reason(sets, 60, lambda load_kg: mass_text(load_kg, "kg"))
    assert said is not None
    assert said.text == (
        "Warm-up before 60 kg: 20 kg x 8, 35 kg x 3, 47.5 kg x 2. A ramp of the trade; it should "
        "not tire."
    )
    assert warm_up_reason((), 60, str) is None


@pytest.mark.parametrize(
    ("work_load_kg", "repetitions"), [(math.nan, 5), (math.inf, 5), (60, 0), (60, -1)]
)
def test_what_is_no_working_set_is_refused(work_load_kg: float, repetitions: int) -> None:
    with pytest.raises(ValueError, match="a warm-up needs"):
        warm_up(work_load_kg, repetitions, LoadGrid("kg", 2.5, 20))


LOADS: st.SearchStrategy[Loads] = st.one_of(
    st.sampled_from(
        [
            LoadGrid("kg", 2.5, 20),
            LoadGrid("lb", 5, 45, 405),
            LoadGrid("kg", 5, -60, 0),
            LoadList("kg", (4, 6, 8, 10, 12, 14, 20)),
        ]
    ),
    st.builds(
        load_list,
        st.sampled_from(["kg", "lb"]),
        st.lists(st.integers(-100, 800).map(lambda half: half / 2), min_size=1),
    ),
)


@given(
    LOADS,
    st.floats(-100, 400),
    st.integers(1, 30),
    st.booleans(),
    st.sampled_from([None, 0.0, 40.0, 90.0]),
)
def test_a_ramp_rises_can_be_loaded_and_ends_below_the_work(
    loads: Loads, work_load_kg: float, repetitions: int, isolation: bool, body_kg: float | None
) -> None:
    sets = warm_up(work_load_kg, repetitions, loads, isolation=isolation, body_kg=body_kg)
    assert len(sets) <= (1 if isolation else 5)
    assert not sets or work_load_kg > lightest_kg(loads)
    for one in sets:
        made = nearest(loads, one.load_kg)
        assert made is not None
        assert made.load_kg == one.load_kg
        tolerance = SAME_LOAD_TOLERANCE_KG / ((body_kg or 0.0) + work_load_kg)
        assert 0 < one.share <= 0.9 + tolerance + 1e-9
        assert 1 <= one.repetitions <= 8
        assert one.repetitions > 1 or repetitions <= 3
    for lighter, heavier in pairwise(sets):
        assert heavier.load_kg > lighter.load_kg
        assert heavier.repetitions <= lighter.repetitions
