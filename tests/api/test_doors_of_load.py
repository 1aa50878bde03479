"""Volume and recovery by both doors: stored is stateless on what was exported, in every zone."""

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.test_doors import FEW, everything

AT = "2026-11-23T18:00:00Z"
ON = "2026-11-23"
SENT = ("id", "load", "repetitions", "duration_s", "repetitions_in_reserve", "kind")
OWN = "Wobble Adduction"

exercises = st.sampled_from(
    ["barbell-bench-press", "pull-up", "sumo-squat", "copenhagen-plank-short-lever", OWN]
)
measures = st.sampled_from([{"repetitions": 8}, {"repetitions": 0}, {"duration_s": 30}])
sets = st.builds(
    lambda measure, load, reserve, kind: {
        "load": load,
        "repetitions_in_reserve": reserve,
        "kind": kind,
        **measure,
    },
    measures,
    st.sampled_from([None, {"value": 60, "unit": "kg"}, {"value": 25, "unit": "lb"}]),
    st.sampled_from([None, 0, 2, 6]),
    st.sampled_from(["working", "working", "working", "warm_up", "drop", "failure"]),
)
instants = st.builds(
    lambda days, hour: f"2026-{11 - days // 28:02}-{28 - days % 28:02}T{hour:02}:30:00Z",
    st.one_of(st.integers(0, 30), st.integers(0, 250)),
    st.integers(0, 23),
)
workouts = st.lists(
    st.fixed_dictionaries(
        {
            "performed_at": instants,
            "exercises": st.lists(
                st.fixed_dictionaries(
                    {"exercise_id": exercises, "sets": st.lists(sets, min_size=1, max_size=4)}
                ),
                min_size=1,
                max_size=3,
            ),
        }
    ),
    max_size=14,
)
areas = st.sampled_from(["adductors", "adductor_longus", "chest", "quadriceps"])
by_area = st.dictionaries(areas, st.sampled_from([0, 1, 2.5, 5, 9]), max_size=2)
check_ins = st.lists(
    st.fixed_dictionaries(
        {
            "noted_at": instants,
            "readiness_1_to_5": st.integers(1, 5),
            "sleep_h": st.sampled_from([None, 4.5, 8]),
            "sleep_quality_1_to_5": st.sampled_from([None, 1, 4]),
            "soreness_0_to_10": by_area,
            "pain_0_to_10": by_area,
        }
    ),
    max_size=8,
)
zones = st.sampled_from(["UTC", "Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin"])


class Stored:
    """An athlete with a log, and the same log as the stateless door takes it."""

    def __init__(self, api: httpx.Client, zone: str, log: list[dict[str, Any]]) -> None:
        self.api = api
        self.own = api.post("/v1/exercises", json={"name": OWN}).json()
        self.zone = zone
        athlete = api.post("/v1/athletes", json={"time_zone": zone}).json()["id"]
        self.path = f"/v1/athletes/{athlete}"
        named = [
            {
                **workout,
                "exercises": [
                    {**one, "exercise_id": one["exercise_id"].replace(OWN, self.own["id"])}
                    for one in workout["exercises"]
                ],
            }
            for workout in log
        ]
        if named:
            answer = api.post(f"{self.path}/workouts/bulk", json={"items": named})
            assert answer.status_code == 201, answer.text

    def exported(self) -> dict[str, Any]:
        sessions: dict[str, dict[str, dict[str, Any]]] = {}
        for one in everything(self.api, f"{self.path}/sets"):
            of_exercise = sessions.setdefault(one["exercise_id"], {})
            session = of_exercise.setdefault(
                one["workout_id"], {"performed_at": one["performed_at"], "sets": []}
            )
            session["sets"].append({name: one[name] for name in SENT})
        named = {self.own["id"]: {"name": OWN, "load_mode": self.own["load_mode"]}}
        return {
            "time_zone": self.zone,
            "exercises": [
                {"exercise_id": id_, "history": list(done.values()), **named.get(id_, {})}
                for id_, done in sessions.items()
            ],
        }

    def asked(self, advice: str, query: dict[str, Any]) -> dict[str, Any]:
        answer = self.api.get(f"{self.path}/advice/{advice}", params=query)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def computed(self, advice: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self.api.post(f"/v1/compute/{advice}", json={**self.exported(), **body})
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


@FEW
@given(
    zone=zones,
    log=workouts,
    weeks=st.sampled_from([1, 2, 8, 30]),
    focus=st.sampled_from([[], ["adductors", "chest"]]),
    marked=st.booleans(),
)
def test_volume(
    api: httpx.Client,
    zone: str,
    log: list[dict[str, Any]],
    weeks: int,
    focus: list[str],
    marked: bool,
) -> None:
    stored = Stored(api, zone, log)
    same = {"on": ON, "weeks": weeks, "focus": focus}
    query = {**same, "landmark": ["adductors:6..12", "chest:..3"] if marked else []}
    marks = [{"group": "adductors", "least": 6, "most": 12}, {"group": "chest", "most": 3}]
    answer = stored.asked("volume", query)
    assert stored.computed("volume", {**same, "landmarks": marks if marked else []}) == answer


@FEW
@given(
    zone=zones,
    log=workouts,
    noted=check_ins,
    trains=st.sampled_from([[], ["adductors"], ["adductor_longus", "chest"]]),
    more=st.sampled_from(
        [
            {},
            {"deload_every_weeks": 3, "last_deload_on": "2026-11-01"},
            {"training_age": "over_2_years"},
        ]
    ),
)
def test_recovery(
    api: httpx.Client,
    zone: str,
    log: list[dict[str, Any]],
    noted: list[dict[str, Any]],
    trains: list[str],
    more: dict[str, Any],
) -> None:
    stored = Stored(api, zone, log)
    if noted:
        answer = api.post(f"{stored.path}/recovery/bulk", json={"items": noted})
        assert answer.status_code == 201, answer.text
    same = {"at": AT, "trains": trains, **more}
    notes = everything(api, f"{stored.path}/recovery")
    found = stored.computed("recovery", {**same, "recovery": notes})
    assert found == stored.asked("recovery", same)


@pytest.mark.parametrize("advice", ["volume", "recovery"])
def test_what_was_before_counts_as_a_log_that_reaches_back(api: httpx.Client, advice: str) -> None:
    """The last session of three months ago is outside of what is read, and still known of."""
    done = [{"load": {"value": 60, "unit": "kg"}, "repetitions": 8}]
    log = [
        {"performed_at": at, "exercises": [{"exercise_id": "sumo-squat", "sets": done}]}
        for at in ("2025-06-01T18:00:00Z", "2026-11-21T18:00:00Z")
    ]
    stored = Stored(api, "UTC", log)
    asked = {"on": ON} if advice == "volume" else {"at": AT}
    answer = stored.asked(advice, asked)
    assert stored.computed(advice, asked) == answer
    if advice == "volume":
        assert len(answer["volume"]["value"]["weeks"]) == 8
        assert answer["frequency"]["value"]["span_days"] == 28
    else:
        (adductors,) = (one for one in groups(answer) if one["id"] == "adductors")
        assert "spacing_after_novel" in {one["code"] for one in adductors["because"]}


def groups(answer: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer["recovery"]["value"]["groups"]
    return found
