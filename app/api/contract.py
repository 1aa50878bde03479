"""The OpenAPI document: what FastAPI derives from the code, completed to what a caller needs.

FastAPI documents errors as `application/json` of its own shape and takes the whole docstring as
description; here every operation gets its problems, a summary, and examples of its parameters.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from app.api import examples
from app.api.problem_types import PROBLEM_TYPES, ProblemType
from app.api.problems import Problem

METHODS = frozenset({"get", "post", "put", "patch", "delete"})

DESCRIPTION = """\
Tonus answers two questions for people who train: **what to do next session** and **how much to
eat**. Every answer is an object with its interval, its reasons, its evidence and its sources.

* Send `Authorization: Bearer <key>`. Numbers are numbers; the unit is in the name (`load_kg`).
* Errors are `application/problem+json` (RFC 9457); `type` leads to a page that says what to do.
* Every part of an answer has a `status`: `ok`, `insufficient` (see `missing`) or `refused`
  (see `instead`).
* `/v1/compute/…` gives the same answers from a history in the body and stores nothing.
"""

TAGS = [
    {"name": "advice", "description": "What to do next and how much to eat, from what is stored."},
    {
        "name": "progress",
        "description": "How it went: strength, body and activity.",
    },
    {"name": "compute", "description": "The same answers from a history in the body."},
    {"name": "plans", "description": "Weeks of training for a goal, to look at and to adopt."},
    {"name": "athletes", "description": "The people who train."},
    {
        "name": "log",
        "description": "What was trained, weighed, measured, eaten, felt.",
    },
    {"name": "targets", "description": "What an athlete aims at, and what they train with."},
    {"name": "decisions", "description": "What an athlete makes of advice, and likes or not."},
    {"name": "exchange", "description": "Files of other apps."},
    {"name": "catalogue", "description": "Muscles, equipment, exercises, activities and sources."},
    {"name": "service", "description": "Is it alive, is it ready."},
]


def operation_id(route: APIRoute) -> str:
    """The name of the function: a verb and a noun."""
    return route.name


def install(app: FastAPI) -> None:
    """Make `app.openapi()` build the completed document, once."""

    def build() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = document(app)
        return app.openapi_schema

    app.openapi = build  # type: ignore[method-assign]


def document(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(
        title=app.title,
        version=app.version,
        description=DESCRIPTION,
        routes=app.routes,
        tags=TAGS,
        servers=[{"url": "/", "description": "The service that serves this document."}],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    components = schema["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        components.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    components.update(problem.pop("$defs"))
    components["Problem"] = problem
    for path, _, operation in operations(schema):
        _complete(path, operation)
    for component in components.values():
        _name_files(component)
    return schema


def operations(schema: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in schema["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, method, operation


def _name_files(component: dict[str, Any]) -> None:
    """Generators of clients know a file by `format: binary`, not by its media type."""
    for field in component.get("properties", {}).values():
        if "contentMediaType" in field:
            field["format"] = "binary"


def query_names(app: FastAPI) -> dict[str, frozenset[str]]:
    """The query parameters of each operation, by its id."""
    return {
        operation["operationId"]: frozenset(
            one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"
        )
        for _, _, operation in operations(app.openapi())
    }


def _complete(path: str, operation: dict[str, Any]) -> None:
    summary, _, description = operation["description"].partition("\n")
    operation["summary"] = summary.strip()
    operation["description"] = re.sub(r"(?<!\n)\n(?!\n)", " ", description.strip())
    operation.setdefault("security", [])
    responses = operation["responses"]
    responses.pop("422", None)
    for slug in _problem_slugs(path, operation):
        kind = PROBLEM_TYPES[slug]
        responses.setdefault(str(kind.status), _problem_response(kind))
    for parameter in operation.get("parameters", ()):
        _exemplify(parameter)


def _problem_slugs(path: str, operation: Mapping[str, Any]) -> Iterator[str]:
    """Every way in which an operation can fail, told by what it takes."""
    parameters = operation.get("parameters", ())
    has_body = "requestBody" in operation
    stores = has_body and "/compute/" not in path
    if path.startswith("/v1"):
        yield from ("unauthenticated", "forbidden")
    if has_body:
        yield from ("malformed-body", "body-too-large", "unsupported-media-type")
    if parameters or has_body:
        yield "invalid-input"
    if has_body or any(one["in"] == "path" or one["name"] in REFERENCES for one in parameters):
        yield "not-found"
    if stores:
        yield "conflict"
    if path != "/livez":
        yield "unavailable"
    yield "internal-error"


REFERENCES = frozenset({"cursor", "muscle_id", "equipment_id", "group"})
"""Query parameters that name something, which there may not be."""

HEADERS: Mapping[int, str] = {
    401: "WWW-Authenticate",
    503: "Retry-After",
}


def _problem_response(kind: ProblemType) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    names = ["X-Request-Id", *([HEADERS[kind.status]] if kind.status in HEADERS else [])]
    headers = {name: {"schema": {"type": "string"}} for name in names}
    return {"description": kind.title, "headers": headers, "content": content}


PARAMETER_EXAMPLES: Mapping[str, Any] = {
    "exercise_id": examples.EXERCISE_ID,
    "muscle_id": "adductor_longus",
    "group": "adductors",
    "equipment_id": "barbell",
}


def _exemplify(parameter: dict[str, Any]) -> None:
    """One `example` where tools look for it; FastAPI puts lists of them into the schema."""
    name, schema = parameter["name"], parameter["schema"]
    inner = [schema, *schema.get("anyOf", ())]
    described = next((one["description"] for one in inner if "description" in one), None)
    if described:
        parameter.setdefault("description", described)
    given = parameter["schema"].pop("examples", None)
    if given:
        parameter["example"] = given[0]
    elif name in PARAMETER_EXAMPLES:
        parameter["example"] = PARAMETER_EXAMPLES[name]
