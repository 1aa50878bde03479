"""Keys open what they name and nothing else."""

import asyncio
from collections.abc import Callable

import httpx
import pytest
from sqlalchemy import text

from app.store.database import Database
from app.usecases.keys import Scope
from tests.api.test_errors import problem

ATHLETE = {"external_id": "jo"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": ""},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Basic dXNlcjpwYXNz"},
        {"Authorization": "Bearer"},
    ],
)
def test_no_valid_key(api: httpx.Client, headers: dict[str, str]) -> None:
    answer = api.get("/v1/athletes", headers=headers)
    problem(answer, 401, "unauthenticated")
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_key_without_the_scope(server_url: str, make_key: Callable[..., str]) -> None:
    headers = {"Authorization": f"Bearer {make_key(Scope.ATHLETES_READ)}"}
    with httpx.Client(base_url=server_url, headers=headers) as reader:
        assert reader.get("/v1/athletes").status_code == 200
        found = problem(reader.post("/v1/athletes", json=ATHLETE), 403, "forbidden")
        assert "athletes:write" in found["detail"]
        problem(reader.get("/v1/muscles"), 403, "forbidden")


def test_another_tenants_athlete_is_not_found(api: httpx.Client, other_api: httpx.Client) -> None:
    athlete = api.post("/v1/athletes", json=ATHLETE).json()["id"]
    own = other_api.post("/v1/athletes", json=ATHLETE)
    assert own.status_code == 201, "the same external_id is free in another tenant"
    workout = {
        "performed_at": "2026-11-18T18:30:00+01:00",
        "exercises": [{"exercise_id": "sumo-squat", "sets": [{"repetitions": 5}]}],
    }
    paths = ["", "/workouts", "/sets", "/weighings", "/intake", "/exercises", "/advice/energy"]
    for path in paths:
        problem(other_api.get(f"/v1/athletes/{athlete}{path}"), 404, "not-found")
    problem(other_api.post(f"/v1/athletes/{athlete}/workouts", json=workout), 404, "not-found")
    problem(other_api.patch(f"/v1/athletes/{athlete}", json={}), 404, "not-found")
    problem(other_api.delete(f"/v1/athletes/{athlete}"), 404, "not-found")
    assert api.get(f"/v1/athletes/{athlete}").status_code == 200


def test_another_tenants_exercise_is_not_found(api: httpx.Client, other_api: httpx.Client) -> None:
    exercise = api.post("/v1/exercises", json={"name": "Wall sit of my own"}).json()["id"]
    problem(other_api.get(f"/v1/exercises/{exercise}"), 404, "not-found")
    athlete = other_api.post("/v1/athletes", json={}).json()["id"]
    workout = {
        "performed_at": "2026-11-18T18:30:00+01:00",
        "exercises": [{"exercise_id": exercise, "sets": [{"repetitions": 5}]}],
    }
    answer = other_api.post(f"/v1/athletes/{athlete}/workouts", json=workout)
    problem(answer, 404, "unknown-reference")


def test_an_id_in_use_elsewhere_is_a_conflict(api: httpx.Client, other_api: httpx.Client) -> None:
    athlete = api.post("/v1/athletes", json={}).json()["id"]
    problem(other_api.post("/v1/athletes", json={"id": athlete}), 409, "conflict")


def test_keys_are_stored_as_hashes(database_url: str, make_key: Callable[..., str]) -> None:
    key = make_key()

    async def rows() -> list[tuple[object, ...]]:
        database = Database(database_url)
        async with database.reading() as session:
            found = (await session.execute(text("SELECT * FROM api_keys"))).all()
        await database.close()
        return [tuple(row) for row in found]

    stored = asyncio.run(rows())
    assert stored
    assert not any(key in str(value) for row in stored for value in row)
