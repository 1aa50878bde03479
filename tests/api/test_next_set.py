"""The next set over HTTP: after each logged set, by both doors."""

from typing import Any

import httpx
import pytest

from tests.api.test_advice import athlete, log

BEGAN = "2026-11-23T18:00:00Z"
TARGETS = {"repetition_range": [8, 12], "sets": 3}


@pytest.fixture
def who(api: httpx.Client) -> str:
    """Somebody with a log and a programme."""
    made = athlete(api)
    for day, done in {"2026-11-14": 8, "2026-11-17": 9, "2026-11-20": 10}.items():
        log(api, made, day, [done] * 3)
    programme = {
        "name": "Thighs",
        "starts_on": "2026-11-02",
        "days": [{"exercises": [{"exercise_id": "sumo-squat", "targets": TARGETS}]}],
    }
    assert api.post(f"/v1/athletes/{made}/programmes", json=programme).status_code == 201
    return made


def ask(api: httpx.Client, who: str, at: str = "2026-11-23T18:20:00Z") -> dict[str, Any]:
    path = f"/v1/athletes/{who}/advice/next-set"
    answer = api.get(path, params={"exercise_id": "sumo-squat", "at": at})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def one(repetitions: int, **more: Any) -> dict[str, Any]:
    return {"load_kg": 40, "repetitions": repetitions, **more}


def test_a_session_set_by_set(api: httpx.Client, who: str) -> None:
    assert (ask(api, who)["action"], ask(api, who)["began_at"]) == (
        "warm_up",
        "2026-11-23T18:20:00Z",
    )
    workout = {
        "performed_at": BEGAN,
        "exercises": [{"exercise_id": "sumo-squat", "sets": [one(10)]}],
    }
    made = api.post(f"/v1/athletes/{who}/workouts", json=workout).json()
    second = ask(api, who)
    assert (second["action"], second["number"], second["planned"]) == ("as_planned", 2, 3)
    assert second["began_at"] == BEGAN
    assert second["set"]["load_kg"] == 40
    assert made["sets"][0]["id"] in second["evidence"]["used"]
    path = f"/v1/athletes/{who}/workouts/{made['id']}/sets"
    for repetitions in (9, 9):
        body = {"exercise_id": "sumo-squat", **one(repetitions)}
        assert api.post(path, json=body).status_code == 201
    last = ask(api, who)
    assert (last["action"], last["set"], last["number"]) == ("finished", None, 4)
    assert ask(api, who, at="2026-11-25T18:20:00Z")["action"] == "warm_up"


def test_both_doors_agree(api: httpx.Client, who: str) -> None:
    sets = [one(8, id="0190a6c4-3f00-7a10-8000-0000000000aa", repetitions_in_reserve=0)]
    workout = {
        "performed_at": BEGAN,
        "exercises": [{"exercise_id": "sumo-squat", "sets": sets}],
    }
    api.post(f"/v1/athletes/{who}/workouts", json=workout)
    stored = ask(api, who)
    items = api.get(f"/v1/athletes/{who}/sets").json()["items"][::-1]
    names = ("id", "load_kg", "repetitions", "repetitions_in_reserve", "kind")
    earlier: dict[str, list[Any]] = {}
    for item in items:
        earlier.setdefault(item["performed_at"], []).append({n: item[n] for n in names})
    done = earlier.pop(BEGAN)
    body = {
        "at": BEGAN,
        "exercise": {
            "exercise_id": "sumo-squat",
            "history": [{"performed_at": at, "sets": sets} for at, sets in earlier.items()],
            "targets": {**TARGETS, "since": "2026-11-02T00:00:00Z"},
        },
        "done": done,
    }
    assert api.post("/v1/compute/next-set", json=body).json() == stored


def test_pain_ends_the_exercise(api: httpx.Client, who: str) -> None:
    path = f"/v1/athletes/{who}/advice/next-set"
    query: dict[str, Any] = {"exercise_id": "sumo-squat", "at": BEGAN, "pain_0_to_10": 6}
    found = api.get(path, params=query).json()
    assert (found["status"], found["action"], found["set"]) == ("refused", None, None)
    assert found["instead"]


def test_an_unknown_exercise_is_not_found(api: httpx.Client, who: str) -> None:
    path = f"/v1/athletes/{who}/advice/next-set"
    assert api.get(path, params={"exercise_id": "sumo-sqat"}).status_code == 404
    missing = api.get(path)
    assert missing.json()["errors"][0]["pointer"] == "query/exercise_id"


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_the_ends_of_the_calendar_have_a_next_set(api: httpx.Client, who: str, at: str) -> None:
    assert ask(api, who, at)["began_at"] == at
