"""An import is undone: what it made and nobody touched goes, the rest is named."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.test_concurrency import statuses
from tests.api.test_errors import problem
from tests.api.test_imports import HEADER, MONDAY, THURSDAY, upload
from tests.api.test_log import pages, workout

FRIDAY = '2026-11-06 18:00:00,"Push",50m,"Bench Press (Barbell)",1,140,8,0,0,"","",\n'
MORE_ON_THURSDAY = THURSDAY + THURSDAY.replace(",1,140,", ",2,145,")
Told = dict[str, Any]


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    return str(api.post("/v1/athletes", json={}).json()["id"])


def undo(api: httpx.Client, athlete: str, import_id: str) -> httpx.Response:
    return api.delete(f"/v1/athletes/{athlete}/imports/{import_id}")


def workouts(api: httpx.Client, athlete: str) -> list[Told]:
    items: list[Told] = api.get(f"/v1/athletes/{athlete}/workouts").json()["items"]
    return items


def test_all_that_it_made_goes_and_nothing_else(api: httpx.Client, athlete: str) -> None:
    by_hand = api.post(f"/v1/athletes/{athlete}/workouts", json=workout()).json()
    first = upload(api, athlete, HEADER + MONDAY).json()
    second = upload(api, athlete, HEADER + MONDAY + THURSDAY + FRIDAY).json()
    listed = api.get(f"/v1/athletes/{athlete}/imports").json()["items"]
    assert [(one["id"], one["workouts_added"], one["sets_added"]) for one in listed] == [
        (second["id"], 2, 2),
        (first["id"], 1, 5),
    ]
    undone = undo(api, athlete, second["id"]).json()
    assert undone == {
        "id": second["id"],
        "undone_at": undone["undone_at"],
        "workouts_removed": 2,
        "sets_removed": 2,
        "kept": [],
        "sets_kept_in_known": 0,
    }
    assert len(workouts(api, athlete)) == 2
    undo(api, athlete, first["id"])
    assert workouts(api, athlete) == [by_hand]
    marked = api.get(f"/v1/athletes/{athlete}/imports").json()["items"]
    assert all(one["undone_at"] for one in marked)


def test_undoing_twice_is_undoing_once(api: httpx.Client, athlete: str) -> None:
    made = upload(api, athlete, HEADER + MONDAY).json()
    first, again = (undo(api, athlete, made["id"]).json() for _ in range(2))
    assert again == {**first, "workouts_removed": 0, "sets_removed": 0}


def test_an_undone_file_can_be_imported_again(api: httpx.Client, athlete: str) -> None:
    first = upload(api, athlete, HEADER + MONDAY).json()
    undo(api, athlete, first["id"])
    second = upload(api, athlete, HEADER + MONDAY).json()
    assert (second["sets_added"], second["sets_known"]) == (5, 0)
    assert second["id"] != first["id"]
    assert undo(api, athlete, first["id"]).json()["sets_removed"] == 0, "they are the second's"
    assert undo(api, athlete, second["id"]).json()["sets_removed"] == 5


def test_what_adds_nothing_is_no_import(api: httpx.Client, athlete: str) -> None:
    upload(api, athlete, HEADER + MONDAY)
    assert upload(api, athlete, HEADER + MONDAY).json()["id"] is None
    assert len(api.get(f"/v1/athletes/{athlete}/imports").json()["items"]) == 1


@pytest.mark.parametrize("how", ["replaced", "added to"])
def test_what_somebody_corrected_stays_and_is_named(
    api: httpx.Client, athlete: str, how: str
) -> None:
    made = upload(api, athlete, HEADER + MONDAY + THURSDAY).json()
    thursday, _ = workouts(api, athlete)
    path = f"/v1/athletes/{athlete}/workouts/{thursday['id']}"
    if how == "replaced":
        body = {"performed_at": thursday["performed_at"], "exercises": workout()["exercises"]}
        assert api.put(path, json=body).status_code == 200
    else:
        one = {"exercise_id": "sumo-squat", "repetitions": 5}
        assert api.post(f"{path}/sets", json=one).status_code == 201
    undone = undo(api, athlete, made["id"]).json()
    assert (undone["workouts_removed"], undone["sets_removed"]) == (1, 5)
    assert [(one["id"], one["performed_at"]) for one in undone["kept"]] == [
        (thursday["id"], thursday["performed_at"])
    ]
    assert [one["id"] for one in workouts(api, athlete)] == [thursday["id"]]


def test_sets_added_to_workouts_of_an_earlier_import_stay(api: httpx.Client, athlete: str) -> None:
    upload(api, athlete, HEADER + THURSDAY)
    longer = upload(api, athlete, HEADER + MORE_ON_THURSDAY + FRIDAY).json()
    undone = undo(api, athlete, longer["id"]).json()
    assert (undone["workouts_removed"], undone["sets_removed"]) == (1, 1)
    assert undone["sets_kept_in_known"] == 1
    assert [len(one["sets"]) for one in workouts(api, athlete)] == [2]


def test_others_imports_are_not_found(
    api: httpx.Client, other_api: httpx.Client, athlete: str
) -> None:
    made = upload(api, athlete, HEADER + MONDAY).json()
    problem(undo(other_api, athlete, made["id"]), 404, "not-found")
    problem(other_api.get(f"/v1/athletes/{athlete}/imports"), 404, "not-found")
    another = str(api.post("/v1/athletes", json={}).json()["id"])
    problem(undo(api, another, made["id"]), 404, "not-found")
    problem(undo(api, athlete, str(uuid4())), 404, "not-found")
    assert len(workouts(api, athlete)) == 1


def test_imports_are_paged_newest_first(api: httpx.Client, athlete: str) -> None:
    made = [
        upload(api, athlete, HEADER + THURSDAY.replace("11-05", f"11-{day:02}")).json()["id"]
        for day in range(1, 6)
    ]
    found = [one["id"] for page in pages(api, f"/v1/athletes/{athlete}/imports", 2) for one in page]
    assert found == made[::-1]


def test_undone_by_many_at_once(api: httpx.Client, athlete: str) -> None:
    made = upload(api, athlete, HEADER + MONDAY + THURSDAY).json()
    path = f"/v1/athletes/{athlete}/imports/{made['id']}"
    assert statuses(api, [lambda client: client.delete(path)] * 6) == [200] * 6
    assert workouts(api, athlete) == []
