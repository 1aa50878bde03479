"""Many at once: a retry is the same creation, an upsert an upsert, and nobody loses a write."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.test_imports import HEADER, MONDAY
from tests.api.test_log import AT, workout

Send = Callable[[httpx.AsyncClient], Coroutine[Any, Any, httpx.Response]]
AT_ONCE = 12


def statuses(api: httpx.Client, sends: list[Send]) -> list[int]:
    async def all_of_them() -> list[int]:
        async with httpx.AsyncClient(
            base_url=api.base_url, headers=api.headers, timeout=60
        ) as client:
            answers = await asyncio.gather(*(send(client) for send in sends))
            return [answer.status_code for answer in answers]

    return asyncio.run(all_of_them())


def posting(path: str, body: dict[str, Any]) -> Send:
    return lambda client: client.post(path, json=body)


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    return str(api.post("/v1/athletes", json={}).json()["id"])


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/workouts", lambda: {"id": str(uuid4()), **workout()}),
        ("/weighings", lambda: {"id": str(uuid4()), "measured_at": AT, "body_mass_kg": 70}),
    ],
)
def test_retries_at_once_are_one_creation(
    api: httpx.Client, athlete: str, path: str, body: Callable[[], dict[str, Any]]
) -> None:
    where = f"/v1/athletes/{athlete}{path}"
    found = statuses(api, [posting(where, body())] * AT_ONCE)
    assert sorted(found) == [200] * (AT_ONCE - 1) + [201]
    assert len(api.get(where).json()["items"]) == 1


def test_an_athlete_is_made_once(api: httpx.Client) -> None:
    body = {"id": str(uuid4()), "external_id": "jo"}
    found = statuses(api, [posting("/v1/athletes", body)] * AT_ONCE)
    assert sorted(found) == [200] * (AT_ONCE - 1) + [201]


def test_an_own_exercise_is_made_once(api: httpx.Client) -> None:
    found = statuses(api, [posting("/v1/exercises", {"name": "Invented squeeze"})] * AT_ONCE)
    assert sorted(found) == [200] * (AT_ONCE - 1) + [201]


def test_a_day_of_intake_is_replaced_by_all(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/intake"
    sends = [
        posting(path, {"eaten_on": "2026-11-18", "energy_kcal": 1_000 + n}) for n in range(AT_ONCE)
    ]
    assert statuses(api, sends) == [201] * AT_ONCE
    assert len(api.get(path).json()["items"]) == 1


def test_the_same_days_in_any_order(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/intake"
    days = [{"eaten_on": f"2026-10-{day:02}", "energy_kcal": 2_000} for day in range(1, 31)]
    sends = [posting(f"{path}/bulk", {"items": days[n:] + days[:n]}) for n in range(AT_ONCE)]
    assert statuses(api, sends) == [201] * AT_ONCE
    assert len(api.get(path).json()["items"]) == 30


def test_replacing_a_workout_never_loses_it(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/workouts"
    made = api.post(path, json=workout()).json()["id"]

    def replacing(repetitions: int) -> Send:
        return lambda client: client.put(f"{path}/{made}", json=workout(repetitions=repetitions))

    sends = [replacing(count) for count in range(1, AT_ONCE)]
    assert statuses(api, sends) == [200] * (AT_ONCE - 1)
    assert len(api.get(f"{path}/{made}").json()["sets"]) == 2


def test_imports_of_different_athletes_share_new_names(api: httpx.Client) -> None:
    athletes = [api.post("/v1/athletes", json={}).json()["id"] for _ in range(6)]

    def importing(athlete: str) -> Send:
        return lambda client: client.post(
            f"/v1/athletes/{athlete}/imports",
            files={"file": HEADER + MONDAY},
            data={"format": "strong", "mass_unit": "lb"},
        )

    assert statuses(api, [importing(one) for one in athletes]) == [200] * 6
    for one in athletes:
        assert len(api.get(f"/v1/athletes/{one}/sets").json()["items"]) == 5
    assert len(api.get("/v1/own-exercises").json()["items"]) == 1
