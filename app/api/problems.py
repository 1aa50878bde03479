"""Errors as documents: RFC 9457 `application/problem+json`, for every status but a success."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from app.api.problem_types import PROBLEM_TYPES
from app.exchange.training_file import FileRefused
from app.store.database import Unavailable, WriteConflict
from app.usecases.errors import Conflict, GoalRefused, NotFound, UnknownReferences

log = logging.getLogger(__name__)


class ProblemItem(BaseModel):
    """One thing that is wrong, and where."""

    pointer: Annotated[
        str,
        Field(
            description="JSON pointer into the body (`#/items/0/load_kg`), a parameter "
            "(`query/limit`), or a place in an uploaded file (`file/line/17/Reps`)."
        ),
    ]
    code: Annotated[str, Field(description="Stable name of what is wrong.")]
    detail: Annotated[str, Field(description="What is wrong and how to mend it.")]


class Problem(BaseModel):
    """An error (RFC 9457). `type` leads to a page that says what to do."""

    type: Annotated[str, Field(examples=["/problems/invalid-input"])]
    title: str
    status: int
    detail: str
    instance: Annotated[str, Field(description="The path that was asked.")]
    request_id: Annotated[str, Field(description="Names this request in the server's log.")]
    errors: list[ProblemItem]


_SLUG_BY_STATUS = {
    400: "malformed-body",
    401: "unauthenticated",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    413: "body-too-large",
    415: "unsupported-media-type",
}


ERRORS_SHOWN_AT_MOST = 100


class ProblemError(Exception):
    """Raised inside the API to answer with a problem."""

    def __init__(self, slug: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.slug = slug
        self.detail = detail
        self.headers = headers


def problem_response(
    request: Request,
    slug: str,
    detail: str,
    errors: list[ProblemItem] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    kind = PROBLEM_TYPES[slug]
    request_id = request.scope.setdefault("request_id", str(uuid4()))
    body = Problem(
        type=f"/problems/{slug}",
        title=kind.title,
        status=kind.status,
        detail=detail,
        instance=request.url.path,
        request_id=request_id,
        errors=errors or [],
    )
    return JSONResponse(
        body.model_dump(),
        kind.status,
        {"X-Request-Id": request_id, **(headers or {})},
        "application/problem+json",
    )


async def _on_problem(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return problem_response(request, error.slug, error.detail, headers=error.headers)


async def _on_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    slug = _SLUG_BY_STATUS.get(error.status_code, "internal-error")
    detail = PROBLEM_TYPES[slug].mend if error.status_code != 404 else "No such path."
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = allowed_methods(request.app, request.url.path) or headers["Allow"]
    return problem_response(request, slug, detail, headers=headers)


def allowed_methods(app: FastAPI, path: str) -> str:
    """Every documented method of a path: the router names only those of its first match."""
    templates = [
        template
        for template in app.openapi()["paths"]
        if re.fullmatch(re.sub(r"{[^}]+}", "[^/]+", template), path)
    ]
    if not templates:
        return ""
    closest = min(templates, key=lambda template: template.count("{"))
    return ", ".join(sorted(method.upper() for method in app.openapi()["paths"][closest]))


async def _on_not_found(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, NotFound)
    detail = f"There is no {error.kind} {error.id!r}.{_meant(error.candidates)}"
    return problem_response(request, "not-found", detail)


def _meant(candidates: Sequence[str]) -> str:
    return f" Did you mean {', '.join(candidates)}?" if candidates else ""


async def _on_unknown_references(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, UnknownReferences)
    items = [
        ProblemItem(
            pointer=unknown.pointer,
            code=f"unknown_{unknown.kind.replace(' ', '_')}",
            detail=f"There is no {unknown.kind} {unknown.value!r}.{_meant(unknown.candidates)}",
        )
        for unknown in error.unknown
    ]
    return problem_response(request, "unknown-reference", items[0].detail, items)


async def _on_conflict(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Conflict)
    item = ProblemItem(pointer=error.pointer, code=error.code, detail=error.detail)
    return problem_response(request, "conflict", error.detail, [item])


GOAL_POINTERS: Mapping[str, str] = {
    "underweight_goal": "#/body_mass_kg",
    "essential_fat_goal": "#/body_fat_percent",
    "loss_too_fast": "#/rate_percent_per_week",
    "gain_too_fast": "#/rate_percent_per_week",
    "goal_not_by_then": "#/by",
    "goal_date_passed": "#/by",
    "goal_beyond_horizon": "#/by",
}
"""Where a goal says what breaks a limit; other limits are broken by the person or by the whole."""


async def _on_goal_refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, GoalRefused)
    items = [
        ProblemItem(pointer=GOAL_POINTERS.get(one.code, "#"), code=one.code, detail=one.text)
        for one in error.because
    ]
    detail = f"{items[0].detail} {error.instead}"
    return problem_response(request, "goal-refused", detail, items)


async def _on_file_refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, FileRefused)
    items = []
    for problem in error.problems:
        line = f"/line/{problem.line}" if problem.line else ""
        column = f"/{problem.column}" if problem.column else ""
        pointer = f"file{line}{column}"
        items.append(ProblemItem(pointer=pointer, code=problem.code, detail=problem.detail))
    more = f" (and {len(items) - 1} more)" if len(items) > 1 else ""
    detail = f"{items[0].pointer}: {items[0].detail}{more}"
    return problem_response(request, "file-refused", detail, items)


async def _on_write_conflict(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, WriteConflict)
    detail = "Another request wrote the same thing at this moment; read it and decide."
    return problem_response(request, "conflict", detail)


async def _on_unavailable(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Unavailable)
    detail = "The database is busy; try again."
    return problem_response(request, "unavailable", detail, headers={"Retry-After": "1"})


async def _on_fault(request: Request, error: Exception) -> JSONResponse:
    """A bug. The caller learns the request's id and nothing of our insides."""
    response = problem_response(request, "internal-error", "Something broke on our side.")
    # The server logs the traceback itself, right after this line.
    log.error("request %s failed: %s", request.scope["request_id"], type(error).__name__)
    return response


async def _on_invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = error.errors()
    if any(fault["type"] == "json_invalid" for fault in faults):
        reason = str(faults[0].get("ctx", {}).get("error", "it is not JSON"))
        return problem_response(request, "malformed-body", f"The body is not JSON: {reason}.")
    if _unread_body(request, faults):
        kind = request.headers.get("content-type", "none")
        detail = f"The content type {kind!r} is not taken here; see the operation's request body."
        return problem_response(request, "unsupported-media-type", detail)
    items = [_item(fault, error.body) for fault in faults[:ERRORS_SHOWN_AT_MOST]]
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return problem_response(
        request, "invalid-input", f"{items[0].pointer}: {items[0].detail}{more}", items
    )


def _unread_body(request: Request, faults: Any) -> bool:
    """A body of another content type is not read: it fails as a whole, or lacks its file."""
    places = {fault["loc"] for fault in faults}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if ("body", "file") in places:
        return kind != "multipart/form-data"
    is_json = kind == "application/json" or kind.endswith("+json")
    return ("body",) in places and not is_json and bool(kind)


OF_THE_KEY = "[key]"
"""What pydantic puts behind the path of a key that is none of an object's."""


def _item(fault: Any, body: Any) -> ProblemItem:
    place, *path = fault["loc"]
    if path[-1:] == [OF_THE_KEY] and fault["type"] != "extra_forbidden":
        path.pop()
    path = list(_without_tags(path, body)) if place == "body" else path
    tail = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in path)
    pointer = (f"#/{tail}" if tail else "#") if place == "body" else f"{place}/{tail}"
    return ProblemItem(pointer=pointer, code=str(fault["type"]), detail=_sentence(fault["msg"]))


def _without_tags(path: list[Any], body: Any) -> Iterator[Any]:
    """The steps that are there in the body: where shapes are told apart by a name, pydantic puts
    that name among them."""
    was_tag = False
    for step in path:
        was_tag = not was_tag and isinstance(body, dict) and _is_tag(step, body)
        if not was_tag:
            yield step
            body = _within(body, step)


def _is_tag(step: Any, body: dict[str, Any]) -> bool:
    return step not in body and step in (body.get("name"), body.get("kind"))


def _within(body: Any, step: Any) -> Any:
    if isinstance(body, dict):
        return body.get(step)
    return body[step] if isinstance(body, list) and isinstance(step, int) else None


def _sentence(message: str) -> str:
    return message.removeprefix("Value error, ")


HANDLERS: Mapping[type[Exception], Any] = {
    ProblemError: _on_problem,
    HTTPException: _on_http,
    RequestValidationError: _on_invalid,
    NotFound: _on_not_found,
    UnknownReferences: _on_unknown_references,
    Conflict: _on_conflict,
    GoalRefused: _on_goal_refused,
    FileRefused: _on_file_refused,
    WriteConflict: _on_write_conflict,
    Unavailable: _on_unavailable,
    Exception: _on_fault,
}


def install(app: FastAPI) -> None:
    for kind, handler in HANDLERS.items():
        app.add_exception_handler(kind, handler)
