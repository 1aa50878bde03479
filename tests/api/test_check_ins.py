"""Check-ins: stored once, whole, by names that are known, and read back newest first."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.test_errors import JSON, problem
from tests.api.test_log import pages

AT = "2026-11-20T07:10:00+01:00"
NOBODY = "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead"
WHOLE = {
    "noted_at": "2026-11-20T06:10:00Z",
    "sleep_h": 6.5,
    "sleep_quality_1_to_5": 3,
    "readiness_1_to_5": 2,
    "soreness_0_to_10": {"adductors": 5.5, "biceps_brachii_long_head": 0.0},
    "pain_0_to_10": {"lower_back": 1.0},
    "note": "Slept on a train.",
}


@pytest.fixture
def path(api: httpx.Client) -> str:
    athlete = api.post("/v1/athletes", json={"time_zone": "Europe/Berlin"}).json()["id"]
    return f"/v1/athletes/{athlete}/recovery"


def test_a_check_in_is_stored_once(api: httpx.Client, path: str) -> None:
    body = {"id": str(uuid4()), **WHOLE}
    first, second = (api.post(path, json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json() == body
    assert api.post(path, json=first.json()).status_code == 200, "what is read can be sent back"
    twice = api.post(f"{path}/bulk", json={"items": [body, body]})
    assert twice.json()["items"] == [body, body]
    assert api.get(path).json() == {"items": [body], "next_cursor": None}
    assert api.delete(f"{path}/{body['id']}").status_code == 204
    problem(api.delete(f"{path}/{body['id']}"), 404, "not-found")
    assert api.get(path).json()["items"] == []


@pytest.mark.parametrize("name", [name for name in WHOLE if name != "noted_at"])
def test_what_was_not_said_is_null_or_empty(api: httpx.Client, path: str, name: str) -> None:
    said = api.post(path, json={"noted_at": AT, name: WHOLE[name]}).json()
    silent: dict[str, Any] = {
        other: {} if isinstance(value, dict) else None for other, value in WHOLE.items()
    }
    assert said == {
        **silent,
        "id": said["id"],
        "noted_at": WHOLE["noted_at"],
        name: WHOLE[name],
    }


@pytest.mark.parametrize(
    "other",
    [
        {"noted_at": "2026-11-20T06:10:01Z"},
        {"sleep_h": None},
        {"soreness_0_to_10": {}},
        {"pain_0_to_10": {"lower_back": 2}},
        {"note": "Slept well."},
    ],
)
def test_another_one_under_an_id_is_a_conflict(
    api: httpx.Client, path: str, other: dict[str, Any]
) -> None:
    body = {"id": str(uuid4()), **WHOLE}
    api.post(path, json=body)
    problem(api.post(path, json={**body, **other}), 409, "conflict")
    answer = api.post(f"{path}/bulk", json={"items": [{"noted_at": AT, "note": "x"}, body | other]})
    assert problem(answer, 409, "conflict")["errors"][0]["pointer"] == "#/items/1/id"
    assert api.get(path).json()["items"] == [body]


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ("{}", "#", "nothing_said"),
        ('{"sleep_h": null, "soreness_0_to_10": {}, "note": ""}', "#", "nothing_said"),
        ('{"sleep_h": NaN}', "#/sleep_h", "finite_number"),
        ('{"sleep_h": 24.5}', "#/sleep_h", "less_than_equal"),
        ('{"sleep_h": "8"}', "#/sleep_h", "float_type"),
        ('{"sleep_quality_1_to_5": 0}', "#/sleep_quality_1_to_5", "greater_than_equal"),
        ('{"readiness_1_to_5": 3.5}', "#/readiness_1_to_5", "int_from_float"),
        ('{"readiness_1_to_5": 6}', "#/readiness_1_to_5", "less_than_equal"),
        ('{"pain_0_to_10": {"chest": NaN}}', "#/pain_0_to_10/chest", "finite_number"),
        ('{"pain_0_to_10": {"chest": -1}}', "#/pain_0_to_10/chest", "greater_than_equal"),
        ('{"pain_0_to_10": {"chest": 1e999}}', "#/pain_0_to_10/chest", "finite_number"),
        ('{"soreness_0_to_10": {"chest": null}}', "#/soreness_0_to_10/chest", "float_type"),
        ('{"soreness_0_to_10": ["chest"]}', "#/soreness_0_to_10", "dict_type"),
        ('{"note": "a\\u0000b"}', "#/note", "string_pattern_mismatch"),
        ('{"stress": 3}', "#/stress", "extra_forbidden"),
    ],
)
def test_mistakes_are_named(
    api: httpx.Client, path: str, body: str, pointer: str, code: str
) -> None:
    sent = body.replace("{", f'{{"noted_at": "{AT}", ', 1).replace(", }", "}")
    found = problem(api.post(path, content=sent, headers=JSON), 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [(pointer, code)]
    assert api.get(path).json()["items"] == []


@pytest.mark.parametrize(
    ("area", "step", "near"),
    [
        ("adductor", "adductor", "adductors"),
        ("Chest", "Chest", "chest"),
        ("a/b~c", "a~1b~0c", ""),
        ("\x00", "\x00", ""),
    ],
)
def test_an_unknown_muscle_is_named_with_its_likes(
    api: httpx.Client, path: str, area: str, step: str, near: str
) -> None:
    bad = {"noted_at": AT, "pain_0_to_10": {"chest": 1, area: 4}}
    found = problem(api.post(path, json=bad), 404, "unknown-reference")
    (error,) = found["errors"]
    assert (error["pointer"], error["code"]) == (f"#/pain_0_to_10/{step}", "unknown_muscle")
    assert near in error["detail"]
    many = api.post(f"{path}/bulk", json={"items": [{"noted_at": AT, "note": "x"}, bad]})
    (error,) = problem(many, 404, "unknown-reference")["errors"]
    assert error["pointer"] == f"#/items/1/pain_0_to_10/{step}"
    assert api.get(path).json()["items"] == [], "all or nothing"


def test_too_much_is_refused(api: httpx.Client, path: str) -> None:
    one = {"noted_at": AT, "readiness_1_to_5": 3}
    for items in ([], [one] * 1_001):
        answer = api.post(f"{path}/bulk", json={"items": items})
        assert problem(answer, 422, "invalid-input")["errors"][0]["pointer"] == "#/items"
    crowded = {**one, "pain_0_to_10": {f"area-{n}": 1 for n in range(101)}}
    problem(api.post(path, json=crowded), 422, "invalid-input")
    long = {**one, "pain_0_to_10": {"x" * 65: 1}}
    problem(api.post(path, json=long), 422, "invalid-input")
    strange = {**one, "pain_0_to_10": {f"area-{n}": 1 for n in range(100)}}
    answer = api.post(f"{path}/bulk", json={"items": [strange] * 50})
    found = problem(answer, 404, "unknown-reference")
    assert len(found["errors"]) == 20


def test_pages_hold_everything_once_newest_first(api: httpx.Client, path: str) -> None:
    for day in (3, 1, 2, 5, 4):
        api.post(path, json={"noted_at": f"2026-11-{day:02}T07:00:00Z", "readiness_1_to_5": 3})
    whole = api.get(path).json()["items"]
    assert [one["noted_at"][8:10] for one in whole] == ["05", "04", "03", "02", "01"]
    paged = pages(api, path, 2)
    assert [len(page) for page in paged] == [2, 2, 1]
    assert [one for page in paged for one in page] == whole
    problem(api.get(path, params={"cursor": "bm9wZQ"}), 404, "not-found")


def test_another_tenants_athlete_is_not_there(
    api: httpx.Client, other_api: httpx.Client, path: str
) -> None:
    body = {"id": str(uuid4()), **WHOLE}
    api.post(path, json=body)
    problem(other_api.get(path), 404, "not-found")
    problem(other_api.post(path, json=WHOLE), 404, "not-found")
    problem(other_api.post(f"{path}/bulk", json={"items": [WHOLE]}), 404, "not-found")
    problem(other_api.delete(f"{path}/{body['id']}"), 404, "not-found")
    assert api.get(path).json()["items"] == [body]
    problem(api.get(f"{NOBODY}/recovery"), 404, "not-found")


def test_check_ins_are_erased_with_their_athlete(api: httpx.Client, path: str) -> None:
    api.post(path, json=WHOLE)
    athlete = path.removesuffix("/recovery")
    assert api.delete(athlete).status_code == 204
    api.post("/v1/athletes", json={"id": athlete.rpartition("/")[2]})
    assert api.get(path).json()["items"] == []
