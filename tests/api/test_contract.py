"""The contract is committed, complete, and every example of it works."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.api import examples
from app.api.contract import operations
from app.cli import CONTRACT, contract_text
from app.settings import Settings

COMMITTED: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
OPERATIONS = {
    operation["operationId"]: (method, path, operation)
    for path, method, operation in operations(COMMITTED)
}
CSV = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes\n"
    '2026-11-12 18:00:00,"Legs","Sumo Squat",1,40,10,0,0,"",""\n'
)
ORDER = (
    "create_athlete",
    "log_workout",
    "log_workouts",
    "log_weighing",
    "log_weighings",
    "log_intake_day",
    "log_intake_days",
    "log_check_in",
    "log_check_ins",
    "log_measurement",
    "log_measurements",
    "log_activity",
    "log_activities",
    "log_water_event",
    "log_water_events",
    "import_file",
    "create_own_exercise",
    "create_programme",
    "create_goal",
    "create_athlete_equipment",
    "create_screening",
    "create_decision",
    "set_exercise_preference",
)
LAST = (
    "delete_screening",
    "delete_decision",
    "delete_exercise_preference",
    "merge_own_exercise",
    "undo_import",
    "delete_programme",
    "delete_goal",
    "delete_weighing",
    "delete_intake_day",
    "delete_check_in",
    "delete_measurement",
    "delete_logged_activity",
    "delete_water_event",
    "delete_workout",
    "delete_athlete_equipment",
    "erase_athlete",
)
"""The story of the examples: first what makes things, at the end what removes them."""


def story() -> list[str]:
    middle = [name for name in OPERATIONS if name not in (*ORDER, *LAST)]
    return [*ORDER, *middle, *LAST]


def test_committed_contract_is_the_codes() -> None:
    assert CONTRACT.read_text(encoding="utf-8") == contract_text(Settings()), "run `make contract`"


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_is_documented(name: str) -> None:
    _, path, operation = OPERATIONS[name]
    assert operation["summary"]
    assert operation["description"]
    assert len(operation["tags"]) == 1
    if path.startswith("/v1"):
        assert operation["security"] == [{"ApiKey": []}]
        assert {"401", "403", "500"} <= set(operation["responses"])
    for status, response in operation["responses"].items():
        if int(status) >= 400:
            assert list(response["content"]) == ["application/problem+json"]


@pytest.mark.parametrize("name", OPERATIONS)
def test_parameters_are_described(name: str) -> None:
    _, _, operation = OPERATIONS[name]
    for parameter in operation.get("parameters", ()):
        assert parameter.get("description"), parameter["name"]


@pytest.mark.parametrize("name", COMMITTED["components"]["schemas"])
def test_output_fields_are_always_present(name: str) -> None:
    schema = COMMITTED["components"]["schemas"][name]
    closed = schema.get("additionalProperties") is False
    if "properties" in schema and not closed and not name.startswith("Body_"):
        assert set(schema["required"]) == set(schema["properties"])


def test_no_two_schemas_share_a_name() -> None:
    # They would be told apart by the names of our modules, which clients would then carry.
    assert [name for name in COMMITTED["components"]["schemas"] if "__" in name] == []


def test_no_operation_is_left_out_of_the_story() -> None:
    assert set(story()) == set(OPERATIONS)


def test_the_examples_tell_one_story(api: httpx.Client) -> None:
    for name in story():
        method, path, operation = OPERATIONS[name]
        path = filled(path, operation)
        if name == "undo_import":
            path = path.replace(examples.IMPORT_ID, imported(api))
        answer = api.request(method, path, **sent(name, operation))
        documented = operation["responses"]
        assert str(answer.status_code) in documented, (name, answer.text)
        assert answer.status_code < 300, (name, answer.text)


def imported(api: httpx.Client) -> str:
    """The id of the import of the story; imports get theirs from us."""
    (one,) = api.get(f"/v1/athletes/{examples.ATHLETE_ID}/imports").json()["items"]
    return str(one["id"])


def filled(path: str, operation: dict[str, Any]) -> str:
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", str(parameter["example"]))
    return path


def sent(name: str, operation: dict[str, Any]) -> dict[str, Any]:
    if name == "import_file":
        return {"files": {"file": CSV}, "data": {"format": "strong", "mass_unit": "kg"}}
    if "requestBody" not in operation:
        return {"params": needed(operation)}
    (schema,) = operation["requestBody"]["content"].values()
    return {"json": schema["schema"]["examples"][0]}


def needed(operation: dict[str, Any]) -> dict[str, Any]:
    """The query without which nothing is answered."""
    return {
        one["name"]: one["example"]
        for one in operation.get("parameters", ())
        if one["in"] == "query" and one["required"]
    }


def test_a_partial_change_has_no_defaults() -> None:
    fields = COMMITTED["components"]["schemas"]["AthleteChange"]["properties"]
    assert not [name for name, field in fields.items() if "default" in field]


def test_served_where_it_is_said(api: httpx.Client) -> None:
    assert api.get("/openapi.json").json() == COMMITTED


def test_documentation_needs_no_other_server(api: httpx.Client) -> None:
    page = api.get("/docs")
    assert page.status_code == 200
    assert "http://" not in page.text
    assert "https://" not in page.text
    for asset in ("swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png"):
        assert f"/docs/assets/{asset}" in page.text
        assert api.get(f"/docs/assets/{asset}").status_code == 200


def test_health(api: httpx.Client) -> None:
    for path in ("/livez", "/readyz"):
        answer = api.get(path, headers={"Authorization": ""})
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_contract_has_no_machine_in_it() -> None:
    assert str(Path.cwd()) not in CONTRACT.read_text(encoding="utf-8")
