"""Recovery as a caller meets it: what is ready, when to back off, what a check-in changes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.api.test_errors import JSON, problem
from tests.api.test_volume import by_id, history, log

AT = "2026-11-20T17:00:00Z"
COMPUTE = "/v1/compute/recovery"


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    made = api.post("/v1/athletes", json={"time_zone": "Europe/Berlin"}).json()
    return f"/v1/athletes/{made['id']}"


def check_in(api: httpx.Client, athlete: str, noted_at: str, **said: Any) -> str:
    answer = api.post(f"{athlete}/recovery", json={"noted_at": noted_at, **said})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def ask(api: httpx.Client, athlete: str, **query: Any) -> dict[str, Any]:
    answer = api.get(f"{athlete}/advice/recovery", params={"at": AT, **query})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def states(answer: dict[str, Any], kind: str = "groups") -> dict[str, str]:
    return {one["id"]: one["state"] for one in answer["recovery"]["value"][kind]}


def test_what_was_loaded_yesterday_recovers(api: httpx.Client, athlete: str) -> None:
    ids = log(api, athlete, "2026-11-19T17:00:00Z")
    answer = ask(api, athlete)
    groups = by_id(answer["recovery"]["value"]["groups"])
    assert (groups["chest"]["state"], groups["chest"]["ready_at"]) == ("ready", None)
    adductors = groups["adductors"]
    assert (adductors["status"], adductors["state"]) == ("ok", "recovering")
    assert adductors["loaded_at"] == "2026-11-19T17:00:00Z"
    assert adductors["ready_at"] == "2026-11-21T17:00:00Z"
    assert adductors["evidence"]["used"][0] in ids
    muscles = by_id(answer["recovery"]["value"]["muscles"])
    assert muscles["gracilis"]["state"] == "ready", "it only helped: half of the hours"
    assert (muscles["adductor_magnus"]["group"], muscles["adductor_magnus"]["state"]) == (
        "adductors",
        "recovering",
    )
    assert set(muscles) == {one["id"] for one in api.get("/v1/muscles").json()["items"]}
    later = ask(api, athlete, at="2026-11-21T17:00:00Z")
    assert states(later)["adductors"] == "ready"


def test_an_empty_log_is_no_rested_body(api: httpx.Client, athlete: str) -> None:
    answer = ask(api, athlete)
    assert set(states(answer).values()) == {"unknown"}
    assert answer["deload"]["status"] == "insufficient"
    assert {one["code"] for one in answer["deload"]["missing"]} == {"lift_trends", "check_ins"}
    assert answer["readiness"]["value"] == {"effect": "as_planned", "lower_percent": 0.0}
    assert answer == api.post(COMPUTE, json={"at": AT, "exercises": []}).json()


def test_pain_refuses_its_muscle_and_no_other(api: httpx.Client, athlete: str) -> None:
    log(api, athlete, "2026-11-16T17:00:00Z")
    noted = check_in(api, athlete, "2026-11-20T07:00:00Z", pain_0_to_10={"adductor_longus": 6})
    answer = ask(api, athlete, trains=["chest"])
    longus = by_id(answer["recovery"]["value"]["muscles"])["adductor_longus"]
    assert (longus["status"], longus["state"]) == ("refused", "refused")
    assert longus["instead"]
    assert states(answer)["chest"] == "ready"
    assert (answer["readiness"]["status"], answer["readiness"]["evidence"]["used"]) == (
        "ok",
        [noted],
    )


@pytest.mark.parametrize("noted", ["adductors", "adductor_longus"])
@pytest.mark.parametrize("trains", ["adductors", "adductor_longus"])
def test_pain_of_a_muscle_is_pain_of_its_group(
    api: httpx.Client, athlete: str, noted: str, trains: str
) -> None:
    check_in(api, athlete, "2026-11-20T07:00:00Z", pain_0_to_10={noted: 6})
    part = ask(api, athlete, trains=trains)["readiness"]
    assert (part["status"], part["value"], part["because"][0]["code"]) == ("refused", None, "pain")
    assert part["instead"]


@pytest.mark.parametrize(
    ("said", "effect", "percent"),
    [
        ({"readiness_1_to_5": 5, "sleep_h": 9}, "as_planned", 0.0),
        ({"readiness_1_to_5": 2}, "hold", 0.0),
        ({"sleep_h": 5}, "hold", 0.0),
        ({"readiness_1_to_5": 1}, "lower", 10.0),
        ({"soreness_0_to_10": {"gracilis": 8}}, "lower", 10.0),
        ({"soreness_0_to_10": {"chest": 8}}, "as_planned", 0.0),
    ],
)
def test_a_check_in_holds_or_lowers(
    api: httpx.Client, athlete: str, said: dict[str, Any], effect: str, percent: float
) -> None:
    check_in(api, athlete, "2026-11-20T07:00:00Z", **said)
    part = ask(api, athlete, trains=["adductors"])["readiness"]
    assert part["value"] == {"effect": effect, "lower_percent": percent}


def test_what_is_stale_or_to_come_is_named(api: httpx.Client, athlete: str) -> None:
    """So is what was noted later than asked; what lies further off is not looked at."""
    stale = check_in(api, athlete, "2026-11-18T07:00:00Z", readiness_1_to_5=1)
    future = check_in(api, athlete, "2026-11-20T17:00:01Z", readiness_1_to_5=1)
    for far in ("2026-11-01T07:00:00Z", "2027-11-20T07:00:00Z"):
        check_in(api, athlete, far, readiness_1_to_5=1)
    part = ask(api, athlete)["readiness"]
    assert part["value"]["effect"] == "as_planned"
    assert part["evidence"] == {
        "used": [],
        "excluded": [{"id": stale, "reason": "stale"}, {"id": future, "reason": "future"}],
    }


def test_low_readiness_suggests_a_deload(api: httpx.Client, athlete: str) -> None:
    for day, readiness in ((17, 2), (18, 1), (20, 2)):
        check_in(api, athlete, f"2026-11-{day}T07:00:00Z", readiness_1_to_5=readiness)
    part = ask(api, athlete)["deload"]
    assert (part["status"], part["value"]["advice"]) == ("ok", "suggested")
    assert part["value"]["how"] == {
        "days_low": 5,
        "days_high": 7,
        "sets_factor": 0.5,
        "load_factor_low": 0.9,
        "load_factor_high": 1.0,
        "reserve_added_low": 2.0,
        "reserve_added_high": 3.0,
    }
    assert {one["code"] for one in part["because"]} >= {"readiness_low", "no_gain_shown"}


def test_a_planned_deload_comes_due_and_a_deload_resets_it(api: httpx.Client, athlete: str) -> None:
    for day in (1, 4, 8, 12, 16, 19):
        log(api, athlete, f"2026-11-{day:02}T17:00:00Z")
    due = ask(api, athlete, deload_every_weeks=2)["deload"]
    assert due["value"]["advice"] == "suggested"
    assert due["because"][0]["code"] == "plan_due"
    assert due["because"][0]["values"]["weeks"] == pytest.approx(19 / 7)
    reset = ask(api, athlete, deload_every_weeks=2, last_deload_on="2026-11-15")["deload"]
    assert (reset["status"], reset["because"][0]["code"]) == ("insufficient", "plan_not_due")


def programme(api: httpx.Client, athlete: str, starts_on: str, **more: Any) -> None:
    body = {
        "name": "Thighs",
        "starts_on": starts_on,
        "mesocycle": {"weeks": 3},
        "days": [{"exercises": [{"exercise_id": "sumo-squat"}]}],
        **more,
    }
    assert api.post(f"{athlete}/programmes", json=body).status_code == 201


@pytest.mark.parametrize(
    ("starts_on", "advice", "code"),
    [
        ("2026-11-13", "suggested", "deload_ahead"),
        ("2026-11-06", "under_way", "deload_under_way"),
        ("2026-10-28", None, "plan_not_due"),
        ("2026-10-14", "suggested", "plan_due"),
    ],
)
def test_the_deload_of_the_mesocycle_counts_by_both_doors(
    api: httpx.Client, athlete: str, starts_on: str, advice: str | None, code: str
) -> None:
    days = [f"2026-11-{day:02}" for day in (1, 4, 8, 12, 16, 19)]
    for day in days:
        log(api, athlete, f"{day}T17:00:00Z")
    done = history(*days, repetitions_in_reserve=2)
    programme(api, athlete, starts_on)
    stored = ask(api, athlete, deload_every_weeks=2)["deload"]
    assert (stored["value"] or {}).get("advice") == advice
    assert code in {one["code"] for one in stored["because"]}
    today = api.get(f"{athlete}/advice/today", params={"at": AT}).json()["deload"]
    assert ("deload_under_way" in {one["code"] for one in today["because"]}) == (
        advice == "under_way"
    )
    told = {
        "at": AT,
        "time_zone": "Europe/Berlin",
        "exercises": [{"exercise_id": "sumo-squat", "history": done}],
        "deload_every_weeks": 2,
        "mesocycle": {"starts_on": starts_on, "weeks": 3},
    }
    sent = api.post(COMPUTE, json=told).json()["deload"]
    assert {**sent, "evidence": None} == {**stored, "evidence": None}


@pytest.mark.parametrize(
    ("before", "more", "rested"),
    [
        # The mesocycle before this programme ended in a deload.
        ("2026-10-26", {}, True),
        # One that was cut off before its deload, and one that another programme replaced.
        ("2026-10-26", {"ends_on": "2026-11-08"}, False),
        ("2026-11-01", {}, False),
        ("2026-10-26", {"mesocycle": {"weeks": 3, "deload": False}}, False),
        ("2026-10-26", {"mesocycle": None}, False),
    ],
)
def test_the_deload_of_the_mesocycle_before_counts_too(
    api: httpx.Client, athlete: str, before: str, more: dict[str, Any], *, rested: bool
) -> None:
    for day in (1, 4, 8, 12, 16, 19):
        log(api, athlete, f"2026-11-{day:02}T17:00:00Z")
    programme(api, athlete, before, **more)
    programme(api, athlete, "2026-11-15", mesocycle=None)
    part = ask(api, athlete, deload_every_weeks=2)["deload"]
    assert part["because"][0]["code"] == ("plan_not_due" if rested else "plan_due")


def lifts(change_kg: float) -> list[dict[str, Any]]:
    """Two lifts, twice a week for twelve weeks, the load changing every session."""
    began = datetime(2026, 8, 30, 17, tzinfo=UTC)
    return [
        {
            "exercise_id": exercise_id,
            "history": [
                {
                    "performed_at": (began + timedelta(days=3.5 * n)).isoformat(),
                    "sets": [
                        {
                            "load_kg": 100 + change_kg * n,
                            "repetitions": 5,
                            "repetitions_in_reserve": 1,
                        }
                    ],
                }
                for n in range(23)
            ],
        }
        for exercise_id in ("barbell-bench-press", "sumo-squat")
    ]


@pytest.mark.parametrize(
    ("change_kg", "more", "status", "codes"),
    [
        (1, {}, "ok", {"lifts_move", "no_deload_asked"}),
        (-1, {}, "ok", {"lifts_stalled", "no_gain_shown"}),
        (0, {"training_age": "under_6_months"}, "ok", {"lifts_stalled", "no_gain_shown"}),
        (0, {}, "insufficient", {"readiness_fine"}),
    ],
)
def test_lifts_that_fall_or_stand_still_ask_for_a_deload(
    api: httpx.Client, change_kg: float, more: dict[str, str], status: str, codes: set[str]
) -> None:
    notes = [
        {"noted_at": f"2026-11-{day}T07:00:00Z", "readiness_1_to_5": 4} for day in (17, 18, 19)
    ]
    body = {"at": AT, "exercises": lifts(change_kg), "recovery": notes, **more}
    answer = api.post(COMPUTE, json=body)
    part = answer.json()["deload"]
    assert part["status"] == status
    assert codes <= {one["code"] for one in part["because"]}


def test_an_exercise_of_ones_own_may_have_loaded_anything(api: httpx.Client, athlete: str) -> None:
    own = api.post("/v1/exercises", json={"name": "Slide board"}).json()
    log(api, athlete, "2026-11-19T17:00:00Z", own["id"])
    answer = ask(api, athlete)
    (left_out,) = answer["exercises_left_out"]
    assert (left_out["exercise_id"], left_out["code"]) == (own["id"], "muscles_unknown")
    said = {one["code"]: one["text"] for one in answer["recovery"]["missing"]}
    assert "Slide board" in said["muscles"]
    told = {
        "exercise_id": own["id"],
        "muscles": [{"muscle_id": "adductor_longus", "share": 1}],
        "history": history("2026-11-19"),
    }
    answer = api.post(COMPUTE, json={"at": AT, "exercises": [told]}).json()
    assert (states(answer)["adductors"], answer["exercises_left_out"]) == ("recovering", [])


def test_hours_are_hours_when_the_clocks_go_back(api: httpx.Client, athlete: str) -> None:
    """In Berlin the night to 25 October 2026 has an hour more."""
    log(api, athlete, "2026-10-24T18:00:00Z")
    check_in(api, athlete, "2026-10-24T18:00:00Z", soreness_0_to_10={"chest": 9})
    groups = by_id(ask(api, athlete, at="2026-10-25T18:00:00Z")["recovery"]["value"]["groups"])
    assert groups["adductors"]["ready_at"] == "2026-10-26T18:00:00Z"
    assert groups["chest"]["ready_at"] == "2026-10-26T06:00:00Z"


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ("{}", "#/exercises", "missing"),
        ('{"exercises": [], "at": "now"}', "#/at", "text_needed"),
        (
            '{"exercises": [], "deload_every_weeks": NaN}',
            "#/deload_every_weeks",
            "finite_number",
        ),
        (
            '{"exercises": [], "deload_every_weeks": 27}',
            "#/deload_every_weeks",
            "less_than_equal",
        ),
        ('{"exercises": [], "training_age": "old"}', "#/training_age", "enum"),
        (
            '{"exercises": [], "recovery": [{"noted_at": "2026-11-20T07:00:00Z"}]}',
            "#/recovery/0",
            "nothing_said",
        ),
    ],
)
def test_mistakes_are_named(api: httpx.Client, body: str, pointer: str, code: str) -> None:
    at = "" if '"at"' in body else f'"at": "{AT}", '
    sent = body.replace("{", f"{{{at}", 1).replace(", }", "}")
    found = problem(api.post(COMPUTE, content=sent, headers=JSON), 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [(pointer, code)]


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"trains": ["chest", "adductor"]}, "#/trains/1"),
        (
            {"recovery": [{"noted_at": AT, "soreness_0_to_10": {"adductor": 3}}]},
            "#/recovery/0/soreness_0_to_10/adductor",
        ),
    ],
)
def test_unknown_muscles_have_candidates(
    api: httpx.Client, more: dict[str, Any], pointer: str
) -> None:
    answer = api.post(COMPUTE, json={"at": AT, "exercises": [], **more})
    (error,) = problem(answer, 404, "unknown-reference")["errors"]
    assert (error["pointer"], error["code"]) == (pointer, "unknown_muscle")
    assert "adductors" in error["detail"]


def test_an_unknown_muscle_of_the_query_is_named(api: httpx.Client, athlete: str) -> None:
    answer = api.get(f"{athlete}/advice/recovery", params={"trains": "knee"})
    (error,) = problem(answer, 404, "unknown-reference")["errors"]
    assert error["pointer"] == "query/trains/0"


def test_too_many_check_ins_are_refused(api: httpx.Client) -> None:
    notes = [{"noted_at": AT, "readiness_1_to_5": 3}] * 3_001
    answer = api.post(COMPUTE, json={"at": AT, "exercises": [], "recovery": notes})
    assert problem(answer, 422, "invalid-input")["errors"][0]["pointer"] == "#/recovery"


@pytest.mark.parametrize("at", ["0001-01-01T00:30:00Z", "9999-12-31T20:30:00Z"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_ends_of_the_calendar_are_instants_too(api: httpx.Client, at: str, zone: str) -> None:
    made = api.post("/v1/athletes", json={"time_zone": zone}).json()
    athlete = f"/v1/athletes/{made['id']}"
    log(api, athlete, at.replace(":30:", ":20:"))
    check_in(api, athlete, at, soreness_0_to_10={"chest": 9})
    answer = ask(api, athlete, at=at, deload_every_weeks=26)
    assert states(answer)["adductors"] in {"recovering", "ready"}


def test_another_tenants_athlete_is_not_there(
    api: httpx.Client, other_api: httpx.Client, athlete: str
) -> None:
    problem(other_api.get(f"{athlete}/advice/recovery"), 404, "not-found")
    assert api.get(f"{athlete}/advice/recovery").status_code == 200
