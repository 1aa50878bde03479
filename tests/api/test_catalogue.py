"""The catalogue over HTTP: searched, named in any language, and programmes ready to be given."""

from typing import Any

import httpx
import pytest

from app.catalogue.load import catalogue
from app.catalogue.programmes import programmes
from app.usecases.own_exercises import ASSISTED_MACHINE
from tests.api.test_errors import problem

ADDUCTORS = {"adductor_longus", "adductor_brevis", "adductor_magnus", "pectineus", "gracilis"}


def found(api: httpx.Client, **query: str) -> list[dict[str, Any]]:
    answer = api.get("/v1/exercises", params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def ids(items: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in items]


def test_all_of_it_without_a_question(api: httpx.Client) -> None:
    items = found(api)
    assert ids(items) == list(catalogue().exercises)
    assert {(one["score"], one["share"]) for one in items} == {(1.0, None)}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("sumo squat", "sumo-squat"),
        ("kniebeuge langhantel", "barbell-back-squat"),
        ("copenhagen plank sho", "copenhagen-plank-short-lever"),
    ],
)
def test_words_in_any_language_find_it(api: httpx.Client, words: str, first: str) -> None:
    assert first in ids(found(api, q=words))[:3]


def test_everything_asked_has_to_fit(api: httpx.Client) -> None:
    items = found(api, group="adductors", plane="frontal", mechanics="isolation")
    shares = [one["share"] for one in items]
    assert len(items) >= 10
    assert shares == sorted(shares, reverse=True)
    assert {(one["plane"], one["mechanics"]) for one in items} == {("frontal", "isolation")}
    held = found(api, group="adductors", measured_in="duration", equipment_id="body_weight")
    assert {one["measured_in"] for one in held} == {"duration"}
    assert ids(found(api, pattern="hip_adduction", muscle_id="gracilis"))
    assert found(api, pattern="jump", muscle_id="sternocleidomastoid") == []


def test_what_nothing_fits_comes_with_candidates(api: httpx.Client) -> None:
    answer = api.get("/v1/exercises", params={"q": "hip adduktion maschine xyz"}).json()
    assert answer["items"] == []
    guessed = [one["exercise_id"] for one in answer["candidates"]]
    scores = [one["score"] for one in answer["candidates"]]
    assert "hip-adduction-machine" in guessed
    assert scores == sorted(scores, reverse=True)
    assert api.get("/v1/exercises", params={"q": "sumo squat"}).json()["candidates"] == []


@pytest.mark.parametrize(
    ("query", "code", "near"),
    [
        ({"muscle_id": "inner-thigh"}, "unknown_muscle", "adductor_longus"),
        ({"group": "adductor"}, "unknown_muscle_group", "adductors"),
        ({"equipment_id": "dumbell"}, "unknown_equipment", "dumbbell"),
    ],
)
def test_an_unknown_name_comes_with_its_likes(
    api: httpx.Client, query: dict[str, str], code: str, near: str
) -> None:
    (error,) = problem(api.get("/v1/exercises", params=query), 404, "unknown-reference")["errors"]
    (name,) = query
    assert (error["pointer"], error["code"]) == (f"query/{name}", code)
    assert near in error["detail"]


def test_an_unknown_plane_is_no_plane(api: httpx.Client) -> None:
    problem(api.get("/v1/exercises", params={"plane": "diagonal"}), 422, "invalid-input")


def test_an_exercise_is_told_whole(api: httpx.Client) -> None:
    one = api.get("/v1/exercises/copenhagen-plank-short-lever").json()
    assert one["regressions"]
    assert one["progressions"]
    assert one["contraindications"]
    assert one["cues"]
    squat = api.get("/v1/exercises/barbell-back-squat").json()
    assert {"de", "es"} <= squat["local_names"].keys()
    assert (one["own"], one["merged_into"]) == (False, None)
    notes = {each["id"] for each in api.get("/v1/contraindications").json()["items"]}
    assert set(one["contraindications"]) <= notes
    near = problem(api.get("/v1/exercises/sumo-squad"), 404, "not-found")
    assert "sumo-squat" in near["detail"]


def test_muscles_have_nerve_action_and_what_they_do_as_we_walk(api: httpx.Client) -> None:
    items = {one["id"]: one for one in api.get("/v1/muscles").json()["items"]}
    assert set(items) == set(catalogue().muscles)
    grouped = {id_ for id_, one in items.items() if one["group"] == "adductors"}
    assert grouped >= ADDUCTORS
    for muscle in ADDUCTORS:
        assert items[muscle]["nerve"]
        assert items[muscle]["function"]
        assert items[muscle]["posture_gait"]
    assert len(items["adductor_magnus"]["parts"]) == 2


def test_names_in_bulk(api: httpx.Client) -> None:
    own = api.post("/v1/exercises", json={"name": "Slide board", "equipment_id": "slider"}).json()
    names = ["Bench Press (Barbell)", "SLIDE BOARD", "Kniebeuge", "Odd dip (assisted)", "zzqx"]
    body = {"names": [*names, names[0]]}
    answer = api.post("/v1/compute/exercise-names", json=body)
    items = answer.json()["items"]
    assert [one["name"] for one in items] == body["names"]
    bench, slide, squat, dip, nothing, again = items
    assert (bench["exercise_id"], bench["match"]) == ("barbell-bench-press", "catalogue")
    assert (slide["exercise_id"], slide["match"], slide["equipment_id"]) == (
        own["id"],
        "own",
        "slider",
    )
    assert squat["exercise_id"] or squat["candidates"]
    assert (dip["exercise_id"], dip["equipment_id"]) == (None, ASSISTED_MACHINE)
    scores = [one["score"] for one in dip["candidates"]]
    assert scores
    assert scores == sorted(scores, reverse=True)
    assert (nothing["exercise_id"], nothing["candidates"]) == (None, [])
    assert again == bench
    assert len(api.get("/v1/own-exercises").json()["items"]) == 1, "nothing is stored"


@pytest.mark.parametrize("names", [[], [""], ["x"] * 251, [3], ["a\x00b"], None])
def test_names_that_are_none(api: httpx.Client, names: object) -> None:
    problem(api.post("/v1/compute/exercise-names", json={"names": names}), 422, "invalid-input")


def test_another_tenants_own_name_is_not_known(api: httpx.Client, other_api: httpx.Client) -> None:
    other_api.post("/v1/exercises", json={"name": "Secret wiggle"})
    answer = api.post("/v1/compute/exercise-names", json={"names": ["Secret wiggle"]})
    assert answer.json()["items"][0]["match"] is None


@pytest.mark.parametrize("programme_id", programmes())
def test_a_built_in_programme_can_be_given_to_an_athlete(
    api: httpx.Client, programme_id: str
) -> None:
    athlete = api.post("/v1/athletes", json={}).json()["id"]
    path = f"/v1/athletes/{athlete}/programmes"
    query = {"starts_on": "2026-11-30", "mass_unit": "lb"}
    told = api.get(f"/v1/programmes/{programme_id}", params=query).json()
    assert set(told["source_ids"]) <= catalogue().sources.keys()
    for body in told["bodies"]:
        answer = api.post(path, json=body)
        assert answer.status_code == 201, answer.text
        kept = answer.json()
        assert (kept["starts_on"], kept["ends_on"]) == (body["starts_on"], body["ends_on"])
        assert [
            [(one["exercise_id"], one["scheme"], one["superset"]) for one in day["exercises"]]
            for day in kept["days"]
        ] == [
            [(one["exercise_id"], one["scheme"], one["superset"]) for one in day["exercises"]]
            for day in body["days"]
        ]
    at = {"at": "2026-12-01T18:00:00Z"}
    due = api.get(f"/v1/athletes/{athlete}/advice/next-session", params=at).json()
    first = told["bodies"][0]["days"][0]["exercises"]
    assert [one["exercise_id"] for one in due["items"]] == [one["exercise_id"] for one in first]


def test_weeks_that_differ_follow_one_another(api: httpx.Client) -> None:
    path = "/v1/programmes/adductor-bands-eight-weeks"
    told = api.get(path, params={"starts_on": "2026-11-30"}).json()
    assert [(one["name"], one["starts_on"], one["ends_on"]) for one in told["bodies"]] == [
        ("Adductor Bands, Eight Weeks, weeks 1 to 2", "2026-11-30", "2026-12-13"),
        ("Adductor Bands, Eight Weeks, weeks 3 to 6", "2026-12-14", "2027-01-10"),
        ("Adductor Bands, Eight Weeks, weeks 7 to 8", "2027-01-11", "2027-01-24"),
    ]
    late = api.get(path, params={"starts_on": "9999-12-31"})
    assert late.status_code == 200


def test_programmes_are_found_by_what_they_are_for(api: httpx.Client) -> None:
    every = api.get("/v1/programmes").json()["items"]
    assert [one["id"] for one in every] == list(programmes())
    query = {"goal": "adductors", "level": "novice"}
    some = api.get("/v1/programmes", params=query).json()["items"]
    assert some
    assert all("adductors" in one["goals"] for one in some)
    assert {one["level"] for one in some} <= {"novice", "any"}
    problem(api.get("/v1/programmes", params={"goal": "wings"}), 422, "invalid-input")
    near = problem(api.get("/v1/programmes/stronglift-5x5"), 404, "not-found")
    assert "stronglifts-5x5" in near["detail"]
