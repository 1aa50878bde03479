"""Training volume as a caller meets it: what is counted, what it brings, what counts for none."""

from typing import Any

import httpx
import pytest

from tests.api.test_errors import JSON, problem

ON = "2026-11-22"
"""A Sunday."""
SQUATS = ("2026-11-09", "2026-11-12", "2026-11-16", "2026-11-19")
COMPUTE = "/v1/compute/volume"
NO_SHARE = """{"exercises": [{"exercise_id": "a", "history": [],
    "muscles": [{"muscle_id": "soleus", "share": 0}]}]}"""
NO_OFFSET = """{"exercises": [{"exercise_id": "a", "history": [
    {"performed_at": "2026-11-19T17:00:00", "sets": [{"repetitions": 5}]}]}]}"""


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    made = api.post("/v1/athletes", json={"time_zone": "Europe/Berlin"}).json()
    return f"/v1/athletes/{made['id']}"


def log(
    api: httpx.Client, athlete: str, at: str, exercise_id: str = "sumo-squat", **one: Any
) -> list[str]:
    """Three sets, by id."""
    sets = [{"load_kg": 60, "repetitions": 8, "repetitions_in_reserve": 2, **one}] * 3
    body = {"performed_at": at, "exercises": [{"exercise_id": exercise_id, "sets": sets}]}
    answer = api.post(f"{athlete}/workouts", json=body)
    assert answer.status_code == 201, answer.text
    return [each["id"] for each in answer.json()["sets"]]


def ask(api: httpx.Client, athlete: str, **query: Any) -> dict[str, Any]:
    answer = api.get(f"{athlete}/advice/volume", params={"on": ON, **query})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def history(*days: str, **one: Any) -> list[dict[str, Any]]:
    sets = [{"load_kg": 60, "repetitions": 8, **one}] * 3
    return [{"performed_at": f"{day}T17:00:00Z", "sets": sets} for day in days]


def by_id(items: list[dict[str, Any]], name: str = "id") -> dict[str, dict[str, Any]]:
    return {one[name]: one for one in items}


def test_sets_are_counted_by_week_group_and_muscle(api: httpx.Client, athlete: str) -> None:
    ids = [one for day in SQUATS for one in log(api, athlete, f"{day}T17:00:00Z")]
    answer = ask(api, athlete)
    assert answer["volume"]["status"] == "ok"
    counted = answer["volume"]["value"]
    assert [(one["starts_on"], one["complete"]) for one in counted["weeks"]] == [
        ("2026-11-09", True),
        ("2026-11-16", False),
    ]
    assert [(one["iso_year"], one["iso_week"]) for one in counted["weeks"]] == [
        (2026, 46),
        (2026, 47),
    ]
    exercise = api.get("/v1/exercises/sumo-squat").json()
    shares = {one["muscle_id"]: one["share"] for one in exercise["muscles"]}
    muscles = by_id(counted["last_7_days"]["muscles"])
    assert {id_: one["fractional_sets"] for id_, one in muscles.items()} == {
        muscle: 6 * share for muscle, share in shares.items()
    }
    group = by_id(counted["last_7_days"]["groups"])["adductors"]
    assert group == {
        "id": "adductors",
        "fractional_sets": 6.0,
        "direct_sets": 6.0,
        "indirect_sets": 0.0,
        "days": 2,
    }
    assert set(answer["volume"]["evidence"]["used"]) == set(ids)


def test_what_sets_bring_is_said_with_its_interval(api: httpx.Client, athlete: str) -> None:
    for day in SQUATS:
        log(api, athlete, f"{day}T17:00:00Z")
    dose = by_id(ask(api, athlete)["dose_response"], "group")["adductors"]
    assert (dose["status"], dose["sets_per_week"], dose["weeks"]) == ("ok", 6.0, 1)
    growth, more = dose["value"]["growth_percent"], dose["value"]["growth_of_next_set_percent"]
    assert growth["value"] == pytest.approx(2.95, abs=0.005)
    assert growth["low"] < growth["value"] < growth["high"]
    assert 0 < more["low"] < more["value"] < more["high"] < 1
    assert dose["value"]["tier"] == "highest"
    sources = by_id(api.get("/v1/sources").json()["items"])
    assert all(one["source"] in sources for one in dose["because"])


def test_without_a_complete_week_the_last_days_stand_in(api: httpx.Client, athlete: str) -> None:
    log(api, athlete, "2026-11-19T17:00:00Z")
    dose = by_id(ask(api, athlete)["dose_response"], "group")["adductors"]
    assert (dose["sets_per_week"], dose["weeks"]) == (3.0, 0)


def test_how_often_and_how_balanced(api: httpx.Client, athlete: str) -> None:
    for day in ("2026-10-26", "2026-11-02", *SQUATS):
        log(api, athlete, f"{day}T17:00:00Z")
    log(api, athlete, "2026-11-20T16:00:00Z")
    answer = ask(api, athlete, focus=["adductors", "chest"])
    often = answer["frequency"]["value"]
    assert by_id(often["groups"], "group")["adductors"]["last_on"] == "2026-11-20"
    assert [one["hours"] for one in often["close"] if one["group"] == "adductors"] == [23.0]
    warned = {(one["code"], one["values"]["group"]) for one in answer["frequency"]["warnings"]}
    assert ("focus_rare", "chest") in warned
    assert ("close_sessions", "adductors") in warned
    sides = by_id(answer["balance"]["value"])["adductors_to_abductors"]
    assert sides["first_sets"] == 21.0
    assert sides["lopsided"] is True


def test_a_day_is_the_athletes_own(api: httpx.Client, athlete: str) -> None:
    """Half past eleven in the evening in London is tomorrow in Berlin."""
    log(api, athlete, "2026-11-22T22:30:00Z")
    log(api, athlete, "2026-11-22T23:30:00Z")
    answer = ask(api, athlete)
    (week,) = answer["volume"]["value"]["weeks"]
    assert by_id(week["groups"])["adductors"]["fractional_sets"] == 3.0
    assert [one["reason"] for one in answer["volume"]["evidence"]["excluded"]] == ["future"] * 3
    assert len(ask(api, athlete, on="2026-11-23")["volume"]["value"]["weeks"]) == 2


def test_landmarks_are_the_callers(api: httpx.Client, athlete: str) -> None:
    log(api, athlete, "2026-11-19T17:00:00Z")
    marks = ["adductors:6..12", "quadriceps:..2", "chest:1..", "glutes:.."]
    warned = ask(api, athlete, landmark=marks)["volume"]["warnings"]
    assert [(one["code"], one["values"]["group"]) for one in warned] == [
        ("below_landmark", "adductors"),
        ("above_landmark", "quadriceps"),
        ("below_landmark", "chest"),
    ]


def test_nothing_logged_says_what_to_log(api: httpx.Client, athlete: str) -> None:
    answer = ask(api, athlete)
    for part in ("volume", "frequency", "balance"):
        assert (answer[part]["status"], answer[part]["value"]) == ("insufficient", None)
        assert answer[part]["missing"]
    assert (answer["dose_response"], answer["exercises_left_out"]) == ([], [])
    empty = api.post(COMPUTE, json={"on": ON, "exercises": []}).json()
    assert empty == answer


def test_an_exercise_of_ones_own_is_named(api: httpx.Client, athlete: str) -> None:
    own = api.post("/v1/exercises", json={"name": "Slide board"}).json()
    ids = log(api, athlete, "2026-11-19T17:00:00Z", own["id"])
    answer = ask(api, athlete)
    (left_out,) = answer["exercises_left_out"]
    assert (left_out["exercise_id"], left_out["exercise_name"]) == (own["id"], "Slide board")
    assert (left_out["code"], "`muscles`" in left_out["text"]) == ("muscles_unknown", True)
    assert answer["volume"]["status"] == "insufficient"
    assert "Slide board" in answer["volume"]["missing"][0]["text"]
    assert answer["volume"]["evidence"]["excluded"] == [
        {"id": one, "reason": "muscles_unknown"} for one in ids
    ]


def test_an_exercise_of_ones_own_counts_where_its_muscles_are_sent(api: httpx.Client) -> None:
    muscles = [
        {"muscle_id": "adductor_longus", "share": 0.25},
        {"muscle_id": "adductor_longus", "share": 1},
        {"muscle_id": "gluteus_medius", "share": 0.3},
    ]
    exercise = {
        "exercise_id": "slide-board",
        "muscles": muscles,
        "history": history("2026-11-19", load_kg=None),
    }
    answer = api.post(COMPUTE, json={"on": ON, "exercises": [exercise]}).json()
    assert answer["exercises_left_out"] == []
    groups = by_id(answer["volume"]["value"]["last_7_days"]["groups"])
    assert {id_: one["fractional_sets"] for id_, one in groups.items()} == {
        "abductors": pytest.approx(0.9),
        "adductors": 3.0,
    }
    assert answer["volume"]["evidence"]["used"][0] == "#/exercises/0/history/0/sets/0"


def test_a_name_of_the_catalogue_is_understood_and_one_exercise_sent_twice_is_one(
    api: httpx.Client,
) -> None:
    halves = [
        {"exercise_id": "Sumo Squat", "history": history("2026-11-19", "2026-11-16")},
        {"exercise_id": "sumo-squat", "history": history("2026-11-12", "2026-11-09")},
    ]
    whole = api.post(COMPUTE, json={"on": ON, "exercises": halves}).json()
    weeks = whole["volume"]["value"]["weeks"]
    assert [by_id(one["groups"])["adductors"]["fractional_sets"] for one in weeks] == [6.0, 6.0]


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ("{}", "#/exercises", "missing"),
        ('{"exercises": [], "weeks": 0}', "#/weeks", "greater_than_equal"),
        ('{"exercises": [], "weeks": 53}', "#/weeks", "less_than_equal"),
        ('{"exercises": [], "weeks": NaN}', "#/weeks", "finite_number"),
        ('{"exercises": [], "weeks": "4"}', "#/weeks", "int_type"),
        (
            '{"exercises": [], "landmarks": [{"group": "chest", "least": NaN}]}',
            "#/landmarks/0/least",
            "finite_number",
        ),
        ('{"exercises": [{"history": []}]}', "#/exercises/0/exercise_id", "missing"),
        (NO_SHARE, "#/exercises/0/muscles/0/share", "greater_than"),
        (NO_OFFSET, "#/exercises/0/history/0/performed_at", "timezone_aware"),
    ],
)
def test_mistakes_are_named(api: httpx.Client, body: str, pointer: str, code: str) -> None:
    sent = body.replace("{", f'{{"on": "{ON}", ', 1).replace(", }", "}")
    found = problem(api.post(COMPUTE, content=sent, headers=JSON), 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [(pointer, code)]


@pytest.mark.parametrize(
    ("more", "pointer", "code", "near"),
    [
        ({"focus": ["chest", "adductor"]}, "#/focus/1", "unknown_muscle_group", "adductors"),
        ({"focus": ["adductor_longus"]}, "#/focus/0", "unknown_muscle_group", "adductors"),
        ({"landmarks": [{"group": "bak"}]}, "#/landmarks/0/group", "unknown_muscle_group", "back"),
        (
            {
                "exercises": [
                    {
                        "exercise_id": "x",
                        "history": [],
                        "muscles": [{"muscle_id": "quadriceps", "share": 1}],
                    }
                ]
            },
            "#/exercises/0/muscles/0/muscle_id",
            "unknown_muscle",
            "rectus_femoris",
        ),
        ({"time_zone": "Mars/Olympus"}, "#/time_zone", "unknown_time_zone", ""),
    ],
)
def test_unknown_names_have_candidates(
    api: httpx.Client, more: dict[str, Any], pointer: str, code: str, near: str
) -> None:
    answer = api.post(COMPUTE, json={"on": ON, "exercises": [], **more})
    (error,) = problem(answer, 404, "unknown-reference")["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert near in error["detail"]


@pytest.mark.parametrize(
    ("query", "status", "pointer"),
    [
        ({"focus": "shoulder"}, 404, "query/focus/0"),
        ({"landmark": ["chest:1..2", "chst:1..2"]}, 404, "query/landmark/1"),
        ({"landmark": "chest"}, 422, "query/landmark/0"),
        ({"weeks": 53}, 422, "query/weeks"),
        ({"on": "yesterday"}, 422, "query/on"),
        ({"at": "2026-11-22T00:00:00Z"}, 422, "query/at"),
    ],
)
def test_mistakes_of_the_query_are_named(
    api: httpx.Client, athlete: str, query: dict[str, Any], status: int, pointer: str
) -> None:
    answer = api.get(f"{athlete}/advice/volume", params=query)
    slug = {404: "unknown-reference", 422: "invalid-input"}[status]
    assert problem(answer, status, slug)["errors"][0]["pointer"] == pointer


def test_too_many_exercises_are_refused(api: httpx.Client) -> None:
    one = {"exercise_id": "sumo-squat", "history": []}
    answer = api.post(COMPUTE, json={"on": ON, "exercises": [one] * 301})
    assert problem(answer, 422, "invalid-input")["errors"][0]["pointer"] == "#/exercises"


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_ends_of_the_calendar_are_days_too(api: httpx.Client, on: str, zone: str) -> None:
    made = api.post("/v1/athletes", json={"time_zone": zone}).json()
    athlete = f"/v1/athletes/{made['id']}"
    log(api, athlete, f"{on}T12:00:00Z")
    assert ask(api, athlete, on=on, weeks=52)["volume"]["status"] in {"ok", "insufficient"}


def test_another_tenants_athlete_is_not_there(
    api: httpx.Client, other_api: httpx.Client, athlete: str
) -> None:
    log(api, athlete, "2026-11-19T17:00:00Z")
    problem(other_api.get(f"{athlete}/advice/volume"), 404, "not-found")
    assert api.get(f"{athlete}/advice/volume").status_code == 200
