"""Weight over time by both doors; water events and told body fat in all energy advice."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.test_doors import FEW, days, everything, intake, people, weighings
from tests.api.test_errors import JSON, problem

PATH = "/v1/compute/weight"
ON = date(2026, 11, 23)
MAN = {"sex": "male", "born_on": "1990-11-18", "height_cm": 180, "mass_unit": "lb"}
NOBODY = "/v1/athletes/0190a6c4-3f00-7a10-8000-00000000dead/progress/weight"


def day(days_ago: int) -> str:
    return str(ON - timedelta(days=days_ago))


def weighed(days_ago: int, body_mass_kg: float) -> dict[str, Any]:
    return {"measured_at": f"{day(days_ago)}T07:00:00Z", "body_mass_kg": body_mass_kg}


def steady(length: int = 60, kg_per_day: float = -0.06) -> dict[str, Any]:
    """2,300 kcal a day and a straight line."""
    masses = [weighed(length - n, 80 + kg_per_day * n) for n in range(length + 1)]
    eaten = [{"eaten_on": day(n + 1), "energy_kcal": 2300} for n in range(length)]
    return {"weighings": masses, "intake": eaten}


def ask(api: httpx.Client, path: str = PATH, **body: Any) -> dict[str, Any]:
    answer = api.post(path, json={"on": str(ON), "athlete": MAN, **body})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_steady_loss(api: httpx.Client) -> None:
    found = ask(api, **steady(), activity_factor=1.6)
    course = found["trend"]["value"]["days"]
    assert [course[0]["on"], course[-1]["on"], len(course)] == [day(60), str(ON), 61]
    assert course[0]["body_mass_kg"]["value"] == pytest.approx(80, abs=0.5)
    assert course[-1]["body_mass_kg"] == pytest.approx(found["body_mass"]["value"], rel=1e-6)
    assert course[-1]["body_mass"]["unit"] == "lb"
    rate = found["rate"]["value"]
    assert rate["kg_per_week"]["value"] == pytest.approx(-0.42, abs=0.05)
    assert rate["kg_per_week"]["low"] < -0.42 < rate["kg_per_week"]["high"] < 0
    assert rate["per_week"]["value"] == pytest.approx(
        rate["kg_per_week"]["value"] * 2.20462, rel=1e-4
    )
    assert rate["percent_per_week"]["value"] == pytest.approx(-0.55, abs=0.05)
    assert rate["days"] == 14
    spent = found["expenditure"]["value"]
    assert spent["method"] == "filter"
    assert spent["estimate"]["low"] < 2762 < spent["estimate"]["high"] + 100
    plain = found["balance_identity"]["value"]
    assert plain["method"] == "balance_identity"
    assert plain["estimate"]["value"] == pytest.approx(2762, abs=1)
    assert found["balance"]["value"]["high"] < 0


def test_where_it_goes(api: httpx.Client) -> None:
    found = ask(api, **steady(), weeks_ahead=6)
    coming = found["ahead"]["value"]["days"]
    assert [one["on"] for one in coming] == [day(-7 * week) for week in range(1, 7)]
    now = found["body_mass"]["value"]["value"]
    masses = [now, *(one["body_mass_kg"]["value"] for one in coming)]
    assert masses == sorted(masses, reverse=True)
    assert now - masses[-1] == pytest.approx(0.06 * 42, abs=0.6)
    for one in coming:
        shown, body = one["weighing_kg"], one["body_mass_kg"]
        assert shown["high"] - shown["low"] > body["high"] - body["low"]
        assert one["weighing"]["unit"] == "lb"


def test_what_is_left_out_is_named(api: httpx.Client) -> None:
    log = steady()
    log["weighings"][30]["body_mass_kg"] = 58
    log["intake"][5]["energy_kcal"] = 0
    found = ask(api, **log)
    slip = {"id": "#/weighings/30", "reason": "implausible_change"}
    nothing = {"id": "#/intake/5", "reason": "zero_intake"}
    assert found["trend"]["evidence"]["excluded"] == [slip]
    assert found["expenditure"]["evidence"]["excluded"] == [slip, nothing]
    assert found["ahead"]["evidence"]["excluded"] == [slip, nothing]
    assert [one["code"] for one in found["trend"]["warnings"]] == ["weighings_left_out"]


EMPTY = ("trend", "rate", "expenditure", "balance_identity", "ahead", "balance", "body_mass")


@pytest.mark.parametrize(
    ("log", "part", "lacking"),
    [
        ({}, "trend", "weighing"),
        ({}, "rate", "weighing"),
        ({}, "ahead", "weighing"),
        ({}, "balance_identity", "weighing"),
        ({"weighings": [weighed(1, 80), weighed(0, 80)]}, "rate", "weighings"),
        ({"weighings": [weighed(1, 80), weighed(0, 80)]}, "ahead", "weighings"),
        ({"weighings": [weighed(1, 80), weighed(0, 176)]}, "trend", "weighing_units"),
        ({"weighings": [weighed(1, 80), weighed(0, 176)]}, "balance_identity", "weighing_units"),
    ],
)
def test_what_to_log(api: httpx.Client, log: dict[str, Any], part: str, lacking: str) -> None:
    found = ask(api, **log)
    assert (found[part]["status"], found[part]["value"]) == ("insufficient", None)
    assert [one["code"] for one in found[part]["missing"]] == [lacking]


def wet(by_kg: float) -> dict[str, Any]:
    """Ten days of creatine at the end of a level log."""
    log = steady(kg_per_day=0)
    for place, one in enumerate(log["weighings"]):
        one["body_mass_kg"] += place * 7 % 5 / 10 + (by_kg if place > 51 else 0)
    return log


CREATINE = [{"kind": "creatine", "started_on": day(10)}]


def test_told_water_is_not_taken_for_fat(api: httpx.Client) -> None:
    told = ask(api, **wet(1.2), activity_factor=1.6, water_events=CREATINE)
    not_told = ask(api, **wet(1.2), activity_factor=1.6)
    dry = ask(api, **wet(0), activity_factor=1.6)

    def spent(found: dict[str, Any]) -> float:
        return float(found["expenditure"]["value"]["estimate"]["value"])

    def rate(found: dict[str, Any]) -> float:
        return float(found["rate"]["value"]["kg_per_week"]["value"])

    assert abs(spent(told) - spent(dry)) < 0.6 * abs(spent(not_told) - spent(dry))
    assert abs(rate(told) - rate(dry)) < 0.6 * abs(rate(not_told) - rate(dry))
    for part in ("body_mass", "trend", "rate", "expenditure", "ahead"):
        codes = [one["code"] for one in told[part]["because"]]
        assert "water_creatine" in codes, part


def test_water_and_measured_fat_bear_on_all_energy_advice(api: httpx.Client) -> None:
    """By both doors, and only where they were told for the day."""
    log = wet(1.2)
    scan = {"measured_at": f"{day(20)}T07:00:00Z", "body_fat_percent": 12, "body_fat_method": "dxa"}
    old = {"measured_at": f"{day(70)}T07:00:00Z", "body_fat_percent": 40}
    athlete = api.post("/v1/athletes", json={**MAN, "body_fat_percent": 30}).json()["id"]
    path = f"/v1/athletes/{athlete}"
    for name in ("weighings", "intake"):
        assert api.post(f"{path}/{name}/bulk", json={"items": log[name]}).status_code == 201
    bare = api.get(f"{path}/advice/energy", params={"on": str(ON)}).json()
    long_ago = {"kind": "creatine", "started_on": "2019-01-01"}
    told = [*CREATINE, long_ago, {**CREATINE[0], "started_on": day(-3)}]
    assert api.post(f"{path}/water-events/bulk", json={"items": told}).status_code == 201
    assert api.post(f"{path}/measurements/bulk", json={"items": [scan, old]}).status_code == 201
    stored = api.get(f"{path}/advice/energy", params={"on": str(ON)}).json()
    reasons = [one["code"] for one in stored["expenditure"]["because"]]
    assert reasons.count("water_creatine") == 1
    assert stored["expenditure"]["value"] != bare["expenditure"]["value"]
    assert fat_kg(stored) == pytest.approx(0.12 * 80.5, abs=0.3)
    assert fat_kg(bare) == pytest.approx(0.3 * 80.5, abs=0.6)
    body = {
        "athlete": {**MAN, "body_fat_percent": 30},
        "weighings": exported(api, path),
        "intake": everything(api, f"{path}/intake"),
        "water_events": everything(api, f"{path}/water-events"),
        "measurements": everything(api, f"{path}/measurements"),
    }
    assert ask(api, "/v1/compute/energy", **body) == stored
    for name in ("forecast", "what-if"):
        plans = {"scenarios": [{"name": "as lately"}]} if name == "what-if" else {}
        params = {"on": str(ON)}
        answer = (
            api.post(f"{path}/advice/{name}", params=params, json=plans)
            if plans
            else api.get(f"{path}/advice/{name}", params=params)
        )
        assert answer.status_code == 200, answer.text
        assert ask(api, f"/v1/compute/{name}", **body, **plans) == answer.json()


def fat_kg(answer: dict[str, Any]) -> float:
    """From which the energy of a kilogram is taken."""
    because = answer["expenditure"]["because"]
    (one,) = (reason for reason in because if "fat_mass_kg" in reason["values"])
    return float(one["values"]["fat_mass_kg"])


def exported(api: httpx.Client, path: str) -> list[dict[str, Any]]:
    return [
        {name: one[name] for name in ("id", "measured_at", "body_mass_kg")}
        for one in everything(api, f"{path}/weighings")
    ]


ENDS_FIRST = (
    '{"water_events": [{"kind": "illness", "started_on": "2026-11-02", "ended_on": "2026-11-01"}]}'
)
MISTAKES = [
    ('{"days": 0}', "#/days", "greater_than_equal"),
    ('{"days": 401}', "#/days", "less_than_equal"),
    ('{"weeks_ahead": 7}', "#/weeks_ahead", "less_than_equal"),
    ('{"weeks_ahead": 1.5}', "#/weeks_ahead", "int_from_float"),
    ('{"water_events": [{"kind": "beer", "started_on": "2026-11-01"}]}', None, "enum"),
    (ENDS_FIRST, "#/water_events/0", "ends_before_it_began"),
    ('{"weighings": [{"measured_at": "2026-11-18T07:00:00Z", "body_mass_kg": NaN}]}', None, None),
    ('{"horizon": 3}', "#/horizon", "extra_forbidden"),
]


@pytest.mark.parametrize(("body", "pointer", "code"), MISTAKES)
def test_mistakes_are_named(
    api: httpx.Client, body: str, pointer: str | None, code: str | None
) -> None:
    sent = f'{{"on": "{ON}", "athlete": {{}}, {body[1:]}'.encode()
    answer = api.post(PATH, content=sent, headers=JSON)
    assert answer.status_code in (400, 422)
    if code is not None:
        error = problem(answer, 422, "invalid-input")["errors"][0]
        assert pointer in (None, error["pointer"])
        assert code == error["code"]


def test_the_stored_door_is_the_tenants(api: httpx.Client, other_api: httpx.Client) -> None:
    athlete = api.post("/v1/athletes", json={}).json()["id"]
    path = f"/v1/athletes/{athlete}/progress/weight"
    answer = api.get(path)
    assert answer.status_code == 200, answer.text
    assert {answer.json()[part]["status"] for part in EMPTY} == {"insufficient"}
    problem(other_api.get(path), 404, "not-found")
    problem(api.get(NOBODY), 404, "not-found")
    for wrong in ({"days": 0}, {"days": 401}, {"weeks_ahead": 0}, {"activity_factor": "NaN"}):
        problem(api.get(path, params=wrong), 422, "invalid-input")
    for on in ("0001-01-01", "9999-12-31"):
        assert api.get(path, params={"on": on, "days": 400}).status_code == 200


def test_the_ends_of_the_calendar(api: httpx.Client) -> None:
    masses = [
        {"measured_at": f"9999-12-{day:02}T07:00:00Z", "body_mass_kg": 80} for day in (20, 24, 29)
    ]
    found = ask(api, on="9999-12-30", athlete={}, weighings=masses)
    assert found["trend"]["status"] == "ok"
    assert found["ahead"]["status"] == "refused"
    assert found["ahead"]["instead"]


def test_too_many_events(api: httpx.Client) -> None:
    body = {"on": str(ON), "athlete": {}, "water_events": CREATINE * 201}
    problem(api.post(PATH, json=body), 422, "invalid-input")
    assert ask(api, **wet(1.2), water_events=CREATINE * 200)["trend"]["status"] == "ok"


events = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["creatine", "menstruation", "travel", "diuretic"]),
            "started_on": st.one_of(days, st.just("2026-12-24"), st.just("2020-05-01")),
        },
        optional={"ended_on": st.sampled_from([None, "2026-12-31"])},
    ),
    max_size=4,
)
scans = st.lists(
    st.fixed_dictionaries(
        {
            "measured_at": days.map(lambda day: f"{day}T22:30:00Z"),
            "body_fat_percent": st.integers(5, 60),
        }
    ),
    max_size=3,
)


@FEW
@given(
    person=people,
    masses=weighings,
    eaten=intake,
    told=events,
    measured=scans,
    span=st.sampled_from([1, 30, 400]),
)
def test_one_answer_by_both_doors(
    api: httpx.Client,
    person: dict[str, Any],
    masses: list[dict[str, Any]],
    eaten: list[dict[str, Any]],
    told: list[dict[str, Any]],
    measured: list[dict[str, Any]],
    span: int,
) -> None:
    athlete = api.post("/v1/athletes", json=person).json()["id"]
    path = f"/v1/athletes/{athlete}"
    kept = {"weighings": masses, "intake": eaten, "water-events": told, "measurements": measured}
    for name, items in kept.items():
        if items:
            sent = api.post(f"{path}/{name}/bulk", json={"items": items})
            assert sent.status_code == 201, sent.text
    query: dict[str, Any] = {"on": "2026-10-05", "days": span, "weeks_ahead": 2}
    stored = api.get(f"{path}/progress/weight", params=query)
    assert stored.status_code == 200, stored.text
    body: dict[str, Any] = {
        **query,
        "athlete": person,
        "weighings": exported(api, path),
        "intake": everything(api, f"{path}/intake"),
        "water_events": everything(api, f"{path}/water-events"),
        "measurements": everything(api, f"{path}/measurements"),
    }
    assert ask(api, **body) == stored.json()
