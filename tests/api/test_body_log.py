"""Measurements, activities and water events: stored once, whole, and read back newest first."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.test_errors import JSON, problem
from tests.api.test_log import pages

NOBODY = "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead"
AT = "2026-11-20T07:10:00+01:00"


@dataclass(frozen=True)
class Resource:
    path: str
    when: str
    """The field that orders them."""
    whole: dict[str, Any]
    """With everything said, as it is read back."""
    least: dict[str, Any]
    """With only what has to be said."""
    silent: dict[str, Any]
    """What the rest is read as."""

    def on(self, day: int) -> dict[str, Any]:
        date = f"2026-11-{day:02}"
        at = date if self.when.endswith("_on") else f"{date}T06:10:00Z"
        ended = {"ended_on": None} if "ended_on" in self.whole else {}
        return {**self.whole, self.when: at, **ended}


MEASUREMENTS = Resource(
    "measurements",
    "measured_at",
    {
        "measured_at": "2026-11-20T06:10:00Z",
        "girths_cm": {"waist": 85.0, "thigh_left": 60.25},
        "skinfolds_mm": {"chest": 12.5},
        "body_fat_percent": 18.5,
        "body_fat_method": "dxa",
        "note": "Before breakfast.",
    },
    {"measured_at": AT, "girths_cm": {"waist": 85}},
    {"skinfolds_mm": {}, "body_fat_percent": None, "body_fat_method": None, "note": None},
)
ACTIVITIES = Resource(
    "activities",
    "started_at",
    {
        "started_at": "2026-11-20T06:10:00Z",
        "activity_id": "walking-brisk",
        "duration_s": 2400.0,
        "distance_m": 3900.5,
        "ascent_m": 40.0,
        "heart_rate_bpm": 112.0,
        "note": "In the rain.",
    },
    {"started_at": AT, "activity_id": "walking-brisk", "duration_s": 2400},
    {"distance_m": None, "ascent_m": None, "heart_rate_bpm": None, "note": None},
)
WATER_EVENTS = Resource(
    "water-events",
    "started_on",
    {
        "kind": "creatine",
        "started_on": "2026-11-20",
        "ended_on": "2026-11-27",
        "note": "5 g a day.",
    },
    {"kind": "sodium_change", "started_on": "2026-11-20"},
    {"ended_on": None, "note": None},
)
RESOURCES = (MEASUREMENTS, ACTIVITIES, WATER_EVENTS)


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    id_ = api.post("/v1/athletes", json={"time_zone": "Europe/Berlin"}).json()["id"]
    return f"/v1/athletes/{id_}"


of_each = pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: str(one.path))


@of_each
def test_stored_once(api: httpx.Client, athlete: str, resource: Resource) -> None:
    path = f"{athlete}/{resource.path}"
    body = {"id": str(uuid4()), **resource.whole}
    first, second = (api.post(path, json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json() == body
    twice = api.post(f"{path}/bulk", json={"items": [body, body]})
    assert (twice.status_code, twice.json()["items"]) == (201, [body, body])
    assert api.get(path).json() == {"items": [body], "next_cursor": None}
    assert api.delete(f"{path}/{body['id']}").status_code == 204
    problem(api.delete(f"{path}/{body['id']}"), 404, "not-found")
    assert api.get(path).json()["items"] == []


@of_each
def test_what_was_not_said_is_null_or_empty(
    api: httpx.Client, athlete: str, resource: Resource
) -> None:
    answer = api.post(f"{athlete}/{resource.path}", json=resource.least)
    said = answer.json()
    assert answer.status_code == 201, said
    assert {name: said[name] for name in resource.silent} == resource.silent
    assert set(said) == {"id", *resource.whole}


CHANGED = [
    (MEASUREMENTS, {"girths_cm": {"waist": 85.5}}),
    (MEASUREMENTS, {"skinfolds_mm": {}}),
    (MEASUREMENTS, {"body_fat_percent": 19}),
    (MEASUREMENTS, {"body_fat_method": None}),
    (MEASUREMENTS, {"measured_at": "2026-11-20T06:10:01Z"}),
    (ACTIVITIES, {"activity_id": "yoga"}),
    (ACTIVITIES, {"duration_s": 2401}),
    (ACTIVITIES, {"heart_rate_bpm": None}),
    (ACTIVITIES, {"note": None}),
    (WATER_EVENTS, {"kind": "diuretic"}),
    (WATER_EVENTS, {"ended_on": None}),
    (WATER_EVENTS, {"started_on": "2026-11-19"}),
]


@pytest.mark.parametrize(("resource", "other"), CHANGED)
def test_another_one_under_an_id_is_a_conflict(
    api: httpx.Client, athlete: str, resource: Resource, other: dict[str, Any]
) -> None:
    path = f"{athlete}/{resource.path}"
    body = {"id": str(uuid4()), **resource.whole}
    api.post(path, json=body)
    problem(api.post(path, json={**body, **other}), 409, "conflict")
    answer = api.post(f"{path}/bulk", json={"items": [resource.least, body | other]})
    assert problem(answer, 409, "conflict")["errors"][0]["pointer"] == "#/items/1/id"
    assert api.get(path).json()["items"] == [body], "all or nothing"


MISTAKES = [
    (MEASUREMENTS, '{"girths_cm": {}}', "#", "nothing_measured"),
    (MEASUREMENTS, '{"note": "x", "body_fat_percent": null}', "#", "nothing_measured"),
    (
        MEASUREMENTS,
        '{"girths_cm": {"waist": 80}, "body_fat_method": "dxa"}',
        "#",
        "method_of_nothing",
    ),
    (MEASUREMENTS, '{"girths_cm": {"waist": NaN}}', "#/girths_cm/waist", "finite_number"),
    (MEASUREMENTS, '{"girths_cm": {"waist": "80"}}', "#/girths_cm/waist", "float_type"),
    (MEASUREMENTS, '{"girths_cm": {"waist": null}}', "#/girths_cm/waist", "float_type"),
    (MEASUREMENTS, '{"girths_cm": {"waist": 4.9}}', "#/girths_cm/waist", "greater_than_equal"),
    (MEASUREMENTS, '{"girths_cm": {"belly": 80}}', "#/girths_cm/belly", "enum"),
    (MEASUREMENTS, '{"skinfolds_mm": {"chin": 8}}', "#/skinfolds_mm/chin", "enum"),
    (MEASUREMENTS, '{"skinfolds_mm": {"chest": 151}}', "#/skinfolds_mm/chest", "less_than_equal"),
    (MEASUREMENTS, '{"body_fat_percent": 1.9}', "#/body_fat_percent", "greater_than_equal"),
    (
        MEASUREMENTS,
        '{"body_fat_percent": 19, "body_fat_method": "mirror"}',
        "#/body_fat_method",
        "enum",
    ),
    (MEASUREMENTS, '{"girths_cm": {"waist": 80}, "waist": 80}', "#/waist", "extra_forbidden"),
    (ACTIVITIES, '{"duration_s": 0}', "#/duration_s", "greater_than"),
    (ACTIVITIES, '{"duration_s": 86401}', "#/duration_s", "less_than_equal"),
    (ACTIVITIES, '{"duration_s": 1e999}', "#/duration_s", "finite_number"),
    (ACTIVITIES, '{"heart_rate_bpm": 19}', "#/heart_rate_bpm", "greater_than_equal"),
    (ACTIVITIES, '{"distance_m": -1}', "#/distance_m", "greater_than_equal"),
    (ACTIVITIES, '{"activity_id": "Yoga!"}', "#/activity_id", "string_pattern_mismatch"),
    (ACTIVITIES, '{"note": "a\\u0000b"}', "#/note", "string_pattern_mismatch"),
    (WATER_EVENTS, '{"kind": "beer"}', "#/kind", "enum"),
    (WATER_EVENTS, '{"started_on": 20261120}', "#/started_on", "text_needed"),
    (WATER_EVENTS, '{"ended_on": "2026-11-19"}', "#", "ends_before_it_began"),
    (WATER_EVENTS, '{"until": "2026-11-29"}', "#/until", "extra_forbidden"),
]


@pytest.mark.parametrize(("resource", "body", "pointer", "code"), MISTAKES)
def test_mistakes_are_named(
    api: httpx.Client, athlete: str, resource: Resource, body: str, pointer: str, code: str
) -> None:
    needed = {k: v for k, v in resource.least.items() if f'"{k}"' not in body and k != "girths_cm"}
    ahead = ", ".join(f'"{name}": {_json(value)}' for name, value in needed.items())
    sent = "{" + ahead + (", " if ahead else "") + body[1:]
    path = f"{athlete}/{resource.path}"
    found = problem(api.post(path, content=sent, headers=JSON), 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [(pointer, code)]
    assert api.get(path).json()["items"] == []


def _json(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


@pytest.mark.parametrize(
    ("named", "near"),
    [("brisk-walk", "walking-brisk"), ("jog", "jogging"), ("yogaa", "yoga"), ("q-q-q", "")],
)
def test_an_unknown_activity_is_named_with_its_likes(
    api: httpx.Client, athlete: str, named: str, near: str
) -> None:
    path = f"{athlete}/activities"
    bad = {**ACTIVITIES.least, "activity_id": named}
    (error,) = problem(api.post(path, json=bad), 404, "unknown-reference")["errors"]
    assert (error["pointer"], error["code"]) == ("#/activity_id", "unknown_activity")
    assert near in error["detail"]
    many = api.post(f"{path}/bulk", json={"items": [ACTIVITIES.least, bad]})
    (error,) = problem(many, 404, "unknown-reference")["errors"]
    assert error["pointer"] == "#/items/1/activity_id"
    assert api.get(path).json()["items"] == [], "all or nothing"
    crowd = api.post(f"{path}/bulk", json={"items": [bad] * 1_000})
    assert len(problem(crowd, 404, "unknown-reference")["errors"]) == 20


@of_each
def test_too_many_are_refused(api: httpx.Client, athlete: str, resource: Resource) -> None:
    for items in ([], [resource.least] * 1_001):
        answer = api.post(f"{athlete}/{resource.path}/bulk", json={"items": items})
        assert problem(answer, 422, "invalid-input")["errors"][0]["pointer"] == "#/items"


@of_each
def test_pages_hold_everything_once_newest_first(
    api: httpx.Client, athlete: str, resource: Resource
) -> None:
    path = f"{athlete}/{resource.path}"
    for day in (3, 1, 2, 5, 4, 5):
        assert api.post(path, json=resource.on(day)).status_code == 201
    whole = api.get(path).json()["items"]
    assert [one[resource.when][8:10] for one in whole] == ["05", "05", "04", "03", "02", "01"]
    paged = pages(api, path, 4)
    assert [len(page) for page in paged] == [4, 2]
    assert [one for page in paged for one in page] == whole
    problem(api.get(path, params={"cursor": "bm9wZQ"}), 404, "not-found")


@of_each
def test_another_tenants_athlete_is_not_there(
    api: httpx.Client, other_api: httpx.Client, athlete: str, resource: Resource
) -> None:
    path = f"{athlete}/{resource.path}"
    body = {"id": str(uuid4()), **resource.whole}
    api.post(path, json=body)
    problem(other_api.get(path), 404, "not-found")
    problem(other_api.post(path, json=resource.least), 404, "not-found")
    problem(other_api.post(f"{path}/bulk", json={"items": [resource.least]}), 404, "not-found")
    problem(other_api.delete(f"{path}/{body['id']}"), 404, "not-found")
    assert api.get(path).json()["items"] == [body]
    problem(api.get(f"{NOBODY}/{resource.path}"), 404, "not-found")
    api.delete(athlete)
    api.post("/v1/athletes", json={"id": athlete.rpartition("/")[2]})
    assert api.get(path).json()["items"] == [], "erased with their athlete"
