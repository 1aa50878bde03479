"""Sessions ahead under assumptions: two policies, the same by both doors, the same by seed."""

from typing import Any

import httpx
import pytest

from tests.api.test_advice import athlete, log

AT = "2026-11-23T18:00:00Z"
DAYS = {"2026-11-14": [8, 8], "2026-11-17": [9, 9], "2026-11-20": [10, 10]}
ASSUMED = {"sessions": 6, "lives": 4, "gain_percent_per_week": 1, "layoff_after": 2}
PAUSE = {"layoff_days": 21, "seed": 7}


def sent() -> dict[str, Any]:
    history = [
        {
            "performed_at": f"{day}T18:00:00Z",
            "sets": [{"load_kg": 40, "repetitions": count} for count in done],
        }
        for day, done in DAYS.items()
    ]
    return {
        "at": AT,
        "exercise": {
            "exercise_id": "sumo-squat",
            "history": history,
            "scheme": {"name": "linear"},
        },
        "against": {"scheme": {"name": "wave"}},
        "assumptions": {**ASSUMED, **PAUSE},
    }


def test_two_policies_stand_side_by_side_by_both_doors(api: httpx.Client) -> None:
    who = athlete(api)
    for day, done in DAYS.items():
        log(api, who, day, done)
    query: dict[str, Any] = {"at": AT, "scheme": "linear", "against": "wave", **ASSUMED, **PAUSE}
    path = f"/v1/athletes/{who}/advice/exercises/sumo-squat/simulation"
    stored = api.get(path, params=query).json()
    told = api.post("/v1/compute/simulation", json=sent()).json()
    assert stored == told
    assert [one["scheme"] for one in stored["items"]] == ["linear", "wave"]
    assert stored["assumptions"] == {
        "days_between": 3.5,
        "adherence": 1.0,
        "form_percent": 3.0,
        **{name: float(value) for name, value in {**ASSUMED, **PAUSE}.items()},
    }
    for one in stored["items"]:
        assert [each["number"] for each in one["sessions"]] == [1, 2, 3, 4, 5, 6]
        assert {"simulation_assumed", "simulation_layoff"} <= {r["code"] for r in one["because"]}
        assert one["maximum_kg"]["low"] < one["maximum_kg"]["value"] < one["maximum_kg"]["high"]
    assert api.post("/v1/compute/simulation", json=sent()).json() == told


def test_another_seed_is_another_life(api: httpx.Client) -> None:
    bodies = [{**sent(), "assumptions": {"sessions": 9, "lives": 1, "seed": n}} for n in (1, 2)]
    first, second = (api.post("/v1/compute/simulation", json=one).json() for one in bodies)
    assert first["items"] != second["items"]


def test_nothing_logged_cannot_be_simulated(api: httpx.Client) -> None:
    body = {"at": AT, "exercise": {"exercise_id": "sumo-squat", "history": []}}
    (item,) = api.post("/v1/compute/simulation", json=body).json()["items"]
    assert (item["status"], item["sessions"], item["maximum_kg"]) == ("insufficient", [], None)
    assert [one["code"] for one in item["missing"]] == ["strength"]


@pytest.mark.parametrize(
    ("assumed", "name"), [({"sessions": 0}, "sessions"), ({"adherence": 1.5}, "adherence")]
)
def test_impossible_assumptions_are_refused(
    api: httpx.Client, assumed: dict[str, Any], name: str
) -> None:
    answer = api.post("/v1/compute/simulation", json={**sent(), "assumptions": assumed})
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == [f"#/assumptions/{name}"]
