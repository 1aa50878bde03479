"""Advice as a caller meets it: the next session and energy, ok, insufficient and refused."""

from typing import Any

import httpx
import pytest

from tests.api.test_errors import problem

PERSON = {
    "sex": "female",
    "born_on": "1991-04-02",
    "height_cm": 168,
    "reproduction": "neither",
    "activity_factor": 1.5,
}
AT = "2026-11-23T18:00:00Z"


def athlete(api: httpx.Client, **fields: Any) -> str:
    return str(api.post("/v1/athletes", json={**PERSON, **fields}).json()["id"])


def log(api: httpx.Client, who: str, day: str, repetitions: list[int], **load: Any) -> None:
    sets = [{"repetitions": count, **(load or {"load_kg": 40})} for count in repetitions]
    body = {
        "performed_at": f"{day}T18:00:00Z",
        "exercises": [{"exercise_id": "sumo-squat", "sets": sets}],
    }
    assert api.post(f"/v1/athletes/{who}/workouts", json=body).status_code == 201


def ask(api: httpx.Client, who: str, **query: Any) -> dict[str, Any]:
    answer = api.get(f"/v1/athletes/{who}/advice/exercises/sumo-squat", params={"at": AT, **query})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_all_sets_at_the_top_raise_the_load(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, "2026-11-20", [12, 12, 12])
    advice = ask(api, who, repetition_range=[8, 12], sets=3)
    assert (advice["status"], advice["action"]) == ("ok", "increase_load")
    assert len(advice["sets"]) == 3
    for one in advice["sets"]:
        assert one["load_kg"] > 40
        assert one["load"] == {"value": one["load_kg"], "unit": "kg"}
        assert one["rounding_kg"] == pytest.approx(one["load_kg"] - one["unrounded_load_kg"])
        assert one["repetitions_low"] <= one["repetitions_target"] <= one["repetitions_high"]
        assert one["prediction"]["low"] <= one["prediction"]["value"] <= one["prediction"]["high"]
        assert 0 <= one["chance"] <= 1
    ids = {one["id"] for one in api.get(f"/v1/athletes/{who}/sets").json()["items"]}
    assert set(advice["evidence"]["used"]) == ids
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    for reason in advice["because"]:
        assert reason["text"]
        assert reason["basis"] in {"evidence", "convention"}
        assert reason["source"] is None or reason["source"] in sources


def test_one_set_short_does_not(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, "2026-11-20", [12, 12, 11])
    advice = ask(api, who, repetition_range=[8, 12], sets=3)
    assert advice["action"] in {"increase_repetitions", "hold"}
    assert {one["load_kg"] for one in advice["sets"]} == {40.0}


def test_correcting_a_set_corrects_the_advice(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, "2026-11-20", [12, 12, 12])
    (stored,) = api.get(f"/v1/athletes/{who}/workouts").json()["items"]
    fixed = {
        "performed_at": stored["performed_at"],
        "exercises": [
            {"exercise_id": "sumo-squat", "sets": [{"load_kg": 40, "repetitions": 9}] * 3}
        ],
    }
    assert ask(api, who, repetition_range=[8, 12])["action"] == "increase_load"
    api.put(f"/v1/athletes/{who}/workouts/{stored['id']}", json=fixed)
    assert ask(api, who, repetition_range=[8, 12])["action"] == "increase_repetitions"


def test_pounds_are_answered_in_pounds_that_can_be_loaded(api: httpx.Client) -> None:
    who = athlete(api, mass_unit="lb")
    log(api, who, "2026-11-20", [12, 12, 12], load={"value": 135, "unit": "lb"})
    (first, *_) = ask(api, who, repetition_range=[8, 12])["sets"]
    assert first["load"]["unit"] == "lb"
    assert first["load"]["value"] % 5 == 0
    assert first["load"]["value"] > 135


def test_a_first_session_finds_its_load(api: httpx.Client) -> None:
    advice = ask(api, athlete(api))
    assert (advice["status"], advice["action"]) == ("ok", "start")
    assert [one["repetitions_in_reserve"] for one in advice["sets"]] == [4, 4]
    assert [one["code"] for one in advice["missing"]] == ["first_sets"]


def test_pain_is_refused_with_what_to_do_instead(api: httpx.Client) -> None:
    who = athlete(api)
    log(api, who, "2026-11-20", [12, 12, 12])
    advice = ask(api, who, pain_0_to_10=6)
    assert (advice["status"], advice["sets"]) == ("refused", [])
    assert advice["instead"]
    assert advice["because"][0]["code"] == "pain"


def test_sets_after_the_instant_are_named_by_the_stateless_door(api: httpx.Client) -> None:
    session = {"performed_at": "2026-12-01T00:00:00Z", "sets": [{"id": None, "repetitions": 5}]}
    body = {"at": AT, "exercises": [{"history": [session]}]}
    (item,) = api.post("/v1/compute/next-session", json=body).json()["items"]
    assert item["evidence"]["excluded"] == [
        {"id": "#/exercises/0/history/0/sets/0", "reason": "future"}
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"repetition_range": [8]},
        {"repetition_range": [0, 8]},
        {"sets": 0},
        {"step": "NaN"},
        {"step": -1},
        {"rest_s": "inf"},
        {"at": "2026-11-23"},
        {"at": "0"},
        {"pain_0_to_10": 11},
        {"equipment_unit": "stone"},
    ],
)
def test_parameters_are_checked(api: httpx.Client, query: dict[str, Any]) -> None:
    path = f"/v1/athletes/{athlete(api)}/advice/exercises/sumo-squat"
    problem(api.get(path, params=query), 422, "invalid-input")


def test_an_unknown_exercise_is_not_found(api: httpx.Client) -> None:
    path = f"/v1/athletes/{athlete(api)}/advice/exercises/no-such-thing"
    problem(api.get(path), 404, "not-found")


def weigh_and_eat(api: httpx.Client, who: str, mass_kg: float = 71.4) -> None:
    days = [f"2026-11-{day:02}" for day in range(1, 23)]
    weighings = [
        {"measured_at": f"{day}T07:00:00Z", "body_mass_kg": round(mass_kg - 0.05 * number, 2)}
        for number, day in enumerate(days)
    ]
    eaten = [{"eaten_on": day, "energy_kcal": 1800, "protein_g": 110} for day in days]
    api.post(f"/v1/athletes/{who}/weighings/bulk", json={"items": weighings})
    api.post(f"/v1/athletes/{who}/intake/bulk", json={"items": eaten})


def energy(api: httpx.Client, who: str, **query: Any) -> dict[str, Any]:
    answer = api.get(f"/v1/athletes/{who}/advice/energy", params={"on": "2026-11-22", **query})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


PARTS = ("body_mass", "resting", "expenditure", "balance", "target")


def test_a_full_log_answers_every_part(api: httpx.Client) -> None:
    who = athlete(api)
    weigh_and_eat(api, who)
    advice = energy(api, who, rate_percent_per_week=-0.5)
    assert {name: advice[name]["status"] for name in PARTS} == dict.fromkeys(PARTS, "ok")
    spent = advice["expenditure"]["value"]["estimate"]
    assert spent["low"] < spent["value"] < spent["high"]
    assert 1_800 < spent["value"] < 2_700
    assert advice["balance"]["value"]["value"] < 0
    assert advice["target"]["value"]["intake"]["value"] < spent["value"]
    assert advice["target"]["value"]["protein_g"]["value"] > 70


def test_nothing_known_hides_nothing(api: httpx.Client) -> None:
    who = str(api.post("/v1/athletes", json={}).json()["id"])
    advice = energy(api, who)
    for name in PARTS:
        assert advice[name]["status"] in {"insufficient", "refused"}
        assert advice[name]["value"] is None
        assert advice[name]["missing"] or advice[name]["instead"]


@pytest.mark.parametrize(
    "fields",
    [
        {"born_on": "2012-01-01"},
        {"born_on": None},
        {"height_cm": None},
        {"reproduction": "pregnant"},
        {"reproduction": "lactating"},
        {"health_flags": ["eating_disorder"]},
        {"health_flags": ["kidney_failure"]},
        {"height_cm": 200},
    ],
)
def test_an_unsafe_deficit_is_refused_and_the_rest_still_answers(
    api: httpx.Client, fields: dict[str, Any]
) -> None:
    who = athlete(api, **fields)
    weigh_and_eat(api, who)
    advice = energy(api, who)
    assert advice["target"]["status"] == "refused"
    assert advice["target"]["because"]
    assert advice["target"]["instead"]
    assert advice["body_mass"]["status"] == "ok"


def test_too_fast_is_refused(api: httpx.Client) -> None:
    who = athlete(api)
    weigh_and_eat(api, who)
    assert energy(api, who, rate_percent_per_week=-2)["target"]["status"] == "refused"


def test_unknown_pregnancy_is_warned_of(api: httpx.Client) -> None:
    who = athlete(api, reproduction=None)
    weigh_and_eat(api, who)
    target = energy(api, who)["target"]
    assert target["status"] == "ok"
    assert any("pregnan" in warning["text"].lower() for warning in target["warnings"])
