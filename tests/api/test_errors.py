"""Every error is a problem document that names the place and the mend, and nothing is stored."""

from typing import Any

import httpx
import pytest

from app.api.problem_types import PROBLEM_TYPES

JSON = {"Content-Type": "application/json"}


def problem(response: httpx.Response, status: int, slug: str) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["type"] == f"/problems/{slug}"
    assert body["status"] == status
    assert body["request_id"] == response.headers["x-request-id"]
    assert body["detail"]
    return body


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ('{"nickname": "Jo"}', "#/nickname", "extra_forbidden"),
        ('{"height_cm": "168"}', "#/height_cm", "float_type"),
        ('{"height_cm": NaN}', "#/height_cm", "finite_number"),
        ('{"height_cm": 1e999}', "#/height_cm", "finite_number"),
        ('{"height_cm": -3}', "#/height_cm", "greater_than_equal"),
        ('{"height_cm": true}', "#/height_cm", "float_type"),
        ('{"sex": "yes"}', "#/sex", "enum"),
        ('{"born_on": 19900101}', "#/born_on", "text_needed"),
        ('{"born_on": "1990-02-30"}', "#/born_on", "date_from_datetime_parsing"),
        ('{"external_id": "a\\u0000b"}', "#/external_id", "string_pattern_mismatch"),
        ('{"external_id": " \\t"}', "#/external_id", "string_pattern_mismatch"),
        ('{"external_id": "\\ud800"}', "#/external_id", "string_unicode"),
        ('{"id": "42"}', "#/id", "uuid_parsing"),
        ("[]", "#", "model_attributes_type"),
        ("", "#", "missing"),
    ],
)
def test_invalid_input_names_place_and_fault(
    api: httpx.Client, body: str, pointer: str, code: str
) -> None:
    answer = api.post("/v1/athletes", content=body, headers=JSON)
    found = problem(answer, 422, "invalid-input")
    assert [(item["pointer"], item["code"]) for item in found["errors"]] == [(pointer, code)]
    assert api.get("/v1/athletes").json()["items"] == []


@pytest.mark.parametrize("body", [b"{", b'{"sex": }', b"\xff\xfe{}", b"[" * 100_000])
def test_undecodable_body(api: httpx.Client, body: bytes) -> None:
    problem(api.post("/v1/athletes", content=body, headers=JSON), 400, "malformed-body")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded"]
)
def test_unsupported_media_type(api: httpx.Client, kind: str) -> None:
    answer = api.post("/v1/athletes", content="{}", headers={"Content-Type": kind})
    problem(answer, 415, "unsupported-media-type")


def test_body_too_large(api: httpx.Client) -> None:
    huge = '{"external_id": "' + "x" * 5_000_000 + '"}'
    problem(api.post("/v1/athletes", content=huge, headers=JSON), 413, "body-too-large")


@pytest.mark.parametrize(
    "path",
    [
        "/v1/nothing",
        "/v1/athletes/not-a-uuid",
        "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead",
        "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead/workouts",
        "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead/advice/energy",
        "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead/advice/exercises/sumo-squat",
        "/v1/exercises/no-such-exercise",
        "/problems/no-such-problem",
    ],
)
def test_not_found(api: httpx.Client, path: str) -> None:
    problem(api.get(path), 404, "not-found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/v1/athletes", "GET, POST"),
        ("POST", "/v1/athletes/0190a6c4-3f00-7a10-8000-000000000001", "DELETE, GET, PATCH"),
        ("GET", "/v1/athletes/0190a6c4-3f00-7a10-8000-000000000001/workouts/bulk", "POST"),
        ("GET", "/v1/compute/repetitions", "POST"),
        ("TRACE", "/livez", "GET"),
    ],
)
def test_method_not_allowed_names_all_that_are(
    api: httpx.Client, method: str, path: str, allowed: str
) -> None:
    answer = api.request(method, path)
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == allowed


def test_unknown_references_name_the_nearest(api: httpx.Client) -> None:
    athlete = api.post("/v1/athletes", json={}).json()["id"]
    workout = {
        "performed_at": "2026-11-18T18:30:00+01:00",
        "exercises": [{"exercise_id": "sumo-squad", "sets": [{"repetitions": 5}]}],
    }
    answer = api.post(f"/v1/athletes/{athlete}/workouts", json=workout)
    error = problem(answer, 404, "unknown-reference")["errors"][0]
    assert error["pointer"] == "#/exercises/0/exercise_id"
    assert "sumo-squat" in error["detail"]
    assert api.get(f"/v1/athletes/{athlete}/workouts").json()["items"] == []


@pytest.mark.parametrize(
    ("path", "body", "pointer"),
    [
        ("/v1/athletes", {"time_zone": "Mars/Olympus"}, "#/time_zone"),
        ("/v1/exercises", {"name": "A thing", "equipment_id": "anvil"}, "#/equipment_id"),
    ],
)
def test_other_unknown_references(
    api: httpx.Client, path: str, body: dict[str, str], pointer: str
) -> None:
    found = problem(api.post(path, json=body), 404, "unknown-reference")
    assert found["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("/v1/athletes?limits=5", "query/limits"),
        ("/v1/exercises?limit=5", "query/limit"),
        ("/v1/muscles?group=adductors", "query/group"),
    ],
)
def test_unknown_parameters_are_refused(api: httpx.Client, path: str, pointer: str) -> None:
    (error,) = problem(api.get(path), 422, "invalid-input")["errors"]
    assert (error["pointer"], error["code"]) == (pointer, "unknown_parameter")


def test_errors_are_bounded(api: httpx.Client) -> None:
    history = [{"performed_at": "x", "sets": [{"repetitions": -1}]}] * 500
    body = {"history": history, "at": "2026-11-23T18:00:00Z", "loads_kg": [60]}
    found = problem(api.post("/v1/compute/repetitions", json=body), 422, "invalid-input")
    assert len(found["errors"]) == 100
    assert "999 more" in found["detail"]


def test_every_problem_type_has_a_page(api: httpx.Client) -> None:
    for slug, kind in PROBLEM_TYPES.items():
        page = api.get(f"/problems/{slug}")
        assert page.status_code == 200
        assert kind.mend in page.text
