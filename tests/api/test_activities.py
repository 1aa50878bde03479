"""The catalogue of activities, and what they cost, over HTTP."""

from typing import Any

import httpx
import pytest

from tests.api.test_errors import JSON, problem

PATH = "/v1/compute/activity-energy"
ON = "2026-11-18"
M1 = {"sex": "male", "born_on": "1996-11-18", "height_cm": 180}
F1 = {"sex": "female", "born_on": "1991-11-18", "height_cm": 165}
BRISK = {"kind": "table", "activity_id": "walking-brisk", "duration_s": 2400, "times_per_week": 3}
HOUR = {"duration_s": 3600}


def ask(api: httpx.Client, *activities: dict[str, Any], **body: Any) -> dict[str, Any]:
    sent = {"on": ON, "body_mass_kg": 70, "activities": list(activities), **body}
    answer = api.post(PATH, json=sent)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


SEARCHED = [
    ({}, 357, "walking-below-3-kmh"),
    ({"q": "brisk walk"}, 7, "walking-brisk"),
    ({"q": "BRISK-walking,"}, 7, "walking-brisk"),
    ({"q": "running", "group": "walking"}, 0, None),
    ({"q": "yoga"}, 5, "yoga"),
    ({"q": "zumbalaya"}, 0, None),
    ({"q": "?!"}, 0, None),
]


@pytest.mark.parametrize(("query", "count", "first"), SEARCHED)
def test_searched(api: httpx.Client, query: dict[str, str], count: int, first: str | None) -> None:
    items = api.get("/v1/activities", params=query).json()["items"]
    assert len(items) == count
    assert (items[0]["id"] if items else None) == first


COMPENDIUM = [
    ("17200", 4.8),
    ("17190", 3.8),
    ("12050", 9.3),
    ("12090", 12.0),
    ("01232", 10.3),
    ("02054", 3.5),
    ("02050", 6.0),
    ("07030", 1.0),
]


@pytest.mark.parametrize(("code", "met"), COMPENDIUM)
def test_rates_of_the_compendium(api: httpx.Client, code: str, met: float) -> None:
    items = api.get("/v1/activities").json()["items"]
    (one,) = (one for one in items if one["code"] == code)
    assert one["met"] == met
    assert one["source_ids"] == ["herrmann_2024"]
    assert api.get(f"/v1/activities/{one['id']}").json() == one


@pytest.mark.parametrize("group", ["walking", "gym", "rest"])
def test_of_one_group(api: httpx.Client, group: str) -> None:
    items = api.get("/v1/activities", params={"group": group}).json()["items"]
    assert items
    assert {one["group"] for one in items} == {group}


def test_what_is_not_there(api: httpx.Client) -> None:
    problem(api.get("/v1/activities/levitation"), 404, "not-found")
    problem(api.get("/v1/activities", params={"group": "levitation"}), 422, "invalid-input")
    problem(api.get("/v1/activities", params={"words": "walk"}), 422, "invalid-input")


PUBLISHED = [
    ({"kind": "table", "met": 4.8, **HOUR}, {}, 70, 336.0, 266.0),
    ({"kind": "table", "met": 9.3, "duration_s": 1800}, {}, 70, 325.5, 290.5),
    ({"kind": "table", "met": 3.5, "duration_s": 2700}, {}, 80, 210.0, 150.0),
    ({"kind": "heart_rate", "heart_rate_bpm": 140, "steady": True, **HOUR}, M1, 80, 791.34, 711.34),
    (
        {
            "kind": "heart_rate",
            "heart_rate_bpm": 140,
            "steady": True,
            "vo2max_ml_per_kg_per_min": 45,
            **HOUR,
        },
        M1,
        80,
        728.7,
        648.7,
    ),
    ({"kind": "heart_rate", "heart_rate_bpm": 140, "steady": True, **HOUR}, F1, 65, 524.66, 459.66),
    ({"kind": "walking", "speed_m_per_min": 93.88, **HOUR}, {}, 70, 270.6, 197.1),
    ({"kind": "running", "speed_m_per_min": 160.93, "grade": 0.02, **HOUR}, {}, 70, 810.2, 736.7),
    ({"kind": "leg_cycling", "power_w": 100, **HOUR}, {}, 70, 471.0, 397.5),
]


@pytest.mark.parametrize(("bout", "person", "mass", "gross", "net"), PUBLISHED)
def test_published_costs(
    api: httpx.Client,
    bout: dict[str, Any],
    person: dict[str, Any],
    mass: float,
    gross: float,
    net: float,
) -> None:
    (part,) = ask(api, bout, athlete=person, body_mass_kg=mass)["activities"]
    assert part["status"] == "ok"
    value = part["value"]
    assert value["gross"]["value"] == pytest.approx(gross, abs=0.05)
    assert value["net"]["value"] == pytest.approx(net, abs=0.05)
    assert value["gross"]["low"] < gross < value["gross"]["high"]


@pytest.mark.parametrize("kind", ["arm_cycling", "stepping"])
def test_the_other_ergometers(api: httpx.Client, kind: str) -> None:
    quantities = {"arm_cycling": {"power_w": 50}, "stepping": {"steps_per_min": 24}}[kind]
    height = {"step_height_m": 0.3} if kind == "stepping" else {}
    (part,) = ask(api, {"kind": kind, **quantities, **height, **HOUR})["activities"]
    assert part["status"] == "ok"


def test_the_other_form_is_five_percent_more(api: httpx.Client) -> None:
    (part,) = ask(api, {"kind": "table", "met": 4.8, **HOUR}, met_form="oxygen")["activities"]
    assert part["value"]["gross"]["value"] == pytest.approx(352.8)
    assert part["value"]["form"] == "oxygen"


def test_a_week_of_brisk_walking(api: httpx.Client) -> None:
    answer = ask(api, BRISK, athlete=M1)
    week = answer["week"]["value"]
    assert week["duration_s"] == 7200
    assert week["gross"]["value"] == pytest.approx(672)
    assert week["net"]["value"] == pytest.approx(532)
    assert (week["net"]["low"], week["net"]["high"]) == pytest.approx((359.8, 704.2), abs=0.1)
    assert week["net_kcal_per_day"] == pytest.approx(76)
    assert week["reaching_total"]["value"] == pytest.approx(532)
    codes = [one["code"] for one in answer["week"]["because"]]
    assert codes[-2:] == ["compensation_unknown", "compensation_none_found"]
    (bout,) = answer["activities"]
    assert (bout["kind"], bout["times_per_week"], bout["value"]["met"]) == ("table", 3, 4.8)
    assert bout["value"]["corrected_met"] > 4.8
    assert answer["total"] is answer["steps"] is None


def test_compensation_is_said(api: httpx.Client) -> None:
    week = ask(api, BRISK, compensation_share=0.28)["week"]
    assert week["value"]["reaching_total"]["value"] == pytest.approx(0.72 * 532)
    assert week["because"][-1]["code"] == "compensation_given"
    refused = ask(api, BRISK, compensation_share=0.31)["week"]
    assert refused["status"] == "refused"
    assert refused["because"][0]["code"] == "compensation_out_of_range"


TOTALS = [
    ("own_log", False, "refused", None, "exercise_counted_already"),
    ("activity_level", False, "refused", None, "exercise_counted_already"),
    ("multiplier", False, "refused", None, "exercise_counted_already"),
    ("requirement", False, "refused", None, "exercise_counted_already"),
    ("resting", True, "refused", None, "exercise_on_resting"),
    ("own_log", True, "ok", 2076, "exercise_beyond_habit"),
    ("without_exercise", False, "ok", 2076, "exercise_netted"),
]


@pytest.mark.parametrize(("kind", "beyond_habit", "status", "kcal", "code"), TOTALS)
def test_counted_once(
    api: httpx.Client, kind: str, beyond_habit: bool, status: str, kcal: float | None, code: str
) -> None:
    sent = {"kind": kind, "energy_kcal": 2000, "beyond_habit": beyond_habit}
    total = ask(api, BRISK, total=sent, compensation_share=0)["total"]
    assert total["status"] == status
    assert total["because"][0]["code"] == code
    assert (total["value"] and total["value"]["value"]) == (kcal and pytest.approx(kcal))
    assert (total["instead"] is not None) == (status == "refused")


def test_a_total_with_its_interval(api: httpx.Client) -> None:
    sent = {
        "kind": "without_exercise",
        "energy_kcal": 2000,
        "low_kcal": 1800,
        "high_kcal": 2300,
    }
    value = ask(api, BRISK, total=sent, compensation_share=0)["total"]["value"]
    half = (704.2 - 532) / 7
    assert value["high"] == pytest.approx(2076 + (300**2 + half**2) ** 0.5, abs=0.1)
    assert value["low"] == pytest.approx(2076 - (200**2 + half**2) ** 0.5, abs=0.1)


def test_steps_are_warned_of_and_added_to_nothing(api: httpx.Client) -> None:
    answer = ask(api, BRISK, steps=10_000)
    steps = answer["steps"]
    assert steps["value"]["value"] == pytest.approx(0.00044 * 70 * 10_000)
    assert [one["code"] for one in steps["warnings"]] == ["steps_no_total"]
    assert answer["week"] == ask(api, BRISK)["week"]
    assert ask(api, steps=100_001)["steps"]["status"] == "refused"


PARTS = [
    ({"kind": "table", "met": 26, **HOUR}, "refused", "activity_met_out_of_range"),
    ({"kind": "table", "met": 0.5, **HOUR}, "refused", "activity_met_out_of_range"),
    ({"kind": "walking", "speed_m_per_min": 120, **HOUR}, "refused", "oxygen_between_walk_and_run"),
    ({"kind": "running", "speed_m_per_min": 401, **HOUR}, "refused", "oxygen_outside_domain"),
    (
        {"kind": "walking", "speed_m_per_min": 80, "grade": -0.1, **HOUR},
        "refused",
        "oxygen_outside_domain",
    ),
    (
        {"kind": "heart_rate", "heart_rate_bpm": 150, "steady": False, **HOUR},
        "refused",
        "heart_rate_not_steady",
    ),
    ({"kind": "heart_rate", "heart_rate_bpm": 150, "steady": True, **HOUR}, "insufficient", "sex"),
]


@pytest.mark.parametrize(("bout", "status", "code"), PARTS)
def test_one_that_does_not_hold_hides_no_other(
    api: httpx.Client, bout: dict[str, Any], status: str, code: str
) -> None:
    answer = ask(api, BRISK, bout)
    fine, part = answer["activities"]
    assert fine["status"] == "ok"
    assert (part["status"], part["value"]) == (status, None)
    assert code in [one["code"] for one in (*part["because"], *part["missing"])]
    assert answer["week"]["status"] == status


def test_nothing_is_guessed(api: httpx.Client) -> None:
    answer = ask(
        api,
        BRISK,
        body_mass_kg=None,
        steps=9_000,
        total={"kind": "without_exercise", "energy_kcal": 2000},
    )
    for part in (*answer["activities"], answer["week"], answer["steps"]):
        assert part["status"] == "insufficient"
        assert [one["code"] for one in part["missing"]] == ["body_mass_kg"]
    assert [one["code"] for one in answer["total"]["missing"]] == ["week"]
    empty = ask(api)
    assert [one["code"] for one in empty["week"]["missing"]] == ["activities"]


def test_more_than_a_week_is_refused(api: httpx.Client) -> None:
    answer = ask(api, {**BRISK, "duration_s": 86_400, "times_per_week": 7.1})
    assert answer["week"]["because"][0]["code"] == "activity_time_out_of_range"


def logged(api: httpx.Client, *days: str, **person: Any) -> str:
    """An athlete of 70 kg who walked briskly at noon of these days."""
    id_ = api.post("/v1/athletes", json={**M1, **person}).json()["id"]
    path = f"/v1/athletes/{id_}"
    weighing = {"measured_at": "2026-11-01T07:00:00Z", "body_mass_kg": 70}
    api.post(f"{path}/weighings", json=weighing)
    for day in days:
        walk = {"started_at": day, "activity_id": "walking-brisk", "duration_s": 2400}
        assert api.post(f"{path}/activities", json=walk).status_code == 201
    return path


def test_the_log_makes_a_mean_week(api: httpx.Client) -> None:
    days = [f"2026-11-{day:02}T12:00:00Z" for day in (4, 5, 8, 10, 13, 15, 17, 18)]
    path = logged(api, *days)
    stored = api.get(f"{path}/progress/activity-energy", params={"on": ON, "days": 14}).json()
    week = stored["week"]["value"]
    assert week["net"]["value"] == pytest.approx(532 / 3 * 7 / 2)
    assert [one["times_per_week"] for one in stored["activities"]] == [0.5] * 7
    log = api.get(f"{path}/activities").json()["items"][::-1]
    assert [one["id"] for one in log][1:] == stored["week"]["evidence"]["used"]
    computed = ask(
        api,
        *(
            {
                "kind": "table",
                "id": one["id"],
                "activity_id": one["activity_id"],
                "duration_s": one["duration_s"],
                "times_per_week": 7 / 14,
            }
            for one in log[1:]
        ),
        athlete=M1,
    )
    assert computed == stored


def test_days_of_the_log_are_the_athletes(api: httpx.Client) -> None:
    path = logged(
        api, "2026-11-17T14:59:00Z", "2026-11-17T15:00:00Z", "2026-11-18T15:00:00Z",
        time_zone="Asia/Tokyo",
    )  # fmt: skip
    answer = api.get(f"{path}/progress/activity-energy", params={"on": ON, "days": 1}).json()
    assert [one["times_per_week"] for one in answer["activities"]] == [7]
    early = api.get(f"{path}/progress/activity-energy", params={"on": "2026-10-31"}).json()
    assert early["body_mass_kg"] is None
    assert early["activities"] == []


def test_the_log_of_nobody_and_of_others(api: httpx.Client, other_api: httpx.Client) -> None:
    path = f"{logged(api)}/progress/activity-energy"
    answer = api.get(path, params={"compensation_share": 0.1, "met_form": "oxygen"}).json()
    assert [one["code"] for one in answer["week"]["missing"]] == ["activities"]
    assert answer["total"] is answer["steps"] is None
    problem(other_api.get(path), 404, "not-found")
    for query in ({"days": 0}, {"days": 93}, {"compensation_share": "NaN"}, {"on": "today"}):
        problem(api.get(path, params=query), 422, "invalid-input")
    for zone in ("UTC", "Asia/Tokyo", "America/Los_Angeles"):
        elsewhere = f"{logged(api, time_zone=zone)}/progress/activity-energy"
        for day in ("0001-01-01", "9999-12-31"):
            assert api.get(elsewhere, params={"on": day, "days": 92}).status_code == 200


MISTAKES = [
    ({"kind": "table", **HOUR}, "#/activities/0", "rate_needed"),
    ({**BRISK, "met": 4}, "#/activities/0", "rate_needed"),
    ({**BRISK, "duration_s": 0}, "#/activities/0/duration_s", "greater_than"),
    ({**BRISK, "times_per_week": -1}, "#/activities/0/times_per_week", "greater_than"),
    ({"kind": "flying", **HOUR}, "#/activities/0", "union_tag_invalid"),
    ({"kind": "walking", **HOUR}, "#/activities/0/speed_m_per_min", "missing"),
    (
        {"kind": "heart_rate", "heart_rate_bpm": 140, **HOUR},
        "#/activities/0/steady",
        "missing",
    ),
    ({**BRISK, "speed": 4}, "#/activities/0/speed", "extra_forbidden"),
]


@pytest.mark.parametrize(("bout", "pointer", "code"), MISTAKES)
def test_mistakes_are_named(
    api: httpx.Client, bout: dict[str, Any], pointer: str, code: str
) -> None:
    answer = api.post(PATH, json={"on": ON, "activities": [bout]})
    found = problem(answer, 422, "invalid-input")
    assert [(one["pointer"], one["code"]) for one in found["errors"]] == [(pointer, code)]


def test_other_mistakes(api: httpx.Client) -> None:
    total = {"kind": "own_log", "energy_kcal": 2000, "low_kcal": 2001}
    answer = api.post(PATH, json={"on": ON, "total": total})
    assert problem(answer, 422, "invalid-input")["errors"][0]["pointer"] == "#/total"
    unknown = {"kind": "table", "activity_id": "brisk-walk", **HOUR}
    answer = api.post(PATH, json={"on": ON, "activities": [BRISK, unknown]})
    (error,) = problem(answer, 404, "unknown-reference")["errors"]
    assert error["pointer"] == "#/activities/1/activity_id"
    assert "walking-brisk" in error["detail"]
    zone = api.post(PATH, json={"on": ON, "athlete": {"time_zone": "Mars/Olympus"}})
    (error,) = problem(zone, 404, "unknown-reference")["errors"]
    assert error["pointer"] == "#/athlete/time_zone"
    nan = f'{{"on": "{ON}", "steps": NaN}}'
    problem(api.post(PATH, content=nan, headers=JSON), 422, "invalid-input")
    many = api.post(PATH, json={"on": ON, "activities": [BRISK] * 101})
    problem(many, 422, "invalid-input")
