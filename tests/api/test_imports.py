"""Files of other apps: all or nothing, every line accounted for, never twice."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api.test_errors import problem

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
MONDAY = (
    '2026-11-02 18:00:00,"Push",55m,"Bench Press (Barbell)",W,45,10,0,0,"","",\n'
    '2026-11-02 18:00:00,"Push",55m,"Bench Press (Barbell)",1,135,8,0,0,"","",8\n'
    '2026-11-02 18:00:00,"Push",55m,"Bench Press (Barbell)",2,135,8,0,0,"","",9\n'
    '2026-11-02 18:00:00,"Push",55m,"Bench Press (Barbell)",Rest Timer,0,0,0,120,"","",\n'
    '2026-11-02 18:00:00,"Push",55m,"Zercher Wiggle (Machine)",1,50,12,0,0,"","",\n'
    '2026-11-02 18:00:00,"Push",55m,"Pull Up (Assisted)",1,40,9,0,0,"","",\n'
)
THURSDAY = '2026-11-05 18:00:00,"Push",50m,"Bench Press (Barbell)",1,140,8,0,0,"","",\n'


@pytest.fixture
def athlete(api: httpx.Client) -> str:
    body = {"time_zone": "America/New_York", "mass_unit": "lb"}
    return str(api.post("/v1/athletes", json=body).json()["id"])


def upload(api: httpx.Client, athlete: str, text: str | bytes, **fields: Any) -> httpx.Response:
    data = {"format": "strong", "mass_unit": "lb", **fields}
    return api.post(
        f"/v1/athletes/{athlete}/imports",
        files={"file": ("strong.csv", text)},
        data={name: value for name, value in data.items() if value is not None},
    )


def stored_sets(api: httpx.Client, athlete: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = api.get(f"/v1/athletes/{athlete}/sets").json()["items"]
    return items


def test_every_row_becomes_a_set_or_is_named(api: httpx.Client, athlete: str) -> None:
    report = upload(api, athlete, HEADER + MONDAY).json()
    assert (report["workouts_added"], report["sets_added"], report["sets_known"]) == (1, 5, 0)
    assert [(row["line"], row["reason"]) for row in report["skipped"]] == [(5, "rest_timer")]
    matches = {one["name"]: (one["match"], one["sets"]) for one in report["exercises"]}
    assert matches["Bench Press (Barbell)"] == ("catalogue", 3)
    assert matches["Zercher Wiggle (Machine)"] == ("created", 1)
    sets = stored_sets(api, athlete)
    bench = [one for one in sets if one["exercise_id"] == "barbell-bench-press"]
    assert {one["performed_at"] for one in sets} == {"2026-11-02T23:00:00Z"}, "New York time"
    assert bench[0]["load"] == {"value": 135.0, "unit": "lb"}
    assert sorted(one["kind"] for one in bench) == ["warm_up", "working", "working"]
    assert {one["repetitions_in_reserve"] for one in bench} == {None, 2.0, 1.0}


def test_assistance_takes_weight_off(api: httpx.Client, athlete: str) -> None:
    report = upload(api, athlete, HEADER + MONDAY).json()
    (assisted,) = [one for one in report["exercises"] if one["name"] == "Pull Up (Assisted)"]
    assert assisted["match"] == "catalogue"
    (one,) = [s for s in stored_sets(api, athlete) if s["exercise_id"] == assisted["exercise_id"]]
    assert one["load"] == {"value": -40.0, "unit": "lb"}


def test_the_same_file_and_a_longer_one_add_only_what_is_new(
    api: httpx.Client, athlete: str
) -> None:
    upload(api, athlete, HEADER + MONDAY)
    again = upload(api, athlete, HEADER + MONDAY).json()
    assert (again["workouts_added"], again["sets_added"], again["sets_known"]) == (0, 0, 5)
    longer = upload(api, athlete, HEADER + THURSDAY + MONDAY).json()
    assert (longer["workouts_added"], longer["workouts_known"]) == (1, 1)
    assert (longer["sets_added"], longer["sets_known"]) == (1, 5)
    assert len(stored_sets(api, athlete)) == 6
    names = {one["name"]: one["match"] for one in longer["exercises"]}
    assert names["Zercher Wiggle (Machine)"] == "own"


def test_identical_rows_are_sets_that_were_done(api: httpx.Client, athlete: str) -> None:
    row = THURSDAY
    assert upload(api, athlete, HEADER + row + row + row).json()["sets_added"] == 3
    assert upload(api, athlete, HEADER + row + row + row).json()["sets_known"] == 3


def test_what_is_stored_stays_and_the_difference_is_named(api: httpx.Client, athlete: str) -> None:
    upload(api, athlete, HEADER + THURSDAY)
    changed = upload(api, athlete, HEADER + THURSDAY.replace(",8,0,0", ",9,0,0")).json()
    assert changed["differing_lines"] == [2]
    assert [one["repetitions"] for one in stored_sets(api, athlete)] == [8]


def test_a_corrected_workout_is_left_alone(api: httpx.Client, athlete: str) -> None:
    upload(api, athlete, HEADER + MONDAY)
    (stored,) = api.get(f"/v1/athletes/{athlete}/workouts").json()["items"]
    sets = [{"load": {"value": 130, "unit": "lb"}, "repetitions": 8}] * 2
    fixed = {
        "performed_at": stored["performed_at"],
        "exercises": [{"exercise_id": "barbell-bench-press", "sets": sets}],
    }
    assert api.put(f"/v1/athletes/{athlete}/workouts/{stored['id']}", json=fixed).status_code == 200
    again = upload(api, athlete, HEADER + MONDAY).json()
    assert (again["workouts_added"], again["sets_added"]) == (0, 0)
    assert again["differing_lines"] == [2, 3, 4, 6, 7]
    assert len(stored_sets(api, athlete)) == 2


def test_times_in_another_zone_are_named(api: httpx.Client, athlete: str) -> None:
    report = upload(api, athlete, HEADER + THURSDAY).json()
    assert any("America/New_York" in said for said in report["assumptions"])
    api.patch(f"/v1/athletes/{athlete}", json={"time_zone": "Asia/Tokyo"})
    assert upload(api, athlete, HEADER + THURSDAY).json()["differing_lines"] == [2]


def test_a_dry_run_stores_nothing(api: httpx.Client, athlete: str) -> None:
    dry = upload(api, athlete, HEADER + MONDAY, dry_run="true").json()
    assert dry["dry_run"] is True
    assert dry["sets_added"] == 5
    assert stored_sets(api, athlete) == []
    assert api.get("/v1/own-exercises").json()["items"] == []
    real = upload(api, athlete, HEADER + MONDAY).json()
    assert {**real, "dry_run": True, "id": None} == dry
    (past,) = api.get(f"/v1/athletes/{athlete}/imports").json()["items"]
    assert past["id"] == real["id"], "a dry run is no import"


def test_a_bad_line_is_named_and_nothing_is_stored(api: httpx.Client, athlete: str) -> None:
    bad = HEADER + MONDAY + THURSDAY.replace(",8,0,0", ",eight,0,0")
    found = problem(upload(api, athlete, bad), 422, "file-refused")
    (error,) = found["errors"]
    assert error["pointer"] == "file/line/8/Reps"
    assert "eight" in error["detail"]
    assert stored_sets(api, athlete) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "empty_file"),
        (HEADER, "no_rows"),
        (bytes(range(256)) * 8, "not_text"),
        ("title,start_time\na,b\n", "unknown_layout"),
    ],
)
def test_what_is_no_export_is_said(
    api: httpx.Client, athlete: str, text: str | bytes, code: str
) -> None:
    found = problem(upload(api, athlete, text), 422, "file-refused")
    assert found["errors"][0]["code"] == code


@pytest.mark.parametrize("name", ["Chest Dip (Assisted)", "Assisted Muscle Thing"])
def test_assistance_of_an_unknown_exercise(api: httpx.Client, athlete: str, name: str) -> None:
    upload(api, athlete, HEADER + THURSDAY.replace("Bench Press (Barbell)", name))
    (one,) = stored_sets(api, athlete)
    assert one["load"] == {"value": -140.0, "unit": "lb"}
    assert api.get(f"/v1/exercises/{one['exercise_id']}").json()["load_mode"] == "body_weight"


@pytest.mark.parametrize("length", [201, 5_000])
def test_texts_beyond_the_contract(api: httpx.Client, athlete: str, length: int) -> None:
    rows = THURSDAY.replace("Bench Press (Barbell)", "n" * length)
    found = problem(upload(api, athlete, HEADER + rows), 422, "file-refused")
    assert found["errors"][0]["pointer"] == "file/line/2/Exercise Name"
    assert found["errors"][0]["code"] == "text_too_long"


def test_a_misspelt_field_does_not_import(api: httpx.Client, athlete: str) -> None:
    answer = upload(api, athlete, HEADER + MONDAY, **{"dry-run": "true"})
    assert problem(answer, 422, "invalid-input")["errors"][0]["pointer"] == "#/dry-run"
    assert stored_sets(api, athlete) == []


def test_json_is_no_upload(api: httpx.Client, athlete: str) -> None:
    answer = api.post(f"/v1/athletes/{athlete}/imports", json={"format": "strong"})
    problem(answer, 415, "unsupported-media-type")


def test_an_unknown_unit_is_asked_for(api: httpx.Client, athlete: str) -> None:
    answer = upload(api, athlete, HEADER + MONDAY, mass_unit=None)
    assert problem(answer, 422, "file-refused")["errors"][0]["code"] == "mass_unit_needed"


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [({"format": "excel"}, "#/format"), ({"mass_unit": "stone"}, "#/mass_unit")],
)
def test_wrong_form_fields(
    api: httpx.Client, athlete: str, fields: dict[str, str], pointer: str
) -> None:
    found = problem(upload(api, athlete, HEADER, **fields), 422, "invalid-input")
    assert found["errors"][0]["pointer"] == pointer


def test_names_of_signs_stay_apart(api: httpx.Client, athlete: str) -> None:
    rows = "".join(THURSDAY.replace("Bench Press (Barbell)", name) for name in ("💪", "🔥", "💪"))
    report = upload(api, athlete, HEADER + rows).json()
    assert [(one["name"], one["sets"]) for one in report["exercises"]] == [("💪", 2), ("🔥", 1)]
    assert len({one["exercise_id"] for one in report["exercises"]}) == 2


def test_two_uploads_at_once_make_no_duplicates(api: httpx.Client, athlete: str) -> None:
    async def both() -> list[int]:
        async with httpx.AsyncClient(
            base_url=api.base_url, headers=api.headers, timeout=60
        ) as client:
            sent = [
                client.post(
                    f"/v1/athletes/{athlete}/imports",
                    files={"file": ("strong.csv", HEADER + MONDAY)},
                    data={"format": "strong", "mass_unit": "lb"},
                )
                for _ in range(4)
            ]
            return [answer.status_code for answer in await asyncio.gather(*sent)]

    statuses = asyncio.run(both())
    assert statuses == [200] * 4
    assert len(stored_sets(api, athlete)) == 5
    assert upload(api, athlete, HEADER + MONDAY).json()["sets_known"] == 5
