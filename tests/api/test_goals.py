"""Goals over HTTP: stored as asked, followed by the advice, refused where they are unsafe."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.api.test_advice import athlete
from tests.api.test_errors import problem

LOSS: dict[str, Any] = {"kind": "body_mass", "body_mass_kg": 64}
SPOT: dict[str, Any] = {"kind": "spot_reduction", "place": "inner_thighs"}
TODAY = datetime.now(UTC).date()


@pytest.fixture
def who(api: httpx.Client) -> str:
    return athlete(api)


def day(ago: int) -> str:
    return (TODAY - timedelta(days=ago)).isoformat()


def path(who: str) -> str:
    return f"/v1/athletes/{who}/goals"


def create(api: httpx.Client, who: str, goal: dict[str, Any]) -> dict[str, Any]:
    answer = api.post(path(who), json=goal)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def log(api: httpx.Client, who: str, mass_kg: float = 71.4, *, kcal: float = 1900) -> None:
    """Four weeks up to today."""
    weighings = [
        {"measured_at": f"{day(ago)}T07:00:00Z", "body_mass_kg": round(mass_kg + 0.05 * ago, 2)}
        for ago in range(28)
    ]
    eaten = [{"eaten_on": day(ago), "energy_kcal": kcal} for ago in range(1, 28)]
    for what, items in (("weighings", weighings), ("intake", eaten)):
        answer = api.post(f"/v1/athletes/{who}/{what}/bulk", json={"items": items})
        assert answer.status_code == 201, answer.text


def energy(api: httpx.Client, who: str, **query: Any) -> dict[str, Any]:
    answer = api.get(f"/v1/athletes/{who}/advice/energy", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


KINDS: list[dict[str, Any]] = [
    {"kind": "rate", "rate_percent_per_week": -0.5, "breaks": {"every_days": 14, "for_days": 7}},
    LOSS,
    {"kind": "body_mass", "body_mass": {"value": 150, "unit": "lb"}, "by": "2100-01-01"},
    {"kind": "body_fat", "body_fat_percent": 24, "rate_percent_per_week": -0.4},
    {"kind": "maintenance", "training_days_per_week": 3, "exercise_kcal_per_session": 250},
    {"kind": "lean_gain"},
    {"kind": "recomposition", "rate_percent_per_week": -0.2},
    SPOT,
]


@pytest.mark.parametrize("goal", KINDS, ids=lambda goal: goal["kind"])
def test_what_is_stored_is_what_was_sent(api: httpx.Client, who: str, goal: dict[str, Any]) -> None:
    made = create(api, who, goal)
    assert {name: made[name] for name in goal} == goal
    said = {*goal, "id", "body_mass_kg", "body_mass", "starts_on", "created_at", "updated_at"}
    assert [name for name, value in made.items() if value is not None and name not in said] == []
    assert made["starts_on"] is not None
    assert api.get(f"{path(who)}/{made['id']}").json() == made
    assert api.get(path(who)).json()["items"] == [made]


def test_pounds_come_back_as_pounds(api: httpx.Client, who: str) -> None:
    made = create(api, who, {"kind": "body_mass", "body_mass": {"value": 150, "unit": "lb"}})
    assert made["body_mass"] == {"value": 150, "unit": "lb"}
    assert made["body_mass_kg"] == pytest.approx(68.0389, abs=1e-4)


def test_creating_twice_is_creating_once(api: httpx.Client, who: str) -> None:
    goal_id = create(api, who, LOSS)["id"]
    again = api.post(path(who), json={**LOSS, "id": goal_id})
    assert (again.status_code, again.json()["id"]) == (200, goal_id)
    problem(api.post(path(who), json={**SPOT, "id": goal_id}), 409, "conflict")
    assert len(api.get(path(who)).json()["items"]) == 1


def test_replacing_keeps_the_first_day(api: httpx.Client, who: str) -> None:
    made = create(api, who, {**SPOT, "starts_on": "2026-01-05"})
    one = f"{path(who)}/{made['id']}"
    answer = api.put(one, json={**LOSS, "id": made["id"]})
    assert answer.status_code == 200, answer.text
    replaced = answer.json()
    assert (replaced["kind"], replaced["starts_on"]) == ("body_mass", "2026-01-05")
    assert (replaced["place"], replaced["created_at"]) == (None, made["created_at"])
    assert api.get(one).json() == replaced
    problem(api.put(one, json={**LOSS, "id": who}), 409, "conflict")


def test_a_goal_is_removed(api: httpx.Client, who: str) -> None:
    one = f"{path(who)}/{create(api, who, LOSS)['id']}"
    assert api.delete(one).status_code == 204
    for answer in (api.get(one), api.delete(one), api.put(one, json=LOSS)):
        problem(answer, 404, "not-found")


def test_pages_are_newest_first(api: httpx.Client, who: str) -> None:
    days = ["2026-03-01", "2026-01-01", "2026-02-01"]
    for starts_on in days:
        create(api, who, {**SPOT, "starts_on": starts_on})
    first = api.get(path(who), params={"limit": 2}).json()
    rest = api.get(path(who), params={"limit": 2, "cursor": first["next_cursor"]}).json()
    found = [one["starts_on"] for page in (first, rest) for one in page["items"]]
    assert found == sorted(days, reverse=True)


UNSAFE: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    ({}, {"kind": "body_mass", "body_mass_kg": 50}, "underweight_goal", "#/body_mass_kg"),
    ({}, {"kind": "body_fat", "body_fat_percent": 10}, "essential_fat_goal", "#/body_fat_percent"),
    ({}, {"kind": "rate", "rate_percent_per_week": -1.5}, "loss_too_fast", ""),
    ({}, {"kind": "lean_gain", "rate_percent_per_week": 1}, "gain_too_fast", ""),
    ({"born_on": "2012-01-01"}, {"kind": "lean_gain"}, "under_18", "#"),
    ({"born_on": None}, LOSS, "unknown_age", "#"),
    ({"height_cm": None}, SPOT, "unknown_height", "#"),
    ({"reproduction": "pregnant"}, {"kind": "maintenance"}, "pregnant", "#"),
    ({"reproduction": "lactating"}, {"kind": "recomposition"}, "lactating", "#"),
    ({"health_flags": ["eating_disorder"]}, SPOT, "health_flag", "#"),
    ({"health_flags": ["recent_surgery"]}, {"kind": "maintenance"}, "health_flag", "#"),
]


@pytest.mark.parametrize(("fields", "goal", "code", "pointer"), UNSAFE)
def test_an_unsafe_goal_is_not_stored(
    api: httpx.Client, fields: dict[str, Any], goal: dict[str, Any], code: str, pointer: str
) -> None:
    who = athlete(api, **fields)
    answer = api.post(path(who), json=goal)
    found = problem(answer, 422, "goal-refused")
    assert found["errors"][0]["code"] == code
    assert found["errors"][0]["pointer"] == (pointer or "#/rate_percent_per_week")
    assert found["detail"].startswith(found["errors"][0]["detail"])
    assert len(found["detail"]) > len(found["errors"][0]["detail"]) + 10
    assert api.get(path(who)).json()["items"] == []
    made = create(api, athlete(api), SPOT)
    assert made["kind"] == "spot_reduction"


def test_a_goal_that_the_log_makes_unsafe(api: httpx.Client, who: str) -> None:
    log(api, who, kcal=1150)
    answer = api.post(path(who), json={"kind": "rate", "rate_percent_per_week": -0.9})
    codes = [one["code"] for one in problem(answer, 422, "goal-refused")["errors"]]
    assert "energy_availability_too_low" in codes


def test_a_goal_too_soon_names_the_day_that_can_be_had(api: httpx.Client, who: str) -> None:
    log(api, who)
    soon = {**LOSS, "by": day(-30)}
    found = problem(api.post(path(who), json=soon), 422, "goal-refused")
    assert found["errors"][0]["code"] == "goal_not_by_then"
    assert found["errors"][0]["pointer"] == "#/by"
    later = found["detail"].split("Choose ")[1].split(" or a later day")[0]
    assert api.post(path(who), json={**LOSS, "by": later}).status_code == 201
    passed = problem(api.post(path(who), json={**LOSS, "by": day(1)}), 422, "goal-refused")
    assert passed["errors"][0]["code"] == "goal_date_passed"


def test_replacing_by_an_unsafe_goal_changes_nothing(api: httpx.Client, who: str) -> None:
    made = create(api, who, LOSS)
    one = f"{path(who)}/{made['id']}"
    problem(api.put(one, json={**LOSS, "body_mass_kg": 45}), 422, "goal-refused")
    assert api.get(one).json() == made


def test_what_makes_a_goal_unsafe_later_refuses_its_target(api: httpx.Client, who: str) -> None:
    log(api, who)
    create(api, who, LOSS)
    assert energy(api, who)["target"]["status"] == "ok"
    api.patch(f"/v1/athletes/{who}", json={"reproduction": "pregnant"})
    advice = energy(api, who)
    assert advice["target"]["status"] == "refused"
    assert advice["target"]["instead"]
    assert advice["expenditure"]["status"] == "ok"


INVALID: list[tuple[dict[str, Any], str]] = [
    ({"kind": "thinner"}, "#"),
    ({}, "#"),
    ({"kind": "rate"}, "#/rate_percent_per_week"),
    ({"kind": "rate", "rate_percent_per_week": "-0.5"}, "#/rate_percent_per_week"),
    ({"kind": "body_mass"}, "#"),
    ({**LOSS, "body_mass_kg": 4}, "#/body_mass_kg"),
    ({**LOSS, "by": "2027-05-01", "rate_percent_per_week": -0.5}, "#"),
    ({**LOSS, "by": 20270501}, "#/by"),
    ({**SPOT, "place": "knees"}, "#/place"),
    ({**SPOT, "rate_percent_per_week": 0.2}, "#/rate_percent_per_week"),
    ({**SPOT, "body_mass_kg": 60}, "#/body_mass_kg"),
    ({**SPOT, "starts_on": "2026-05-01", "ends_on": "2026-04-01"}, "#"),
    ({**SPOT, "breaks": {"every_days": 0, "for_days": 7}}, "#/breaks/every_days"),
    ({"kind": "maintenance", "training_days_per_week": 8}, "#/training_days_per_week"),
    ({"kind": "recomposition", "rate_percent_per_week": -0.9}, "#/rate_percent_per_week"),
]


@pytest.mark.parametrize(("goal", "pointer"), INVALID)
def test_a_mistake_is_named_with_its_place(
    api: httpx.Client, who: str, goal: dict[str, Any], pointer: str
) -> None:
    found = problem(api.post(path(who), json=goal), 422, "invalid-input")
    assert [one["pointer"] for one in found["errors"]] == [pointer]


def test_another_tenants_goals_are_not_found(api: httpx.Client, who: str, make_key: Any) -> None:
    made = create(api, who, LOSS)
    other = {"Authorization": f"Bearer {make_key()}"}
    for answer in (
        api.get(path(who), headers=other),
        api.get(f"{path(who)}/{made['id']}", headers=other),
        api.post(path(who), json=LOSS, headers=other),
        api.put(f"{path(who)}/{made['id']}", json=LOSS, headers=other),
        api.delete(f"{path(who)}/{made['id']}", headers=other),
    ):
        problem(answer, 404, "not-found")


def test_advice_follows_the_goal_that_began_last(api: httpx.Client, who: str) -> None:
    log(api, who)
    plain = energy(api, who)
    assert (plain["goal_id"], plain["goal_kind"]) == (None, "rate")
    assert plain["target"]["value"]["rate_percent_per_week"] == -0.5
    old = create(api, who, {"kind": "maintenance", "starts_on": day(20)})
    assert energy(api, who)["goal_id"] == old["id"]
    gain = create(api, who, {"kind": "lean_gain", "starts_on": day(10)})
    advice = energy(api, who)
    assert (advice["goal_id"], advice["goal_kind"]) == (gain["id"], "lean_gain")
    assert advice["target"]["value"]["rate_percent_per_week"] == 0.25
    create(api, who, {**SPOT, "starts_on": day(-3)})
    create(api, who, {**SPOT, "starts_on": day(9), "ends_on": day(2)})
    assert energy(api, who)["goal_id"] == gain["id"]
    asked = energy(api, who, rate_percent_per_week=-0.25)
    assert (asked["goal_id"], asked["goal_kind"]) == (None, "rate")
    assert asked["target"]["value"]["rate_percent_per_week"] == -0.25


def test_a_place_is_answered_with_the_systemic_plan(api: httpx.Client, who: str) -> None:
    log(api, who)
    create(api, who, {**SPOT, "starts_on": day(14), "training_days_per_week": 3})
    advice = energy(api, who)
    spot = advice["spot_reduction"]
    assert spot["status"] == "ok"
    assert spot["value"]["place"] == "inner_thighs"
    assert spot["value"]["definition"]["high_percent"] == 22
    codes = [one["code"] for one in spot["because"]]
    assert {"spot_reduction_systemic", "spot_reduction_trunk", "definition_convention"} <= set(
        codes
    )
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    assert {one["source"] for one in spot["because"]} <= sources
    assert advice["target"]["value"]["rate_percent_per_week"] == -0.5
    assert energy(api, who, rate_percent_per_week=-0.5)["spot_reduction"] is None


def test_the_week_and_the_check_in(api: httpx.Client, who: str) -> None:
    log(api, who)
    create(
        api,
        who,
        {**LOSS, "starts_on": day(14), "training_days_per_week": 3},
    )
    advice = energy(api, who)
    target, week = advice["target"]["value"], advice["week"]["value"]
    mean = (
        3 * week["training_day"]["intake"]["value"] + 4 * week["rest_day"]["intake"]["value"]
    ) / 7
    assert mean == pytest.approx(target["intake"]["value"])
    assert target["fibre_g"] == pytest.approx(14 * target["intake"]["value"] / 1000)
    check = advice["check_in"]["value"]
    assert check["change_kcal_per_day"] == pytest.approx(
        check["proposed_kcal_per_day"] - check["planned_kcal_per_day"]
    )
    assert check["next_on"] == day(-7)
    told = energy(api, who, planned_kcal_per_day=2600, training_days_per_week=0)
    assert told["check_in"]["value"]["planned_kcal_per_day"] == 2600
    assert told["check_in"]["value"]["change_kcal_per_day"] == -150
    assert told["week"]["value"]["training_days_per_week"] == 0
    costly = energy(api, who, exercise_kcal_per_session=3000)
    assert costly["target"]["status"] == "refused"
    assert costly["target"]["because"][0]["code"] == "energy_availability_too_low"


def test_maintenance_after_the_diet(api: httpx.Client, who: str) -> None:
    log(api, who, kcal=1600)
    advice = energy(api, who)
    after = advice["after_diet"]["value"]
    assert after["intake"]["value"] > advice["expenditure"]["value"]["estimate"]["value"]
    assert after["adaptation"]["low"] == 0 < after["adaptation"]["value"]
    create(api, who, {"kind": "maintenance"})
    held = energy(api, who)["target"]["value"]
    assert held["intake"] == after["intake"]
    assert held["change_kg_per_week"] == 0


def squats(api: httpx.Client, who: str, loads: list[float]) -> None:
    workouts = [
        {
            "performed_at": f"{day(3 * number + 1)}T17:00:00Z",
            "exercises": [
                {
                    "exercise_id": "barbell-back-squat",
                    "sets": [{"load_kg": load, "repetitions": 5, "repetitions_in_reserve": 1}] * 3,
                }
            ],
        }
        for number, load in enumerate(loads)
    ]
    answer = api.post(f"/v1/athletes/{who}/workouts/bulk", json={"items": workouts})
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize(
    ("loads", "warned"),
    [([80, 82, 84, 86, 88, 90, 92, 94], True), ([94, 92, 90, 88, 86, 84, 82, 80], False)],
)
def test_strength_that_falls_with_body_mass_is_warned_of(
    api: httpx.Client, who: str, loads: list[float], warned: bool
) -> None:
    log(api, who)
    squats(api, who, loads)
    course = energy(api, who)["course"]
    assert course["value"]["rate_percent_per_week"]["value"] < -0.1
    assert [one["exercise_id"] for one in course["value"]["strength"]] == ["barbell-back-squat"]
    assert ("lean_mass_at_risk" in [one["code"] for one in course["warnings"]]) is warned


def test_strength_is_not_asked_where_mass_is_steady(api: httpx.Client, who: str) -> None:
    squats(api, who, [80, 85, 90, 95, 100])
    assert energy(api, who)["course"]["status"] == "insufficient"


@pytest.mark.parametrize(
    "query",
    [
        {"planned_kcal_per_day": -1},
        {"planned_kcal_per_day": "NaN"},
        {"training_days_per_week": 8},
        {"exercise_kcal_per_session": "inf"},
        {"rate_percent_per_week": 9},
    ],
)
def test_parameters_are_checked(api: httpx.Client, who: str, query: dict[str, Any]) -> None:
    problem(api.get(f"/v1/athletes/{who}/advice/energy", params=query), 422, "invalid-input")


@pytest.mark.parametrize(
    "fields", [{}, {"born_on": "2012-01-01"}, {"sex": None, "height_cm": None}, {"sex": "male"}]
)
def test_every_gap_says_what_to_do(api: httpx.Client, fields: dict[str, Any]) -> None:
    who = athlete(api, **fields)
    for query in ({}, {"rate_percent_per_week": -3}, {"rate_percent_per_week": 0.2}):
        for name, part in energy(api, who, **query).items():
            if isinstance(part, dict) and part["status"] != "ok":
                assert part["value"] is None
                assert part["missing"] or part["instead"], name
