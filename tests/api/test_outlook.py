"""Months ahead over HTTP: the forecast of a goal, the intake for one, plans side by side."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from tests.api.test_advice import athlete, weigh_and_eat
from tests.api.test_errors import problem

ON = "2026-11-22"
PERSON_A = {
    "on": "2026-06-30",
    "athlete": {"sex": "male", "born_on": "1986-06-30", "height_cm": 180},
    "weighings": [{"measured_at": "2026-06-30T07:00:00Z", "body_mass_kg": 90}],
    "activity_factor": 1.5,
}
"""Person A of the planner; expenditure is 1,830 kcal (Mifflin, rounded) times 1.5."""


@pytest.fixture
def who(api: httpx.Client) -> str:
    made = athlete(api)
    weigh_and_eat(api, made)
    return made


def forecast(api: httpx.Client, who: str, **query: Any) -> dict[str, Any]:
    answer = api.get(f"/v1/athletes/{who}/advice/forecast", params={"on": ON, **query})
    assert answer.status_code == 200, answer.text
    return dict(answer.json()["forecast"])


def compute(api: httpx.Client, what: str, **body: Any) -> dict[str, Any]:
    answer = api.post(f"/v1/compute/{what}", json={**PERSON_A, **body})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def codes(reasons: list[dict[str, Any]]) -> list[str]:
    return [one["code"] for one in reasons]


def test_a_fan_of_mass_and_fat(api: httpx.Client, who: str) -> None:
    part = forecast(api, who, days=84, every_days=28)
    value = part["value"]
    assert value["days"] == [0, 28, 56, 84]
    for name in ("body_mass_kg", "fat_mass_kg", "lean_mass_kg", "body_fat_percent"):
        bands = [value[name][quantile] for quantile in ("p10", "p25", "p50", "p75", "p90")]
        assert all(len(band) == 4 for band in bands)
        for at in zip(*bands, strict=True):
            assert list(at) == sorted(at)
    assert value["body_mass"]["p50"] == pytest.approx(value["body_mass_kg"]["p50"], abs=1e-6)
    intake = value["as_planned"]["intake_kcal_per_day"]
    target = api.get(f"/v1/athletes/{who}/advice/energy", params={"on": ON}).json()["target"]
    assert intake[0] == pytest.approx(target["value"]["intake"]["value"])
    assert intake == sorted(intake, reverse=True)
    assert value["goal"] is None
    sources = {one["id"] for one in api.get("/v1/sources").json()["items"]}
    assert {one["source"] for one in part["because"]} - {None} <= sources


def test_the_day_of_a_goal_is_a_range(api: httpx.Client, who: str) -> None:
    goal = {"kind": "body_mass", "body_mass_kg": 67, "starts_on": "2026-11-01"}
    made = api.post(f"/v1/athletes/{who}/goals", json=goal).json()
    answer = api.get(
        f"/v1/athletes/{who}/advice/forecast",
        params={"on": ON, "days": 364, "every_days": 91, "kept_to": True},
    ).json()
    assert answer["goal_id"] == made["id"]
    found = answer["forecast"]["value"]["goal"]
    assert ON < found["earliest_on"] < found["median_on"] < found["latest_on"]
    assert found["body_mass"] == {"value": 67, "unit": "kg"}


def test_a_goal_that_no_safe_intake_reaches_in_time(api: httpx.Client) -> None:
    goal = {"kind": "body_mass", "body_mass_kg": 75, "by": "2026-08-29"}
    part = compute(api, "forecast", goal=goal)["forecast"]
    assert (part["status"], part["value"]) == ("refused", None)
    assert codes(part["because"]) == ["goal_not_by_then", "least_intake_rate"]
    later = part["instead"].split("Choose ")[1].split(" or")[0]
    assert compute(api, "forecast", goal={**goal, "by": later})["forecast"]["status"] == "ok"
    part = compute(api, "forecast", goal={"kind": "body_mass", "body_mass_kg": 75}, days=60)
    assert "goal_not_reached_safely" in codes(part["forecast"]["warnings"])


def test_pounds(api: httpx.Client) -> None:
    athlete_ = {**PERSON_A["athlete"], "mass_unit": "lb"}  # type: ignore[dict-item]
    goal = {"kind": "body_mass", "body_mass": {"value": 190, "unit": "lb"}}
    value = compute(api, "forecast", athlete=athlete_, goal=goal)["forecast"]["value"]
    assert value["mass_unit"] == "lb"
    assert value["body_mass"]["p50"][0] == pytest.approx(
        value["body_mass_kg"]["p50"][0] / 0.45359237
    )
    assert value["goal"]["body_mass"]["value"] == pytest.approx(190)


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ({"intake_kcal_per_day": 1700}, "ok", None),
        ({"intake_kcal_per_day": 700}, "refused", "very_low_intake"),
        ({"intake_kcal_per_day": 0}, "refused", "very_low_intake"),
        ({"rate_percent_per_week": -2}, "refused", "loss_too_fast"),
        ({"rate_percent_per_week": 0.25}, "ok", None),
    ],
)
def test_a_plan_of_ones_own(
    api: httpx.Client, who: str, query: dict[str, Any], status: str, code: str | None
) -> None:
    part = forecast(api, who, days=28, **query)
    assert part["status"] == status
    if code is not None:
        assert code in codes(part["because"])
        assert part["instead"]


@pytest.mark.parametrize(
    "fields",
    [
        {"born_on": "2012-01-01"},
        {"born_on": None},
        {"height_cm": None},
        {"reproduction": "pregnant"},
        {"health_flags": ["eating_disorder"]},
        {"height_cm": 200},
    ],
)
def test_an_unsafe_loss_has_no_fan(api: httpx.Client, fields: dict[str, Any]) -> None:
    made = athlete(api, **fields)
    weigh_and_eat(api, made)
    part = forecast(api, made)
    assert (part["status"], part["value"]) == ("refused", None)
    assert part["instead"]


def test_nothing_known_says_what_is_missing(api: httpx.Client) -> None:
    body = {"on": ON, "athlete": {"born_on": "1990-01-01", "height_cm": 170}}
    for what, more in (
        ("forecast", {}),
        ("goal-intake", {"goal_mass_kg": 80, "by": "2027-06-30"}),
        ("what-if", {"scenarios": [{"name": "as now"}]}),
    ):
        answer = api.post(f"/v1/compute/{what}", json={**body, **more}).json()
        part = answer.get("forecast") or answer.get("intake") or answer
        assert part["status"] == "insufficient"
        assert "weighing" in codes(part["missing"])


def test_assumptions_are_said(api: httpx.Client) -> None:
    plain = compute(api, "forecast", days=182)["forecast"]
    trains = compute(api, "forecast", days=182, resistance_training=True, protein_g_per_kg=2.0)[
        "forecast"
    ]
    assert "lean_loss_training_assumed" in codes(trains["because"])
    lean = [one["value"]["lean_mass_kg"]["p50"][-1] for one in (plain, trains)]
    assert lean[0] < lean[1]


def test_the_planners_goal(api: httpx.Client) -> None:
    """NIH planner: 2,748 kcal hold 90 kg, 2,167 reach 80 kg in 180 days, 2,538 hold it; here from
    an expenditure of 2,745 kcal (resting energy rounded)."""
    by = (date(2026, 6, 30) + timedelta(days=180)).isoformat()
    part = compute(api, "goal-intake", goal_mass_kg=80, by=by)["intake"]
    value = part["value"]
    assert value["days"] == 180
    assert value["hold_now"]["value"] == pytest.approx(2745.0, abs=0.1)
    assert value["reach"]["value"] == pytest.approx(2166.7 - 3.45, abs=2.0)
    assert value["hold"]["value"] == pytest.approx(2537.6 - 3.45, abs=2.0)
    assert value["goal"] == {"value": 80, "unit": "kg"}
    pounds = {"value": 80 / 0.45359237, "unit": "lb"}
    same = compute(api, "goal-intake", goal_mass=pounds, by=by)["intake"]["value"]
    assert same["reach"]["value"] == pytest.approx(value["reach"]["value"], abs=0.1)


PLANNER = [
    ("male", 36, 173, 76, 1.5, 70, 365, (2502.55, 2286.54, 2359.92)),
    ("female", 21, 164, 58, 1.7, 55, 365, (2278.17, 2158.61, 2186.99)),
    ("male", 40, 180, 90, 1.5, 80, 180, (2748.45, 2166.66, 2537.57)),
    ("male", 23, 180, 70, 1.6, 65, 180, (2745.82, 2474.67, 2592.62)),
]
"""What the NIH planner answers: to hold the mass of now, to reach the goal, to hold it."""


@pytest.mark.parametrize(("sex", "age", "height", "mass", "level", "goal", "days", "kcal"), PLANNER)
def test_the_planners_answers_by_its_own_equation(
    api: httpx.Client,
    sex: str,
    age: int,
    height: float,
    mass: float,
    level: float,
    goal: float,
    days: int,
    kcal: tuple[float, float, float],
) -> None:
    person = {"sex": sex, "born_on": f"{2026 - age}-06-30", "height_cm": height}
    part = compute(
        api,
        "goal-intake",
        athlete={**person, "reproduction": "neither"},
        weighings=[{"measured_at": "2026-06-30T07:00:00Z", "body_mass_kg": mass}],
        activity_factor=level,
        resting_equation="mifflin_full",
        goal_mass_kg=goal,
        by=(date(2026, 6, 30) + timedelta(days=days)).isoformat(),
    )["intake"]
    found = [part["value"][name]["value"] for name in ("hold_now", "reach", "hold")]
    assert found == pytest.approx(kcal, abs=1.0)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"goal_mass_kg": 58, "by": "2027-06-30"}, "underweight_goal"),
        ({"goal_mass_kg": 75, "by": "2026-08-29"}, "goal_not_by_then"),
        ({"goal_mass_kg": 80, "by": "2026-06-30"}, "goal_date_passed"),
        ({"goal_mass_kg": 80, "by": "2031-06-30"}, "goal_beyond_horizon"),
        ({"goal_mass_kg": 95, "by": "2026-07-10"}, "goal_not_by_then"),
    ],
)
def test_goals_that_get_no_intake(api: httpx.Client, more: dict[str, Any], code: str) -> None:
    part = compute(api, "goal-intake", **more)["intake"]
    assert part["status"] == "refused"
    assert part["because"][0]["code"] == code
    assert part["instead"]


PLANS: dict[str, Any] = {
    "scenarios": [
        {"name": "hold", "change_kcal_per_day": 0},
        {"name": "cut", "change_kcal_per_day": -500},
        {"name": "starve", "intake_kcal_per_day": 600},
        {"name": "run", "activity_kcal_per_day": 300, "change_kcal_per_day": 0},
        {
            "name": "breaks",
            "change_kcal_per_day": -500,
            "breaks": {"every_days": 14, "for_days": 7},
        },
    ],
    "at_days": [28, 84],
    "goal_mass_kg": 85,
}


def test_plans_side_by_side(api: httpx.Client) -> None:
    answer = compute(api, "what-if", **PLANS)
    items = {one["scenario"]: one for one in answer["items"]}
    assert list(items) == [one["name"] for one in PLANS["scenarios"]]
    assert items["starve"]["status"] == "refused"
    assert "very_low_intake" in codes(items["starve"]["because"])
    assert items["starve"]["instead"]

    def lost(name: str) -> float:
        found: float = items[name]["value"]["snapshots"][1]["fat_mass_kg"]["value"]
        return found

    assert lost("cut") < lost("breaks") < lost("hold")
    assert lost("run") < lost("hold")
    assert items["hold"]["value"]["snapshots"][0]["against_first"] is None
    against = items["cut"]["value"]["snapshots"][1]["against_first"]["body_mass_kg"]
    assert against["high"] < 0
    assert "diet_breaks_comfort" in codes(items["breaks"]["because"])
    assert "activity_compensation" in codes(items["run"]["because"])
    assert items["cut"]["value"]["goal"]["earliest_on"] > "2026-06-30"
    assert {"what_if_same_draws"} <= set(codes(answer["because"]))


def test_without_an_intake_it_is_as_lately(api: httpx.Client, who: str) -> None:
    body = {"scenarios": [{"name": "as lately"}, {"name": "same", "intake_kcal_per_day": 1800}]}
    answer = api.post(f"/v1/athletes/{who}/advice/what-if", json=body, params={"on": ON})
    assert answer.status_code == 200, answer.text
    lately, same = answer.json()["items"]
    assert lately["value"]["snapshots"][0]["body_mass_kg"] == pytest.approx(
        same["value"]["snapshots"][0]["body_mass_kg"]
    )


INVALID: list[tuple[str, dict[str, Any], str]] = [
    ("goal-intake", {"by": "2027-01-01"}, "#"),
    ("goal-intake", {"goal_mass_kg": 80}, "#/by"),
    ("goal-intake", {"goal_mass_kg": 1e9, "by": "2027-01-01"}, "#/goal_mass_kg"),
    ("forecast", {"days": 0}, "#/days"),
    ("forecast", {"days": 731}, "#/days"),
    ("forecast", {"seed": -1}, "#/seed"),
    ("forecast", {"goal": {"kind": "thinner"}}, "#/goal"),
    ("forecast", {"goal": {"kind": "body_mass"}}, "#/goal"),
    ("what-if", {"scenarios": []}, "#/scenarios"),
    ("what-if", {"scenarios": [{"name": "a"}, {"name": "a"}]}, "#"),
    ("what-if", {"scenarios": [{"name": "a"}], "at_days": [0]}, "#/at_days/0"),
    (
        "what-if",
        {"scenarios": [{"name": "a", "intake_kcal_per_day": 2000, "change_kcal_per_day": -1}]},
        "#/scenarios/0",
    ),
    (
        "what-if",
        {"scenarios": [{"name": "a", "compensation": 1.1}]},
        "#/scenarios/0/compensation",
    ),
]


@pytest.mark.parametrize(("what", "more", "pointer"), INVALID)
def test_a_mistake_is_named_with_its_place(
    api: httpx.Client, what: str, more: dict[str, Any], pointer: str
) -> None:
    answer = api.post(f"/v1/compute/{what}", json={**PERSON_A, **more})
    found = problem(answer, 422, "invalid-input")
    assert [one["pointer"] for one in found["errors"]] == [pointer]


def test_an_unknown_time_zone_is_named(api: httpx.Client) -> None:
    somewhere = {**PERSON_A["athlete"], "time_zone": "Mars/Olympus"}  # type: ignore[dict-item]
    for what, more in (
        ("forecast", {}),
        ("goal-intake", {"goal_mass_kg": 80, "by": "2027-01-01"}),
        ("what-if", {"scenarios": [{"name": "a"}]}),
    ):
        body = {**PERSON_A, "athlete": somewhere, **more}
        found = problem(api.post(f"/v1/compute/{what}", json=body), 404, "unknown-reference")
        assert found["errors"][0]["pointer"] == "#/athlete/time_zone"


def test_another_tenants_athlete_has_no_outlook(api: httpx.Client, who: str, make_key: Any) -> None:
    other = {"Authorization": f"Bearer {make_key()}"}
    advice = f"/v1/athletes/{who}/advice"
    problem(api.get(f"{advice}/forecast", headers=other), 404, "not-found")
    body = {"scenarios": [{"name": "a"}]}
    problem(api.post(f"{advice}/what-if", json=body, headers=other), 404, "not-found")


@pytest.mark.parametrize("query", [{"days": 0}, {"seed": -1}, {"intake_kcal_per_day": "NaN"}])
def test_parameters_are_checked(api: httpx.Client, who: str, query: dict[str, Any]) -> None:
    problem(api.get(f"/v1/athletes/{who}/advice/forecast", params=query), 422, "invalid-input")
