"""Questions before training: answered once, counted by both doors, never a diagnosis."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.catalogue.screening import screening_questions
from tests.api.test_concurrency import statuses
from tests.api.test_doors import exported_history
from tests.api.test_errors import JSON, problem
from tests.api.test_log import pages

AT = "2026-11-23T18:00:00Z"
ANSWERED = "2026-11-15T08:00:00Z"
LONG_AGO = "2025-11-01T08:00:00Z"
Told = dict[str, Any]


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    person = {"sex": "female", "born_on": "1991-04-02", "height_cm": 168, "activity_factor": 1.55}
    id_ = str(api.post("/v1/athletes", json=person).json()["id"])
    for day in (16, 19):
        done = {"load_kg": 40, "repetitions": 12, "repetitions_in_reserve": 2}
        exercises = [{"exercise_id": "sumo-squat", "sets": [done] * 3}]
        body = {"performed_at": f"2026-11-{day}T18:00:00Z", "exercises": exercises}
        api.post(f"/v1/athletes/{id_}/workouts", json=body)
    weighing = {"measured_at": "2026-11-20T07:00:00Z", "body_mass_kg": 71}
    api.post(f"/v1/athletes/{id_}/weighings", json=weighing)
    return f"/v1/athletes/{id_}"


def answer(api: httpx.Client, athlete: str, at: str = ANSWERED, **answers: bool) -> Told:
    body = {"answered_at": at, "answers": answers}
    sent = api.post(f"{athlete}/screenings", json=body)
    assert sent.status_code == 201, sent.text
    row: Told = sent.json()
    return row


def training(api: httpx.Client, athlete: str, **query: Any) -> Told:
    path = f"{athlete}/advice/exercises/sumo-squat"
    told: Told = api.get(path, params={"at": AT, **query}).json()
    return told


def target(api: httpx.Client, athlete: str) -> Told:
    told: Told = api.get(f"{athlete}/advice/energy", params={"on": "2026-11-23"}).json()["target"]
    return told


def test_the_questions_have_words_and_sources(api: httpx.Client) -> None:
    told = api.get("/v1/screening-questions").json()
    assert [one["id"] for one in told["items"]] == list(screening_questions())
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    for one in told["items"]:
        assert one["text"].endswith("?")
        assert one["then"]
        assert set(one["source_ids"]) <= sources
    assert told["together"] == [{"name": "eating_habits", "least": 2, "flag": "eating_disorder"}]


def test_answers_are_stored_once(api: httpx.Client, athlete: str) -> None:
    body = {
        "id": str(uuid4()),
        "answered_at": ANSWERED,
        "answers": {"chest_pain": False, "bone_or_joint": True},
        "note": "Left knee.",
    }
    first, second = (api.post(f"{athlete}/screenings", json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    kept = first.json()
    assert {name: kept[name] for name in body} == body
    assert kept["holds_until"] == "2027-11-15T08:00:00Z"
    assert (kept["outcome"]["flags"], kept["outcome"]["status"]) == ([], "ok")
    assert [one["code"] for one in kept["outcome"]["warnings"]] == ["screening_referral"]
    assert api.get(f"{athlete}/screenings/{body['id']}").json() == kept
    assert api.get(f"{athlete}/screenings").json()["items"] == [kept]
    other = {**body, "answers": {"chest_pain": True}}
    problem(api.post(f"{athlete}/screenings", json=other), 409, "conflict")
    assert api.delete(f"{athlete}/screenings/{body['id']}").status_code == 204
    for method in ("GET", "DELETE"):
        problem(api.request(method, f"{athlete}/screenings/{body['id']}"), 404, "not-found")


def test_retries_at_once_without_a_time_of_their_own(api: httpx.Client, athlete: str) -> None:
    body = {"id": str(uuid4()), "answers": {"chest_pain": False}}
    sent = [lambda client: client.post(f"{athlete}/screenings", json=body)] * 6
    assert sorted(statuses(api, sent)) == [200] * 5 + [201]


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ('{"answers": {}}', "#/answers", "too_short"),
        ('{"answers": {"chest_pain": "no"}}', "#/answers/chest_pain", "bool_type"),
        ('{"answers": {"chest_pain": 1}}', "#/answers/chest_pain", "bool_type"),
        ('{"answers": {"chest_pain": null}}', "#/answers/chest_pain", "bool_type"),
        ('{"answers": ["chest_pain"]}', "#/answers", "dict_type"),
        ("{}", "#/answers", "missing"),
        ('{"answers": {"chest_pain": true}, "score": 3}', "#/score", "extra_forbidden"),
    ],
)
def test_mistakes_are_named(
    api: httpx.Client, athlete: str, body: str, pointer: str, code: str
) -> None:
    sent = api.post(f"{athlete}/screenings", content=body, headers=JSON)
    errors = problem(sent, 422, "invalid-input")["errors"]
    assert [(one["pointer"], one["code"]) for one in errors] == [(pointer, code)]
    assert api.get(f"{athlete}/screenings").json()["items"] == []


def test_a_question_that_is_not_asked(
    api: httpx.Client, other_api: httpx.Client, athlete: str
) -> None:
    body = {"answers": {"chest_pains": True}}
    found = problem(api.post(f"{athlete}/screenings", json=body), 404, "unknown-reference")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [
        ("#/answers/chest_pains", "unknown_screening_question")
    ]
    assert "chest_pain" in found["errors"][0]["detail"]
    right = {"answers": {"chest_pain": False}}
    problem(other_api.post(f"{athlete}/screenings", json=right), 404, "not-found")
    problem(other_api.get(f"{athlete}/screenings"), 404, "not-found")


def test_a_red_flag_stops_training_and_intake_until_cleared(
    api: httpx.Client, athlete: str
) -> None:
    assert (training(api, athlete)["status"], target(api, athlete)["status"]) == ("ok", "ok")
    answer(api, athlete, chest_pain=True)
    refused = training(api, athlete)
    assert (refused["status"], refused["because"][0]["code"]) == ("refused", "red_flag")
    assert "clinician" in refused["instead"]
    assert target(api, athlete)["because"][0]["code"] == "health_flag"
    assert api.get(athlete).json()["health_flags"] == [], "what was said stays where it was said"
    api.patch(athlete, json={"cleared_for_maximal_effort": True})
    assert training(api, athlete)["status"] == "ok"


def test_a_heart_condition_limits_effort_and_not_intake(api: httpx.Client, athlete: str) -> None:
    answer(api, athlete, heart_condition=True)
    limited = training(api, athlete, scheme="greyskull")
    assert limited["status"] == "ok"
    assert "maximal_effort_with_flag" in [one["code"] for one in limited["because"]]
    assert target(api, athlete)["status"] == "ok"


def test_pregnancy_is_believed_before_the_record(api: httpx.Client, athlete: str) -> None:
    api.patch(athlete, json={"reproduction": "neither"})
    answer(api, athlete, pregnant=True)
    assert target(api, athlete)["because"][0]["code"] == "pregnant"


def test_the_newest_answers_count(api: httpx.Client, athlete: str) -> None:
    answer(api, athlete, recent_surgery=True)
    assert training(api, athlete)["status"] == "refused"
    later = answer(api, athlete, "2026-11-20T08:00:00Z", recent_surgery=False)
    assert training(api, athlete)["status"] == "ok"
    assert training(api, athlete, at="2026-11-19T19:00:00Z")["status"] == "refused", (
        "as it was then"
    )
    api.delete(f"{athlete}/screenings/{later['id']}")
    assert training(api, athlete)["status"] == "refused"


def test_stale_answers_count_and_are_asked_anew(api: httpx.Client, athlete: str) -> None:
    old = answer(api, athlete, LONG_AGO, bone_or_joint=True)
    assert "screening" in [one["code"] for one in training(api, athlete)["missing"]]
    young = training(api, athlete, at="2026-10-30T18:00:00Z")
    assert "screening" not in [one["code"] for one in young["missing"]]
    age = datetime.now(UTC) - datetime.fromisoformat(LONG_AGO)
    assert old["outcome"]["is_stale"] is (age > timedelta(days=365))


@pytest.mark.parametrize(
    ("at", "answers"),
    [
        (ANSWERED, {"chest_pain": True}),
        (ANSWERED, {"eating_control": True, "eating_thoughts": True}),
        (LONG_AGO, {"heart_condition": True, "pregnant": False}),
        ("2026-11-24T08:00:00Z", {"chest_pain": True}),
    ],
)
def test_both_doors_count_them(
    api: httpx.Client, athlete: str, at: str, answers: dict[str, bool]
) -> None:
    answer(api, athlete, at, **answers)
    screening = {"answered_at": at, "answers": answers}
    exercise = {
        "exercise_id": "sumo-squat",
        "history": exported_history(api, athlete.rsplit("/", 1)[1], "sumo-squat"),
    }
    body = {
        "at": AT,
        "body_mass_kg": 71,
        "athlete": {"screening": screening},
        "exercises": [exercise],
    }
    stateless = api.post("/v1/compute/next-session", json=body).json()["items"]
    assert stateless == [training(api, athlete)]
    person = api.get(athlete).json()
    names = ("sex", "born_on", "height_cm", "reproduction", "health_flags")
    weighed = api.get(f"{athlete}/weighings").json()["items"]
    energy = {
        "on": "2026-11-23",
        "athlete": {name: person[name] for name in names},
        "activity_factor": 1.55,
        "weighings": [
            {name: one[name] for name in ("id", "measured_at", "body_mass")} for one in weighed
        ],
        "screening": screening,
    }
    assert api.post("/v1/compute/energy", json=energy).json()["target"] == target(api, athlete)


def test_answers_in_a_body_are_checked_too(api: httpx.Client) -> None:
    screening = {"answered_at": ANSWERED, "answers": {"chest": True}}
    body = {"at": AT, "athlete": {"screening": screening}, "exercises": [{"history": []}]}
    (error,) = problem(api.post("/v1/compute/next-session", json=body), 404, "unknown-reference")[
        "errors"
    ]
    assert error["pointer"] == "#/athlete/screening/answers/chest"
    energy = {"on": "2026-11-23", "athlete": {}, "screening": screening}
    (error,) = problem(api.post("/v1/compute/energy", json=energy), 404, "unknown-reference")[
        "errors"
    ]
    assert error["pointer"] == "#/screening/answers/chest"


def test_pages_are_newest_first(api: httpx.Client, athlete: str) -> None:
    for day in (2, 4, 1, 3):
        answer(api, athlete, f"2026-11-{day:02}T08:00:00Z", chest_pain=False)
    found = [
        one["answered_at"][8:10] for page in pages(api, f"{athlete}/screenings", 3) for one in page
    ]
    assert found == ["04", "03", "02", "01"]


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "9999-12-31T23:00:00Z"])
def test_at_the_ends_of_the_calendar(api: httpx.Client, athlete: str, at: str) -> None:
    assert answer(api, athlete, at, chest_pain=False)["answered_at"].startswith(at[:10])
    assert api.get(f"{athlete}/advice/energy", params={"on": at[:10]}).status_code == 200
