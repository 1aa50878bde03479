"""A tenant's own exercises: what is told of them is used, and one merged takes its log along."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from app.store.database import Database
from tests.api.test_concurrency import posting, statuses
from tests.api.test_doors import exported_history
from tests.api.test_errors import JSON, problem
from tests.api.test_imports import HEADER, upload

AT = "2026-11-23T18:00:00Z"
PLACES = ("2026-11-16T18:00:00Z", "2026-11-19T18:00:00Z")
FACTS: dict[str, Any] = {
    "muscles": [
        {"muscle_id": "adductor_longus", "share": 1.0},
        {"muscle_id": "gluteus_medius", "share": 0.5},
    ],
    "body_mass_share": None,
    "measured_in": "repetitions",
    "range_low": 10,
    "range_high": 15,
    "rest_s": 75.0,
    "tempo": {"eccentric_s": 4.0, "pause_s": 0.0, "concentric_s": 1.0, "hold_s": 1.0},
    "laterality": "unilateral",
    "mechanics": "isolation",
}
Told = dict[str, Any]


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    return str(api.post("/v1/athletes", json={}).json()["id"])


def made(api: httpx.Client, name: str = "Wobble board", **told: Any) -> Told:
    answer = api.post("/v1/exercises", json={"name": name, **told})
    assert answer.status_code == 201, answer.text
    row: Told = answer.json()
    return row


def log(api: httpx.Client, athlete: str, exercise_id: str, at: str = PLACES[0], **one: Any) -> Told:
    done = {"load_kg": 20, "repetitions": 12, **one}
    exercises = [{"exercise_id": exercise_id, "sets": [done] * 3}]
    body = {"performed_at": at, "exercises": exercises}
    answer = api.post(f"/v1/athletes/{athlete}/workouts", json=body)
    assert answer.status_code == 201, answer.text
    workout: Told = answer.json()
    return workout


def merge(api: httpx.Client, source: str, into: str) -> httpx.Response:
    return api.post(f"/v1/own-exercises/{source}/merge", json={"into": into})


def sets_of(api: httpx.Client, athlete: str, exercise_id: str) -> list[Told]:
    path = f"/v1/athletes/{athlete}/sets"
    items: list[Told] = api.get(path, params={"exercise_id": exercise_id}).json()["items"]
    return items


def test_facts_are_told_at_once_or_later(api: httpx.Client) -> None:
    at_once = made(api, "Told at once", equipment_id="cable", **FACTS)
    assert {name: at_once[name] for name in FACTS} == FACTS
    later = made(api, "Told later")
    assert {name: later[name] for name in FACTS} == {**dict.fromkeys(FACTS), "muscles": []}
    path = f"/v1/own-exercises/{later['id']}"
    changed = api.patch(path, json={**FACTS, "equipment_id": "cable"}).json()
    assert changed == {**at_once, "id": later["id"], "name": "Told later"} | {
        "created_at": later["created_at"]
    }
    assert api.get(f"/v1/exercises/{later['id']}").json() == changed
    assert api.patch(path, json={}).json() == changed
    forgotten = api.patch(path, json={"tempo": None, "muscles": None}).json()
    assert forgotten == {**changed, "tempo": None, "muscles": []}


def test_an_id_of_the_callers_own(api: httpx.Client, other_api: httpx.Client) -> None:
    body = {"id": str(uuid4()), "name": "Made offline"}
    first, second = (api.post("/v1/exercises", json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == body["id"]
    taken = problem(other_api.post("/v1/exercises", json=body), 409, "conflict")
    assert [(one["pointer"], one["code"]) for one in taken["errors"]] == [("#/id", "id_taken")]


@pytest.mark.parametrize(
    ("body", "status", "pointer", "code"),
    [
        ('{"body_mass_share": 0.6}', 422, "#", "facts_contradict"),
        ('{"range_low": 8}', 422, "#", "facts_contradict"),
        ('{"range_low": 12, "range_high": 8}', 422, "#", "facts_contradict"),
        ('{"range_low": 0, "range_high": 8}', 422, "#/range_low", "greater_than_equal"),
        ('{"rest_s": NaN}', 422, "#/rest_s", "finite_number"),
        ('{"rest_s": "90"}', 422, "#/rest_s", "float_type"),
        (
            '{"load_mode": "body_weight", "body_mass_share": 1.5}',
            422,
            "#/body_mass_share",
            "less_than_equal",
        ),
        ('{"laterality": "left"}', 422, "#/laterality", "enum"),
        ('{"colour": "red"}', 422, "#/colour", "extra_forbidden"),
        (
            '{"muscles": [{"muscle_id": "adductor_longus", "share": 2}]}',
            422,
            "#/muscles/0/share",
            "less_than_equal",
        ),
        (
            '{"muscles": [{"muscle_id": "adductor_longs", "share": 1}]}',
            404,
            "#/muscles/0/muscle_id",
            "unknown_muscle",
        ),
    ],
)
def test_mistakes_are_named(
    api: httpx.Client, body: str, status: int, pointer: str, code: str
) -> None:
    sent = body.replace("{", '{"name": "Wrong", ', 1)
    found = api.post("/v1/exercises", content=sent, headers=JSON)
    slug = "unknown-reference" if status == 404 else "invalid-input"
    errors = problem(found, status, slug)["errors"]
    assert [(one["pointer"], one["code"]) for one in errors] == [(pointer, code)]
    assert api.get("/v1/own-exercises").json()["items"] == []


def test_a_change_that_contradicts_what_is_stored(api: httpx.Client) -> None:
    own = made(api, load_mode="body_weight", body_mass_share=0.7)
    path = f"/v1/own-exercises/{own['id']}"
    found = problem(api.patch(path, json={"load_mode": "external"}), 409, "conflict")
    assert found["errors"][0]["pointer"] == "#/body_mass_share"
    problem(api.patch(path, json={"range_low": 5}), 409, "conflict")
    problem(api.patch(path, json={"equipment_id": "anvil"}), 404, "unknown-reference")
    problem(api.patch(path, json={"load_mode": None}), 422, "invalid-input")
    assert api.get(f"/v1/exercises/{own['id']}").json() == own
    both = api.patch(path, json={"load_mode": "external", "body_mass_share": None}).json()
    assert (both["load_mode"], both["body_mass_share"]) == ("external", None)


def test_what_is_not_ones_own_is_not_changed(api: httpx.Client, other_api: httpx.Client) -> None:
    own = made(api)
    for client, id_ in ((api, "sumo-squat"), (other_api, own["id"]), (api, str(uuid4()))):
        problem(client.patch(f"/v1/own-exercises/{id_}", json={}), 404, "not-found")
        problem(merge(client, id_, "sumo-squat"), 404, "not-found")


def test_facts_are_used_by_both_doors(api: httpx.Client, athlete: str) -> None:
    told = {**FACTS, "load_mode": "body_weight", "body_mass_share": 0.8}
    own = made(api, equipment_id="cable", **told)
    weighing = {"measured_at": PLACES[0], "body_mass_kg": 70}
    api.post(f"/v1/athletes/{athlete}/weighings", json=weighing)
    for at in PLACES:
        log(api, athlete, own["id"], at)
    path = f"/v1/athletes/{athlete}/advice/exercises/{own['id']}"
    stored = api.get(path, params={"at": AT}).json()
    assert stored["per_side"] is True
    assert {one["rest_s"] for one in stored["sets"]} == {75.0}
    assert stored["sets"][0]["tempo"] == FACTS["tempo"]
    assert (stored["sets"][0]["repetitions_low"], stored["sets"][0]["repetitions_high"]) == (10, 15)
    assert stored["sets"][0]["prediction"] is not None, "the share of the body is known"
    exercise = {
        "exercise_id": own["id"],
        "equipment_id": "cable",
        "load_mode": "body_weight",
        "facts": {name: own[name] for name in FACTS},
        "history": exported_history(api, athlete, own["id"]),
    }
    body = {"at": AT, "body_mass_kg": 70, "exercises": [exercise]}
    (stateless,) = api.post("/v1/compute/next-session", json=body).json()["items"]
    assert {**stateless, "exercise_name": own["name"]} == stored
    wrong = {**exercise, "facts": {"muscles": [{"muscle_id": "thigh", "share": 1}]}}
    answer = api.post("/v1/compute/next-session", json={**body, "exercises": [wrong]})
    (error,) = problem(answer, 404, "unknown-reference")["errors"]
    assert error["pointer"] == "#/exercises/0/facts/muscles/0/muscle_id"


def test_soreness_bears_on_the_muscles_told(api: httpx.Client, athlete: str) -> None:
    own = made(api, **FACTS)
    log(api, athlete, own["id"])
    note = {"noted_at": "2026-11-23T07:00:00Z", "pain_0_to_10": {"adductors": 8}}
    api.post(f"/v1/athletes/{athlete}/recovery", json=note)
    path = f"/v1/athletes/{athlete}/advice/exercises/{own['id']}"
    assert api.get(path, params={"at": AT}).json()["status"] == "refused"


def test_told_muscles_count_in_volume_and_recovery(api: httpx.Client, athlete: str) -> None:
    own = made(api)
    log(api, athlete, own["id"], PLACES[1])
    volume = f"/v1/athletes/{athlete}/advice/volume"
    before = api.get(volume, params={"on": "2026-11-21"}).json()
    assert [one["exercise_id"] for one in before["exercises_left_out"]] == [own["id"]]
    api.patch(f"/v1/own-exercises/{own['id']}", json={"muscles": FACTS["muscles"]})
    after = api.get(volume, params={"on": "2026-11-21"}).json()
    muscles = after["volume"]["value"]["last_7_days"]["muscles"]
    assert after["exercises_left_out"] == []
    assert {one["id"]: one["fractional_sets"] for one in muscles} == {
        "adductor_longus": 3.0,
        "gluteus_medius": 1.5,
    }
    at = {"at": "2026-11-20T08:00:00Z"}
    recovery = api.get(f"/v1/athletes/{athlete}/advice/recovery", params=at).json()
    assert recovery["recovery"]["status"] == "ok"


def test_a_merge_takes_everything_along(api: httpx.Client, athlete: str) -> None:
    own, other = made(api), str(api.post("/v1/athletes", json={}).json()["id"])
    for who in (athlete, other):
        log(api, who, own["id"])
    log(api, athlete, "sumo-squat", PLACES[1])
    programme = {"name": "A", "days": [{"exercises": [{"exercise_id": own["id"]}]}]}
    api.post(f"/v1/athletes/{athlete}/programmes", json=programme)
    advice = f"/v1/athletes/{athlete}/advice/exercises/"
    first = merge(api, own["id"], "sumo-squat")
    assert first.json() == {
        "exercise_id": own["id"],
        "into": "sumo-squat",
        "sets": 6,
        "programme_exercises": 1,
        "preferences": 0,
        "decisions": 0,
    }
    for who, sets in ((athlete, 6), (other, 3)):
        found = sets_of(api, who, "sumo-squat")
        assert len(found) == sets
        assert sets_of(api, who, own["id"]) == found, "the old id leads to the new one"
    assert api.get(f"/v1/exercises/{own['id']}").json()["merged_into"] == "sumo-squat"
    stored = api.get(f"/v1/athletes/{athlete}/programmes").json()["items"][0]
    assert stored["days"][0]["exercises"][0]["exercise_id"] == "sumo-squat"
    assert (
        api.get(advice + own["id"], params={"at": AT}).json()
        == api.get(advice + "sumo-squat", params={"at": AT}).json()
    )
    again = merge(api, own["id"], "sumo-squat")
    assert (again.status_code, again.json()["sets"]) == (200, 0)
    problem(merge(api, own["id"], "pull-up"), 409, "conflict")


def test_what_is_logged_later_under_the_old_id_goes_there_too(
    api: httpx.Client, athlete: str
) -> None:
    own = made(api)
    merge(api, own["id"], "sumo-squat")
    workout = log(api, athlete, own["id"])
    assert {one["exercise_id"] for one in workout["sets"]} == {"sumo-squat"}
    path = f"/v1/athletes/{athlete}/workouts/{workout['id']}"
    one = {"id": str(uuid4()), "exercise_id": own["id"], "repetitions": 9}
    for status in (201, 200):
        added = api.post(f"{path}/sets", json=one)
        assert (added.status_code, added.json()["exercise_id"]) == (status, "sumo-squat")
    body = {
        "performed_at": PLACES[0],
        "exercises": [{"exercise_id": own["id"], "sets": [{"repetitions": 8}]}],
    }
    replaced = api.put(path, json=body).json()
    assert [one["exercise_id"] for one in replaced["sets"]] == ["sumo-squat"]
    programme = {"name": "A", "days": [{"exercises": [{"exercise_id": own["id"]}]}]}
    made_of = api.post(f"/v1/athletes/{athlete}/programmes", json=programme).json()
    assert made_of["days"][0]["exercises"][0]["exercise_id"] == "sumo-squat"
    due = api.get(f"/v1/athletes/{athlete}/advice/next-session", params={"exercise_id": own["id"]})
    assert [one["exercise_id"] for one in due.json()["items"]] == ["sumo-squat"]


def test_merges_follow_one_another(api: httpx.Client, athlete: str) -> None:
    first, second = made(api, "Wobble one"), made(api, "Wobble two")
    log(api, athlete, first["id"])
    assert merge(api, first["id"], second["id"]).json()["sets"] == 3
    assert merge(api, second["id"], "sumo-squat").json()["sets"] == 3
    assert api.get(f"/v1/exercises/{first['id']}").json()["merged_into"] == "sumo-squat"
    assert len(sets_of(api, athlete, first["id"])) == 3
    third = made(api, "Wobble three")
    assert merge(api, third["id"], second["id"]).json()["into"] == "sumo-squat"
    found = merge(api, first["id"], third["id"])
    assert (found.status_code, found.json()["sets"]) == (200, 0), "both are the same by now"


def test_what_cannot_be_merged(api: httpx.Client, other_api: httpx.Client) -> None:
    own = made(api)
    into_itself = problem(merge(api, own["id"], own["id"]), 409, "conflict")
    assert into_itself["errors"][0]["code"] == "merged_into_itself"
    unknown = problem(merge(api, own["id"], "sumo-squad"), 404, "unknown-reference")
    assert "sumo-squat" in unknown["errors"][0]["detail"]
    assert unknown["errors"][0]["pointer"] == "#/into"
    others = made(other_api)
    problem(merge(api, own["id"], others["id"]), 404, "unknown-reference")
    problem(api.post(f"/v1/own-exercises/{own['id']}/merge", json={}), 422, "invalid-input")


def test_loads_become_assistance_on_an_assisted_machine(api: httpx.Client, athlete: str) -> None:
    """As an import reads them: apps write what takes weight off as a positive number."""
    own = made(api, "Gravitron thing")
    log(api, athlete, own["id"], load_kg=30)
    merge(api, own["id"], "assisted-pull-up")
    assert {one["load_kg"] for one in sets_of(api, athlete, "assisted-pull-up")} == {-30.0}


def row(name: str, day: int) -> str:
    return f'2026-11-{day:02} 18:00:00,"Legs",55m,"{name}",1,50,12,0,0,"","",\n'


def test_an_import_goes_where_the_name_was_merged(api: httpx.Client, athlete: str) -> None:
    upload(api, athlete, HEADER + row("Zercher Wiggle", 2))
    (own,) = api.get("/v1/own-exercises").json()["items"]
    merge(api, own["id"], "sumo-squat")
    report = upload(api, athlete, HEADER + row("Zercher Wiggle", 2) + row("Zercher Wiggle", 5))
    assert (report.json()["sets_known"], report.json()["sets_added"]) == (1, 1)
    (match,) = report.json()["exercises"]
    assert (match["exercise_id"], match["match"]) == ("sumo-squat", "own")
    assert len(sets_of(api, athlete, "sumo-squat")) == 2
    assert len(api.get("/v1/own-exercises").json()["items"]) == 1


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ({"name": "Zercher Wiggle", "name_key": "as it was normalised then"}, "Zercher Wiggle"),
        ({"name": "Sumo Squat", "name_key": "sumo squat then"}, "Sumo Squat"),
        ({"name": "sumo squat!", "name_key": "sumo squat"}, "Sumo Squat"),
    ],
)
def test_an_earlier_own_exercise_does_not_split(
    api: httpx.Client, athlete: str, database_url: str, before: dict[str, str], name: str
) -> None:
    """It was made when names were normalised otherwise, or when the catalogue knew fewer."""
    own = made(api, "Made before")
    log(api, athlete, own["id"], PLACES[0])
    run(database_url, "UPDATE exercises SET name = :name, name_key = :name_key WHERE id = :id")(
        id=own["id"], **before
    )
    report = upload(api, athlete, HEADER + row(name, 19)).json()
    assert [(one["exercise_id"], one["match"]) for one in report["exercises"]] == [
        (own["id"], "own")
    ]
    assert len(sets_of(api, athlete, own["id"])) == 4
    again = api.post("/v1/exercises", json={"name": name})
    assert (again.status_code, again.json()["id"]) == (200, own["id"])


def run(database_url: str, statement: str) -> Callable[..., None]:
    """Changes a row as no request can."""

    async def execute(**values: str) -> None:
        database = Database(database_url)
        async with database.writing() as session:
            await session.execute(text(statement), values)
        await database.close()

    return lambda **values: asyncio.run(execute(**values))


def test_a_merge_beside_writers_loses_nothing(api: httpx.Client) -> None:
    """Whoever logs while it runs, all sets end at the other exercise."""
    own = made(api)
    athletes = [str(api.post("/v1/athletes", json={}).json()["id"]) for _ in range(4)]
    body = {
        "performed_at": PLACES[0],
        "exercises": [{"exercise_id": own["id"], "sets": [{"repetitions": 8}]}],
    }
    logging = [posting(f"/v1/athletes/{one}/workouts", body) for one in athletes * 2]
    merging = [posting(f"/v1/own-exercises/{own['id']}/merge", {"into": "sumo-squat"})] * 2
    found = statuses(api, [*logging[:4], *merging, *logging[4:]])
    assert sorted(found) == [200] * 2 + [201] * 8
    for one in athletes:
        sets = api.get(f"/v1/athletes/{one}/sets").json()["items"]
        assert [each["exercise_id"] for each in sets] == ["sumo-squat"] * 2
