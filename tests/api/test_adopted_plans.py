"""A plan is adopted as it stands, and then advised by: the day, its session, and the week after."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from tests.api.test_advice import athlete
from tests.plan_questions import GYM
from tests.plan_rules import WEEKDAYS

STARTS_ON = date(2026, 11, 23)
"""A Monday."""
PERSON = {"sex": "female", "born_on": "1994-05-01", "height_cm": 168, "activity_factor": 1.5}
BODIES: list[dict[str, Any]] = [
    {"goal": "tighten_inner_thighs", "equipment": GYM, "minutes": 60},
    {"goal": "tighten_inner_thighs", "minutes": 30},
    {"goal": "prevent_groin_injury", "level": "advanced", "minutes": 30, "equipment": ["ball"]},
    {"goal": "get_stronger", "equipment": GYM, "minutes": 75},
    {"goal": "get_stronger", "minutes": 45, "level": "advanced", "equipment": ["barbell"]},
    {"goal": "build_muscle", "equipment": GYM, "level": "advanced", "days_per_week": 6},
    {"goal": "muscular_endurance", "equipment": ["band", "dumbbell"], "level": "intermediate"},
    {"goal": "strengthen_grip", "equipment": GYM, "level": "intermediate", "weeks": 3},
    {"goal": "stand_tall", "equipment": ["band"], "weeks": 1},
    {"focus": ["neck", "shins"], "equipment": GYM, "days_per_week": 7},
    {"focus": ["back"], "equipment": ["assisted_machine", "rings"], "minutes": 40},
]


def adopted(api: httpx.Client, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    who = athlete(api, **PERSON)
    answer = api.post("/v1/plans", json={**body, "starts_on": STARTS_ON.isoformat()})
    assert answer.status_code == 200, answer.text
    plan: dict[str, Any] = answer.json()
    for programme in plan["programmes"]:
        made = api.post(f"/v1/athletes/{who}/programmes", json=programme)
        assert made.status_code == 201, made.text
    return who, plan


def advised(api: httpx.Client, who: str, what: str, at: str) -> dict[str, Any]:
    answer = api.get(f"/v1/athletes/{who}/advice/{what}", params={"at": at})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def log(api: httpx.Client, who: str, at: str, session: dict[str, Any]) -> None:
    """The session as it was planned, with a load where something is lifted."""
    exercises = [
        {"exercise_id": one["exercise_id"], "sets": [_set(api, one)] * one["sets"]}
        for one in session["exercises"]
    ]
    body = {"performed_at": at, "exercises": exercises}
    answer = api.post(f"/v1/athletes/{who}/workouts", json=body)
    assert answer.status_code == 201, answer.text


def _set(api: httpx.Client, one: dict[str, Any]) -> dict[str, Any]:
    if one["measured_in"] == "duration":
        return {"duration_s": one["range"][0]}
    known = api.get(f"/v1/exercises/{one['exercise_id']}").json()
    loaded = {"load_kg": 20} if known["load_mode"] == "external" else {}
    return {"repetitions": one["range"][0], "repetitions_in_reserve": 3, **loaded}


@pytest.mark.parametrize("body", BODIES)
def test_every_day_of_an_adopted_plan_is_advised(api: httpx.Client, body: dict[str, Any]) -> None:
    who, plan = adopted(api, body)
    for week in range(2):
        for session in plan["plan"]["value"]["sessions"]:
            day = STARTS_ON + timedelta(days=7 * week + WEEKDAYS.index(session["weekday"]))
            if plan["programmes"][0]["ends_on"] < day.isoformat():
                continue
            at = f"{day.isoformat()}T17:00:00Z"
            planned = [one["exercise_id"] for one in session["exercises"]]
            advice = advised(api, who, "next-session", at)
            assert [one["exercise_id"] for one in advice["items"]] == planned
            assert {one["status"] for one in advice["items"]} == {"ok"}
            home = advised(api, who, "today", at)
            assert home["training"]["status"] == "ok"
            assert home["training"]["value"]["verdict"] == "train", home["training"]
            log(api, who, at, session)
