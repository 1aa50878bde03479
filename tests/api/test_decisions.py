"""Decisions and preferences: written down once, and later advice takes them into account."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.test_concurrency import statuses
from tests.api.test_doors import exported_history
from tests.api.test_errors import JSON, problem
from tests.api.test_log import pages

AT = "2026-11-23T18:00:00Z"
SQUATS = ("2026-11-16T18:00:00Z", "2026-11-19T18:00:00Z")
DECIDED = "2026-11-21T10:00:00Z"
WHOLE: dict[str, Any] = {
    "decided_at": DECIDED,
    "advice": "next_session",
    "exercise_id": "sumo-squat",
    "verdict": "changed",
    "reason": "The knee.",
    "change": {"load": {"value": 77.1, "unit": "lb"}, "repetitions": 10, "sets": 2},
    "holds_until": None,
}
Told = dict[str, Any]


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    id_ = str(api.post("/v1/athletes", json={"time_zone": "Europe/Berlin"}).json()["id"])
    for at in SQUATS:
        squat(api, id_, at)
    return f"/v1/athletes/{id_}"


def squat(api: httpx.Client, athlete_id: str, at: str, exercise_id: str = "sumo-squat") -> None:
    done = {"load_kg": 40, "repetitions": 12, "repetitions_in_reserve": 2}
    exercises = [{"exercise_id": exercise_id, "sets": [done] * 3}]
    body = {"performed_at": at, "exercises": exercises}
    answer = api.post(f"/v1/athletes/{athlete_id}/workouts", json=body)
    assert answer.status_code == 201, answer.text


def decide(api: httpx.Client, athlete: str, **changes: Any) -> Told:
    answer = api.post(f"{athlete}/decisions", json={**WHOLE, **changes})
    assert answer.status_code == 201, answer.text
    row: Told = answer.json()
    return row


def advice(api: httpx.Client, athlete: str, exercise_id: str = "sumo-squat", **query: Any) -> Told:
    asked = {"at": AT, "repetition_range": [8, 12], **query}
    answer = api.get(f"{athlete}/advice/exercises/{exercise_id}", params=asked)
    assert answer.status_code == 200, answer.text
    told: Told = answer.json()
    return told


def codes(part: Told) -> list[str]:
    return [one["code"] for one in part["because"]]


def test_a_decision_is_stored_once(api: httpx.Client, athlete: str) -> None:
    body = {"id": str(uuid4()), **WHOLE}
    first, second = (api.post(f"{athlete}/decisions", json=body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    kept = first.json()
    assert kept["change"]["load"] == {"value": pytest.approx(77.1), "unit": "lb"}
    assert kept["change"]["load_kg"] == pytest.approx(34.97, abs=0.01)
    assert {**kept, "change": None} == {**body, "change": None}
    assert second.json() == kept
    assert api.get(f"{athlete}/decisions/{body['id']}").json() == kept
    assert api.get(f"{athlete}/decisions").json()["items"] == [kept]
    assert api.post(f"{athlete}/decisions", json=kept).status_code == 200, "as it was read"
    other = {**body, "reason": "Another."}
    problem(api.post(f"{athlete}/decisions", json=other), 409, "conflict")
    assert api.delete(f"{athlete}/decisions/{body['id']}").status_code == 204
    problem(api.delete(f"{athlete}/decisions/{body['id']}"), 404, "not-found")
    problem(api.get(f"{athlete}/decisions/{body['id']}"), 404, "not-found")


def test_a_retry_without_a_time_of_its_own(api: httpx.Client, athlete: str) -> None:
    body = {"id": str(uuid4()), **WHOLE, "decided_at": None}
    sent = [lambda client: client.post(f"{athlete}/decisions", json=body)] * 8
    assert sorted(statuses(api, sent)) == [200] * 7 + [201]
    (one,) = api.get(f"{athlete}/decisions").json()["items"]
    age = datetime.now(UTC) - datetime.fromisoformat(one["decided_at"])
    assert timedelta(0) <= age < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"exercise_id": None}, "say which exercise"),
        ({"advice": "energy"}, "not of one exercise"),
        ({"verdict": "refused", "reason": None, "change": {}}, "why it was refused"),
        ({"change": {}}, "say what was changed"),
        ({"verdict": "accepted"}, "only what was changed"),
        ({"advice": "energy", "exercise_id": None}, "no such number"),
        ({"change": {"energy_kcal": 2_000}}, "no such number"),
        (
            {"advice": "deload", "exercise_id": None, "change": {}, "reason": None},
            "in the reason",
        ),
        ({"holds_until": "2026-11-21T09:00:00Z"}, "before decided_at"),
    ],
)
def test_what_does_not_hold_together(
    api: httpx.Client, athlete: str, changes: Told, fault: str
) -> None:
    answer = api.post(f"{athlete}/decisions", json={**WHOLE, **changes})
    (error,) = problem(answer, 422, "invalid-input")["errors"]
    assert (error["pointer"], error["code"]) == ("#", "decision_unclear")
    assert fault in error["detail"]
    assert api.get(f"{athlete}/decisions").json()["items"] == []


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ('{"load_kg": NaN}', "#/change/load_kg", "finite_number"),
        ('{"load_kg": 2001}', "#/change/load_kg", "less_than_equal"),
        ('{"repetitions": 0}', "#/change/repetitions", "greater_than_equal"),
        ('{"repetitions": "8"}', "#/change/repetitions", "int_type"),
        ('{"sets": 21}', "#/change/sets", "less_than_equal"),
        ('{"tempo": 3}', "#/change/tempo", "extra_forbidden"),
    ],
)
def test_mistakes_are_named(
    api: httpx.Client, athlete: str, change: str, pointer: str, code: str
) -> None:
    sent = (
        '{"advice": "next_session", "exercise_id": "sumo-squat", "verdict": "changed", '
        f'"change": {change}}}'
    )
    answer = api.post(f"{athlete}/decisions", content=sent, headers=JSON)
    errors = problem(answer, 422, "invalid-input")["errors"]
    assert [(one["pointer"], one["code"]) for one in errors] == [(pointer, code)]


def test_what_is_not_known(api: httpx.Client, other_api: httpx.Client, athlete: str) -> None:
    answer = api.post(f"{athlete}/decisions", json={**WHOLE, "exercise_id": "sumo-squad"})
    (error,) = problem(answer, 404, "unknown-reference")["errors"]
    assert error["pointer"] == "#/exercise_id"
    assert "sumo-squat" in error["detail"]
    path = f"{athlete}/decisions"
    for found in (
        other_api.get(path),
        other_api.post(path, json=WHOLE),
        other_api.get(f"{path}/{uuid4()}"),
    ):
        problem(found, 404, "not-found")


def test_every_advice_can_be_decided_on(api: httpx.Client, athlete: str) -> None:
    others: list[Told] = [
        {"advice": "energy", "change": {"energy_kcal": 2_000}},
        {"advice": "deload", "change": {}},
        {"advice": "plan", "change": {}, "verdict": "refused"},
        {"advice": "energy", "change": {}, "verdict": "accepted", "reason": None},
    ]
    for more in others:
        decide(api, athlete, **{"exercise_id": None, **more})
    assert len(api.get(f"{athlete}/decisions").json()["items"]) == 4


def test_pages_are_newest_first(api: httpx.Client, athlete: str) -> None:
    for day in (3, 1, 5, 2, 4):
        decide(api, athlete, decided_at=f"2026-11-{day:02}T10:00:00Z")
    found = [
        one["decided_at"][8:10] for page in pages(api, f"{athlete}/decisions", 2) for one in page
    ]
    assert found == ["05", "04", "03", "02", "01"]


def test_a_change_is_followed_and_said_until_it_is_trained(api: httpx.Client, athlete: str) -> None:
    before = advice(api, athlete)
    assert {one["load_kg"] for one in before["sets"]} == {42.0}
    decide(api, athlete, change={"load_kg": 36, "sets": 2})
    after = advice(api, athlete)
    assert [one["load_kg"] for one in after["sets"]] == [36.0, 36.0]
    texts = {one["code"]: one["text"] for one in after["because"]}
    assert texts["advice_changed"] == (
        "On 2026-11-21 you changed the advice to 2 sets, 36 kg (The knee)."
    )
    assert "change_holds" in texts
    assert "advice_changed" not in codes(advice(api, athlete, "pull-up"))
    squat(api, athlete.rsplit("/", 1)[1], "2026-11-22T10:00:00Z")
    trained = advice(api, athlete)
    assert "advice_changed" in codes(trained)
    assert "change_holds" not in codes(trained)
    assert len(trained["sets"]) == 3


def test_a_later_decision_stands_instead(api: httpx.Client, athlete: str) -> None:
    decide(api, athlete, change={"load_kg": 36})
    accepted = decide(
        api, athlete, decided_at="2026-11-22T10:00:00Z", verdict="accepted", change={}
    )
    assert {one["load_kg"] for one in advice(api, athlete)["sets"]} == {42.0}
    early = advice(api, athlete, at="2026-11-22T09:00:00Z")
    assert {one["load_kg"] for one in early["sets"]} == {36.0}, "as it was known then"
    api.delete(f"{athlete}/decisions/{accepted['id']}")
    assert {one["load_kg"] for one in advice(api, athlete)["sets"]} == {36.0}


def test_a_refusal_raises_nothing(api: httpx.Client, athlete: str) -> None:
    decide(api, athlete, verdict="refused", change={}, reason="Too heavy {still}.")
    after = advice(api, athlete)
    assert {one["load_kg"] for one in after["sets"]} == {40.0}
    assert after["action"] == "hold"
    assert {"advice_refused", "refusal_holds"} <= set(codes(after))


def test_never_above_the_limit_nor_against_pain(api: httpx.Client, athlete: str) -> None:
    decide(api, athlete, change={"load_kg": 120})
    after = advice(api, athlete)
    assert {one["load_kg"] for one in after["sets"]} == {42.0}
    assert "change_too_heavy" in codes(after)
    assert advice(api, athlete, pain_0_to_10=6)["status"] == "refused"


@pytest.mark.parametrize(
    "decision",
    [
        {"change": {"load_kg": 36, "sets": 2}},
        {"change": {"load": {"value": 95, "unit": "lb"}, "repetitions": 6}},
        {"change": {"sets": 4}, "holds_until": "2026-12-24T10:00:00Z"},
        {"change": {}, "verdict": "refused"},
        {"change": {}, "verdict": "accepted"},
    ],
)
def test_both_doors_take_it_into_account(api: httpx.Client, athlete: str, decision: Told) -> None:
    told = {name: WHOLE[name] for name in ("decided_at", "verdict", "reason")} | decision
    decide(api, athlete, **told)
    stored = advice(api, athlete)
    exercise = {
        "exercise_id": "sumo-squat",
        "history": exported_history(api, athlete.rsplit("/", 1)[1], "sumo-squat"),
        "targets": {"repetition_range": [8, 12]},
        "decision": told,
    }
    body = {"at": AT, "time_zone": "Europe/Berlin", "exercises": [exercise]}
    stateless = api.post("/v1/compute/next-session", json=body)
    assert stateless.json()["items"] == [stored]


def prefer(api: httpx.Client, athlete: str, exercise_id: str, preference: str, **more: str) -> Told:
    path = f"{athlete}/exercise-preferences/{exercise_id}"
    answer = api.put(path, json={"preference": preference, **more})
    assert answer.status_code == 200, answer.text
    row: Told = answer.json()
    return row


def test_a_preference_is_said_once(api: httpx.Client, athlete: str) -> None:
    first, again = (
        prefer(api, athlete, "sumo-squat", "excluded", reason="No room.") for _ in range(2)
    )
    assert first == again
    path = f"{athlete}/exercise-preferences"
    assert api.get(f"{path}/sumo-squat").json() == first
    prefer(api, athlete, "pull-up", "preferred")
    listed = [one["exercise_id"] for page in pages(api, path, 1) for one in page]
    assert listed == ["pull-up", "sumo-squat"]
    changed = prefer(api, athlete, "sumo-squat", "preferred")
    assert (changed["preference"], changed["reason"]) == ("preferred", None)
    assert changed["since"] > first["since"]
    assert api.delete(f"{path}/sumo-squat").status_code == 204
    for method in ("GET", "DELETE"):
        problem(api.request(method, f"{path}/sumo-squat"), 404, "not-found")
    sent = [lambda client: client.put(f"{path}/deadlift-x", json={"preference": "excluded"})]
    assert statuses(api, sent) == [404]
    both = [lambda client: client.put(f"{path}/sumo-squat", json={"preference": "excluded"})] * 6
    assert statuses(api, both) == [200] * 6


def test_preferences_of_what_is_not_known(
    api: httpx.Client, other_api: httpx.Client, athlete: str
) -> None:
    path = f"{athlete}/exercise-preferences/"
    unknown = api.put(f"{path}sumo-squad", json={"preference": "excluded"})
    assert "sumo-squat" in problem(unknown, 404, "not-found")["detail"]
    wrong = api.put(f"{path}sumo-squat", json={"preference": "hated"})
    problem(wrong, 422, "invalid-input")
    own = other_api.post("/v1/exercises", json={"name": "Another's"}).json()["id"]
    problem(api.put(path + own, json={"preference": "excluded"}), 404, "not-found")
    problem(other_api.put(f"{path}sumo-squat", json={"preference": "excluded"}), 404, "not-found")
    problem(other_api.get(path.rstrip("/")), 404, "not-found")


def programme(api: httpx.Client, athlete: str, *days: list[str]) -> None:
    body = {
        "name": "A",
        "starts_on": "2026-11-01",
        "days": [{"exercises": [{"exercise_id": one} for one in day]} for day in days],
    }
    assert api.post(f"{athlete}/programmes", json=body).status_code == 201


def due(api: httpx.Client, athlete: str, **query: Any) -> Told:
    told: Told = api.get(f"{athlete}/advice/next-session", params={"at": AT, **query}).json()
    return told


def test_an_excluded_exercise_is_left_out_with_what_to_do_instead(
    api: httpx.Client, athlete: str
) -> None:
    own = api.post("/v1/exercises", json={"name": "Odd thing"}).json()["id"]
    programme(api, athlete, ["barbell-sumo-squat", "pull-up", own])
    assert len(due(api, athlete)["items"]) == 3
    prefer(api, athlete, "barbell-sumo-squat", "excluded", reason="My back.")
    prefer(api, athlete, own, "excluded")
    session = due(api, athlete)
    assert [one["exercise_id"] for one in session["items"]] == ["pull-up"]
    squat_out, own_out = session["excluded"]
    assert (squat_out["exercise_id"], squat_out["reason"]) == ("barbell-sumo-squat", "My back.")
    assert 1 <= len(squat_out["alternatives"]) <= 3
    for one in squat_out["alternatives"]:
        assert one["exercise_id"] not in ("barbell-sumo-squat", "pull-up")
        assert one["name"] in one["text"]
    assert own_out["alternatives"] == [], "nobody told what it trains"
    liked = squat_out["alternatives"][-1]["exercise_id"]
    prefer(api, athlete, liked, "preferred")
    assert due(api, athlete)["excluded"][0]["alternatives"][0]["exercise_id"] == liked
    named = due(api, athlete, exercise_id=["pull-up", "barbell-sumo-squat"])
    assert [one["exercise_id"] for one in named["items"]] == ["pull-up"]
    assert [one["exercise_id"] for one in named["excluded"]] == ["barbell-sumo-squat"]


def test_a_day_of_which_all_is_excluded_is_passed_over(api: httpx.Client, athlete: str) -> None:
    programme(api, athlete, ["sumo-squat"], ["pull-up"], ["barbell-bench-press"])
    assert due(api, athlete)["day"] == 1
    prefer(api, athlete, "pull-up", "excluded")
    assert due(api, athlete)["day"] == 2
    for one in ("barbell-bench-press", "sumo-squat"):
        prefer(api, athlete, one, "excluded")
    nothing = due(api, athlete)
    assert (nothing["items"], nothing["missing"]) == ([], [])
    assert [one["exercise_id"] for one in nothing["excluded"]] == ["pull-up"]


def test_a_merge_takes_decisions_and_preferences_along(api: httpx.Client, athlete: str) -> None:
    own = api.post("/v1/exercises", json={"name": "Wide thing"}).json()["id"]
    decide(api, athlete, exercise_id=own, change={"load_kg": 36})
    prefer(api, athlete, "sumo-squat", "preferred")
    prefer(api, athlete, own, "excluded", reason="Later.")
    merged = api.post(f"/v1/own-exercises/{own}/merge", json={"into": "sumo-squat"}).json()
    assert (merged["preferences"], merged["decisions"]) == (1, 1)
    (one,) = api.get(f"{athlete}/exercise-preferences").json()["items"]
    assert (one["exercise_id"], one["preference"]) == ("sumo-squat", "excluded")
    assert api.get(f"{athlete}/exercise-preferences/{own}").json() == one
    assert {each["load_kg"] for each in advice(api, athlete)["sets"]} == {36.0}


def test_energy_and_deload_speak_of_it_by_both_doors(api: httpx.Client, athlete: str) -> None:
    person = {"sex": "female", "born_on": "1991-04-02", "height_cm": 168, "activity_factor": 1.6}
    api.patch(athlete, json=person)
    weighing = {"measured_at": "2026-11-20T07:00:00Z", "body_mass_kg": 71}
    api.post(f"{athlete}/weighings", json=weighing)
    decide(api, athlete, advice="energy", exercise_id=None, change={"energy_kcal": 1_900})
    decide(api, athlete, advice="deload", exercise_id=None, verdict="refused", change={})
    target = api.get(f"{athlete}/advice/energy", params={"on": "2026-11-23"}).json()["target"]
    texts = [one["text"] for one in target["because"] if one["code"] == "advice_changed"]
    assert texts == ["On 2026-11-21 you changed the advised intake to 1900 kcal a day (The knee)."]
    told = {name: WHOLE[name] for name in ("decided_at", "verdict", "reason")}
    energy: Told = {
        "on": "2026-11-23",
        "athlete": {k: v for k, v in person.items() if k != "activity_factor"}
        | {"time_zone": "Europe/Berlin"},
        "activity_factor": 1.6,
        "weighings": [
            {name: one[name] for name in ("id", "measured_at", "body_mass")}
            for one in api.get(f"{athlete}/weighings").json()["items"]
        ],
        "decision": {**told, "energy_kcal": 1_900},
    }
    assert api.post("/v1/compute/energy", json=energy).json()["target"] == target
    early = {**energy, "decision": {**energy["decision"], "decided_at": "2026-11-24T10:00:00Z"}}
    codes_of = codes(api.post("/v1/compute/energy", json=early).json()["target"])
    assert "advice_changed" not in codes_of
    deload = api.get(f"{athlete}/advice/recovery", params={"at": AT}).json()["deload"]
    assert "advice_refused" in codes(deload)
    body = {
        "at": AT,
        "time_zone": "Europe/Berlin",
        "exercises": [
            {
                "exercise_id": "sumo-squat",
                "history": exported_history(api, athlete.rsplit("/", 1)[1], "sumo-squat"),
            }
        ],
        "decision": {**told, "verdict": "refused"},
    }
    assert api.post("/v1/compute/recovery", json=body).json()["deload"] == deload
