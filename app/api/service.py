"""What the service says of itself: is it alive, is it ready, its documentation, its problems."""

from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.openapi.docs import get_swagger_ui_html
from pydantic import BaseModel
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.staticfiles import StaticFiles

from app.api.problem_types import PROBLEM_TYPES
from app.api.problems import ProblemError
from app.store.database import Database

DOCS_FILES = Path(__file__).parent / "docs_ui"

router = APIRouter(tags=["service"])
docs_assets = StaticFiles(directory=DOCS_FILES)


class Health(BaseModel):
    status: Literal["ok"]


@router.get("/livez")
async def read_liveness() -> Health:
    """Say that the process lives

    Asks nothing of the database; restart the process when it does not answer.
    """
    return Health(status="ok")


@router.get("/readyz")
async def read_readiness(request: Request) -> Health:
    """Say that requests can be answered

    200 once the database answers and is migrated; 503 before.
    """
    database: Database = request.app.state.database
    if not await database.ready():
        detail = "The database does not answer or is not migrated."
        raise ProblemError("unavailable", detail, {"Retry-After": "5"})
    return Health(status="ok")


@router.get("/docs", include_in_schema=False)
async def read_documentation() -> HTMLResponse:
    """The contract as a page; its files are served from here, so it works on a closed network."""
    return get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="Tonus API",
        swagger_js_url="/docs/assets/swagger-ui-bundle.js",
        swagger_css_url="/docs/assets/swagger-ui.css",
        swagger_favicon_url="/docs/assets/favicon-32x32.png",
    )


@router.get("/problems/{slug}", include_in_schema=False)
async def read_problem_type(slug: str) -> PlainTextResponse:
    """What a problem type means and what to do about it."""
    kind = PROBLEM_TYPES.get(slug)
    if kind is None:
        raise ProblemError("not-found", f"There is no problem type {slug!r}.")
    return PlainTextResponse(f"{kind.title}\n\nStatus {kind.status}.\n\n{kind.mend}\n")
