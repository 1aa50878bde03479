"""How strength goes, over HTTP: both doors, whole answers, gaps and mistakes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.strength.newest_sets import LATER_NAMED, SESSIONS_READ
from tests.api.test_doors import AT, EXERCISES, FEW, exported_history, people, workouts
from tests.api.test_errors import JSON, problem

PARTS = ("maximum", "trend", "plateau", "records")
NOBODY = "0190a6c4-3f00-7a10-8000-00000000dead"

Json = dict[str, Any]


def athlete(api: httpx.Client, **fields: Any) -> str:
    return str(api.post("/v1/athletes", json=fields).json()["id"])


def log(api: httpx.Client, who: str, workouts: list[Json]) -> None:
    for start in range(0, len(workouts), 200):
        items = {"items": workouts[start : start + 200]}
        answer = api.post(f"/v1/athletes/{who}/workouts/bulk", json=items)
        assert answer.status_code == 201, answer.text


def weekly(
    loads_kg: list[float], exercise_id: str = "sumo-squat", unit: str = "kg", reserve: int = 2
) -> list[Json]:
    """One session a week of one set of five; the last one two days before AT."""
    last = datetime(2026, 11, 21, 17, tzinfo=UTC)
    return [
        {
            "performed_at": (last - timedelta(weeks=len(loads_kg) - 1 - week)).isoformat(),
            "exercises": [
                {
                    "exercise_id": exercise_id,
                    "sets": [
                        {
                            "load": {"value": load, "unit": unit},
                            "repetitions": 5,
                            "repetitions_in_reserve": reserve,
                        }
                    ],
                }
            ],
        }
        for week, load in enumerate(loads_kg)
    ]


def stored(api: httpx.Client, who: str, *exercise_ids: str, **query: Any) -> Json:
    params = {"exercise_id": list(exercise_ids), "at": AT, **query}
    answer = api.get(f"/v1/athletes/{who}/progress/strength", params=params)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def computed(api: httpx.Client, exercises: list[Json], **body: Any) -> Json:
    sent = {"at": AT, "exercises": exercises, **body}
    answer = api.post("/v1/compute/strength", json=sent)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def exported(api: httpx.Client, who: str, exercise_id: str) -> Json:
    history = exported_history(api, who, exercise_id)
    return {"exercise_id": exercise_id, "history": history}


RISING = [60.0, 61.0, 62.0, 63.5, 64.0, 65.5, 66.0, 67.0, 68.5, 69.0]


def test_a_whole_answer(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, weekly(RISING))
    answer = stored(api, who, "sumo-squat", training_age="under_6_months")
    (item,) = answer["items"]
    assert (item["exercise_id"], item["exercise_name"]) == ("sumo-squat", "Sumo Squat")
    assert {name: item[name]["status"] for name in PARTS} == dict.fromkeys(PARTS, "ok")

    maximum = item["maximum"]["value"]
    assert maximum["heaviest_lately_kg"] == 69
    estimate = maximum["maximum_kg"]
    assert 69 < estimate["low"] < estimate["value"] < estimate["high"] < 120
    assert maximum["best_set"]["repetitions_possible"] == 7
    assert maximum["best_set"]["maximum_kg"] == pytest.approx(69 * (1 + 7 / 30))

    trend = item["trend"]["value"]
    assert len(trend["points"]) == 10
    assert trend["points"][0]["maximum_kg"] == pytest.approx(60 * (1 + 0.0353 * 6))
    assert trend["percent_per_week"]["value"] == pytest.approx(1.6, abs=0.1)
    assert trend["mass_per_week"]["value"] == pytest.approx(trend["kg_per_week"]["value"])
    assert trend["maximum_now_kg"]["low"] < trend["points"][-1]["maximum_kg"]

    verdict = item["plateau"]["value"]
    assert (verdict["verdict"], verdict["expected_percent_per_week"]) == ("progressing", 1.0)

    heaviest, *_ = item["records"]["value"]["records"]
    assert heaviest["kind"] == "heaviest_load"
    assert (heaviest["value"], heaviest["value_kg"]) == ({"value": 69, "unit": "kg"}, 69)
    most = item["records"]["value"]["records"][-1]
    assert (most["kind"], most["value_kg"]) == ("most_repetitions", None)
    assert most["value"] == {"value": 5, "unit": "repetitions"}
    broken = {one["record"]["kind"]: one for one in item["records"]["value"]["broken"]}
    assert broken["heaviest_load"]["before"]["value_kg"] == 68.5

    ids = {one["id"] for one in api.get(f"/v1/athletes/{who}/sets").json()["items"]}
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    for name in PARTS:
        assert set(item[name]["evidence"]["used"]) <= ids
        assert item[name]["evidence"]["used"]
        for reason in (*item[name]["because"], *item[name]["warnings"]):
            assert reason["text"]
            assert reason["source"] is None or reason["source"] in sources


def test_pounds_are_answered_in_pounds(api: httpx.Client) -> None:
    who = athlete(api, mass_unit="lb")
    log(api, who, weekly([135.0] * 5 + [140.0], unit="lb"))
    (item,) = stored(api, who, "sumo-squat")["items"]
    assert item["maximum"]["value"]["heaviest_lately"] == {"value": 140.0, "unit": "lb"}
    assert item["maximum"]["value"]["maximum"]["unit"] == "lb"
    assert item["trend"]["value"]["points"][0]["maximum"]["unit"] == "lb"
    assert item["trend"]["value"]["maximum_now"]["unit"] == "lb"
    heaviest, *_ = item["records"]["value"]["records"]
    assert heaviest["value"] == heaviest["load"] == {"value": 140.0, "unit": "lb"}
    assert "140 lb" in item["maximum"]["because"][0]["text"]


def test_many_exercises_are_answered_in_the_order_asked(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, weekly(RISING) + weekly(RISING[:3], "barbell-bench-press"))
    asked = ["barbell-bench-press", "sumo-squat", "pull-up", "sumo-squat"]
    items = stored(api, who, *asked)["items"]
    assert [one["exercise_id"] for one in items] == asked
    assert items[1] == items[3]
    assert [one["trend"]["status"] for one in items] == [
        "insufficient",
        "ok",
        "insufficient",
        "ok",
    ]


def test_nothing_logged_is_insufficient_and_says_what_to_log(api: httpx.Client) -> None:
    answers = (
        stored(api, athlete(api), "sumo-squat"),
        computed(api, [{"exercise_id": "sumo-squat", "history": []}]),
    )
    assert answers[0] == answers[1]
    (item,) = answers[0]["items"]
    for name in PARTS:
        assert (item[name]["status"], item[name]["value"]) == ("insufficient", None)
        assert [one["code"] for one in item[name]["missing"]] == ["sets_of_exercise"]


def test_correcting_a_set_corrects_the_records(api: httpx.Client) -> None:
    who = athlete(api)
    slip = weekly([60.0, 60.0, 80.0])
    log(api, who, slip)
    (newest, *_) = api.get(f"/v1/athletes/{who}/workouts").json()["items"]
    fixed = weekly([62.5])[0]
    api.put(f"/v1/athletes/{who}/workouts/{newest['id']}", json=fixed)
    (item,) = stored(api, who, "sumo-squat")["items"]
    assert item["records"]["value"]["records"][0]["value_kg"] == 62.5


STANDING = [70.0, 70.5, 70.0, 70.0, 70.5, 70.0, 70.0, 70.5, 70.0, 70.0, 70.0, 70.5]
VERDICTS: list[tuple[Json, str | None]] = [
    ({"expected_percent_per_week": 3}, "plateau"),
    ({"expected_percent_per_week": 3, "deficit_since": "2026-11-01"}, None),
    ({"expected_percent_per_week": 3, "deficit_since": "2026-12-01"}, "plateau"),
    ({"expected_percent_per_week": 0.1}, None),
    ({}, None),
]


@pytest.mark.parametrize(("asked", "verdict"), VERDICTS)
def test_a_verdict_needs_to_know_what_to_expect(
    api: httpx.Client, asked: Json, verdict: str | None
) -> None:
    who = athlete(api)
    log(api, who, weekly(STANDING))
    (item,) = stored(api, who, "sumo-squat", **asked)["items"]
    part = item["plateau"]
    assert (part["value"] and part["value"]["verdict"]) == verdict
    assert part["status"] == ("ok" if verdict else "insufficient")
    assert verdict or part["missing"]


def test_a_deficit_that_the_log_shows_is_reckoned_with(api: httpx.Client) -> None:
    who = athlete(api, sex="female", born_on="1991-04-02", height_cm=168, reproduction="neither")
    log(api, who, weekly(STANDING))
    asked = {"expected_percent_per_week": 3}
    (before,) = stored(api, who, "sumo-squat", **asked)["items"]
    assert before["plateau"]["value"]["verdict"] == "plateau"
    days = [f"2026-{month}-{day:02}" for month in (10, 11) for day in range(1, 24)]
    masses = [
        {"measured_at": f"{day}T07:00:00Z", "body_mass_kg": round(74 - 0.07 * n, 2)}
        for n, day in enumerate(days)
    ]
    eaten = [{"eaten_on": day, "energy_kcal": 1_700} for day in days]
    api.post(f"/v1/athletes/{who}/weighings/bulk", json={"items": masses})
    api.post(f"/v1/athletes/{who}/intake/bulk", json={"items": eaten})
    answer = stored(api, who, "sumo-squat", **asked)
    assert "2026-10-20" < answer["deficit_since"] < "2026-11-23"
    (item,) = answer["items"]
    assert item["plateau"]["status"] == "insufficient"
    assert [one["code"] for one in item["plateau"]["because"]] == ["in_energy_deficit"]
    asked["deficit_since"] = answer["deficit_since"]
    assert computed(api, [exported(api, who, "sumo-squat")], **asked) == answer


def test_weeks_are_looked_back(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, weekly(STANDING + RISING))
    counts = {
        weeks: len(
            stored(api, who, "sumo-squat", weeks=weeks)["items"][0]["trend"]["value"]["points"]
        )
        for weeks in (5, 10.5, 52)
    }
    assert counts == {5: 5, 10.5: 11, 52: 22}


def test_a_body_that_is_lifted_counts(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, weekly([0.0, 2.5, 5.0, 5.0, 7.5], "pull-up"))
    (item,) = stored(api, who, "pull-up")["items"]
    assert item["load_mode"] == "body_weight"
    for name in PARTS:
        assert [one["code"] for one in item[name]["missing"]] == ["body_mass"]
    assert item["records"]["status"] == "ok"
    weighing = {"measured_at": "2026-11-20T07:00:00Z", "body_mass_kg": 71.4}
    api.post(f"/v1/athletes/{who}/weighings", json=weighing)
    (item,) = stored(api, who, "pull-up")["items"]
    body_kg = item["maximum"]["value"]["body_kg"]
    assert 60 < body_kg < 71.4
    assert item["maximum"]["value"]["heaviest_lately_kg"] == pytest.approx(body_kg + 7.5)
    exercise = exported(api, who, "pull-up")
    assert computed(api, [exercise], body_mass_kg=71.4)["items"] == [item]


def test_a_share_of_the_body_that_nobody_knows(api: httpx.Client) -> None:
    """A weighing would not help, so it is not asked for."""
    own = api.post("/v1/exercises", json={"name": "Odd dip", "load_mode": "body_weight"}).json()
    who = athlete(api)
    log(api, who, weekly([0.0, 2.5, 5.0], own["id"]))
    weighing = {"measured_at": "2026-11-20T07:00:00Z", "body_mass_kg": 71.4}
    api.post(f"/v1/athletes/{who}/weighings", json=weighing)
    (item,) = stored(api, who, own["id"])["items"]
    assert item["exercise_name"] == "Odd dip"
    for name in PARTS:
        assert [one["code"] for one in item[name]["missing"]] == ["body_mass_share"]
    exercise = {**exported(api, who, own["id"]), "load_mode": "body_weight"}
    (stateless,) = computed(api, [exercise], body_mass_kg=71.4)["items"]
    assert {**stateless, "exercise_name": "Odd dip"} == item


def test_holds_have_records_in_seconds(api: httpx.Client) -> None:
    sets = [{"duration_s": 45}, {"duration_s": 60}]
    history = [{"performed_at": "2026-11-20T17:00:00Z", "sets": sets}]
    exercise = {"exercise_id": "x", "load_mode": "none", "history": history}
    (item,) = computed(api, [exercise])["items"]
    (record,) = item["records"]["value"]["records"]
    assert (record["kind"], record["value"]) == ("longest_duration", {"value": 60, "unit": "s"})
    assert item["maximum"]["status"] == "insufficient"


def test_what_cannot_be_used_is_named(api: httpx.Client) -> None:
    sets: list[Json] = [
        {"load_kg": 20, "repetitions": 5, "kind": "warm_up"},
        {"load_kg": 60, "repetitions": 0},
        {"load_kg": 60, "repetitions": 5},
    ]
    history = [
        {"performed_at": "2026-11-20T17:00:00Z", "sets": sets},
        {"performed_at": "2026-12-20T17:00:00Z", "sets": sets[2:]},
    ]
    (item,) = computed(api, [{"history": history}])["items"]
    excluded = {one["id"]: one["reason"] for one in item["maximum"]["evidence"]["excluded"]}
    assert excluded == {
        "#/exercises/0/history/0/sets/0": "warm_up",
        "#/exercises/0/history/0/sets/1": "no_repetitions",
        "#/exercises/0/history/1/sets/0": "not_before_the_instant_asked",
    }


BAD_QUERIES: list[tuple[Json, str]] = [
    ({"exercise_id": []}, "query/exercise_id"),
    ({"exercise_id": ["sumo-squat"] * 11}, "query/exercise_id"),
    ({"exercise_id": ["sumo squat"]}, "query/exercise_id/0"),
    ({"weeks": 0}, "query/weeks"),
    ({"weeks": "NaN"}, "query/weeks"),
    ({"weeks": 521}, "query/weeks"),
    ({"training_age": "3 years"}, "query/training_age"),
    ({"expected_percent_per_week": 0}, "query/expected_percent_per_week"),
    ({"expected_percent_per_week": "inf"}, "query/expected_percent_per_week"),
    ({"deficit_since": "lately"}, "query/deficit_since"),
    ({"at": "2026-11-23"}, "query/at"),
    ({"exercise": "sumo-squat"}, "query/exercise"),
]


@pytest.mark.parametrize(("query", "pointer"), BAD_QUERIES)
def test_parameters_are_checked(api: httpx.Client, query: Json, pointer: str) -> None:
    path = f"/v1/athletes/{athlete(api)}/progress/strength"
    answer = api.get(path, params={"exercise_id": "sumo-squat", **query})
    found = problem(answer, 422, "invalid-input")
    assert [item["pointer"] for item in found["errors"]] == [pointer]


SESSION = '{"performed_at": "2026-11-20T17:00:00Z", "sets": [{"repetitions": 5, "load_kg": %s}]}'
BAD_BODIES = [
    ('{"at": "%s"}', "#/exercises"),
    ('{"at": "%s", "exercises": []}', "#/exercises"),
    ('{"at": "%s", "exercises": [{}]}', "#/exercises/0/history"),
    ('{"at": "%s", "exercises": [{"history": []}], "weeks": NaN}', "#/weeks"),
    ('{"at": "%s", "exercises": [{"history": []}], "weeks": "12"}', "#/weeks"),
    ('{"at": "%s", "exercises": [{"history": []}], "body_mass_kg": 0}', "#/body_mass_kg"),
    ('{"at": "%s", "exercises": [{"history": []}], "training_age": "old"}', "#/training_age"),
    (
        '{"at": "%s", "exercises": [{"history": [' + SESSION % "NaN" + "]}]}",
        "#/exercises/0/history/0/sets/0/load_kg",
    ),
    (
        '{"at": "%s", "exercises": [{"history": [' + SESSION % "1e7" + "]}]}",
        "#/exercises/0/history/0/sets/0/load_kg",
    ),
]


@pytest.mark.parametrize(("body", "pointer"), BAD_BODIES)
def test_mistakes_name_their_place(api: httpx.Client, body: str, pointer: str) -> None:
    answer = api.post("/v1/compute/strength", content=body % AT, headers=JSON)
    found = problem(answer, 422, "invalid-input")
    assert [item["pointer"] for item in found["errors"]] == [pointer]


def test_an_unknown_exercise_is_told_the_nearest(api: httpx.Client) -> None:
    path = f"/v1/athletes/{athlete(api)}/progress/strength"
    query = {"exercise_id": ["sumo-squat", "sumo-squad"]}
    (error,) = problem(api.get(path, params=query), 404, "unknown-reference")["errors"]
    assert (error["pointer"], error["code"]) == ("query/exercise_id", "unknown_exercise")
    assert "sumo-squat" in error["detail"]


def test_an_unknown_time_zone(api: httpx.Client) -> None:
    body = {"at": AT, "exercises": [{"history": []}], "time_zone": "Mars/Olympus"}
    answer = api.post("/v1/compute/strength", json=body)
    (error,) = problem(answer, 404, "unknown-reference")["errors"]
    assert error["pointer"] == "#/time_zone"


def test_what_is_another_tenants_is_not_found(api: httpx.Client, other_api: httpx.Client) -> None:
    who = athlete(api)
    query = {"exercise_id": "sumo-squat"}
    for client, athlete_id in ((other_api, who), (api, NOBODY)):
        path = f"/v1/athletes/{athlete_id}/progress/strength"
        problem(client.get(path, params=query), 404, "not-found")
    own = other_api.post("/v1/exercises", json={"name": "Another's lift"}).json()["id"]
    path = f"/v1/athletes/{who}/progress/strength"
    problem(api.get(path, params={"exercise_id": own}), 404, "unknown-reference")


questions = st.fixed_dictionaries(
    {},
    optional={
        "training_age": st.sampled_from(["under_6_months", "over_2_years"]),
        "expected_percent_per_week": st.sampled_from([0.2, 2]),
        "deficit_since": st.sampled_from(["2026-10-01", "2026-11-24"]),
        "weeks": st.sampled_from([8, 26, 104]),
    },
)


@FEW
@given(
    person=people,
    sent=workouts,
    asked=questions,
    at=st.sampled_from([AT, "2026-08-01T00:00:00Z"]),
    mass_kg=st.one_of(st.none(), st.just(71.4)),
)
def test_both_doors_answer_alike(
    api: httpx.Client, person: Json, sent: list[Json], asked: Json, at: str, mass_kg: float | None
) -> None:
    who = athlete(api, **person)
    log(api, who, sent)
    if mass_kg is not None:
        weighing = {"measured_at": "2026-07-15T07:00:00Z", "body_mass_kg": mass_kg}
        api.post(f"/v1/athletes/{who}/weighings", json=weighing)
    body = {
        **asked,
        "at": at,
        "mass_unit": person.get("mass_unit", "kg"),
        "time_zone": person["time_zone"],
        "body_mass_kg": mass_kg if at != AT else None,  # a weighing speaks for 60 days
    }
    exercises = [exported(api, who, exercise_id) for exercise_id in EXERCISES]
    assert computed(api, exercises, **body) == stored(api, who, *EXERCISES, at=at, **asked)


def test_of_a_long_log_both_doors_read_the_same_and_say_so(api: httpx.Client) -> None:
    who = athlete(api)
    began = datetime(2014, 1, 1, 17, tzinfo=UTC)
    days = range(SESSIONS_READ + LATER_NAMED + 100)
    one = {"load_kg": 60, "repetitions": 5}
    best = {"load_kg": 90, "repetitions": 5}
    log(
        api,
        who,
        [
            {
                "performed_at": (began + timedelta(days=day)).isoformat(),
                "exercises": [{"exercise_id": "sumo-squat", "sets": [best if day == 3 else one]}],
            }
            for day in days
        ],
    )
    at = (began + timedelta(days=SESSIONS_READ + 50)).isoformat()
    found = stored(api, who, "sumo-squat", at=at, weeks=520)
    (item,) = found["items"]
    for name in ("trend", "records"):
        (told,) = [one for one in item[name]["warnings"] if one["code"] == "older_sets_not_read"]
        assert told["values"] == {"sets": SESSIONS_READ, "since": "2014-02-20"}
    assert "older_sets_not_read" not in {one["code"] for one in item["maximum"]["warnings"]}
    assert item["records"]["value"]["records"][0]["value_kg"] == 60, "the best one is too old"
    assert len(item["trend"]["value"]["points"]) == SESSIONS_READ
    assert len(item["records"]["evidence"]["excluded"]) == LATER_NAMED
    assert computed(api, [exported(api, who, "sumo-squat")], at=at, weeks=520) == found
