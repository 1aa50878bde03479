"""Goals and months ahead by both doors: the stored answer is that of the exported history."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from hypothesis import given
from hypothesis import strategies as st

from tests.api.test_doors import FEW, everything, exported_history, intake, people, weighings

ON = "2026-11-23"
LIFTED = "barbell-back-squat"
breaks = st.sampled_from([None, {"every_days": 10, "for_days": 4}])
goals = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("rate"),
            "rate_percent_per_week": st.sampled_from([-0.9, -0.3, 0.0, 0.3]),
            "breaks": breaks,
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("body_mass"),
            "body_mass": st.sampled_from(
                [{"value": 68, "unit": "kg"}, {"value": 160, "unit": "lb"}]
            ),
            "by": st.sampled_from([None, "2027-08-01"]),
            "breaks": breaks,
        }
    ),
    st.fixed_dictionaries(
        {"kind": st.just("body_fat"), "body_fat_percent": st.sampled_from([15, 24])}
    ),
    st.sampled_from(
        [
            {"kind": "maintenance"},
            {"kind": "lean_gain", "training_days_per_week": 4},
            {
                "kind": "recomposition",
                "training_days_per_week": 3,
                "exercise_kcal_per_session": 300,
            },
            {"kind": "spot_reduction", "place": "abdomen", "training_days_per_week": 2},
        ]
    ),
)


def losing(mass_kg: float) -> list[dict[str, Any]]:
    """Seven weeks of half a percent a week."""
    first = datetime(2026, 10, 6, 6, tzinfo=UTC)
    return [
        {
            "measured_at": (first + timedelta(days=day)).isoformat(),
            "body_mass_kg": round(mass_kg - 0.05 * day, 2),
        }
        for day in range(48)
    ]


def sent(goal: dict[str, Any]) -> dict[str, Any]:
    """A stored goal as the stateless door takes it."""
    left_out = {"created_at", "updated_at", "body_mass_kg"}
    return {
        name: value for name, value in goal.items() if value is not None and name not in left_out
    }


def exported(api: httpx.Client, who: str, person: dict[str, Any]) -> dict[str, Any]:
    masses = everything(api, f"/v1/athletes/{who}/weighings")
    return {
        "on": ON,
        "athlete": person,
        "activity_factor": 1.5,
        "weighings": [
            {"id": one["id"], "measured_at": one["measured_at"], "body_mass": one["body_mass"]}
            for one in masses
        ],
        "intake": everything(api, f"/v1/athletes/{who}/intake"),
    }


@FEW
@given(
    person=people,
    weighed=st.one_of(weighings, st.just(losing(80.0))),
    eaten=intake,
    goal=goals,
    trained=st.booleans(),
)
def test_goals_by_both_doors(
    api: httpx.Client,
    person: dict[str, Any],
    weighed: list[dict[str, Any]],
    eaten: list[dict[str, Any]],
    goal: dict[str, Any],
    trained: bool,
) -> None:
    who = api.post("/v1/athletes", json={**person, "activity_factor": 1.5}).json()["id"]
    made = api.post(f"/v1/athletes/{who}/goals", json={**goal, "starts_on": "2026-11-02"})
    for what, items in (("weighings", weighed), ("intake", eaten)):
        if items:
            api.post(f"/v1/athletes/{who}/{what}/bulk", json={"items": items})
    body = exported(api, who, person)
    if made.status_code == 201:
        body["goal"] = sent(made.json())
    else:
        assert made.status_code == 422, made.text
    if trained:
        workouts = [
            {
                "performed_at": f"2026-11-{day:02}T17:00:00Z",
                "exercises": [
                    {
                        "exercise_id": LIFTED,
                        "sets": [{"load_kg": 100 - day, "repetitions": 5}] * 2,
                    }
                ],
            }
            for day in range(1, 23, 3)
        ]
        api.post(f"/v1/athletes/{who}/workouts/bulk", json={"items": workouts})
        body["exercises"] = [{"exercise_id": LIFTED, "history": exported_history(api, who, LIFTED)}]
    path = f"/v1/athletes/{who}/advice"
    stored = api.get(f"{path}/energy", params={"on": ON})
    stateless = api.post("/v1/compute/energy", json=body)
    assert stored.status_code == stateless.status_code == 200, (stored.text, stateless.text)
    assert stateless.json() == stored.json()
    body.pop("exercises", None)
    ahead = {"days": 56, "every_days": 28}
    stored = api.get(f"{path}/forecast", params={"on": ON, **ahead})
    stateless = api.post("/v1/compute/forecast", json={**body, **ahead})
    assert stored.status_code == stateless.status_code == 200, (stored.text, stateless.text)
    assert stateless.json() == stored.json()
    body.pop("goal", None)
    plans = {"scenarios": [{"name": "now"}, {"name": "cut", "change_kcal_per_day": -400}]}
    stored = api.post(f"{path}/what-if", json=plans, params={"on": ON})
    stateless = api.post("/v1/compute/what-if", json={**body, **plans})
    assert stored.status_code == stateless.status_code == 200, (stored.text, stateless.text)
    assert stateless.json() == stored.json()
