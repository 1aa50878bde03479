"""What becomes of loads that are wanted: text in, text out."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.answer import Status
from app.engine.equipment.bands import Bands
from app.engine.equipment.inventory import BodyOnly, Inventory
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.equipment.same_load import SAME_LOAD_TOLERANCE_KG
from app.engine.equipment.wanted_loads import WantedLoad, wanted_loads
from app.engine.units import MassUnit, from_kg, to_kg
from tests.engine.equipment.inventories import inventory_of, loading_text

IWF = "plates 25 20 15 10 5 2.5 2 1.5 1 0.5 on 20"
IPF = "plates 25 20 15 10 5 2.5 1.25 on 20 + 5"
OWN = "plates 20 10 5 2.5 1.25 on 20 to 200"

TABLE = f"""
kg {IWF} to 300       | nearest | 100   | 25 15 each side               |
kg {IWF} + 5 to 300   | nearest | 105   | 25 15 each side               |
kg {IWF} to 300       | nearest | 101   | 25 15 0.5 each side           |
kg {IPF} to 500       | nearest | 100   | 25 10 2.5 each side           |
kg {IPF} to 500       | nearest | 227.5 | 25x4 1.25 each side           |
kg {IPF} to 500       | nearest | 25    | each side                     |
kg {OWN}              | nearest | 61    | 20 each side                  | rounded
kg {OWN}              | ceiling | 61    | 20 1.25 each side             | rounded
kg {OWN}              | floor   | 62.4  | 20 each side                  | rounded
kg {OWN}              | floor   | 62.46 | 20 1.25 each side             |
kg {OWN}              | nearest | 19    | each side                     | rounded
kg {OWN}              | nearest | 10    | take 20 kg                    | below_lightest
kg {OWN}              | floor   | 19    | take 20 kg                    | below_lightest
kg {OWN}              | ceiling | 201   | take 200 kg                   | above_heaviest
kg {OWN}              | nearest | 300   | take 200 kg                   | above_heaviest
lb plates 45x2 on 20kg | nearest | 135  | 45 each side                  | rounded
kg pins 7 12 17 add 2.5 | nearest | 15  | pin 12 add 2.5                | rounded
kg assisting pins 5 10 | floor  | -7    | pin 10                        | rounded
kg assisting pins 5 10 | nearest | 3    | take 0 kg                     | above_heaviest
kg 4 6 8 14 20        | nearest | 17    | 14                            | rounded
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_wanted(line: str) -> None:
    told, policy, load, taken, codes = (cell.strip() for cell in line.split("|"))
    inventory = inventory_of(told)
    wanted_kg = to_kg(float(load), inventory.unit)
    (found,) = wanted_loads(inventory, [wanted_kg], inventory.unit, RoundingPolicy(policy))
    assert taken_text(found, inventory.unit) == taken
    assert [reason.code for reason in found.loading.because] == codes.split()
    assert found.below_kg is None or found.below_kg <= wanted_kg + SAME_LOAD_TOLERANCE_KG
    assert found.above_kg is None or found.above_kg >= wanted_kg - SAME_LOAD_TOLERANCE_KG


def taken_text(found: WantedLoad, unit: MassUnit) -> str:
    part = found.loading
    if part.value is None:
        assert part.status is Status.REFUSED
        return str(part.instead).removesuffix(", or other equipment.").lower()
    return loading_text(part.value, unit)


def test_reasons_are_read_in_the_unit_of_the_person() -> None:
    (found,) = wanted_loads(inventory_of(f"kg {OWN}"), [61], "lb", RoundingPolicy.CEILING)
    assert [reason.text for reason in found.loading.because] == [
        "134.48 lb cannot be made of these pieces; 137.79 lb is the next load up that can."
    ]


@pytest.mark.parametrize(
    ("told", "code"), [(Bands(("red", "blue")), "no_kilograms"), (BodyOnly(), "nothing_to_load")]
)
def test_what_has_no_kilograms_is_refused(told: Inventory, code: str) -> None:
    found = wanted_loads(told, [0, 10], "kg")
    assert [one.wanted_kg for one in found] == [0, 10]
    for one in found:
        assert (one.below_kg, one.above_kg, one.loading.status) == (None, None, Status.REFUSED)
        assert one.loading.because[0].code == code
        assert one.loading.instead


@pytest.mark.parametrize("load_kg", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("told", [BodyOnly(), inventory_of("kg 4 6")])
def test_a_load_that_is_no_number_is_refused(told: Inventory, load_kg: float) -> None:
    with pytest.raises(ValueError, match="load_kg: "):
        wanted_loads(told, [5, load_kg], "kg")


@given(
    st.sampled_from(
        [f"kg {OWN}", "kg 4 6 8 14 20", "kg pins 7 12 add 2.5", "lb plates 45x2 on 45"]
    ),
    st.floats(-500, 2_000),
    st.sampled_from(RoundingPolicy),
)
def test_what_is_made_is_one_of_the_neighbours(
    told: str, wanted_kg: float, policy: RoundingPolicy
) -> None:
    inventory = inventory_of(told)
    (found,) = wanted_loads(inventory, [wanted_kg], "kg", policy)
    made = found.loading.value
    if made is None:
        assert None in (found.below_kg, found.above_kg)
        return
    assert made.load_kg in (found.below_kg, found.above_kg)
    assert made.load_kg + made.remainder_kg == pytest.approx(wanted_kg)
    assert from_kg(made.load_kg, inventory.unit) in inventory.makes().loads
