"""What an athlete logs: stored whole, once, in the unit sent, and read back page by page."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.test_errors import problem

AT = "2026-11-18T18:30:00+01:00"


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    return str(api.post("/v1/athletes", json={"time_zone": "Europe/Berlin"}).json()["id"])


def workout(performed_at: str = AT, **sets: Any) -> dict[str, Any]:
    one = {"load_kg": 40, "repetitions": 12, **sets}
    exercises = [{"exercise_id": "sumo-squat", "sets": [one, one]}]
    return {"performed_at": performed_at, "exercises": exercises}


def test_creating_an_athlete_twice_is_one_creation(api: httpx.Client) -> None:
    body = {"id": str(uuid4()), "external_id": "jo", "height_cm": 168}
    first, second = (api.post("/v1/athletes", json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert [one["id"] for one in api.get("/v1/athletes").json()["items"]] == [body["id"]]


def test_an_external_id_is_unique_and_finds_its_athlete(api: httpx.Client) -> None:
    jo = api.post("/v1/athletes", json={"external_id": "jo"}).json()
    problem(api.post("/v1/athletes", json={"external_id": "jo"}), 409, "conflict")
    sam = api.post("/v1/athletes", json={"external_id": "sam"}).json()
    found = api.get("/v1/athletes", params={"external_id": "sam"}).json()["items"]
    assert [one["id"] for one in found] == [sam["id"]]
    problem(api.patch(f"/v1/athletes/{jo['id']}", json={"external_id": "sam"}), 409, "conflict")


def test_a_change_touches_only_what_was_sent(api: httpx.Client) -> None:
    made = api.post("/v1/athletes", json={"height_cm": 168, "sex": "female"}).json()
    changed = api.patch(f"/v1/athletes/{made['id']}", json={"height_cm": None}).json()
    assert changed["height_cm"] is None
    assert changed["sex"] == "female"
    assert changed["updated_at"] > made["updated_at"]


def test_pounds_come_back_as_pounds(api: httpx.Client, athlete: str) -> None:
    body = workout(load_kg=None, load={"value": 135, "unit": "lb"})
    logged = api.post(f"/v1/athletes/{athlete}/workouts", json=body).json()
    assert logged["sets"][0]["load"] == {"value": 135.0, "unit": "lb"}
    assert logged["sets"][0]["load_kg"] == pytest.approx(61.23497)
    mass = {"measured_at": AT, "body_mass": {"value": 180.4, "unit": "lb"}}
    weighing = api.post(f"/v1/athletes/{athlete}/weighings", json=mass).json()
    assert weighing["body_mass"] == {"value": 180.4, "unit": "lb"}


def test_a_workout_is_stored_once_whole_and_replaced(api: httpx.Client, athlete: str) -> None:
    body = {"id": str(uuid4()), **workout()}
    path = f"/v1/athletes/{athlete}/workouts"
    first, second = (api.post(path, json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    corrected = api.put(f"{path}/{body['id']}", json=workout(repetitions=10)).json()
    assert [one["repetitions"] for one in corrected["sets"]] == [10, 10]
    assert api.get(f"{path}/{body['id']}").json() == corrected
    assert len(api.get(f"/v1/athletes/{athlete}/sets").json()["items"]) == 2
    assert api.delete(f"{path}/{body['id']}").status_code == 204
    problem(api.get(f"{path}/{body['id']}"), 404, "not-found")
    problem(api.delete(f"{path}/{body['id']}"), 404, "not-found")
    problem(api.put(f"{path}/{body['id']}", json=workout()), 404, "not-found")
    assert api.get(f"/v1/athletes/{athlete}/sets").json()["items"] == []


def test_bulk_is_all_or_nothing(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/workouts"
    bad = workout()
    bad["exercises"][0]["exercise_id"] = "nobody-knows"
    answer = api.post(f"{path}/bulk", json={"items": [workout(), bad]})
    found = problem(answer, 404, "unknown-reference")
    assert found["errors"][0]["pointer"] == "#/items/1/exercises/0/exercise_id"
    assert api.get(path).json()["items"] == []
    good = api.post(f"{path}/bulk", json={"items": [workout(), workout()]})
    assert good.status_code == 201
    assert len(api.get(path).json()["items"]) == 2


def test_set_ids_are_unique_within_the_athlete(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/workouts"
    twice = workout(id=str(uuid4()))
    problem(api.post(path, json=twice), 409, "conflict")
    once = workout()
    once["exercises"][0]["sets"] = [{"id": str(uuid4()), "repetitions": 5}]
    assert api.post(path, json=once).status_code == 201
    problem(api.post(path, json=once), 409, "conflict")


def test_a_set_has_repetitions_or_a_duration_or_a_distance(api: httpx.Client, athlete: str) -> None:
    sets = [{"load_kg": 40}]
    body = {"performed_at": AT, "exercises": [{"exercise_id": "sumo-squat", "sets": sets}]}
    answer = api.post(f"/v1/athletes/{athlete}/workouts", json=body)
    error = problem(answer, 422, "invalid-input")["errors"][0]
    assert (error["pointer"], error["code"]) == ("#/exercises/0/sets/0", "measure_missing")


def test_what_is_read_can_be_sent_back(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/workouts"
    body = workout(load_kg=None, load={"value": 135, "unit": "lb"})
    first = api.post(path, json=body).json()
    own = ("workout_id", "exercise_id", "performed_at", "position")
    sets = [{k: v for k, v in one.items() if k not in own} for one in first["sets"]]
    again = {
        "performed_at": first["performed_at"],
        "exercises": [{"exercise_id": "sumo-squat", "sets": sets}],
    }
    replaced = api.put(f"{path}/{first['id']}", json=again).json()
    assert replaced["sets"] == first["sets"]
    assert replaced["created_at"] == first["created_at"]
    assert (first["corrected_at"], replaced["corrected_at"] is None) == (None, False)
    history = [{"performed_at": first["performed_at"], "sets": sets}]
    compute = {"history": history, "at": "2026-12-01T00:00:00Z", "loads_kg": [60]}
    assert api.post("/v1/compute/repetitions", json=compute).json()["items"][0]["status"] == "ok"


@pytest.mark.parametrize("at", ["2026-11-18T18:30:00", "2026-11-18", "yesterday", 1763487000])
def test_an_instant_has_an_offset(api: httpx.Client, athlete: str, at: object) -> None:
    answer = api.post(f"/v1/athletes/{athlete}/workouts", json={**workout(), "performed_at": at})
    problem(answer, 422, "invalid-input")


def test_holds_distances_tempo_and_notes_come_back(api: httpx.Client, athlete: str) -> None:
    tempo = {"eccentric_s": 3, "pause_s": 1, "concentric_s": 1, "hold_s": 0}
    sets = [
        {"duration_s": 30.5, "kind": "warm_up"},
        {"distance_m": 20, "note": "left, then right"},
        {"repetitions": 0, "load_kg": -20, "tempo": tempo, "repetitions_in_reserve": 1.5},
    ]
    body = {"performed_at": AT, "exercises": [{"exercise_id": "sumo-squat", "sets": sets}]}
    stored = api.post(f"/v1/athletes/{athlete}/workouts", json=body).json()["sets"]
    for sent, found in zip(sets, stored, strict=True):
        assert sent == {name: found[name] for name in sent}
    assert [one["position"] for one in stored] == [0, 1, 2]


def test_a_day_of_intake_has_one_record(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/intake"
    first = api.post(path, json={"eaten_on": "2026-11-18", "energy_kcal": 1800}).json()
    second = api.post(path, json={"eaten_on": "2026-11-18", "energy_kcal": 1900}).json()
    assert second["id"] == first["id"]
    assert [day["energy_kcal"] for day in api.get(path).json()["items"]] == [1900]
    days = [{"eaten_on": "2026-11-19", "energy_kcal": kcal} for kcal in (1, 2)]
    api.post(f"{path}/bulk", json={"items": days})
    assert [day["energy_kcal"] for day in api.get(path).json()["items"]] == [2, 1900]
    elsewhere = {"id": first["id"], "eaten_on": "2026-11-20", "energy_kcal": 1}
    problem(api.post(path, json=elsewhere), 409, "conflict")
    assert api.delete(f"{path}/{first['id']}").status_code == 204
    problem(api.delete(f"{path}/{first['id']}"), 404, "not-found")


def test_a_weighing_is_stored_once(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/weighings"
    body = {"id": str(uuid4()), "measured_at": AT, "body_mass_kg": 71.4}
    first = api.post(path, json=body).json()
    again = api.post(path, json=body)
    assert (again.status_code, again.json()) == (200, first)
    twice = api.post(f"{path}/bulk", json={"items": [body, body]}).json()
    assert twice["items"] == [first, first]
    other = api.post(f"{path}/bulk", json={"items": [body, {**body, "body_mass_kg": 80}]})
    assert problem(other, 409, "conflict")["errors"][0]["pointer"] == "#/items/1/id"
    assert api.get(path).json()["items"] == [first]
    assert api.delete(f"{path}/{body['id']}").status_code == 204
    problem(api.delete(f"{path}/{body['id']}"), 404, "not-found")


@pytest.mark.parametrize(
    "mass", [{}, {"body_mass_kg": 70, "body_mass": {"value": 1, "unit": "lb"}}]
)
def test_a_weighing_has_one_mass(api: httpx.Client, athlete: str, mass: dict[str, Any]) -> None:
    answer = api.post(f"/v1/athletes/{athlete}/weighings", json={"measured_at": AT, **mass})
    problem(answer, 422, "invalid-input")


def test_erasing_an_athlete_removes_everything(api: httpx.Client, athlete: str) -> None:
    api.post(f"/v1/athletes/{athlete}/workouts", json=workout())
    api.post(f"/v1/athletes/{athlete}/weighings", json={"measured_at": AT, "body_mass_kg": 70})
    api.post(f"/v1/athletes/{athlete}/intake", json={"eaten_on": "2026-11-18", "energy_kcal": 1})
    assert api.delete(f"/v1/athletes/{athlete}").status_code == 204
    problem(api.get(f"/v1/athletes/{athlete}"), 404, "not-found")
    assert api.post("/v1/athletes", json={"id": athlete}).status_code == 201
    for path in ("workouts", "sets", "weighings", "intake", "exercises"):
        assert api.get(f"/v1/athletes/{athlete}/{path}").json()["items"] == []


def pages(api: httpx.Client, path: str, limit: int) -> list[list[Any]]:
    """Follow the Link headers to the end."""
    found = []
    url: str | None = f"{path}?limit={limit}"
    while url:
        answer = api.get(url)
        found.append(answer.json()["items"])
        link = answer.headers.get("link")
        assert (link is None) == (answer.json()["next_cursor"] is None)
        url = link.removeprefix("<").partition(">")[0] if link else None
    return found


@pytest.mark.parametrize(
    ("path", "body", "count"),
    [
        ("workouts", lambda day: workout(f"2026-11-{day:02}T18:00:00Z"), 1),
        ("sets", None, 2),
        (
            "weighings",
            lambda day: {"measured_at": f"2026-11-{day:02}T07:00:00Z", "body_mass_kg": 70},
            1,
        ),
        ("intake", lambda day: {"eaten_on": f"2026-11-{day:02}", "energy_kcal": 2000}, 1),
    ],
)
def test_pages_hold_everything_once_newest_first(
    api: httpx.Client, athlete: str, path: str, body: Any, count: int
) -> None:
    make = body or (lambda day: workout(f"2026-11-{day:02}T18:00:00Z"))
    where = path if body else "workouts"
    for day in (3, 1, 2, 5, 4):
        assert api.post(f"/v1/athletes/{athlete}/{where}", json=make(day)).status_code == 201
    whole = api.get(f"/v1/athletes/{athlete}/{path}").json()["items"]
    assert len(whole) == 5 * count
    paged = pages(api, f"/v1/athletes/{athlete}/{path}", 2)
    assert [len(page) for page in paged][:-1] == [2] * (len(paged) - 1)
    assert [one for page in paged for one in page] == whole
    instants = [
        one.get("performed_at") or one.get("measured_at") or one["eaten_on"] for one in whole
    ]
    assert instants == sorted(instants, reverse=True)


def test_athletes_and_own_exercises_are_paged_too(api: httpx.Client) -> None:
    for number in range(5):
        api.post("/v1/athletes", json={"external_id": f"a{number}"})
        api.post("/v1/exercises", json={"name": f"Invented lift {number}"})
    athletes = [one["external_id"] for page in pages(api, "/v1/athletes", 2) for one in page]
    assert athletes == [f"a{number}" for number in range(5)]
    own = [one["name"] for page in pages(api, "/v1/own-exercises", 2) for one in page]
    assert sorted(own) == [f"Invented lift {number}" for number in range(5)]


@pytest.mark.parametrize("cursor", ["x", "bm9wZQ", "W10", "WyJhIl0", "W251bGxd", "eyJhIjoxfQ"])
@pytest.mark.parametrize("path", ["workouts", "sets", "weighings", "intake"])
def test_a_foreign_cursor_is_said(api: httpx.Client, athlete: str, path: str, cursor: str) -> None:
    answer = api.get(f"/v1/athletes/{athlete}/{path}", params={"cursor": cursor})
    assert "cursor" in problem(answer, 404, "not-found")["detail"]


@pytest.mark.parametrize("limit", ["0", "1001", "-1", "many"])
def test_limits_are_bounded(api: httpx.Client, limit: str) -> None:
    problem(api.get("/v1/athletes", params={"limit": limit}), 422, "invalid-input")


def test_logged_exercises_latest_first(api: httpx.Client, athlete: str) -> None:
    api.post(f"/v1/athletes/{athlete}/workouts", json=workout())
    later = workout("2026-11-20T18:30:00+01:00")
    later["exercises"][0]["exercise_id"] = "lateral-lunge"
    api.post(f"/v1/athletes/{athlete}/workouts", json=later)
    found = api.get(f"/v1/athletes/{athlete}/exercises").json()["items"]
    assert [(one["exercise_id"], one["sets"]) for one in found] == [
        ("lateral-lunge", 2),
        ("sumo-squat", 2),
    ]
    assert found[0]["last_performed_at"] == "2026-11-20T17:30:00Z"


def test_own_exercises(api: httpx.Client, athlete: str) -> None:
    body = {"name": "Slide board adduction", "equipment_id": "slider"}
    first, second = (api.post("/v1/exercises", json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert first.json()["own"] is True
    assert api.get(f"/v1/exercises/{first.json()['id']}").json() == first.json()
    taken = problem(api.post("/v1/exercises", json={"name": "Sumo Squat"}), 409, "conflict")
    assert "sumo-squat" in taken["detail"]
    logged = workout()
    logged["exercises"][0]["exercise_id"] = first.json()["id"]
    assert api.post(f"/v1/athletes/{athlete}/workouts", json=logged).status_code == 201


def test_sets_are_added_to_a_workout_under_way(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/workouts"
    made = api.post(path, json=workout()).json()
    one = {"id": str(uuid4()), "exercise_id": "sumo-squat", "load_kg": 42.5, "repetitions": 9}
    first = api.post(f"{path}/{made['id']}/sets", json=one)
    assert first.status_code == 201, first.text
    assert first.json()["position"] == len(made["sets"])
    again = api.post(f"{path}/{made['id']}/sets", json=one)
    assert (again.status_code, again.json()) == (200, first.json())
    stored = api.get(f"{path}/{made['id']}").json()
    assert stored["sets"] == [*made["sets"], first.json()]
    assert stored["corrected_at"] is not None


def test_a_set_of_no_workout_or_no_exercise_is_not_found(api: httpx.Client, athlete: str) -> None:
    path = f"/v1/athletes/{athlete}/workouts"
    made = api.post(path, json=workout()).json()
    one = {"exercise_id": "sumo-sqat", "repetitions": 9}
    unknown = api.post(f"{path}/{made['id']}/sets", json=one)
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (404, "#/exercise_id")
    gone = api.post(f"{path}/{uuid4()}/sets", json={**one, "exercise_id": "sumo-squat"})
    assert gone.status_code == 404
