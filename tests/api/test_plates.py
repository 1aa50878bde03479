"""Plates for a load: text in, text out; refusals, warm-up, light requests beside a heavy one."""

import threading
import time
from typing import Any

import httpx
import pytest

from tests.api.test_equipment import BANDS, BODY, DUMBBELLS, EVEN_STACK, GYM_LB, HOME_KG, ODD_STACK
from tests.api.test_errors import JSON, problem

IWF: dict[str, Any] = {
    "kind": "plates",
    "unit": "kg",
    "bar": 20,
    "plates": [{"mass": mass} for mass in (25, 20, 15, 10, 5, 2.5, 2, 1.5, 1, 0.5)],
    "maximum": 300,
}
IPF: dict[str, Any] = {
    "kind": "plates",
    "unit": "kg",
    "bar": 20,
    "collars": 5,
    "plates": [{"mass": mass} for mass in (25, 20, 15, 10, 5, 2.5, 1.25)],
    "maximum": 500,
}
LANDMINE: dict[str, Any] = {**HOME_KG, "bar": 0, "sides": 1}
MIXED: dict[str, Any] = {
    "kind": "plates",
    "unit": "kg",
    "bar": 20,
    "plates": [{"mass": 20, "count": 2}, {"mass": 45, "count": 2, "unit": "lb"}],
}
WORST: dict[str, Any] = {
    "kind": "plates",
    "unit": "kg",
    "bar": 20,
    "plates": [{"mass": (number + 1) / 2, "count": 200} for number in range(30)],
    "maximum": 9_990,
}


def compute(api: httpx.Client, inventory: dict[str, Any], **fields: Any) -> dict[str, Any]:
    answer = api.post("/v1/compute/plates", json={"inventory": inventory, **fields})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def one(api: httpx.Client, inventory: dict[str, Any], load: Any, **fields: Any) -> dict[str, Any]:
    (item,) = compute(api, inventory, loads=[load], **fields)["items"]
    found: dict[str, Any] = item
    return found


def text(loading: dict[str, Any]) -> str:
    """`60 kg: 20 kg, 2 x 2.5 kg on 2`."""
    pieces = [
        f"{one['count']} x {mass_text(one['mass'])}" if one["count"] > 1 else mass_text(one["mass"])
        for one in loading["pieces"]
    ]
    return f"{mass_text(loading['load'])}: {', '.join(pieces) or 'nothing'} on {loading['sides']}"


def mass_text(mass: dict[str, Any]) -> str:
    return f"{round(mass['value'], 2):g} {mass['unit']}"


LB_135 = {"load": {"value": 135, "unit": "lb"}}


@pytest.mark.parametrize(
    ("inventory", "load", "loading"),
    [
        (IWF, {"load_kg": 100}, "100 kg: 25 kg, 15 kg on 2"),
        ({**IWF, "collars": 5}, {"load_kg": 105}, "105 kg: 25 kg, 15 kg on 2"),
        (IWF, {"load_kg": 101}, "101 kg: 25 kg, 15 kg, 0.5 kg on 2"),
        ({**IWF, "bar": 15}, {"load_kg": 15}, "15 kg: nothing on 2"),
        (IPF, {"load_kg": 100}, "100 kg: 25 kg, 10 kg, 2.5 kg on 2"),
        (IPF, {"load_kg": 227.5}, "227.5 kg: 4 x 25 kg, 1.25 kg on 2"),
        (HOME_KG, {"load_kg": 61}, "60 kg: 20 kg on 2"),
        (HOME_KG, {"load_kg": 70}, "70 kg: 20 kg, 2 x 2.5 kg on 2"),
        (GYM_LB, LB_135, "134.09 lb: 45 lb on 2"),
        ({**GYM_LB, "bar": 45, "bar_unit": None}, LB_135, "135 lb: 45 lb on 2"),
        (MIXED, {"load_kg": 100}, "100.82 kg: 45 lb, 20 kg on 2"),
        (LANDMINE, {"load_kg": 45}, "45 kg: 2 x 20 kg, 2 x 2.5 kg on 1"),
        (ODD_STACK, {"load_kg": 20}, "19.5 kg: 17 kg, 2.5 kg on 1"),
        (ODD_STACK, {"load_kg": 20.75}, "20.75 kg: 17 kg, 2.5 kg, 1.25 kg on 1"),
        (ODD_STACK, {"load_kg": 17}, "17 kg: 17 kg on 1"),
        (EVEN_STACK, {"load": {"value": -50, "unit": "lb"}}, "-50 lb: 50 lb on 1"),
        (EVEN_STACK, {"load_kg": 0}, "0 lb: nothing on 1"),
        (DUMBBELLS, {"load_kg": 17}, "14 kg: 14 kg on 1"),
        (DUMBBELLS, {"load_kg": 1, "load": {"value": 6, "unit": "kg"}}, "6 kg: 6 kg on 1"),
    ],
)
def test_what_to_put_on(
    api: httpx.Client, inventory: dict[str, Any], load: dict[str, Any], loading: str
) -> None:
    item = one(api, inventory, load)
    assert item["status"] == "ok"
    assert text(item["loading"]) == loading
    made = item["loading"]
    assert made["load_kg"] + made["remainder_kg"] == pytest.approx(item["wanted_kg"])
    exact = abs(made["remainder_kg"]) <= 0.05
    assert [reason["code"] for reason in item["because"]] == ([] if exact else ["rounded"])
    below, above = (item[end] and item[end]["load_kg"] for end in ("below", "above"))
    assert made["load_kg"] in (below, above)


@pytest.mark.parametrize(
    ("rounding", "loading"),
    [
        ("nearest", "60 kg: 20 kg on 2"),
        ("floor", "60 kg: 20 kg on 2"),
        ("ceiling", "65 kg: 20 kg, 2.5 kg on 2"),
    ],
)
def test_rounding_is_the_callers(api: httpx.Client, rounding: str, loading: str) -> None:
    item = one(api, HOME_KG, {"load_kg": 62.4}, rounding=rounding)
    assert text(item["loading"]) == loading
    assert item["below"]["load_kg"] == 60
    assert item["above"]["load_kg"] == 65
    assert item["because"][0]["text"].startswith("62.4 kg cannot be made")


@pytest.mark.parametrize(
    ("inventory", "load_kg", "rounding", "code", "below", "above"),
    [
        (HOME_KG, 10, "nearest", "below_lightest", None, 20),
        (HOME_KG, 19, "floor", "below_lightest", None, 20),
        (HOME_KG, 91, "ceiling", "above_heaviest", 90, None),
        (DUMBBELLS, 60, "nearest", "above_heaviest", 20, None),
        (BANDS, 20, "nearest", "no_kilograms", None, None),
        (BODY, 20, "nearest", "nothing_to_load", None, None),
    ],
)
def test_what_cannot_be_loaded_is_refused_and_hides_no_other(
    api: httpx.Client,
    inventory: dict[str, Any],
    load_kg: float,
    rounding: str,
    code: str,
    below: float | None,
    above: float | None,
) -> None:
    loads = [{"load_kg": load_kg}, {"load_kg": 20}]
    found = compute(api, inventory, loads=loads, rounding=rounding, warm_up=True, repetitions=5)
    item, other = found["items"]
    assert (item["status"], item["loading"], item["warm_up"]) == ("refused", None, [])
    assert item["because"][0]["code"] == code
    assert item["instead"]
    ends = [item[end] and item[end]["load_kg"] for end in ("below", "above")]
    assert ends == [below, above]
    has_kilograms = inventory not in (BANDS, BODY)
    assert (other["status"] == "ok") == has_kilograms
    assert (found["loads"] is not None) == has_kilograms


def test_sources_of_reasons_can_be_read(api: httpx.Client) -> None:
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    assert one(api, BANDS, {"load_kg": 5})["because"][0]["source"] in sources
    ramp = one(api, HOME_KG, {"load_kg": 90}, warm_up=True, repetitions=5)
    assert ramp["because"][-1]["source"] in sources


def test_loads_are_read_in_the_unit_of_the_person(api: httpx.Client) -> None:
    item = one(api, HOME_KG, LB_135, mass_unit="lb", rounding="floor")
    assert item["wanted"] == {"value": 135, "unit": "lb"}
    assert text(item["loading"]) == "132.28 lb: 20 kg on 2"
    assert item["loading"]["load_kg"] == 60


@pytest.mark.parametrize(
    ("inventory", "load_kg", "fields", "ramp"),
    [
        (
            IWF,
            100,
            {"repetitions": 5},
            [
                "20 kg: nothing on 2 x 8",
                "40 kg: 10 kg on 2 x 5",
                "60 kg: 20 kg on 2 x 3",
                "80 kg: 25 kg, 5 kg on 2 x 2",
            ],
        ),
        (IWF, 100, {"repetitions": 8, "isolation": True}, ["50 kg: 15 kg on 2 x 8"]),
        (IWF, 30, {"repetitions": 8}, []),
        (
            DUMBBELLS,
            20,
            {"repetitions": 8},
            ["4 kg: 4 kg on 1 x 8", "6 kg: 6 kg on 1 x 5", "14 kg: 14 kg on 1 x 3"],
        ),
    ],
)
def test_a_ramp_that_can_be_loaded(
    api: httpx.Client,
    inventory: dict[str, Any],
    load_kg: float,
    fields: dict[str, Any],
    ramp: list[str],
) -> None:
    item = one(api, inventory, {"load_kg": load_kg}, warm_up=True, **fields)
    found = [f"{text(each['loading'])} x {each['repetitions']}" for each in item["warm_up"]]
    assert found == ramp
    assert ("warm_up" in [reason["code"] for reason in item["because"]]) == bool(ramp)


def test_a_ramp_towards_assistance_needs_the_body(api: httpx.Client) -> None:
    item = one(api, EVEN_STACK, {"load_kg": -40}, warm_up=True, repetitions=8)
    assert (item["status"], item["warm_up"]) == ("ok", [])
    assert [missing["code"] for missing in item["missing"]] == ["body_mass"]


@pytest.mark.parametrize(
    ("fields", "pointer", "code"),
    [
        ('"loads": []', "#/loads", "too_short"),
        ('"loads": [{}]', "#/loads/0", "load_missing"),
        ('"loads": [{"load_kg": NaN}]', "#/loads/0/load_kg", "finite_number"),
        ('"loads": [{"load_kg": -501}]', "#/loads/0/load_kg", "greater_than_equal"),
        ('"loads": [{"load": {"value": 1}}]', "#/loads/0/load/unit", "missing"),
        ('"loads": [{"load_kg": 20}], "warm_up": true', "#", "repetitions_missing"),
        ('"loads": [{"load_kg": 20}], "repetitions": 0', "#/repetitions", "greater_than_equal"),
        ('"loads": [{"load_kg": 20}], "rounding": "up"', "#/rounding", "enum"),
    ],
)
def test_mistakes(api: httpx.Client, fields: str, pointer: str, code: str) -> None:
    body = f'{{"inventory": {{"kind": "body_only"}}, {fields}}}'
    answer = api.post("/v1/compute/plates", content=body, headers=JSON)
    (error,) = problem(answer, 422, "invalid-input")["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)


def test_the_worst_inventory_does_not_hold_up_light_requests(api: httpx.Client) -> None:
    """Were it worked on where requests are served, one or two would be answered meanwhile."""
    done = threading.Event()
    loads = [{"load_kg": 100 * number} for number in range(1, 6)]
    body = {"inventory": WORST, "loads": loads, "warm_up": True, "repetitions": 3}

    def ask() -> None:
        answer = api.post("/v1/compute/plates", json=body, timeout=None)
        done.set()
        assert {item["status"] for item in answer.json()["items"]} == {"ok"}

    heavy = threading.Thread(target=ask)
    heavy.start()
    answered = 0
    with httpx.Client(base_url=api.base_url, timeout=60) as light:
        while not done.is_set():
            assert light.get("/livez").status_code == 200
            answered += 1
            time.sleep(0.01)
    heavy.join()
    assert answered > 10
