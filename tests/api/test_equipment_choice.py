"""Which of an athlete's equipment a prescription goes by."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest

from app.engine.answer import Missing
from app.engine.equipment.bands import Bands
from app.engine.equipment.fixed_loads import FixedLoads
from app.engine.equipment.inventory import BodyOnly
from app.engine.equipment.plates import Plate, Plates
from app.engine.equipment.rounding import RoundingPolicy
from app.engine.equipment.stack import AddOn, Stack
from app.store.database import Database
from app.usecases.inventories import StoredInventory, inventories_for, inventory_for

Found = StoredInventory | Missing | None


def chosen(database_url: str, athlete: str, gym: str | None, *kinds: str) -> dict[str, Found]:
    async def choose() -> dict[str, Found]:
        database = Database(database_url)
        async with database.reading() as session:
            found = await inventories_for(session, UUID(athlete), kinds, gym)
            for kind in kinds:
                assert await inventory_for(session, UUID(athlete), kind, gym) == found[kind]
        await database.close()
        return found

    return asyncio.run(choose())


def described(api: httpx.Client, gyms: list[str | None], **fields: Any) -> str:
    """An athlete with dumbbells in each of these gyms: 1 kg in the first, 2 kg in the second."""
    athlete = str(api.post("/v1/athletes", json={}).json()["id"])
    for number, gym in enumerate(gyms, 1):
        inventory = {"kind": "fixed_loads", "unit": "kg", "loads": [number]}
        body = {"equipment_id": "dumbbell", "gym": gym, "inventory": inventory, **fields}
        assert api.post(f"/v1/athletes/{athlete}/equipment", json=body).status_code == 201
    return athlete


CHOICES = """
                    | -       | none
                    | Home    | none
anywhere            | -       | 1
anywhere            | Home    | 1
Home                | -       | 1
Home                | Home    | 1
Home                | home    | 1
Home                | Hotel   | 1 elsewhere
Home, Work          | Work    | 2
Home, Work          | -       | several: Home, Work
Home, Work          | Hotel   | several: Home, Work
Home, anywhere      | -       | 2
Home, anywhere      | Home    | 1
Home, anywhere      | Hotel   | 2
Home, Work, anywhere | Work   | 2
Home, Home          | Home    | several: Home, Home
anywhere, anywhere  | -       | several: anywhere, anywhere
anywhere, anywhere, Home | Home | 3
"""


@pytest.mark.parametrize("line", CHOICES.strip("\n").splitlines())
def test_choice(api: httpx.Client, database_url: str, line: str) -> None:
    gyms, asked, expected = (cell.strip() for cell in line.split("|"))
    where = [None if gym == "anywhere" else gym for gym in gyms.split(", ") if gym]
    athlete = described(api, where)
    gym = None if asked == "-" else asked
    found = chosen(database_url, athlete, gym, "dumbbell", "barbell")
    assert found["barbell"] is None
    assert choice_text(found["dumbbell"]) == expected


def choice_text(found: Found) -> str:
    if found is None:
        return "none"
    if isinstance(found, Missing):
        assert found.code == "equipment_ambiguous"
        _, _, named = found.text.removesuffix(".").rpartition(": ")
        gyms = [one.partition(" at ")[2] or "anywhere" for one in named.split(", ")]
        return f"several: {', '.join(gyms)}"
    assert isinstance(found.inventory, FixedLoads)
    elsewhere = " elsewhere" if found.because.code == "equipment_elsewhere" else ""
    return f"{found.inventory.loads[0]:g}{elsewhere}"


def test_the_choice_is_explained(api: httpx.Client, database_url: str) -> None:
    athlete = described(api, ["Home"], name="Pair", rounding="floor")
    (made,) = api.get(f"/v1/athletes/{athlete}/equipment").json()["items"]
    at_home = chosen(database_url, athlete, None, "dumbbell")["dumbbell"]
    away = chosen(database_url, athlete, "Hotel", "dumbbell")["dumbbell"]
    assert isinstance(at_home, StoredInventory)
    assert isinstance(away, StoredInventory)
    assert (str(at_home.id), at_home.rounding) == (made["id"], RoundingPolicy.FLOOR)
    assert (
        at_home.because.text == "Loads are those that dumbbell 'Pair' at Home makes, as described."
    )
    assert away.because.text == (
        "No dumbbell is described for Hotel: loads are those that dumbbell 'Pair' at Home makes."
    )
    assert at_home.because.values["inventory_id"] == made["id"]


def test_another_athletes_equipment_is_not_chosen(api: httpx.Client, database_url: str) -> None:
    described(api, [None])
    other = described(api, [])
    assert chosen(database_url, other, None, "dumbbell") == {"dumbbell": None}


def test_every_kind_of_inventory_comes_back(api: httpx.Client, database_url: str) -> None:
    athlete = described(api, [])
    told: dict[str, dict[str, Any]] = {
        "barbell": {
            "kind": "plates",
            "unit": "lb",
            "bar": 20,
            "bar_unit": "kg",
            "plates": [{"mass": 45, "count": 2}, {"mass": 5, "count": 2, "unit": "kg"}],
        },
        "cable": {
            "kind": "stack",
            "unit": "kg",
            "regular_pins": {"first": 5, "step": 5, "count": 3},
            "add_ons": [{"mass": 2.5}],
        },
        "band": {"kind": "bands", "rungs": ["yellow", "red"], "assists": True},
        "none": {"kind": "body_only"},
    }
    for equipment_id, inventory in told.items():
        body = {"equipment_id": equipment_id, "inventory": inventory}
        assert api.post(f"/v1/athletes/{athlete}/equipment", json=body).status_code == 201
    found = chosen(database_url, athlete, None, *told)
    inventories = [one.inventory for one in found.values() if isinstance(one, StoredInventory)]
    plates = (Plate(45, count=2), Plate(5, count=2, unit="kg"))
    assert inventories == [
        Plates("lb", plates, bar=20, bar_unit="kg"),
        Stack("kg", (5, 10, 15), (AddOn(2.5),)),
        Bands(("yellow", "red"), assists=True),
        BodyOnly(),
    ]
