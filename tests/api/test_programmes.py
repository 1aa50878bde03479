"""Programmes: stored days with schemes and targets, and the advice that follows them."""

from typing import Any

import httpx
import pytest

from tests.api.test_advice import athlete, log

AT = "2026-11-23T18:00:00Z"
RANGED = {"exercise_id": "sumo-squat", "targets": {"repetition_range": [8, 10], "sets": 2}}
LINEAR = {"exercise_id": "barbell-bench-press", "scheme": {"name": "linear", "sets": 3}}
BODY: dict[str, Any] = {
    "name": "Thighs",
    "starts_on": "2026-11-02",
    "days": [{"name": "A", "exercises": [RANGED]}, {"name": "B", "exercises": [LINEAR]}],
}
SET = {"load_kg": 40, "repetitions": 8}
PLAIN = {"at": AT}


@pytest.fixture
def who(api: httpx.Client) -> str:
    return athlete(api)


def create(api: httpx.Client, who: str, **changes: Any) -> dict[str, Any]:
    answer = api.post(f"/v1/athletes/{who}/programmes", json={**BODY, **changes})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def due(api: httpx.Client, who: str, at: str = AT, **query: Any) -> dict[str, Any]:
    answer = api.get(f"/v1/athletes/{who}/advice/next-session", params={"at": at, **query})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_what_is_stored_is_what_was_sent(api: httpx.Client, who: str) -> None:
    made = create(api, who)
    assert [day["name"] for day in made["days"]] == ["A", "B"]
    first, second = (day["exercises"][0] for day in made["days"])
    assert first["targets"]["repetition_range"] == [8, 10]
    assert (first["scheme"], second["scheme"]["name"]) == (None, "linear")
    assert first["targets"]["since"] == "2026-11-02T00:00:00Z"
    path = f"/v1/athletes/{who}/programmes"
    assert api.get(f"{path}/{made['id']}").json() == made
    assert api.get(path).json()["items"] == [made]


def test_weekdays_are_kept_in_the_order_of_the_week(api: httpx.Client, who: str) -> None:
    made = create(api, who, weekdays=["friday", "monday", "friday"])
    assert made["weekdays"] == ["monday", "friday"]
    assert create(api, who)["weekdays"] is None
    path = f"/v1/athletes/{who}/programmes/{made['id']}"
    changed = api.put(path, json={**BODY, "weekdays": ["sunday"]}).json()
    assert (changed["weekdays"], api.get(path).json()) == (["sunday"], changed)
    again = api.post(f"/v1/athletes/{who}/programmes", json={**BODY, "id": made["id"]})
    assert again.status_code == 409


def test_creating_twice_is_creating_once(api: httpx.Client, who: str) -> None:
    programme_id = create(api, who)["id"]
    path = f"/v1/athletes/{who}/programmes"
    again = api.post(path, json={**BODY, "id": programme_id})
    assert (again.status_code, again.json()["id"]) == (200, programme_id)
    other = api.post(path, json={**BODY, "id": programme_id, "name": "Arms"})
    assert other.status_code == 409
    assert other.json()["errors"][0]["code"] == "id_taken"


def test_replacing_begins_anew_only_what_changed(api: httpx.Client, who: str) -> None:
    made = create(api, who)
    days = [BODY["days"][0], {"name": "B", "exercises": [{**LINEAR, "scheme": {"name": "wave"}}]}]
    path = f"/v1/athletes/{who}/programmes/{made['id']}"
    answer = api.put(path, json={**BODY, "days": days})
    assert answer.status_code == 200, answer.text
    before = [day["exercises"][0]["targets"]["since"] for day in made["days"]]
    after = [day["exercises"][0]["targets"]["since"] for day in answer.json()["days"]]
    assert after[0] == before[0]
    assert after[1] > before[1]
    assert api.get(path).json() == answer.json()


def test_days_follow_one_another_as_they_are_trained(api: httpx.Client, who: str) -> None:
    made = create(api, who)
    assert (due(api, who)["programme_id"], due(api, who)["day_name"]) == (made["id"], "A")
    log(api, who, "2026-11-20", [8, 8])
    second = due(api, who)
    assert (second["day"], second["day_name"]) == (1, "B")
    (item,) = second["items"]
    assert (item["exercise_id"], item["scheme"]) == ("barbell-bench-press", "linear")
    before_that = due(api, who, at="2026-11-19T18:00:00Z")
    assert before_that["day_name"] == "A"


def test_the_advice_of_an_exercise_follows_the_programme(api: httpx.Client, who: str) -> None:
    create(api, who)
    log(api, who, "2026-11-20", [8, 8])
    path = f"/v1/athletes/{who}/advice/exercises/sumo-squat"
    advice = api.get(path, params={"at": AT}).json()
    assert [(one["repetitions_low"], one["repetitions_high"]) for one in advice["sets"]] == [
        (8, 10)
    ] * 2
    told = api.get(path, params={"at": AT, "repetition_range": [3, 5]}).json()
    assert told["sets"][0]["repetitions_high"] == 5


def test_a_target_that_the_scheme_has_itself_is_refused(api: httpx.Client, who: str) -> None:
    create(api, who)
    path = f"/v1/athletes/{who}/advice/exercises/barbell-bench-press"
    answer = api.get(path, params={"at": AT, "sets": 5})
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "query/sets"
    named = api.get(path, params={"at": AT, "sets": 5, "scheme": "double_progression"})
    assert named.status_code == 200


def test_without_a_programme_nothing_is_due(api: httpx.Client, who: str) -> None:
    nothing = due(api, who)
    assert (nothing["items"], nothing["programme_id"]) == ([], None)
    assert [one["code"] for one in nothing["missing"]] == ["programme"]
    named = due(api, who, exercise_id=["pull-up", "sumo-squat"])
    assert [one["exercise_id"] for one in named["items"]] == ["pull-up", "sumo-squat"]


def test_a_programme_that_ended_is_not_due(api: httpx.Client, who: str) -> None:
    create(api, who, ends_on="2026-11-22")
    assert due(api, who)["items"] == []
    assert due(api, who, at="2026-11-22T12:00:00Z")["items"] != []


def test_a_mesocycle_sets_the_effort_of_the_week(api: httpx.Client, who: str) -> None:
    create(api, who, starts_on="2026-11-01", mesocycle={"weeks": 4})
    log(api, who, "2026-11-20", [8, 8])
    path = f"/v1/athletes/{who}/advice/exercises/sumo-squat"
    deload = api.get(path, params={"at": "2026-11-23T18:00:00Z"}).json()
    assert len(deload["sets"]) == 1
    (one,) = deload["sets"]
    assert (one["load_kg"], one["repetitions_in_reserve"]) == (36, 2), "5 where 9 are possible"
    history = [{"performed_at": "2026-11-20T18:00:00Z", "sets": [SET, SET]}]
    mesocycle = {"starts_on": "2026-11-01", "weeks": 4}
    body = {**PLAIN, "mesocycle": mesocycle, "exercises": [{**RANGED, "history": history}]}
    (item,) = api.post("/v1/compute/next-session", json=body).json()["items"]
    assert item["sets"] == deload["sets"]


def test_a_deload_week_is_not_held_against_anybody(api: httpx.Client, who: str) -> None:
    create(api, who, starts_on="2026-10-26", mesocycle={"weeks": 4})
    done = {"2026-11-13": [9, 8], "2026-11-17": [8], "2026-11-20": [8]}
    for day, repetitions in done.items():
        log(api, who, day, repetitions)
    path = f"/v1/athletes/{who}/advice/exercises/sumo-squat"
    advice = api.get(path, params={"at": AT}).json()
    assert (advice["action"], len(advice["sets"])) == ("increase_repetitions", 2)
    assert [one["reason"] for one in advice["evidence"]["excluded"]] == ["deload_week"] * 2
    history = [
        {"performed_at": f"{day}T18:00:00Z", "sets": [{**SET, "repetitions": n} for n in all_of]}
        for day, all_of in done.items()
    ]
    targets = {"repetition_range": [8, 10], "sets": 2, "since": "2026-10-26T00:00:00Z"}
    exercise = {"exercise_id": "sumo-squat", "targets": targets, "history": history}
    weeks = {**PLAIN, "mesocycle": {"starts_on": "2026-10-26", "weeks": 4}}
    told = api.post("/v1/compute/next-session", json={**weeks, "exercises": [exercise]}).json()
    assert told["items"][0]["sets"] == advice["sets"]
    query = {"exercise_id": "sumo-squat", "at": "2026-11-21T18:00:00Z"}
    stored = api.get(f"/v1/athletes/{who}/advice/next-set", params=query).json()
    body = {**weeks, "at": query["at"], "exercise": exercise}
    sent = api.post("/v1/compute/next-set", json=body).json()
    same = ("action", "number", "planned", "set", "warm_up", "because")
    assert {n: sent[n] for n in same} == {n: stored[n] for n in same}
    assert stored["planned"] == 1, "of two, in a week of deload"


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"days": []}, "#/days"),
        ({"ends_on": "2026-11-01"}, "#"),
        (
            {"days": [{"exercises": [{"exercise_id": "sumo-sqat"}]}]},
            "#/days/0/exercises/0/exercise_id",
        ),
        (
            {"days": [{"exercises": [{**LINEAR, "scheme": {"name": "linar"}}]}]},
            "#/days/0/exercises/0/scheme",
        ),
        (
            {"days": [{"exercises": [{**LINEAR, "scheme": {"name": "linear", "sets": 900}}]}]},
            "#/days/0/exercises/0/scheme/sets",
        ),
        (
            {"days": [{"exercises": [{**RANGED, "scheme": {"name": "linear"}}]}]},
            "#/days/0/exercises/0",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(
    api: httpx.Client, who: str, change: dict[str, Any], pointer: str
) -> None:
    answer = api.post(f"/v1/athletes/{who}/programmes", json={**BODY, **change})
    assert answer.status_code in (404, 422)
    assert [one["pointer"] for one in answer.json()["errors"]] == [pointer]


def test_a_programme_is_removed_and_the_log_stays(api: httpx.Client, who: str) -> None:
    made = create(api, who)
    log(api, who, "2026-11-20", [8, 8])
    path = f"/v1/athletes/{who}/programmes/{made['id']}"
    assert api.delete(path).status_code == 204
    assert api.delete(path).status_code == 404
    assert api.get(path).status_code == 404
    assert len(api.get(f"/v1/athletes/{who}/sets").json()["items"]) == 2
