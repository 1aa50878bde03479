"""Equipment as an athlete describes it: kept as sent, told what it makes, refused by field."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.usecases.keys import Scope
from tests.api.test_concurrency import AT_ONCE, posting, statuses
from tests.api.test_errors import JSON, problem
from tests.api.test_log import pages

HOME_KG: dict[str, Any] = {
    "kind": "plates",
    "unit": "kg",
    "bar": 20,
    "plates": [{"mass": 20, "count": 2}, {"mass": 10, "count": 2}, {"mass": 2.5, "count": 4}],
}
GYM_LB: dict[str, Any] = {
    "kind": "plates",
    "unit": "lb",
    "bar": 20,
    "bar_unit": "kg",
    "plates": [{"mass": mass} for mass in (45, 35, 25, 10, 5, 2.5)],
    "maximum": 600,
}
ODD_STACK: dict[str, Any] = {
    "kind": "stack",
    "unit": "kg",
    "pins": [7, 12, 17, 24],
    "add_ons": [{"mass": 2.5}, {"mass": 1.25, "count": 2}],
}
EVEN_STACK: dict[str, Any] = {
    "kind": "stack",
    "unit": "lb",
    "regular_pins": {"first": 10, "step": 10, "count": 20},
    "assists": True,
}
DUMBBELLS: dict[str, Any] = {"kind": "fixed_loads", "unit": "kg", "loads": [20, 4, 6, 14, 4]}
BANDS: dict[str, Any] = {"kind": "bands", "rungs": ["yellow", "red", "red, 150 %"]}
BODY: dict[str, Any] = {"kind": "body_only"}


@pytest.fixture
def path(api: httpx.Client) -> str:
    return f"/v1/athletes/{api.post('/v1/athletes', json={}).json()['id']}/equipment"


def equipment(inventory: dict[str, Any] = HOME_KG, **fields: Any) -> dict[str, Any]:
    return {"equipment_id": "barbell", "inventory": inventory, **fields}


@pytest.mark.parametrize(
    ("inventory", "count", "lightest", "heaviest"),
    [
        (HOME_KG, 12, {"value": 20, "unit": "kg"}, {"value": 90, "unit": "kg"}),
        (GYM_LB, 112, {"value": 44.092452, "unit": "lb"}, {"value": 599.092452, "unit": "lb"}),
        (ODD_STACK, 18, {"value": 7, "unit": "kg"}, {"value": 29, "unit": "kg"}),
        (EVEN_STACK, 21, {"value": -200, "unit": "lb"}, {"value": 0, "unit": "lb"}),
        (DUMBBELLS, 4, {"value": 4, "unit": "kg"}, {"value": 20, "unit": "kg"}),
    ],
)
def test_it_says_what_it_makes(
    api: httpx.Client,
    path: str,
    inventory: dict[str, Any],
    count: int,
    lightest: dict[str, Any],
    heaviest: dict[str, Any],
) -> None:
    loads = api.post(path, json=equipment(inventory)).json()["loads"]
    assert (loads["count"], loads["lightest"], loads["heaviest"]) == (count, lightest, heaviest)
    for end in ("lightest", "heaviest"):
        factor = 0.45359237 if loads[end]["unit"] == "lb" else 1
        assert loads[f"{end}_kg"] == pytest.approx(loads[end]["value"] * factor)


@pytest.mark.parametrize(
    "inventory", [HOME_KG, GYM_LB, ODD_STACK, EVEN_STACK, DUMBBELLS, BANDS, BODY]
)
def test_what_is_read_can_be_sent_back(
    api: httpx.Client, path: str, inventory: dict[str, Any]
) -> None:
    fields = {"gym": "Home", "name": "Mine", "rounding": "floor"}
    made = api.post(path, json=equipment(inventory, **fields))
    assert made.status_code == 201, made.text
    first = made.json()
    assert (
        first["inventory"].items()
        >= {
            name: value for name, value in inventory.items() if not isinstance(value, list | dict)
        }.items()
    )
    assert {name: first[name] for name in fields} == fields
    assert api.get(f"{path}/{first['id']}").json() == first
    derived = ("id", "loads", "created_at", "updated_at")
    again = {name: value for name, value in first.items() if name not in derived}
    replaced = api.put(f"{path}/{first['id']}", json=again).json()
    assert replaced.pop("updated_at") > first.pop("updated_at")
    assert replaced == first
    assert (first["loads"] is None) == (inventory in (BANDS, BODY))


def test_described_once_replaced_and_deleted(api: httpx.Client, path: str) -> None:
    body = equipment(id=str(uuid4()), gym="Home")
    first, second = (api.post(path, json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    for other in ({"gym": "Work"}, {"inventory": DUMBBELLS}, {"rounding": "floor"}):
        found = problem(api.post(path, json={**body, **other}), 409, "conflict")
        assert (found["errors"][0]["pointer"], found["errors"][0]["code"]) == ("#/id", "id_taken")
    one = f"{path}/{body['id']}"
    replaced = api.put(one, json=equipment(ODD_STACK, equipment_id="cable")).json()
    assert (replaced["equipment_id"], replaced["gym"]) == ("cable", None)
    assert replaced["loads"]["count"] == 18
    assert api.get(one).json() == replaced
    assert api.get(path).json()["items"] == [replaced]
    assert api.delete(one).status_code == 204
    problem(api.get(one), 404, "not-found")
    problem(api.delete(one), 404, "not-found")
    problem(api.put(one, json=equipment()), 404, "not-found")


def test_retries_at_once_are_one_creation(api: httpx.Client, path: str) -> None:
    found = statuses(api, [posting(path, equipment(id=str(uuid4())))] * AT_ONCE)
    assert sorted(found) == [200] * (AT_ONCE - 1) + [201]
    assert len(api.get(path).json()["items"]) == 1


def test_a_reader_cannot_describe(server_url: str, make_key: Callable[..., str]) -> None:
    headers = {"Authorization": f"Bearer {make_key(Scope.ATHLETES_READ)}"}
    path = f"/v1/athletes/{uuid4()}/equipment"
    with httpx.Client(base_url=server_url, headers=headers) as reader:
        problem(reader.post(path, json=equipment()), 403, "forbidden")
        problem(reader.get(path), 404, "not-found")
        asked = {"inventory": BODY, "loads": [{"load_kg": 20}]}
        problem(reader.post("/v1/compute/plates", json=asked), 403, "forbidden")


def test_pages_hold_everything_once(api: httpx.Client, path: str) -> None:
    for number in range(5):
        assert api.post(path, json=equipment(name=f"Bar {number}")).status_code == 201
    names = [one["name"] for page in pages(api, path, 2) for one in page]
    assert names == [f"Bar {number}" for number in range(5)]
    problem(api.get(path, params={"cursor": "bm9wZQ"}), 404, "not-found")


def test_an_athlete_has_a_hundred_at_most(api: httpx.Client, path: str) -> None:
    for _ in range(100):
        assert api.post(path, json=equipment(BODY)).status_code == 201
    found = problem(api.post(path, json=equipment(BODY)), 409, "conflict")
    assert found["errors"][0]["code"] == "too_many"


def test_what_equipment_is_meant_is_guessed(api: httpx.Client, path: str) -> None:
    answer = api.post(path, json=equipment(equipment_id="barbel"))
    error = problem(answer, 404, "unknown-reference")["errors"][0]
    assert (error["pointer"], error["code"]) == ("#/equipment_id", "unknown_equipment")
    assert "Did you mean barbell" in error["detail"]
    made = api.post(path, json=equipment()).json()
    answer = api.put(f"{path}/{made['id']}", json=equipment(equipment_id="anvil"))
    assert "Did you mean" not in problem(answer, 404, "unknown-reference")["detail"]


def test_another_tenants_equipment_is_not_found(
    api: httpx.Client, other_api: httpx.Client, path: str
) -> None:
    made = api.post(path, json=equipment()).json()["id"]
    problem(other_api.get(path), 404, "not-found")
    problem(other_api.post(path, json=equipment()), 404, "not-found")
    problem(other_api.get(f"{path}/{made}"), 404, "not-found")
    problem(other_api.put(f"{path}/{made}", json=equipment()), 404, "not-found")
    problem(other_api.delete(f"{path}/{made}"), 404, "not-found")
    assert api.get(f"{path}/{made}").status_code == 200


def test_another_athletes_equipment_is_not_found(api: httpx.Client, path: str) -> None:
    made = api.post(path, json=equipment()).json()["id"]
    other = api.post("/v1/athletes", json={}).json()["id"]
    problem(api.get(f"/v1/athletes/{other}/equipment/{made}"), 404, "not-found")
    problem(api.delete(f"/v1/athletes/{other}/equipment/{made}"), 404, "not-found")


def test_erasing_an_athlete_removes_it(api: httpx.Client, path: str) -> None:
    athlete = path.removesuffix("/equipment")
    api.post(path, json=equipment())
    assert api.delete(athlete).status_code == 204
    assert api.post("/v1/athletes", json={"id": athlete[-36:]}).status_code == 201
    assert api.get(path).json()["items"] == []


PLATES = '"kind": "plates", "unit": "kg", "bar": 20, "plates"'
ALL_KINDS = ", ".join(f'{{"mass": {number / 4}, "count": 2}}' for number in range(1, 32))

MISTAKES = f"""
{{{PLATES}: [{{"mass": -5, "count": 2}}]}}               | /plates/0/mass   | greater_than_equal
{{{PLATES}: [{{"mass": 0, "count": 2}}]}}                | /plates/0/mass   | greater_than_equal
{{{PLATES}: [{{"mass": NaN, "count": 2}}]}}              | /plates/0/mass   | finite_number
{{{PLATES}: [{{"mass": 1e999, "count": 2}}]}}            | /plates/0/mass   | finite_number
{{{PLATES}: [{{"mass": "5", "count": 2}}]}}              | /plates/0/mass   | float_type
{{{PLATES}: [{{"mass": 5, "count": -2}}]}}               | /plates/0/count  | greater_than_equal
{{{PLATES}: [{{"mass": 5, "count": 2.5}}]}}              | /plates/0/count  | int_from_float
{{{PLATES}: [{{"mass": 5, "count": 2, "unit": "st"}}]}}  | /plates/0/unit   | literal_error
{{{PLATES}: [{{"mass": 5, "colour": "red"}}]}}           | /plates/0/colour | extra_forbidden
{{{PLATES}: [{{"mass": 5}}]}}                            | /maximum         | maximum_missing
{{{PLATES}: [{{"mass": 5, "count": null}}]}}             | /maximum         | maximum_missing
{{{PLATES}: [], "maximum": 10}}                          | /maximum         | impossible_maximum
{{{PLATES}: [], "collars": 5, "maximum": 24.9}}          | /maximum         | impossible_maximum
{{{PLATES}: [], "sides": 0}}                             | /sides           | literal_error
{{{PLATES}: [], "sides": true}}                          | /sides           | int_type
{{{PLATES}: [], "collars": -1}}                          | /collars         | greater_than_equal
{{{PLATES}: [], "bar_unit": "g"}}                        | /bar_unit        | literal_error
{{{PLATES}: [{{"mass": 5, "count": 2}}, {{"mass": 5, "count": 4}}]}} | /plates | impossible_plates
{{{PLATES}: [{{"mass": 0.01}}], "maximum": 999}}         | /plates          | impossible_plates
{{{PLATES}: [{ALL_KINDS}]}}                              | /plates          | too_long
{{"kind": "plates", "unit": "kg", "plates": []}}         | /bar             | missing
{{"kind": "plates", "bar": 20, "plates": []}}            | /unit            | missing
{{"kind": "fixed_loads", "unit": "kg", "loads": []}}     | /loads           | too_short
{{"kind": "fixed_loads", "unit": "kg", "loads": [4, 0]}} | /loads/1         | greater_than_equal
{{"kind": "fixed_loads", "unit": "kg", "loads": [NaN]}}  | /loads/0         | finite_number
{{"kind": "stack", "unit": "kg"}}                        |                  | pins_needed
{{"kind": "stack", "unit": "kg", "pins": null}}          |                  | pins_needed
{{"kind": "stack", "unit": "kg", "pins": []}}            | /pins            | too_short
{{"kind": "stack", "unit": "kg", "pins": [5, -1]}}       | /pins/1          | greater_than_equal
{{"kind": "stack", "unit": "kg", "pins": [5], "regular_pins": {{"first": 5, "step": 5, "count": 2}}}} | | pins_needed
{{"kind": "stack", "unit": "kg", "regular_pins": {{"first": 5, "step": 0, "count": 2}}}} | /regular_pins/step | greater_than_equal
{{"kind": "stack", "unit": "kg", "regular_pins": {{"first": 5, "step": 5, "count": 5000}}}} | /regular_pins | impossible_regular_pins
{{"kind": "stack", "unit": "kg", "pins": [5], "add_ons": [{{"mass": 0}}]}} | /add_ons/0/mass | greater_than_equal
{{"kind": "stack", "unit": "kg", "pins": [{", ".join(map(str, range(100)))}], "add_ons": [{{"mass": 0.1, "count": 1000}}]}} | /add_ons | impossible_add_ons
{{"kind": "bands", "rungs": []}}                         | /rungs           | too_short
{{"kind": "bands", "rungs": [" "]}}                      | /rungs/0         | string_pattern_mismatch
{{"kind": "bands", "rungs": ["\\u00a0"]}}                | /rungs           | impossible_rungs
{{"kind": "bands", "rungs": ["red", "red"]}}             | /rungs           | impossible_rungs
{{"kind": "bands", "unit": "kg", "rungs": ["red"]}}      | /unit            | extra_forbidden
{{"kind": "body_only", "loads": []}}                     | /loads           | extra_forbidden
{{"kind": "anvil"}}                                      |                  | union_tag_invalid
{{"unit": "kg", "loads": [4]}}                           |                  | union_tag_not_found
[]                                                       |                  | model_attributes_type
null                                                     |                  | model_attributes_type
"""  # noqa: E501


@pytest.mark.parametrize("line", MISTAKES.strip().splitlines())
def test_a_mistake_is_named_with_its_place(api: httpx.Client, path: str, line: str) -> None:
    inventory, place, code = (cell.strip() for cell in line.rsplit("|", 2))
    whole = f'{{"equipment_id": "barbell", "inventory": {inventory}}}'
    asked = f'{{"loads": [{{"load_kg": 20}}], "inventory": {inventory}}}'
    for where, body in ((path, whole), ("/v1/compute/plates", asked)):
        answer = api.post(where, content=body, headers=JSON)
        (error,) = problem(answer, 422, "invalid-input")["errors"]
        assert (error["pointer"], error["code"]) == (f"#/inventory{place}", code)
        assert error["detail"]
    assert api.get(path).json()["items"] == []


@pytest.mark.parametrize(
    ("inventory", "mend"),
    [
        ({**GYM_LB, "maximum": None}, "send the most that is ever on it"),
        ({**GYM_LB, "maximum": 40}, "the bar and its collars included"),
        ({**HOME_KG, "plates": [{"mass": 5, "count": 2}] * 2}, "5 kg is listed twice. List each"),
        ({**HOME_KG, "plates": [{"mass": 0.01}], "maximum": 999}, "fewer kinds, or fewer of each"),
    ],
)
def test_a_mistake_comes_with_its_mend(
    api: httpx.Client, path: str, inventory: dict[str, Any], mend: str
) -> None:
    answer = api.post(path, json=equipment(inventory))
    assert mend in problem(answer, 422, "invalid-input")["errors"][0]["detail"]


def test_more_loads_than_any_rack_holds(api: httpx.Client, path: str) -> None:
    loads = [1 + number / 100 for number in range(10_001)]
    answer = api.post(path, json=equipment({**DUMBBELLS, "loads": loads}))
    (error,) = problem(answer, 422, "invalid-input")["errors"]
    assert (error["pointer"], error["code"]) == ("#/inventory/loads", "too_long")
    most = api.post(path, json=equipment({**DUMBBELLS, "loads": loads[:-1]}))
    assert most.status_code == 201


@pytest.mark.parametrize("sent", [{"sides": 1.0}, {"sides": 2.0, "collars": 0}])
def test_whole_numbers_may_be_written_with_a_point(
    api: httpx.Client, path: str, sent: dict[str, Any]
) -> None:
    inventory = {**HOME_KG, **sent, "plates": [{"mass": 5, "count": 4.0}]}
    made = api.post(path, json=equipment(inventory))
    assert made.status_code == 201, made.text
    assert made.json()["inventory"]["plates"][0]["count"] == 4
