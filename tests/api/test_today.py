"""The one call of a home screen, from the store alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.api.test_advice import athlete

PROGRAMME: dict[str, Any] = {
    "name": "Thighs",
    "starts_on": "2026-11-02",
    "weekdays": ["monday", "thursday"],
    "days": [
        {
            "name": "A",
            "exercises": [
                {
                    "exercise_id": "sumo-squat",
                    "targets": {"repetition_range": [8, 12], "sets": 3},
                },
                {"exercise_id": "side-lying-hip-adduction"},
            ],
        },
        {"name": "B", "exercises": [{"exercise_id": "lateral-lunge"}]},
    ],
}
MONDAY = "2026-11-23T17:00:00Z"
SETS = [{"load_kg": 20, "repetitions": 12, "repetitions_in_reserve": 2}] * 3


@pytest.fixture
def who(api: httpx.Client) -> str:
    id_ = athlete(api, sex="female", born_on="1994-05-01", height_cm=168, activity_factor=1.5)
    made = api.post(f"/v1/athletes/{id_}/programmes", json=PROGRAMME)
    assert made.status_code == 201, made.text
    return id_


def today(api: httpx.Client, who: str, at: str = MONDAY, **query: Any) -> dict[str, Any]:
    answer = api.get(f"/v1/athletes/{who}/advice/today", params={"at": at, **query})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def log(api: httpx.Client, who: str, at: str, sets: list[Any], *, exercise_id: str) -> None:
    body = {"performed_at": at, "exercises": [{"exercise_id": exercise_id, "sets": sets}]}
    answer = api.post(f"/v1/athletes/{who}/workouts", json=body)
    assert answer.status_code == 201, answer.text


def weigh(api: httpx.Client, who: str, *days: str) -> None:
    for day in days:
        body = {"measured_at": f"{day}T06:00:00Z", "body_mass_kg": 70}
        assert api.post(f"/v1/athletes/{who}/weighings", json=body).status_code == 201


def verdict(answer: dict[str, Any]) -> tuple[str, str | None]:
    value = answer["training"]["value"]
    return value["verdict"], value["next_on"]


def test_day_of_training(api: httpx.Client, who: str) -> None:
    weigh(api, who, "2026-11-22", "2026-11-23")
    log(api, who, "2026-11-16T17:00:00Z", SETS, exercise_id="sumo-squat")
    log(api, who, "2026-11-19T17:00:00Z", SETS, exercise_id="lateral-lunge")
    answer = today(api, who)
    assert (answer["on"], *verdict(answer)) == ("2026-11-23", "train", "2026-11-23")
    assert [one["exercise_id"] for one in answer["session"]["items"]] == [
        "sumo-squat",
        "side-lying-hip-adduction",
    ]
    assert answer["session"]["day_name"] == "A"
    change = answer["changes"][0]
    assert change["action"] == "increase_load"
    assert change["before"] == "Last session, 2026-11-16: 12, 12, 12 repetitions at 20 kg."
    assert change["now"] == "3 x 8 at 22 kg"
    assert change["why"]
    assert answer["intake"]["value"]["kind"] == "training"
    assert answer["intake"]["value"]["protein_g"]["value"] > 0
    assert [one["code"] for one in answer["to_log"]] == [
        "intake_yesterday",
        "check_in",
        "sets",
        "intake",
    ]


def test_day_of_rest_shows_the_next_session(api: httpx.Client, who: str) -> None:
    weigh(api, who, "2026-11-22", "2026-11-24")
    log(api, who, "2026-11-23T17:00:00Z", SETS, exercise_id="sumo-squat")
    answer = today(api, who, "2026-11-24T08:00:00Z")
    assert verdict(answer) == ("rest", "2026-11-26")
    assert answer["session"]["at"] == "2026-11-26T08:00:00Z"
    assert answer["session"]["day_name"] == "B"
    assert answer["intake"]["value"]["kind"] == "rest"
    assert "sets" not in [one["code"] for one in answer["to_log"]]


def test_day_that_is_done(api: httpx.Client, who: str) -> None:
    weigh(api, who, "2026-11-23")
    log(api, who, "2026-11-23T09:00:00Z", SETS, exercise_id="sumo-squat")
    answer = today(api, who)
    assert verdict(answer) == ("done", "2026-11-26")
    assert answer["session"]["day_name"] == "B"
    assert answer["intake"]["value"]["kind"] == "training"


def test_missed_day_is_made_up_where_recovery_lets_it(api: httpx.Client, who: str) -> None:
    log(api, who, "2026-11-19T17:00:00Z", SETS, exercise_id="lateral-lunge")
    late = today(api, who, "2026-11-24T17:00:00Z")
    assert verdict(late) == ("train", "2026-11-24")
    assert late["training"]["value"]["missed_on"] == "2026-11-23"
    assert late["training"]["because"][0]["code"] == "missed_day_made_up"
    too_late = today(api, who, "2026-11-25T17:00:00Z")
    assert verdict(too_late) == ("rest", "2026-11-26")
    assert too_late["training"]["because"][-1]["code"] == "missed_day_waits"
    assert too_late["session"]["day_name"] == "A"


def test_muscles_that_are_not_ready_wait(api: httpx.Client, who: str) -> None:
    failed = [{"load_kg": 20, "repetitions": 12, "kind": "failure"}] * 3
    log(api, who, "2026-11-22T17:00:00Z", failed, exercise_id="lateral-lunge")
    answer = today(api, who)
    assert verdict(answer) == ("rest", "2026-11-26")
    waiting = answer["training"]["value"]["waiting"]
    assert {one["exercise_id"] for one in waiting} == {
        "sumo-squat",
        "side-lying-hip-adduction",
    }
    # Of other muscles nothing waits.
    log(api, who, "2026-11-22T18:00:00Z", failed, exercise_id="barbell-bench-press")
    assert len(today(api, who)["training"]["value"]["waiting"]) == 2


def test_what_waits_is_left_out_of_the_session(api: httpx.Client) -> None:
    who = athlete(api)
    exercises = [{"exercise_id": "barbell-back-squat"}, {"exercise_id": "barbell-bench-press"}]
    body = {**PROGRAMME, "days": [{"exercises": exercises}]}
    assert api.post(f"/v1/athletes/{who}/programmes", json=body).status_code == 201
    log(api, who, "2026-11-22T17:00:00Z", SETS, exercise_id="barbell-bench-press")
    answer = today(api, who)
    assert verdict(answer) == ("train", "2026-11-23")
    assert [one["exercise_id"] for one in answer["session"]["items"]] == ["barbell-back-squat"]
    assert answer["training"]["warnings"][0]["code"] == "exercise_left_out"


def test_nothing_known_is_said_part_by_part(api: httpx.Client) -> None:
    answer = today(api, athlete(api))
    assert answer["training"]["missing"][0]["code"] == "programme"
    assert answer["session"] is None
    assert answer["changes"] == []
    assert answer["intake"]["status"] == "insufficient"
    assert answer["intake"]["missing"]


def test_the_session_is_that_of_its_own_advice(api: httpx.Client, who: str) -> None:
    log(api, who, "2026-11-16T17:00:00Z", SETS, exercise_id="sumo-squat")
    answer = today(api, who)
    params = {"at": answer["session"]["at"]}
    due = api.get(f"/v1/athletes/{who}/advice/next-session", params=params).json()
    assert answer["session"] == due
    energy = api.get(
        f"/v1/athletes/{who}/advice/energy",
        params={"on": answer["on"], "training_days_per_week": 2},
    ).json()
    assert answer["check_in"] == energy["check_in"]
    assert answer["intake"]["status"] == energy["target"]["status"]


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_ends_of_the_calendar(api: httpx.Client, who: str, at: str) -> None:
    assert today(api, who, at)["training"]["status"] in {"ok", "insufficient"}


def test_somebody_elses_athlete_is_not_there(api: httpx.Client) -> None:
    other = "0190a6c4-3f00-7a10-8000-0000000000ff"
    assert api.get(f"/v1/athletes/{other}/advice/today").status_code == 404


def test_now_is_the_default(api: httpx.Client, who: str) -> None:
    answer = api.get(f"/v1/athletes/{who}/advice/today").json()
    since = datetime.now(UTC) - datetime.fromisoformat(answer["at"])
    assert since < timedelta(minutes=1)


THREE_DAYS: dict[str, Any] = {
    "name": "Round of three",
    "starts_on": "2026-11-02",
    "weekdays": ["monday", "wednesday", "friday"],
    "days": [
        {"name": "A", "exercises": [{"exercise_id": "barbell-back-squat"}]},
        {
            "name": "B",
            "exercises": [
                {"exercise_id": "lateral-lunge", "targets": {"sets": 2}},
                {"exercise_id": "dumbbell-curl"},
            ],
        },
        {"name": "C", "exercises": [{"exercise_id": "barbell-bench-press"}]},
    ],
}


def test_what_was_left_out_comes_last_in_the_next_session(api: httpx.Client) -> None:
    """A set to failure keeps a muscle for 72 h: the lunge of Wednesday is not lost for a week."""
    who = athlete(api)
    assert api.post(f"/v1/athletes/{who}/programmes", json=THREE_DAYS).status_code == 201
    failed = [{"load_kg": 60, "repetitions": 8, "kind": "failure"}] * 3
    log(api, who, "2026-11-23T17:00:00Z", failed, exercise_id="barbell-back-squat")
    # That Wednesday trains what is ready is said beforehand as on the day itself.
    assert verdict(today(api, who, "2026-11-24T08:00:00Z")) == ("rest", "2026-11-25")
    wednesday = today(api, who, "2026-11-25T08:00:00Z")
    assert [one["exercise_id"] for one in wednesday["session"]["items"]] == ["dumbbell-curl"]
    assert wednesday["training"]["value"]["left_over"] == []
    log(api, who, "2026-11-25T17:00:00Z", SETS, exercise_id="dumbbell-curl")

    friday = today(api, who, "2026-11-27T17:00:00Z")
    assert [one["exercise_id"] for one in friday["session"]["items"]] == [
        "barbell-bench-press",
        "lateral-lunge",
    ]
    assert len(friday["session"]["items"][1]["sets"]) == 2
    assert friday["training"]["value"]["left_over"] == [
        {"exercise_id": "lateral-lunge", "name": "Lateral Lunge", "due_on": "2026-11-25"}
    ]
    assert friday["training"]["because"][-1]["code"] == "left_over_comes_last"

    # Done by itself it completes its day; the next one stays due.
    log(api, who, "2026-11-27T17:30:00Z", SETS, exercise_id="lateral-lunge")
    monday = today(api, who, "2026-11-30T17:00:00Z")
    assert monday["session"]["day_name"] == "C"
    assert monday["training"]["value"]["left_over"] == []


def test_what_is_excluded_or_comes_soon_anyhow_is_not_left_over(api: httpx.Client) -> None:
    who = athlete(api)
    assert api.post(f"/v1/athletes/{who}/programmes", json=PROGRAMME).status_code == 201
    log(api, who, "2026-11-23T17:00:00Z", SETS, exercise_id="sumo-squat")
    # Of two days the other one is next again.
    assert today(api, who, "2026-11-26T17:00:00Z")["training"]["value"]["left_over"] == []

    other = athlete(api)
    assert api.post(f"/v1/athletes/{other}/programmes", json=THREE_DAYS).status_code == 201
    log(api, other, "2026-11-25T17:00:00Z", SETS, exercise_id="dumbbell-curl")
    path = f"/v1/athletes/{other}/exercise-preferences/lateral-lunge"
    assert api.put(path, json={"preference": "excluded"}).status_code == 200
    assert today(api, other, "2026-11-27T17:00:00Z")["training"]["value"]["left_over"] == []


def test_a_red_flag_refuses_the_day(api: httpx.Client, who: str) -> None:
    body = {"answered_at": "2026-11-20T08:00:00Z", "answers": {"chest_pain": True}}
    assert api.post(f"/v1/athletes/{who}/screenings", json=body).status_code == 201
    answer = today(api, who)
    training = answer["training"]
    assert (training["status"], training["value"]) == ("refused", None)
    assert training["because"][0]["code"] == "red_flag"
    assert "clinician" in training["instead"]
    assert answer["session"] is None
    assert "sets" not in [one["code"] for one in answer["to_log"]]
